/** The digests that this scene is drawn from, and its recorded commands. */
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
import { refTo, type Digest, type EventRef, type Json } from '../../traces/digest.ts'
import { digestOf, eventOf, numberIn, textIn } from '../../traces/read-values.ts'

/** The whole life of `web`, and the same command once more down to the system calls. */
export const run = digestOf(runJson)
export const syscalls = digestOf(syscallsJson)
/** `web` under cgroup v2: what it owns, under load, out of memory. */
export const isolation = digestOf(isolationJson)
export const load = digestOf(loadJson)
export const oom = digestOf(oomJson)
export const volume = digestOf(volumeJson)
/** From the older engine: a container without limits, a host's names, user namespaces, the bridge. */
export const limits = digestOf(limitsJson)
export const namespaces = digestOf(namespacesJson)
export const users = digestOf(usersJson)
export const bridge = digestOf(bridgeJson)

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

/** What a recorded command printed, or what a recorded file held. */
export function printed(of: Digest, n: number): string {
  const { response } = eventOf(of, n)
  const output = response?.['output'] ?? response?.['text']
  if (typeof output === 'string') return output
  if (Array.isArray(output)) return output.map((piece: Json) => textIn(piece, 'text')).join('')
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
    command: textIn(request, 'command'),
    lines: text.split('\n').filter((line) => line.trim() !== ''),
    exitCode: numberIn(response, 'exitCode'),
  }
}
