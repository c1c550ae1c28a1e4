import type { EventRef } from '../../core/traces/digest.ts'

/** What a slide shown in a window can ask for; a slide in print or as a thumbnail asks for nothing. */
export interface SlideActions {
  /** To a slide of the same deck, by its id. */
  readonly go?: (slide: string) => void
  /** An address outside. */
  readonly open?: (url: string) => void
  /** Opens the recorded event that a mark of the picture shows. */
  readonly openEvent?: (event: EventRef) => void
  /** Shows or hides the log of recorded events. */
  readonly log?: () => void
  /** Puts text on the clipboard; resolves with whether it is there. */
  readonly copy?: (text: string) => Promise<boolean>
}
