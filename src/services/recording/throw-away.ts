import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startDaemon, type Daemon } from './daemon.ts'
import { findEngine } from './engine.ts'
import { findBusybox, needPrograms } from './programs.ts'
import { problems } from './problems.ts'
import type { Replacement } from './redact.ts'

/** An engine of our own with its containerd, in namespaces of their own. */
export interface ThrowAwayEngine {
  readonly socketPath: string
  readonly places: readonly Replacement[]
  stop(): Promise<void>
}

export const throwAwayCondition =
  'dockerd, containerd and the registry run in private mount, network, pid and uts namespaces with only a loopback device, without a bridge; pids are those of that pid namespace'

/** Rejects with a `LecternError` that names what is missing for an engine of our own. */
export function needThrowAway(env: NodeJS.ProcessEnv): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) throw problems.notRoot()
  needPrograms(['unshare', 'docker', 'dockerd', 'containerd', 'runc'], env)
}

/**
 * Runs this program once more with other arguments, in namespaces of its own: an engine without a bridge deletes the
 * bridge of the engine that is there already, and all that is started in a pid namespace ends with it. Gives its exit
 * code. When `signal` stops it, or we die, its standard input ends, and so does it after cleaning up.
 */
export function runInNamespaces(args: readonly string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<number> {
  const kinds = ['--mount', '--net', '--uts', '--ipc', '--pid', '--fork', '--kill-child', '--mount-proc']
  const again = [process.execPath, ...process.execArgv, ...process.argv.slice(1, 2), ...args]
  return new Promise((resolve, reject) => {
    const child = spawn('unshare', [...kinds, ...again], { env, detached: true, stdio: ['pipe', 'inherit', 'inherit'] })
    child.stdin.on('error', () => undefined)
    const stop = (): void => void child.stdin.end()
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    child.once('error', reject)
    child.once('exit', (code) => {
      signal.removeEventListener('abort', stop)
      resolve(code ?? 1)
    })
  })
}

/** What both daemons make outside of the folders that they are given: for the sockets of shims, and for plugins. */
const outsideFolders = ['/run/containerd/s', '/run/containerd', '/run/docker/plugins', '/run/docker']
const cgroupParent = 'lectern-record'

/** Removes the empty control groups that an engine leaves, in version 2 and in each hierarchy of version 1. */
async function removeCgroups(): Promise<void> {
  const root = '/sys/fs/cgroup'
  const hierarchies = await readdir(root).catch(() => [])
  for (const folder of [root, ...hierarchies.map((name) => join(root, name))])
    await rmdir(join(folder, cgroupParent)).catch(() => undefined)
}

/** Starts containerd and dockerd with all that they write below `work`. Only for inside of `runInNamespaces`. */
export async function startThrowAway(
  work: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ThrowAwayEngine> {
  const busybox = await findBusybox(env)
  const made = outsideFolders.filter((folder) => !existsSync(folder))
  spawnSync(busybox, ['ip', 'link', 'set', 'lo', 'up'])
  spawnSync(busybox, ['hostname', 'docker-host'])

  const at = (name: string): string => join(work, name)
  for (const name of ['containerd', 'containerd-state', 'data', 'exec']) await mkdir(at(name), { recursive: true })
  const containerdConfig = `version = 2
root = "${at('containerd')}"
state = "${at('containerd-state')}"
disabled_plugins = ["io.containerd.grpc.v1.cri"]
[grpc]
  address = "${at('containerd.sock')}"
`
  await writeFile(at('containerd.toml'), containerdConfig)
  await writeFile(at('daemon.json'), '{}')

  const daemons: Daemon[] = []
  const stop = async (): Promise<void> => {
    for (const daemon of daemons.reverse()) await daemon.stop()
    await removeCgroups()
    for (const folder of made) await rmdir(folder).catch(() => undefined)
  }
  const isThere = (name: string) => async (): Promise<boolean> => (await readdir(work)).includes(name)
  const socketPath = at('engine.sock')
  try {
    daemons.push(
      await startDaemon('containerd', ['--config', at('containerd.toml')], {
        env,
        signal,
        isReady: isThere('containerd.sock'),
      }),
    )
    const engineArgs = [
      ...['--config-file', at('daemon.json'), '--data-root', at('data'), '--exec-root', at('exec')],
      ...['--pidfile', at('dockerd.pid'), '--host', `unix://${socketPath}`, '--containerd', at('containerd.sock')],
      ...['--bridge', 'none', '--iptables=false', '--ip6tables=false', '--ip-masq=false'],
      // The system's manager of services is outside and knows nothing of these processes.
      ...['--exec-opt', 'native.cgroupdriver=cgroupfs', '--cgroup-parent', `/${cgroupParent}`],
    ]
    const isReady = (): Promise<boolean> =>
      findEngine(socketPath).then(
        () => true,
        () => false,
      )
    daemons.push(await startDaemon('dockerd', engineArgs, { env, signal, isReady }))
  } catch (error) {
    await stop()
    throw error
  }
  return {
    socketPath,
    places: [
      [at('exec'), '/var/run/docker'],
      [at('containerd.sock'), '/run/containerd/containerd.sock'],
      [at('containerd-state'), '/run/containerd'],
      [at('containerd'), '/var/lib/containerd'],
    ],
    stop,
  }
}
