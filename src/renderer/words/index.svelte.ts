/**
 * What the interface says. One file a window or a part of it, each with `ko` and, held to the same shape by its type,
 * `en`; a message is a string, or a function where it carries numbers or names. A window imports its own words only.
 */
import type { Text } from '../../contract/deck.ts'
import { look } from '../look/look.svelte.ts'
import type { InBoth } from './in-both.ts'

/** These words in the language of the interface; reactive where it is read in markup, `$derived` or `$effect`. */
export function words<W>(both: InBoth<W>): W {
  return both[look.lang]
}

/** A two-language sentence of the contract in the language of the interface; reactive like `words`. */
export function say(text: Text): string {
  return text[look.lang]
}
