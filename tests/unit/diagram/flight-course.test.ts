import { describe, expect, test } from 'vitest'
import type { Packet, Point } from '../../../src/core/diagram/mark.ts'
import { flightCourse, passing, placeAt, playheadCourse } from '../../../src/core/diagram/motion/flight-course.ts'

const line = (px: number): readonly Point[] => [
  [10, 20],
  [10 + px, 20],
]
const flight = (px: number, look: Partial<Packet> = {}) => flightCourse({ points: line(px), ...look } as Packet, 50)
const shares = ({ shareAt }: { shareAt: (ms: number) => number }, ...moments: readonly number[]): number[] =>
  moments.map((ms) => Number(shareAt(ms).toFixed(4)))

describe('a flight', () => {
  test('takes 1.1 ms a px, gathers way and brakes', () => {
    const course = flight(500)
    expect([course.start, course.end]).toEqual([50, 600])
    expect(shares(course, 0, 50, 187.5, 325, 462.5, 600, 900)).toEqual([0, 0, 0.0625, 0.5, 0.9375, 1, 1])
  })

  test.each([
    [0, 420],
    [381, 420],
    [400, 440],
    [740, 814],
    [746, 820],
    [5000, 820],
  ])('of %i px takes %i ms: a short one can be followed, a long one is not waited for', (px, ms) => {
    expect(flight(px).end - 50).toBeCloseTo(ms, 0)
  })

  test('is as long as all of its pieces', () => {
    const points = [...line(200), [210, 320]] as const
    expect(flightCourse({ points } as unknown as Packet, 0).end).toBe(550)
  })

  test('stands at a stop for half of what that costs', () => {
    const course = flight(500, { stops: [0.5] })
    expect([course.start, course.end]).toEqual([50, 600 + 110])
    expect(shares(course, 50, 201.25, 352.5, 380, 407.5, 558.75, 710)).toEqual([0, 0.25, 0.5, 0.5, 0.5, 0.75, 1])
  })

  test('goes evenly and as long as it is told where it has a time of its own', () => {
    const course = flight(500, { timed: { after: 100, ms: 200 }, stops: [0.5] })
    expect([course.start, course.end]).toEqual([150, 350])
    expect(shares(course, 0, 150, 200, 250, 350, 999)).toEqual([0, 0, 0.25, 0.5, 1, 1])
    expect(placeAt(course, 200)).toEqual([135, 20])
  })
})

test.each([
  [100, 500],
  [300, 720],
  [900, 900],
])('a playhead takes over %i px %i ms, so that it can be read', (px, ms) => {
  const course = playheadCourse(line(px), 50)
  expect([course.start, course.end]).toEqual([50, 50 + ms])
  expect(shares(course, 0, 50, 50 + ms / 4, 50 + ms / 2, 50 + ms, 9999)).toEqual([0, 0, 0.1464, 0.5, 1, 1])
})

describe('a flight passes a place', () => {
  const course = flight(1000, { timed: { after: 0, ms: 1000 } })
  const at = (left: number, right: number, top = 0, bottom = 40): number =>
    passing(course, { left, right, top, bottom })

  test('when it comes to it, or where it is nearest beside it', () => {
    expect(at(510, 510)).toBe(550)
    expect(at(510, 700)).toBe(550)
    expect(at(510, 700, 100, 200)).toBe(550)
    expect(at(2000, 3000)).toBe(1050)
  })

  test('as it takes off where it begins there', () => {
    expect(at(0, 20)).toBe(50)
    expect(at(-900, -800)).toBe(50)
  })
})
