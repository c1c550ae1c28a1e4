/** Pictures in whatever state a person may bring them, and on whatever way they came there. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { langs, type Lang } from '../../../src/contract/deck.ts'
import type { ThemeName } from '../../../src/contract/library.ts'
import type { Frame, Mark } from '../../../src/core/diagram/mark.ts'
import { motion, Player, STILL, TURN, type Clock } from '../../../src/core/diagram/player.ts'
import { frameAt, type Knobs, type Scene } from '../../../src/core/diagram/scene.ts'
import { scenes } from '../../../src/core/scenes/index.ts'
import { rounds } from '../rounds.ts'
import { coloursOf, numbersOf, penOf, plateProblems, wordProblems } from './inspect.ts'
import { themeNames, view } from './rough.ts'

interface Picture {
  readonly step: number
  readonly knobs: Knobs
  readonly lang: Lang
  readonly width: number
  readonly theme: ThemeName
}

/** Any step with its knobs turned anywhere, in any language and theme, as wide as pictures get. */
const picture = ({ steps, knobs }: Scene): fc.Arbitrary<Picture> =>
  fc.record({
    step: fc.nat(steps.length - 1),
    knobs: fc.record(Object.fromEntries(knobs.map(({ id, min, max }) => [id, fc.double({ min, max, noNaN: true })]))),
    lang: fc.constantFrom(...langs),
    width: fc.constantFrom(1168, 960, 760),
    theme: fc.constantFrom(...themeNames),
  })

const frameOf = (scene: Scene, { step, knobs, lang, width, theme }: Picture): Frame =>
  frameAt(scene, step, knobs, view(lang, width, theme))

/** What holds of marks at rest and on every way. */
function markProblems(marks: readonly Mark[]): string[] {
  const keys = marks.map(({ key }) => key)
  return [
    ...keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `${key} is there twice`),
    ...marks
      .filter((mark) => !numbersOf(mark).every(Number.isFinite))
      .map(({ key }) => `${key} has a number that is none`),
    ...marks.filter(({ opacity }) => opacity < 0 || opacity > 1).map(({ key }) => `${key} is more than there`),
    ...coloursOf(marks).filter((colour) => !/^#[0-9a-f]{6}([0-9a-f]{2})?$/.test(colour)),
  ]
}

/** What of the stage a mark takes, or the points of its line; words and plates have tests of their own. */
function placesOf(mark: Mark): readonly (readonly [left: number, top: number, right: number, bottom: number])[] {
  if (mark.kind === 'arrow' || mark.kind === 'packet') return mark.points.map(([x, y]) => [x, y, x, y])
  if (mark.kind === 'badge')
    return [[mark.x - mark.w / 2, mark.y - mark.h / 2, mark.x + mark.w / 2, mark.y + mark.h / 2]]
  return mark.kind === 'meter' ? [[mark.x, mark.y, mark.x + mark.w, mark.y + mark.h]] : []
}

const offStage = ({ marks, flights, width, height }: Frame): string[] =>
  [...marks, ...flights].flatMap((mark) =>
    placesOf(mark).some(
      ([left, top, right, bottom]) => left < -1 || top < -1 || right > width + 1 || bottom > height + 1,
    )
      ? [`${mark.key} is off stage`]
      : [],
  )

describe.each(scenes)('$id', (scene) => {
  it('is whole in whatever state it is', () => {
    fc.assert(
      fc.property(picture(scene), (asked) => {
        const at = view(asked.lang, asked.width, asked.theme)
        const frame = frameOf(scene, asked)
        const { tight } = penOf(scene, asked.step, asked.knobs, at)
        const problems = [
          ...markProblems([...frame.marks, ...frame.flights]),
          ...tight.map((text) => `tight: ${text}`),
          ...wordProblems(frame.marks, at),
          ...plateProblems(frame.marks, at),
          ...offStage(frame),
        ]
        expect(problems).toEqual([])
        expect(frameOf(scene, asked)).toEqual(frame)
      }),
      { numRuns: rounds(25, 2000) },
    )
  })

  it('is whole on whatever way it goes, and ends where it was to go', () => {
    const press = fc.record({ to: picture(scene), elapsedMs: fc.nat(1200) })
    fc.assert(
      fc.property(fc.array(press, { minLength: 1, maxLength: 6 }), (presses) => {
        let shown: Frame | undefined
        let tick: ((elapsedMs: number) => void) | undefined
        const clock: Clock = (next) => {
          tick = next
          return { stop: () => (tick = undefined) }
        }
        const player = new Player((frame) => {
          shown = frame
          // What flies is among the marks for as long as it does.
          expect(markProblems(frame.marks)).toEqual([])
        }, clock)
        let at: Picture | undefined
        for (const { to, elapsedMs } of presses) {
          const way = at === undefined ? STILL : at.step === to.step ? TURN : motion(at.step, to.step)
          player.go(frameOf(scene, to), way)
          at = to
          for (let ms = 0; ms < elapsedMs; ms += 150) tick?.(ms)
        }
        tick?.(5000)
        expect(tick).toBeUndefined()
        expect(shown).toEqual(at && frameOf(scene, at))
      }),
      { numRuns: rounds(8, 600) },
    )
  })
})
