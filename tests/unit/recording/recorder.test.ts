import { expect, test } from 'vitest'
import { LecternError } from '../../../src/contract/failure.ts'
import type { HttpMessage } from '../../../src/services/recording/http-parser.ts'
import { preciseNow } from '../../../src/services/recording/precise-clock.ts'
import type { Exchange, Proxy } from '../../../src/services/recording/proxy.ts'
import { recordScenario, runChecked, type Stage } from '../../../src/services/recording/recorder.ts'
import type { Registry } from '../../../src/services/recording/registry.ts'
import { namesFor, type Scenario } from '../../../src/services/recording/scenario.ts'

const shell = { env: process.env, signal: new AbortController().signal }
const stopped = new LecternError('cancelled', { ko: '', en: 'stopped' })

const message = (startLine: string, at: number, bytes = 0): HttpMessage => ({
  startLine,
  headers: {},
  startedAt: at,
  endedAt: at,
  bytes,
  body: Buffer.alloc(0),
  sha256: '',
  partsAt: [],
})
const exchange = (path: string, connection = 1, [up, down]: readonly [number, number] = [0, 0]): Exchange => {
  const at = preciseNow()
  const [request, response] = [message(`GET ${path} HTTP/1.1`, at, up), message('HTTP/1.1 200 OK', at, down)]
  return { connection, request, response, raw: [] }
}

/** A proxy whose exchanges of before the recording, and then those of it, are there when it is asked for them. */
function proxyWith(...exchanges: readonly (() => Exchange)[]): Proxy {
  const all = [[exchange('/before', 9)], exchanges]
  const take = () => (all.shift() ?? []).map((one) => (typeof one === 'function' ? one() : one))
  return { port: 5000, take, quiet: () => Promise.resolve(), close: () => Promise.resolve() }
}

/** A registry whose log has a line of before, and then one more each time it is looked at. */
function registryWith(proxy: Proxy, lines: readonly string[]): Registry {
  let known = 0
  const accessLog = () => ['before', ...lines].slice(0, ++known)
  return { proxy, taken: () => 1, accessLog, empty: () => Promise.resolve(), stop: () => Promise.resolve() }
}

const scenario = (more: Partial<Scenario> = {}): Scenario => ({
  name: 'docker-it',
  title: { ko: '하나', en: 'One' },
  needs: 'engine',
  commands: [{ command: 'echo {web}' }],
  keep: { calls: 'all', events: false },
  ...more,
})
const versions = { recordedWith: { dockerCli: '28' }, imageStore: 'classic', dataRoot: '', kernel: '' } as const
const stage = (more: Partial<Stage> = {}): Stage => ({
  engine: null,
  proxy: null,
  registry: null,
  names: namesFor('lectern-', '127.0.0.1:5000', { contexts: '/contexts', work: '/work' }),
  mark: { label: 'lectern.record', value: 'user-0', prefix: 'lectern-' },
  versions,
  conditions: ['a condition'],
  shell,
  quietMs: 10_000,
  ...more,
})

test('a command that ends otherwise than it must is told with its last words', async () => {
  expect(await runChecked('exit 3', 3, shell)).toMatchObject({ exitCode: 3 })
  const failed = runChecked('echo begins; echo "no space" >&2; exit 1', 0, shell)
  await expect(failed).rejects.toThrow('This command failed: echo begins; echo "no space" >&2; exit 1\n  no space')
  await expect(runChecked('true', 1, shell)).rejects.toThrow('This command failed: true')
})

test('a recording of commands alone says what was run, by whom, and under which conditions', async () => {
  const trace = await recordScenario(scenario({ note: 'a note', before: ['true'] }), stage())
  expect(trace).toMatchObject({
    schema: 'docker-trace/1',
    name: 'docker-it',
    title: 'One',
    recordedWith: { dockerCli: '28' },
    conditions: ['a condition', 'a note'],
    events: [{ n: 1, summary: 'echo lectern-web', response: { exitCode: 0, output: [{ text: 'lectern-web\n' }] } }],
  })
  expect(trace.events).toHaveLength(1)
  expect(trace.actors).toEqual({ user: 'the person at the shell', cli: 'docker CLI' })
  for (const field of ['facts', 'registryLog']) expect(trace).not.toHaveProperty(field)
  expect((await recordScenario(scenario(), stage())).conditions).toEqual(['a condition'])
})

test('what a scenario starts from must come about', async () => {
  await expect(recordScenario(scenario({ before: ['false'] }), stage())).rejects.toThrow('This command failed: false')
})

test('commands of a scenario run one after the other, and each must end as it says', async () => {
  const commands = [{ command: 'exit 2', exit: 2 }, { command: 'echo second' }]
  const { events } = await recordScenario(scenario({ commands }), stage())
  expect(events.map(({ summary }) => summary)).toEqual(['exit 2', 'echo second'])
  const wrong = scenario({ commands: [{ command: 'exit 2' }, { command: 'echo second' }] })
  await expect(recordScenario(wrong, stage())).rejects.toThrow('This command failed: exit 2')
})

test('calls of before are left out, and connections counted from one', async () => {
  const proxy = proxyWith(
    () => exchange('/a', 4),
    () => exchange('/b', 7),
    () => exchange('/c', 4),
  )
  const { events, actors } = await recordScenario(scenario(), stage({ proxy }))
  const calls = events.filter(({ from }) => from === 'cli')
  expect(calls.map(({ summary, conn }) => [summary, conn])).toEqual([
    ['GET /a → 200', 'docker-1'],
    ['GET /b → 200', 'docker-2'],
    ['GET /c → 200', 'docker-1'],
  ])
  expect(calls.map(({ to, protocol }) => [to, protocol])).toEqual(
    calls.map(() => ['dockerd', 'HTTP/1.1 over unix:///var/run/docker.sock']),
  )
  expect(actors['dockerd']).toBe('Docker engine (classic image store)')
  expect(events.map(({ t_ms }) => t_ms).every((t_ms) => t_ms >= 0)).toBe(true)
})

test('calls are kept by how their path ends, whatever they ask for in it', async () => {
  const paths = ['/v1.51/images/a/push?tag=1', '/v1.51/images/a/pushed', '/v1.51/info?x=/push', '/v1.51/build']
  const proxy = proxyWith(...paths.map((path) => () => exchange(path)))
  const keep = { calls: ['/push', '/build'], events: false }
  const { events } = await recordScenario(scenario({ keep }), stage({ proxy }))
  expect(events.filter(({ from }) => from === 'cli').map(({ summary }) => summary)).toEqual([
    'GET /images/a/push?tag=1 → 200',
    'GET /build → 200',
  ])
})

test('of a registry a recording has what went over its connections, and its log once that is whole', async () => {
  const proxy = proxyWith(
    () => exchange('/v2/', 3, [1, 20]),
    () => exchange('/v2/x', 3, [5, 300]),
  )
  const trace = await recordScenario(scenario(), stage({ registry: registryWith(proxy, ['first', 'second', 'third']) }))
  expect(trace.facts).toEqual({
    totals: { registryCalls: 2, tokenCalls: 0, bytesUp: 6, bytesDown: 320, connections: 1 },
  })
  expect(trace.registryLog?.slice(0, 2)).toEqual(['first', 'second'])
  const calls = trace.events.filter(({ to }) => to === 'registry')
  expect(calls.map(({ from, conn }) => [from, conn])).toEqual([
    ['dockerd', 'registry-1'],
    ['dockerd', 'registry-1'],
  ])
  expect(calls[0]?.protocol).toBe('HTTP/1.1 over tcp registry.example:5000')
})

test('a registry that never writes its log is not waited for longer than was said', async () => {
  const registry = registryWith(
    proxyWith(() => exchange('/v2/')),
    [],
  )
  const trace = await recordScenario(scenario(), stage({ registry, quietMs: 20 }))
  expect(trace.registryLog).toEqual([])
})

test('parties are called what they are: the store of the engine, and the version of the registry where it is known', async () => {
  const actorsWith = async (more: Partial<Stage['versions']>): Promise<unknown[]> => {
    const registry = registryWith(
      proxyWith(() => exchange('/v2/')),
      ['line'],
    )
    const { actors } = await recordScenario(scenario(), stage({ registry, versions: { ...versions, ...more } }))
    return [actors['dockerd'], actors['registry']]
  }
  expect(await actorsWith({ imageStore: 'containerd', recordedWith: { registry: '2.8.3' } })).toEqual([
    "Docker engine with containerd's image store",
    'OCI registry (docker-registry 2.8.3)',
  ])
  expect(await actorsWith({})).toEqual(['Docker engine (classic image store)', 'OCI registry (docker-registry)'])
})

test('a recording that was stopped while it waited for the rest of the calls is none', async () => {
  const stop = new AbortController()
  let quiets = 0
  const proxy: Proxy = {
    ...proxyWith(),
    quiet: () => {
      if (++quiets === 2) stop.abort(stopped)
      return Promise.resolve()
    },
  }
  const recorded = recordScenario(scenario(), stage({ proxy, shell: { ...shell, signal: stop.signal } }))
  await expect(recorded).rejects.toBe(stopped)
})
