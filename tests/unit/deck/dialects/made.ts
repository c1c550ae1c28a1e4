import type { Deck, Dialect } from '../../../../src/contract/deck.ts'
import { oursOf, readDeck, type ReadSetting } from '../../../../src/core/deck/index.ts'

const ref = { course: 'talks', name: 'talk', lang: 'en' } as const

/** A file of another format, read. */
export const read = (text: string, more: Partial<ReadSetting> = {}): Deck =>
  readDeck(text, { file: 'talk.md', ref, scenes: {}, ...more }).deck

/** What is written in our format for it, without the deck's own block. */
export function written(text: string, dialect?: Dialect, includes?: ReadonlyMap<string, string>): string {
  const ours = oursOf(text, { ref, ...(dialect ? { dialect } : {}), includes })?.text ?? text
  return ours.slice(ours.indexOf('---\nid: '))
}

/** What is left out of a deck, as `line kind source ×slides`. */
export const leftOut = (deck: Deck): string[] =>
  (deck.opened?.leftOut ?? []).map(({ line, kind, source, slides }) => `${line} ${kind} ${source} ×${slides}`)

/** The slides of a deck, as `id (steps)`. */
export const outline = (deck: Deck): string[] =>
  deck.slides.map(({ id, steps }) => (steps === 1 ? id : `${id} (${steps})`))
