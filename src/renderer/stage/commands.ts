import type { Action, KeyCommand } from '../../core/keys/index.ts'
import type { Intent } from '../../contract/talk.ts'
import { look } from '../look/look.svelte.ts'
import { ask } from '../shell.ts'
import { likelyFollowUps } from './likely-follow-ups.ts'
import type { TalkView } from './talk-view.svelte.ts'

/** What an action asks of the talk, where it asks something of the talk and nothing else. */
const intents: Partial<Record<Action, Intent>> = {
  next: { type: 'next' },
  previous: { type: 'previous' },
  nextSlide: { type: 'nextSlide' },
  previousSlide: { type: 'previousSlide' },
  first: { type: 'first' },
  last: { type: 'last' },
  back: { type: 'back' },
  blackout: { type: 'blackout' },
  log: { type: 'log' },
  pauseClock: { type: 'pauseClock' },
  resetClock: { type: 'resetClock' },
}

/** Sizes of the notes: the smallest, the largest, and how far one press goes. */
const scale = { least: 0.8, most: 3, step: 0.1 } as const

function resizeNotes(view: TalkView, wanted: number): void {
  const notesScale = Math.round(Math.min(scale.most, Math.max(scale.least, wanted)) * 10) / 10
  if (notesScale !== look.settings.notesScale) void view.attempt(() => look.change({ notesScale }))
}

/** To the slide that answers the n-th likely follow-up, if the deck has one. */
export function goToFollowUp(view: TalkView, number: number): void {
  if (!view.slide || !view.reading) return
  const target = likelyFollowUps(view.slide, view.reading.questions, view.slides)[number - 1]?.slide
  if (target) view.send({ type: 'goTo', place: { slide: target.id, step: 1 } })
}

/**
 * Does what a key asks for where that is the same in every window of the talk.
 * @returns whether it was
 */
export function runCommand(view: TalkView, { action, digit }: KeyCommand): boolean {
  const intent = intents[action]
  if (intent) view.send(intent)
  else if (action === 'followUp') goToFollowUp(view, digit)
  else if (action === 'fullScreen') void view.attempt(() => ask('window:fullscreen', {}))
  else if (action === 'swapDisplays') void view.attempt(() => ask('window:swapDisplays'))
  else if (action === 'notesLarger') resizeNotes(view, look.settings.notesScale + scale.step)
  else if (action === 'notesSmaller') resizeNotes(view, look.settings.notesScale - scale.step)
  else if (action === 'notesNormal') resizeNotes(view, 1)
  else if (action === 'leave') {
    if (view.snapshot?.mode === 'black') view.send({ type: 'blackout', on: false })
    else if (view.snapshot?.log) view.send({ type: 'log', on: false })
    else void view.attempt(() => ask('window:fullscreen', { on: false }))
  } else return false
  return true
}
