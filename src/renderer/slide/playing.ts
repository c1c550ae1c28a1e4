import type { Attachment } from 'svelte/attachments'

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
  }
