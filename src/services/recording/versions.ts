import { release, version as osVersion } from 'node:os'
import * as v from 'valibot'
import { askEngine, type Engine } from './engine.ts'
import { runShell, textOf, type ShellOptions } from './run-shell.ts'

const text = v.optional(v.string(), '')
const clientSchema = v.object({ Version: text, ApiVersion: text, DefaultAPIVersion: text })
const versionSchema = v.object({
  Version: v.string(),
  Components: v.optional(v.array(v.object({ Name: v.string(), Version: text })), []),
})
const infoSchema = v.object({
  OperatingSystem: text,
  KernelVersion: text,
  Architecture: text,
  Driver: text,
  DriverStatus: v.nullish(v.array(v.array(v.string()))),
  CgroupDriver: text,
  CgroupVersion: text,
  DockerRootDir: text,
})

/** What a recording is made with, and what of the engine is to be redacted. */
export interface Versions {
  readonly recordedWith: Readonly<Record<string, string>>
  readonly imageStore: 'containerd' | 'classic'
  readonly dataRoot: string
  readonly kernel: string
}

/** What the CLI says of itself. Where it can only say its version, that. */
async function askClient(options: ShellOptions): Promise<Record<string, string>> {
  // It exits with 1 where there is no engine, and still answers.
  const ran = await runShell("docker version --format '{{json .Client}}'", options)
  try {
    const client = v.parse(clientSchema, JSON.parse(textOf(ran, 'stdout').split('\n')[0] ?? ''))
    return { dockerCli: client.Version, apiOfCli: client.DefaultAPIVersion || client.ApiVersion }
  } catch {
    const said = textOf(await runShell('docker --version', options), 'stdout')
    return { dockerCli: /version ([^\s,]+)/.exec(said)?.[1] ?? '' }
  }
}

async function registryVersion(program: string | null, options: ShellOptions): Promise<string> {
  if (program === null) return ''
  const said = textOf(await runShell(`'${program}' --version`, options)).trim()
  return said.split('\n')[0]?.split(' ').at(-1) ?? ''
}

/** The lesser of two API versions is what CLI and engine agree on. */
const lesser = (a: string, b: string): string => (Number(a.split('.')[1]) < Number(b.split('.')[1]) ? a : b)

const known = (entries: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== ''))

/** Asks all parties of a recording for their versions; without an engine only the CLI and the system. */
export async function askVersions(
  engine: Engine | null,
  registry: string | null,
  options: ShellOptions,
): Promise<Versions> {
  const { dockerCli = '', apiOfCli = '' } = await askClient(options)
  const date = new Date().toISOString().slice(0, 7)
  if (engine === null) {
    const os = `${process.platform === 'linux' ? 'Linux' : osVersion()} ${release()}, ${process.arch}`
    const recordedWith = known({ date, os, dockerCli, apiOfCli })
    return { recordedWith, imageStore: 'classic', dataRoot: '', kernel: release() }
  }
  const { Version, Components } = v.parse(versionSchema, await askEngine(engine, '/version'))
  const info = v.parse(infoSchema, await askEngine(engine, '/info'))
  const component = (name: string): string => Components.find(({ Name }) => Name === name)?.Version ?? ''
  const isContainerd = (info.DriverStatus ?? []).some(([, value]) => value?.includes('containerd.snapshotter'))
  const store = isContainerd ? 'snapshotter (containerd image store)' : 'graph driver (classic image store)'
  const recordedWith = known({
    date,
    os: `${info.OperatingSystem}, Linux ${info.KernelVersion}, ${info.Architecture}`,
    dockerCli,
    dockerd: Version,
    apiNegotiated: apiOfCli === '' ? engine.api : lesser(apiOfCli, engine.api),
    apiOfCli,
    containerd: component('containerd'),
    runc: component('runc'),
    registry: await registryVersion(registry, options),
    storageDriver: `${info.Driver} ${store}`,
    cgroup: `v${info.CgroupVersion} (${info.CgroupDriver})`,
  })
  const imageStore = isContainerd ? 'containerd' : 'classic'
  return { recordedWith, imageStore, dataRoot: info.DockerRootDir, kernel: info.KernelVersion }
}
