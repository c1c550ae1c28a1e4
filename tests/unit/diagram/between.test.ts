import { expect, it } from 'vitest'
import { between } from '../../../src/core/diagram/between.ts'
import type { Box, Frame, Packet } from '../../../src/core/diagram/mark.ts'

const frame = (fill: string): Frame => {
  const plate = { x: 0, y: 0, w: 10, h: 10, r: 0, fill, stroke: '#202020', strokeWidth: 1, dash: 0, gap: 0 }
  const box: Box = { kind: 'box', key: 'box', opacity: 1, rise: 0, ...plate }
  return { width: 10, height: 10, marks: [box], flights: [], links: {} }
}

const fillAt = (from: string, to: string, t: number): string => {
  const [mark] = between(frame(from), frame(to))(t).marks
  return (mark as Box).fill
}

it('lets a colour grow out of what is not seen, and fade into it, in its own hue', () => {
  for (const t of [0.15, 0.3, 0.45, 0.6, 0.75]) {
    expect(fillAt('#fbfaf600', '#dd4411', t)).toMatch(/^#dd4411[0-9a-f]{2}$/)
    expect(fillAt('#dd4411', '#fbfaf600', t)).toMatch(/^#dd4411[0-9a-f]{2}$/)
  }
  expect(fillAt('#fbfaf600', '#dd4411', 1)).toBe('#dd4411')
  expect(fillAt('#dd4411', '#fbfaf600', 1)).toBe('#fbfaf600')
})

it('mixes colours that are both seen', () => {
  expect(fillAt('#102030', '#405060', 0.45)).toBe('#283848')
})

it('stays unseen from one unseen colour to another', () => {
  expect(fillAt('#fbfaf600', '#16181d00', 0.45)).toMatch(/00$/)
})

it('has what flies once, though it still flew when its move began again', () => {
  const packet: Packet = {
    ...({ kind: 'packet', key: 'request', opacity: 1, rise: 0, at: 0, text: '', size: 16, w: 12, h: 12 } as const),
    ...{ points: [[0, 0] as const, [10, 0] as const], fill: '#ffffff', ink: '#000000', stroke: '#000000' },
  }
  const frameWith = (flights: readonly Packet[]): Frame => ({ width: 20, height: 10, marks: [], flights, links: {} })
  const [empty, flown] = [frameWith([]), frameWith([packet])]
  const halfway = between(empty, flown, true)(0.5)
  const back = between(halfway, empty)(0.1)
  expect(back.marks.map(({ key }) => key)).toEqual(['request'])
  expect(between(back, flown, true)(0.4).marks.map(({ key }) => key)).toEqual(['request'])
})
