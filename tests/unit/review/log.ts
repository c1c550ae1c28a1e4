import fc from 'fast-check'
import {
  grades,
  marks,
  reviewModes,
  type ReviewBody,
  type ReviewEvent,
  type ReviewEventOf,
} from '../../../src/contract/review.ts'
import {
  addDays,
  cardOf,
  dayOf,
  dayRecord,
  knownCards,
  paramsOf,
  reviewedDays,
  type CourseCards,
  type Progress,
} from '../../../src/core/review/index.ts'
import { lastUndoable } from '../../../src/core/review/index.ts'

/** Noon in Seoul on the first day of these logs. */
export const noon = Date.UTC(2026, 0, 1, 3)
export const tz = 540
export const firstDay = '2026-01-01'
export const dayMs = 86_400_000

let count = 0

/** An event on a day counted from the first, `minute` after noon. */
export function event(body: ReviewBody, day = 0, minute = 0, device = 'a'): ReviewEvent {
  count += 1
  const at = noon + day * dayMs + minute * 60_000
  const id = `${device}-${String(count).padStart(9, '0')}-x`
  return { v: 1, seq: count, id, at, tz, day: dayOf(at, tz), ...body }
}

type Review = ReviewEventOf<'review'>

export function review(card: string, change: Partial<Review> = {}, day = 0, minute = 0): ReviewEvent {
  const body = {
    type: 'review' as const,
    card: `c/${card}`,
    mode: 'due' as const,
    grade: 'good' as const,
    suggested: null,
    points: [],
    ms: 60_000,
    hints: 0,
    gaveUp: false,
    recall: 'said' as const,
    params: 'p',
  }
  return { ...event(body, day, minute), ...change } as ReviewEvent
}

export const undo = (target: ReviewEvent, day = 0, minute = 0): ReviewEvent =>
  event({ type: 'undo', ref: target.id }, day, minute)

/** A course `c` of questions by id, with the questions that follow each. */
export function course(questions: Readonly<Record<string, readonly string[]>>, topic = 'deck'): CourseCards {
  return {
    course: 'c',
    cards: Object.entries(questions).map(([id, followups]) => ({
      card: `c/${id}`,
      core: [true, false],
      followups: followups.map((followup) => `c/${followup}`),
      topics: [topic],
    })),
  }
}

/** `count` questions `q01`, `q02` … without follow-ups. */
export const plainCourse = (size: number): CourseCards =>
  course(Object.fromEntries(Array.from({ length: size }, (_, index) => [`q${String(index + 1).padStart(2, '0')}`, []])))

export const dayAt = (day: number): string => addDays(firstDay, day)
export const momentAt = (day: number, minute = 0) => ({ at: noon + day * dayMs + minute * 60_000, tz })

/** All that can be known of a progress, as plain data. */
export function picture(progress: Progress): unknown {
  const cards = knownCards(progress)
    .filter(({ standings }) => standings.length > 0)
    .sort((a, b) => (a.card < b.card ? -1 : 1))
  return {
    cards,
    ask: ['c/a', 'c/b', 'd/c'].map((card) => cardOf(progress, card)),
    days: reviewedDays(progress).map((day) => {
      const record = dayRecord(progress, day)
      return { ...record, cards: [...record.cards] }
    }),
    params: [null, 'c', 'd'].map((one) => paramsOf(progress, one)),
    undoable: lastUndoable(progress),
  }
}

const card = fc.constantFrom('c/a', 'c/b', 'd/c')
const bodies: fc.Arbitrary<ReviewBody> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('review' as const),
      card,
      mode: fc.constantFrom(...reviewModes),
      grade: fc.constantFrom(...grades),
      suggested: fc.constant(null),
      points: fc.array(fc.constantFrom(...marks), { maxLength: 3 }),
      ms: fc.nat(),
      hints: fc.nat(3),
      gaveUp: fc.boolean(),
      recall: fc.constant('said' as const),
      params: fc.constant('p'),
    }),
  },
  fc.record({ type: fc.constant('suspend' as const), card, on: fc.boolean() }),
  fc.record({ type: fc.constant('bury' as const), card }),
  fc.record({ type: fc.constant('reset' as const), card }),
  fc.record({ type: fc.constant('alias' as const), from: card, to: card }),
  fc.record({
    type: fc.constant('course' as const),
    from: fc.constantFrom('c', 'd', 'e'),
    to: fc.constantFrom('c', 'd', 'e'),
  }),
  fc.record({
    type: fc.constant('params' as const),
    course: fc.constantFrom(null, 'c'),
    set: fc.record(
      {
        newPerDay: fc.nat(20),
        retention: fc.constantFrom(0.8, 0.9, 0.95),
        interview: fc.constantFrom(null, '2026-01-20'),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.nat(30).map((ref) => ({ type: 'undo' as const, ref: `a-${String(ref)}` })),
  fc.constant({ type: 'import' as const, source: 's', events: 1 }),
)

/** Any log, its clocks going forward and back and its days beyond any calendar. */
export const logs: fc.Arbitrary<readonly ReviewEvent[]> = fc
  .array(
    fc.record({
      body: bodies,
      at: fc.oneof(fc.integer({ min: noon, max: noon + 40 * dayMs }), fc.nat(8_640_000_000_000_000)),
      tz: fc.integer({ min: -1000, max: 1000 }),
      day: fc.option(fc.constantFrom('0000-00-00', '9999-99-99', '2026-02-31')),
    }),
    { maxLength: 30 },
  )
  .map((drafts) =>
    drafts.map(({ body, at, tz: ahead, day }, index) => ({
      v: 1,
      seq: index + 1,
      id: `a-${String(index)}`,
      at,
      tz: ahead,
      day: day ?? dayOf(at, ahead),
      ...body,
    })),
  )
