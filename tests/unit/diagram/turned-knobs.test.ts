/**
 * Pictures while a knob is turned: from every setting of a step's knobs to every other one, forward and back. `npm test`
 * turns each knob alone, from where it stands to its other values and back; the soak all of them together.
 */
import { describe, expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import { between } from '../../../src/core/diagram/between.ts'
import type { View } from '../../../src/core/diagram/look.ts'
import type { Frame } from '../../../src/core/diagram/mark.ts'
import { turning } from '../../../src/core/diagram/player.ts'
import { frameAt, settled, type Knobs, type Scene } from '../../../src/core/diagram/scene.ts'
import { scenes } from '../../../src/core/scenes/index.ts'
import { isSoak } from '../rounds.ts'
import { settingsAt } from './inspect.ts'
import { themeNames, view } from './rough.ts'
import { colourProblems, flightProblems, overlapProblems, pictureProblems } from './way-problems.ts'

const moments = isSoak ? Array.from({ length: 19 }, (_, n) => (n + 1) / 20) : [0.3, 0.5, 0.7]
const views: readonly (readonly [name: string, view: View])[] = isSoak
  ? langs.flatMap((lang) => [1168, 960, 760].map((width) => [`${lang} ${width}`, view(lang, width)] as const))
  : [
      ['ko 1168', view('ko', 1168)],
      ['en 760', view('en', 760)],
    ]

interface Turn {
  readonly name: string
  readonly from: Frame
  readonly to: Frame
  readonly flights: boolean
}

/** How many knobs stand otherwise. */
const turnedBy = (a: Knobs, b: Knobs): number => Object.keys(a).filter((id) => a[id] !== b[id]).length

/** Every turn of a step's knobs; without the soak those of one knob that begin or end where all stand by themselves. */
function turnsOf(scene: Scene, step: string, at: string, look: View): Turn[] {
  const usual = settled(scene, {})
  const settings = settingsAt(scene, step).map((knobs) => {
    const isUsual = Object.entries(knobs).every(([id, value]) => usual[id] === value)
    return { knobs, isUsual, frame: frameAt(scene, step, knobs, look) }
  })
  return settings.flatMap((was) =>
    settings.flatMap((now): Turn[] => {
      const count = turnedBy(was.knobs, now.knobs)
      if (count === 0 || (!isSoak && (count > 1 || !(was.isUsual || now.isUsual)))) return []
      const name = `${step} ${at} ${JSON.stringify(was.knobs)} to ${JSON.stringify(now.knobs)}`
      return [{ name, from: was.frame, to: now.frame, flights: turning(was.frame, now.frame).flights }]
    }),
  )
}

/** What is wrong on the way at a moment, by the rules that ways into steps keep too. */
function wayProblems({ from, to, flights }: Turn, marks: Frame['marks'], { measure }: View): string[] {
  const seen = marks.reduce((sum, { opacity }) => sum + opacity, 0)
  return [
    ...overlapProblems(marks, measure),
    ...(flights ? flightProblems(to, marks) : []),
    ...(seen < Math.min(from.marks.length, to.marks.length) / 2 ? ['less than half of the marks can be seen'] : []),
  ]
}

describe.each(scenes)('$id', (scene) => {
  it('starts at the very picture that is shown, and has on its way no words on words, nowhere to fly, no empty stage', () => {
    for (const [at, look] of views) {
      for (const turn of scene.steps.flatMap(({ id }) => turnsOf(scene, id, at, look))) {
        const way = between(turn.from, turn.to, turn.flights)
        const problems = moments.map((t) => [t, wayProblems(turn, way(t).marks, look)] as const)
        expect([turn.name, pictureProblems(turn.from.marks, way(0).marks)]).toEqual([turn.name, []])
        expect([turn.name, problems.filter(([, wrong]) => wrong.length > 0)]).toEqual([turn.name, []])
        expect(way(1)).toBe(turn.to)
      }
    }
  })

  it('keeps every colour between its two ends', () => {
    for (const theme of isSoak ? themeNames : (['dark'] as const)) {
      for (const { name, from, to, flights } of scene.steps.flatMap(({ id }) =>
        turnsOf(scene, id, theme, view('ko', 1168, theme)),
      )) {
        const way = between(from, to, flights)
        const problems = [0.3, 0.5, 0.7].flatMap((t) => colourProblems(from, to, way(t).marks))
        expect([name, problems]).toEqual([name, []])
      }
    }
  })
})
