import type { ReviewEvent } from '../../contract/review.ts'
import { dayMs } from '../words/units-of-time.ts'
import { dayOf, daysBetween, type Day } from './day.ts'
import { deviceOf } from './device-of.ts'

/** Who travels, or corrects a clock by a little, is at most so many days ahead. */
const usualDays = 1
/** A clock that shows an earlier day is itself wrong: Lectern is younger. */
const firstDay: Day = '2026-01-01'
/** Where nobody knows how long ago it was, it was so long ago: then it comes soon. */
const unknownMs = 30 * dayMs

/** Events of one device that follow each other and that are all ahead of the present. */
interface Run {
  readonly events: readonly ReviewEvent[]
  /** The events of the device on both sides of them. */
  readonly before: ReviewEvent | undefined
  readonly after: ReviewEvent | undefined
}

function runsOf(own: readonly ReviewEvent[], isAhead: (event: ReviewEvent) => boolean): readonly Run[] {
  const runs: Run[] = []
  let from = 0
  while (from < own.length) {
    let to = from
    while (to < own.length && isAhead(own[to] as ReviewEvent)) to += 1
    if (to > from) runs.push({ events: own.slice(from, to), before: own[from - 1], after: own[to] })
    from = Math.max(to, from + 1)
  }
  return runs
}

/**
 * A run at the time when it must have happened: its last event a day before the device went on, the others as far from
 * it as they were, none before what the device had done already. Where the device has not gone on yet, it may have been
 * at any time since then. Null where it is rather the present clock that is behind: the days before lead up to the run.
 */
function atTrueTimes({ events, before, after }: Run, now: number): readonly ReviewEvent[] | null {
  const [first, last] = [events[0], events.at(-1)]
  if (!first || !last) return null
  if (before && first.at - before.at < (last.at - (after?.at ?? now)) / 2) return null
  const end = after ? after.at - dayMs : (before?.at ?? now - unknownMs)
  return events.map((event) => {
    const at = Math.max(0, before?.at ?? 0, end - (last.at - event.at))
    return { ...event, at, day: dayOf(at, event.tz) }
  })
}

/**
 * The events with the days on which they happened, as far as that can be known: what was recorded while a clock was far
 * ahead would otherwise hold back every later answer until that day comes. In the order given, which is no order in time
 * any more; the same list where no event lies ahead.
 * @param now milliseconds since 1970
 */
export function onTrueDays(events: readonly ReviewEvent[], now: number, today: Day): readonly ReviewEvent[] {
  const isAhead = ({ day }: ReviewEvent): boolean => day > today && daysBetween(today, day) > usualDays
  if (today < firstDay || !events.some(isAhead)) return events
  const devices = Map.groupBy(events, ({ id }) => deviceOf(id))
  const moved = new Map<string, ReviewEvent>()
  for (const own of devices.values())
    for (const run of runsOf(own, isAhead)) for (const event of atTrueTimes(run, now) ?? []) moved.set(event.id, event)
  return moved.size === 0 ? events : events.map((event) => moved.get(event.id) ?? event)
}
