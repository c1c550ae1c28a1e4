/** Versions from before the socket, and this one: each is told that the other runs, whichever came first. */
import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { firstInstance, type FirstInstance } from '../../../src/services/instance/first-instance.ts'
import { takeLockFile, type HeldLock } from '../../../src/services/instance/lock-file.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { otherProcess } from './other-process.ts'

const lockIn = async (): Promise<string> => join(await temporaryFolder(), 'lock')

describe('an earlier version', () => {
  it('is told of by this one, which leaves its lock as it is', async () => {
    const file = await lockIn()
    const earlier = await otherProcess(file, 'earlier')
    expect(await earlier.act('take')).toEqual({ isFirst: true })
    const text = await readFile(file, 'utf8')
    const { startedAtMs } = JSON.parse(text) as { startedAtMs: number }
    const later = await firstInstance(file, { request: { path: null, gallery: false } })
    expect(later).toEqual({ isFirst: false, holder: { pid: earlier.pid, startedAtMs }, outcome: null })
    expect(await readFile(file, 'utf8')).toBe(text)
    expect(await readdir(dirname(file))).toEqual(['lock'])
    // Nothing is left that would be in its way or in that of the next one.
    await earlier.act('release')
    const next = await firstInstance(file)
    expect(next.isFirst).toBe(true)
    await (next as FirstInstance).release()
  })

  it('takes the lock of this one for held, and for free once this one has ended or died', async () => {
    const file = await lockIn()
    const earlier = await otherProcess(file, 'earlier')
    const present = await otherProcess(file)
    expect(await present.act('take')).toEqual({ isFirst: true })
    expect(await earlier.act('take')).toEqual({ isFirst: false, pid: present.pid })
    await present.act('release')
    expect(await earlier.act('take')).toEqual({ isFirst: true })
    await earlier.act('release')
    expect(await present.act('take')).toEqual({ isFirst: true })
    await present.kill()
    expect(await earlier.act('take')).toEqual({ isFirst: true })
  })

  it('that was killed leaves nothing in the way of this one', async () => {
    const file = await lockIn()
    const earlier = await otherProcess(file, 'earlier')
    await earlier.act('take')
    await earlier.kill()
    const present = await otherProcess(file)
    expect(await present.act('take')).toEqual({ isFirst: true })
  })

  it('and this one that come at once do not both become the first one', async () => {
    const file = await lockIn()
    const processes = await Promise.all(
      ['earlier', 'present', 'earlier', 'present'].map((version) => otherProcess(file, version as 'earlier')),
    )
    const said = await Promise.all(processes.map((process) => process.act('take')))
    expect(said.filter(({ isFirst }) => isFirst === true)).toHaveLength(1)
  })
})

describe('a lock file left behind', () => {
  it.each([
    ['empty, as after a crash while it was made', ''],
    ['no lock of ours', '{"pid":"x"}'],
    [
      'of a process from before the last start of the computer',
      JSON.stringify({ pid: process.ppid, startedAtMs: 1, birth: '' }),
    ],
  ])('is taken over where it is %s', async (_what, content) => {
    const file = await lockIn()
    await writeFile(file, content)
    const instance = await firstInstance(file)
    expect(instance.isFirst).toBe(true)
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ pid: process.pid })
    await (instance as FirstInstance).release()
  })

  it.skipIf(process.platform !== 'linux')('is taken over where another process has its number now', async () => {
    const file = await lockIn()
    await writeFile(file, JSON.stringify({ pid: process.ppid, startedAtMs: Date.now(), birth: 'another boot 4711' }))
    const instance = await firstInstance(file)
    expect(instance.isFirst).toBe(true)
    await (instance as FirstInstance).release()
  })

  it('in the middle of being taken is taken over once it is old', async () => {
    const file = await lockIn()
    await writeFile(`${file}.taking`, '')
    const instance = await firstInstance(file)
    expect(instance.isFirst).toBe(true)
    await (instance as FirstInstance).release()
    expect(await readdir(dirname(file))).toEqual([])
  })

  it('in the middle of being taken is waited for as long as that process lives, however long it takes', async () => {
    const file = await lockIn()
    const taking = `${file}.taking`
    await writeFile(taking, JSON.stringify({ pid: process.ppid, startedAtMs: Date.now(), birth: '', socket: '/none' }))
    await utimes(taking, 1, 1)
    let isTaken = false
    const taken = takeLockFile(file, { startedAtMs: 1, socket: '/own', isDead: () => Promise.resolve(true) }).then(
      (lock) => {
        isTaken = true
        return lock
      },
    )
    for (let turns = 0; turns < 5; turns += 1) await wait(20)
    expect(isTaken).toBe(false)
    await rm(taking)
    const lock = await taken
    expect(lock.isHeld).toBe(true)
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ pid: process.pid, socket: '/own' })
    expect(await readdir(dirname(file))).toEqual(['lock'])
  })
})

describe('a lock file that is held', () => {
  const own = (startedAtMs = Date.now()) => ({ startedAtMs, socket: '/own', isDead: () => Promise.resolve(false) })
  const held = async (file: string, startedAtMs?: number): Promise<HeldLock> => {
    const lock = await takeLockFile(file, own(startedAtMs))
    if (!lock.isHeld) throw new Error('it is held by another process')
    return lock
  }
  const other = (startedAtMs: number): string =>
    JSON.stringify({ pid: process.ppid, startedAtMs, birth: '', socket: '/other' })

  it('is written again where it is gone, names another socket or was left behind, and else left alone', async () => {
    const file = await lockIn()
    const lock = await held(file)
    const text = await readFile(file, 'utf8')
    await utimes(file, 1, 1)
    expect(await lock.look('/own')).toBeNull()
    expect((await stat(file)).mtimeMs).toBe(1000)
    await rm(file)
    expect(await lock.look('/own')).toBeNull()
    expect(await readFile(file, 'utf8')).toBe(text)
    expect(await lock.look('/anew')).toBeNull()
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ socket: '/anew' })
    await writeFile(file, 'torn')
    expect(await lock.look('/own')).toBeNull()
    expect(await readFile(file, 'utf8')).toBe(text)
    await lock.release()
    expect(await readdir(dirname(file))).toEqual([])
  })

  it('names of two processes the one that began first, and tells of the other', async () => {
    const file = await lockIn()
    const startedAtMs = Date.now()
    const lock = await held(file, startedAtMs)
    for (const [before, isFirst] of [
      [startedAtMs - 1, true],
      [startedAtMs, true],
      [startedAtMs + 1, false],
    ] as const) {
      await writeFile(file, other(before))
      expect(await lock.look('/own')).toMatchObject({ pid: process.ppid, startedAtMs: before })
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ pid: isFirst ? process.ppid : process.pid })
    }
    // What another process has written is not this one's to remove.
    await writeFile(file, other(startedAtMs))
    await lock.release()
    expect(await readFile(file, 'utf8')).toBe(other(startedAtMs))
  })

  it('is another process’s where that is named and answers at its socket', async () => {
    const file = await lockIn()
    await writeFile(file, other(Date.now()))
    expect(await takeLockFile(file, own())).toMatchObject({ isHeld: false, owner: { socket: '/other' } })
    const asked: string[] = []
    const isDead = (socket: string) => Promise.resolve(asked.push(socket) > 0)
    expect((await takeLockFile(file, { ...own(), isDead })).isHeld).toBe(true)
    expect(asked).toEqual(['/other'])
  })
})
