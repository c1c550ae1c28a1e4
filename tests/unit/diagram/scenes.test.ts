import { describe, expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import { between } from '../../../src/core/diagram/between.ts'
import type { Frame, Handle, Mark } from '../../../src/core/diagram/mark.ts'
import { motion, Player, STILL, type Clock } from '../../../src/core/diagram/player.ts'
import { describeStep, frameAt, knobDefaults, notchOf, settled, stepIndex } from '../../../src/core/diagram/scene.ts'
import { inlineParts } from '../../../src/core/diagram/inline.ts'
import { asking } from '../../../src/core/scenes/asks.ts'
import { catalogue, sceneOf, scenes } from '../../../src/core/scenes/index.ts'
import { eventAt, type EventRef } from '../../../src/core/traces/digest.ts'
import { everydayText } from '../../../tools/subset-fonts.mjs'
import { coloursOf, cornersAt, numbersOf, penOf, plateProblems, textsOf, wordProblems } from './inspect.ts'
import { themeNames, view } from './rough.ts'

const widths = [1168, 960, 760]

let seed = 1
const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647

it('knows all five scenes by name, and draws what it says it draws', () => {
  expect(Object.keys(catalogue)).toEqual([
    'vm-vs-container',
    'isolation',
    'engine-flow',
    'image-layers',
    'hub-push-pull',
  ])
  for (const scene of scenes) {
    expect(sceneOf(scene.id)).toBe(scene)
    expect(scene.steps.map(({ id }) => id)).toEqual(catalogue[scene.id])
  }
  expect(sceneOf('no-such-scene')).toBeUndefined()
})

it('lists which steps ask first, for those who do not load the pictures', () => {
  const asked = scenes.flatMap(({ steps }) => steps.flatMap(({ id, predict }) => (predict ? [id] : [])))
  expect([...asking].sort()).toEqual(asked.sort())
})

it('has the right answer of each question that a picture asks', () => {
  const answers = scenes.flatMap(({ steps }) =>
    steps.flatMap(({ id, predict }) => (predict ? [[id, predict.choices[predict.answer]?.ko]] : [])),
  )
  expect(Object.fromEntries(answers)).toEqual({
    'VC-5': '아무것도 거치지 않고 바로',
    'VC-7': '호스트의 메모리가 바닥날 때',
    'VC-8': '그 커널 위의 앱 모두',
    'IS-2': '1번, 같은 프로세스다',
    'IS-6': '모든 시각이 호스트와 같다',
    'IS-7': '호스트의 root(UID 0)',
    'IS-8': '커널이 그 프로세스를 끝낸다',
    'EF-3': '404로 거절한다',
    'EF-9': 'shim',
    'EF-11': '같은 PID로 httpd가 된다',
    'EF-12': 'dockerd가 다시 떴을 때',
    'IL-1': '두 줄',
    'IL-5': '한 장',
    'IL-7': '67.1 MB',
    'IL-10': '남는다',
    'HP-3': '401, 토큰부터',
    'HP-6': '2회',
    'HP-8': '150 B',
    'HP-10': 'A와 B가 서로 다른 이미지',
  })
})

const everyday = new Set(everydayText())
/** The smallest type of a caption below a picture, in px. */
const CAPTION = 24

describe.each(scenes)('$id', (scene) => {
  const frames = scene.steps.map((_, i) => frameAt(scene, i, {}, view()))

  it('is written in characters of the small fonts, which are there when it is measured', () => {
    for (const lang of langs) {
      for (const { id } of scene.steps) {
        const written = cornersAt(scene, id).flatMap((knobs) => textsOf(frameAt(scene, id, knobs, view(lang))))
        expect([id, [...new Set(written.join(''))].filter((character) => !everyday.has(character))]).toEqual([id, []])
      }
    }
  })

  it('has its words in both languages for every step and knob', () => {
    for (const lang of langs) {
      for (const step of scene.steps) {
        for (const words of [step.title, step.caption, step.myth, step.foot]) {
          expect(words[lang].trim()).not.toBe('')
          expect(words[lang]).toBe(words[lang].normalize('NFC'))
        }
        // A mark that is left over was never closed.
        for (const { kind, text } of inlineParts(step.caption[lang]))
          if (kind === 'text') expect(text).not.toMatch(/\*\*|`/)
        expect(/[가-힣]/.test(step.title[lang])).toBe(lang === 'ko')
      }
      for (const knob of scene.knobs) expect(knob.label[lang].trim()).not.toBe('')
    }
  })

  it('has captions of no more than two lines, where the type is smallest', () => {
    for (const lang of langs) {
      const { measure } = view(lang)
      for (const { id, caption } of scene.steps) {
        const widths = caption[lang].split('\n').map((line) =>
          inlineParts(line).reduce((sum, { kind, text }) => {
            return sum + measure(text, kind === 'strong' ? 700 : 400, kind === 'code') * CAPTION
          }, 0),
        )
        expect([id, lang, widths.length <= 2, widths.filter((width) => width > 1168)]).toEqual([id, lang, true, []])
      }
    }
  })

  it('asks questions that can be answered, in both languages', () => {
    for (const { predict } of scene.steps) {
      if (!predict) continue
      expect(predict.choices.length).toBeGreaterThanOrEqual(2)
      expect(predict.choices.length).toBeLessThanOrEqual(4)
      expect(predict.choices[predict.answer]).toBeDefined()
      for (const lang of langs) {
        for (const words of [predict.question, predict.because, ...predict.choices]) {
          expect(words[lang].trim()).not.toBe('')
          expect(words[lang]).toBe(words[lang].normalize('NFC'))
        }
        expect(/[가-힣]/.test(predict.question[lang])).toBe(lang === 'ko')
      }
    }
  })

  it('names recorded events that its digests hold, in the order of time within each recording', () => {
    const digests = scene.digests ?? []
    expect(digests.length).toBeGreaterThan(0)
    for (const { id, events = [] } of scene.steps) {
      expect(new Set(events).size).toBe(events.length)
      const times = new Map<string, number>()
      for (const ref of events) {
        const { digest, event } = eventAt(digests, ref)
        expect([id, ref, event.t_ms >= (times.get(digest.of) ?? -Infinity)]).toEqual([id, ref, true])
        times.set(digest.of, event.t_ms)
      }
    }
  })

  it('ties marks and flights to events of the step they are drawn in', () => {
    for (const { id, events = [] } of scene.steps) {
      for (const knobs of cornersAt(scene, id)) {
        const { marks, flights, links } = frameAt(scene, id, knobs, view())
        const keys = new Set([...marks, ...flights].map(({ key }) => key))
        for (const [key, ref] of Object.entries<EventRef>(links)) {
          expect([id, key, keys.has(key)]).toEqual([id, key, true])
          expect([id, key, events.includes(ref)]).toEqual([id, key, true])
        }
      }
    }
  })

  it('lets a hand turn knobs that act in the step, from marks that are drawn, to values on their scale', () => {
    for (const { id } of scene.steps) {
      for (const knobs of cornersAt(scene, id)) {
        const { marks, handles } = frameAt(scene, id, knobs, view())
        const keys = new Set(marks.map(({ key }) => key))
        for (const [key, handle] of Object.entries<Handle>(handles)) {
          expect([id, key, keys.has(key)]).toEqual([id, key, true])
          const knob = scene.knobs.find((each) => each.id === handle.knob)
          expect([id, handle.knob, knob?.steps.includes(id)]).toEqual([id, handle.knob, true])
          const values = 'axis' in handle ? handle.places.map(([, value]) => value) : [handle.value]
          for (const value of values) expect([id, key, knob && notchOf(knob, value)]).toEqual([id, key, value])
          const places = 'axis' in handle ? handle.places.map(([px]) => px) : []
          expect([id, key, places]).toEqual([id, key, [...places].sort((a, b) => a - b)])
        }
      }
    }
  })

  it('has knobs that act in steps of the scene and whose values lie on their scale', () => {
    for (const { min, max, value, step, steps, choices } of scene.knobs) {
      expect(steps.length).toBeGreaterThan(0)
      for (const id of steps) expect(stepIndex(scene, id)).toBeGreaterThanOrEqual(0)
      for (const v of [value, max, ...(choices ?? []).map((choice) => choice.value)]) {
        expect(v >= min && v <= max && Number.isInteger((v - min) / step)).toBe(true)
      }
    }
  })

  it('changes the picture with a knob where the knob acts, and only there', () => {
    for (const knob of scene.knobs) {
      for (const { id } of scene.steps) {
        const [low, high] = [knob.min, knob.max].map((v) =>
          JSON.stringify(frameAt(scene, id, { [knob.id]: v }, view())),
        )
        expect([knob.id, id, low !== high]).toEqual([knob.id, id, knob.steps.includes(id)])
      }
    }
  })

  it('brings knobs onto their scale', () => {
    const wild = settled(scene, Object.fromEntries(scene.knobs.map(({ id }) => [id, 1e9])))
    expect(wild).toEqual(Object.fromEntries(scene.knobs.map(({ id, max }) => [id, max])))
    expect(settled(scene, { apps: Number.NaN })).toEqual(knobDefaults(scene))
    expect(settled(scene, {})).toEqual(knobDefaults(scene))
  })

  it('has unique keys, finite numbers and whole colours in every frame', () => {
    for (const { id } of scene.steps) {
      for (const knobs of cornersAt(scene, id)) {
        const { marks, flights } = frameAt(scene, id, knobs, view())
        const keys = [...marks, ...flights].map((m) => m.key)
        expect(new Set(keys).size).toBe(keys.length)
        expect(numbersOf(marks).every(Number.isFinite)).toBe(true)
        for (const colour of coloursOf([marks, flights])) expect(colour).toMatch(/^#[0-9a-f]{6}([0-9a-f]{2})?$/)
      }
    }
  })

  it.each(widths)('fits its words at %i px: every step, language and knob corner', (width) => {
    for (const lang of langs) {
      const at = view(lang, width)
      scene.steps.forEach(({ id }, i) => {
        for (const knobs of cornersAt(scene, id)) {
          const pen = penOf(scene, i, knobs, at)
          const problems = [...pen.tight.map((text) => `tight: ${text}`), ...wordProblems(pen.marks, at)]
          expect({ id, lang, knobs, problems }).toEqual({ id, lang, knobs, problems: [] })
        }
      })
    }
  })

  it.each(widths)('keeps boxes on the stage and apart at %i px, unless one holds the other', (width) => {
    const at = view('ko', width)
    scene.steps.forEach(({ id }, i) => {
      for (const knobs of cornersAt(scene, id)) {
        const wrong = plateProblems(penOf(scene, i, knobs, at).marks, at)
        expect({ id, knobs, wrong }).toEqual({ id, knobs, wrong: [] })
      }
    })
  })

  it('gives the same frame for the same question, whatever was asked before', () => {
    for (const theme of themeNames) {
      const again = scene.steps
        .map((_, i) => frameAt(scene, scene.steps.length - 1 - i, {}, view('en', 960, theme)))
        .reverse()
      expect(again).toEqual(scene.steps.map(({ id }) => frameAt(scene, id, {}, view('en', 960, theme))))
    }
  })

  it('says what a step shows: its title, its place, its caption', () => {
    scene.steps.forEach(({ id, title }, i) => {
      expect(describeStep(scene, id, 'en')).toContain(title.en)
      expect(describeStep(scene, id, 'en')).toContain(`step ${i + 1} of ${scene.steps.length}`)
      expect(describeStep(scene, i, 'ko')).toContain(`${scene.steps.length}단계 중 ${i + 1}단계`)
      expect(describeStep(scene, i, 'ko')).not.toMatch(/\*\*|`|\n/)
    })
    expect(() => frameAt(scene, 'no-such-step', {}, view())).toThrow(RangeError)
  })

  it('ends exactly at the new picture, however far away the old one was', () => {
    frames.forEach((to, i) => {
      frames.forEach((from, j) => {
        if (i !== j) expect(between(from, to, true)(1)).toBe(to)
      })
    })
  })

  it('gives the very same mark while it stands, so that nobody looks at it again', () => {
    frames.slice(1).forEach((to, i) => {
      const from = frames[i]
      if (!from || i % 3 > 0) return
      const at = between(from, to, true)
      let last = new Map<string, Mark>()
      const [equal, same] = [new Set<string>(), new Set<string>()]
      for (let ms = 0; ms < at.ms; ms += 16) {
        const { marks } = at(ms / at.ms)
        for (const mark of marks) {
          const before = last.get(mark.key)
          if (before && JSON.stringify(before) === JSON.stringify(mark)) equal.add(`${mark.key} ${ms}`)
          if (before === mark) same.add(`${mark.key} ${ms}`)
        }
        last = new Map(marks.map((mark) => [mark.key, mark]))
      }
      // Before words cross to their new colour, and where one has hardly set out, moving looks the same.
      expect(same.size / equal.size).toBeGreaterThan(0.9)
    })
  })

  it('really moves on the way', () => {
    frames.slice(1).forEach((to, i) => {
      const from = frames[i]
      if (!from) return
      const seen = [0, 0.2, 0.4, 0.6, 0.8, 1].map((t) => JSON.stringify(between(from, to, true)(t).marks))
      expect(new Set(seen).size).toBe(seen.length)
    })
  })

  it('always settles on the right picture, however fast the fingers', () => {
    for (let walk = 0; walk < 40; walk++) {
      let shown: Frame | undefined
      let tick: ((elapsedMs: number) => void) | undefined
      const clock: Clock = (next) => {
        tick = next
        return { stop: () => (tick = undefined) }
      }
      const player = new Player((frame) => (shown = frame), clock)
      let at = 0
      player.go(frames[0] as Frame, STILL)
      for (let press = 0; press < 12; press++) {
        const r = random()
        const to =
          r < 0.55
            ? Math.min(frames.length - 1, at + 1)
            : r < 0.85
              ? Math.max(0, at - 1)
              : Math.floor(random() * frames.length)
        player.go(frames[to] as Frame, motion(at, to))
        at = to
        for (let t = 0, end = random() * 1200; t < end; t += 64) tick?.(t)
      }
      tick?.(5000)
      expect(tick).toBeUndefined()
      expect(shown).toBe(frames[at])
    }
  })
})
