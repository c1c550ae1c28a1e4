/** The numbers of this scene, out of the digests of the recordings; no other file of the scene holds one. */
import { format } from 'd3'
import memoryTrace from '../../../../assets/traces/memory.json' with { type: 'json' }
import specifications from '../../../../assets/traces/specifications.json' with { type: 'json' }
import startupTrace from '../../../../assets/traces/startup-times.json' with { type: 'json' }
import bootTrace from '../../../../assets/traces/vm-boot.json' with { type: 'json' }

const whole = format(',.0f')
const tenths = format(',.1f')

/** Milliseconds as they are shown: whole ones, or with a tenth below ten. */
export const msText = (ms: number): string => `${ms < 10 ? tenths(ms) : whole(ms)} ms`
export const mibText = (mib: number): string => `${mib >= 100 || Number.isInteger(mib) ? whole(mib) : tenths(mib)} MiB`

const event = (n: number): { readonly t_ms: number; readonly line: string; readonly command: string } => {
  const found = bootTrace.events.find((e) => e.n === n)
  if (!found) throw new Error(`the digest of vm-boot lacks event ${n}`)
  return { t_ms: found.t_ms, line: found.line ?? '', command: found.command ?? '' }
}

/** The part of a recorded line that is shown. */
const part = (line: string, pattern: RegExp): string => {
  const [, shown] = pattern.exec(line) ?? []
  if (shown === undefined) throw new Error(`nothing to show in the recorded line ${line}`)
  return shown.trim()
}

const [firmware, load, kernel, init, ready] = [event(2), event(3), event(4), event(14), event(15)]
const firmwareName = `SeaBIOS ${part(firmware.line, /version ([\d.]+)/)}`

/** What one VM printed while it booted. */
export const boot = {
  command: event(1).command,
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
  cpu: part(event(19).line, /model name\s*: (.+)$/),
  memory: part(event(6).line, /^Memory: \d+K\/(\d+K) available/),
  bus: part(event(8).line, /^(PCI): /),
  serial: part(event(12).line, /^Serial: (.+?), \d+ ports/),
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

/** Medians in ms. */
export const startup = {
  vm: startupTrace.times.vm.median_ms,
  docker: startupTrace.times.docker.median_ms,
  runc: startupTrace.times.runc.median_ms,
  unshare: startupTrace.times.unshare.median_ms,
  runs: startupTrace.times.docker.runs,
  microVmAtMost: specifications.firecracker.ms,
}

const KIB = 1024

/** MiB, unless said otherwise. */
export const memory = {
  vm: memoryTrace.vm.memory_mb,
  qemu: memoryTrace.vm.rss_kb / KIB,
  guestUsed: memoryTrace.guest.used_kb / KIB,
  container: memoryTrace.container.rss_kb / KIB,
  limited: memoryTrace.limited.usage_bytes / KIB / KIB,
  limit: memoryTrace.limited.limit_bytes / KIB / KIB,
  limitBytes: memoryTrace.limited.limit_bytes,
  limitOption: memoryTrace.limited.option,
  exitCode: memoryTrace.killed.exitCode,
  unlimitedFile: memoryTrace.unlimited.file,
  unlimitedValue: memoryTrace.unlimited.value,
}
