import type { ReviewBody, ReviewEvent } from '../../contract/review.ts'
import { apply, dayOf, fold, type Day, type Moment, type Progress } from '../../core/review/index.ts'
import { makeInTurn } from '../disk/in-turn.ts'
import type { Progress as ProgressFiles } from '../progress/index.ts'
import { timeZoneMinutes } from '../progress/time-zone.ts'

/** The history of all reviews and what follows from it at this moment. */
export interface ReviewHistory {
  readonly files: ProgressFiles
  progress(): Progress
  moment(): Moment
  today(): Day
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
  let seen: readonly ReviewEvent[] = files.events()
  let progress = fold(seen)
  const inTurn = makeInTurn()
  const moment = (): Moment => {
    const at = now()
    return { at, tz: timeZoneMinutes(at, timeZone) }
  }
  return {
    files,
    progress() {
      const events = files.events()
      if (events === seen) return progress
      const [last] = events.slice(-1)
      const isOneMore = events.length === seen.length + 1 && events.at(-2) === seen.at(-1)
      progress = isOneMore && last ? apply(progress, last) : fold(events)
      seen = events
      return progress
    },
    moment,
    today() {
      const { at, tz } = moment()
      return dayOf(at, tz)
    },
    add: (body) => inTurn(() => files.append(body)),
    addAll: (decide) =>
      inTurn(async () => {
        const events: ReviewEvent[] = []
        for (const body of decide()) events.push(await files.append(body))
        return events
      }),
  }
}
