import type { TalkClock } from '../../contract/talk.ts'

/** The count-up clock of a talk. It waits at zero until it is started by the first advance or by hand. */
export interface Clock extends TalkClock {
  readonly started: boolean
}

export const waitingClock: Clock = { elapsedMs: 0, runningSinceMs: null, started: false }

/** Milliseconds counted until `at`. A system clock that was set back counts as no time, never as negative time. */
export function elapsedAt(clock: TalkClock, at: number): number {
  return clock.elapsedMs + (clock.runningSinceMs === null ? 0 : Math.max(0, at - clock.runningSinceMs))
}

/** The clock running from `at`; the same object if it runs already. */
export function run(clock: Clock, at: number): Clock {
  return clock.runningSinceMs === null ? { ...clock, runningSinceMs: at, started: true } : clock
}

/** The clock standing since `at`; the same object if it stands already. */
export function stand(clock: Clock, at: number): Clock {
  return clock.runningSinceMs === null ? clock : { ...clock, elapsedMs: elapsedAt(clock, at), runningSinceMs: null }
}
