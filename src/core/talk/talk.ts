import type { DeckRef } from '../../contract/deck.ts'
import type { Answered, Intent, KnobValues, Place, TalkSnapshot } from '../../contract/talk.ts'
import { run, stand, waitingClock, type Clock } from './talk-clock.ts'
import {
  asksAt,
  carry,
  firstPlace,
  lastPlace,
  samePlace,
  settle,
  slideFrom,
  stepFrom,
  type Outline,
} from './outline.ts'

/** One talk. Always the fold of its events over its start, so that a journal of them is enough to have it again. */
export interface TalkState {
  readonly talkId: string
  readonly deck: DeckRef
  readonly outline: Outline
  /** Always a slide of the outline and a step of that slide. */
  readonly place: Place
  /** How the question was answered that stood here before; null where none did. */
  readonly answered: Answered | null
  /** Rises by one with every event that changed something. */
  readonly revision: number
  readonly mode: 'live' | 'black'
  readonly clock: Clock
  readonly knobs: KnobValues
  readonly scrub: TalkSnapshot['scrub']
  readonly log: TalkSnapshot['log']
  /** Places left by jumps, the latest last. */
  readonly history: readonly Place[]
  /** The place of a slide that the deck lost, and where the talk has stood since; until somebody goes elsewhere. */
  readonly lost: { readonly place: Place; readonly stands: Place } | null
}

/** What happens to a talk: a window's intent, or the deck changed on disk. `at`: milliseconds since 1970. */
export type TalkEvent = (Intent | { readonly type: 'outline'; readonly outline: Outline }) & { readonly at: number }

export interface TalkStart {
  readonly talkId: string
  readonly deck: DeckRef
  readonly outline: Outline
  /** Where to begin; the first slide where it is missing or names no slide. */
  readonly place?: Place | undefined
}

/** How many jumps `back` can undo. */
const historyLength = 100

/** The talk before its first event. Throws a `RangeError` for an outline without slides: there is nothing to show. */
export function startTalk({ talkId, deck, outline, place }: TalkStart): TalkState {
  const first = (place && settle(outline, place)) ?? firstPlace(outline)
  if (!first) throw new RangeError('a talk needs at least one slide')
  return {
    talkId,
    deck,
    outline,
    place: first,
    answered: null,
    revision: 1,
    mode: 'live',
    clock: waitingClock,
    knobs: {},
    scrub: null,
    log: null,
    history: [],
    lost: null,
  }
}

/** To another place by walking. Walking lifts the black: whoever presses the clicker wants to be seen again. */
function walk(state: TalkState, place: Place | null, at: number, advances: boolean): TalkState {
  if (!place) return state.mode === 'black' ? { ...state, mode: 'live' } : state
  const clock = advances && !state.clock.started ? run(state.clock, at) : state.clock
  return { ...state, place, mode: 'live', clock }
}

/** From a question to its answer, by a choice or by just going on. */
function answer(state: TalkState, chosen: number | null, at: number): TalkState {
  return { ...walk(state, stepFrom(state.outline, state.place, 'forward'), at, true), answered: { chosen } }
}

/** To another place by a jump, which `back` undoes. The black stays: a place can be prepared unseen. */
function jump(state: TalkState, place: Place | null): TalkState {
  if (!place || samePlace(place, state.place)) return state
  return { ...state, place, history: [...state.history, state.place].slice(-historyLength) }
}

function back(state: TalkState): TalkState {
  const index = state.history.findLastIndex((place) => !samePlace(place, state.place))
  const place = state.history[index]
  return place ? { ...state, place, history: state.history.slice(0, index) } : state
}

function turnKnob(state: TalkState, scene: string, knob: string, value: number): TalkState {
  const own = Object.hasOwn(state.knobs, scene) ? state.knobs[scene] : undefined
  if (own && Object.hasOwn(own, knob) && own[knob] === value) return state
  return { ...state, knobs: { ...state.knobs, [scene]: { ...own, [knob]: value } } }
}

function pauseClock(state: TalkState, at: number, on: boolean | undefined): TalkState {
  const pauses = on ?? state.clock.runningSinceMs !== null
  const clock = pauses ? stand(state.clock, at) : run(state.clock, at)
  return clock === state.clock ? state : { ...state, clock }
}

function turnLog(state: TalkState, on: boolean | undefined): TalkState {
  const isOn = on ?? state.log === null
  if (isOn === (state.log !== null)) return state
  return { ...state, log: isOn ? { event: null } : null }
}

/** Opening an event shows the log with it. */
function openEvent(state: TalkState, event: string | null): TalkState {
  if (state.log ? state.log.event === event : event === null) return state
  return { ...state, log: { event } }
}

/** What belongs to the step alone ends with it: the held motion, the open event, how it was answered. */
function leaveStep(before: TalkState, after: TalkState): TalkState {
  if (samePlace(before.place, after.place)) return after
  const answered = after.answered === before.answered ? null : after.answered
  return { ...after, scrub: null, log: after.log && { event: null }, answered }
}

/**
 * A deck that lost all its slides is most likely being saved: the talk waits for the next change. A slide that comes back
 * is returned to.
 */
function reoutline(state: TalkState, outline: Outline): TalkState {
  const place = (state.lost && settle(outline, state.lost.place)) ?? carry(state.place, state.outline, outline)
  if (!place || JSON.stringify(outline) === JSON.stringify(state.outline)) return state
  const history = state.history.flatMap((left) => carry(left, state.outline, outline) ?? [])
  const answered = asksAt(outline, place) ? state.answered : null
  return { ...state, outline, place, answered, history, lost: lostAt(state, outline, place) }
}

function lostAt(state: TalkState, outline: Outline, place: Place): TalkState['lost'] {
  const lost = state.lost?.place ?? state.place
  if (place.slide === lost.slide || settle(outline, lost)) return null
  // Under another name it is not lost.
  return state.outline.slides.some(({ id }) => id === place.slide) ? { place: lost, stands: place } : null
}

function apply(state: TalkState, event: TalkEvent): TalkState {
  const { outline, place } = state
  switch (event.type) {
    case 'next':
      if (place.asking) return answer(state, null, event.at)
      return walk(state, stepFrom(outline, place, 'forward'), event.at, true)
    case 'choose':
      return place.asking ? answer(state, event.choice, event.at) : state
    case 'previous':
      return walk(state, stepFrom(outline, place, 'backward'), event.at, false)
    case 'nextSlide':
      return walk(state, slideFrom(outline, place, 'forward'), event.at, true)
    case 'previousSlide':
      return walk(state, slideFrom(outline, place, 'backward'), event.at, false)
    case 'first':
      return jump(state, firstPlace(outline))
    case 'last':
      return jump(state, lastPlace(outline))
    case 'goTo':
      return jump(state, settle(outline, event.place))
    case 'back':
      return back(state)
    case 'blackout': {
      const mode = (event.on ?? state.mode === 'live') ? 'black' : 'live'
      return mode === state.mode ? state : { ...state, mode }
    }
    case 'resetClock':
      return state.clock.started ? { ...state, clock: waitingClock } : state
    case 'pauseClock':
      return pauseClock(state, event.at, event.on)
    case 'setKnob':
      return turnKnob(state, event.scene, event.knob, event.value)
    case 'scrub':
      return state.scrub === event.share ? state : { ...state, scrub: event.share }
    case 'log':
      return turnLog(state, event.on)
    case 'openEvent':
      return openEvent(state, event.event)
    case 'outline':
      return reoutline(state, event.outline)
  }
}

/**
 * The talk after an event. An event that changes nothing (past the end, an unknown slide, black while black) gives
 * back the same object, so that the revision counts changes only. Scrubbing does not count: it comes many times a
 * second and is not kept, and the revision after a crash must not be lower than one that a window has seen.
 */
export function reduce(state: TalkState, event: TalkEvent): TalkState {
  const next = apply(state, event)
  if (next === state || event.type === 'scrub') return next
  const left = leaveStep(state, next)
  const isElsewhere = left.lost !== null && !samePlace(left.place, left.lost.stands)
  return { ...left, ...(isElsewhere ? { lost: null } : {}), revision: state.revision + 1 }
}

/** What windows get of a talk. */
export function snapshotOf(state: TalkState): TalkSnapshot {
  const { talkId, deck, revision, place, answered, mode, clock, knobs, scrub, log, history } = state
  return {
    talkId,
    deck,
    revision,
    place,
    answered,
    mode,
    clock: { elapsedMs: clock.elapsedMs, runningSinceMs: clock.runningSinceMs },
    knobs,
    scrub,
    log,
    canGoBack: history.some((left) => !samePlace(left, place)),
  }
}
