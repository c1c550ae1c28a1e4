import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import type { Frame, Mark } from '../../../src/core/diagram/mark.ts'
import { isolation as scene } from '../../../src/core/scenes/isolation/index.ts'
import { catalogue } from '../../../src/core/scenes/catalogue.ts'
import { eventAt, type Digest } from '../../../src/core/traces/digest.ts'
import isolationDigest from '../../../assets/traces/engine-28.5/below-web-isolation-cgroup2.json' with { type: 'json' }
import load from '../../../assets/traces/engine-28.5/below-web-cpu-pids-cgroup2.json' with { type: 'json' }
import oom from '../../../assets/traces/engine-28.5/below-web-oom-cgroup2.json' with { type: 'json' }
import run from '../../../assets/traces/engine-28.5/path-docker-run.json' with { type: 'json' }
import { box, boxes, cornersAt, textsOf } from './inspect.ts'
import { at, card, chipIds, every, has, lit } from './isolation-frames.ts'
import { pictureThemes } from './rough.ts'

const theme = pictureThemes.light
const digests: readonly Digest[] = scene.digests ?? []
const joined = (frame: Frame): string => textsOf(frame).join('\n')
const fresh = (frame: Frame): string[] => chipIds.filter((id) => card(frame, `chip-${id}`).stroke === theme.accent)

describe('what must be true', () => {
  it('has the steps of the catalogue', () => {
    expect(scene.steps.map(({ id }) => id)).toEqual(catalogue['isolation'])
  })

  it('has exactly eight chips in every picture, which never move', () => {
    for (const width of [1168, 960, 760]) {
      const places = scene.steps.map(({ id }) => {
        const chips = at(id, {}, width).marks.filter(({ key }) => key.startsWith('chip-'))
        return chips.map((m) => (m.kind === 'card' ? [m.key, m.x, m.y, m.w, m.h] : []))
      })
      for (const place of places) expect(place).toEqual(places[0])
      expect(places[0]).toHaveLength(8)
    }
  })

  it('adds one view after the other until seven are lit and the user one is not', () => {
    const added = {
      'IS-1': [],
      'IS-2': ['pid'],
      'IS-3': ['mnt'],
      'IS-4': ['net'],
      'IS-5': ['uts', 'ipc'],
      'IS-6': ['cgroup', 'time'],
    }
    const own: string[] = []
    for (const [step, ids] of Object.entries(added)) {
      own.push(...ids)
      expect([step, lit(at(step))]).toEqual([step, own])
      expect([step, fresh(at(step))]).toEqual([step, ids])
      expect(textsOf(at(step))).toContain(`${own.length} / 8`)
    }
    for (const step of ['IS-7', 'IS-8', 'IS-9', 'IS-10']) {
      expect(lit(at(step))).toEqual(chipIds.slice(0, 7))
      expect(textsOf(at(step))).toContain('7 / 8')
    }
  })

  it('marks the time namespace as an example, since the recorded engine shares it', () => {
    const { hostShell, web } = isolationDigest.events.find(({ n }) => n === 3)?.response as Record<
      string,
      Record<string, string>
    >
    expect(web?.['time']).toBe(hostShell?.['time'])
    expect(web?.['cgroup']).not.toBe(hostShell?.['cgroup'])
    expect(joined(at('IS-6'))).toMatch(/켜진 뒤 흐른 시간 · 오프셋 0/)
    expect(scene.steps.find(({ id }) => id === 'IS-6')?.foot.ko).toMatch(/시간은 엔진 29\.5부터라 예시/)
  })

  it('starts from a process of the host, whose namespaces are those of any other', () => {
    const frame = at('IS-1')
    expect(has(frame, 'inside')).toBe(false)
    expect(lit(frame)).toEqual([])
    const { hostShell, dockerd } = run.events.find(({ n }) => n === 24)?.response as Record<string, unknown>
    expect(hostShell).toEqual(dockerd)
    expect(joined(frame)).not.toMatch(/부팅|VM/)
  })

  it('keeps cards, process and kernel in their places', () => {
    expect([box(at('IS-2'), 'host').x, box(at('IS-2'), 'inside').x]).toEqual([280, 736])
    for (const key of ['host', 'inside', 'process', 'kernel']) {
      const places = scene.steps
        .flatMap(({ id }) => boxes(at(id)).filter((b) => b.key === key))
        .map(({ x, y, w, h }) => [x, y, w, h])
      for (const place of places) expect([key, place]).toEqual([key, places[0]])
    }
    for (const { frame } of every()) expect(boxes(frame).filter(({ key }) => key === 'kernel')).toHaveLength(1)
  })

  it('borders the container with dashes and the host with a solid line', () => {
    for (const { frame } of every()) {
      for (const b of boxes(frame)) {
        if (b.key === 'inside' || b.key === 'fence') expect(b.dash).toBeGreaterThan(0)
        if (b.key === 'host') expect(b.dash).toBe(0)
      }
    }
  })
})

describe('IS-2, one process with two numbers', () => {
  const { hostPid } = run.facts.web
  const rows = (frame: Frame, prefix: string): string[] =>
    frame.marks.flatMap((m) =>
      m.kind === 'card' && m.key.startsWith(prefix)
        ? [m.writings.map(({ lines }) => lines[0]?.[0]?.text).join(' ')]
        : [],
    )

  it('lists all recorded processes on the host and one inside, on the same line', () => {
    const frame = at('IS-2')
    expect(rows(frame, 'host/row')).toEqual(
      [...run.facts.processes].sort((a, b) => a.pid - b.pid).map(({ pid, comm }) => `${pid} ${comm}`),
    )
    expect(rows(frame, 'inside/row')).toEqual(['1 httpd'])
    const index = [...run.facts.processes].sort((a, b) => a.pid - b.pid).findIndex(({ pid }) => pid === hostPid)
    expect(card(frame, 'inside/row').y).toBe(card(frame, `host/row-${index}`).y)
    expect(textsOf(frame)).toEqual(expect.arrayContaining([String(hostPid), '1']))
  })

  it('lets the host look in and not the container out', () => {
    const frame = at('IS-2')
    const arrow = (key: string): readonly (readonly [number, number])[] => {
      const found = frame.marks.find((m): m is Extract<Mark, { kind: 'arrow' }> => m.kind === 'arrow' && m.key === key)
      return found?.points ?? []
    }
    const [from, to] = arrow('sight/open')
    expect((to?.[0] ?? 0) > (from?.[0] ?? 0)).toBe(true)
    const [start, end] = arrow('sight/shut')
    expect((end?.[0] ?? 0) < (start?.[0] ?? 0) && (end?.[0] ?? 0) > box(frame, 'inside').x).toBe(true)
    expect(has(frame, 'sight/cross')).toBe(true)
  })

  it('ignores SIGTERM, and empties the namespace on SIGKILL', () => {
    const term = at('IS-2', { signal: 1 })
    expect(rows(term, 'inside/row')).toHaveLength(1)
    expect(joined(term)).toMatch(/SIGTERM · 핸들러가 없어 무시/)
    const kill = at('IS-2', { signal: 2 })
    expect(rows(kill, 'inside/row')).toHaveLength(0)
    expect(rows(kill, 'host/row').some((text) => text.startsWith(String(hostPid)))).toBe(false)
    expect(rows(kill, 'host/row')).toHaveLength(run.facts.processes.length - 1)
    const died = run.events.find(({ n }) => n === 119)?.response as { exitCode: number; oomKilled: boolean }
    expect(died.oomKilled).toBe(false)
    expect(joined(kill)).toContain(String(died.exitCode))
    expect(joined(kill)).toContain('비었다')
  })
})

describe('the other views', () => {
  it('IS-3: calls in the recorded order, the new root last; nothing of the host inside', () => {
    const frame = at('IS-3')
    const calls = ['step-1', 'step-2', 'step-3', 'step-4'].map(
      (key) => eventAt(digests, frame.links[key] ?? 'x#0').event,
    )
    expect(calls.map(({ summary }) => summary.split(/[ (]/)[0])).toEqual(['mount', 'unshare', 'pivot_root', 'umount'])
    expect(calls.map(({ t_ms }) => t_ms)).toEqual(calls.map(({ t_ms }) => t_ms).toSorted((a, b) => a - b))
    expect(boxes(frame).filter(({ key }) => key.startsWith('layer-'))).toHaveLength(
      run.facts.web.storage.Data.LowerDir.split(':').length + 1,
    )
    expect(
      boxes(frame)
        .filter(({ key }) => key.startsWith('dir-'))
        .map(({ key }) => key.slice(4)),
    ).toEqual(['bin', 'dev', 'etc', 'proc', 'sys', 'www'])
  })

  it('IS-4: one question travels from outside through bridge and cable to the process', () => {
    const frame = at('IS-4')
    const [packet] = frame.flights
    expect(frame.flights).toHaveLength(1)
    const answer = eventAt(digests, frame.links['asked'] ?? 'x#0').event
    expect(JSON.stringify(answer)).toContain(packet?.text)
    const outside = box(frame, 'outside')
    const process = box(frame, 'process')
    const [first, last] = [packet?.points[0], packet?.points.at(-1)]
    expect(first?.[1]).toBe(outside.y + outside.h)
    expect(Math.abs((last?.[0] ?? 0) - process.x - process.w)).toBeLessThan(4)
    expect(textsOf(frame)).toEqual(expect.arrayContaining(['NAT', '-p 8080', run.facts.web.ip]))
    expect(joined(frame)).toMatch(/lo 127\.0\.0\.1 · 나 자신/)
  })

  it('IS-5: socket and volume cross the border, names and IPC do not', () => {
    const frame = at('IS-5')
    expect(frame.flights.map(({ key }) => key)).toEqual(['socket/packet', 'volume/packet'])
    const signs = frame.marks.flatMap((m) => (m.kind === 'badge' && m.key.endsWith('/sign') ? [m.text] : []))
    expect(signs).toEqual(['≠', '≠'])
    expect(textsOf(frame)).toContain(run.facts.ociConfig.hostname)
  })

  it('IS-6: the path is / inside, and the time of day lies below both sides', () => {
    const frame = at('IS-6')
    expect(textsOf(frame)).toContain('0::/')
    const [host, inside, wall] = [box(frame, 'host'), box(frame, 'inside'), box(frame, 'wall')]
    expect([wall.x, wall.x + wall.w]).toEqual([host.x, inside.x + inside.w])
  })

  it('IS-7: root is root unless the switch says otherwise', () => {
    expect(lit(at('IS-7'))).not.toContain('user')
    expect(joined(at('IS-7'))).toMatch(/뚫리면 호스트의 root/)
    const remapped = at('IS-7', { userns: 1 })
    expect(lit(remapped)).toHaveLength(8)
    expect(textsOf(remapped)).toEqual(expect.arrayContaining(['100000', '0 100000 65536', '0 → 100000', '8 / 8']))
    expect(joined(remapped)).toMatch(/여전히 root/)
    const rootless = at('IS-7', { userns: 2 })
    expect(joined(rootless)).toMatch(/예시/)
    expect(joined(rootless)).toMatch(/기록 아님/)
    expect(joined(rootless)).toMatch(/dockerd · 일반 사용자/)
  })
})

describe('IS-8, four dials', () => {
  const widths = (frame: Frame, id: string): { used: number; wanted: number } => {
    const of = (key: string): number => boxes(frame).find((b) => b.key === key)?.w ?? 0
    return { used: of(`${id}/used`), wanted: of(`${id}/wanted`) }
  }

  it('has CPU, memory, PIDs and I/O, none for the network, and says who limits that', () => {
    for (const knobs of cornersAt(scene, 'IS-8')) {
      const frame = at('IS-8', knobs)
      const tracks = boxes(frame).filter(({ key }) => key.endsWith('/track'))
      expect(tracks.map(({ key }) => key)).toEqual(['cpu/track', 'memory/track', 'pids/track', 'io/track'])
      expect(joined(frame)).toMatch(/tc로/)
      expect(box(frame, 'tc').dash).toBeGreaterThan(0)
    }
  })

  it('stops all three at one line, with what was wanted beyond it to scale', () => {
    const frame = at('IS-8')
    const [cpu, memory, pids] = ['cpu', 'memory', 'pids'].map((id) => widths(frame, id))
    for (const { used } of [cpu, memory, pids].flatMap((w) => (w ? [w] : [])))
      expect(used).toBeCloseTo(cpu?.used ?? 0, 5)
    const asked = 200
    const limit = Number(isolationDigest.events.find(({ n }) => n === 8)?.response.text) / 1024 / 1024
    expect((memory?.wanted ?? 0) / (memory?.used ?? 1)).toBeCloseTo((asked - limit) / limit, 5)
    expect((pids?.wanted ?? 0) / (pids?.used ?? 1)).toBeCloseTo((40 - 32) / 32, 5)
    expect(textsOf(frame)).toEqual(expect.arrayContaining(['느려짐', '종료 137', '거절']))
    expect(load.events.find(({ n }) => n === 2)?.response).toMatchObject({ share: 0.5, periods: 60, throttled: 60 })
  })

  it('kills the greedy one from the kernel, and only where there is a limit', () => {
    const state = (n: number): string => String(oom.events.find((e) => e.n === n)?.response.output)
    expect([state(6), state(9)]).toEqual(['running exit=0 oomKilled=true', 'exited exit=137 oomKilled=true'])
    const other = at('IS-8', { greedy: 1 })
    expect(box(other, 'other').stroke).toBe(theme.danger)
    expect(box(other, 'process').stroke).not.toBe(theme.danger)
    const first = at('IS-8', { greedy: 2 })
    expect(box(first, 'process').stroke).toBe(theme.danger)
    for (const knobs of [{ greedy: 0 }, { greedy: 1, limits: 0 }, { greedy: 2, limits: 0 }]) {
      const frame = at('IS-8', knobs)
      expect(has(frame, 'oom')).toBe(false)
      expect(joined(frame)).not.toContain('137')
    }
  })

  it('has no line and no wish left over where nothing is limited, and says what was not measured', () => {
    const frame = at('IS-8', { limits: 0 })
    expect(frame.marks.some(({ key }) => key === 'limit')).toBe(false)
    expect(boxes(frame).some(({ key }) => key.endsWith('/wanted'))).toBe(false)
    expect(textsOf(frame).filter((text) => text === '한도 없음')).toHaveLength(4)
    expect(textsOf(frame).filter((text) => text === '기본값 · 예시')).toHaveLength(2)
  })

  it('halves the share of the CPU with the knob', () => {
    const [quarter, half] = [0, 1].map((cpus) => at('IS-8', { cpus }))
    expect(textsOf(quarter ?? at('IS-8'))).toEqual(expect.arrayContaining(['0.25', 'cpu.max 25000 100000']))
    expect(textsOf(half ?? at('IS-8'))).toEqual(expect.arrayContaining(['0.50', 'cpu.max 50000 100000']))
  })
})

describe('IS-9 and IS-10, rights and holes', () => {
  it('keeps 14 capabilities of 41, in a row of their own', () => {
    const cells = boxes(at('IS-9')).filter(({ key }) => key.startsWith('cap/'))
    const kept = run.facts.ociConfig.process.capabilities.effective.map((name) => name.replace('CAP_', 'cap/'))
    expect(cells).toHaveLength(41)
    expect(cells.filter(({ dash }) => dash === 0).map(({ key }) => key)).toEqual(kept)
    expect(new Set(cells.filter(({ dash }) => dash === 0).map(({ y }) => y)).size).toBe(1)
    expect(textsOf(at('IS-9'))).toContain('14 / 41')
  })

  it('has seccomp, a profile that was not recorded, hidden paths, and no-new-privileges off', () => {
    const frame = at('IS-9')
    const { seccomp, maskedPaths, readonlyPaths } = run.facts.ociConfig.linux
    expect(joined(frame)).toContain(`시스템 콜 ${seccomp.allowedSyscalls}개만 허용`)
    expect(joined(frame)).toContain(`${maskedPaths.length}곳 · 읽기 전용 ${readonlyPaths.length}곳`)
    expect(joined(frame)).toMatch(/AppArmor · SELinux\n프로필 · 기록 아님/)
    expect(card(frame, 'gate/nnp').dash).toBeGreaterThan(0)
    expect(run.events.find(({ n }) => n === 25)?.response?.output).toContain('NoNewPrivs:\t0')
  })

  it('shows three verbs and three holes: two that are opened, one that is always there', () => {
    const frame = at('IS-10')
    expect(textsOf(frame)).toEqual(expect.arrayContaining(['보이는 것', '쓰는 양', '할 수 있는 일']))
    expect(['privileged', 'socket', 'kernel'].map((id) => card(frame, `hole/${id}`).dash > 0)).toEqual([
      true,
      true,
      false,
    ])
    expect(frame.flights).toHaveLength(3)
  })
})

describe('recordings', () => {
  it('ties every picture to events that its step lists and its digests hold', () => {
    for (const { id, frame } of every()) {
      const listed = scene.steps.find((step) => step.id === id)?.events ?? []
      expect(listed.length).toBeGreaterThan(0)
      const keys = new Set([...frame.marks, ...frame.flights].map(({ key }) => key))
      for (const [key, ref] of Object.entries(frame.links)) {
        expect([id, key, keys.has(key)]).toEqual([id, key, true])
        expect([id, key, ref, listed.includes(ref)]).toEqual([id, key, ref, true])
        expect(() => eventAt(digests, ref)).not.toThrow()
      }
    }
  })

  it('lists events of one recording in the order in which they happened', () => {
    for (const { id, events = [] } of scene.steps) {
      expect(new Set(events).size).toBe(events.length)
      const seen = new Map<string, number>()
      for (const ref of events) {
        const { digest, event } = eventAt(digests, ref)
        expect([id, ref, event.t_ms >= (seen.get(digest.of) ?? 0)]).toEqual([id, ref, true])
        seen.set(digest.of, event.t_ms)
      }
    }
  })

  it('holds no number of a recording outside of recorded.ts', () => {
    const folder = new URL('../../../src/core/scenes/isolation/', import.meta.url)
    const numbers = /\b(23596|23569|137|67108864|50000|100000|172\.17|374|1281|8080|bc20b94af3ed)\b/
    for (const name of readdirSync(folder).filter((file) => file !== 'recorded.ts'))
      expect([name, numbers.exec(readFileSync(new URL(name, folder), 'utf8'))?.[0]]).toEqual([name, undefined])
  })
})

it('asks before the steps where guessing teaches most', () => {
  const asked = scene.steps.filter(({ predict }) => predict)
  expect(asked.map(({ id }) => id)).toEqual(['IS-2', 'IS-6', 'IS-7', 'IS-8'])
  for (const { predict } of asked) {
    if (!predict) continue
    expect(predict.choices.length).toBeGreaterThanOrEqual(2)
    expect(predict.choices.length).toBeLessThanOrEqual(4)
    expect(predict.choices[predict.answer]).toBeDefined()
    for (const lang of langs) expect(predict.because[lang].trim()).not.toBe('')
  }
})
