/** What a slide shown in a window can ask for; a slide in print or as a thumbnail asks for nothing. */
export interface SlideActions {
  /** To a slide of the same deck, by its id. */
  readonly go?: (slide: string) => void
  /** An address outside. */
  readonly open?: (url: string) => void
  /** Puts text on the clipboard. */
  readonly copy?: (text: string) => void
}
