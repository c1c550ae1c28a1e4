import type { GlossaryTerm, Lang } from '../../contract/deck.ts'

const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
/** Syllables of one initial consonant: 21 vowels by 28 endings (The Unicode Standard, 3.12). */
const syllablesOfInitial = 588

/** A text with each Hangul syllable as its initial consonant: 컨테이너 is ㅋㅌㅇㄴ. */
export function choseongOf(text: string): string {
  return text.replace(/[가-힣]/g, (syllable) =>
    initials.charAt(Math.floor((syllable.charCodeAt(0) - 0xac00) / syllablesOfInitial)),
  )
}

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, '')

/**
 * The terms that a search finds, those whose name begins with it first, else in the order of the language. Names are
 * found in both languages and by their initial consonants, definitions by their words.
 */
export function termsFor(search: string, terms: readonly GlossaryTerm[], lang: Lang): readonly GlossaryTerm[] {
  const wanted = plain(search)
  const collator = new Intl.Collator(lang)
  const rank = ({ term, also, definition }: GlossaryTerm): number => {
    const names = [term[lang], term.ko, term.en, ...also].map(plain)
    const spelt = [...names, ...names.map(choseongOf)]
    if (spelt.some((name) => name.startsWith(wanted))) return 0
    if (spelt.some((name) => name.includes(wanted))) return 1
    return plain(definition[lang]).includes(wanted) ? 2 : 3
  }
  return terms
    .map((term) => ({ term, rank: rank(term) }))
    .filter((one) => one.rank < 3)
    .toSorted((a, b) => a.rank - b.rank || collator.compare(a.term.term[lang], b.term.term[lang]))
    .map((one) => one.term)
}
