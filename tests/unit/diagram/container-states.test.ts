import { describe, expect, it } from 'vitest'
import type { Arrow, Badge, Box, Frame, Mark } from '../../../src/core/diagram/mark.ts'
import { frameAt } from '../../../src/core/diagram/scene.ts'
import { engineFlow as scene } from '../../../src/core/scenes/engine-flow/index.ts'
import { box, boxes, textsOf, words } from './inspect.ts'
import { pictureThemes, roughMeasure, view } from './rough.ts'

const { light } = pictureThemes
const states = ['created', 'running', 'paused', 'exited', 'deleted'] as const
const steps = ['EF-15', 'EF-16', 'EF-17', 'EF-18', 'EF-19'] as const
const at = (step: string, width = 1168): Frame => frameAt(scene, step, {}, view('ko', width))
const found = <K extends Mark['kind']>(frame: Frame, kind: K, key: string): Extract<Mark, { kind: K }> | undefined =>
  frame.marks.find((mark): mark is Extract<Mark, { kind: K }> => mark.kind === kind && mark.key === key)
const whole = at('EF-19')
const sign = (state: string): Badge | undefined => found(whole, 'badge', `state/${state}/process/sign`)
const layer = (state: string): Box => box(whole, `state/${state}/layer/sign`)

describe('the states of a container', () => {
  it('come one a step, and the one that it is in stands out', () => {
    steps.forEach((step, i) => {
      const frame = at(step)
      const marked = states.filter((state) =>
        boxes(frame).some(({ key, stroke }) => key === `state/${state}` && stroke === light.accent),
      )
      expect([step, marked]).toEqual([step, [states[i]]])
      const reached = states.filter((state) => frame.marks.some(({ key }) => key === `state/${state}/layer/sign`))
      expect([step, reached]).toEqual([step, states.slice(0, i + 1)])
    })
  })

  it('never move: what is reached only comes to what stands', () => {
    for (const state of states) {
      const places = new Set(
        steps.map((step) => {
          const { x, y, w, h } = box(at(step), `state/${state}/ahead`)
          return JSON.stringify([x, y, w, h])
        }),
      )
      expect([state, places.size]).toEqual([state, 1])
    }
  })

  it('say whether there is a process, and what is left of the writable layer', () => {
    expect(sign('running')?.fill).not.toMatch(/00$/)
    for (const state of ['created', 'exited', 'deleted']) expect([state, sign(state)?.fill]).toEqual([state, `${light.paper}00`]) // prettier-ignore
    expect(box(whole, 'state/paused/process/bar-1').h).toBe(box(whole, 'state/paused/process/bar-0').h)
    const filled = layer('running').fill
    expect(filled).not.toBe(light.card)
    expect(['created', 'paused', 'exited'].map((state) => layer(state).fill)).toEqual([light.card, filled, filled])
    expect(states.map((state) => layer(state).dash > 0)).toEqual([false, false, false, false, true])
  })

  it('are led into by the commands that do so, and nothing leads out of the last', () => {
    const ways = whole.marks.filter((mark): mark is Arrow => mark.kind === 'arrow')
    const state = ([x, y]: readonly [number, number]): string | undefined =>
      states.find((one) => {
        const room = box(whole, `state/${one}`)
        return x >= room.x - 8 && x <= room.x + room.w + 8 && y >= room.y - 8 && y <= room.y + room.h + 8
      })
    const led = ways.map(({ key, points }) => {
      const [from, to] = [points[0], points.at(-1)]
      return [key.replace('way/', '').trim(), from && state(from), to && state(to)]
    })
    expect(led).toEqual([
      ['create', undefined, 'created'],
      ['start', 'created', 'running'],
      ['pause', 'running', 'paused'],
      ['unpause', 'paused', 'running'],
      ['stop, kill', 'running', 'exited'],
      ['start', 'exited', 'running'],
      ['rm', 'exited', 'deleted'],
    ])
    for (const step of steps) {
      const lit = at(step).marks.filter((mark) => mark.kind === 'arrow' && mark.stroke === light.accent)
      expect([step, lit.length]).toEqual([step, 1])
    }
  })

  it('begin at an image, which is no state of a container', () => {
    for (const step of steps) {
      for (const width of [1168, 960, 760]) {
        const frame = at(step, width)
        const [image, [x, y] = [0, 0]] = [box(frame, 'image'), found(frame, 'arrow', 'way/create')?.points[0]]
        expect([step, width, x, y]).toEqual([step, width, expect.closeTo(image.x + image.w / 2, 6), image.y])
        expect(textsOf(frame)).toContain('이미지')
      }
    }
  })

  it('are set back alike once they are over', () => {
    for (const step of steps.slice(1)) {
      const inks = states.slice(0, steps.indexOf(step)).map((state) => {
        const name = at(step).marks.find(({ key }) => key.startsWith(`state/${state}/name`))
        return name?.kind === 'label' ? name.lines[0]?.[0]?.ink : undefined
      })
      for (const ink of inks) expect([step, ink]).toEqual([step, expect.not.stringMatching(light.ink)])
    }
  })

  it('are written large enough to be read from afar', () => {
    for (const { text, size } of words(whole.marks, roughMeasure)) expect([text, size >= 24]).toEqual([text, true])
    expect(textsOf(whole)).toEqual(expect.arrayContaining(['created', 'running', 'paused', 'exited', '삭제됨']))
  })
})
