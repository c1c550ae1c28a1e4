/** The run as a whole: what had happened until a moment of it, with a line that a hand takes along. */
import { describe, expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import { between } from '../../../src/core/diagram/between.ts'
import { valueUnderHand } from '../../../src/core/diagram/handle.ts'
import type { Arrow, Badge, Box, Frame } from '../../../src/core/diagram/mark.ts'
import { frameAt } from '../../../src/core/diagram/scene.ts'
import { engineFlow as scene } from '../../../src/core/scenes/engine-flow/index.ts'
import { eventAt, type Digest } from '../../../src/core/traces/digest.ts'
import tracedJson from '../../../assets/traces/engine-28.5/path-docker-run-syscalls.json' with { type: 'json' }
import { box, boxes, plateProblems, textsOf, words, wordProblems } from './inspect.ts'
import { pictureThemes, view } from './rough.ts'

const traced = tracedJson as unknown as Digest
const eventOf = (start: string): Digest['events'][number] => {
  const found = traced.events.find(({ summary }) => summary.startsWith(start))
  if (!found) throw new Error(`no event ${start}`)
  return found
}
const [typed, exec] = [eventOf('docker run'), eventOf('execve httpd')]
const end = Math.ceil(Number(typed.response?.['end_t_ms'] ?? typed.response?.['t_ms']))

const at = (moment: number, width = 1168, lang: (typeof langs)[number] = 'ko'): Frame =>
  frameAt(scene, 'EF-14', { moment }, view(lang, width))
const six = ['cli', 'dockerd', 'containerd', 'shim', 'runc', 'kernel']
const isThere = (frame: Frame, key: string): boolean => frame.marks.some((mark) => mark.key === key)
/** Dashes: not there yet; grey: over. */
const alive = (frame: Frame): string[] =>
  six.filter((name) => {
    const { dash, fill } = box(frame, `run/name/${name}`)
    return dash === 0 && fill !== pictureThemes.light.sunk
  })
const line = (frame: Frame): number => (frame.marks.find(({ key }) => key === 'run/line') as Arrow).points[0]?.[0] ?? 0
const pill = (frame: { marks: Frame['marks'] }): Badge => frame.marks.find(({ key }) => key === 'now') as Badge
/** Where a moment of the recording is, by the two that are known. */
const placeOf = (ms: number, width = 1168): number =>
  line(at(0, width)) + ((line(at(end, width)) - line(at(0, width))) * ms) / end

describe('the run as a whole', () => {
  it('begins with six names and how they are: three run already, three are not there yet', () => {
    const first = frameAt(scene, 'EF-13', {}, view('en'))
    const [yet, already] = ['not there yet', 'already running']
    expect(textsOf(first)).toEqual([
      ...['docker CLI', yet, 'dockerd', already, 'containerd', already],
      ...['shim', yet, 'runc', yet, 'Linux kernel', already],
    ])
    expect(textsOf(at(1)).join()).not.toMatch(/이미 돌고 있다|아직 없다/)
    expect(alive(first)).toEqual(['dockerd', 'containerd', 'kernel'])
    expect(pill(first).text).toBe('0 ms')
    expect(first.handles).toEqual({})
    expect({ ...at(0), handles: {} }).toEqual(frameAt(scene, 'EF-13', {}, view('ko')))
  })

  it('is as long as it was recorded, and shows by itself all of it', () => {
    const [knob] = scene.knobs.filter(({ id }) => id === 'moment')
    expect(knob).toMatchObject({ min: 0, max: end, value: end, steps: ['EF-14'] })
    expect(pill(frameAt(scene, 'EF-14', {}, view('ko'))).text).toBe(`${end} ms`)
    expect(scene.steps.find(({ id }) => id === 'EF-14')?.title.en).toContain(`${exec.t_ms.toFixed(0)} ms`)
  })

  it('has everything at its recorded time, to scale, and nothing of what was still to come', () => {
    const whole = at(end)
    const timed = Object.entries(whole.links).map(([key, ref]) => ({ key, event: eventAt([traced], ref).event }))
    expect(timed.length).toBeGreaterThan(20)
    for (const width of [1168, 760]) {
      for (const { key, event } of timed.filter(
        ({ key }) => key.startsWith('run/call/') && key !== 'run/call/answer',
      )) {
        const mark = at(end, width).marks.find((one) => one.key === key) as Arrow
        expect([key, mark.points[0]?.[0]]).toEqual([key, expect.closeTo(placeOf(event.t_ms, width), 6)])
        const ms = Math.floor(event.t_ms)
        expect([key, isThere(at(ms, width), key), isThere(at(ms + 1, width), key)]).toEqual([key, false, true])
      }
    }
    for (let ms = 0; ms <= end; ms += 7) {
      const frame = at(ms)
      for (const [key, ref] of Object.entries(frame.links))
        expect([ms, key, eventAt([traced], ref).event.t_ms <= ms]).toEqual([ms, key, true])
      for (const { key, x, w } of boxes(frame).filter(({ key }) => !key.startsWith('run/name')))
        expect([ms, key, x + w <= line(frame) + 0.01]).toEqual([ms, key, true])
    }
  })

  it('lets each come when it was born and go when it ended', () => {
    expect([150, 220, 400, 700, 900, end].map((ms) => alive(at(ms)))).toEqual([
      ['cli', 'dockerd', 'containerd', 'kernel'],
      ['cli', 'dockerd', 'containerd', 'shim', 'kernel'],
      six,
      ['cli', 'dockerd', 'containerd', 'shim', 'kernel'],
      six,
      ['dockerd', 'containerd', 'shim', 'kernel'],
    ])
    const born = Math.floor(exec.t_ms)
    expect([born, born + 1].map((ms) => isThere(at(ms), 'run/app'))).toEqual([false, true])
    expect(textsOf(at(end))).toContain('httpd')
    // Before its first life a name is dashed, between and after its lives it is not.
    expect([150, 700, end].map((ms) => box(at(ms), 'run/name/runc').dash > 0)).toEqual([true, false, false])
  })

  it('names the app beside its own bar, not above what ran before it', () => {
    for (const width of [1168, 960, 760]) {
      for (const ms of [Math.ceil(exec.t_ms) + 1, 950, end]) {
        const frame = at(ms, width)
        const app = box(frame, 'run/app')
        const name = words(frame.marks, view('ko', width).measure).find(({ text }) => text === 'httpd')
        expect([width, ms, (name?.left ?? 0) > app.x + app.w]).toEqual([width, ms, true])
        expect([width, ms, (name?.top ?? 0) > app.y && (name?.bottom ?? 0) < app.y + app.h]).toEqual([width, ms, true])
      }
    }
  })

  it('has its words in their places at any moment, in both languages, at any width', () => {
    for (const lang of langs) {
      for (const width of [1168, 960, 760]) {
        for (let ms = 0; ms <= end; ms += 13) {
          const [{ marks }, room] = [at(ms, width, lang), view(lang, width)]
          expect([lang, width, ms, wordProblems(marks, room), plateProblems(marks, room)]).toEqual([lang, width, ms, [], []]) // prettier-ignore
        }
      }
    }
  })

  it('is turned by a hand wherever it comes down on the time', () => {
    for (const width of [1168, 760]) {
      const { handles } = at(end, width)
      expect(Object.keys(handles)).toEqual(['run/field', 'now'])
      for (const handle of Object.values(handles))
        for (const ms of [0, 1, 333, end]) expect(valueUnderHand(scene, handle, [placeOf(ms, width), 200])).toBe(ms)
    }
  })

  it('is drawn behind the line as that goes through it', () => {
    const way = between(frameAt(scene, 'EF-13', {}, view('ko')), at(end), true)
    for (let t = 0.05; t < 1; t += 0.05) {
      const { marks } = way(t)
      const head = pill({ marks }).x
      const seen = marks.filter(({ key, opacity }) => /^run\/(call|told)/.test(key) && opacity > 0)
      for (const { key } of seen.filter(({ key }) => key.startsWith('run/call'))) {
        const goal = at(end).marks.find((mark) => mark.key === key) as Arrow
        expect([t, key, (goal.points[0]?.[0] ?? Infinity) <= head + 1]).toEqual([t, key, true])
      }
      const bars = marks.filter(
        (mark): mark is Box => mark.kind === 'box' && mark.opacity > 0 && !mark.key.startsWith('run/name'),
      )
      for (const { key, x, w } of bars) {
        const whole = box(at(end), key)
        const reached = Math.min(whole.x + whole.w, head)
        expect([t, key, x + w]).toEqual([t, key, expect.closeTo(reached, 1)])
      }
    }
  })
})
