import type { SlideReading } from './slide.ts'
import type { SourceSection } from './source.ts'

/** Remembers how the slides of one file read, so that reading it again costs no more than what has changed in it. */
export interface DeckMemo {
  /** Begins a reading; what was read in another context (language, scenes, questions) is forgotten. */
  begin(context: readonly unknown[]): void
  /** The reading of a section wherever it stands now, from memory where it is the same text. */
  reading(section: SourceSection, read: () => SlideReading): SlideReading
}

export function createDeckMemo(): DeckMemo {
  let context: readonly unknown[] = []
  let before = new Map<string, SlideReading>()
  let now = new Map<string, SlideReading>()
  return {
    begin(next) {
      const isSame = next.length === context.length && next.every((one, index) => one === context[index])
      before = isSame ? now : new Map<string, SlideReading>()
      now = new Map<string, SlideReading>()
      context = next
    },
    reading({ open, yaml, close, body }, read) {
      const text = open + yaml + close + body
      const reading = now.get(text) ?? before.get(text) ?? read()
      now.set(text, reading)
      return reading
    },
  }
}
