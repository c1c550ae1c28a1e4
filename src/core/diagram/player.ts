import { timer } from 'd3'
import { between } from './between.ts'
import type { Frame } from './mark.ts'

export interface Motion {
  /** Null: as long as what happens in it. */
  readonly ms: number | null
  readonly flights: boolean
}

export const STILL: Motion = { ms: 0, flights: false }
/** After a knob is turned that sends nothing. */
export const TURN: Motion = { ms: 300, flights: false }

/** How to get from where a knob stood to where it stands: what it sends is worth watching in full. */
export function turning(was: Pick<Frame, 'flights'>, now: Pick<Frame, 'flights'>): Motion {
  const flew = new Set(was.flights.map(({ key }) => key))
  return now.flights.some(({ key, sent }) => sent && !flew.has(key)) ? { ms: null, flights: true } : TURN
}

/** How to get from one step to another: only a single step forward is worth watching in full. */
export function motion(from: number, to: number): Motion {
  if (to === from + 1) return { ms: null, flights: true }
  if (to === from - 1) return { ms: 260, flights: false }
  return STILL
}

/** Calls `tick` with the milliseconds passed, picture by picture, until stopped. */
export type Clock = (tick: (elapsedMs: number) => void) => { stop(): void }

/** The one clock of a picture. Interrupting it leaves nothing behind: the next move starts from what is shown. */
export class Player {
  readonly #draw: (frame: Frame) => void
  readonly #clock: Clock
  #shown: Frame | undefined
  #running: ReturnType<Clock> | undefined

  constructor(draw: (frame: Frame) => void, clock: Clock = timer) {
    this.#draw = draw
    this.#clock = clock
  }

  go(frame: Frame, { ms, flights }: Motion): void {
    this.stop()
    if (!this.#shown || ms === 0) {
      this.#show(frame)
      return
    }
    // Made before the clock starts, so that no picture of the way has to wait for it.
    const at = between(this.#shown, frame, flights)
    const whole = ms ?? at.ms
    this.#running = this.#clock((elapsedMs) => {
      if (elapsedMs >= whole) this.stop()
      this.#show(at(Math.min(1, elapsedMs / whole)))
    })
  }

  stop(): void {
    this.#running?.stop()
    this.#running = undefined
  }

  #show(frame: Frame): void {
    this.#shown = frame
    this.#draw(frame)
  }
}
