/** The digests that this scene is drawn from, and how an event is read out of them. */
import limitsJson from '../../../../assets/traces/below-cgroup-limits-cgroup2.json' with { type: 'json' }
import namespacesJson from '../../../../assets/traces/below-namespaces.json' with { type: 'json' }
import usersJson from '../../../../assets/traces/below-userns.json' with { type: 'json' }
import loadJson from '../../../../assets/traces/engine-28.5/below-web-cpu-pids-cgroup2.json' with { type: 'json' }
import isolationJson from '../../../../assets/traces/engine-28.5/below-web-isolation-cgroup2.json' with { type: 'json' }
import oomJson from '../../../../assets/traces/engine-28.5/below-web-oom-cgroup2.json' with { type: 'json' }
import volumeJson from '../../../../assets/traces/engine-28.5/layers-volume.json' with { type: 'json' }
import syscallsJson from '../../../../assets/traces/engine-28.5/path-docker-run-syscalls.json' with { type: 'json' }
import runJson from '../../../../assets/traces/engine-28.5/path-docker-run.json' with { type: 'json' }
import bridgeJson from '../../../../assets/traces/network-bridge.json' with { type: 'json' }
import { eventAt, refTo, type Digest, type EventRef, type Json, type TraceEvent } from '../../traces/digest.ts'

// The tool that writes digests keeps their form; what TypeScript infers from so much JSON is of no use here.
const digest = (json: unknown): Digest => json as Digest

/** The whole life of `web`, and the same command once more down to the system calls. */
export const run = digest(runJson)
export const syscalls = digest(syscallsJson)
/** `web` under cgroup v2: what it owns, under load, out of memory. */
export const isolation = digest(isolationJson)
export const load = digest(loadJson)
export const oom = digest(oomJson)
export const volume = digest(volumeJson)
/** From the older engine: a container without limits, a host's names, user namespaces, the bridge. */
export const limits = digest(limitsJson)
export const namespaces = digest(namespacesJson)
export const users = digest(usersJson)
export const bridge = digest(bridgeJson)

export const digests: readonly Digest[] = [
  run,
  syscalls,
  isolation,
  load,
  oom,
  volume,
  limits,
  namespaces,
  users,
  bridge,
]

const isObject = (json: Json | undefined): json is Readonly<Record<string, Json>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** What lies under the names in turn; throws where something is missing on the way. */
export function dig(json: Json | undefined, ...names: readonly string[]): Json {
  const found = names.reduce<Json | undefined>((at, name) => (isObject(at) ? at[name] : undefined), json)
  if (found === undefined) throw new Error(`a digest lacks ${names.join('.')}`)
  return found
}

/** The same where only words will do. */
export function textAt(json: Json | undefined, ...names: readonly string[]): string {
  const found = dig(json, ...names)
  if (typeof found !== 'string') throw new Error(`a digest holds no words in ${names.join('.')}`)
  return found
}

export const eventOf = (of: Digest, n: number): TraceEvent => eventAt(digests, refTo(of, n)).event

/** What a recorded command printed, or what a recorded file held. */
export function printed(of: Digest, n: number): string {
  const { response } = eventOf(of, n)
  const output = response?.['output'] ?? response?.['text']
  if (typeof output === 'string') return output
  if (Array.isArray(output)) return output.map((part: Json) => textAt(part, 'text')).join('')
  throw new Error(`${refTo(of, n)} printed nothing`)
}

/** A recorded command of a shell: what was typed, the lines it printed, when, and with which exit code. */
export interface Command {
  readonly ref: EventRef
  readonly command: string
  readonly lines: readonly string[]
  readonly exitCode: number
}

export function commandOf(of: Digest, n: number): Command {
  const { request, response } = eventOf(of, n)
  const errors = response?.['stderr']
  const text = typeof errors === 'string' ? errors : printed(of, n)
  return {
    ref: refTo(of, n),
    command: textAt(request, 'command'),
    lines: text.split('\n').filter((line) => line.trim() !== ''),
    exitCode: Number(dig(response, 'exitCode')),
  }
}

/** The first group of a pattern in a recorded text; throws where it does not match. */
export function part(text: string, pattern: RegExp): string {
  const [, found] = pattern.exec(text) ?? []
  if (found === undefined) throw new Error(`nothing like ${String(pattern)} in the recorded text ${text}`)
  return found
}
