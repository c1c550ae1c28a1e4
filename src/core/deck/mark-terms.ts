import type { GlossaryTerm } from '../../contract/deck.ts'

/** Where nothing is marked: links, headings, code, drawings, and what can be pressed. */
const skipped = new Set('a button code dfn kbd pre samp summary svg th h1 h2 h3 h4 h5 h6'.split(' '))

/** The first syllable of what may follow a Korean noun: particles and forms of `이다`. Any other makes another word. */
const particles = '은는이가을를과와의에도로으만까부보처나라며란랑들마조인일입였예다든뿐끼별용'

interface Finder {
  /** One group a spelling. */
  readonly pattern: RegExp
  /** The ids of the terms that the groups stand for. */
  readonly ids: readonly string[]
}

/** Made once for a glossary, however many slides it is looked for in. */
const finders = new WeakMap<readonly GlossaryTerm[], Finder>()

/**
 * Marks the first place of each term in the body of a slide: `<dfn data-term="ID" tabindex="0">`. Longer terms come
 * before shorter ones in them. Not in links, headings and code.
 * @param html as the parser of decks wrote it
 */
export function markTerms(html: string, terms: readonly GlossaryTerm[]): string {
  if (terms.length === 0 || html === '') return html
  const { pattern, ids } = finderOf(terms)
  const marked = new Set<string>()
  let inside = 0
  return html.replace(/<(\/?)([a-z][a-z0-9]*)(?:[^>"]|"[^"]*")*>|[^<]+/g, (part, closing?: string, tag?: string) => {
    if (tag !== undefined) {
      if (skipped.has(tag)) inside += closing === '/' ? -1 : 1
      return part
    }
    if (inside > 0) return part
    return part.replace(pattern, (found: string, ...groups: unknown[]) => {
      const id = ids[groups.findIndex((group) => group !== undefined)]
      if (id === undefined || marked.has(id)) return found
      marked.add(id)
      return `<dfn data-term="${id}" tabindex="0">${found}</dfn>`
    })
  })
}

function finderOf(terms: readonly GlossaryTerm[]): Finder {
  const known = finders.get(terms)
  if (known !== undefined) return known
  const spellings = terms
    .flatMap(({ id, term, also }) => [...new Set([term.ko, term.en, ...also])].map((text) => ({ id, text })))
    .toSorted((a, b) => b.text.length - a.text.length)
  const groups = spellings.map(({ text }) => `(${patternOf(text)})`)
  const finder: Finder = {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}_/@.-])(?:${groups.join('|')})`, 'gu'),
    ids: spellings.map(({ id }) => id),
  }
  finders.set(terms, finder)
  return finder
}

/** A spelling as it may stand in a sentence: one in small letters may begin it, an English one may be a plural. */
function patternOf(spelling: string): string {
  const inHtml = spelling.trim().replace(/&/g, '&#x26;').replace(/</g, '&#x3C;')
  const escaped = inHtml.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+')
  if (/[가-힣]$/.test(spelling)) return `${escaped}(?=[${particles}]|(?![가-힣A-Za-z0-9_]))`
  const first = escaped.charAt(0)
  const isSmall = /[a-z]/.test(first) && spelling === spelling.toLowerCase()
  const cased = isSmall ? `[${first}${first.toUpperCase()}]${escaped.slice(1)}` : escaped
  const counted = /[^aeiou]y$/.test(cased) ? `${cased.slice(0, -1)}(?:y|ies)` : `${cased}(?:e?s)?`
  return `${counted}(?![A-Za-z0-9_]|[-./@][A-Za-z0-9])`
}
