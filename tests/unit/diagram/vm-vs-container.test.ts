import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import { between } from '../../../src/core/diagram/between.ts'
import type { Frame } from '../../../src/core/diagram/mark.ts'
import { valueUnderHand } from '../../../src/core/diagram/handle.ts'
import { turning } from '../../../src/core/diagram/player.ts'
import { frameAt, knobDefaults, type Knobs } from '../../../src/core/diagram/scene.ts'
import { vmVsContainer as scene } from '../../../src/core/scenes/vm-vs-container/index.ts'
import limits from '../../../assets/traces/below-cgroup-limits-cgroup2.json' with { type: 'json' }
import oom from '../../../assets/traces/below-oom-kill.json' with { type: 'json' }
import specifications from '../../../assets/traces/specifications.json' with { type: 'json' }
import startup from '../../../assets/traces/startup-times.json' with { type: 'json' }
import boot from '../../../assets/traces/vm-boot.json' with { type: 'json' }
import { box, boxes, cornersAt, textsOf } from './inspect.ts'
import { pictureThemes, roughMeasure, view } from './rough.ts'

const eventOf = <E extends { readonly n: number }>(events: readonly E[], n: number): E => {
  const found = events.find((event) => event.n === n)
  if (found === undefined) throw new Error(`there is no event ${n}`)
  return found
}
const numberOf = (text: unknown, pattern: RegExp): number => Number(pattern.exec(String(text))?.[1])
const recordedText = (n: number): string => String((eventOf(oom.events, n).response as { text?: string }).text)
const memory = {
  vm: startup.facts.memory.vmIdle_m128['QEMU pc machine (SeaBIOS), Debian vmlinuz'].rss_kb / 1024,
  guest: numberOf((eventOf(boot.events, 18).response as { line?: string }).line, /Mem:\s+\d+\s+(\d+)/) / 1024,
  container: startup.facts.memory.containers.tenContainers.first.container.rss_kb / 1024,
  limited: Number(recordedText(35)) / 1024 / 1024,
  limit: Number(recordedText(34)) / 1024 / 1024,
  unlimited: String((eventOf(limits.events, 4).response as { text?: string }).text),
  exitCode: Number((eventOf(oom.events, 1).response as { exitCode?: number }).exitCode),
}

const at = (step: string, knobs: Knobs = {}, width = 1168): Frame => frameAt(scene, step, knobs, view('ko', width))
const count = (frame: Frame, prefix: string): number => boxes(frame).filter(({ key }) => key.startsWith(prefix)).length
const everyFrame = (width: number): { id: string; frame: Frame }[] =>
  scene.steps.flatMap(({ id }) => cornersAt(scene, id).map((knobs) => ({ id, frame: at(id, knobs, width) })))

describe('what must be true', () => {
  it('stands on the same hardware on both sides', () => {
    for (const id of ['VC-4', 'VC-5', 'VC-8']) {
      const [left, right] = [box(at(id), 'vm/hardware'), box(at(id), 'ct/hardware')]
      expect([left.y, left.w, left.h]).toEqual([right.y, right.w, right.h])
      expect(at(id).marks.some((m) => m.kind === 'badge' && m.text === '=')).toBe(true)
    }
  })

  it('lets the hardware of a guest keep its name as it boots and back, wherever there is room for how much of it', () => {
    for (const lang of langs) {
      for (const width of [1168, 960, 760]) {
        for (const apps of [3, 4, 5]) {
          const [empty, booted] = ['VC-2', 'VC-3'].map((id) => frameAt(scene, id, { apps }, view(lang, width)))
          if (!empty || !booted) throw new Error('there is no such step')
          for (const [from, to] of [
            [empty, booted],
            [booted, empty],
          ] as const) {
            const name = `${lang} ${width} ${apps}`
            const names = between(from, to)(0.5).marks.filter(({ key }) => /^vm\/virtual-\d"/.test(key))
            const seen = names.map(({ opacity }) => opacity)
            expect([name, seen]).toEqual([name, Array.from({ length: count(to, 'vm/wall-') }, () => 1)])
          }
        }
      }
    }
  })

  it('gives every VM a kernel of its own and all containers one', () => {
    for (const apps of [1, 2, 3, 4, 5]) {
      const frame = at('VC-4', { apps })
      expect(count(frame, 'vm/kernel-')).toBe(apps)
      expect(count(frame, 'ct/wall-')).toBe(apps)
      expect(boxes(frame).filter(({ key }) => /^ct\/kernel/.test(key))).toHaveLength(1)
    }
  })

  it.each([1168, 960, 760])('has the engine beside the containers and never beneath them, at %i px', (width) => {
    for (const { id, frame } of everyFrame(width)) {
      const engine = boxes(frame).find(({ key }) => key === 'engine')
      if (!engine) continue
      const columns = boxes(frame).filter(
        ({ key }) => /^(ct|vm)\/(wall|app|libs|kernel|hardware)/.test(key) && !(id === 'VC-9' && key.startsWith('vm/')),
      )
      for (const { key, x, w } of columns) expect([id, key, engine.x >= x + w]).toEqual([id, key, true])
      const lines = frame.marks.filter((m) => m.kind === 'arrow' && m.key.startsWith('engine/to'))
      expect(lines.some((m) => m.kind === 'arrow' && m.dash > 0)).toBe(true)
    }
  })

  it('borders containers with dashes and machines with a solid line', () => {
    for (const { frame } of everyFrame(1168)) {
      for (const b of boxes(frame)) {
        if (/^(ct\/wall|way\/(container|gvisor)$)/.test(b.key)) expect(b.dash).toBeGreaterThan(0)
        if (/^(vm\/wall|desktop\/vm$|way\/(kata|vm)$)/.test(b.key)) expect(b.dash).toBe(0)
      }
    }
  })

  it('names the guests Ubuntu, Windows Server and Rocky Linux, and nothing that is discontinued', () => {
    expect(textsOf(at('VC-3'))).toEqual(expect.arrayContaining(['Ubuntu', 'Windows Server', 'Rocky Linux']))
    for (const { frame } of everyFrame(1168)) expect(textsOf(frame).join(' ')).not.toMatch(/CentOS/i)
  })

  it('runs nothing but Linux on the right: no container has a kernel or a system of its own', () => {
    for (const { frame } of everyFrame(1168)) {
      const right = frame.marks.filter((m) => m.kind === 'label' && /^ct\//.test(m.key))
      expect(JSON.stringify(right)).not.toMatch(/윈도우|Windows/)
    }
  })

  it('keeps every column where it is from VC-3 to VC-5 and in VC-8', () => {
    for (const key of ['vm/wall-0', 'vm/wall-1', 'vm/wall-2', 'vm/app-0', 'vm/libs-1', 'vm/kernel-2']) {
      const [first, ...others] = ['VC-3', 'VC-4', 'VC-5', 'VC-8']
        .map((id) => box(at(id), key))
        .map(({ x, y, w, h }) => [x, y, w, h])
      for (const other of others) expect([key, other]).toEqual([key, first])
    }
    const frame = at('VC-5')
    expect([0, 1, 2].map((i) => box(frame, `vm/wall-${i}`).x)).toEqual([0, 160, 320])
    expect([0, 1, 2].map((i) => box(frame, `ct/wall-${i}`).x)).toEqual([552, 712, 872])
    expect(box(frame, 'vm/wall-0').w).toBe(144)
    expect(box(frame, 'engine').x).toBe(1040)
    for (const side of ['vm', 'ct']) {
      expect([box(frame, `${side}/app-0`).y, box(frame, `${side}/libs-0`).y]).toEqual([88, 144])
    }
    expect([box(frame, 'vm/kernel-0').y, box(frame, 'ct/kernel').y]).toEqual([200, 200])
  })

  it('hands a write over four times on the left and twice on the right, past the engine', () => {
    const hops = at('VC-5').marks.filter((m) => m.kind === 'badge' && /call\/\d/.test(m.key))
    expect(hops.filter(({ key }) => key.startsWith('vm/'))).toHaveLength(4)
    expect(hops.filter(({ key }) => key.startsWith('ct/'))).toHaveLength(2)
    const engine = box(at('VC-5'), 'engine')
    expect(at('VC-5').flights).toHaveLength(2)
    for (const { points } of at('VC-5').flights) for (const [x] of points) expect(x).toBeLessThan(engine.x)
  })

  it('counts the hand-overs on both sides as far as the call has been taken by hand', () => {
    const { light } = pictureThemes
    for (const [write, left, right] of [
      [0, 0, 0],
      [1, 1, 1],
      [2, 2, 2],
      [3, 3, 2],
      [4, 4, 2],
    ] as const) {
      const { marks, flights } = at('VC-5', { write })
      const counted = (side: string): number =>
        marks.filter(
          (m) => m.kind === 'badge' && m.key.startsWith(`${side}/call/`) && m.fill === light.accent && m.text,
        ).length
      expect([write, counted('vm'), counted('ct')]).toEqual([write, left, right])
      const asked = marks.filter((m) => m.kind === 'badge' && /call\/\d/.test(m.key))
      expect([write, asked.length]).toEqual([write, 6])
      expect(flights.map(({ key }) => key)).toEqual(write > 0 ? ['vm/write', 'ct/write'] : [])
    }
    expect(textsOf(at('VC-5', { write: 0 }))).toContain('write() 출발 전')
    expect(textsOf(at('VC-5', { write: 3 }))).toEqual(expect.arrayContaining(['3번 전달됐다', '벌써 닿았다']))
    expect(at('VC-5').marks.some(({ key }) => key.endsWith('call/at'))).toBe(false)
  })

  it('lets a hand take the call down either stack and send it from its app again', () => {
    const under = (key: string, place: readonly [number, number], write: number): number | null => {
      const handle = at('VC-5', { write }).handles[key]
      return handle ? valueUnderHand(scene, handle, place) : null
    }
    expect([112, 226, 292, 352, 405].map((y) => under('vm/call/lane', [440, y], 4))).toEqual([0, 1, 2, 3, 4])
    expect([112, 288, 405, 430].map((y) => under('ct/call/lane', [992, y], 4))).toEqual([0, 1, 2, 2])
    expect(under('vm/call/at', [440, 292], 0)).toBe(2)
    for (const app of ['vm/send', 'ct/send']) {
      expect([under(app, [0, 0], 4), under(app, [0, 0], 1), under(app, [0, 0], 0)]).toEqual([0, 0, 4])
    }
  })

  it('crashes the kernel where a hand presses the flaw, and limits the batch job where it presses its memory', () => {
    for (const value of [0, 1]) {
      for (const key of ['vm/struck', 'ct/struck'])
        expect(at('VC-8', { crash: value }).handles[key]).toEqual({ knob: 'crash', value: 1 - value })
      expect(at('VC-7', { limit: value }).handles).toEqual({ 'ct/used-2': { knob: 'limit', value: 1 - value } })
    }
  })

  it('flies anew where it is sent from its app, and only moves where it is taken on', () => {
    const turned = (from: number, to: number): boolean =>
      turning(at('VC-5', { write: from }), at('VC-5', { write: to })).flights
    expect([turned(0, 4), turned(0, 1), turned(1, 2), turned(3, 4), turned(4, 0)]).toEqual([true, true, false, false, false]) // prettier-ignore
  })

  it('lets a kernel flaw reach one guest but every container', () => {
    const danger = pictureThemes.light.danger
    for (const apps of [2, 3, 5]) {
      const struck = boxes(at('VC-8', { apps })).filter(({ stroke, key }) => stroke === danger && key.includes('wall'))
      expect(struck.map(({ key }) => key).filter((key) => key.startsWith('vm/'))).toEqual(['vm/wall-0'])
      expect(struck.filter(({ key }) => key.startsWith('ct/'))).toHaveLength(apps)
    }
    expect(box(at('VC-8'), 'vm/hyper').strokeWidth).toBeGreaterThan(box(at('VC-5'), 'vm/hyper').strokeWidth)
    const lit = box(at('VC-4'), 'ct/app-0').fill
    const crashed = at('VC-8', { crash: 1 })
    expect([0, 1, 2].map((i) => box(crashed, `ct/app-${i}`).fill === lit)).toEqual([false, false, false])
    expect([0, 1, 2].map((i) => box(crashed, `vm/app-${i}`).fill === lit)).toEqual([false, true, true])
  })

  it('puts engine and containers into one Linux VM on Mac and Windows, and the CLI outside', () => {
    for (const desktop of [0, 1]) {
      const frame = at('VC-9', { desktop })
      const vm = box(frame, 'desktop/vm')
      const inside = (key: string): boolean => {
        const { x, y, w, h } = box(frame, key)
        return x >= vm.x && x + w <= vm.x + vm.w && y >= vm.y && y + h <= vm.y + vm.h
      }
      expect(['engine', 'ct/kernel', 'ct/wall-0', 'ct/wall-2'].map(inside)).toEqual([true, true, true, true])
      expect(inside('desktop/cli')).toBe(false)
      const words = textsOf(frame).join(' ')
      expect(words).toContain(desktop ? 'WSL 2 (기본) · Hyper-V' : '애플 Virtualization 프레임워크 (기본)')
      expect(words).toContain('Docker VMM (베타)')
    }
  })

  it('manages and says what is in the VM once the request from outside has landed', () => {
    const waits = at('VC-9').marks.filter(({ cue }) => cue?.how === 'landed' && cue.flight === 'desktop/api/packet')
    const keys = waits.map(({ key }) => key.replace(/".*/, ''))
    expect(keys).toEqual(['lvm/sub', 'engine/to-2', 'engine/to-1', 'engine/to-0'])
  })

  it('ties each recorded event to what shows it, unless only the log has it', () => {
    const untold: Readonly<Record<string, readonly string[]>> = {
      'VC-1': ['startup-times#1', 'vm-boot#1'],
      'VC-3': ['vm-boot#1'],
      'VC-6': ['startup-times#2', 'startup-times#3'],
    }
    for (const { id, events = [] } of scene.steps) {
      const tied = [0, 1].flatMap((limit) =>
        Object.values(frameAt(scene, id, { ...knobDefaults(scene), limit }, view()).links),
      )
      expect([id, events.filter((event) => !tied.includes(event))]).toEqual([id, untold[id] ?? []])
    }
  })

  it('lets one machine boot from the bottom up on an axis of time', () => {
    const frame = at('VC-3')
    const bars = ['virtual', 'kernel', 'libs', 'app'].map((layer) => box(frame, `up/${layer}`))
    const recorded = [2, 4, 14, 15].map((n) => eventOf(boot.events, n).t_ms)
    const [first, last] = [bars[0]?.x ?? 0, bars[3]?.x ?? 0]
    const perMs = (last - first) / ((recorded[3] ?? 0) - (recorded[0] ?? 0))
    bars.forEach(({ x, y, h }, i) => {
      expect(x).toBeCloseTo(first + perMs * ((recorded[i] ?? 0) - (recorded[0] ?? 0)), 3)
      const row = box(frame, `vm/${['virtual', 'kernel', 'libs', 'app'][i] ?? ''}-2`)
      expect([y, h]).toEqual([row.y, row.h])
    })
  })

  it('has a foot that stays on one line', () => {
    for (const { id, foot } of scene.steps)
      for (const lang of langs) expect([id, lang, roughMeasure(foot[lang], 400, false) * 18 < 1020]).toEqual([id, lang, true]) // prettier-ignore
  })

  it('shows the ways between a container and a VM, and a container inside a VM', () => {
    expect(textsOf(at('VC-10'))).toEqual(expect.arrayContaining(['gVisor', 'Kata', 'VM']))
    const [vm, container] = [box(at('VC-10'), 'vm/wall-0'), box(at('VC-10'), 'ct/wall-0')]
    expect(container.x > vm.x && container.x + container.w < vm.x + vm.w && container.y > vm.y).toBe(true)
  })

  it('starts without a memory limit, and kills what passes one', () => {
    expect(textsOf(at('VC-7'))).toContain(`= ${memory.unlimited}`)
    expect(textsOf(at('VC-7')).join(' ')).not.toContain(String(memory.exitCode))
    expect(textsOf(at('VC-7', { limit: 1 }))).toContain(`코드 ${memory.exitCode}`)
    const level = (knobs: Knobs): number => {
      const meter = at('VC-7', knobs).marks.find(({ key }) => key === 'ct/used-2')
      return meter?.kind === 'meter' ? meter.share * meter.h : 0
    }
    expect(level({})).toBeGreaterThan(2 * level({ limit: 1 }))
  })
})

describe('numbers', () => {
  const ms = (n: number): string => (n < 10 ? n.toFixed(1) : n.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ','))
  const mib = (n: number): string => (n >= 100 || Number.isInteger(n) ? n.toFixed(0) : n.toFixed(1))
  const given = [128, 64, 192, 256].flatMap((n) => [n, n / 2])
  const allowed = new Set([
    ...boot.events.map((e) => `${ms(e.t_ms)} ms`),
    ...startup.events.map(({ response }) => `${ms(response.median_ms)} ms`),
    `${specifications.firecracker.ms} ms`,
    ...[memory.vm, memory.guest, memory.container, memory.limited, memory.limit].map((n) => `${mib(n)} MiB`),
    // What the knob may give a VM, and half of it for the scale.
    ...given.map((n) => `${mib(n)} MiB`),
    `${(((boot.events[3]?.t_ms ?? 0) - (boot.events[2]?.t_ms ?? 0)) / 1000).toFixed(1)}초`,
  ])

  it('all come from a recording, a specification or a knob', () => {
    for (const { id } of scene.steps) {
      for (const knobs of cornersAt(scene, id)) {
        for (const text of textsOf(at(id, knobs))) {
          for (const [shown] of text.matchAll(/[\d.,]*\d (?:ms|MiB)|[\d.]+초/g))
            expect([id, text, allowed.has(shown)]).toEqual([id, text, true])
        }
      }
    }
  })

  it('show what was recorded, each with its condition', () => {
    const boots = textsOf(at('VC-3')).join(' ')
    for (const shown of ['107 ms', '3,349 ms', '5,087 ms', '5,181 ms', '3.2초', 'TCG']) expect(boots).toContain(shown)
    for (const width of [1168, 760]) {
      const starts = textsOf(at('VC-6', {}, width)).join(' ')
      for (const shown of ['4,969 ms', '283 ms', '≤ 125 ms', '기록 아님', 'TCG', '하드웨어 가상화 없이'])
        expect(starts).toContain(shown)
    }
    const tanks = textsOf(at('VC-7')).join(' ')
    for (const shown of ['128 MiB', '15.8 MiB', '1.4 MiB', '40.8 MiB', '199 MiB', '예시'])
      expect(tanks).toContain(shown)
  })

  it('are marked as an example where the knob leaves what was recorded', () => {
    expect(textsOf(at('VC-7', { guest: 256 })).join(' ')).toContain('256 MiB 예약은 예시')
  })

  it('are never written into the layout', () => {
    const folder = new URL('../../../src/core/scenes/vm-vs-container/', import.meta.url)
    for (const file of readdirSync(folder)) {
      const source = readFileSync(new URL(file, folder), 'utf8')
      if (file !== 'steps.ts') expect([file, source.match(/\d ?(ms|MiB|초)\b/)]).toEqual([file, null])
    }
  })

  it('in the feet are those of the recordings', () => {
    const all = JSON.stringify([boot, startup, oom, limits])
    for (const { foot } of scene.steps) {
      for (const lang of langs)
        for (const [version] of foot[lang].matchAll(/\d+\.\d+\.\d+/g)) expect(all).toContain(version)
    }
    // 40 blocks of 1 MB.
    expect(all).toContain('bs=1M count=40')
  })

  it('have digests that say with what and how they were recorded', () => {
    for (const digest of [boot, startup, oom, limits]) {
      expect(digest.schema).toBe('docker-trace-digest/1')
      expect(digest.recordedWith.os).toMatch(/Linux/)
      expect(digest.conditions.length).toBeGreaterThan(0)
    }
    expect(specifications.firecracker.source).toMatch(/^https:/)
  })
})
