import { describe, expect, test } from 'vitest'
import type { ReviewEvent } from '../../../src/contract/review.ts'
import { addDays, daysBetween, dueDayOf, cardOf, fold } from '../../../src/core/review/index.ts'
import { allowanceOf, dayCounts } from '../../../src/core/review/day-counts.ts'
import { dayAt, event, plainCourse, review } from './log.ts'

const cards = plainCourse(30)
const id = (number: number): string => `q${String(number).padStart(2, '0')}`
const answered = (count: number, change: Parameters<typeof review>[1] = {}, day = 0): ReviewEvent[] =>
  Array.from({ length: count }, (_, index) => review(id(index + 1), change, day))
const set = (change: object, course: string | null = 'c'): ReviewEvent => event({ type: 'params', course, set: change })
const countsOn = (day: number, ...log: readonly ReviewEvent[]) => dayCounts(fold(log), cards, dayAt(day))
const allowedOn = (day: number, ...log: readonly ReviewEvent[]) => allowanceOf(fold(log), cards, dayAt(day))

describe('the numbers of a day', () => {
  test('are, before anything, ten new cards', () => {
    expect(countsOn(0)).toEqual({ due: 0, new: 10, done: 0, limits: { due: 60, new: 10 }, gentle: false })
  })

  test('count what was answered today, however often', () => {
    const log = [...answered(4), ...answered(2, { grade: 'again' })]
    expect(countsOn(0, ...log)).toMatchObject({ due: 0, new: 6, done: 4 })
    expect(countsOn(1, ...log)).toMatchObject({ new: 10, done: 0 })
  })

  test('leave out what was taken out or put off', () => {
    const log = [
      event({ type: 'suspend', card: 'c/q29', on: true }),
      event({ type: 'bury', card: 'c/q30' }),
      set({ newPerDay: 100 }, null),
    ]
    expect([countsOn(0, ...log).new, countsOn(1, ...log).new]).toEqual([28, 29])
  })
})

describe('how many cards may still come', () => {
  const again = { grade: 'again' } as const

  test('is fewer by those that came today: new ones, and those that were due', () => {
    const log = answered(5, again)
    expect(allowedOn(0, ...log).left).toEqual({ due: 60, new: 5 })
    expect(allowedOn(1, ...log, ...answered(2, {}, 1)).left).toEqual({ due: 58, new: 10 })
  })

  test('counts a card that is due as the work of the day where a session or a script answered it', () => {
    const left = (mode: 'due' | 'script' | 'ahead' | 'weak' | 'mock' | 'rehearsal') =>
      allowedOn(1, ...answered(3, again), ...answered(3, { mode }, 1)).left.due
    expect([left('due'), left('script'), left('ahead'), left('weak'), left('mock'), left('rehearsal')]).toEqual([
      57, 57, 60, 60, 60, 60,
    ])
  })

  test('counts a new card whatever brought it', () => {
    expect(allowedOn(0, ...answered(3, { mode: 'rehearsal' })).left.new).toBe(7)
  })

  test('is what the course allows and what all courses together allow, whichever is less', () => {
    const other = (count: number) =>
      answered(count, { ...again }).map((one, index) => ({ ...one, card: `d/x${index}` }))
    expect(allowedOn(0, ...other(4)).left.new).toBe(6)
    expect(allowedOn(0, ...other(4), set({ newPerDay: 3 })).left.new).toBe(3)
    expect(allowedOn(0, ...other(4), set({ newPerDay: 20 })).left.new).toBe(6)
    expect(allowedOn(0, ...other(4), set({ newPerDay: 20 }, null)).left.new).toBe(16)
    expect(allowedOn(0, ...other(4), set({ newPerDay: 4 }, null)).left.new).toBe(0)
    expect(allowedOn(0, set({ duePerDay: 7 })).left.due).toBe(7)
    expect(allowedOn(0, set({ duePerDay: 7 }, null)).left.due).toBe(7)
  })

  test('is never less than none', () => {
    expect(allowedOn(0, ...answered(5), set({ newPerDay: 2 })).left.new).toBe(0)
    expect(countsOn(0, ...answered(5), set({ newPerDay: 2 })).new).toBe(0)
  })

  test('bounds what is due', () => {
    const log = answered(9, again)
    expect(countsOn(1, ...log).due).toBe(9)
    expect(countsOn(1, ...log, set({ duePerDay: 4 }))).toMatchObject({ due: 4, limits: { due: 4 } })
  })
})

describe('a day is gentle', () => {
  const start = review('q01', { grade: 'again' })
  const due = daysBetween(dayAt(0), dueDayOf(cardOf(fold([start]), 'c/q01').scheduled) ?? dayAt(0))
  const gentleDays = (log: readonly ReviewEvent[], upTo: number) =>
    Array.from({ length: upTo }, (_, day) => day).filter((day) => allowedOn(day, ...log).gentle)

  test('from the third day on that was missed, and not where nothing was ever answered', () => {
    expect(due).toBe(1)
    expect(gentleDays([start], 7)).toEqual([4, 5, 6])
    expect(gentleDays([], 7)).toEqual([])
  })

  test('only by days on which something was due', () => {
    const late = review('q01', { grade: 'easy' })
    const own = daysBetween(dayAt(0), dueDayOf(cardOf(fold([late]), 'c/q01').scheduled) ?? dayAt(0))
    expect(gentleDays([late], own + 5)).toEqual([own + 3, own + 4])
  })

  test('not by what was overdue before the last day of work', () => {
    const log = [start, review('q02', { grade: 'easy' }, 10)]
    // The first card waits since the day after the first.
    expect(gentleDays(log, 15)).toEqual([4, 5, 6, 7, 8, 9, 10, 14])
  })

  test('with at most twenty cards due, or fewer where fewer are allowed, and as many new ones as ever', () => {
    expect(allowedOn(4, start)).toEqual({ limits: { due: 20, new: 10 }, gentle: true, left: { due: 20, new: 10 } })
    expect(allowedOn(4, start, set({ duePerDay: 5 })).limits.due).toBe(5)
    expect(allowedOn(4, start, set({ duePerDay: 21 })).limits.due).toBe(20)
    expect(allowedOn(3, start).limits.due).toBe(60)
  })

  test('by the days of this course, while another was worked at', () => {
    const other = { ...review('x', {}, 3), card: 'd/x' }
    expect(addDays(other.day, 3)).toBe(dayAt(6))
    expect(gentleDays([start, other], 9)).toEqual([7, 8])
    expect(gentleDays([other], 9)).toEqual([])
  })
})
