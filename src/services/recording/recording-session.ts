import { mkdir, rm } from 'node:fs/promises'
import { homedir, hostname, release, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { Text } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'
import type { Json } from '../../core/traces/digest.ts'
import { writeExport } from '../disk/write-atomic.ts'
import { refuseForeign, removeOwnObjects, type OwnMark } from './own-objects.ts'
import { writeContexts } from './contexts.ts'
import { findEngine, type Engine } from './engine.ts'
import { writeIndex } from './index-file.ts'
import { findBusybox, needPrograms } from './programs.ts'
import { startProxy, type Proxy } from './proxy.ts'
import { recordScenario, runChecked, type Stage } from './recorder.ts'
import { redactAll, redactor, type Replacement } from './redact.ts'
import { prepareRegistry, registryProgram, type Registry } from './registry.ts'
import { containersOf, imagesOf, namesFor, type Scenario } from './scenario.ts'
import type { ShellOptions } from './run-shell.ts'
import { askVersions } from './versions.ts'

/** How far a session is. What cannot be recorded for want of a program is left out, unless it was asked for by name. */
export type RecordProgress =
  | { readonly phase: 'recording'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly phase: 'left-out' | 'failed'; readonly name: string; readonly why: Text }

export interface SessionOptions {
  readonly scenarios: readonly Scenario[]
  /** Whether the scenarios were asked for by name, and so none of them may be left out. */
  readonly areNamed: boolean
  readonly out: string
  readonly socketPath: string
  /** A folder of this session alone, removed by whoever made it. */
  readonly work: string
  /** What names on the engine begin with; empty where the engine is ours altogether. */
  readonly prefix: string
  readonly conditions: readonly string[]
  readonly places: readonly Replacement[]
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  readonly onProgress: (progress: RecordProgress) => void
  /** How long a call that nobody waits for may take to end: three seconds, unless the engine is known to be quicker. */
  readonly quietMs?: number
}

export interface SessionResult {
  readonly written: number
  readonly failed: number
}

const dockerSocket = '/var/run/docker.sock'
const commonConditions = [
  'HTTP passed through a transparent byte proxy on the sockets named in "protocol"; nothing is rewritten on the way; times are ms since the command was started',
  'null, empty, zero and false JSON fields are left out of bodies; layer and build-context bodies are replaced by a listing of the tar; names and paths of the machine are replaced; the registry listens on loopback and is called registry.example:5000 here',
]

const markOf = (prefix: string): OwnMark => ({
  label: 'lectern.record',
  // Somebody else's recording on the same engine is none of ours.
  value: `user-${process.getuid?.() ?? 0}`,
  prefix,
})

/** The variables of recorded commands: nothing of the person's own, so no passwords, contexts or proxies of theirs. */
const commandEnv = (env: NodeJS.ProcessEnv, work: string, socket: string): NodeJS.ProcessEnv => ({
  PATH: env['PATH'],
  HOME: join(work, 'home'),
  DOCKER_CONFIG: join(work, 'config'),
  DOCKER_HOST: `unix://${socket}`,
  LANG: 'C.UTF-8',
  TERM: 'dumb',
})

async function needWritable(folder: string): Promise<void> {
  const probe = join(folder, '.lectern-record')
  await writeExport(probe, '')
  await rm(probe, { force: true })
}

/** A value, or the sentence that says why there is none; other errors pass. */
async function orWhy<T>(get: () => T | Promise<T>): Promise<{ value: T } | { why: LecternError }> {
  try {
    return { value: await get() }
  } catch (error) {
    if (error instanceof LecternError && error.failure.code !== 'cancelled') return { why: error }
    throw error
  }
}

/**
 * Records scenarios one after the other into `out`, each into a file of its own that appears whole when its scenario
 * has ended, and lists them in `index.json`. Whatever it made on the engine is gone when it returns or rejects, and so
 * is what a killed session left there. Rejects with a `LecternError` where nothing can be recorded or it is stopped.
 */
export async function recordSession(options: SessionOptions): Promise<SessionResult> {
  const { scenarios, areNamed, work, env, signal, onProgress } = options
  const needs = (...kinds: readonly Scenario['needs'][]): boolean =>
    scenarios.some((scenario) => kinds.includes(scenario.needs))
  const mark = markOf(options.prefix)
  needPrograms(['docker', 'sh'], env)
  const engine = needs('engine', 'contexts', 'images', 'registry') ? await findEngine(options.socketPath) : null
  await needWritable(options.out)
  for (const name of ['home', 'config', 'files']) await mkdir(join(work, name), { recursive: true })

  let proxy: Proxy | null = null
  let registry: Registry | null = null
  try {
    const busybox = needs('contexts', 'images', 'registry') ? await orWhy(() => findBusybox(env)) : null
    const prepared = needs('registry') ? await orWhy(() => prepareRegistry(work, { env, signal })) : null
    if (prepared !== null && 'value' in prepared) registry = prepared.value
    for (const one of [busybox, prepared]) if (areNamed && one !== null && 'why' in one) throw one.why
    const whyNot = ({ needs: kind }: Scenario): LecternError | null => {
      if (kind === 'nothing' || kind === 'engine') return null
      if (busybox !== null && 'why' in busybox) return busybox.why
      return kind === 'registry' && prepared !== null && 'why' in prepared ? prepared.why : null
    }

    const address = `127.0.0.1:${registry?.proxy.port ?? 5000}`
    const names = namesFor(options.prefix, address, { contexts: join(work, 'contexts'), work: join(work, 'files') })
    const socket = join(work, 'docker.sock')
    const nothing = join(work, 'nothing.sock')
    if (engine !== null) {
      await removeOwnObjects(engine, mark)
      await refuseForeign(engine, mark, { containers: containersOf(names), images: imagesOf(names) })
      proxy = await startProxy({ path: socket }, { path: engine.socketPath })
    }
    const unrecorded: ShellOptions = { env: commandEnv(env, work, engine?.socketPath ?? nothing), signal }
    const versions = await askVersions(engine, registry === null ? null : registryProgram(env), unrecorded)
    const redact = redactor(
      [
        ...options.places,
        [names.contexts, '/srv/demo'],
        [names.work, '/srv/files'],
        [work, '/srv/lab'],
        ...[socket, nothing, options.socketPath].map((path) => [path, dockerSocket] as const),
        [versions.dataRoot, '/var/lib/docker'],
        [address, 'registry.example:5000'],
      ],
      {
        hostname: hostname(),
        username: userInfo().username,
        home: homedir(),
        temporary: tmpdir(),
        kernels: [release(), versions.kernel],
      },
    )

    const prepare = async (on: Engine, { needs: kind }: Scenario, i: number): Promise<void> => {
      await removeOwnObjects(on, mark)
      if (kind === 'engine' || busybox === null || 'why' in busybox) return
      await writeContexts(names, busybox.value, mark, i)
      if (kind === 'contexts') return
      for (const [image, context] of [
        [names.busybox, 'busybox'],
        [names['app-a'], 'app-a'],
      ]) {
        const build = `DOCKER_BUILDKIT=0 docker build -q --force-rm -t ${image} ${names.contexts}/${context}`
        await runChecked(build, 0, unrecorded)
      }
      if (kind === 'registry') await registry?.empty()
    }

    const conditions = [...options.conditions, ...commonConditions]
    let written = 0
    let failed = 0
    for (const [i, scenario] of scenarios.entries()) {
      const { name } = scenario
      const missing = whyNot(scenario)
      if (missing !== null) {
        onProgress({ phase: 'left-out', name, why: missing.failure.message })
        continue
      }
      signal.throwIfAborted()
      onProgress({ phase: 'recording', name, done: i, total: scenarios.length })
      const isAlone = scenario.needs === 'nothing'
      const stage: Stage = {
        engine: isAlone ? null : engine,
        proxy: isAlone ? null : proxy,
        registry: scenario.needs === 'registry' ? registry : null,
        names,
        mark,
        versions,
        conditions,
        shell: { env: commandEnv(env, work, isAlone ? nothing : socket), signal },
        quietMs: options.quietMs ?? 3000,
      }
      const recorded = await orWhy(async () => {
        if (stage.engine !== null) await prepare(stage.engine, scenario, i)
        return recordScenario(scenario, stage)
      })
      signal.throwIfAborted()
      if ('why' in recorded) {
        failed++
        onProgress({ phase: 'failed', name, why: recorded.why.failure.message })
        continue
      }
      const trace = redactAll(recorded.value as unknown as Json, redact)
      await writeExport(join(options.out, `${name}.json`), `${JSON.stringify(trace, null, 1)}\n`)
      await writeIndex(options.out)
      written++
    }
    return { written, failed }
  } finally {
    await proxy?.close()
    if (engine !== null) await removeOwnObjects(engine, mark)
    await registry?.stop()
  }
}
