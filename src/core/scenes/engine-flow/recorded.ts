/** What this scene shows of the recordings, out of their digests; no other file of the scene holds a number of them. */
import plainJson from '../../../../assets/traces/engine-28.5/path-docker-run.json' with { type: 'json' }
import tracedJson from '../../../../assets/traces/engine-28.5/path-docker-run-syscalls.json' with { type: 'json' }
import pullJson from '../../../../assets/traces/engine-28.5/registry-run-pulls.json' with { type: 'json' }
import { refTo, type Digest, type EventRef, type Json, type TraceEvent } from '../../traces/digest.ts'
import { digestOf, eventOf, valueIn, listIn, numberIn, part, textIn } from '../../traces/read-values.ts'

const [traced, plain, pulled] = [digestOf(tracedJson), digestOf(plainJson), digestOf(pullJson)]
export const digests: readonly Digest[] = [traced, plain, pulled]

/** A recorded event: where it stands in its recording, when it began and when its answer was complete. */
export interface Moment {
  readonly ref: EventRef
  readonly ms: number
  readonly end: number
  readonly event: TraceEvent
}

function momentOf(digest: Digest, n: number): Moment {
  const event = eventOf(digest, n)
  const answered = event.response?.['end_t_ms'] ?? event.response?.['t_ms']
  return { ref: refTo(digest, n), ms: event.t_ms, end: typeof answered === 'number' ? answered : event.t_ms, event }
}

const moments = <T extends string>(digest: Digest, names: Readonly<Record<T, number>>): Readonly<Record<T, Moment>> =>
  Object.fromEntries(Object.entries<number>(names).map(([name, n]) => [name, momentOf(digest, n)])) as Record<T, Moment>

/** The life of one container, with every system call: from `docker run` to `docker stop`. */
export const run = moments(traced, {
  typed: 1,
  ping: 2,
  create: 3,
  layerFolders: 4,
  initMount: 5,
  tryMount: 8,
  tryUnmount: 9,
  wait: 11,
  start: 12,
  mount: 14,
  hosts: 15,
  resolv: 16,
  hostname: 17,
  containersCreate: 19,
  tasksCreate: 27,
  bundle: 30,
  launch: 32,
  shim: 34,
  launched: 35,
  runcCreate: 38,
  fifo: 41,
  init: 42,
  cgroup: 48,
  unshare: 59,
  pivot: 99,
  seccomp: 104,
  capset: 106,
  runcCreated: 107,
  holdNet: 109,
  enterNet: 110,
  nat: 131,
  proxy: 142,
  proxy6: 144,
  connected: 145,
  tasksStart: 146,
  runcStart: 148,
  runcStarted: 149,
  exec: 150,
  answers: 155,
  tree: 159,
  killDockerd: 274,
  dockerdDead: 286,
  refused: 289,
  natAnswers: 290,
  answersOne: 291,
  nobody: 292,
  killContainerd: 293,
  containerdDead: 302,
  answersNone: 304,
  stop: 324,
  stopCall: 326,
  term: 327,
  termRunc: 329,
  termed: 330,
  kill: 333,
  killRunc: 335,
  killed: 336,
  exited: 339,
  shimGone: 347,
})

const filters = [115, 117, 127, 129, 131, 133, 135, 137, 139].map((n) => momentOf(traced, n))

/** How long `docker run` took, from the first moment to the prompt: whole milliseconds, none of it cut off. */
export const runMs = Math.ceil(run.typed.end)

/** The same command without strace. */
export const untraced = moments(plain, { start: 6, tasksCreate: 13 })

/** Another command, whose image was not there. */
export const missing = moments(pulled, {
  typed: 1,
  ping: 2,
  refusal: 3,
  pull: 4,
  probe: 5,
  tag: 6,
  manifest: 7,
  config: 8,
  base: 9,
  links: 10,
  create: 11,
  attach: 12,
})

export const typedCommand = ({ event }: Moment): string => textIn(event.request, 'command')
/** What a command printed, line by line. */
export function outputOf({ event }: Moment): readonly string[] {
  const output = valueIn(event.response, 'output')
  const pieces: readonly Json[] = Array.isArray(output) ? (output as readonly Json[]) : [output]
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : textIn(piece, 'text'))).join('')
  return text.trim().split('\n')
}
export const statusOf = ({ event }: Moment): string => String(numberIn(event.response, 'status'))
export const bytesOf = ({ event }: Moment): number => numberIn(event.response, 'bytes')
export const tookOf = ({ ms, end }: Moment): number => end - ms
export const pidOf = ({ event }: Moment): number => {
  if (event.pid === undefined) throw new Error(`${event.summary} has no pid`)
  return event.pid
}
/** The bytes of the one message of a gRPC request. */
export const messageBytes = ({ event }: Moment): number => numberIn(event.request, 'messages', 0, 'bytes')

const processOf = (comm: string, fact = 'processes'): { pid: number; parent: number } => {
  const found = listIn(traced.facts, fact).find((one) => valueIn(one, 'comm') === comm)
  return { pid: numberIn(found, 'pid'), parent: numberIn(found, 'ppid') }
}

/** Who runs while the container does, with parents. */
export const who = {
  first: processOf('tini'),
  dockerd: processOf('dockerd'),
  containerd: processOf('containerd'),
  shim: processOf('containerd-shim'),
  app: processOf('httpd'),
}
/** The daemons that were started again after both had been killed; `docker stop` went through these. */
export const returned = {
  dockerd: processOf('dockerd', 'afterReturn'),
  containerd: processOf('containerd', 'afterReturn'),
}

const typed = typedCommand(run.typed)
const body = valueIn(run.create.event.request, 'body', 'json')
const host = valueIn(body, 'HostConfig')
const [containerPort = ''] = Object.keys(valueIn(host, 'PortBindings') as Readonly<Record<string, Json>>)

/** How the CLI turned each part of the command into a part of the request. */
export const options = {
  detach: part(typed, / (-d) /),
  port: {
    typed: part(typed, /-p \S+/),
    sent: `${containerPort} → ${textIn(host, 'PortBindings', containerPort, 0, 'HostPort')}`,
  },
  name: { typed: part(typed, /--name \S+/), sent: part(textIn(run.create.event.request, 'path'), /\?name=\w+/) },
  memory: { typed: part(typed, /--memory=\S+/), sent: String(numberIn(host, 'Memory')) },
  cpus: { typed: part(typed, /--cpus=\S+/), sent: String(numberIn(host, 'NanoCpus')) },
  pids: { typed: part(typed, /--pids-limit=\S+/), sent: String(numberIn(host, 'PidsLimit')) },
  image: { typed: part(typed, /\S+$/), sent: textIn(body, 'Image') },
}

const id = textIn(traced.facts, 'web', 'id')
const lower = textIn(traced.facts, 'web', 'storage', 'Data', 'LowerDir').split(':')
const spec = valueIn(traced.facts, 'ociConfig')

export const container = {
  id,
  socket: part(run.create.event.protocol ?? '', /unix:\/\/(\S+)/),
  grpcSocket: part(run.tasksCreate.event.protocol ?? '', /unix:\/\/(\S+)/),
  createBytes: numberIn(run.create.event.request, 'bytes'),
  path: textIn(run.create.event.request, 'path'),
  contentType: textIn(run.create.event.request, 'headers', 'content-type'),
  /** Layers of the image under the container's own two. */
  imageLayers: lower.filter((folder) => !folder.includes('-init')).length,
  ip: textIn(traced.facts, 'web', 'ip'),
  filters: filters.length,
  filterMoments: filters,
  proxies: [run.proxy, run.proxy6].length,
  exitCode: numberIn(run.exited.event.request, 'exit_status'),
  termNumber: numberIn(run.term.event.request, 'messages', 0, 'fields', '3'),
  killNumber: numberIn(run.kill.event.request, 'messages', 0, 'fields', '3'),
}

/** The specification that the runtime was given. */
export const oci = {
  namespaces: listIn(spec, 'linux', 'namespaces').length,
  mounts: listIn(spec, 'mounts').length,
  capabilities: listIn(spec, 'process', 'capabilities', 'bounding').length,
  calls: numberIn(spec, 'linux', 'seccomp', 'allowedSyscalls'),
  command: listIn(spec, 'process', 'args')
    .map((one) => textIn(one))
    .join(' '),
  program: textIn(spec, 'process', 'args', 0),
  memory: String(numberIn(spec, 'linux', 'resources', 'memory', 'limit')),
}

const image = textIn(missing.refusal.event.request, 'body', 'json', 'Image')
const layers = listIn(missing.manifest.event.response, 'body', 'json', 'layers')
const hexOf = (n: number): string => part(textIn(layers[n], 'digest'), /sha256:([0-9a-f]{12})/)
const line = (pattern: RegExp): string => part(outputOf(missing.typed).join('\n'), pattern)

/** The image that was not there: what was asked for and what came. */
export const pull = {
  image,
  refusal: textIn(missing.refusal.event.response, 'body', 'json', 'message'),
  unable: line(/^Unable.*$/m),
  downloaded: line(/^Status: .*$/m),
  pulling: line(/^1: Pulling.*$/m),
  digest: part(textIn(missing.tag.event.response, 'headers', 'docker-content-digest'), /sha256:([0-9a-f]{12})/),
  layers: [
    { hex: hexOf(0), moment: missing.base },
    { hex: hexOf(1), moment: missing.links },
  ],
  calls: numberIn(pulled.facts, 'totals', 'registryCalls'),
  bytes: numberIn(pulled.facts, 'totals', 'bytesDown'),
  took: tookOf(missing.pull),
}

/** The port that answered, and the addresses that did or did not while the daemons were dead. */
const addressOf = (moment: Moment): string => part(typedCommand(moment), /http:\/\/([^/]+)/)
export const addresses = {
  proxy: addressOf(run.refused),
  nat: addressOf(run.natAnswers),
  own: addressOf(run.answersOne),
}

/** The version for the notes below the pictures. */
export const dockerVersion = part(textIn(traced.recordedWith, 'dockerd'), /^[\d.]+/)
