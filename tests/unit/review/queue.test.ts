import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grades, type Grade, type ReviewEvent, type ReviewScope } from '../../../src/contract/review.ts'
import {
  apply,
  cardOf,
  dayCounts,
  daysBetween,
  dueDay,
  dueDayOf,
  fold,
  intervalsFor,
  paramsOf,
  queueList,
  queueOf,
  retrievabilityOn,
  type CourseCards,
  type Progress,
} from '../../../src/core/review/index.ts'
import { course, dayAt, event, logs, momentAt, plainCourse, review, undo } from './log.ts'
import { rounds } from '../rounds.ts'

const scopeAt = (day: number, change: Partial<ReviewScope> = {}): ReviewScope => ({
  course: 'c',
  mode: 'due',
  topic: null,
  since: momentAt(day).at,
  lang: 'ko',
  ...change,
})

const short = (card: string | undefined): string | undefined => card?.slice(2)

/** Answers what a session asks, `grade` by the question's id, until it is done; gives what was asked. */
function walk(
  log: readonly ReviewEvent[],
  cards: CourseCards,
  day: number,
  grade: (id: string, turn: number) => Grade = () => 'good',
  change: Partial<ReviewScope> = {},
  most = 200,
): { asked: string[]; progress: Progress; after: (string | null)[] } {
  // After what the log has of that day.
  const scope = scopeAt(day, { since: momentAt(day, 100).at, ...change })
  let progress = fold(log)
  const asked: string[] = []
  const after: (string | null)[] = []
  for (let turn = 0; turn < most; turn += 1) {
    const queue = queueOf(progress, cards, scope, momentAt(day, 100 + turn))
    expect(queue.done).toBe(turn)
    if (queue.card === null) expect(queue.left).toBe(0)
    else expect(queue.left).toBeGreaterThan(0)
    const id = short(queue.card?.card)
    if (id === undefined) break
    asked.push(id)
    after.push(short(queue.card?.after ?? undefined) ?? null)
    progress = apply(progress, review(id, { mode: scope.mode, grade: grade(id, turn) }, day, 100 + turn))
  }
  return { asked, progress, after }
}

const set = (params: object, of: string | null = null) => event({ type: 'params', course: of, set: params })
const ids = (cards: CourseCards): string[] => cards.cards.map(({ card }) => card.slice(2))

describe('the work of a day', () => {
  test('is what is remembered worst first, then what is new by the order of the course', () => {
    const cards = plainCourse(5)
    const log = [review('q02', { grade: 'hard' }), review('q04', { grade: 'again' }), review('q03', { grade: 'good' })]
    const { asked } = walk(log, cards, 30)
    expect(asked).toEqual(['q04', 'q02', 'q03', 'q01', 'q05'])
    const r = ['q04', 'q02', 'q03'].map((id) => retrievabilityOn(cardOf(fold(log), `c/${id}`), dayAt(30)) ?? 1)
    expect(r).toEqual(r.toSorted((a, b) => a - b))
  })

  test('brings ten new cards, or as many as the course and all courses allow', () => {
    const cards = plainCourse(30)
    expect(walk([], cards, 0).asked).toEqual(ids(cards).slice(0, 10))
    expect(walk([set({ newPerDay: 3 }, 'c')], cards, 0).asked).toHaveLength(3)
    expect(walk([set({ newPerDay: 3 })], cards, 0).asked).toHaveLength(3)
    expect(walk([set({ newPerDay: 3 }), set({ newPerDay: 9 }, 'c')], cards, 0).asked).toHaveLength(3)
    const elsewhere = Array.from({ length: 8 }, (_, index) => review('x', { card: `d/${String(index)}` }))
    expect(walk(elsewhere, cards, 0).asked).toHaveLength(2)
  })

  test('brings as many due cards as allowed, those of other courses counted, and not more in a second session', () => {
    const cards = plainCourse(9)
    const log = [
      set({ duePerDay: 5, newPerDay: 0 }),
      ...ids(cards).map((id) => review(id)),
      review('y', { card: 'd/y' }),
    ]
    const day = 4
    expect(walk(log, cards, day).asked).toHaveLength(5)
    const other = [...log, review('y', { card: 'd/y' }, day)]
    expect(walk(other, cards, day).asked).toHaveLength(4)
    const { progress } = walk(log, cards, day)
    expect(queueOf(progress, cards, scopeAt(day, { since: momentAt(day, 300).at }), momentAt(day, 300)).card).toBeNull()
    expect(dayCounts(progress, cards, dayAt(day))).toMatchObject({ due: 0, new: 0, done: 5 })
  })

  test('is gentle after three missed days with something due, all day long, and not after two', () => {
    const cards = plainCourse(40)
    const log = [set({ newPerDay: 0 }), ...ids(cards).map((id) => review(id, { grade: 'again' }))]
    // Answered again: due on the next day.
    const counts = (day: number) => dayCounts(fold(log), cards, dayAt(day))
    expect(counts(3)).toMatchObject({ gentle: false, due: 40, limits: { due: 60 } })
    expect(counts(4)).toMatchObject({ gentle: true, due: 20, limits: { due: 20 } })
    const { asked, progress } = walk(log, cards, 4)
    expect(asked).toHaveLength(20)
    expect(dayCounts(progress, cards, dayAt(4))).toMatchObject({ gentle: true, due: 0 })
    const easy = ids(cards).map((id) => review(id, { grade: 'easy' }))
    expect(dayCounts(fold(easy), cards, dayAt(5)).gentle).toBe(false)
  })

  test('leaves out what is suspended, put off, and of another topic', () => {
    const cards = course({ a: [], b: [], x: [] })
    const log = [event({ type: 'suspend', card: 'c/a', on: true }), event({ type: 'bury', card: 'c/b' })]
    expect(walk(log, cards, 0).asked).toEqual(['x'])
    expect(walk(log, cards, 1).asked).toEqual(['b', 'x'])
    expect(walk(log, cards, 1, undefined, { topic: 'other' }).asked).toEqual([])
  })

  test('is asked also in a session that was left open for days', () => {
    const scope = scopeAt(0, { since: momentAt(0).at })
    const queue = queueOf(fold([review('q01', {}, 0, 5)]), plainCourse(2), scope, momentAt(30))
    expect(queue).toMatchObject({ card: { card: 'c/q01' }, done: 1, left: 2, counts: { due: 1, new: 1 } })
  })

  test('keeps the progress of removed questions and does not ask them', () => {
    const log = [review('gone')]
    expect(walk(log, plainCourse(1), 30).asked).toEqual(['q01'])
    expect(cardOf(fold(log), 'c/gone').reviews).toBe(1)
  })

  test('knows a renamed question whichever of its names the course has', () => {
    const log = [review('old'), event({ type: 'alias', from: 'c/old', to: 'c/new' })]
    for (const id of ['old', 'new']) {
      expect(walk(log, course({ [id]: [] }), 0).asked).toEqual([])
      expect(walk(log, course({ [id]: [] }), 30).asked).toEqual([id])
      expect(walk(log, course({ [id]: [] }), 30, (_, turn) => (turn > 0 ? 'good' : 'again')).asked).toEqual([id, id])
    }
  })

  test('never asks what is suspended and never throws, for any log and mode', () => {
    const cards = course({ a: ['b'], b: ['a'] })
    fc.assert(
      fc.property(logs, fc.constantFrom('due', 'ahead', 'weak'), fc.nat(60), (events, mode, day) => {
        const progress = fold(events)
        const { card, left } = queueOf(progress, cards, scopeAt(0, { mode }), momentAt(day))
        if (card) expect(cardOf(progress, card.card).suspended).toBe(false)
        expect(card === null).toBe(left === 0)
      }),
    )
  })
})

describe('cards answered again', () => {
  test('return after five others', () => {
    const { asked } = walk([], plainCourse(8), 0, (id, turn) => (id === 'q02' && turn < 3 ? 'again' : 'good'))
    expect(asked).toEqual(['q01', 'q02', 'q03', 'q04', 'q05', 'q06', 'q07', 'q02', 'q08'])
  })

  test('return at the end where fewer are left, the longest waiting first, until they are known', () => {
    const seen = new Map<string, number>()
    const { asked } = walk([], plainCourse(3), 0, (id) => {
      seen.set(id, (seen.get(id) ?? 0) + 1)
      return id !== 'q03' && seen.get(id) === 1 ? 'again' : 'good'
    })
    expect(asked).toEqual(['q01', 'q02', 'q03', 'q01', 'q02'])
  })

  test('do not move the schedule a second time, and say so', () => {
    const log = [review('q01', { grade: 'again' })]
    const card = queueOf(fold(log), plainCourse(1), scopeAt(0), momentAt(0, 5)).card
    expect(card?.card).toBe('c/q01')
    expect(new Set(Object.values(card?.intervals ?? {})).size).toBe(1)
  })

  test('and an undo takes the session back to where it was', () => {
    const cards = plainCourse(3)
    const answer = review('q01', { grade: 'again' })
    const before = queueOf(fold([]), cards, scopeAt(0), momentAt(0, 1))
    expect(queueOf(fold([answer, undo(answer)]), cards, scopeAt(0), momentAt(0, 1))).toEqual(before)
  })
})

describe('follow-ups', () => {
  const family = course({
    root: ['kid', 'late'],
    kid: ['grandkid', 'root'],
    other: ['kid'],
    late: [],
    grandkid: ['root'],
  })

  test('come right after the parent, the chain of each first', () => {
    const { asked, after } = walk([], family, 0)
    expect(asked).toEqual(['root', 'kid', 'grandkid', 'late', 'other'])
    expect(after).toEqual([null, 'root', 'kid', 'root', null])
  })

  test('wait until a parent went well', () => {
    const once = new Set<string>()
    const { asked } = walk([], family, 0, (id) => {
      const isFirst = !once.has(id)
      once.add(id)
      return isFirst && id === 'root' ? 'again' : 'good'
    })
    expect(asked).toEqual(['root', 'other', 'root', 'kid', 'grandkid', 'late'])
    const failing = [review('root', { grade: 'again' })]
    expect(walk(failing, course({ root: ['kid'], kid: [] }), 0, () => 'good').asked).toEqual([])
  })

  test('come after every grade but again: an answer that was hard has opened them too', () => {
    const pair = course({ root: ['kid'], other: [], kid: [] })
    const askedAfter = (first: Grade) => walk([], pair, 0, (id) => (id === 'root' ? first : 'good'), {}, 2)
    for (const passed of ['hard', 'good', 'easy'] as const)
      expect([passed, askedAfter(passed).asked, askedAfter(passed).after]).toEqual([
        passed,
        ['root', 'kid'],
        [null, 'root'],
      ])
    expect(askedAfter('again').asked).toEqual(['root', 'other'])
    // In the list of what is to come as well.
    const left = queueList(fold([review('root', { grade: 'hard' })]), pair, scopeAt(0), momentAt(0, 1))
    expect(left.map(({ card }) => card)).toEqual(['c/kid', 'c/other'])
  })

  test('in circles begin with the one that stands first, and nothing stays out of reach', () => {
    const circle = course({ a: ['b'], b: ['x', 'b'], x: ['a'] })
    expect(walk([], circle, 0).asked).toEqual(['a', 'b', 'x'])
    const off = event({ type: 'suspend', card: 'c/a', on: true })
    expect(walk([off], circle, 0).asked).toEqual(['b', 'x'])
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(5), { maxLength: 4 }), { minLength: 6, maxLength: 6 }), (links) => {
        const cards = course(
          Object.fromEntries(links.map((to, index) => [`n${String(index)}`, to.map((n) => `n${String(n)}`)])),
        )
        expect(walk([], cards, 0).asked.toSorted()).toEqual(ids(cards))
      }),
      { numRuns: rounds(30, 500) },
    )
  })
})

describe('other sessions', () => {
  const cards = plainCourse(4)
  const log = [
    review('q01', { grade: 'easy' }),
    review('q02', { grade: 'good' }),
    review('q03', { grade: 'again' }),
    review('q01', { grade: 'again' }, 1),
  ]

  test('ahead takes what is not due yet, soonest first, each once', () => {
    const early = [review('q01', { grade: 'easy' }), review('q02', { grade: 'good' })]
    const { asked } = walk(early, cards, 1, () => 'again', { mode: 'ahead' })
    expect(asked).toEqual(['q02', 'q01'])
    // What is due is the work of the day.
    expect(walk([...early, review('q03', { grade: 'again' })], cards, 1, undefined, { mode: 'ahead' }).asked).toEqual([
      'q02',
      'q01',
    ])
  })

  test('weak takes what is remembered worst, of the whole course and beyond the limits', () => {
    const few = [set({ duePerDay: 1 }), ...log]
    const { asked } = walk(few, cards, 2, undefined, { mode: 'weak' })
    expect(asked).toHaveLength(3)
    const known = asked.map((id) => retrievabilityOn(cardOf(fold(log), `c/${id}`), dayAt(2)) ?? 1)
    expect(known).toEqual(known.toSorted((a, b) => a - b))
  })

  test('at the same memory more lapses come first', () => {
    const same = [review('q01'), review('q02'), review('q01', { grade: 'again' }, 9), review('q02', {}, 9)]
    expect(walk(same, cards, 9, undefined, { mode: 'weak' }, 1).asked[0]).toBe('q01')
  })
})

describe('an interview', () => {
  const interview = dayAt(20)
  const on = set({ interview })
  const all = plainCourse(3)

  test('is never later than what is due, and lets go of it afterwards', () => {
    for (const grade of grades) {
      const log = [on, review('q01'), review('q01', { grade: 'easy' }, 6), review('q01', { grade }, 12)]
      const progress = fold(log)
      const [state, params] = [cardOf(progress, 'c/q01'), paramsOf(progress, 'c')]
      expect((dueDay(state, dayAt(12), params) ?? '') < interview).toBe(true)
      expect(dueDay(state, dayAt(20), params)).toBe(dueDayOf(state.scheduled))
    }
    const state = cardOf(fold([on]), 'c/q01')
    for (const days of Object.values(intervalsFor(state, dayAt(16), paramsOf(fold([on]), 'c')))) {
      expect(days).toBeLessThanOrEqual(3)
    }
  })

  test('has three days before it for one pass over what is weak', () => {
    const strong = [review('q01', { grade: 'easy' }, 0), review('q01', { grade: 'easy' }, 8), review('q01', {}, 16)]
    const weak = [
      review('q02', { grade: 'easy' }, 0),
      review('q02', { grade: 'easy' }, 8),
      review('q02', { points: ['miss'] }, 16),
    ]
    const log = [on, set({ newPerDay: 0 }), ...strong, ...weak]
    expect(walk(log, all, 16).asked).toEqual([])
    const { asked, progress } = walk(log, all, 17)
    expect(asked).toEqual(['q02'])
    expect(queueOf(progress, all, scopeAt(18), momentAt(18)).card).toBeNull()
    // The day before is the last: what is strong is looked at once, too.
    expect(queueOf(progress, all, scopeAt(19), momentAt(19)).card?.card).toBe('c/q01')
  })
})

describe('the days shown on the buttons', () => {
  test('are the days that come to be', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...grades), { maxLength: 5 }),
        fc.constantFrom(...grades),
        (before, grade) => {
          const log = before.map((one, index) => review('a', { grade: one }, index * 4))
          const day = before.length * 4
          const progress = fold(log)
          const shown = intervalsFor(cardOf(progress, 'c/a'), dayAt(day), paramsOf(progress, 'c'))
          expect(shown.again).toBeLessThan(shown.easy)
          const after = cardOf(apply(progress, review('a', { grade }, day)), 'c/a')
          expect(daysBetween(dayAt(day), dueDayOf(after.scheduled) ?? '')).toBe(shown[grade])
        },
      ),
    )
  })
})

describe('the list of what is to come', () => {
  const family = course({ root: ['kid'], other: [], kid: ['grandkid'], grandkid: [], late: [] })
  const log = [
    set({ newPerDay: 3, duePerDay: 2 }),
    review('root'),
    review('other', { grade: 'hard' }),
    review('late', { grade: 'again' }),
  ]

  test.each([
    ['due', ['late', 'other', 'kid', 'grandkid']],
    ['weak', ['late', 'other', 'root']],
    ['ahead', []],
  ] as const)('is what a %s session asks where every answer is good', (mode, expected) => {
    const day = 30
    const list = queueList(fold(log), family, scopeAt(day, { mode }), momentAt(day))
    expect(list.map(({ card }) => short(card))).toEqual(expected)
    expect(walk(log, family, day, undefined, { mode }).asked).toEqual(expected)
  })

  test('changes nothing, and shows each card as it is now', () => {
    const progress = fold(log)
    const [first, , third] = queueList(progress, family, scopeAt(30), momentAt(30))
    expect(first).toEqual(queueOf(progress, family, scopeAt(30), momentAt(30)).card)
    expect(third).toMatchObject({ card: 'c/kid', isNew: true })
    expect(progress.events).toBe(log)
  })

  test('ends for any log, has no card twice and begins with what is asked now', () => {
    fc.assert(
      fc.property(logs, fc.constantFrom('due', 'ahead', 'weak'), fc.nat(60), (events, mode, day) => {
        const progress = fold(events)
        const scope = scopeAt(0, { mode })
        const cards = course({ a: ['b'], b: ['a'] })
        const list = queueList(progress, cards, scope, momentAt(day)).map(({ card }) => card)
        expect(new Set(list).size).toBe(list.length)
        expect(list[0]).toBe(queueOf(progress, cards, scope, momentAt(day)).card?.card)
      }),
    )
  })
})

test('what a script answered of the cards due counts as the work of the day', () => {
  const log = [
    set({ duePerDay: 2, newPerDay: 0 }),
    ...['q01', 'q02', 'q03'].map((id) => review(id, { grade: 'again' })),
  ]
  const answer = review('q01', { mode: 'script' }, 2)
  expect(dayCounts(fold([...log, answer]), plainCourse(3), dayAt(2))).toMatchObject({ due: 1, done: 1 })
})
