/** The numbers of this scene, out of the digests of the recordings; no other file of the scene holds one. */
import { format } from 'd3'
import limitsTrace from '../../../../assets/traces/below-cgroup-limits-cgroup2.json' with { type: 'json' }
import oomTrace from '../../../../assets/traces/below-oom-kill.json' with { type: 'json' }
import specifications from '../../../../assets/traces/specifications.json' with { type: 'json' }
import startupTrace from '../../../../assets/traces/startup-times.json' with { type: 'json' }
import bootTrace from '../../../../assets/traces/vm-boot.json' with { type: 'json' }
import { refTo, type Digest, type EventRef } from '../../traces/digest.ts'
import { digestOf, eventOf, numberIn, part, textIn } from '../../traces/read-values.ts'

const [times, vmBoot] = [digestOf(startupTrace), digestOf(bootTrace)]
const [oom, limits] = [digestOf(oomTrace), digestOf(limitsTrace)]

/** All recordings that this scene is drawn from. */
export const digests: readonly Digest[] = [times, vmBoot, oom, limits]

/** Events by what they are in this scene: what shows one is tied to it. */
export const events = {
  vmStarted: refTo(vmBoot, 1),
  firmware: refTo(vmBoot, 2),
  kernelLoaded: refTo(vmBoot, 3),
  kernelStarted: refTo(vmBoot, 4),
  memoryFound: refTo(vmBoot, 6),
  busFound: refTo(vmBoot, 8),
  serialFound: refTo(vmBoot, 12),
  initStarted: refTo(vmBoot, 14),
  guestReady: refTo(vmBoot, 15),
  guestMemory: refTo(vmBoot, 18),
  cpuFound: refTo(vmBoot, 19),
  plainTimes: refTo(times, 1),
  unshareTimes: refTo(times, 2),
  runcTimes: refTo(times, 3),
  dockerTimes: refTo(times, 6),
  vmTimes: refTo(times, 11),
  hungryEnded: refTo(oom, 1),
  hungryInspected: refTo(oom, 9),
  limitedStarted: refTo(oom, 31),
  limitRead: refTo(oom, 34),
  usageRead: refTo(oom, 35),
  freeStarted: refTo(limits, 1),
  maxRead: refTo(limits, 4),
}

const booted = [events.kernelStarted, events.initStarted, events.guestReady]

/** The events that a step shows, in the order in which they happened. */
export const shownEvents: Readonly<Record<string, readonly EventRef[]>> = {
  // Of both computers one event, so that the log names them.
  'VC-1': [events.plainTimes, events.vmStarted],
  'VC-2': [events.vmStarted, events.firmware, events.memoryFound, events.busFound, events.serialFound, events.cpuFound],
  'VC-3': [events.vmStarted, events.firmware, events.kernelLoaded, ...booted],
  'VC-6': [
    events.vmStarted,
    events.firmware,
    ...booted,
    events.unshareTimes,
    events.runcTimes,
    events.dockerTimes,
    events.vmTimes,
  ],
  'VC-7': [
    events.vmStarted,
    events.guestMemory,
    events.hungryEnded,
    events.hungryInspected,
    events.limitedStarted,
    events.limitRead,
    events.usageRead,
    events.freeStarted,
    events.maxRead,
  ],
}

const whole = format(',.0f')
const tenths = format(',.1f')

export const mibText = (mib: number): string => `${mib >= 100 || Number.isInteger(mib) ? whole(mib) : tenths(mib)} MiB`

const printed = (n: number): { readonly t_ms: number; readonly line: string } => {
  const { t_ms, response } = eventOf(vmBoot, n)
  return { t_ms, line: textIn(response, 'line') }
}
const bootCommand = textIn(eventOf(vmBoot, 1).request, 'command')

const [firmware, load, kernel, init, ready] = [printed(2), printed(3), printed(4), printed(14), printed(15)]
const firmwareName = `SeaBIOS ${part(firmware.line, /version ([\d.]+)/)}`

/** What one VM printed while it booted. */
export const boot = {
  command: bootCommand,
  firmware: { ms: firmware.t_ms, line: firmwareName },
  load: { ms: load.t_ms, line: load.line.replace('...', '…') },
  kernel: { ms: kernel.t_ms, line: part(kernel.line, /^(Linux version [\d.]+-\d+)/) },
  init: { ms: init.t_ms, line: init.line },
  ready: { ms: ready.t_ms, line: part(ready.line, /^(\S+)/) },
  unpackingSeconds: tenths((kernel.t_ms - load.t_ms) / 1000),
  guestSystem: part(bootTrace.recordedWith.guestKernel, /^(\S+ \d+)/),
}

/** The hardware that the guest found, in its own words. */
export const guestHardware = {
  cpu: part(printed(19).line, /model name\s*: (.+)$/),
  memory: part(printed(6).line, /^Memory: \d+K\/(\d+K) available/),
  bus: part(printed(8).line, /^(PCI): /),
  serial: part(printed(12).line, /^Serial: (.+?), \d+ ports/),
  firmware: firmwareName,
}

const system = (os: string): { distribution: string; kernel: string } => ({
  distribution: part(os, /^Debian GNU\/Linux (\d+[^,]*),/).replace(/^/, 'Debian '),
  kernel: part(os, /, (Linux [\d.]+),/),
})

/** Two recordings, one kernel, two distributions on it. */
export const systems = [
  { trace: startupTrace.of, ...system(startupTrace.recordedWith.os) },
  { trace: bootTrace.of, ...system(bootTrace.recordedWith.os) },
] as const

const median = (n: number): number => numberIn(eventOf(times, n).response, 'median_ms')

/** Medians in ms. */
export const startup = {
  vm: median(11),
  docker: median(6),
  runc: median(3),
  unshare: median(2),
  runs: startupTrace.events[0]?.response.runs_ms.length ?? 0,
  microVmAtMost: specifications.firecracker.ms,
}

const KIB = 1024
const { containers, vmIdle_m128: vmIdle } = startupTrace.facts.memory
const bytesIn = (n: number): number => Number(textIn(eventOf(oom, n).response, 'text'))
const commandOf = (n: number): string => textIn(eventOf(oom, n).request, 'command')

/** MiB, unless said otherwise. */
export const memory = {
  vm: Number(part(bootCommand, / -m (\d+) /)),
  qemu: vmIdle['QEMU pc machine (SeaBIOS), Debian vmlinuz'].rss_kb / KIB,
  guestUsed: Number(part(printed(18).line, /^GUEST-MEMORY Mem:\s+\d+\s+(\d+)/)) / KIB,
  container: containers.tenContainers.first.container.rss_kb / KIB,
  limited: bytesIn(35) / KIB / KIB,
  limit: bytesIn(34) / KIB / KIB,
  limitBytes: bytesIn(34),
  limitOption: part(commandOf(31), /(--memory=\S+)/),
  exitCode: numberIn(eventOf(oom, 1).response, 'exitCode'),
  unlimitedFile: part(textIn(eventOf(limits, 4).request, 'path'), /\/([^/]+)$/),
  unlimitedValue: textIn(eventOf(limits, 4).response, 'text'),
}
