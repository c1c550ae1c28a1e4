import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { release } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Engine } from '../../../src/services/recording/engine.ts'
import { askVersions } from '../../../src/services/recording/versions.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const newest = { Version: '29.0.1', ApiVersion: '1.50', DefaultAPIVersion: '1.52' }
const info = {
  OperatingSystem: 'Debian',
  KernelVersion: '6.1.2',
  Architecture: 'x86_64',
  Driver: 'overlay2',
  CgroupDriver: 'systemd',
  CgroupVersion: '2',
  DockerRootDir: '/data/docker',
}

interface Given {
  /** What the CLI writes for its version as JSON, and with `--version`. */
  readonly client?: string
  readonly plain?: string
  readonly api?: string
  readonly version?: object
  readonly info?: object
  /** What the registry's program writes; null where there is none. */
  readonly registry?: string | null
}

/** Asks a CLI and a registry that are scripts, and an engine that answers so; none where that is null. */
async function versionsOf({ registry = null, ...given }: Given, hasEngine = true) {
  const folder = await temporaryFolder()
  const bin = join(folder, 'a folder')
  await mkdir(bin)
  const program = async (name: string, script: string): Promise<string> => {
    await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`)
    await chmod(join(bin, name), 0o755)
    return join(bin, name)
  }
  const quoted = (text: string): string => `'${text}'`
  await program(
    'docker',
    `case "$1" in version) printf '%s\\n' ${quoted(given.client ?? JSON.stringify(newest))}; exit 1;; *) echo ${quoted(given.plain ?? '')};; esac`,
  )
  const registryProgram = registry === null ? null : await program('registry', `printf ${quoted(registry)}`)
  const answers: Record<string, object> = {
    '/version': given.version ?? { Version: '28.5.2' },
    '/info': { ...info, ...given.info },
  }
  const ask: Engine['ask'] = (_, path) =>
    Promise.resolve({ status: 200, headers: {}, text: JSON.stringify(answers[path]) })
  const engine = { socketPath: '', api: given.api ?? '1.51', ask }
  const env = { PATH: `${bin}:/usr/bin:/bin` }
  return askVersions(hasEngine ? engine : null, registryProgram, { env, signal: new AbortController().signal })
}

test('a recording says what it was made with: all parties that said something', async () => {
  const Components = [
    { Name: 'runc', Version: '1.3.6' },
    { Name: 'containerd', Version: '2.1.9' },
  ]
  const { recordedWith, ...versions } = await versionsOf({
    version: { Version: '28.5.2', Components },
    registry: 'docker-registry github.com/docker/distribution 2.8.3\\nbuilt with care\\n',
  })
  expect(recordedWith).toEqual({
    date: expect.stringMatching(/^\d{4}-\d\d$/) as string,
    os: 'Debian, Linux 6.1.2, x86_64',
    dockerCli: '29.0.1',
    dockerd: '28.5.2',
    apiNegotiated: '1.51',
    apiOfCli: '1.52',
    containerd: '2.1.9',
    runc: '1.3.6',
    registry: '2.8.3',
    storageDriver: 'overlay2 graph driver (classic image store)',
    cgroup: 'v2 (systemd)',
  })
  expect(versions).toEqual({ imageStore: 'classic', dataRoot: '/data/docker', kernel: '6.1.2' })
})

test('what a party does not say is left out', async () => {
  const { recordedWith } = await versionsOf({ version: { Version: '28.5.2', Components: [{ Name: 'runc' }] } })
  for (const left of ['runc', 'containerd', 'registry']) expect(recordedWith).not.toHaveProperty(left)
})

test.each([
  ['1.51', '1.52', '1.51'],
  ['1.52', '1.51', '1.51'],
  ['1.9', '1.51', '1.9'],
  ['1.51', '1.51', '1.51'],
])('an engine that speaks %s and a CLI that speaks %s agree on %s', async (api, DefaultAPIVersion, agreed) => {
  const { recordedWith } = await versionsOf({ api, client: JSON.stringify({ ...newest, DefaultAPIVersion }) })
  expect(recordedWith).toMatchObject({ apiNegotiated: agreed, apiOfCli: DefaultAPIVersion })
})

test('a CLI that does not say what it speaks by itself says what it speaks', async () => {
  const { recordedWith } = await versionsOf({ client: JSON.stringify({ Version: '20.10.1', ApiVersion: '1.41' }) })
  expect(recordedWith).toMatchObject({ dockerCli: '20.10.1', apiNegotiated: '1.41', apiOfCli: '1.41' })
})

test('a CLI that can only say its version is known by that, and what the engine speaks is spoken', async () => {
  const { recordedWith } = await versionsOf({ client: 'no JSON', plain: 'Docker version 28.5.2, build ecc6942' })
  expect(recordedWith).toMatchObject({ dockerCli: '28.5.2', apiNegotiated: '1.51' })
  expect(recordedWith).not.toHaveProperty('apiOfCli')
  expect((await versionsOf({ client: '', plain: 'podman' })).recordedWith).not.toHaveProperty('dockerCli')
})

test('the store of containerd is known by its snapshotter', async () => {
  const DriverStatus = [
    ['Backing Filesystem', 'extfs'],
    ['driver-type', 'io.containerd.snapshotter.v1'],
  ]
  const versions = await versionsOf({ info: { Driver: 'overlayfs', DriverStatus } })
  expect(versions).toMatchObject({
    imageStore: 'containerd',
    recordedWith: { storageDriver: 'overlayfs snapshotter (containerd image store)' },
  })
  expect(await versionsOf({ info: { DriverStatus: null } })).toMatchObject({ imageStore: 'classic' })
})

test('without an engine a recording says the CLI and the system', async () => {
  const { recordedWith, ...versions } = await versionsOf({}, false)
  expect(Object.keys(recordedWith)).toEqual(['date', 'os', 'dockerCli', 'apiOfCli'])
  expect(recordedWith['os']).toContain(`${release()}, ${process.arch}`)
  if (process.platform === 'linux') expect(recordedWith['os']).toMatch(/^Linux /)
  expect(versions).toEqual({ imageStore: 'classic', dataRoot: '', kernel: release() })
})
