import type { Grade, ReviewEvent, ReviewEventOf, ReviewMode } from '../../contract/review.ts'
import { joinAliases, type Aliases } from './aliases.ts'
import { cardAfter, type CardEvent, type CardProgress } from './card-progress.ts'
import { dayOfNumber, numberOfDay, type Day } from './day.ts'
import { courseOf } from './card-id.ts'
import { paramsAfter, type Params } from './params.ts'

/** What was reviewed on a day. */
export interface DayRecord {
  readonly day: Day
  /** All answers, the repeated ones too. */
  readonly reviews: number
  /** The time they took, in milliseconds. */
  readonly ms: number
  /** The first answer that each card got, by its present name. */
  readonly cards: ReadonlyMap<string, { readonly grade: Grade; readonly mode: ReviewMode }>
}

/**
 * Where a person stands: the log, and where in it is what. All else is worked out when it is asked for, a card or a day
 * at a time, and kept until something about it happens. Never changed: `apply` gives another one.
 */
export interface Progress {
  readonly events: readonly ReviewEvent[]
  /** The events that undo events name: they count as never happened, whichever of the two stands first in the log. */
  readonly undone: ReadonlySet<string>
  /** Positions in `events` of what holds: by the card's id as written there, by day, of settings, and of what says names. */
  readonly cards: ReadonlyMap<string, readonly number[]>
  readonly days: ReadonlyMap<Day, readonly number[]>
  readonly params: readonly number[]
  readonly aliases: readonly number[]
  readonly memo: Memo
}

interface Memo {
  aliases: Aliases | null
  readonly cards: Map<string, CardProgress>
  readonly days: Map<Day, DayRecord>
  readonly params: Map<string | null, Params>
}

const emptyMemo = (): Memo => ({ aliases: null, cards: new Map(), days: new Map(), params: new Map() })

const isAboutCard = (event: ReviewEvent): event is CardEvent =>
  event.type === 'review' || event.type === 'suspend' || event.type === 'bury' || event.type === 'reset'

const isNaming = (event: ReviewEvent): event is ReviewEventOf<'alias' | 'course'> =>
  event.type === 'alias' || event.type === 'course'

/** A day as it is kept: one that no calendar has is the day that it counts on to. */
const written = (day: Day): Day => dayOfNumber(numberOfDay(day))

/**
 * Where a person stands after a log. The events come in the log's own order (that of a merge, where several devices
 * wrote), each once; whatever their clocks said, nothing throws.
 */
export function fold(events: readonly ReviewEvent[]): Progress {
  const undone = new Set<string>()
  for (const event of events) if (event.type === 'undo') undone.add(event.ref)
  const cards = new Map<string, number[]>()
  const days = new Map<Day, number[]>()
  const params: number[] = []
  const aliases: number[] = []
  const note = (map: Map<string, number[]>, key: string, position: number): void => {
    const list = map.get(key)
    if (list) list.push(position)
    else map.set(key, [position])
  }
  events.forEach((event, position) => {
    if (undone.has(event.id)) return
    if (isAboutCard(event)) note(cards, event.card, position)
    if (event.type === 'review') note(days, written(event.day), position)
    if (event.type === 'params') params.push(position)
    if (isNaming(event)) aliases.push(position)
  })
  return { events, undone, cards, days, params, aliases, memo: emptyMemo() }
}

/** The memo for what comes after an event: without what the event changes. */
function keep(progress: Progress, event: ReviewEvent): Memo {
  const { memo } = progress
  // Settings and names reach into every card's history, and are seldom changed.
  if (event.type === 'params' || isNaming(event)) return emptyMemo()
  if (!isAboutCard(event)) return memo
  const cards = new Map(memo.cards)
  cards.delete(nameOf(progress, event.card))
  const days = new Map(memo.days)
  if (event.type === 'review') days.delete(written(event.day))
  return { ...memo, cards, days }
}

/** One more event at the end of the log: the same as the fold of all of it. */
export function apply(progress: Progress, event: ReviewEvent): Progress {
  const position = progress.events.length
  const events = [...progress.events, event]
  if (event.type === 'undo') {
    const undone = new Set(progress.undone).add(event.ref)
    const target = progress.events.findLastIndex(({ id }) => id === event.ref)
    const undoneEvent = progress.events[target]
    if (!undoneEvent || progress.undone.has(event.ref)) return { ...progress, events, undone }
    return { ...change(progress, undoneEvent, (list) => list.filter((at) => at !== target)), events, undone }
  }
  if (progress.undone.has(event.id)) return { ...progress, events }
  return { ...change(progress, event, (list) => [...list, position]), events }
}

/** Changes the lists of positions that an event stands in. */
function change(
  progress: Progress,
  event: ReviewEvent,
  edit: (list: readonly number[]) => readonly number[],
): Progress {
  const memo = keep(progress, event)
  const at = (map: ReadonlyMap<string, readonly number[]>, key: string): ReadonlyMap<string, readonly number[]> => {
    const list = edit(map.get(key) ?? [])
    const edited = new Map(map)
    if (list.length > 0) edited.set(key, list)
    else edited.delete(key)
    return edited
  }
  if (event.type === 'params') return { ...progress, memo, params: edit(progress.params) }
  if (isNaming(event)) return { ...progress, memo, aliases: edit(progress.aliases) }
  if (!isAboutCard(event)) return { ...progress, memo }
  const cards = at(progress.cards, event.card)
  return event.type === 'review'
    ? { ...progress, memo, cards, days: at(progress.days, written(event.day)) }
    : { ...progress, memo, cards }
}

/** The events at these positions; the lists are kept by kind, so that none is left out where they are told by it. */
const eventsAt = ({ events }: Progress, positions: readonly number[]): readonly ReviewEvent[] =>
  positions.flatMap((position) => events.slice(position, position + 1))

function aliasesOf(progress: Progress): Aliases {
  progress.memo.aliases ??= joinAliases(eventsAt(progress, progress.aliases).filter(isNaming))
  return progress.memo.aliases
}

/** The name that a card goes by now. */
export function nameOf(progress: Progress, card: string): string {
  return aliasesOf(progress).nameOf(card)
}

/** The name that a card had first. */
export function firstNameOf(progress: Progress, card: string): string {
  return aliasesOf(progress).firstOf(card)
}

/** The key that a course goes by now, under whichever of its keys it is asked for. */
export function courseNameOf(progress: Progress, course: string): string {
  return aliasesOf(progress).courseNameOf(course)
}

/** What was set, each for the course as it is called now. */
function settingsOf(progress: Progress): readonly ReviewEventOf<'params'>[] {
  return eventsAt(progress, progress.params)
    .filter((event) => event.type === 'params')
    .map((event) => (event.course === null ? event : { ...event, course: courseNameOf(progress, event.course) }))
}

/** What is set for a course, or for all (null). */
export function paramsOf(progress: Progress, course: string | null): Params {
  const known = progress.memo.params.get(course)
  if (known) return known
  const params = paramsAfter(settingsOf(progress), course === null ? null : courseNameOf(progress, course))
  progress.memo.params.set(course, params)
  return params
}

/** How well a card is known, under whichever of its names; one that was never answered is new. */
export function cardOf(progress: Progress, card: string): CardProgress {
  const { memo } = progress
  const name = nameOf(progress, card)
  const known = memo.cards.get(name)
  if (known) return known
  const positions = aliasesOf(progress)
    .idsOf(card)
    .flatMap((id) => progress.cards.get(id) ?? [])
    .sort((a, b) => a - b)
  const settings = settingsOf(progress)
  const course = courseOf(name)
  // Both lists run through the log once, side by side.
  let passed = 0
  let { retention } = paramsAfter([], course)
  const retentionAt = (index: number): number => {
    const here = positions[index] ?? 0
    const before = passed
    while (passed < settings.length && (progress.params[passed] ?? 0) < here) passed += 1
    if (passed > before) ({ retention } = paramsAfter(settings.slice(0, passed), course))
    return retention
  }
  const state = cardAfter(name, eventsAt(progress, positions).filter(isAboutCard), retentionAt)
  memo.cards.set(name, state)
  return state
}

/** Every card that the log says something about, by its present name. Those of removed questions are among them. */
export function knownCards(progress: Progress): readonly CardProgress[] {
  const names = new Set([...progress.cards.keys()].map((card) => nameOf(progress, card)))
  return [...names].map((name) => cardOf(progress, name))
}

/** What was reviewed on a day; nothing on a day that is not in the log. */
export function dayRecord(progress: Progress, day: Day): DayRecord {
  const known = progress.memo.days.get(day)
  if (known) return known
  const events = reviewsOn(progress, day)
  const cards = new Map<string, { grade: Grade; mode: ReviewMode }>()
  for (const { card, grade, mode } of events) {
    const name = nameOf(progress, card)
    if (!cards.has(name)) cards.set(name, { grade, mode })
  }
  const record: DayRecord = { day, reviews: events.length, ms: events.reduce((sum, { ms }) => sum + ms, 0), cards }
  progress.memo.days.set(day, record)
  return record
}

/** The days on which something was reviewed, the earliest first. */
export function reviewedDays(progress: Progress): readonly Day[] {
  return [...progress.days.keys()].sort()
}

/** The answers of a day that hold, in order. */
export function reviewsOn(progress: Progress, day: Day): readonly ReviewEventOf<'review'>[] {
  return eventsAt(progress, progress.days.get(day) ?? []).filter((event) => event.type === 'review')
}

/** The newest event that can be undone: an answer, or that a card was put off, taken out or begun anew. */
export function lastUndoable(progress: Progress): CardEvent | null {
  const found = progress.events.findLast((event) => isAboutCard(event) && !progress.undone.has(event.id))
  return found && isAboutCard(found) ? found : null
}
