/**
 * What the interface says. One file a window, each with `ko` and, held to the same shape by its type, `en`;
 * a message is a string, or a function where it carries numbers or names.
 */
import type { Lang, Text } from '../../contract/deck.ts'
import { look } from '../look/look.svelte.ts'
import { deck } from './deck.ts'
import { gallery } from './gallery.ts'
import { library } from './library.ts'
import { presenter } from './presenter.ts'
import { print } from './print.ts'
import { review } from './review.ts'
import { reviewFiles } from './review-files.ts'
import { reviewMock } from './review-mock.ts'
import { reviewStatistics } from './review-statistics.ts'
import { shared } from './shared.ts'

const inLang = (lang: Lang) => ({
  shared: shared[lang],
  library: library[lang],
  deck: deck[lang],
  gallery: gallery[lang],
  presenter: presenter[lang],
  print: print[lang],
  review: review[lang],
  reviewFiles: reviewFiles[lang],
  reviewMock: reviewMock[lang],
  reviewStatistics: reviewStatistics[lang],
})

export type Words = ReturnType<typeof inLang>
const all: Readonly<Record<Lang, Words>> = { ko: inLang('ko'), en: inLang('en') }

/** All messages in the language of the interface; reactive where it is read in markup, `$derived` or `$effect`. */
export function words(): Words {
  return all[look.lang]
}

/** All messages in one given language, such as that of a deck. */
export function wordsIn(lang: Lang): Words {
  return all[lang]
}

/** A two-language sentence of the contract in the language of the interface; reactive like `words()`. */
export function say(text: Text): string {
  return text[look.lang]
}
