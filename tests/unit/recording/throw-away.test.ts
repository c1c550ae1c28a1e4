import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { LecternError } from '../../../src/contract/failure.ts'
import { runInNamespaces, startThrowAway } from '../../../src/services/recording/throw-away.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { startFakeEngine } from './fake-engine.ts'
import { fakePrograms } from './fake-programs.ts'

const onLinux = test.skipIf(process.platform !== 'linux')
const never = new AbortController().signal

async function withPrograms(scripts: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder()
  const bin = join(folder, 'bin')
  const env = await fakePrograms(bin, ['busybox'])
  for (const [name, script] of Object.entries(scripts)) {
    await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`)
    await chmod(join(bin, name), 0o755)
  }
  /** The words in a file, once it is there with as many lines as given: programs write in their own time. */
  const words = async (name: string, least = 1): Promise<readonly string[]> => {
    const read = (): Promise<string> => readFile(join(folder, name), 'utf8').catch(() => '')
    await expect.poll(async () => (await read()).split('\n').length - 1).toBeGreaterThanOrEqual(least)
    return (await read()).trimEnd().split('\n')
  }
  return { folder, env: { ...env, AT: folder }, words }
}
/** Writes its own arguments, a line each, and tells when it was asked to end. */
const noting = (name: string): string =>
  `trap 'echo ${name} >> "$AT/ended"; exit' TERM; printf '%s\\n' "$@" > "$AT/${name}.args"`

onLinux('this program is run again apart from everything of the machine, and ends with us', async () => {
  const { env, words } = await withPrograms({ unshare: `${noting('unshare')}; cat >/dev/null; exit 7` })
  const stop = new AbortController()
  const code = runInNamespaces(['record', '--inside'], env, stop.signal)
  await expect.poll(() => existsSync(join(env.AT, 'unshare.args'))).toBe(true)
  stop.abort()
  expect(await code).toBe(7)
  const args = await words('unshare.args', 10)
  const of = args.slice(0, args.indexOf(process.execPath))
  expect(of.toSorted()).toEqual(
    ['--fork', '--ipc', '--kill-child', '--mount', '--mount-proc', '--net', '--pid', '--uts'].toSorted(),
  )
  expect(args.slice(-2)).toEqual(['record', '--inside'])
})

onLinux('these kinds of namespaces are those that unshare knows', async () => {
  const { stdout } = await promisify(execFile)('unshare', ['--help'])
  for (const kind of ['--fork', '--ipc', '--kill-child', '--mount', '--mount-proc', '--net', '--pid', '--uts'])
    expect(stdout).toContain(kind)
})

onLinux('one that was stopped before it began ends as soon as it has', async () => {
  const { env } = await withPrograms({ unshare: 'cat >/dev/null; exit 3' })
  expect(await runInNamespaces([], env, AbortSignal.abort())).toBe(3)
})

onLinux('where it cannot be run, that is told', async () => {
  await expect(runInNamespaces([], { PATH: '/nowhere' }, never)).rejects.toThrow('ENOENT')
})

const engineScripts = (isUp = true) => ({
  containerd: `${noting('containerd')}; ${isUp ? 'touch "$(dirname "$2")/containerd.sock"' : 'echo no space >&2; exit 1'}
while :; do sleep 0.02; done`,
  dockerd: `${noting('dockerd')}
while :; do sleep 0.02; done`,
})

onLinux('an engine of our own writes below its folder, and is stopped before what it stands on', async () => {
  const { folder, env, words } = await withPrograms(engineScripts())
  const work = join(folder, 'work')
  await mkdir(work)
  const engine = await startFakeEngine(join(work, 'engine.sock'))
  const own = await startThrowAway(work, env, never)
  expect(own.socketPath).toBe(join(work, 'engine.sock'))
  expect((await readdir(work)).toSorted()).toEqual(
    [
      ...['containerd', 'containerd-state', 'containerd.sock', 'containerd.toml'],
      ...['daemon.json', 'data', 'engine.sock', 'exec'],
    ].toSorted(),
  )
  const toml = await readFile(join(work, 'containerd.toml'), 'utf8')
  for (const [key, name] of [
    ['root', 'containerd'],
    ['state', 'containerd-state'],
    ['address', 'containerd.sock'],
  ] as const)
    expect(toml).toContain(`${key} = "${join(work, name)}"`)
  expect(await words('containerd.args', 2)).toEqual(['--config', join(work, 'containerd.toml')])
  const args = await words('dockerd.args', 20)
  const after = (option: string): string | undefined => args[args.indexOf(option) + 1]
  expect(
    Object.fromEntries(['--data-root', '--exec-root', '--pidfile', '--containerd'].map((o) => [o, after(o)])),
  ).toEqual({
    '--data-root': join(work, 'data'),
    '--exec-root': join(work, 'exec'),
    '--pidfile': join(work, 'dockerd.pid'),
    '--containerd': join(work, 'containerd.sock'),
  })
  expect(after('--host')).toBe(`unix://${own.socketPath}`)
  expect(after('--bridge')).toBe('none')
  expect(args).toEqual(expect.arrayContaining(['--iptables=false', '--ip6tables=false', '--ip-masq=false']))
  // In a recording they are where an engine usually has them; of two that begin alike the longer one first.
  const replaced = own.places.map(([place]) => place)
  expect(replaced.indexOf(join(work, 'containerd.sock'))).toBeLessThan(replaced.indexOf(join(work, 'containerd')))
  expect(replaced.indexOf(join(work, 'containerd-state'))).toBeLessThan(replaced.indexOf(join(work, 'containerd')))
  await own.stop()
  expect(await words('ended', 2)).toEqual(['dockerd', 'containerd'])
  await engine.close()
})

onLinux('where a part does not start, none is left behind', async () => {
  const broken = await withPrograms(engineScripts(false))
  const work = join(broken.folder, 'work')
  await mkdir(work)
  await expect(startThrowAway(work, broken.env, never)).rejects.toThrow('containerd did not start. no space')

  const sound = await withPrograms(engineScripts())
  const stop = new AbortController()
  const reason = new LecternError('cancelled', { ko: '', en: 'stopped' })
  await mkdir(join(sound.folder, 'work'))
  const starting = startThrowAway(join(sound.folder, 'work'), sound.env, stop.signal)
  await expect.poll(() => existsSync(join(sound.folder, 'dockerd.args'))).toBe(true)
  stop.abort(reason)
  await expect(starting).rejects.toBe(reason)
  expect(await sound.words('ended', 2)).toEqual(['dockerd', 'containerd'])
})
