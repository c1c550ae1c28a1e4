import type { DayCounts, Grade, ReviewEventOf, ReviewScope } from '../../contract/review.ts'
import type { CardProgress } from './card-progress.ts'
import type { CourseCards } from './course-cards.ts'
import { dayOf, daysBetween, type Day } from './day.ts'
import { allowanceOf, dayCounts } from './day-counts.ts'
import { dueDay, intervalsFor, isDue, isOpen, retrievabilityOn } from './due.ts'
import { followUpsOf, type FollowUps } from './follow-ups.ts'
import { cardOf, nameOf, paramsOf, type Progress } from './progress.ts'
import { topicCards } from './topic-cards.ts'

/** A moment where the person is. `at`: milliseconds since 1970; `tz`: minutes ahead of UTC. */
export interface Moment {
  readonly at: number
  readonly tz: number
}

/** The card that is asked now. */
export interface AskedCard {
  readonly card: string
  readonly isNew: boolean
  readonly reviews: number
  /** Indexes of the key points that were missed or half known the last time. */
  readonly lastMissed: readonly number[]
  /** The card that it follows up in this session; null where it stands by itself. */
  readonly after: string | null
  /** Days until it would be asked again, by grade. */
  readonly intervals: Readonly<Record<Grade, number>>
  readonly retrievability: number | null
}

export interface Queue {
  /** Null when all is done. */
  readonly card: AskedCard | null
  /** Answers given in the session, and cards still to come in it. */
  readonly done: number
  readonly left: number
  readonly counts: DayCounts
}

/** So many other answers lie between an *again* and its return. */
const restAnswers = 5

interface Setting {
  readonly progress: Progress
  readonly course: CourseCards
  readonly today: Day
  /** The states of the scope's cards, in the course's order. */
  readonly states: readonly CardProgress[]
  readonly followUps: FollowUps
}

/** What a session asks of cards answered before, in order. `answered`: the cards that it has asked already. */
function seenOf(setting: Setting, mode: ReviewScope['mode'], answered: ReadonlySet<string>): readonly CardProgress[] {
  const { progress, course, today, states } = setting
  const params = paramsOf(progress, course.course)
  const all = states.flatMap((state) => {
    const [known, { lastDay }] = [retrievabilityOn(state, today), state]
    return known === null || lastDay === null || !isOpen(state, today) ? [] : [{ state, known, lastDay }]
  })
  const statesOf = (sorted: readonly { readonly state: CardProgress }[]): readonly CardProgress[] =>
    sorted.map(({ state }) => state)
  if (mode === 'due') {
    // What was answered today is not due; what was answered before is, also in a session left open overnight.
    const due = all.filter(({ state }) => isDue(state, today, params)).sort((a, b) => a.known - b.known)
    return statesOf(due.slice(0, allowanceOf(progress, course, today).left.due))
  }
  const open = all.filter(({ state }) => !answered.has(state.card))
  if (mode === 'weak') return statesOf(open.sort((a, b) => a.known - b.known || b.state.lapses - a.state.lapses))
  // What was answered today has had its turn: asking it again would move nothing.
  const ahead = open.flatMap(({ state, lastDay }) => {
    const due = lastDay < today && !isDue(state, today, params) ? dueDay(state, today, params) : null
    return due === null ? [] : [{ state, inDays: daysBetween(today, due) }]
  })
  return statesOf(ahead.sort((a, b) => a.inDays - b.inDays))
}

/**
 * New cards that may come: first those that may come now, then those that wait for a parent which is itself still to
 * come today. A follow-up whose parents are all taken out stands by itself.
 */
function newOf(setting: Setting, coming: ReadonlySet<string>): { now: readonly string[]; later: readonly string[] } {
  const { progress, course, today, states, followUps } = setting
  const inReview = new Set(states.filter(({ suspended }) => !suspended).map(({ card }) => card))
  const passed = new Set(states.filter((state) => state.passed).map(({ card }) => card))
  const reachable = new Set(coming)
  const now: string[] = []
  const later: string[] = []
  for (const state of states) {
    if (state.memory || !isOpen(state, today)) continue
    const parents = (followUps.parents.get(state.card) ?? []).filter((card) => inReview.has(card))
    const isFree = parents.length === 0 || parents.some((card) => passed.has(card))
    if (!isFree && !parents.some((card) => reachable.has(card))) continue
    reachable.add(state.card)
    ;(isFree ? now : later).push(state.card)
  }
  const most = allowanceOf(progress, course, today).left.new
  const free = now.slice(0, most)
  return { now: free, later: later.slice(0, most - free.length) }
}

/** The cards whose follow-ups are now at the turn, the newest last: the way from a question down to the last answer. */
function openParents(answers: readonly ReviewEventOf<'review'>[], followUps: FollowUps): readonly string[] {
  const open: string[] = []
  for (const { card, grade } of answers) {
    const parents = followUps.parents.get(card) ?? []
    open.splice(open.findLastIndex((parent) => parents.includes(parent)) + 1)
    if (grade !== 'again') open.push(card)
  }
  return open
}

/** The answers that belong to a session, under the ids that the course has now. `cards`: those by present name. */
function answersOf(
  progress: Progress,
  scope: ReviewScope,
  cards: ReadonlyMap<string, string>,
): ReviewEventOf<'review'>[] {
  const answers: ReviewEventOf<'review'>[] = []
  for (const event of progress.events) {
    if (event.type !== 'review' || event.at < scope.since || event.mode !== scope.mode) continue
    if (progress.undone.has(event.id)) continue
    const card = cards.get(nameOf(progress, event.card))
    if (card !== undefined) answers.push(card === event.card ? event : { ...event, card })
  }
  return answers
}

/** Cards answered *again* that are still to return, the longest waiting first, with the answers given since. */
function returning(answers: readonly ReviewEventOf<'review'>[]): readonly { card: string; since: number }[] {
  return answers.flatMap(({ card, grade }, index) => {
    if (grade !== 'again') return []
    const since = answers.slice(index + 1)
    return since.some((answer) => answer.card === card) ? [] : [{ card, since: since.length }]
  })
}

/**
 * A session at a moment: wholly a function of the log and of `scope.since`. Of two cards the follow-up of what was just
 * passed comes first, then what returns after *again*, then what is remembered worst, then what is new.
 */
export function queueOf(progress: Progress, course: CourseCards, scope: ReviewScope, now: Moment): Queue {
  const today = dayOf(now.at, now.tz)
  const cards = scope.topic === null ? course.cards : topicCards(course.cards, scope.topic)
  const states = cards.map(({ card }) => ({ ...cardOf(progress, card), card }))
  const setting: Setting = { progress, course, today, states, followUps: followUpsOf(cards) }
  const stateOf = new Map(states.map((state) => [state.card, state]))
  const answers = answersOf(progress, scope, new Map(cards.map(({ card }) => [nameOf(progress, card), card])))
  const answered = new Set(answers.map(({ card }) => card))

  const waiting = (scope.mode === 'ahead' ? [] : returning(answers)).filter(({ card }) => {
    const state = stateOf.get(card)
    return state !== undefined && isOpen(state, today)
  })
  const seen = seenOf(setting, scope.mode, answered).map(({ card }) => card)
  const coming = new Set([...seen, ...waiting.map(({ card }) => card)])
  const fresh = scope.mode === 'due' ? newOf(setting, coming) : { now: [], later: [] }

  const pending = new Set([...seen, ...fresh.now])
  const open = openParents(answers, setting.followUps)
  const followUp = open
    .flatMap((after) => {
      const card = setting.followUps.children.get(after)?.find((child) => pending.has(child))
      return card === undefined ? [] : [{ card, after }]
    })
    .at(-1)
  const rested = waiting.find(({ since }) => since >= restAnswers)?.card
  const standing = rested ?? seen[0] ?? fresh.now[0] ?? waiting[0]?.card
  const next = followUp ?? (standing === undefined ? undefined : { card: standing, after: null })
  const state = next && stateOf.get(next.card)

  return {
    card:
      next && state
        ? {
            card: state.card,
            isNew: state.memory === null,
            reviews: state.reviews,
            lastMissed: state.lastPoints.flatMap((mark, index) => (mark === 'hit' ? [] : [index])),
            after: next.after,
            intervals: intervalsFor(state, today, paramsOf(progress, course.course)),
            retrievability: retrievabilityOn(state, today),
          }
        : null,
    done: answers.length,
    left: coming.size + fresh.now.length + fresh.later.length,
    counts: dayCounts(progress, course, today),
  }
}
