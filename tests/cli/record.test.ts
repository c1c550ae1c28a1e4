import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startFakeEngine, type FakeEngine } from '../unit/recording/fake-engine.ts'
import { fakePrograms } from '../unit/recording/fake-programs.ts'
import { lecternProcess } from './lectern.ts'

let folder = ''
let out = ''
let env: Record<string, string> = {}
let engine: FakeEngine
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-cli-record-'))
  out = join(folder, 'out')
  engine = await startFakeEngine(join(folder, 'engine.sock'))
  const { PATH = '' } = await fakePrograms(join(folder, 'bin'))
  // A temporary folder of its own shows what is left in it.
  await fakePrograms(join(folder, 'tmp'), [])
  // Where sockets lie that say who is running; it stays, as the system's own does.
  const runtime = join(folder, 'run')
  await mkdir(runtime, { mode: 0o700 })
  env = {
    PATH,
    LECTERN_HOME: join(folder, 'home'),
    TMPDIR: join(folder, 'tmp'),
    XDG_RUNTIME_DIR: runtime,
    DOCKER_HOST: '',
  }
})
afterEach(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

const record = (args: readonly string[], more: Record<string, string> = {}, interruptOn?: string) =>
  lecternProcess(['record', ...args], { ...env, ...more }, interruptOn)
const socket = (): readonly string[] => ['--socket', engine.socketPath]
const leftInTmp = (): Promise<string[]> => readdir(join(folder, 'tmp'))

test('--list names the scenarios in the language of the system', async () => {
  const english = await record(['--list'])
  expect(english).toMatchObject({ code: 0, err: '' })
  expect(english.out).toMatch(/^registry-push-first +docker push: first push, nothing is there yet$/m)
  expect(english.out.trim().split('\n')).toHaveLength(15)
  const korean = await record(['--list'], { LC_ALL: 'ko_KR.UTF-8' })
  expect(korean.out).toContain('처음이라 레지스트리에 아무것도 없어요')
})

test('wrong usage is 2, with a word about it', async () => {
  for (const args of [[], ['--out', out, '--throw-away', '--socket', 'x'], ['--no-such-option'], ['--out']]) {
    expect(await record(args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('usage') as string })
  }
  const unknown = await record(['docker-nothing', '--out', out])
  expect(unknown).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no scenario docker-nothing') as string,
  })
})

test('records what was asked for, and leaves nothing behind', async () => {
  const ran = await record(['docker-exec', 'docker-no-engine', '--out', out, ...socket()])
  expect(ran).toEqual({ code: 0, out: `Recorded 2 scenarios to ${out}.\n`, err: '' })
  expect((await readdir(out)).sort()).toEqual(['docker-exec.json', 'docker-no-engine.json', 'index.json'])
  expect([engine.containers, engine.images]).toEqual([[], []])
  expect(await leftInTmp()).toEqual([])
})

test('takes the socket from DOCKER_HOST, and says where that is none', async () => {
  const ran = await record(['docker-version', '--out', out], { DOCKER_HOST: `unix://${engine.socketPath}` })
  expect(ran.code).toBe(0)
  const tcp = await record(['docker-version', '--out', out], {
    DOCKER_HOST: 'tcp://192.0.2.1:2375',
    LC_ALL: 'ko_KR.UTF-8',
  })
  expect(tcp.code).toBe(1)
  expect(tcp.err).toContain('DOCKER_HOST가 tcp://192.0.2.1:2375예요')
})

describe('in its way', () => {
  test('no engine, a folder that cannot be written, a name that is taken: a sentence each, and 1', async () => {
    const none = await record(['docker-version', '--out', out, '--socket', join(folder, 'none.sock')])
    expect(none).toMatchObject({ code: 1, out: '' })
    expect(none.err).toBe(
      `lectern: No Docker engine answers at ${join(folder, 'none.sock')}. Start Docker, or name its socket with --socket.\n`,
    )
    await writeFile(join(folder, 'file'), '')
    const unwritable = await record(['docker-version', '--out', join(folder, 'file', 'out'), ...socket()])
    expect(unwritable).toMatchObject({ code: 1, err: expect.stringContaining('could not be saved') as string })
    engine.addContainer('lectern-web')
    const taken = await record(['docker-exec', '--out', out, ...socket()])
    expect(taken).toMatchObject({
      code: 1,
      err: expect.stringContaining('named lectern-web that Lectern did not') as string,
    })
    expect(engine.containers).toHaveLength(1)
    expect(await leftInTmp()).toEqual([])
  })

  test('no docker on the path', async () => {
    await rm(join(folder, 'bin', 'docker'))
    const ran = await record(['docker-version', '--out', out, ...socket()], { PATH: join(folder, 'bin') })
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('Not installed: docker') as string })
  })

  test('--throw-away without root or without an engine’s programs', async () => {
    const ran = await record(['docker-version', '--out', out, '--throw-away'], { PATH: join(folder, 'bin') })
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err.trim().split('\n')).toHaveLength(1)
    const isRoot = process.platform === 'linux' && process.getuid?.() === 0
    expect(ran.err).toMatch(isRoot ? /Not installed: .*dockerd/ : /works on Linux as root only/)
  })

  test('a scenario that fails is named, and the others are recorded', async () => {
    engine.broken = /history$/
    const ran = await record(['docker-history', 'docker-version', '--out', out, ...socket()])
    expect(ran).toMatchObject({ code: 1, out: `Recorded 1 scenario to ${out}.\n` })
    expect(ran.err).toContain('docker-history could not be recorded. This command failed: docker history')
  })

  test('another recording that is going on', async () => {
    const script = join(folder, 'bin', 'docker')
    // Its answer takes as long as the file is there.
    await writeFile(join(folder, 'wait'), '')
    const slow = `#!/bin/sh\nwhile [ -e '${join(folder, 'wait')}' ]; do sleep 0.1; done\nexit 1\n`
    await writeFile(script, slow)
    await chmod(script, 0o755)
    const first = record(['docker-version', '--out', out, ...socket()])
    await expect.poll(() => engine.calls).toContain('GET /_ping')
    const second = await record(['docker-version', '--out', out, ...socket()])
    await rm(join(folder, 'wait'))
    await first
    expect(second).toMatchObject({
      code: 1,
      err: 'lectern: Another recording is going on. Try again when it has ended.\n',
    })
  })
})

describe('stopped', () => {
  test('by Ctrl+C in the middle of a scenario it cleans up and says so', async () => {
    let release = (): void => undefined
    engine.hold = new Promise((resolve) => (release = resolve))
    engine.addContainer('theirs')
    const ran = await record(['docker-exec', '--out', out, '--verbose', ...socket()], {}, 'recording 1 of 1')
    release()
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toContain('lectern: The recording was cancelled.')
    expect(engine.containers.map(({ name }) => name)).toEqual(['theirs'])
    expect(await readdir(out)).toEqual([])
    expect(await leftInTmp()).toEqual([])
  })

  test('by being killed it leaves things that the next run removes', async () => {
    let release = (): void => undefined
    engine.hold = new Promise((resolve) => (release = resolve))
    const cli = join(import.meta.dirname, '../../out/main/cli.js')
    const child = spawn(process.execPath, [cli, 'record', 'docker-exec', '--out', out, ...socket()], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await expect.poll(() => engine.calls).toContain('POST /build')
    child.kill('SIGKILL')
    await ended
    release()
    const label = { 'lectern.record': `user-${process.getuid?.() ?? 0}` }
    engine.addContainer('lectern-web', label, 'lectern-app-a')
    const [left = ''] = await leftInTmp()
    expect(left).toMatch(/^lectern-record-/)
    const ran = await record(['docker-version', '--out', out, ...socket()])
    expect(ran.code).toBe(0)
    expect(engine.containers).toEqual([])
    expect(JSON.parse(await readFile(join(out, 'docker-version.json'), 'utf8'))).toMatchObject({
      name: 'docker-version',
    })
    expect(await leftInTmp()).toEqual([])
  })
})
