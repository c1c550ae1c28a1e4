import type { Json, TraceEvent } from '../../core/traces/digest.ts'

/** An event as it is recorded; `conn` names the connection, counted in each trace. */
export type RecordedEvent = Omit<TraceEvent, 'n'> & { readonly conn?: string }

/** A recording in the format `docker-trace/1`; docs/recording.md describes it. */
export interface Trace {
  readonly schema: 'docker-trace/1'
  readonly name: string
  readonly title: string
  readonly recordedWith: Readonly<Record<string, string>>
  readonly conditions: readonly string[]
  /** The parties that events name, as they are called in words. */
  readonly actors: Readonly<Record<string, string>>
  readonly facts?: Readonly<Record<string, Json>>
  readonly events: readonly (RecordedEvent & { readonly n: number })[]
  /** The registry's own access log. */
  readonly registryLog?: readonly string[]
}

/** Milliseconds as a trace says them: to a hundredth. */
export const toHundredths = (ms: number): number => Math.round(ms * 100) / 100

/** Puts events in the order of their times and numbers them; those of the same time keep their order. */
export const recordedInOrder = (events: readonly RecordedEvent[]): Trace['events'] =>
  events.toSorted((a, b) => a.t_ms - b.t_ms).map((event, i) => ({ n: i + 1, ...event }))
