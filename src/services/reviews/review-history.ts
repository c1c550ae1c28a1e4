import type { ReviewBody, ReviewEvent } from '../../contract/review.ts'
import { apply, dayOf, fold, onTrueDays, type Day, type Moment, type Progress } from '../../core/review/index.ts'
import { makeInTurn } from '../disk/in-turn.ts'
import type { Progress as ProgressFiles } from '../progress/index.ts'
import { byTime } from '../progress/merge.ts'
import { timeZoneMinutes } from '../progress/time-zone.ts'

/** The history of all reviews and what follows from it at this moment. */
export interface ReviewHistory {
  readonly files: ProgressFiles
  progress(): Progress
  moment(): Moment
  today(): Day
  /** The day that another moment belongs to, given in milliseconds since 1970. */
  dayAt(at: number): Day
  /** Records something; resolves once it is on the disk. */
  add(body: ReviewBody): Promise<ReviewEvent>
  /**
   * Records what `decide` makes of how things stand at its turn: nothing comes in between. Resolves once all is on the
   * disk; where it rejects, what came before the event that could not be written is recorded.
   */
  addAll(decide: () => readonly ReviewBody[]): Promise<readonly ReviewEvent[]>
}

/** The history over its files: state is always the fold of its events. */
export function reviewHistory(files: ProgressFiles, now: () => number, timeZone?: string): ReviewHistory {
  let seen: readonly ReviewEvent[] = []
  let shown: readonly ReviewEvent[] = []
  let day: Day | null = null
  let progress = fold(seen)
  const inTurn = makeInTurn()
  const moment = (): Moment => {
    const at = now()
    return { at, tz: timeZoneMinutes(at, timeZone) }
  }
  const dayAt = (at: number): Day => dayOf(at, timeZoneMinutes(at, timeZone))
  const today = (): Day => dayAt(now())
  return {
    files,
    progress() {
      const [events, now] = [files.events(), today()]
      if (events === seen && now === day) return progress
      const onDays = onTrueDays(events, moment().at, now)
      const ordered = onDays === events ? events : byTime(onDays)
      const [last] = ordered.slice(-1)
      const isOneMore = ordered.length === shown.length + 1 && shown === seen && ordered.at(-2) === shown.at(-1)
      if (ordered !== shown) progress = isOneMore && last ? apply(progress, last) : fold(ordered)
      seen = events
      shown = ordered
      day = now
      return progress
    },
    moment,
    today,
    dayAt,
    add: (body) => inTurn(() => files.append(body)),
    addAll: (decide) =>
      inTurn(async () => {
        const events: ReviewEvent[] = []
        for (const body of decide()) events.push(await files.append(body))
        return events
      }),
  }
}
