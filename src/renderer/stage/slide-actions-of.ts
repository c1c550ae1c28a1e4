import type { SlideActions } from '../slide/slide-actions.ts'
import { ask } from '../shell.ts'
import type { TalkView } from './talk-view.svelte.ts'

/** What a slide in a window of the talk does: links move the talk or open outside, code goes to the clipboard. */
export function slideActions(view: TalkView): SlideActions {
  return {
    go: (slide) => view.send({ type: 'goTo', place: { slide, step: 1 } }),
    open: (url) => void view.attempt(() => ask('link:open', { url })),
    openEvent: (event) => view.send({ type: 'openEvent', event }),
    log: () => view.send({ type: 'log' }),
    copy: (text) => view.attempt(() => navigator.clipboard.writeText(text)),
  }
}
