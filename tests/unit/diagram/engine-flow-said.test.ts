import { describe, expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import type { Frame } from '../../../src/core/diagram/mark.ts'
import { frameAt, type Knobs } from '../../../src/core/diagram/scene.ts'
import { engineFlow as scene } from '../../../src/core/scenes/engine-flow/index.ts'
import { box, textsOf, words, type Written } from './inspect.ts'
import { pictureThemes, view } from './rough.ts'

const { light } = pictureThemes
const at = (step: string, width = 1168, lang: (typeof langs)[number] = 'ko', knobs: Knobs = {}): Frame =>
  frameAt(scene, step, knobs, view(lang, width))
const wordsOf = (frame: Frame): Written[] => words(frame.marks, view('ko').measure)
const said = (frame: Frame, text: string | RegExp): Written => {
  const found = wordsOf(frame).find((one) => (typeof text === 'string' ? one.text === text : text.test(one.text)))
  if (!found) throw new Error(`${String(text)} is not said`)
  return found
}
const widths = [1168, 960, 760]

describe('what a picture says without its caption', () => {
  it('EF-8: dockerd hands the start on, in its own lane, as its last call lands', () => {
    for (const width of widths) {
      const frame = at('EF-8', width)
      const [lane, hands, call] = [
        box(frame, 'dockerd'),
        said(frame, /띄우는 일은 넘긴다$/),
        said(frame, 'Tasks.Create'),
      ]
      expect([width, hands.top > lane.y && hands.bottom < lane.y + lane.h]).toEqual([width, true])
      expect([width, hands.left]).toEqual([width, call.left])
      const cues = [hands, call].map(({ key }) => frame.marks.find((mark) => mark.key === key)?.cue)
      expect(cues[0]).toEqual(cues[1])
      expect(textsOf(at('EF-8', width, 'en')).join()).toMatch(/hands the start (of the app )?on/)
    }
  })

  it('EF-9: the shim is one a container, said in its bar and louder than whose child it is', () => {
    for (const width of widths) {
      for (const [lang, one] of [
        ['ko', '컨테이너마다 하나'],
        ['en', 'one per container'],
      ] as const) {
        // prettier-ignore
        const frame = at('EF-9', width, lang)
        const [bar, each] = [box(frame, 'shim'), said(frame, one)]
        expect([width, each.left > bar.x && each.right < bar.x + bar.w && each.top > bar.y]).toEqual([width, true])
        const mark = frame.marks.find(({ key }) => key === each.key)
        expect(mark?.kind === 'label' && mark.lines[0]?.[0]?.ink).toBe(light.accent)
        expect(textsOf(frame)).toContain('└ 22446 shim')
      }
      expect(textsOf(at('EF-10', width))).not.toContain('컨테이너마다 하나')
    }
  })
})
