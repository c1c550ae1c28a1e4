import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { startDaemon, type Daemon, type DaemonOptions } from './daemon.ts'
import { findProgram } from './programs.ts'
import { problems } from './problems.ts'
import { startProxy, type Proxy } from './proxy.ts'

/** A registry on loopback with a recording proxy before it. */
export interface Registry {
  readonly proxy: Proxy
  /** How many calls have been taken from the proxy since it was emptied. */
  taken(): number
  /** Starts it anew without any content. */
  empty(): Promise<void>
  /** The lines of its access log since it was emptied, without times and versions. */
  accessLog(): string[]
  stop(): Promise<void>
}

/** The registry's program: Debian's name for it, then its own. */
export const registryProgram = (env: NodeJS.ProcessEnv): string | null =>
  findProgram('docker-registry', env) ?? findProgram('registry', env)

/** The port that registries have by custom; a free one where it is taken. */
const customaryPort = 5000

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Who asks whether it is up: its line in the log comes when it likes, after the answer. */
const asker = 'lectern-recording'

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/v2/`, { headers: { 'user-agent': asker } }).then(
    ({ ok }) => ok,
    () => false,
  )

/** Prepares a registry in `folder`; `empty` starts it. Rejects with a `LecternError` where its program is missing. */
export async function prepareRegistry(
  folder: string,
  { env, signal }: Pick<DaemonOptions, 'env' | 'signal'>,
): Promise<Registry> {
  const program = registryProgram(env)
  if (program === null) throw problems.noProgram('docker-registry')
  const port = await freePort()
  const target = { host: '127.0.0.1', port }
  const proxy = await startProxy({ host: '127.0.0.1', port: customaryPort }, target).catch(() =>
    startProxy({ host: '127.0.0.1', port: 0 }, target),
  )
  const config = join(folder, 'registry.json')
  const root = join(folder, 'registry')
  let daemon: Daemon | null = null
  let taken = 0
  return {
    proxy: {
      ...proxy,
      take: () => {
        const exchanges = proxy.take()
        taken += exchanges.length
        return exchanges
      },
    },
    taken: () => taken,
    empty: async () => {
      await daemon?.stop()
      await rm(root, { recursive: true, force: true })
      await mkdir(root, { recursive: true })
      // YAML takes JSON as it is.
      const settings = {
        version: 0.1,
        log: { level: 'info', accesslog: { disabled: false } },
        storage: { filesystem: { rootdirectory: root }, cache: { blobdescriptor: 'inmemory' } },
        http: { addr: `127.0.0.1:${port}` },
      }
      await writeFile(config, JSON.stringify(settings))
      daemon = await startDaemon(program, ['serve', config], { env, signal, isReady: () => answers(port) })
      taken = 0
    },
    accessLog: () =>
      (daemon?.log() ?? '')
        .split('\n')
        .filter((line) => /^[\d.]+ - - \[/.test(line) && !line.endsWith(`"${asker}"`))
        .map((line) => line.replace(/ \[[^\]]+\]/, '').replace(/"(docker|buildkit|containerd)\/[^"]*"$/, '"$1"')),
    stop: async () => {
      await daemon?.stop()
      await proxy.close()
    },
  }
}
