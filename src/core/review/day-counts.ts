import type { DayCounts } from '../../contract/review.ts'
import { courseOf } from './card-id.ts'
import type { CourseCards } from './course-cards.ts'
import { addDays, daysBetween, type Day } from './day.ts'
import { isDue, isOpen } from './due.ts'
import { firstDueAfter } from './idle-days.ts'
import { cardOf, dayRecord, paramsOf, reviewedDays, type Progress } from './progress.ts'

/** After so many days missed in a row, so many cards are enough for a start. */
const missedDays = 3
const gentleLimit = 20

/** What of a day's work was done and may still come, for one course and within what is set for all. */
export interface Allowance {
  readonly limits: DayCounts['limits']
  readonly gentle: boolean
  /** How many more cards may come today. */
  readonly left: { readonly due: number; readonly new: number }
}

function isGentle(progress: Progress, { cards }: CourseCards, today: Day): boolean {
  const before = reviewedDays(progress).findLast((day) => day < today)
  if (before === undefined) return false
  const due = firstDueAfter(progress, cards, before)
  if (due === null) return false
  const next = addDays(before, 1)
  return daysBetween(due > next ? due : next, today) >= missedDays
}

/** How many cards may still come today. Cards due are counted where they were answered as the day's work, by hand or by a script. */
export function allowanceOf(progress: Progress, course: CourseCards, today: Day): Allowance {
  const [all, own] = [paramsOf(progress, null), paramsOf(progress, course.course)]
  const done = { all: { due: 0, new: 0 }, own: { due: 0, new: 0 } }
  for (const [card, { mode }] of dayRecord(progress, today).cards) {
    const isNew = cardOf(progress, card).introduced.includes(today)
    if (!isNew && mode !== 'due' && mode !== 'script') continue
    const kind = isNew ? 'new' : 'due'
    done.all[kind] += 1
    if (courseOf(card) === course.course) done.own[kind] += 1
  }
  const gentle = isGentle(progress, course, today)
  const cap = (limit: number): number => (gentle ? Math.min(limit, gentleLimit) : limit)
  const left = (forAll: number, doneOfAll: number, forOwn: number, doneOfOwn: number): number =>
    Math.max(0, Math.min(forAll - doneOfAll, forOwn - doneOfOwn))
  return {
    limits: { due: cap(own.duePerDay), new: own.newPerDay },
    gentle,
    left: {
      due: left(cap(all.duePerDay), done.all.due, cap(own.duePerDay), done.own.due),
      new: left(all.newPerDay, done.all.new, own.newPerDay, done.own.new),
    },
  }
}

/** The numbers of a course's day. `today`: the person's day. */
export function dayCounts(progress: Progress, course: CourseCards, today: Day): DayCounts {
  const { limits, gentle, left } = allowanceOf(progress, course, today)
  const params = paramsOf(progress, course.course)
  const states = course.cards.map(({ card }) => cardOf(progress, card))
  const answered = dayRecord(progress, today).cards
  return {
    due: Math.min(left.due, states.filter((state) => isDue(state, today, params)).length),
    new: Math.min(left.new, states.filter((state) => state.memory === null && isOpen(state, today)).length),
    done: states.filter(({ card }) => answered.has(card)).length,
    limits,
    gentle,
  }
}
