/** Pictures on their way into every step and back out of it. The whole matrix is looked at in the soak. */
import { describe, expect, it } from 'vitest'
import { langs, type Lang } from '../../../src/contract/deck.ts'
import type { ThemeName } from '../../../src/contract/library.ts'
import { between } from '../../../src/core/diagram/between.ts'
import type { Frame } from '../../../src/core/diagram/mark.ts'
import type { View } from '../../../src/core/diagram/look.ts'
import { frameAt, type Knobs } from '../../../src/core/diagram/scene.ts'
import { scenes } from '../../../src/core/scenes/index.ts'
import { isSoak } from '../rounds.ts'
import { cornersAt } from './inspect.ts'
import { view } from './rough.ts'
import { colourProblems, flightProblems, overlapProblems, pictureProblems } from './way-problems.ts'

const moments = isSoak ? Array.from({ length: 19 }, (_, n) => (n + 1) / 20) : [0.15, 0.3, 0.5, 0.7, 0.9]

interface Look {
  readonly lang: Lang
  readonly theme: ThemeName
  readonly width: number
}
const lookOf = (lang: Lang, theme: ThemeName, width: number): Look => ({ lang, theme, width })
const viewOf = ({ lang, theme, width }: Look): View => view(lang, width, theme)
const views: readonly Look[] = isSoak
  ? langs.flatMap((lang) =>
      (['light', 'dark'] as const).flatMap((theme) => [1168, 960, 760].map((width) => lookOf(lang, theme, width))),
    )
  : [lookOf('ko', 'light', 1168), lookOf('en', 'dark', 760)]

interface Pass {
  readonly name: string
  readonly from: Frame
  readonly to: Frame
  readonly flights: boolean
}

describe.each(scenes)('$id', (scene) => {
  /** From a step to the next and back, with the knobs of the later one as they are given. */
  function passes(look: Look, turned: (step: string) => readonly Knobs[] = () => [{}]): Pass[] {
    return scene.steps.slice(1).flatMap(({ id }, i) =>
      turned(id).flatMap((knobs): Pass[] => {
        const [from, to] = [frameAt(scene, i, {}, viewOf(look)), frameAt(scene, id, knobs, viewOf(look))]
        const name = `${id} ${look.lang} ${look.theme} ${look.width} ${JSON.stringify(knobs)}`
        return [
          { name: `into ${name}`, from, to, flights: true },
          { name: `back from ${name}`, from: to, to: from, flights: false },
        ]
      }),
    )
  }

  function* moving(all: readonly Pass[]): Generator<Pass & { at: string; marks: Frame['marks'] }> {
    for (const pass of all) {
      const way = between(pass.from, pass.to, pass.flights)
      for (const t of moments) yield { ...pass, at: `${pass.name} at ${t}`, marks: way(t).marks }
    }
  }

  it('keeps every colour between its two ends, at whatever the knobs stand', () => {
    const corners = (step: string): Knobs[] =>
      isSoak ? cornersAt(scene, step) : [{}, ...cornersAt(scene, step).slice(-1)]
    for (const look of views) {
      for (const { at, from, to, marks } of moving(passes(look, corners)))
        expect([at, colourProblems(from, to, marks)]).toEqual([at, []])
    }
  })

  it('lets things fly only while both ends of their way stand', () => {
    for (const look of views) {
      for (const { at, to, flights, marks } of moving(passes(look)))
        expect([at, flights ? flightProblems(to, marks) : []]).toEqual([at, []])
    }
  })

  it('has words on words only while one is hardly seen', () => {
    for (const look of views) {
      for (const { at, marks } of moving(passes(look)))
        expect([at, overlapProblems(marks, viewOf(look).measure)]).toEqual([at, []])
    }
  })

  it('never lets a picture run empty: half of the fewer marks can always be seen', () => {
    for (const look of views) {
      for (const { at, from, to, marks } of moving(passes(look))) {
        const seen = marks.reduce((sum, { opacity }) => sum + opacity, 0)
        expect([at, seen >= Math.min(from.marks.length, to.marks.length) / 2]).toEqual([at, true])
      }
    }
  })

  it('starts at the very picture that is shown, and ends at the other', () => {
    for (const look of views) {
      for (const { name, from, to, flights } of passes(look)) {
        const way = between(from, to, flights)
        expect([name, pictureProblems(from.marks, way(0).marks)]).toEqual([name, []])
        expect(way(1)).toBe(to)
      }
    }
  })

  it('goes on from the very picture at which it is interrupted, wherever it goes', () => {
    const frames = scene.steps.map((_, i) => frameAt(scene, i, {}, view()))
    frames.slice(1).forEach((to, i) => {
      const way = between(frames[i] as Frame, to, true)
      for (const t of moments) {
        const shown = way(t)
        for (const goal of isSoak ? [i, i + 1, i + 2] : [i, i + 2]) {
          const next = frames[goal]
          if (next === undefined) continue
          const name = `into ${scene.steps[i + 1]?.id} at ${t}, then to ${scene.steps[goal]?.id}`
          const second = between(shown, next, goal === i + 2)
          expect([name, pictureProblems(shown.marks, second(0).marks)]).toEqual([name, []])
          const again = second(0.3)
          expect([name, pictureProblems(again.marks, between(again, to, true)(0).marks)]).toEqual([name, []])
        }
      }
    })
  })
})
