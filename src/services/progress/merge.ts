import type { ReviewEvent } from '../../contract/review.ts'
import { deviceOf } from '../../core/review/device-of.ts'

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

/** Events of one device in the order in which they happened, whatever its clock said. */
const bySeq = (a: ReviewEvent, b: ReviewEvent): number =>
  compare(a.seq, b.seq) || compare(a.at, b.at) || compare(a.id, b.id)

/**
 * All events in one order, the same however they came together. Those of one device stand as they happened (by `seq`),
 * even where its clock was set back; between devices the clock decides, where a device's time never goes back: an event
 * counts as no earlier than the one before it. `at` stays what the clock said.
 */
export function byTime(events: Iterable<ReviewEvent>): readonly ReviewEvent[] {
  const devices = new Map<string, ReviewEvent[]>()
  for (const event of events) {
    const device = deviceOf(event.id)
    const own = devices.get(device)
    if (own) own.push(event)
    else devices.set(device, [event])
  }
  const [only] = devices.values()
  if (only && devices.size === 1) return only.sort(bySeq)
  const placed: { readonly time: number; readonly device: string; readonly event: ReviewEvent }[] = []
  for (const [device, own] of devices) {
    let time = 0
    for (const event of own.sort(bySeq)) {
      time = Math.max(time, event.at)
      placed.push({ time, device, event })
    }
  }
  // Sorting is stable: within a device, equal times keep the order of `seq`.
  return placed.sort((a, b) => compare(a.time, b.time) || compare(a.device, b.device)).map(({ event }) => event)
}

/** Whether a list is the whole of one device's log as it was written: nearly always so, and then it is in order and has no id twice. */
function isOneLog(list: readonly ReviewEvent[]): boolean {
  const [first, last] = [list[0], list.at(-1)]
  if (!first || !last || deviceOf(first.id) !== deviceOf(last.id)) return false
  // Between two ids of one device no other device's id can sort.
  return list.every((event, index) => {
    const before = list[index - 1]
    return before === undefined || (before.id < event.id && before.seq < event.seq)
  })
}

/**
 * The union of events by id. Where one id stands for two different events, which only tampering or a damage that no
 * checksum finds can bring about, the one whose JSON sorts first is taken, so that every device takes the same.
 * @returns the events in order, and the ids of which more than one event was found
 */
export function unionOf(...lists: readonly (readonly ReviewEvent[])[]): {
  readonly events: readonly ReviewEvent[]
  readonly conflicts: readonly string[]
} {
  const filled = lists.filter((list) => list.length > 0)
  const [only = []] = filled
  if (filled.length <= 1 && isOneLog(only)) return { events: only, conflicts: [] }
  const byId = new Map<string, ReviewEvent>()
  const conflicts = new Set<string>()
  for (const list of filled)
    for (const event of list) {
      const known = byId.get(event.id)
      if (known === undefined) {
        byId.set(event.id, event)
        continue
      }
      if (known === event) continue
      const [one, other] = [JSON.stringify(known), JSON.stringify(event)]
      if (one === other) continue
      conflicts.add(event.id)
      if (other < one) byId.set(event.id, event)
    }
  return { events: byTime(byId.values()), conflicts: [...conflicts].sort() }
}

/** Adds events to those that are in order; fast for the next event of the device that wrote the last one. */
export function withEvents(events: readonly ReviewEvent[], added: readonly ReviewEvent[]): readonly ReviewEvent[] {
  const [last, first] = [events.at(-1), added[0]]
  const isNext = last && first && deviceOf(last.id) === deviceOf(first.id) && last.seq < first.seq
  return isNext && added.length === 1 ? [...events, first] : unionOf(events, added).events
}
