/** What this scene shows of the recordings; no other file of the scene holds a number from them. */
import { format } from 'd3'
import documented from '../../../../assets/traces/documented-isolation.json' with { type: 'json' }
import { refTo, type Digest, type EventRef } from '../../traces/digest.ts'
import { eventOf, valueIn, listIn, part, textIn } from '../../traces/read-values.ts'
import {
  bridge,
  commandOf,
  isolation,
  limits,
  load,
  namespaces,
  oom,
  printed,
  run,
  syscalls,
  users,
  volume,
} from './digests.ts'

const hundredths = format('.2f')
const MIB = 1024 * 1024

const seconds = (ms: number): string => hundredths(ms / 1000)
const short = (path: string): string => part(path, /overlay2\/([0-9a-f]{12})/)

/** The eight namespaces, in the order of their chips. */
export type NamespaceId = 'pid' | 'mnt' | 'net' | 'uts' | 'ipc' | 'cgroup' | 'time' | 'user'
export const namespaceIds: readonly NamespaceId[] = ['pid', 'mnt', 'net', 'uts', 'ipc', 'cgroup', 'time', 'user']

const processes = listIn(run.facts, 'processes').map((json) => ({
  pid: Number(valueIn(json, 'pid')),
  ppid: Number(valueIn(json, 'ppid')),
  comm: textIn(json, 'comm'),
}))
const hostPid = Number(valueIn(run.facts, 'web', 'hostPid'))
const hostStatus = printed(run, 25)
const nsPids = part(hostStatus, /NSpid:\t(.+)/).split('\t')

/** One process with two numbers, among all of the host. */
export const web = {
  processes: [...processes].sort((a, b) => a.pid - b.pid),
  hostPid,
  insidePid: Number(nsPids[1]),
  program: part(hostStatus, /Name:\t(\S+)/),
  hostname: textIn(run.facts, 'ociConfig', 'hostname'),
  tree: commandOf(run, 23),
  status: { ...commandOf(run, 25), lines: hostStatus.split('\n').filter((line) => /^(Name|PPid|NSpid):/.test(line)) },
  inside: commandOf(run, 27),
}
if (Number(nsPids[0]) !== hostPid) throw new Error('the recorded NSpid and the recorded pid of web differ')

/** A shell of the host and dockerd: which namespaces they are in. */
export const host = {
  ref: refTo(run, 24),
  own: part(textIn(eventOf(run, 24).response, 'hostShell', 'mnt'), /\[(\d+)\]/),
  hostname: commandOf(namespaces, 11),
  addresses: {
    ...commandOf(namespaces, 15),
    lines: commandOf(namespaces, 15)
      .lines.map((line) => line.split(/\s+/))
      .map(([name = '', , ip = '']) => ({ name, ip })),
  },
  kernel: commandOf(namespaces, 18),
}

/** `docker stop web`: two signals, ten seconds apart. */
export const stop = {
  command: commandOf(run, 97),
  signals: [100, 102].map((n) => {
    const { t_ms, request } = eventOf(run, n)
    const messages = listIn(request, 'messages')
    return {
      ref: refTo(run, n),
      at: seconds(t_ms - eventOf(run, 97).t_ms),
      number: Number(valueIn(messages[0], 'fields', '3')),
    }
  }),
  delivered: refTo(syscalls, 330),
  killed: refTo(syscalls, 336),
  died: refTo(run, 115),
  exit: { ref: refTo(run, 119), code: Number(valueIn(eventOf(run, 119).response, 'exitCode')) },
}

const storage = valueIn(run.facts, 'web', 'storage', 'Data')
const lower = textIn(storage, 'LowerDir').split(':')

const call = (n: number, pattern: RegExp): { ref: EventRef; call: string } => {
  const { summary } = eventOf(syscalls, n)
  const shown = part(summary, pattern)
  return { ref: refTo(syscalls, n), call: shown.endsWith('NEWNS') ? `${shown}…)` : shown }
}

/** The layers of web, and the system calls that made their sum its root. */
export const root = {
  upper: `${short(textIn(storage, 'UpperDir'))}…/diff`,
  lower: lower.map((path) => `${short(path)}…${path.includes('-init/') ? '-init' : ''}`),
  merged: `${short(textIn(storage, 'MergedDir'))}…/merged`,
  folder: part(textIn(storage, 'MergedDir'), /^(\/.+\/)[0-9a-f]{64}/),
  listing: commandOf(namespaces, 20),
  mounts: { ...commandOf(namespaces, 17), first: part(printed(namespaces, 17), /^(overlay \/)/) },
  calls: [
    call(14, /^(mount overlay)/),
    call(59, /^(unshare\(CLONE_NEWNS)/),
    call(99, /^(pivot_root.+)/),
    call(101, /^(umount \.)/),
  ] as const,
}

const addr = printed(run, 44)
const argv = listIn(eventOf(syscalls, 131).request, 'argv').map(String)
const after = (flag: string): string => String(argv[argv.indexOf(flag) + 1])

/** The cable of web, the rules about it, and a question that came in by the published port. */
export const network = {
  inside: commandOf(run, 44),
  eth0: {
    index: part(addr, /(\d+): eth0@/),
    peer: part(addr, /eth0@if(\d+)/),
    ip: part(addr, /inet ([\d.]+)\/\d+ brd/),
  },
  lo: part(addr, /inet (127[\d.]+)\//),
  route: commandOf(bridge, 6),
  gateway: part(printed(bridge, 6), /default via ([\d.]+)/),
  nat: { ref: refTo(bridge, 8) },
  dnat: { ref: refTo(syscalls, 131), port: after('--dport'), to: after('--to-destination') },
  ask: commandOf(run, 70),
  direct: commandOf(run, 71),
}

/** What UTS and IPC namespaces hold, and what crosses all the same. */
export const names = {
  host: host.hostname.lines.join(''),
  set: { ref: refTo(syscalls, 102) },
  queues: { ref: refTo(syscalls, 75), path: part(eventOf(syscalls, 75).summary, /<rootfs>(\S+)/) },
  memory: { ref: refTo(syscalls, 76) },
  written: { ref: refTo(volume, 4), command: textIn(eventOf(volume, 4).request, 'command') },
  read: { ...commandOf(volume, 5), text: String(commandOf(volume, 5).lines.at(-1)) },
  note: part(textIn(eventOf(volume, 4).request, 'command'), /> (\/data\/\S+);/),
}

/** web under cgroup v2: the same process seen from two sides. */
export const group = {
  ref: refTo(isolation, 3),
  outside: commandOf(isolation, 5),
  inside: commandOf(isolation, 6),
}

const map = (n: number): string => printed(users, n).trim().split(/\s+/).join(' ')
const uid = (n: number): number => Number(part(printed(users, n), /\n\s*\d+ \S+\s+(\d+)/))

/** Who the process is outside, by default and with --userns-remap. */
export const owners = {
  inside: { ...commandOf(users, 3), uid: Number(part(printed(users, 3), /uid=(\d+)/)) },
  plain: { uid: uid(2), map: map(4), ps: commandOf(users, 2), file: commandOf(users, 4) },
  remapped: {
    uid: uid(10),
    map: map(12),
    ps: commandOf(users, 10),
    file: commandOf(users, 12),
    inside: commandOf(users, 11),
  },
  subordinate: commandOf(users, 7),
  restarted: refTo(users, 5),
}

const file = (of: Digest, n: number): { ref: EventRef; value: string } => ({ ref: refTo(of, n), value: printed(of, n) })
const [quota = '', period = ''] = printed(isolation, 12).split(' ')
const [quarter = ''] = printed(load, 4).split(' ')
const busy = eventOf(load, 2).response
const kills = listIn(eventOf(oom, 11).response, 'lines')
  .map(String)
  .filter((line) => line.startsWith('Memory cgroup'))
const killed = (n: number): readonly string[] =>
  [/(Killed process \d+ \(\w+\))/, /(anon-rss:\d+kB)/].map((pattern) => part(kills[n] ?? '', pattern))

/** Limits of web, what was asked for, and how it ended. */
export const use = {
  cpu: {
    limit: Number(quota) / Number(period),
    used: Number(valueIn(busy, 'share')),
    free: Number(valueIn(eventOf(limits, 41).response, 'share')),
    file: file(isolation, 12),
    quarter: { limit: Number(quarter) / Number(period), file: file(load, 4), command: commandOf(load, 3) },
    loop: commandOf(load, 1),
    measured: refTo(load, 2),
    freeRef: refTo(limits, 41),
    unlimited: file(limits, 11),
  },
  memory: {
    limit: Number(printed(isolation, 8)) / MIB,
    asked: Number(part(commandOf(oom, 1).command, /bs=(\d+)M/)),
    file: file(isolation, 8),
    idle: { ref: refTo(isolation, 10), mib: Number(printed(isolation, 10)) / MIB },
    peak: file(oom, 3),
    other: commandOf(oom, 1),
    otherState: commandOf(oom, 6),
    answer: commandOf(oom, 5),
    first: commandOf(oom, 8),
    firstState: commandOf(oom, 9),
    log: { ref: refTo(oom, 11), other: killed(0), first: killed(1) },
    unlimited: file(limits, 4),
  },
  pids: {
    limit: Number(printed(isolation, 14)),
    asked: Number(part(commandOf(load, 7).command, /-lt (\d+)/)),
    file: file(isolation, 14),
    forks: commandOf(load, 7),
    answer: commandOf(load, 12),
    unlimited: file(limits, 14),
  },
}

const config = valueIn(run.facts, 'ociConfig')
const kept = listIn(config, 'process', 'capabilities', 'effective').map(String)
const dropped = listIn(eventOf(syscalls, 105).request, 'items').map(String)
const bare = (name: string): string => name.replace('CAP_', '')

/** What web may do. */
export const rights = {
  kept: kept.map(bare),
  dropped: dropped.map(bare),
  status: {
    ...commandOf(run, 25),
    lines: hostStatus.split('\n').filter((line) => /^(CapEff|NoNewPrivs|Seccomp):/.test(line)),
  },
  allowed: Number(valueIn(config, 'linux', 'seccomp', 'allowedSyscalls')),
  masked: listIn(config, 'linux', 'maskedPaths').map(String),
  readonly: listIn(config, 'linux', 'readonlyPaths').map(String),
  noNewPrivs: Number(part(hostStatus, /NoNewPrivs:\t(\d)/)),
  refs: {
    masking: refTo(syscalls, 103),
    seccomp: refTo(syscalls, 104),
    drop: refTo(syscalls, 105),
    set: refTo(syscalls, 106),
  },
}

/** Documented, not recorded: from which engine on containers have a time namespace of their own. */
export const { timeNamespace } = documented

/** One kernel on both sides of the fence. */
export const kernel = { outside: commandOf(namespaces, 18), inside: commandOf(namespaces, 19) }
