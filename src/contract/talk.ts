/** One talk: what windows ask of it (intents) and what it tells them (snapshots). */
import * as v from 'valibot'
import type { DeckRef } from './deck.ts'

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const step = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))

/**
 * A place in a talk: the slide's id and the step on it, counted from 1. `asking`: the step's picture asks what will
 * happen and has not answered yet.
 */
export const placeSchema = v.strictObject({ slide: id, step, asking: v.exactOptional(v.literal(true)) })
export type Place = Readonly<v.InferOutput<typeof placeSchema>>

/** What a window may ask of the talk. */
export const intentSchema = v.variant('type', [
  v.strictObject({ type: v.literal('next') }),
  v.strictObject({ type: v.literal('previous') }),
  /** Goes on from a question to its answer, with one of its choices (from 0). */
  v.strictObject({ type: v.literal('choose'), choice: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)) }),
  v.strictObject({ type: v.literal('nextSlide') }),
  v.strictObject({ type: v.literal('previousSlide') }),
  v.strictObject({ type: v.literal('first') }),
  v.strictObject({ type: v.literal('last') }),
  v.strictObject({ type: v.literal('goTo'), place: placeSchema }),
  v.strictObject({ type: v.literal('back') }),
  v.strictObject({ type: v.literal('blackout'), on: v.optional(v.boolean()) }),
  v.strictObject({ type: v.literal('resetClock') }),
  v.strictObject({ type: v.literal('pauseClock'), on: v.optional(v.boolean()) }),
  v.strictObject({ type: v.literal('setKnob'), scene: id, knob: id, value: v.pipe(v.number(), v.finite()) }),
  /** Holds the step's motion at a share of it, from 0 to 1; null lets it go. Lost in a crash: it is only a look. */
  v.strictObject({ type: v.literal('scrub'), share: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))) }),
  /** Shows or hides the log of recorded events beside the picture. */
  v.strictObject({ type: v.literal('log'), on: v.optional(v.boolean()) }),
  /** Opens a recorded event in the log, by its reference; null goes back to the list. */
  v.strictObject({ type: v.literal('openEvent'), event: v.nullable(v.pipe(v.string(), v.maxLength(300))) }),
])
export type Intent = Readonly<v.InferOutput<typeof intentSchema>>

/** Settings of the pictures' knobs: scene id → knob id → value. */
export type KnobValues = Readonly<Record<string, Readonly<Record<string, number>>>>

/** A question of a picture was answered at this step: by one of its choices (from 0), or by just going on. */
export interface Answered {
  readonly chosen: number | null
}

/** The count-up clock, without a running number in it: windows count on from `runningSinceMs` by themselves. */
export interface TalkClock {
  /** Milliseconds counted before the current run. */
  readonly elapsedMs: number
  /** When the current run began (ms since 1970), or null while it stands. */
  readonly runningSinceMs: number | null
}

/** All that a window needs to draw a talk. */
export interface TalkSnapshot {
  readonly talkId: string
  readonly deck: DeckRef
  /** Rises with every change. */
  readonly revision: number
  readonly place: Place
  /** How the place's question was answered; null where none was asked just before. */
  readonly answered: Answered | null
  readonly mode: 'live' | 'black'
  readonly clock: TalkClock
  readonly knobs: KnobValues
  /** The share at which the step's motion is held, or null. */
  readonly scrub: number | null
  /** The log beside the picture, with the event that is open in it; null while it is hidden. */
  readonly log: { readonly event: string | null } | null
  /** Whether `back` has somewhere to return to. */
  readonly canGoBack: boolean
}
