import type { Json } from '../../core/traces/digest.ts'
import { callEvent } from './call-event.ts'
import { engineEvents } from './engine-events.ts'
import type { Engine } from './engine.ts'
import type { OwnMark } from './own-objects.ts'
import { preciseNow } from './precise-clock.ts'
import { problems } from './problems.ts'
import type { Exchange, Proxy } from './proxy.ts'
import type { Registry } from './registry.ts'
import { fill, imagesOf, type Names, type Scenario } from './scenario.ts'
import { runShell, shellEvent, textOf, type Ran, type ShellOptions } from './run-shell.ts'
import { recordedInOrder, type RecordedEvent, type Trace } from './trace.ts'
import type { Versions } from './versions.ts'

/** All that a scenario runs on. */
export interface Stage {
  /** Null for a scenario that needs no engine. */
  readonly engine: Engine | null
  readonly proxy: Proxy | null
  readonly registry: Registry | null
  readonly names: Names
  readonly mark: OwnMark
  readonly versions: Versions
  readonly conditions: readonly string[]
  readonly shell: ShellOptions
  /** How long a call that nobody waits for may take to end, such as the one that waits for a detached container. */
  readonly quietMs: number
}

const registryName = 'registry.example:5000'

/** Runs a command that must succeed. Rejects with a `LecternError` that quotes its last words. */
export async function runChecked(command: string, exit: number, shell: ShellOptions): Promise<Ran> {
  const ran = await runShell(command, shell)
  if (ran.exitCode !== exit) throw problems.failed(command, textOf(ran).trim().split('\n').at(-1) ?? '')
  return ran
}

const pathOf = ({ request }: Exchange): string => (request.startLine.split(' ')[1] ?? '').split('?')[0] ?? ''

/** Exchanges as events; connections are counted anew in each trace. */
function callEvents(
  exchanges: readonly Exchange[],
  [from, to, protocol, kind]: readonly [from: string, to: string, protocol: string, kind: string],
  startMs: number,
): RecordedEvent[] {
  const connections = [...new Set(exchanges.map(({ connection }) => connection))]
  return exchanges.map((exchange) => {
    const conn = `${kind}-${connections.indexOf(exchange.connection) + 1}`
    return callEvent(exchange, { from, to, protocol, conn }, startMs)
  })
}

function totalsOf(exchanges: readonly Exchange[]): Json {
  const sum = (bytesOf: (exchange: Exchange) => number): number =>
    exchanges.reduce((total, exchange) => total + bytesOf(exchange), 0)
  return {
    registryCalls: exchanges.length,
    tokenCalls: 0,
    bytesUp: sum(({ request }) => request.bytes),
    bytesDown: sum(({ response }) => response.bytes),
    connections: new Set(exchanges.map(({ connection }) => connection)).size,
  }
}

/** The access log once it holds every call; a registry writes a line only after it has answered. */
async function wholeLog(registry: Registry, calls: number, quietMs: number): Promise<string[]> {
  const until = preciseNow() + quietMs
  while (registry.accessLog().length < calls && preciseNow() < until)
    await new Promise((resolve) => setTimeout(resolve, 10))
  return registry.accessLog()
}

function actorsOf(events: readonly RecordedEvent[], { imageStore, recordedWith }: Versions): Record<string, string> {
  const engine =
    imageStore === 'containerd' ? "Docker engine with containerd's image store" : 'Docker engine (classic image store)'
  const all = {
    user: 'the person at the shell',
    cli: 'docker CLI',
    dockerd: engine,
    registry: `OCI registry (docker-registry ${recordedWith['registry'] ?? ''})`.replace(' )', ')'),
    subscribers: 'event subscribers',
  }
  const named = new Set(events.flatMap(({ from, to }) => [from, to]))
  return Object.fromEntries(Object.entries(all).filter(([id]) => named.has(id)))
}

/**
 * Runs a scenario on a stage that has what it needs, and gives its recording, not yet redacted. Rejects with a
 * `LecternError` where a command ends otherwise than it should, and with the signal's reason where it is stopped.
 */
export async function recordScenario(scenario: Scenario, stage: Stage): Promise<Trace> {
  const { engine, proxy, registry, names, mark, versions, shell, quietMs } = stage
  for (const command of scenario.before ?? []) await runChecked(fill(command, names), 0, shell)
  for (const side of [proxy, registry?.proxy]) {
    await side?.quiet(quietMs)
    side?.take()
  }
  const logFrom = registry?.taken() ?? 0

  const startMs = preciseNow()
  const ran: Ran[] = []
  for (const { command, exit = 0 } of scenario.commands) ran.push(await runChecked(fill(command, names), exit, shell))
  for (const side of [proxy, registry?.proxy]) await side?.quiet(quietMs)
  shell.signal.throwIfAborted()

  const { calls, events: keepsEvents } = scenario.keep
  const isKept = (exchange: Exchange): boolean =>
    calls === 'all' || calls.some((ending) => pathOf(exchange).endsWith(ending))
  const toEngine = (proxy?.take() ?? []).filter(isKept)
  const toRegistry = registry?.proxy.take() ?? []
  const told =
    keepsEvents && engine !== null ? await engineEvents(engine, mark, imagesOf(names), [startMs, preciseNow()]) : []
  const events: RecordedEvent[] = [
    ...ran.map((one) => shellEvent(one, startMs)),
    ...callEvents(toEngine, ['cli', 'dockerd', 'HTTP/1.1 over unix:///var/run/docker.sock', 'docker'], startMs),
    ...callEvents(toRegistry, ['dockerd', 'registry', `HTTP/1.1 over tcp ${registryName}`, 'registry'], startMs),
    ...told,
  ]
  const conditions = [...stage.conditions, ...(scenario.note === undefined ? [] : [scenario.note])]
  const trace: Trace = {
    schema: 'docker-trace/1',
    name: scenario.name,
    title: scenario.title.en,
    recordedWith: versions.recordedWith,
    conditions,
    actors: actorsOf(events, versions),
    ...(registry === null ? {} : { facts: { totals: totalsOf(toRegistry) } }),
    events: recordedInOrder(events),
  }
  if (registry === null) return trace
  const log = await wholeLog(registry, logFrom + toRegistry.length, quietMs)
  return { ...trace, registryLog: log.slice(logFrom) }
}
