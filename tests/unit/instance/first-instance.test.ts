import { mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { firstInstance, type FirstInstance } from '../../../src/services/instance/first-instance.ts'
import { folderPlace, pipePlace, type SocketPlace } from '../../../src/services/instance/socket-place.ts'
import { socketName } from '../../../src/services/instance/socket-name.ts'
import { socketFolder } from '../../../src/services/instance/socket-folder.ts'
import { rounds } from '../rounds.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { otherProcess, type OtherProcess, type Said } from './other-process.ts'

// What a killed process leaves is swept by whoever starts next, which other tests do as well.
beforeEach(async () => {
  vi.stubEnv('XDG_RUNTIME_DIR', undefined)
  vi.stubEnv('TMPDIR', await temporaryFolder())
  onTestFinished(() => void vi.unstubAllEnvs())
})

const lockIn = async (): Promise<string> => join(await temporaryFolder(), 'lock')
const socketIn = async (file: string): Promise<string> =>
  (JSON.parse(await readFile(file, 'utf8')) as { socket: string }).socket

/** Several processes that are all told to begin once all are there. */
async function atOnce(file: string, count: number): Promise<{ processes: OtherProcess[]; said: Said[] }> {
  const processes = await Promise.all(Array.from({ length: count }, () => otherProcess(file)))
  return { processes, said: await Promise.all(processes.map((process) => process.act('take'))) }
}

describe('the first instance', () => {
  it('makes the data folder, and opens what a second one was asked to', async () => {
    const file = join(await temporaryFolder(), 'new', 'lock')
    const first = await otherProcess(file)
    expect(await first.act('take')).toEqual({ isFirst: true })
    const second = await otherProcess(file)
    expect(await second.act('take')).toEqual({ isFirst: false, pid: first.pid, outcome: { is: 'opened' } })
    expect(await first.next()).toEqual({ asked: `/from/${second.pid}` })
  })

  it('is one of many that start at once, and all others know which', async () => {
    const { processes, said } = await atOnce(await lockIn(), rounds(8, 20))
    const winner = said.findIndex(({ isFirst }) => isFirst === true)
    const others = said.filter((_, index) => index !== winner)
    expect(winner).toBeGreaterThanOrEqual(0)
    expect(others).toEqual(
      others.map(() => ({ isFirst: false, pid: processes[winner]?.pid, outcome: { is: 'opened' } })),
    )
  })

  it('is one of several that all find the socket of a killed one', async () => {
    const file = await lockIn()
    const killed = await otherProcess(file)
    await killed.act('take')
    await killed.kill()
    const { said } = await atOnce(file, 6)
    expect(said.filter(({ isFirst }) => isFirst === true)).toHaveLength(1)
  })

  it('is the next one at once after one was killed, and leaves nothing behind once released', async () => {
    const file = await lockIn()
    const killed = await otherProcess(file)
    await killed.act('take')
    const place = dirname(await socketIn(file))
    await killed.kill()
    expect(await readdir(place)).toHaveLength(1)
    const next = await firstInstance(file)
    if (!next.isFirst) throw new Error('it is not the first one')
    expect(dirname(await socketIn(file))).toBe(place)
    await next.release()
    await expect(readdir(place)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await readdir(dirname(file))).toEqual([])
  })

  it('takes nothing from the next one by a late release', async () => {
    const file = await lockIn()
    const first = await firstInstance(file)
    await (first as FirstInstance).release()
    const next = await otherProcess(file)
    expect(await next.act('take')).toEqual({ isFirst: true })
    await (first as FirstInstance).release()
    expect(await firstInstance(file)).toMatchObject({ isFirst: false, holder: { pid: next.pid } })
  })

  it('is the same for a folder reached by a link', async () => {
    const file = await lockIn()
    const link = join(await temporaryFolder(), 'link')
    await symlink(dirname(file), link)
    const first = await otherProcess(file)
    await first.act('take')
    // Not by the lock file, which is the same one anyway.
    await rm(file)
    expect(await firstInstance(join(link, 'lock'))).toMatchObject({ isFirst: false, holder: { pid: first.pid } })
  })

  it('is found for a data folder of any length', async () => {
    const file = join(await temporaryFolder(), '가'.repeat(60), 'n'.repeat(200), 'lock')
    const first = await otherProcess(file)
    expect(await first.act('take')).toEqual({ isFirst: true })
    expect(Buffer.byteLength(await socketIn(file))).toBeLessThan(104)
    expect(await firstInstance(file)).toMatchObject({ isFirst: false, holder: { pid: first.pid } })
  })

  it.skipIf(process.platform !== 'linux')(
    'needs no disk that can be written, once the data folder is there',
    async () => {
      // Nobody can make a file there, root neither.
      const file = '/sys/kernel/lock'
      const first = await otherProcess(file)
      expect(await first.act('take')).toEqual({ isFirst: true })
      const second = await otherProcess(file)
      expect(await second.act('take')).toEqual({ isFirst: false, pid: first.pid, outcome: { is: 'opened' } })
      expect(await first.next()).toEqual({ asked: `/from/${second.pid}` })
      await first.act('release')
      expect(await second.act('take')).toEqual({ isFirst: true })
    },
  )

  it('tells where the data folder cannot be made', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'file'), '')
    await expect(firstInstance(join(folder, 'file', 'lock'))).rejects.toMatchObject({
      failure: { code: 'cannot-write' },
    })
  })

  it('is known though its socket was thrown away, and though it looks for sockets elsewhere', async () => {
    const file = await lockIn()
    const first = await otherProcess(file)
    await first.act('take')
    const elsewhere = await otherProcess(file, 'present', { TMPDIR: await temporaryFolder() })
    expect(await elsewhere.act('take')).toEqual({ isFirst: false, pid: first.pid, outcome: { is: 'opened' } })
    await rm(dirname(await socketIn(file)), { recursive: true })
    const later = await otherProcess(file)
    expect(await later.act('take')).toEqual({ isFirst: false, pid: first.pid, outcome: null })
  })

  it('needs no folder where it may lack one', async () => {
    const inTheWay = join(await temporaryFolder(), 'file')
    await writeFile(inTheWay, '')
    const first = await firstInstance(join(inTheWay, 'Lectern', 'lock'), { mayLackFolder: true })
    expect(first.isFirst).toBe(true)
    expect(await firstInstance(join(inTheWay, 'Lectern', 'lock'), { mayLackFolder: true })).toMatchObject({
      isFirst: false,
      holder: { pid: process.pid },
    })
    await (first as FirstInstance).release()
  })

  it('writes its lock file again where that was deleted, and where its folder is back', async () => {
    const file = await lockIn()
    const first = (await firstInstance(file, { lookMs: 10 })) as FirstInstance
    const text = await readFile(file, 'utf8')
    const again = () => readFile(file, 'utf8').catch(() => '')
    await rm(file)
    await expect.poll(again).toBe(text)
    await writeFile(file, 'x')
    await expect.poll(again).toBe(text)
    await rm(dirname(file), { recursive: true })
    await mkdir(dirname(file))
    await expect.poll(again).toBe(text)
    await first.release()
    expect(await again()).toBe('')
  })

  it('listens again where its socket was thrown away, and then opens what later ones are asked to', async () => {
    const file = await lockIn()
    const first = await otherProcess(file, 'present', { LOOK_MS: '10' })
    await first.act('take')
    const socket = await socketIn(file)
    await rm(dirname(socket), { recursive: true })
    await expect.poll(() => socketIn(file).catch(() => socket)).not.toBe(socket)
    const later = await otherProcess(file)
    expect(await later.act('take')).toEqual({ isFirst: false, pid: first.pid, outcome: { is: 'opened' } })
    expect(await first.next()).toEqual({ asked: `/from/${later.pid}` })
    await first.act('release')
    expect(await readdir(dirname(file))).toEqual([])
    await expect(readdir(dirname(socket))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('and one that came when all traces of it were gone hear of each other, and the lock file names it again', async () => {
    const file = await lockIn()
    const env = { LOOK_MS: '300' }
    const first = await otherProcess(file, 'present', env)
    const second = await otherProcess(file, 'present', { ...env, TMPDIR: await temporaryFolder(), XDG_RUNTIME_DIR: '' })
    await first.act('take')
    await rm(file)
    // It may have been seen in time; then nothing is to be told.
    const { isFirst } = await second.act('take')
    if (isFirst !== true) return
    expect(await Promise.all([first.next(), second.next()])).toEqual([{ other: second.pid }, { other: first.pid }])
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ pid: first.pid })
  })

  it('is not the one whose number another process has now', async () => {
    const file = await lockIn()
    const killed = await otherProcess(file)
    await killed.act('take')
    const lock = JSON.parse(await readFile(file, 'utf8')) as object
    const { socket } = lock as { socket: string }
    await killed.kill()
    // As on macOS, which tells no birth.
    await writeFile(file, JSON.stringify({ ...lock, pid: process.ppid, birth: '' }))
    const folder = await temporaryFolder()
    const elsewhere = folderPlace(folder, 'elsewhere')
    expect(await readdir(dirname(socket))).toHaveLength(1)
    const next = await firstInstance(file, { place: elsewhere })
    expect(next.isFirst).toBe(true)
    await (next as FirstInstance).release()
  })

  it.skipIf(process.platform === 'win32')('that was stopped is not taken for dead', async () => {
    const file = await lockIn()
    const first = await otherProcess(file)
    await first.act('take')
    first.signal('SIGSTOP')
    await expect(firstInstance(file, { patienceMs: 50 })).rejects.toMatchObject({ failure: { code: 'busy' } })
    first.signal('SIGCONT')
    expect(await firstInstance(file)).toMatchObject({ isFirst: false, holder: { pid: first.pid } })
  })

  it('that begins to end leaves what is asked to whoever asks', async () => {
    const file = await lockIn()
    const asked: string[] = []
    const first = (await firstInstance(file, {
      answer: ({ path }) => {
        asked.push(path ?? '')
        return Promise.resolve({ is: 'opened' })
      },
    })) as FirstInstance
    first.stopAnswering()
    const later = firstInstance(file, { request: { path: '/notes', gallery: false } })
    const other = await otherProcess(file)
    const said = other.act('take')
    // Both are waiting for an answer by now, or will find nobody: the one as the other leads to a next first one.
    await first.release()
    const results = [(await later).isFirst, (await said).isFirst]
    expect(results.toSorted()).toEqual([false, true])
    expect(asked).toEqual([])
    const next = await later
    if (next.isFirst) await next.release()
  })
})

describe.each([
  ['sockets in a folder', async (): Promise<SocketPlace> => folderPlace(await temporaryFolder(), 'name')],
  // In the place of Windows' pipes: also names that only one process can listen at, and that are gone with it.
  ['pipes', () => Promise.resolve(pipePlace(`\0lectern-test-${process.pid}-${Math.random()}`))],
])('a place made of %s', (kind, make) => {
  const isMissing = kind === 'pipes' && process.platform !== 'linux'

  it.skipIf(isMissing)('has one first instance, and the next when that is gone', async () => {
    const place = await make()
    const file = await lockIn()
    const first = await firstInstance(file, { place })
    const later = await firstInstance(file, { place, request: { path: null, gallery: true } })
    expect(later).toEqual({
      isFirst: false,
      holder: { pid: process.pid, startedAtMs: expect.any(Number) as number },
      outcome: { is: 'not-open' },
    })
    await (first as FirstInstance).release()
    const next = await firstInstance(file, { place })
    expect(next.isFirst).toBe(true)
    await (next as FirstInstance).release()
  })

  it.skipIf(isMissing)('goes to one of many that come at once', async () => {
    const place = await make()
    const file = await lockIn()
    const all = await Promise.all(Array.from({ length: 20 }, () => firstInstance(file, { place, patienceMs: 60_000 })))
    expect(all.filter(({ isFirst }) => isFirst)).toHaveLength(1)
    for (const one of all) if (one.isFirst) await one.release()
  })
})

describe('the folder of sockets', () => {
  // No start waits for it.
  const swept = { timeout: 60_000 }

  it('loses the address of a dead process only, though another one has taken its place meanwhile', async () => {
    const place = folderPlace(await temporaryFolder(), 'name')
    const file = await lockIn()
    const first = await firstInstance(file, { place })
    const [address = ''] = await place.addresses()
    await place.clear(`${dirname(address)}/dead`)
    expect(await place.addresses()).toEqual([address])
    expect(await firstInstance(file, { place })).toMatchObject({ isFirst: false })
    await (first as FirstInstance).release()
  })

  it('is swept of what killed processes left while they took a place, but for what may still become one', async () => {
    const folder = await temporaryFolder()
    const name = socketName('name')
    const [old, fresh, other] = [
      join(folder, `${name}.aaaaaa`),
      join(folder, `${name}.bbbbbb`),
      join(folder, 'more.aaaaaa'),
    ]
    for (const path of [old, fresh, other]) await mkdir(path)
    for (const path of [old, other]) await utimes(path, 1, 1)
    const instance = await firstInstance(await lockIn(), { place: folderPlace(folder, name) })
    await vi.waitFor(async () => {
      expect((await readdir(folder)).toSorted()).toEqual([name, `${name}.bbbbbb`, 'more.aaaaaa'].toSorted())
    }, swept)
    await (instance as FirstInstance).release()
  })

  it('is swept by the next start of whatever of what a killed process left, and of nothing that is in use', async () => {
    const [file, livingFile] = [await lockIn(), await lockIn()]
    const killed = await otherProcess(file)
    const living = await otherProcess(livingFile)
    await killed.act('take')
    await living.act('take')
    const [place, livingPlace] = [dirname(await socketIn(file)), dirname(await socketIn(livingFile))]
    await killed.kill()
    expect(await readdir(place)).toHaveLength(1)
    const next = await firstInstance(await lockIn())
    await vi.waitFor(() => expect(readdir(place)).rejects.toMatchObject({ code: 'ENOENT' }), swept)
    expect(await readdir(livingPlace)).toHaveLength(1)
    expect(await firstInstance(livingFile)).toMatchObject({ isFirst: false, holder: { pid: living.pid } })
    await (next as FirstInstance).release()
  })

  it('is swept by many starts at once, none of which takes anything from another', async () => {
    const killed = await Promise.all(Array.from({ length: 4 }, async () => otherProcess(await lockIn())))
    for (const one of killed) await one.act('take')
    const folder = await socketFolder()
    for (const one of killed) await one.kill()
    expect(await readdir(folder)).toHaveLength(killed.length)
    const files = await Promise.all(Array.from({ length: rounds(5, 12) }, lockIn))
    const started = await Promise.all(files.map((file) => otherProcess(file)))
    const said = await Promise.all(started.map((one) => one.act('take')))
    expect(said).toEqual(files.map(() => ({ isFirst: true })))
    await vi.waitFor(async () => expect(await readdir(folder)).toHaveLength(files.length), swept)
    for (const [i, file] of files.entries())
      expect(await firstInstance(file)).toMatchObject({ isFirst: false, holder: { pid: started[i]?.pid } })
  })

  it('is the usual one of this person', async () => {
    const file = await lockIn()
    const instance = await firstInstance(file)
    onTestFinished(() => (instance as FirstInstance).release())
    const folder = await socketFolder()
    expect((await socketIn(file)).startsWith(folder)).toBe(true)
    expect(folder.startsWith(process.env['XDG_RUNTIME_DIR'] ?? tmpdir())).toBe(true)
  })
})
