import { describe, expect, test } from 'vitest'
import {
  carry,
  firstPlace,
  lastPlace,
  outlineOf,
  samePlace,
  settle,
  slideFrom,
  stepFrom,
  type Outline,
} from '../../../src/core/talk/outline.ts'
import { elapsedAt, run, stand, waitingClock } from '../../../src/core/talk/talk-clock.ts'
import { parsed, header } from '../deck/deck-of.ts'

/** Slides `a` of two steps, `b` of three whose second asks, and `c` of one that asks. */
const outline: Outline = {
  slides: [
    { id: 'a', steps: 2 },
    { id: 'b', steps: 3, asks: [2] },
    { id: 'c', steps: 1, asks: [1] },
  ],
}
const none: Outline = { slides: [] }
const of = (...ids: readonly string[]): Outline => ({ slides: ids.map((id) => ({ id, steps: 2 })) })
const at = (slide: string, step = 1) => ({ slide, step })
const asking = (slide: string, step = 1) => ({ slide, step, asking: true as const })

test('an outline has each slide once, with its steps', () => {
  const slide = (id: string, body = '') => `---\nid: ${id}\n---\n\n## ${id}\n\n${body}\n\n`
  const { deck } = parsed(header + slide('a', 'x\n\n<!-- step -->\n\ny') + slide('b'))
  expect(outlineOf(deck)).toEqual({
    slides: [
      { id: 'a', steps: 2 },
      { id: 'b', steps: 1 },
    ],
  })
  const [a, b] = deck.slides
  if (a === undefined || b === undefined) throw new Error('there are two slides')
  expect(outlineOf({ slides: [a, { ...b, id: 'a' }] }).slides).toEqual([{ id: 'a', steps: 2 }])
})

test('a place is brought into its slide', () => {
  const settled = [at('a', 0), at('a', 2), at('a', 9), at('b', 2), asking('b', 2), asking('b', 3), at('gone')]
  expect(settled.map((place) => settle(outline, place))).toEqual([
    at('a', 1),
    at('a', 2),
    at('a', 2),
    at('b', 2),
    asking('b', 2),
    at('b', 3),
    null,
  ])
})

test('a talk goes from its first place to its last', () => {
  expect([firstPlace(outline), lastPlace(outline)]).toEqual([at('a'), at('c')])
  expect(firstPlace({ slides: outline.slides.slice(2) })).toEqual(asking('c'))
  expect([firstPlace(none), lastPlace(none)]).toEqual([null, null])
})

test('forward it goes step by step, and a question comes before its answer', () => {
  const way = [at('a')] as (ReturnType<typeof at> | null)[]
  for (let place = way[0]; place; place = way.at(-1)) way.push(stepFrom(outline, place, 'forward'))
  expect(way).toEqual([
    at('a', 1),
    at('a', 2),
    at('b', 1),
    asking('b', 2),
    at('b', 2),
    at('b', 3),
    asking('c'),
    at('c'),
    null,
  ])
})

test('back it goes step by step, without questions', () => {
  const way = [at('c')] as (ReturnType<typeof at> | null)[]
  for (let place = way[0]; place; place = way.at(-1)) way.push(stepFrom(outline, place, 'backward'))
  expect(way).toEqual([at('c'), at('b', 3), at('b', 2), at('b', 1), at('a', 2), at('a', 1), null])
  expect(stepFrom(outline, asking('b', 2), 'backward')).toEqual(at('b', 1))
  for (const direction of ['forward', 'backward'] as const) expect(stepFrom(outline, at('gone'), direction)).toBeNull()
})

test('by slides it goes to their beginning', () => {
  const from = (place: ReturnType<typeof at>) => [
    slideFrom(outline, place, 'backward'),
    slideFrom(outline, place, 'forward'),
  ]
  expect(from(at('a', 2))).toEqual([null, at('b')])
  expect(from(at('b', 3))).toEqual([at('a'), asking('c')])
  expect(from(at('c'))).toEqual([at('b'), null])
})

test('places are the same where slide, step and question are', () => {
  expect(samePlace(at('a'), at('a'))).toBe(true)
  for (const other of [at('b'), at('a', 2), asking('a')]) expect(samePlace(at('a'), other)).toBe(false)
})

describe('where a deck has changed', () => {
  test('a slide that is still there is kept, its step within it', () => {
    expect(carry(at('b', 3), outline, of('x', 'b'))).toEqual(at('b', 2))
  })

  test('of a slide that is gone the nearest stands, the following before the one before', () => {
    const old = of('a', 'b', 'c', 'd', 'e')
    expect(carry(at('c'), old, of('b', 'd'))).toEqual(at('d', 1))
    expect(carry(at('c'), old, of('b', 'e'))).toEqual(at('b', 2))
    expect(carry(at('c'), old, of('a', 'e'))).toEqual(at('e', 1))
    expect(carry(at('c'), old, of('a'))).toEqual(at('a', 2))
    expect(carry(at('a'), old, of('e'))).toEqual(at('e', 1))
    expect(carry(at('e'), old, of('a'))).toEqual(at('a', 2))
  })

  test('a slide whose name alone has changed is found by its neighbours, its step within it', () => {
    const old = of('a', 'b', 'c', 'd')
    expect(carry(at('b', 2), old, of('a', 'x', 'c', 'd'))).toEqual(at('x', 2))
    expect(carry(at('a', 2), old, of('x', 'b', 'c', 'd'))).toEqual(at('x', 2))
    expect(carry(at('d', 2), old, of('a', 'b', 'c', 'x'))).toEqual(at('x', 2))
    // Two at once, in their order; and one that has moved is none of them.
    expect(carry(at('c', 2), old, of('a', 'x', 'y', 'd'))).toEqual(at('y', 2))
    expect(carry(at('b', 2), old, of('c', 'a', 'x', 'd'))).toEqual(at('c'))
  })

  test('where more came than went, the one whose name is like its own', () => {
    const old = of('intro', 'what-is-a-kernel', 'end')
    expect(carry(at('what-is-a-kernel', 2), old, of('intro', 'new', 'what-is-the-kernel', 'end'))).toEqual(
      at('what-is-the-kernel', 2),
    )
    expect(carry(at('what-is-a-kernel', 2), old, of('intro', 'new', 'other', 'end'))).toEqual(at('end'))
  })

  test('where none is left the one at the same position stands, or the last', () => {
    expect(carry(at('b'), of('a', 'b', 'c'), of('x', 'y', 'z'))).toEqual(at('y'))
    expect(carry(at('c'), of('a', 'b', 'c'), of('x', 'y'))).toEqual(at('y'))
    expect(carry(at('gone'), of('a'), of('x', 'y'))).toEqual(at('x'))
    expect(carry(at('a'), of('a'), none)).toBeNull()
  })
})

describe('the clock of a talk', () => {
  test('waits at zero, runs from when it was started, and stands where it was stopped', () => {
    expect(elapsedAt(waitingClock, 500)).toBe(0)
    const running = run(waitingClock, 1000)
    expect(running).toEqual({ elapsedMs: 0, runningSinceMs: 1000, started: true })
    expect([1000, 1500].map((now) => elapsedAt(running, now))).toEqual([0, 500])
    const standing = stand(running, 1500)
    expect(standing).toEqual({ elapsedMs: 500, runningSinceMs: null, started: true })
    expect(elapsedAt(run(standing, 2000), 2100)).toBe(600)
  })

  test('that runs or stands already is left as it is', () => {
    const running = run(waitingClock, 1000)
    expect(run(running, 2000)).toBe(running)
    expect(stand(waitingClock, 2000)).toBe(waitingClock)
  })

  test('never runs back with a system clock that was set back', () => {
    const running = run(waitingClock, 1000)
    expect(elapsedAt(running, 400)).toBe(0)
    expect(stand(running, 400).elapsedMs).toBe(0)
  })
})
