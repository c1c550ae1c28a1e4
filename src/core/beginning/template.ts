/** What a new deck begins with: an example that is small, right and there to be written over. */
import type { Text } from '../../contract/deck.ts'
import type { QuestionBlock, SlideBlock } from '../deck/schema.ts'

export interface SlideDraft {
  readonly keys: SlideBlock
  /** Markdown with its heading; empty where the question that it asks says all. */
  readonly body: Text
  readonly notes: Text
}

export interface QuestionDraft {
  readonly keys: QuestionBlock
  /** Markdown with its heading and the parts of an answer. */
  readonly body: Text
}

/** A file beside the deck that one of its slides shows. */
export interface PictureDraft {
  readonly name: string
  readonly text: string
}

export interface Template {
  readonly slides: readonly SlideDraft[]
  /** Each is asked by the slide that names it in `asks`. */
  readonly questions: readonly QuestionDraft[]
  readonly pictures?: readonly PictureDraft[]
}
