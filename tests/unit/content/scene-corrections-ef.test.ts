/** What a review found wrong, unclear or given away in the picture of the engine's flow, each with its correction. */
import { describe, expect, it } from 'vitest'
import { langs, type Text } from '../../../src/contract/deck.ts'
import { between } from '../../../src/core/diagram/between.ts'
import type { Arrow, Frame } from '../../../src/core/diagram/mark.ts'
import { frameAt, type Knobs } from '../../../src/core/diagram/scene.ts'
import { engineFlow as scene } from '../../../src/core/scenes/engine-flow/index.ts'
import { box, boxes, cornersAt, textsOf, words } from '../diagram/inspect.ts'
import { pictureThemes, view } from '../diagram/rough.ts'

const widths = [1168, 960, 760]
const at = (step: string, knobs: Knobs = {}, width = 1168, lang: (typeof langs)[number] = 'ko'): Frame =>
  frameAt(scene, step, knobs, view(lang, width))
const said = (...of: Parameters<typeof at>): string => textsOf(at(...of)).join(' | ')
const arrow = (frame: Frame, key: string): Arrow => {
  const found = frame.marks.find((mark) => mark.key === key)
  if (found?.kind !== 'arrow') throw new Error(`no arrow ${key}`)
  return found
}
const stepOf = (id: string): (typeof scene.steps)[number] => {
  const found = scene.steps.find((step) => step.id === id)
  if (!found) throw new Error(`no step ${id}`)
  return found
}
/** All that a step says beside and in its picture, whatever the knobs. */
function allWords(id: string, lang: (typeof langs)[number]): string {
  const { title, caption, myth, foot, predict } = stepOf(id)
  const asked: Text[] = predict ? [predict.question, predict.because, ...predict.choices] : []
  const beside = [title, caption, myth, foot, ...asked].map((words_) => words_[lang])
  return [...beside, ...cornersAt(scene, id).map((knobs) => said(id, knobs, 1168, lang))].join(' | ')
}
const stops = { nothing: 0, dockerd: 1, both: 2, container: 3, service: 4 }

describe('what becomes of the app when dockerd dies (EF-12)', () => {
  it('is that of default settings unless someone turns live-restore on', () => {
    const knob = scene.knobs.find(({ id }) => id === 'restore')
    expect(knob).toMatchObject({ kind: 'switch', value: 0, steps: ['EF-12'] })
    expect(at('EF-12')).toEqual(at('EF-12', { stop: stops.dockerd, restore: 0 }))
  })

  it('by default: runs on, systemd brings dockerd back, that stops it, the restart policy decides', () => {
    for (const [stop, width] of [stops.dockerd, stops.both].flatMap((one) => widths.map((w) => [one, w] as const))) {
      const frame = at('EF-12', { stop, restore: 0 }, width)
      const [dead, back] = [box(frame, 'dockerd'), box(frame, 'dockerd/back')]
      const app = box(frame, 'app')
      const end = app.x + app.w
      expect(dead.x + dead.w).toBeLessThan(back.x)
      // It outlives the death of the daemon, and ends only after that has come back.
      expect(end).toBeGreaterThan(dead.x + dead.w)
      expect(end).toBeGreaterThan(back.x)
      expect(arrow(frame, 'stops/signal').points[0]?.[0]).toBeGreaterThan(back.x)
      const shown = textsOf(frame).join(' | ')
      for (const told of ['systemd', '예시', 'live-restore 꺼짐', 'SIGTERM', '재시작 정책', 'no', 'always'])
        expect([width, told, shown.includes(told)]).toEqual([width, told, true])
      expect(shown).not.toContain('살아 있음')
    }
  })

  it('with live-restore, as it was recorded: the same process runs on, and the picture says with what', () => {
    for (const stop of [stops.dockerd, stops.both]) {
      for (const width of widths) {
        const frame = at('EF-12', { stop, restore: 1 }, width)
        const app = box(frame, 'app')
        expect(app.x + app.w).toBe(frame.width - 16)
        const shown = textsOf(frame).join(' | ')
        for (const told of ['live-restore', '기록', '살아 있음'])
          expect([width, told, shown.includes(told)]).toEqual([width, told, true])
        expect(shown).not.toMatch(/예시|재시작 정책/)
        expect(frame.marks.some(({ key }) => key.startsWith('stops/'))).toBe(false)
      }
    }
  })

  it('is turned by a press on the dockerd that came back', () => {
    const turned = (restore: number): unknown => at('EF-12', { restore }).handles['dockerd/back/hand']
    expect([0, 1].map(turned)).toEqual([
      { knob: 'restore', value: 1 },
      { knob: 'restore', value: 0 },
    ])
  })

  it('is told so by title, caption, foot and prediction', () => {
    const { title, caption, foot, predict } = stepOf('EF-12')
    expect(caption.ko).toMatch(
      /2초쯤 뒤 systemd가.*\n기본값에서는 \*\*그 dockerd가 앱을 멈춥니다\*\*.*재시작 정책.*live-restore/,
    )
    expect(caption.en).toMatch(
      /systemd restarts dockerd about 2 s later.*\nand by default .*stops the app.*restart policies.*live-restore/,
    )
    expect(title).toEqual({
      ko: '컨테이너는 데몬이 죽을 때가 아니라 돌아올 때 멈춘다',
      en: 'Containers stop when the daemon returns, not when it dies',
    })
    expect([foot.ko, foot.en]).toEqual([
      expect.stringMatching(/live-restore를 켜고 기록 · 끈 쪽은 예시, moby 소스\(2026-08\)/),
      expect.stringMatching(/with live-restore on · off: an example, after moby’s source \(2026-08\)/),
    ])
    expect(predict?.question.ko).toContain('기본 설정에서')
    expect(predict?.choices[predict.answer]?.ko).toBe('dockerd가 다시 떴을 때')
  })

  it('goes the other way round where the service is stopped: the app first, unless live-restore keeps it', () => {
    const end = (restore: number, key: string): number => {
      const { x, w } = box(at('EF-12', { stop: stops.service, restore }), key)
      return x + w
    }
    expect(end(0, 'app')).toBeLessThan(end(0, 'dockerd'))
    expect(end(1, 'app')).toBeGreaterThan(end(1, 'dockerd'))
    for (const restore of [0, 1]) expect(said('EF-12', { stop: stops.service, restore })).toContain('기록 아님')
  })
})

describe('predictions', () => {
  it('ask in EF-11 what no earlier step has told', () => {
    const { question, choices, answer } = stepOf('EF-11').predict ?? { question: { ko: '' }, choices: [], answer: 0 }
    const right = choices[answer]?.ko ?? ''
    expect(question.ko).not.toContain('runc')
    expect(right).toContain('같은 PID')
    for (const id of ['EF-9', 'EF-10'])
      expect([id, /같은 PID|PID 그대로/.test(allWords(id, 'ko'))]).toEqual([id, false])
    expect(stepOf('EF-11').title.ko).not.toContain('PID')
  })
})

describe('words', () => {
  it.each([
    ['EF-2', '명령은 소켓을 지나 데몬에게 간다', '`create`를 요청합니다'],
    ['EF-3', '이미지가 없으면 데몬은 거절한다', 'pull을 따로 요청합니다'],
    ['EF-6', '명령은 하나, 요청은 여러 번', '맨 마지막에 요청합니다'],
    ['EF-10', 'runc create는 격리를 만들고, 앱은 기다린다', '커널에 요청해 격리를 **하나씩** 만들고 종료됩니다'],
    ['EF-11', '네트워크를 연결하고 시작시키면 runc는 종료된다', '네트워크를 연결한 다음'],
  ])('%s has its title, and says it in the words of the field', (id, title, told) => {
    const step = stepOf(id)
    expect(step.title.ko).toBe(title)
    expect(step.caption.ko).toContain(told)
  })

  it('call requests requests, networks networks and handlers handlers, and keep off letters and poems', () => {
    for (const { id } of scene.steps)
      expect([id, /부탁|에 청해|망을|처리기|두르/.exec(allWords(id, 'ko'))]).toEqual([id, null])
  })

  it('say in English what is not local, what happens and what is not', () => {
    expect(stepOf('EF-3').caption.en).toMatch(/^If the image is not present locally, the daemon answers .*404/)
    for (const { id } of scene.steps)
      expect([id, /\b(is|are) not here\b|\bWhat of\b|\bended with kill\b|\bis no [a-z]+ but\b/.exec(allWords(id, 'en'))]).toEqual([id, null]) // prettier-ignore
    const { choices = [] } = scene.knobs.find(({ id }) => id === 'image') ?? {}
    expect(choices.map(({ label }) => label.en)).toEqual(['Not local', 'Local'])
  })

  it('have feet of one quiet line: recorded, of which engine, and what one must know', () => {
    for (const { id, foot } of scene.steps) {
      for (const lang of langs) {
        expect([id, foot[lang]]).toEqual([id, expect.stringMatching(/^(기록 · 도커|Recorded · Docker) [\d.]+ · /)])
        expect([id, foot[lang].match(/(?<!live-restore를 켜고 )기록(?! 아님)|[Rr]ecorded(?<!not recorded)/g)?.length]).toEqual([id, 1]) // prettier-ignore
        expect([id, foot[lang].split(' · ').length <= 4]).toEqual([id, true])
      }
    }
  })
})

describe('drawings', () => {
  it('EF-6 numbers the four requests, on their arrows and in the list, and the last one starts', () => {
    for (const width of widths) {
      const frame = at('EF-6', {}, width)
      const numbers = frame.marks.flatMap((mark) => (mark.kind === 'badge' && mark.key !== 'now/call' ? [mark] : []))
      const onArrows = ['ping', 'create', 'wait', 'start'].map((id) => {
        const disc = numbers.find(({ key }) => key === `call/${id}/number`)
        expect([id, disc?.x]).toEqual([id, arrow(frame, `call/${id}`).points[0]?.[0]])
        return disc?.text
      })
      expect(onArrows).toEqual(['1', '2', '3', '4'])
      const rows = frame.marks
        .filter(({ key }) => key.startsWith('requests/engine-28.5/'))
        .map(({ key }) => frame.links[key])
      const arrows = ['ping', 'create', 'wait', 'start'].map((id) => frame.links[`call/${id}`])
      expect(rows).toEqual(arrows)
      expect(said('EF-6', {}, width)).toContain('docker run 한 번은 요청 네 번')
      // No number lies on a word of another request.
      const all = words(frame.marks, view('ko', width).measure)
      for (const disc of numbers)
        for (const { text, left, right, top, bottom } of all.filter(({ key }) => key.startsWith('call/'))) {
          const apart = right <= disc.x - 10 || left >= disc.x + 10 || bottom <= disc.y - 10 || top >= disc.y + 10
          expect([width, disc.text, text, apart]).toEqual([width, disc.text, text, true])
        }
    }
  })

  it('EF-4 draws as many requests as it counts, and all of them end at dockerd', () => {
    for (const width of widths) {
      const frame = at('EF-4', {}, width)
      const wires = frame.marks.filter((mark): mark is Arrow => mark.kind === 'arrow' && mark.key.startsWith('wire/'))
      expect(wires.length).toBe(6)
      expect(said('EF-4', {}, width)).toMatch(/6번/)
      const dockerd = box(frame, 'reach/plate')
      const store = box(frame, 'store')
      expect(dockerd.x).toBeGreaterThan(store.x + store.w)
      for (const { key, points } of wires) {
        const tip = points.at(-1)?.[0] ?? 0
        expect([key, tip >= dockerd.x + dockerd.w, tip <= dockerd.x + dockerd.w + 6]).toEqual([key, true, true])
      }
      // Only what it has unpacked goes from there into the store.
      const unpacked = frame.marks.filter(
        (mark): mark is Arrow => mark.kind === 'arrow' && mark.key.endsWith('/unpack'),
      )
      expect(unpacked.map(({ points }) => points[0]?.[0])).toEqual([dockerd.x - 1, dockerd.x - 1])
    }
  })

  it('EF-3, EF-4 and EF-7 say what dockerd’s own line is for, and take it past what containerd says', () => {
    const lines: readonly (readonly [string, Knobs, string, RegExp])[] = [
      ['EF-3', {}, 'store/from', /로컬에 있나/],
      ['EF-4', { image: 1 }, 'store/from', /로컬에 있나/],
      ['EF-7', {}, 'spec/from', /OCI 스펙을 적는다/],
    ]
    for (const [id, knobs, key, told] of lines) {
      for (const width of widths) {
        const frame = at(id, knobs, width)
        const line = arrow(frame, key)
        const x = line.points[0]?.[0] ?? 0
        expect([id, said(id, knobs, width)]).toEqual([id, expect.stringMatching(told)])
        // In front of the lane that it passes, and beside its words.
        const [lane, drawn] = ['containerd', key].map((one) => frame.marks.findIndex((mark) => mark.key === one))
        expect([id, width, (drawn ?? 0) > (lane ?? Infinity)]).toEqual([id, width, true])
        for (const { text, left, right, top, bottom } of words(frame.marks, view('ko', width).measure)) {
          const crosses =
            left < x + 3 && right > x - 3 && top < (line.points[1]?.[1] ?? 0) && bottom > (line.points[0]?.[1] ?? 0)
          expect([id, width, text, crosses]).toEqual([id, width, text, false])
        }
      }
    }
  })

  it('never takes the moment back in time: where the axis folds, another pill comes', () => {
    const pills = (frame: { marks: Frame['marks'] }): (readonly [string, number])[] =>
      frame.marks.flatMap((mark) =>
        mark.kind === 'badge' && /^now(\/call)?~*$/.test(mark.key) ? [[mark.key, mark.x]] : [],
      )
    for (const [i, { id }] of scene.steps.entries()) {
      if (i === 0 || Number(id.slice(3)) > 12) continue
      const [from, to] = [frameAt(scene, i - 1, {}, view()), frameAt(scene, i, {}, view())]
      const way = between(from, to, true)
      const before = new Map<string, number>()
      for (let t = 0.05; t <= 1; t += 0.05) {
        for (const [key, x] of pills(way(t))) {
          expect([id, key, t, x >= (before.get(key) ?? -1) - 0.01]).toEqual([id, key, t, true])
          before.set(key, x)
        }
      }
    }
  })

  it('EF-11 keeps the line of the moment off the words behind runc start', () => {
    for (const width of widths) {
      const frame = at('EF-11', {}, width)
      const x = arrow(frame, 'now/line').points[0]?.[0] ?? 0
      for (const { text, left, right, top } of words(frame.marks, view('ko', width).measure))
        if (top > 60 && top < 310) expect([width, text, right < x - 3 || left > x + 3]).toEqual([width, text, true])
    }
  })

  it('means one thing by dashes around a process: that it is still to come', () => {
    const [dashed, grey] = [
      (frame: Frame, key: string): boolean => box(frame, key).dash > 0,
      (frame: Frame, key: string): boolean => box(frame, key).fill === pictureThemes.light.sunk,
    ]
    const over: readonly (readonly [string, readonly string[]])[] = [
      ['EF-11', ['runc', 'launch']],
      ['EF-12', ['runc', 'start']],
      ['EF-14', ['run/name/runc', 'run/name/cli']],
    ]
    for (const [id, keys] of over)
      for (const key of keys) expect([id, key, dashed(at(id), key), grey(at(id), key)]).toEqual([id, key, false, true])
    for (const key of ['cli', 'shim', 'runc'])
      expect([key, dashed(at('EF-13'), `run/name/${key}`)]).toEqual([key, true])
    for (const id of ['EF-5', 'EF-8'])
      for (const key of ['shim', 'runc', 'start', 'init']) expect(dashed(at(id), key)).toBe(true)
    expect(boxes(at('EF-14')).some(({ dash }) => dash > 0)).toBe(false)
  })

  it('says of exited that an app that ends goes there too, on the arrow that leads there', () => {
    for (const width of widths) {
      const frame = at('EF-18', {}, width)
      expect(said('EF-18', {}, width)).toMatch(/또는 앱 종료/)
      expect(said('EF-18', {}, width, 'en')).toContain('or app exits')
      const [leads, back] = ['way/stop, kill', 'way/start '].map((key) => arrow(frame, key).points[0]?.[1] ?? 0)
      const note = words(frame.marks, view('ko', width).measure).find(({ text }) => text === '또는 앱 종료')
      const middle = ((note?.top ?? 0) + (note?.bottom ?? 0)) / 2
      expect(Math.abs(middle - (leads ?? 0))).toBeLessThan(Math.abs(middle - (back ?? 0)))
    }
  })
})
