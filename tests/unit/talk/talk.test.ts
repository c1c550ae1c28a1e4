import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Intent, Place } from '../../../src/contract/talk.ts'
import {
  elapsedAt,
  outlineOf,
  reduce,
  snapshotOf,
  startTalk,
  type Outline,
  type TalkState,
} from '../../../src/core/talk/index.ts'
import { asksAt, carry } from '../../../src/core/talk/outline.ts'
import { events, outlines } from './arbitrary.ts'

const deck = { course: 'docker', name: '01-docker-and-vm', lang: 'ko' } as const
const outline: Outline = {
  slides: [
    { id: 'cover', steps: 1 },
    { id: 'vm', steps: 3 },
    { id: 'container', steps: 2 },
    { id: 'end', steps: 1 },
  ],
}
const at = 1_000_000
const start = (place?: Place, over = outline): TalkState => startTalk({ talkId: 't', deck, outline: over, place })
const after = (state: TalkState, ...intents: Intent[]): TalkState =>
  intents.reduce((one, intent) => reduce(one, { ...intent, at }), state)
const to = (slide: string, step = 1): Intent => ({ type: 'goTo', place: { slide, step } })
const next: Intent = { type: 'next' }
const previous: Intent = { type: 'previous' }
const edit = (state: TalkState, ...ids: readonly (readonly [string, number])[]): Place =>
  reduce(state, { type: 'outline', outline: { slides: ids.map(([id, steps]) => ({ id, steps })) }, at }).place

describe('where a talk starts', () => {
  test('at the first slide, or where it is told, its step in range', () => {
    expect(start().place).toEqual({ slide: 'cover', step: 1 })
    expect(start({ slide: 'vm', step: 2 }).place).toEqual({ slide: 'vm', step: 2 })
    expect(start({ slide: 'vm', step: 99 }).place).toEqual({ slide: 'vm', step: 3 })
    expect(start({ slide: 'no such slide', step: 2 }).place).toEqual({ slide: 'cover', step: 1 })
  })

  test('nowhere without slides', () => {
    expect(() => start(undefined, { slides: [] })).toThrow(RangeError)
  })

  test('of slides with the same id only the first is walked, so that the rest can be reached', () => {
    const slide = (id: string, steps: number) => ({ id, steps }) as Parameters<typeof outlineOf>[0]['slides'][number]
    const twice = outlineOf({ slides: [slide('a', 1), slide('b', 1), slide('a', 4), slide('c', 1)] })
    expect(after(start(undefined, twice), next, next).place).toEqual({ slide: 'c', step: 1 })
  })
})

describe('walking', () => {
  test('next visits every step of every slide in order, previous the same in reverse', () => {
    const steps = outline.slides.flatMap(({ id, steps }) =>
      Array.from({ length: steps }, (_, index) => ({ slide: id, step: index + 1 })),
    )
    let state = start()
    const seen = [state.place]
    for (let index = 1; index < steps.length; index += 1) seen.push((state = after(state, next)).place)
    expect(seen).toEqual(steps)
    const back = [state.place]
    for (let index = 1; index < steps.length; index += 1) back.push((state = after(state, previous)).place)
    expect(back).toEqual(steps.toReversed())
  })

  test('nothing happens beyond the ends', () => {
    const first = start()
    expect(after(first, previous)).toBe(first)
    const last = start({ slide: 'end', step: 1 })
    expect(after(last, next)).toBe(last)
    expect(after(last, { type: 'nextSlide' })).toBe(last)
  })

  test('by whole slides it goes to their first step', () => {
    const state = start({ slide: 'container', step: 2 })
    expect(after(state, { type: 'previousSlide' }).place).toEqual({ slide: 'vm', step: 1 })
    expect(after(state, { type: 'nextSlide' }).place).toEqual({ slide: 'end', step: 1 })
    const second = start({ slide: 'vm', step: 3 })
    const first = after(second, { type: 'previousSlide' })
    expect(first.place).toEqual({ slide: 'cover', step: 1 })
    expect(after(first, { type: 'previousSlide' })).toBe(first)
  })
})

describe('jumping', () => {
  test('a step beyond the slide becomes its last, one before it its first, an unknown slide is ignored', () => {
    const state = start()
    expect(after(state, to('vm', 0)).place).toEqual({ slide: 'vm', step: 1 })
    expect(after(state, to('vm', 99)).place).toEqual({ slide: 'vm', step: 3 })
    expect(after(state, to('nowhere'))).toBe(state)
  })

  test('first and last are the two ends of the deck, the last with all its steps', () => {
    const long: Outline = { slides: [...outline.slides, { id: 'more', steps: 4 }] }
    const last = after(start({ slide: 'vm', step: 2 }, long), { type: 'last' })
    expect(last.place).toEqual({ slide: 'more', step: 4 })
    expect(after(last, { type: 'first' }).place).toEqual({ slide: 'cover', step: 1 })
  })

  test('back returns to the exact step of each jump in turn, whatever was walked in between', () => {
    const state = after(start({ slide: 'vm', step: 2 }), to('end'), previous, { type: 'first' }, next, next)
    const once = after(state, { type: 'back' })
    expect(once.place).toEqual({ slide: 'container', step: 2 })
    const twice = after(once, { type: 'back' })
    expect(twice.place).toEqual({ slide: 'vm', step: 2 })
    expect(snapshotOf(twice).canGoBack).toBe(false)
    expect(after(twice, { type: 'back' })).toBe(twice)
  })

  test('back takes the last hundred jumps back and knows no more, so that no talk grows without end', () => {
    const jumps = Array.from({ length: 250 }, (_, jump) => to(jump % 2 === 0 ? 'end' : 'vm', 1 + (jump % 3)))
    let state = after(start(), ...jumps)
    let backs = 0
    while (snapshotOf(state).canGoBack) {
      state = after(state, { type: 'back' })
      backs += 1
    }
    expect(backs).toBe(100)
    // Where the talk was before the hundredth jump from the end.
    expect(state.place).toEqual(after(start(), ...jumps.slice(0, 150)).place)
  })

  test('a jump to where it is already leaves nothing to go back to', () => {
    expect(snapshotOf(after(start(), { type: 'first' }, to('cover'))).canGoBack).toBe(false)
  })
})

describe('a step that asks first', () => {
  const asks: Outline = {
    slides: [
      { id: 'cover', steps: 1 },
      { id: 'call', steps: 3, asks: [1, 3] },
      { id: 'end', steps: 1 },
    ],
  }

  test('takes two presses forward, the question and then the answer, and one back', () => {
    const seen: Place[] = []
    let state = start(undefined, asks)
    for (let press = 0; press < 6; press += 1) seen.push((state = after(state, next)).place)
    expect(seen).toEqual([
      { slide: 'call', step: 1, asking: true },
      { slide: 'call', step: 1 },
      { slide: 'call', step: 2 },
      { slide: 'call', step: 3, asking: true },
      { slide: 'call', step: 3 },
      { slide: 'end', step: 1 },
    ])
    expect(after(state, previous).place).toEqual({ slide: 'call', step: 3 })
    expect(after(state, previous, previous).place).toEqual({ slide: 'call', step: 2 })
    expect(after(start({ slide: 'call', step: 3, asking: true }, asks), previous).place).toEqual({
      slide: 'call',
      step: 2,
    })
  })

  test('asks when its slide is walked to, and not when it is jumped to', () => {
    expect(after(start(undefined, asks), { type: 'nextSlide' }).place).toEqual({ slide: 'call', step: 1, asking: true })
    expect(after(start(undefined, asks), to('call', 3)).place).toEqual({ slide: 'call', step: 3 })
    expect(after(start({ slide: 'call', step: 2, asking: true }, asks), next).place).toMatchObject({ asking: true })
  })

  test('what was chosen is known until the step is left, and without a choice that it was answered', () => {
    const asked = start({ slide: 'call', step: 1, asking: true }, asks)
    const choose = (choice: number): Intent => ({ type: 'choose', choice })
    const chosen = after(asked, choose(1))
    expect(snapshotOf(chosen)).toMatchObject({
      place: { slide: 'call', step: 1 },
      answered: { chosen: 1 },
      mode: 'live',
    })
    expect(chosen.clock.started).toBe(true)
    expect(after(asked, next).answered).toEqual({ chosen: null })
    expect(snapshotOf(asked).answered).toBeNull()
    // What was chosen stays; a choice where nothing is asked is none.
    expect(after(chosen, choose(0), { type: 'blackout' }, to('call')).answered).toEqual({ chosen: 1 })
    expect(after(start(undefined, asks), choose(0)).revision).toBe(1)
    for (const away of [next, previous, to('call', 2)]) expect(after(chosen, away).answered).toBeNull()
    expect(after(asked, to('call')).answered).toBeNull()
    expect(after(chosen, next, previous).answered).toBeNull()
  })

  test('an answer is forgotten where the changed deck does not ask there any longer', () => {
    const chosen = after(start({ slide: 'call', step: 1, asking: true }, asks), next)
    const changed = (slide: Outline['slides'][number]): TalkState =>
      reduce(chosen, { type: 'outline', outline: { slides: [slide] }, at })
    expect(changed({ id: 'call', steps: 9, asks: [1] }).answered).toEqual({ chosen: null })
    expect(changed({ id: 'call', steps: 9, asks: [3] }).answered).toBeNull()
  })

  test('is known from the deck: where a step of its picture predicts, the first time it is shown', () => {
    const scene = { id: 'vm-vs-container', steps: ['VC-4', 'VC-5', 'VC-6', 'VC-5'] }
    const slide = { id: 'a', steps: 4, scene } as unknown as Parameters<typeof outlineOf>[0]['slides'][number]
    expect(outlineOf({ slides: [slide] })).toEqual({ slides: [{ id: 'a', steps: 4, asks: [2] }] })
  })
})

describe('the motion of a step', () => {
  test('is held at a share and let go, without counting as a change, and ends with its step', () => {
    const state = start({ slide: 'vm', step: 2 })
    const held = after(state, { type: 'scrub', share: 0.4 })
    expect(snapshotOf(held).scrub).toBe(0.4)
    expect(held.revision).toBe(state.revision)
    expect(after(held, { type: 'scrub', share: 0.4 })).toBe(held)
    expect(snapshotOf(after(held, { type: 'scrub', share: null })).scrub).toBeNull()
    expect(snapshotOf(after(held, next)).scrub).toBeNull()
    expect(snapshotOf(after(held, { type: 'blackout' })).scrub).toBe(0.4)
  })
})

describe('the log', () => {
  test('is shown and hidden, opens an event, and comes back to its list with the next step', () => {
    const shown = after(start({ slide: 'vm', step: 1 }), { type: 'log' })
    expect(snapshotOf(shown).log).toEqual({ event: null })
    const opened = after(shown, { type: 'openEvent', event: 'trace#3' })
    expect(snapshotOf(opened).log).toEqual({ event: 'trace#3' })
    expect(snapshotOf(after(opened, { type: 'openEvent', event: null })).log).toEqual({ event: null })
    expect(snapshotOf(after(opened, next)).log).toEqual({ event: null })
    expect(snapshotOf(after(opened, { type: 'log', on: false })).log).toBeNull()
    expect(after(start(), { type: 'log', on: false }).revision).toBe(start().revision)
  })

  test('opens with an event that is pressed in the picture', () => {
    expect(snapshotOf(after(start(), { type: 'openEvent', event: 'trace#1' })).log).toEqual({ event: 'trace#1' })
    expect(after(start(), { type: 'openEvent', event: null }).revision).toBe(start().revision)
  })
})

describe('black', () => {
  const black = after(start({ slide: 'vm', step: 2 }), { type: 'blackout' })

  test('goes on and off, by itself or as told', () => {
    expect(black.mode).toBe('black')
    expect(after(black, { type: 'blackout' }).mode).toBe('live')
    expect(after(black, { type: 'blackout', on: true })).toBe(black)
    expect(after(black, { type: 'blackout', on: false }).mode).toBe('live')
  })

  test.each(['next', 'previous', 'nextSlide', 'previousSlide'] as const)('%s lifts it', (type) => {
    expect(after(black, { type }).mode).toBe('live')
  })

  test('walking past the end lifts it too', () => {
    const end = after(start({ slide: 'end', step: 1 }), { type: 'blackout' }, next)
    expect(end).toMatchObject({ mode: 'live', place: { slide: 'end', step: 1 } })
  })

  test('a jump keeps it: the place is prepared unseen', () => {
    expect(after(black, to('end'))).toMatchObject({ mode: 'black', place: { slide: 'end' } })
  })
})

describe('the clock', () => {
  const run = (state: TalkState, intent: Intent, time: number): TalkState => reduce(state, { ...intent, at: time })
  const shown = (state: TalkState, time: number): number => elapsedAt(snapshotOf(state).clock, time)

  test('starts at the first advance and at nothing else', () => {
    let state = after(start(), to('vm', 2), previous, { type: 'last' }, { type: 'blackout' })
    expect(shown(state, at + 60_000)).toBe(0)
    state = after(state, to('vm'), next)
    expect(shown(state, at + 60_000)).toBe(60_000)
    expect(shown(after(state, next), at + 60_000)).toBe(60_000)
  })

  test('an advance does not start a clock that was paused', () => {
    let state = run(start(), next, at)
    state = run(state, { type: 'pauseClock', on: true }, at + 5000)
    state = run(state, next, at + 9000)
    expect(shown(state, at + 99_000)).toBe(5000)
  })

  test('counts what ran, not what was paused', () => {
    let state = run(start(), next, at)
    state = run(state, { type: 'pauseClock' }, at + 5000)
    expect(run(state, { type: 'pauseClock', on: true }, at + 6000)).toBe(state)
    state = run(state, { type: 'pauseClock' }, at + 20_000)
    expect(shown(state, at + 21_000)).toBe(6000)
  })

  test('back at zero it waits for the next advance', () => {
    let state = run(start(), next, at)
    state = run(state, { type: 'resetClock' }, at + 5000)
    expect(shown(state, at + 9000)).toBe(0)
    expect(run(state, { type: 'resetClock' }, at + 9000)).toBe(state)
    state = run(state, next, at + 10_000)
    expect(shown(state, at + 12_000)).toBe(2000)
  })

  test('never runs backwards when the system clock is set back', () => {
    let state = run(start(), next, at)
    expect(shown(state, at - 3_600_000)).toBe(0)
    state = run(state, { type: 'pauseClock' }, at - 3_600_000)
    expect(shown(state, at)).toBe(0)
  })
})

test('a knob keeps its value, and names of the language itself are knobs like any other', () => {
  const knob = (scene: string, name: string, value: number): Intent => ({ type: 'setKnob', scene, knob: name, value })
  const state = after(start(), knob('vm', 'count', 3), knob('vm', 'speed', 2), knob('__proto__', 'toString', 1))
  expect(Object.entries(state.knobs)).toEqual([
    ['vm', { count: 3, speed: 2 }],
    ['__proto__', { toString: 1 }],
  ])
  expect(after(state, knob('vm', 'count', 3))).toBe(state)
})

describe('a deck that changes during the talk', () => {
  const here = start({ slide: 'vm', step: 3 })

  test('keeps the slide wherever it moved, and the step where the slide still has it', () => {
    expect(edit(here, ['new', 1], ['cover', 1], ['end', 1], ['vm', 5])).toEqual({ slide: 'vm', step: 3 })
    expect(edit(here, ['vm', 2])).toEqual({ slide: 'vm', step: 2 })
  })

  test('goes to the nearest slide by the old order if the slide is gone', () => {
    expect(edit(here, ['end', 1], ['container', 2])).toEqual({ slide: 'container', step: 1 })
    expect(edit(here, ['end', 1], ['cover', 4])).toEqual({ slide: 'cover', step: 4 })
    expect(edit(here, ['new', 2], ['end', 1])).toEqual({ slide: 'end', step: 1 })
    expect(edit(here, ['new', 2], ['other', 1], ['end', 1])).toEqual({ slide: 'end', step: 1 })
  })

  test('stays at the same position, or at the last, if all slides are gone', () => {
    expect(edit(here, ['x', 1], ['y', 1], ['z', 1])).toEqual({ slide: 'y', step: 1 })
    expect(edit(start(), ['x', 1], ['y', 1])).toEqual({ slide: 'x', step: 1 })
    expect(edit(start({ slide: 'end', step: 1 }), ['x', 1], ['y', 3])).toEqual({ slide: 'y', step: 1 })
  })

  test('knows no question where the slide asks none, or is not there', () => {
    const asking: Outline = {
      slides: [
        { id: 'a', steps: 3, asks: [2] },
        { id: 'b', steps: 3 },
      ],
    }
    const asked = (slide: string): boolean[] => [1, 2, 3].map((step) => asksAt(asking, { slide, step }))
    expect(['a', 'b', 'gone'].map(asked)).toEqual([
      [false, true, false],
      [false, false, false],
      [false, false, false],
    ])
  })

  test('gives a place that it never had a slide for as well', () => {
    expect(carry({ slide: 'gone', step: 4 }, { slides: [] }, outline)).toEqual({ slide: 'cover', step: 1 })
    expect(carry({ slide: 'gone', step: 4 }, outline, outline)).toMatchObject({ step: 1 })
    expect(carry({ slide: 'gone', step: 4 }, outline, { slides: [] })).toBeNull()
  })

  test('is read with the answer shown where its picture asks and the talk was past the question', () => {
    const asks = (id: string, steps: number): Outline['slides'][number] => ({ id, steps, asks: [1] })
    const old: Outline = { slides: [asks('call', 2), { id: 'end', steps: 1 }] }
    const now: Outline = { slides: [asks('call', 1), { id: 'end', steps: 1 }] }
    const edited = (place: Place) => reduce(start(place, old), { type: 'outline', outline: now, at }).place
    expect(edited({ slide: 'call', step: 1, asking: true })).toEqual({ slide: 'call', step: 1, asking: true })
    expect(edited({ slide: 'call', step: 2 })).toEqual({ slide: 'call', step: 1 })
  })

  test('waits while the deck has no slides, as in the middle of saving', () => {
    expect(reduce(here, { type: 'outline', outline: { slides: [] }, at })).toBe(here)
  })

  test('does not count as a change if the slides and steps are the same', () => {
    expect(reduce(here, { type: 'outline', outline: structuredClone(outline), at })).toBe(here)
  })

  test('returns to a slide that comes back, unless somebody went elsewhere', () => {
    const of = (...ids: readonly string[]) => ({ slides: ids.map((id) => ({ id, steps: 2 })) })
    const edit = (state: TalkState, ...ids: readonly string[]) =>
      reduce(state, { type: 'outline', outline: of(...ids), at })
    const began = start({ slide: 'b', step: 2 }, of('a', 'b', 'c'))
    const without = edit(began, 'a', 'c')
    expect(without.place).toEqual({ slide: 'c', step: 1 })
    expect(edit(without, 'a', 'b', 'c').place).toEqual({ slide: 'b', step: 2 })
    expect(edit(edit(without, 'a'), 'a', 'b').place).toEqual({ slide: 'b', step: 2 })
    const moved = after(without, { type: 'next' }, { type: 'previous' })
    expect(edit(moved, 'a', 'b', 'c').place).toEqual({ slide: 'c', step: 1 })
    // One that was called otherwise is not lost: another one that bears its old name is another.
    const renamed = edit(began, 'a', 'x', 'c')
    expect(renamed.place).toEqual({ slide: 'x', step: 2 })
    expect(edit(renamed, 'a', 'x', 'c', 'b').place).toEqual({ slide: 'x', step: 2 })
  })

  test('takes the places of back along', () => {
    const jumped = after(here, to('end'))
    const edited = reduce(jumped, { type: 'outline', outline: { slides: outline.slides.slice(2) }, at })
    expect(after(edited, { type: 'back' }).place).toEqual({ slide: 'container', step: 1 })
  })
})

describe('after any events', () => {
  const talks = fc.tuple(outlines, events)

  test('the place and every place of back are steps of slides that there are', () => {
    fc.assert(
      fc.property(talks, ([over, list]) => {
        let state = start(undefined, over)
        for (const event of list) {
          state = reduce(state, event)
          for (const place of [state.place, ...state.history]) {
            const slide = state.outline.slides.find(({ id }) => id === place.slide)
            expect(slide).toBeDefined()
            expect(place.step).toBeGreaterThanOrEqual(1)
            expect(place.step).toBeLessThanOrEqual(slide?.steps ?? 0)
          }
        }
      }),
    )
  })

  test('the revision rises by one exactly when something that a window or back can see changed', () => {
    fc.assert(
      fc.property(talks, ([over, list]) => {
        let state = start(undefined, over)
        for (const event of list) {
          const before = state
          state = reduce(state, event)
          const { revision: old, ...was } = before
          const { revision, ...is } = state
          // Scrubbing is only a look: it comes too often to count.
          const changed = event.type !== 'scrub' && JSON.stringify(was) !== JSON.stringify(is)
          expect(revision).toBe(old + (changed ? 1 : 0))
        }
      }),
    )
  })

  test('the events that changed something, written down and read back, give the same talk', () => {
    fc.assert(
      fc.property(talks, ([over, list]) => {
        let state = start(undefined, over)
        const written: string[] = []
        for (const event of list) {
          const reduced = reduce(state, event)
          if (reduced !== state) written.push(JSON.stringify(event))
          state = reduced
        }
        const again = written.reduce(
          (one, line) => reduce(one, JSON.parse(line) as Parameters<typeof reduce>[1]),
          start(undefined, over),
        )
        expect(again).toEqual(state)
      }),
    )
  })

  test('back is offered exactly when it leads somewhere', () => {
    fc.assert(
      fc.property(talks, ([over, list]) => {
        const state = list.reduce(reduce, start(undefined, over))
        const moved = reduce(state, { type: 'back', at })
        expect(snapshotOf(state).canGoBack).toBe(moved !== state)
        if (moved !== state) expect(moved.place).not.toEqual(state.place)
      }),
    )
  })

  test('the elapsed time is never negative', () => {
    fc.assert(
      fc.property(talks, fc.integer({ min: 1_780_000_000_000, max: 1_800_000_000_000 }), ([over, list], time) => {
        expect(elapsedAt(list.reduce(reduce, start(undefined, over)).clock, time)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
