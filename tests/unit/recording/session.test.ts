import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LecternError } from '../../../src/contract/failure.ts'
import { scenarios } from '../../../src/services/recording/index.ts'
import {
  recordSession,
  type RecordProgress,
  type SessionOptions,
} from '../../../src/services/recording/recording-session.ts'
import type { Trace } from '../../../src/services/recording/trace.ts'
import { isSoak } from '../rounds.ts'
import { startFakeEngine, type FakeEngine } from './fake-engine.ts'
import { fakePrograms } from './fake-programs.ts'

const uid = process.getuid?.() ?? 0
const ourLabel = { 'lectern.record': `user-${uid}` }

let folder = ''
let out = ''
let engine: FakeEngine
let env: NodeJS.ProcessEnv
let told: RecordProgress[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-session-'))
  out = join(folder, 'out')
  env = await fakePrograms(join(folder, 'bin'))
  engine = await startFakeEngine(join(folder, 'engine.sock'))
  told = []
})
afterEach(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

const options = (names: readonly string[], more: Partial<SessionOptions> = {}): SessionOptions => ({
  scenarios: scenarios.filter(({ name }) => names.includes(name)),
  areNamed: true,
  out,
  socketPath: engine.socketPath,
  work: join(folder, 'work'),
  prefix: 'lectern-',
  conditions: [],
  places: [],
  env,
  signal: new AbortController().signal,
  onProgress: (progress) => told.push(progress),
  // The engine answers at once, but for what waits until a container ends.
  quietMs: 250,
  ...more,
})
const traceOf = async (name: string): Promise<Trace> =>
  JSON.parse(await readFile(join(out, `${name}.json`), 'utf8')) as Trace
const failureOf = async (work: Promise<unknown>): Promise<LecternError> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof LecternError)) throw new Error(`expected a LecternError, not ${String(error)}`)
  return error
}
const summaries = ({ events }: Trace): string[] =>
  events.map(({ from = '', to = '', summary }) => `${from}>${to} ${summary}`.replace(/[0-9a-f]{12}…/g, 'ID…'))

type Keys = Readonly<Record<string, unknown>>
/** The kind of an event: a command, a call, or what the engine told. */
const kindOf = ({ protocol = '', from = '' }: { protocol?: string; from?: string }): string =>
  protocol.startsWith('HTTP/1.1 over') ? `call from ${from}` : protocol === 'shell' ? `shell from ${from}` : protocol

/** Where each kind of event has which fields: `all` in every event of that kind, `some` in any. */
function shapeOf(
  traces: readonly { readonly events: readonly object[] }[],
): Map<string, { all: Set<string>; some: Set<string> }> {
  const shape = new Map<string, { all: Set<string>; some: Set<string> }>()
  for (const event of traces.flatMap(({ events }) => events)) {
    const fields = new Set(Object.keys(event))
    for (const part of ['request', 'response', 'stream'] as const) {
      const value = (event as Partial<Record<typeof part, unknown>>)[part]
      const inner = Array.isArray(value) ? (value as Keys[]) : [(value ?? {}) as Keys]
      for (const key of inner.flatMap((one) => Object.keys(one))) fields.add(`${part}.${key}`)
      const body = (value as Keys | undefined)?.['body']
      for (const key of Object.keys(body ?? {})) fields.add(`${part}.body.${key}`)
    }
    const kind = kindOf(event)
    const known = shape.get(kind)
    if (known === undefined) shape.set(kind, { all: fields, some: new Set(fields) })
    else
      shape.set(kind, {
        all: new Set([...known.all].filter((field) => fields.has(field))),
        some: new Set([...known.some, ...fields]),
      })
  }
  return shape
}

/** The recordings that come with Lectern, those of the kind that is recorded here. */
async function shipped(): Promise<Trace[]> {
  const place = join(import.meta.dirname, '../../../assets/traces/engine-28.5')
  const files = (await readdir(place)).filter((name) =>
    /^(docker-(tag|history)|registry-|path-docker-run\.)/.test(name),
  )
  return Promise.all(files.map(async (name) => JSON.parse(await readFile(join(place, name), 'utf8')) as Trace))
}

describe('a recording', () => {
  // The whole starts some two hundred processes.
  const names = isSoak
    ? scenarios.map(({ name }) => name)
    : ['docker-no-engine', 'docker-build-legacy', 'docker-stop', 'registry-push-first']
  test(
    'of every scenario is written whole, numbered in order, with all its parties',
    { timeout: 120_000 },
    async () => {
      expect(await recordSession(options(names))).toEqual({ written: names.length, failed: 0 })
      expect((await readdir(out)).sort()).toEqual(['index.json', ...names.map((name) => `${name}.json`)].sort())
      for (const name of names) {
        const trace = await traceOf(name)
        expect(trace).toMatchObject({ schema: 'docker-trace/1', name })
        expect(trace.events.map(({ n }) => n)).toEqual(trace.events.map((_, i) => i + 1))
        const times = trace.events.map(({ t_ms }) => t_ms)
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        const parties = new Set(trace.events.flatMap(({ from, to }) => [from, to]))
        expect(new Set(Object.keys(trace.actors))).toEqual(parties)
      }

      const theirs = shapeOf(await shipped())
      const ours = shapeOf(await Promise.all(names.map(traceOf)))
      // What the shipped recordings of commands on streams have besides; `framed` is that of docker logs.
      const besides = ['stream', 'stream.t_ms', 'stream.dir', 'stream.channel', 'stream.text', 'stream.end']
      const known = new Set([
        ...besides,
        'response.body.framed',
        ...['binary', 'bytes', 'tar'].map((key) => `request.body.${key}`),
      ])
      for (const [kind, { all, some }] of ours) {
        const shape = theirs.get(kind)
        expect(shape, kind).toBeDefined()
        expect(
          [...some].filter((field) => !shape?.some.has(field) && !known.has(field)),
          kind,
        ).toEqual([])
        // A phase is a part of the long recordings of one command through every level.
        expect(
          [...(shape?.all ?? [])].filter((field) => !all.has(field) && field !== 'phase'),
          kind,
        ).toEqual([])
      }

      const text = (await Promise.all(names.map((name) => readFile(join(out, `${name}.json`), 'utf8')))).join('')
      for (const secret of [folder, 'secretive', 'secret-build', /127\.0\.0\.1:\d/]) expect(text).not.toMatch(secret)
      expect([engine.containers, engine.images]).toEqual([[], []])
    },
  )

  test('of docker exec has the hijacked stream frame by frame, and what the engine told of it', async () => {
    await recordSession(options(['docker-exec']))
    const trace = await traceOf('docker-exec')
    const calls = summaries(trace).filter((line) => line.startsWith('cli>dockerd'))
    expect(calls).toEqual([
      'cli>dockerd HEAD /_ping → 200',
      'cli>dockerd GET /containers/lectern-web/json → 200',
      'cli>dockerd POST /containers/lectern-web/exec → 201',
      'cli>dockerd POST /exec/ID…/start → 101',
      'cli>dockerd GET /exec/ID…/json → 200',
    ])
    const start = trace.events.find(({ summary }) => summary.endsWith('101'))
    expect(start?.response).toMatchObject({ status: 101, reason: 'UPGRADED' })
    const stream = start?.stream as { dir: string; channel?: string; text?: string; end?: boolean }[]
    expect(stream.filter(({ dir }) => dir === '<')).toMatchObject([
      { channel: 'stdout', text: 'PID   COMMAND\n' },
      { channel: 'stderr', text: 'a warning\n' },
      { end: true },
    ])
    expect(summaries(trace)).toContain('dockerd>subscribers container exec_create: ps ')
    const event = trace.events.find(({ protocol }) => protocol === 'docker event')
    expect(event?.request).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{12}$/) as string })
    expect(JSON.stringify(event)).not.toContain('lectern.record')
  })

  test('of docker run -d waits for the call that nobody waits for', async () => {
    await recordSession(options(['docker-run-detached']))
    const trace = await traceOf('docker-run-detached')
    const wait = trace.events.find(({ summary }) => summary.includes('/wait'))
    expect(wait?.response).toMatchObject({ body: { json: { Error: { Message: 'context canceled' } } } })
  })

  test('of a build lists the context instead of its bytes', async () => {
    await recordSession(options(['docker-build-legacy']))
    const { events } = await traceOf('docker-build-legacy')
    expect(events[0]?.summary).toBe('cd /srv/demo/busybox && DOCKER_BUILDKIT=0 docker build -t lectern-busybox .')
    const build = events.find(({ summary }) => summary.startsWith('POST /build'))
    expect(build?.request).toMatchObject({
      headers: { 'transfer-encoding': 'chunked' },
      body: { binary: 'tar', tar: [{ name: 'Dockerfile' }, { name: 'busybox' }] },
    })
    expect(build?.response).toMatchObject({ body: { jsonLines: expect.any(Array) as unknown[] } })
  })

  test('of a push has the calls to the registry, one connection each, and its log', async () => {
    await recordSession(options(['registry-push-first', 'registry-push-again']))
    const first = await traceOf('registry-push-first')
    const toRegistry = first.events.filter(({ to }) => to === 'registry')
    expect(toRegistry.map(({ request }) => request?.['method'])).toEqual(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'PUT'])
    expect(toRegistry.map(({ conn }) => conn)).toEqual(toRegistry.map((_, i) => `registry-${i + 1}`))
    expect(toRegistry[0]?.protocol).toBe('HTTP/1.1 over tcp registry.example:5000')
    expect(first.facts?.['totals']).toEqual({
      registryCalls: 6,
      tokenCalls: 0,
      bytesUp: 2048 + 19,
      bytesDown: 10,
      connections: 6,
    })
    expect(first.registryLog).toHaveLength(6)
    expect(first.registryLog?.[3]).toContain('_state=<token>')
    expect(first.registryLog?.[0]).toBe('127.0.0.1 - - "GET /v2/ HTTP/1.1" 200 2 "" "docker"')
    const push = first.events.find(({ summary }) => summary.includes('/push?tag=1'))
    expect(JSON.stringify(push?.response?.['body']).match(/Pushing/g)).toHaveLength(1)
    expect(push?.request).toMatchObject({ registryAuthDecoded: {} })
    const again = await traceOf('registry-push-again')
    expect(again.facts?.['totals']).toMatchObject({ registryCalls: 3 })
    expect(again.registryLog).toHaveLength(3)
  })

  test('without an engine is of the command alone', async () => {
    await engine.close()
    expect(await recordSession(options(['docker-no-engine']))).toEqual({ written: 1, failed: 0 })
    const { events, actors } = await traceOf('docker-no-engine')
    expect(events).toHaveLength(1)
    expect(events[0]?.response).toMatchObject({
      exitCode: 1,
      output: [
        {
          channel: 'stderr',
          text: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n',
        },
      ],
    })
    expect(Object.keys(actors)).toEqual(['user', 'cli'])
    engine = await startFakeEngine(engine.socketPath)
  })

  test('says what it was recorded with, and the index lists it beside the others of its folder', async () => {
    await recordSession(options(['docker-version']))
    await recordSession(options(['docker-history']))
    expect((await traceOf('docker-history')).recordedWith).toMatchObject({
      os: 'Debian GNU/Linux 13, Linux 6.1, x86_64',
      dockerCli: '28.5.2',
      apiNegotiated: '1.51',
      containerd: '2.1.9',
      runc: '1.3.6',
      storageDriver: 'overlay2 graph driver (classic image store)',
      cgroup: 'v2 (cgroupfs)',
    })
    const index = JSON.parse(await readFile(join(out, 'index.json'), 'utf8')) as { traces: object[] }
    // By lines, so that a recording made anew is a diff that can be read.
    expect(await readFile(join(out, 'docker-version.json'), 'utf8')).toMatch(/^\{\n "schema": /)
    expect(index).toMatchObject({ schema: 'docker-trace-index/1', engine: '28.5.2' })
    expect(index.traces).toMatchObject([
      { name: 'docker-history', imageStore: 'classic', calls: ['cli>dockerd HEAD /_ping → 200', expect.any(String)] },
      { name: 'docker-version', file: 'docker-version.json', events: 3 },
    ])
  })
})

describe('what is on the engine already', () => {
  test('stays as it is when it has neither our label nor a name of ours, or only one of them', async () => {
    const others = [
      engine.addContainer('web'),
      engine.addContainer('theirs', ourLabel, 'lectern-app-a'),
      engine.addContainer('lectern-else'),
    ]
    const image = engine.addImage('theirs:1', ourLabel)
    const plain = engine.addImage('lectern-thing:1')
    await recordSession(options(['docker-run-detached', 'docker-tag']))
    expect(engine.containers).toEqual(others)
    expect(engine.images).toEqual([image, plain])
    expect(engine.calls.filter((call) => call.includes('prune'))).toEqual([])
  })

  test.each([
    ['a container', () => engine.addContainer('lectern-web')],
    ['an image', () => engine.addImage('lectern-app-a')],
    [
      'a container of somebody else’s recording',
      () => engine.addContainer('lectern-web', { 'lectern.record': 'user-x' }),
    ],
  ])('is refused when %s has a name that is needed, and nothing is touched', async (_, add) => {
    add()
    const { failure } = await failureOf(recordSession(options(['docker-run-detached'])))
    expect(failure.code).toBe('refused')
    expect(failure.message.en).toContain('that Lectern did not make')
    expect(engine.calls.filter((call) => !call.startsWith('GET'))).toEqual([])
  })

  test('goes when a killed recording left it: containers, build steps, images', async () => {
    engine.addContainer('lectern-web', ourLabel, 'lectern-app-a')
    engine.addContainer('eager_curie', ourLabel, 'sha256:0123')
    engine.addImage('lectern-app-a', ourLabel)
    engine.addImage('127.0.0.1:5000/lectern-team/busybox:1', ourLabel)
    engine.addImage('gone', ourLabel).tags = []
    const shared = engine.addImage('lectern-busybox', ourLabel)
    shared.tags.push('theirs:1')
    await recordSession(options(['docker-version']))
    expect(engine.containers).toEqual([])
    expect(engine.images).toEqual([shared])
    expect(shared.tags).toEqual(['theirs:1'])
  })
})

describe('a session that does not go well', () => {
  test('is stopped in the middle of a command: nothing is left on the engine, no half recording', async () => {
    const stop = new AbortController()
    let release = (): void => undefined
    engine.hold = new Promise((resolve) => (release = resolve))
    const session = recordSession(options(['docker-version', 'docker-run-detached'], { signal: stop.signal }))
    const stopped = failureOf(session)
    await expect.poll(() => engine.calls).toContain('POST /build')
    engine.addContainer('lectern-web', ourLabel)
    stop.abort(new LecternError('cancelled', { ko: '', en: 'stopped' }))
    release()
    expect((await stopped).failure.code).toBe('cancelled')
    expect(engine.containers).toEqual([])
    expect((await readdir(out)).sort()).toEqual(['docker-version.json', 'index.json'])
  })

  test('goes on after a scenario that fails, and says which', async () => {
    engine.broken = /history$/
    expect(await recordSession(options(['docker-history', 'docker-exec']))).toEqual({ written: 1, failed: 1 })
    const failed = told.find(({ phase }) => phase === 'failed')
    expect(failed).toMatchObject({ name: 'docker-history' })
    expect(failed?.phase === 'failed' && failed.why.en).toContain('out of order')
    expect((await readdir(out)).sort()).toEqual(['docker-exec.json', 'index.json'])
    expect([engine.containers, engine.images]).toEqual([[], []])
  })

  test('that cannot write where it is to leaves the engine alone', async () => {
    await writeFile(out, '')
    engine.addContainer('lectern-web', ourLabel)
    const { failure } = await failureOf(recordSession(options(['docker-exec'])))
    expect(failure.code).toBe('cannot-write')
    expect(told).toEqual([])
    expect(engine.containers).toHaveLength(1)
  })

  test('without docker on the path says so', async () => {
    env = { ...(await fakePrograms(join(folder, 'less'), ['busybox'])), PATH: join(folder, 'less') }
    const { failure } = await failureOf(recordSession(options(['docker-version'])))
    expect(failure.message.en).toContain('docker')
    expect(failure.message.ko).toContain('docker')
  })

  test('without docker-registry leaves out what needs it, unless that was asked for by name', async () => {
    env = await fakePrograms(join(folder, 'less'), ['docker', 'busybox'])
    const names = ['docker-version', 'registry-push-first']
    const { failure } = await failureOf(recordSession(options(names)))
    expect(failure.message.en).toContain('docker-registry')
    expect(await recordSession(options(names, { areNamed: false }))).toEqual({ written: 1, failed: 0 })
    expect(told.filter(({ phase }) => phase === 'left-out')).toMatchObject([{ name: 'registry-push-first' }])
  })
})
