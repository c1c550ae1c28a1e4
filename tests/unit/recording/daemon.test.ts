import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LecternError } from '../../../src/contract/failure.ts'
import { startDaemon, type Daemon } from '../../../src/services/recording/daemon.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** A program that says `up` and, when it is asked to end, takes a moment to tidy up; then the file `gone` is there. */
const script = `trap 'sleep 0.2; touch gone; exit' TERM
echo up; touch up
while :; do sleep 0.02; done`

async function given() {
  const folder = await temporaryFolder()
  const has = (name: string): boolean => existsSync(join(folder, name))
  const start = (program: string, signal: AbortSignal, isReady = () => has('up')): Promise<Daemon> =>
    startDaemon('sh', ['-c', `cd '${folder}'\n${program}`], {
      env: process.env,
      signal,
      isReady: () => Promise.resolve(isReady()),
    })
  return { has, start }
}
const never = new AbortController().signal
const stopped = new LecternError('cancelled', { ko: '', en: 'stopped' })

test('a daemon runs until it is stopped, and then has ended', async () => {
  const { has, start } = await given()
  const daemon = await start(script, never)
  expect(has('gone')).toBe(false)
  await expect.poll(() => daemon.log()).toBe('up\n')
  await daemon.stop()
  expect(has('gone')).toBe(true)
  await daemon.stop()
})

test('one that ends before it is ready is told with its last words', async () => {
  const { start } = await given()
  const started = start('echo first; echo "no space" >&2; exit 1', never, () => false)
  await expect(started).rejects.toThrow('sh did not start. no space')
  const missing = startDaemon('lectern-no-such-program', [], {
    env: process.env,
    signal: never,
    isReady: () => Promise.resolve(false),
  })
  await expect(missing).rejects.toThrow('lectern-no-such-program did not start.')
})

test('one that is cancelled on its way has ended, and is not begun afterwards', async () => {
  const { has, start } = await given()
  const stop = new AbortController()
  const started = start(script, stop.signal, () => {
    if (has('up')) stop.abort(stopped)
    return false
  })
  await expect(started).rejects.toBe(stopped)
  expect(has('gone')).toBe(true)
  const other = await given()
  await expect(other.start(script, stop.signal)).rejects.toBe(stopped)
  expect(other.has('up')).toBe(false)
})

test('one is not ended by what ends the group of the process that started it, such as Ctrl+C in a terminal', async () => {
  const { start } = await given()
  const daemon = await start(`echo "$(ps -o pgid= -p $$) $(ps -o pgid= -p ${process.pid})"\n${script}`, never)
  await expect.poll(() => daemon.log()).toContain('up')
  const [its, ours] = (daemon.log().split('\n')[0] ?? '').trim().split(/\s+/).map(Number)
  expect(its).toBeGreaterThan(0)
  expect(its).not.toBe(ours)
  await daemon.stop()
})

test('of what one says the last million letters are kept', async () => {
  const { start } = await given()
  const much = `head -c 1100000 /dev/zero | tr '\\0' x; echo; ${script}`
  const daemon = await start(much, never)
  await expect.poll(() => daemon.log().endsWith('up\n')).toBe(true)
  expect(daemon.log()).toHaveLength(1_000_000)
  await daemon.stop()
})

test('where there is no shell to begin it with, that is told', async () => {
  const isReady = () => Promise.resolve(false)
  const started = startDaemon('dockerd', [], { env: { PATH: '/nowhere' }, signal: never, isReady })
  await expect(started).rejects.toThrow('dockerd did not start. spawn sh ENOENT')
})
