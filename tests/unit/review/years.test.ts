/**
 * Half a year of three made-up persons, who answer as they come, take questions out, rename and reset them and change what
 * is set: what each day's numbers are, what is asked, and a digest of all else that reviewing says of the day. Where it
 * is meant to be otherwise, `npx vitest run --project unit years -u` writes the file anew.
 */
import { expect, test } from 'vitest'
import {
  grades,
  marks,
  reviewModes,
  sessionModes,
  type ReviewBody,
  type ReviewEvent,
} from '../../../src/contract/review.ts'
import {
  cardOf,
  dayCounts,
  dueDay,
  fold,
  followUpOf,
  intervalsFor,
  mockReport,
  paramsOf,
  planMock,
  queueList,
  queueOf,
  statisticsOf,
  suggestGrade,
  targetMsOf,
  weakPath,
  weaknessOf,
  type CourseCards,
} from '../../../src/core/review/index.ts'
import { digestOfValue } from '../digest-of-value.ts'
import { Seeded } from '../seeded.ts'
import { dayAt, dayMs, momentAt, noon, tz } from './log.ts'

const ids = Array.from({ length: 24 }, (_, n) => `q${String(n + 1).padStart(2, '0')}`) as [string, ...string[]]
const decks = ['one', 'two', 'three'].map((name, n) => ({
  name,
  slides: ids.filter((_, at) => at % 3 === n).map((id) => ({ id: `s-${id}`, asks: [id] })),
}))
const course: CourseCards = {
  course: 'c',
  cards: ids.map((id, n) => ({
    card: `c/${id}`,
    core: Array.from({ length: n % 4 }, (_, point) => point === 0),
    followups: n % 5 === 0 ? [`c/q${String(n + 2).padStart(2, '0')}`, 'c/q01', 'c/none'] : [],
    topics: decks.filter((_, at) => at === n % 3).map(({ name }) => name),
  })),
}

function bodyOf(seeded: Seeded): ReviewBody {
  const card = `c/${seeded.one(ids)}`
  if (seeded.isSo(0.02)) return { type: 'suspend', card, on: seeded.isSo(0.6) }
  if (seeded.isSo(0.02)) return { type: 'bury', card }
  if (seeded.isSo(0.005)) return { type: 'reset', card }
  if (seeded.isSo(0.005)) return { type: 'alias', from: 'c/old', to: card }
  if (seeded.isSo(0.01)) {
    const interview = seeded.one([null, dayAt(60), dayAt(170)] as const)
    const set = { newPerDay: seeded.count(0, 6), duePerDay: seeded.count(1, 25), retention: 0.85, interview }
    return { type: 'params', course: seeded.one(['c', null] as const), set }
  }
  return {
    type: 'review',
    card: seeded.isSo(0.02) ? 'c/old' : card,
    mode: seeded.isSo(0.7) ? 'due' : seeded.one(reviewModes),
    grade: seeded.isSo(0.6) ? 'good' : seeded.one(grades),
    suggested: null,
    points: seeded.some(marks, 0, 4),
    ms: seeded.count(1, 400) * 500,
    hints: seeded.count(0, 2),
    gaveUp: seeded.isSo(0.1),
    recall: 'said',
    params: 'p',
  }
}

/** A person's log up to and with a day. Some days nobody answers anything, in some weeks on none. */
function logOf(seeded: Seeded, days: number): ReviewEvent[] {
  const log: ReviewEvent[] = []
  for (let day = 0; day < days; day += 1) {
    if (seeded.isSo(0.35) || (day % 28 > 20 && seeded.isSo(0.8))) continue
    for (let n = seeded.count(1, 9); n > 0; n -= 1) {
      const seq = log.length + 1
      const at = noon + day * dayMs + seq * 1000
      const undone = log.at(-1)
      const body: ReviewBody =
        undone !== undefined && seeded.isSo(0.03) ? { type: 'undo', ref: undone.id } : bodyOf(seeded)
      log.push({ v: 1, seq, id: `a-${String(seq).padStart(9, '0')}-x`, at, tz, day: dayAt(day), ...body })
    }
  }
  return log
}

function dayText(log: readonly ReviewEvent[], day: number, seeded: Seeded): string {
  const progress = fold(log.filter(({ at }) => at < noon + (day + 1) * dayMs))
  const today = dayAt(day)
  const { due, new: fresh, done, gentle } = dayCounts(progress, course, today)
  const now = momentAt(day, 600)
  const asked = sessionModes.map((mode) => {
    const topic = seeded.one([null, 'two'] as const)
    const scope = { course: 'c', mode, topic, since: momentAt(day).at, lang: 'ko' } as const
    const queue = queueOf(progress, course, scope, now)
    return {
      text: `${mode} ${queue.card?.card ?? 'none'} of ${queue.left}`,
      queue,
      list: mode === 'due' ? queueList(progress, course, scope, now) : [],
    }
  })
  const params = paramsOf(progress, 'c')
  const plan = planMock({ course, progress, today, topics: [], count: 5, seed: day })
  const answers = plan.map((card, n) => ({
    ...{ card, after: n % 2 === 0 ? null : (plan[n - 1] ?? null), points: seeded.some(marks, 0, 3) },
    ...{ ms: seeded.count(1, 90) * 1000, hints: seeded.count(0, 2) },
  }))
  const suggested = answers.map(({ points, ms, hints }, n) =>
    suggestGrade({
      points,
      core: [true, false],
      gaveUp: seeded.isSo(0.1),
      hints,
      ms,
      targetMs: targetMsOf(n),
      reviews: n,
    }),
  )
  const rest = [
    asked.map(({ queue, list }) => [queue, list]),
    statisticsOf(progress, course, today),
    weakPath(progress, course, decks, today),
    weakPath(progress, course, decks, today, 2),
    course.cards.map(({ card }) => {
      const state = cardOf(progress, card)
      return [state, dueDay(state, today, params), weaknessOf(state, today), intervalsFor(state, today, params)]
    }),
    ...[
      plan,
      mockReport(course.cards, answers),
      suggested,
      plan.map((card) => followUpOf(course.cards, card, answers, plan)),
    ],
  ]
  const counts = `due ${due}, new ${fresh}, done ${done}${gentle ? ', gentle' : ''}`
  return [`day ${day}: ${counts}`, ...asked.map(({ text }) => text), digestOfValue(rest)].join(' | ')
}

test('reviewing says of each day what it said', async () => {
  const lines = Array.from({ length: 3 }, (_, person) => {
    const seeded = new Seeded(person + 1)
    const log = logOf(seeded, 180)
    const days = Array.from({ length: 18 }, (__, n) => 10 * n + person)
    return [`## ${log.length} events`, ...days.map((day) => dayText(log, day, seeded)), ''].join('\n')
  })
  await expect(lines.join('\n')).toMatchFileSnapshot('years.txt')
})
