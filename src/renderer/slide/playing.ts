import type { Attachment } from 'svelte/attachments'

/**
 * Leaves the focus to nothing where a pointer gave it to video or audio: its keys are the talk's then. A part of the browser's
 * own has it, which no page can take it from by name.
 */
function keepKeys({ target }: FocusEvent): void {
  if (!(target instanceof HTMLMediaElement) || target.matches(':focus-visible')) return
  setTimeout(() => {
    const nothing = Object.assign(document.createElement('span'), { tabIndex: -1 })
    document.body.append(nothing)
    nothing.focus({ preventScroll: true })
    nothing.remove()
  })
}

/**
 * Lets video and audio of a slide be played where the talk is given, and only while the slide is there: with controls, and stopped
 * when it is left. Everywhere else they are stills.
 */
export const playing =
  (plays: boolean, content: string): Attachment<HTMLElement> =>
  (element) => {
    if (!/<(?:video|audio)/.test(content)) return
    for (const media of element.querySelectorAll<HTMLMediaElement>('[data-media]')) {
      media.controls = plays
      if (!plays) media.pause()
    }
    element.addEventListener('focusin', keepKeys)
    return () => element.removeEventListener('focusin', keepKeys)
  }
