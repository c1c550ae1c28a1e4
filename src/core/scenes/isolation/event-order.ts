import type { EventRef } from '../../traces/digest.ts'

const number = (ref: EventRef): number => Number(ref.slice(ref.lastIndexOf('#') + 1))
const recording = (ref: EventRef): string => ref.slice(0, ref.lastIndexOf('#'))

/** Events by recording, as first named, and within one recording in the order in which they happened. */
export function eventsInOrder(...refs: readonly EventRef[]): EventRef[] {
  const all = [...new Set(refs)]
  const recordings = [...new Set(all.map(recording))]
  return recordings.flatMap((of) => all.filter((ref) => recording(ref) === of).sort((a, b) => number(a) - number(b)))
}
