import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import type { Frame, Mark } from '../../../src/core/diagram/mark.ts'
import { frameAt, type Knobs } from '../../../src/core/diagram/scene.ts'
import { contrast } from '../../../src/core/diagram/tone.ts'
import { catalogue } from '../../../src/core/scenes/catalogue.ts'
import { engineFlow as scene } from '../../../src/core/scenes/engine-flow/index.ts'
import { eventAt, type Digest, type EventRef, type TraceEvent } from '../../../src/core/traces/digest.ts'
import tracedJson from '../../../assets/traces/engine-28.5/path-docker-run-syscalls.json' with { type: 'json' }
import pulledJson from '../../../assets/traces/engine-28.5/registry-run-pulls.json' with { type: 'json' }
import { box, boxes, cornersAt, penOf, textsOf } from './inspect.ts'
import { pictureThemes, themeNames, view } from './rough.ts'

const digestOf = (json: unknown): Digest => json as Digest
const [traced, pulled] = [digestOf(tracedJson), digestOf(pulledJson)]
const at = (step: string, knobs: Knobs = {}, width = 1168): Frame => frameAt(scene, step, knobs, view('ko', width))
const said = (step: string, knobs: Knobs = {}, width = 1168): string => textsOf(at(step, knobs, width)).join(' | ')
const ids = scene.steps.map(({ id }) => id)
/** The steps before the run as a whole, which `whole-run.test.ts` looks at. */
const story = ids.slice(0, 12)
const keys = (frame: Frame): string[] => frame.marks.map(({ key }) => key)
const mark = (frame: Frame, key: string): Mark => {
  const found = frame.marks.find((m) => m.key === key)
  if (!found) throw new Error(`no mark ${key}`)
  return found
}
/** The first x of a line. */
const xOf = (frame: Frame, key: string): number => {
  const line = mark(frame, key)
  return line.kind === 'arrow' ? (line.points[0]?.[0] ?? Number.NaN) : Number.NaN
}
const event = (find: (e: TraceEvent) => boolean, digest = traced): TraceEvent => {
  const found = digest.events.find(find)
  if (!found) throw new Error('no such event')
  return found
}
const starts = (text: string, digest = traced): TraceEvent => event((e) => e.summary.startsWith(text), digest)
const ms = (n: number): string =>
  `${n.toLocaleString('en', n < 100 ? { minimumFractionDigits: 1, maximumFractionDigits: 1 } : { maximumFractionDigits: 0 })} ms`
const stops = { nothing: 0, dockerd: 1, both: 2, container: 3, service: 4 }

describe('what must be true', () => {
  it('has the actors one below the other, in the order in which they ask', () => {
    const frame = at('EF-11')
    const order = ['cli', 'dockerd', 'containerd', 'shim', 'start', 'app', 'kernel'].map((key) => box(frame, key).y)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(new Set(order).size).toBe(order.length)
  })

  it('never moves a lane: place and height are the same in every step and at every width', () => {
    for (const key of ['cli', 'dockerd', 'containerd', 'shim', 'runc', 'init', 'app', 'kernel']) {
      const seen = ids.flatMap((id) =>
        [1168, 960, 760].flatMap((width) =>
          cornersAt(scene, id).flatMap((knobs) => boxes(at(id, knobs, width)).filter((b) => b.key === key)),
        ),
      )
      expect([key, new Set(seen.map(({ y, h }) => `${y} ${h}`)).size]).toEqual([key, 1])
    }
  })

  it('folds the axis of time twice only: before EF-9 and before EF-12', () => {
    const shims = story.slice(4).map((id) => box(at(id), 'shim').x)
    expect(new Set(shims.slice(0, 4)).size).toBe(1)
    expect(new Set(shims.slice(4, 7)).size).toBe(1)
    expect(new Set(shims).size).toBe(3)
  })

  it('draws Docker Engine as a bracket of dashes around CLI, API and daemon, not as one more actor', () => {
    for (const id of story) {
      const frame = at(id)
      const line = mark(frame, 'engine/bracket')
      if (line.kind !== 'arrow') throw new Error('no line')
      expect(line.dash).toBeGreaterThan(0)
      const low = Math.max(...line.points.map(([, y]) => y))
      const [dockerd, containerd] = [box(frame, 'dockerd'), box(frame, 'containerd')]
      expect([id, low > dockerd.y + dockerd.h, low < containerd.y]).toEqual([id, true, true])
      expect(boxes(frame).some(({ key }) => key.startsWith('engine'))).toBe(false)
    }
  })

  it('names the protocol between the actors', () => {
    for (const id of story) expect(said(id)).toMatch(/REST API.*gRPC/)
    expect(said('EF-2')).toContain('/var/run/docker.sock')
    expect(said('EF-9')).toContain('ttRPC (기록 아님)')
    expect(said('EF-10')).toMatch(/unshare.*pivot_root/)
  })

  it('asks several times for one command, and starts last', () => {
    const frame = at('EF-6')
    const calls = ['call/ping', 'call/create', 'call/wait', 'call/start']
    const places = calls.map((key) => xOf(frame, key))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    const times = calls.map((key) => eventAt(scene.digests ?? [], frame.links[key] ?? 'x#0').event.t_ms)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    // In the foreground it also attaches before it starts; with -d there is no such call.
    expect(xOf(frame, 'call/attach')).toBeLessThan(xOf(frame, 'call/wait'))
    expect(said('EF-6')).toContain('-d면 없음')
    expect(traced.events.some(({ summary }) => summary.includes('/attach'))).toBe(false)
  })

  it('has nothing running before EF-9, and says so', () => {
    for (const id of ['EF-5', 'EF-6', 'EF-7', 'EF-8']) {
      for (const key of ['shim', 'runc', 'start', 'init'])
        expect([id, key, box(at(id), key).dash > 0]).toEqual([id, key, true])
      expect(said(id)).toContain('앱 프로세스 · 아직 없음')
      expect(keys(at(id))).not.toContain('app')
    }
  })

  it('lets the shim be born in EF-9, runc create and its waiting process in EF-10, the app in EF-11', () => {
    // What is over is grey, without dashes: those say what is still to come.
    const solid = (id: string, key: string): boolean =>
      boxes(at(id)).some((b) => b.key === key && b.dash === 0 && b.fill !== pictureThemes.light.sunk)
    expect(['shim', 'runc', 'init', 'start', 'app'].map((key) => solid('EF-9', key))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
    expect(['shim', 'runc', 'init', 'start', 'app'].map((key) => solid('EF-10', key))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    expect(['shim', 'runc', 'init', 'start', 'app'].map((key) => solid('EF-11', key))).toEqual([
      true,
      false,
      true,
      true,
      true,
    ])
    expect(['shim', 'runc', 'init', 'start', 'app'].map((key) => solid('EF-12', key))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ])
  })

  it('builds the four walls in the recorded order', () => {
    const walls = ['wall/cgroup', 'wall/unshare', 'wall/pivot', 'wall/capset']
    const frame = at('EF-10')
    const times = walls.map((key) => eventAt(scene.digests ?? [], frame.links[key] ?? 'x#0').event.t_ms)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    const x = walls.map((key) => {
      const line = mark(frame, key)
      return line.kind === 'arrow' ? Math.min(...line.points.map(([px]) => px)) : 0
    })
    expect(x).toEqual([...x].sort((a, b) => a - b))
    for (const id of ['EF-1', 'EF-8', 'EF-9']) expect(keys(at(id)).some((key) => key.startsWith('wall/'))).toBe(false)
  })

  it('attaches the network between the two runs of runc', () => {
    for (const width of [1168, 960, 760]) {
      const frame = at('EF-11', {}, width)
      const [created, start] = [box(frame, 'runc'), box(frame, 'start')]
      const net = xOf(frame, 'net')
      expect(net).toBeGreaterThan(created.x + created.w)
      expect(net).toBeLessThan(xOf(frame, 'grpc/start'))
      expect(xOf(frame, 'grpc/start')).toBeLessThan(start.x + start.w)
    }
    const order = [
      starts('Tasks.Create'),
      starts('bind mount /proc/'),
      starts('network connect'),
      starts('Tasks.Start'),
    ]
    expect(order.map((e) => e.t_ms)).toEqual(order.map((e) => e.t_ms).sort((a, b) => a - b))
    expect(order[1]?.t_ms).toBeGreaterThan(Number(order[0]?.response?.['t_ms']))
  })

  it('keeps the pid when the waiting process becomes the app', () => {
    const pid = String(starts('execve httpd').pid)
    expect(pid).toBe(String(starts('pivot_root').pid))
    for (const id of ['EF-10', 'EF-11']) expect(textsOf(at(id))).toContain(pid)
    expect(textsOf(at('EF-11')).filter((text) => text === pid).length).toBeGreaterThanOrEqual(2)
    expect(said('EF-12')).toContain(`PID ${pid}`)
  })

  it('says who is whose parent: the shim of the app, PID 1 of the shim', () => {
    const processes = traced.facts?.['processes'] as readonly { pid: number; ppid: number; comm: string }[]
    const who = (comm: string): { pid: number; ppid: number; comm: string } => {
      const found = processes.find((one) => one.comm === comm)
      if (!found) throw new Error(`no ${comm}`)
      return found
    }
    expect(who('httpd').ppid).toBe(who('containerd-shim').pid)
    expect(who('containerd-shim').ppid).toBe(1)
    expect(said('EF-9')).toContain('부모는 PID 1')
    expect(said('EF-12')).toContain('자식')
    expect(said('EF-12')).toContain(`└ ${who('containerd-shim').pid} containerd-shim`)
  })

  it('lets Kubernetes in at containerd, past dockerd', () => {
    const line = mark(at('EF-8'), 'cri')
    if (line.kind !== 'arrow') throw new Error('no line')
    const [from = 0, to = 0] = line.points.map(([, y]) => y)
    const [kubernetes, containerd] = [box(at('EF-8'), 'kubernetes'), box(at('EF-8'), 'containerd')]
    expect(kubernetes.y).toBeGreaterThan(containerd.y + containerd.h)
    expect(from).toBeCloseTo(kubernetes.y - 1)
    expect(to).toBeCloseTo(containerd.y + containerd.h + 1)
    expect(line.dash).toBeGreaterThan(0)
  })
})

describe('knobs', () => {
  it('put all but the CLI into one Linux VM with Docker Desktop, but not where systemd has its say', () => {
    expect(scene.knobs.find(({ id }) => id === 'desktop')?.steps).toEqual(story.slice(0, 11))
    for (const id of story.slice(0, 11)) {
      expect(keys(at(id))).not.toContain('vm')
      for (const width of [1168, 760]) {
        const frame = at(id, { desktop: 1 }, width)
        const vm = box(frame, 'vm')
        const inside = (key: string): boolean =>
          box(frame, key).y >= vm.y && box(frame, key).y + box(frame, key).h <= vm.y + vm.h
        expect([id, inside('dockerd'), inside('containerd'), inside('kernel'), inside('cli')]).toEqual([
          id,
          true,
          true,
          true,
          false,
        ])
        expect(vm.dash).toBe(0)
        expect(textsOf(frame).join(' ')).toContain('VM')
      }
    }
  })

  it('refuse and pull where the image is missing, and do neither where it is here', () => {
    expect(said('EF-3')).toContain('404')
    expect(said('EF-3')).toContain("Unable to find image 'registry.example:5000/team/busybox:1' locally")
    expect(said('EF-3')).toContain('POST /images/create?fromImage=registry.example:5000/team/busybox&tag=1')
    expect(said('EF-3', { image: 1 })).toContain('404도 pull도 없다')
    expect(said('EF-3', { image: 1 })).toContain('201')
    expect(said('EF-3', { image: 1 })).not.toMatch(/images\/create|Unable/)
    const wires = (knobs: Knobs): number => keys(at('EF-4', knobs)).filter((key) => key.startsWith('wire/')).length
    expect(wires({})).toBeGreaterThanOrEqual(5)
    expect(keys(at('EF-4', { image: 1 })).filter((key) => /^(wire\/|ticket).*layer/.test(key))).toEqual([])
    expect(at('EF-4').flights.length).toBe(6)
    expect(at('EF-4', { image: 1 }).flights).toEqual([])
  })

  it('cut only what was stopped', () => {
    const lanes = ['dockerd', 'containerd', 'shim', 'app']
    const width = (key: string, knobs: Knobs): number => box(at('EF-12', knobs), key).w
    const whole = lanes.map((key) => width(key, { stop: stops.nothing }))
    const cut = (stop: number, restore: number): boolean[] =>
      lanes.map((key, i) => width(key, { stop, restore }) < (whole[i] ?? 0))
    expect(cut(stops.dockerd, 1)).toEqual([true, false, false, false])
    expect(cut(stops.both, 1)).toEqual([true, true, false, false])
    expect(cut(stops.service, 1)).toEqual([true, false, false, false])
    // Without live-restore the app goes with a daemon that ends properly, or comes back.
    expect(cut(stops.dockerd, 0)).toEqual([true, false, true, true])
    expect(cut(stops.both, 0)).toEqual([true, true, true, true])
    expect(cut(stops.service, 0)).toEqual([true, false, true, true])
    for (const restore of [0, 1]) expect(cut(stops.container, restore)).toEqual([false, false, true, true])
  })

  it('show who answered while the daemons were dead', () => {
    const one = said('EF-12', { stop: stops.dockerd, restore: 1 })
    for (const shown of ['✕ 127.0.0.1:8080', '✓ 192.0.2.10:8080', '✓ 172.17.0.2:8080']) expect(one).toContain(shown)
    const refused = traced.events.filter((e) => e.summary.startsWith('dockerd is gone: published port on 127'))
    expect(refused.map((e) => e.response?.['exitCode'])).toEqual([1])
    const both = said('EF-12', { stop: stops.both, restore: 1 })
    for (const e of [starts("dockerd is gone: the container's own"), starts("both are gone: the container's own")])
      expect(both).toContain(`✓ hello from a · ${ms(e.t_ms)}`)
    expect(both).toContain('살아 있음')
    expect(said('EF-12', { stop: stops.dockerd, restore: 0 })).toContain('✓ hello from a')
  })

  it('are turned by a press on what they are about: the store has the image, a daemon dies and lives again', () => {
    const turned = (id: string, knobs: Knobs, key: string): number => {
      const handle = at(id, knobs).handles[key]
      return handle && 'value' in handle ? handle.value : Number.NaN
    }
    for (const id of ['EF-3', 'EF-4']) expect([0, 1].map((image) => turned(id, { image }, 'store'))).toEqual([1, 0])
    const { nothing, dockerd, both } = stops
    const pressed = (lane: string): number[] =>
      [nothing, dockerd, both].map((stop) => turned('EF-12', { stop }, `${lane}/hand`))
    expect(pressed('dockerd')).toEqual([dockerd, nothing, nothing])
    expect(pressed('containerd')).toEqual([both, both, dockerd])
  })

  it('send a stop down the same way twice: SIGTERM, ten seconds, SIGKILL', () => {
    const shown = said('EF-12', { stop: stops.container })
    const [term, kill] = [starts('SIGTERM delivered'), event((e) => /\(container\) killed by SIGKILL/.test(e.summary))]
    for (const text of [
      '$ docker stop web',
      'Tasks.Kill 15',
      'Tasks.Kill 9',
      ms(term.t_ms),
      ms(kill.t_ms),
      '10초',
      '종료 코드 137',
    ])
      expect(shown).toContain(text)
    expect(Math.round((kill.t_ms - term.t_ms) / 1000)).toBe(10)
    const frame = at('EF-12', { stop: stops.container })
    expect(xOf(frame, 'term/signal')).toBeLessThan(xOf(frame, 'kill/signal'))
    // These went through the daemons that had come back.
    const again = traced.facts?.['afterReturn'] as readonly { pid: number; comm: string }[]
    expect(shown).toContain(`PID ${again.find(({ comm }) => comm === 'dockerd')?.pid ?? 0}`)
  })

  it('mark the ordinary stop of the service as not recorded', () => {
    const shown = said('EF-12', { stop: stops.service })
    for (const text of ['기록 아님', 'live-restore 꺼짐', '$ sudo systemctl stop docker', '예시'])
      expect(shown).toContain(text)
  })
})

describe('steps', () => {
  it('are those of the catalogue', () => {
    expect(ids).toEqual(catalogue['engine-flow'])
  })

  it('ask four times before they answer', () => {
    const asking = scene.steps.filter(({ predict }) => predict)
    expect(asking.map(({ id }) => id)).toEqual(['EF-3', 'EF-9', 'EF-11', 'EF-12'])
    for (const { predict } of asking) {
      if (!predict) continue
      expect(predict.choices.length >= 2 && predict.choices.length <= 4).toBe(true)
      expect(predict.choices[predict.answer]).toBeDefined()
      for (const lang of langs)
        for (const words of [predict.question, predict.because, ...predict.choices])
          expect(words[lang].trim()).not.toBe('')
    }
  })

  it('translate the command in EF-1 as the request has it', () => {
    const body = starts('POST /containers/create').request?.['body'] as { json: { HostConfig: Record<string, number> } }
    const { Memory, NanoCpus, PidsLimit } = body.json.HostConfig
    for (const shown of [Memory, NanoCpus, PidsLimit]) expect(textsOf(at('EF-1'))).toContain(String(shown))
    expect(textsOf(at('EF-1'))).toEqual(expect.arrayContaining(['--memory=64m', '-p 8080:8080', '-d', '?name=web']))
  })

  it('list what was recorded only where the requests themselves are the point', () => {
    const listing = ids.filter((id) => keys(at(id)).some((key) => key.startsWith('requests/engine-28.5/')))
    expect(listing).toEqual(['EF-6'])
    for (const { id, events = [] } of scene.steps) expect([id, events.length > 0]).toEqual([id, true])
  })

  it('say on one line where their numbers come from', () => {
    for (const lang of langs) {
      const { measure } = view(lang)
      for (const { id, foot } of scene.steps)
        expect([id, measure(foot[lang], 400, false) * 18 < 1080]).toEqual([id, true])
    }
  })

  it('bring each layer into the store as it lands', () => {
    for (const [i, mark] of at('EF-4')
      .marks.filter(({ key }) => /^store\/[0-9a-f]{12}$/.test(key))
      .entries())
      expect(mark.cue).toMatchObject({ flight: `fly/layer-${i}`, how: 'landed' })
    expect(keys(at('EF-4')).filter((key) => /^store\/.*\/place$/.test(key))).toHaveLength(2)
  })

  it('show sizes and answers as recorded', () => {
    const layer = event((e) => e.response?.['bytes'] === 1137049, pulled)
    expect(said('EF-4')).toContain(`${Number(layer.response?.['bytes']).toLocaleString('en')} B`)
    expect(said('EF-4')).toContain('1,143,036 B')
    expect(said('EF-2')).toContain('1,819 B')
    expect(said('EF-8')).toContain('10,164 B')
    expect(said('EF-5')).toContain('읽기 전용 레이어 4장')
    for (const shown of ['네임스페이스 5개', 'capability 14개만', 'seccomp 허용 374개', '마운트 10개'])
      expect(said('EF-7')).toContain(shown)
    expect(said('EF-11')).toContain('iptables 9번')
  })

  it('type the recorded command into the lane of the CLI', () => {
    for (const id of story.filter((step) => !['EF-3', 'EF-4', 'EF-12'].includes(step)))
      expect(said(id)).toContain(`$ ${starts('docker run -d').summary}`)
    for (const id of ['EF-3', 'EF-4']) expect(said(id)).toContain(`$ ${starts('docker run', pulled).summary}`)
  })
})

describe('recordings', () => {
  it('stand behind every link, and every step lists what it links', () => {
    for (const { id, events = [] } of scene.steps) {
      expect([id, events.length > 0]).toEqual([id, true])
      expect(new Set(events).size).toBe(events.length)
      for (const ref of events) expect(() => eventAt(scene.digests ?? [], ref)).not.toThrow()
      for (const lang of langs) {
        for (const knobs of cornersAt(scene, id)) {
          const { links, marks, flights } = frameAt(scene, id, knobs, view(lang))
          const drawn = new Set([...marks, ...flights].map(({ key }) => key))
          for (const [key, ref] of Object.entries(links)) {
            expect([id, key, drawn.has(key)]).toEqual([id, key, true])
            expect([id, key, events.includes(ref)]).toEqual([id, key, true])
          }
        }
      }
    }
  })

  it('are listed in order of time within each of them', () => {
    for (const { id, events = [] } of scene.steps) {
      const found = events.map((ref) => eventAt(scene.digests ?? [], ref))
      for (const digest of scene.digests ?? []) {
        const times = found.filter((one) => one.digest.of === digest.of).map((one) => one.event.t_ms)
        expect([id, digest.of, times]).toEqual([id, digest.of, [...times].sort((a, b) => a - b)])
      }
    }
  })

  it('give every time that is shown', () => {
    const times = (scene.digests ?? []).flatMap(({ events }) =>
      events.flatMap((e) => {
        const end = e.response?.['end_t_ms'] ?? e.response?.['t_ms']
        return [e.t_ms, ...(typeof end === 'number' ? [end, end - e.t_ms] : [])]
      }),
    )
    const allowed = new Set(times.map(ms))
    for (const width of [1168, 960, 760]) {
      for (const id of story) {
        for (const knobs of cornersAt(scene, id)) {
          const marks = at(id, knobs, width).marks
          const badges = marks.flatMap((m) => (m.kind === 'badge' ? [m.text] : []))
          for (const text of [...textsOf(at(id, knobs, width)), ...badges])
            for (const [shown] of text.matchAll(/[\d.,]*\d ms/g))
              expect([id, text, allowed.has(shown)]).toEqual([id, text, true])
        }
      }
    }
  })

  it('say with what they were made, and the feet name no other version', () => {
    const all = JSON.stringify(scene.digests?.map(({ recordedWith }) => recordedWith))
    for (const { id, foot } of scene.steps) {
      for (const lang of langs) {
        // 26.1.5 is the older set, named where it differs.
        const named = [...foot[lang].matchAll(/\d+\.\d+\.\d+/g)].map(([version]) => version)
        for (const version of named.filter((one) => one !== '26.1.5'))
          expect([id, version, all.includes(version)]).toEqual([id, version, true])
        expect(foot[lang]).toMatch(/^(기록 · 도커|Recorded · Docker) \d/)
        // Of what and how is for the log, not for a line below a picture.
        expect(foot[lang]).not.toMatch(/path-docker-run-syscalls|registry-run-pulls/)
      }
    }
  })

  it('hold all numbers: none is written into the layout', () => {
    const folder = new URL('../../../src/core/scenes/engine-flow/', import.meta.url)
    for (const file of readdirSync(folder)) {
      const source = readFileSync(new URL(file, folder), 'utf8')
      if (file !== 'steps.ts' && file !== 'recorded.ts')
        expect([file, source.match(/\d ?(ms|바이트|bytes)\b|\b22\d\d\d\b/)]).toEqual([file, null])
    }
  })

  it('stay small: only events that are shown are kept', () => {
    const refs = new Set(scene.steps.flatMap(({ events = [] }) => events))
    const size = [...refs].reduce((sum, ref) => {
      return sum + JSON.stringify(eventAt(scene.digests ?? [], ref).event, null, 2).length
    }, 0)
    expect(size).toBeLessThan(100_000)
    const selection = JSON.parse(
      readFileSync(new URL('../../../assets/traces/engine-flow.selection.json', import.meta.url), 'utf8'),
    ) as Record<string, { events: number[] }>
    const kept = Object.entries(selection).flatMap(([of, { events }]) => events.map((n) => `${of}#${n}`))
    expect(kept.filter((ref) => !refs.has(ref as EventRef))).toEqual([])
  })
})

it('keeps the words on the kernel legible where it is set back', () => {
  for (const name of themeNames) {
    const theme = pictureThemes[name]
    for (const id of story) {
      const frame = frameAt(scene, id, {}, view('ko', 1168, name))
      expect([name, id, contrast(theme['on-kernel'], box(frame, 'kernel').fill) >= 4.5]).toEqual([name, id, true])
    }
  }
})

it('sets back what a step is not about', () => {
  const lit = (id: string, key: string): string => box(at(id), key).fill
  const full = pictureThemes.light.daemon
  expect(lit('EF-8', 'containerd')).toBe(full)
  expect(lit('EF-10', 'containerd')).not.toBe(full)
  expect(lit('EF-9', 'shim')).toBe(full)
  expect(lit('EF-10', 'shim')).not.toBe(full)
})

it('draws without anything too tight, also where a stage is wider or narrower than usual', () => {
  for (const width of [760, 900, 960, 1100, 1168, 1280])
    for (const id of ids)
      expect([id, width, penOf(scene, ids.indexOf(id), {}, view('en', width)).tight]).toEqual([id, width, []])
})
