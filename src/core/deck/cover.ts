import { toHtml } from 'hast-util-to-html'
import type { Deck, Slide } from '../../contract/deck.ts'
import { t } from '../words/t.ts'

/** The id of a cover that Lectern makes: the same in every deck and language, so that places in a talk stay. */
const coverId = 'lectern-cover'

/** So many rows stand below a title; of more sections the last row says how many there are. */
const [mostHeadings, mostSections] = [3, 4]

const about = t('다루는 것', 'What it is about')
const others = (count: number) => t(`외 ${count}개`, `and ${count} more`)

/**
 * A deck that opens with a cover: where nobody wrote one, it is made of what is known of the deck. None is made where the
 * deck says `cover: false` or no title, for a slide alone, or before a slide that is called as the deck is.
 */
export function withCover(deck: Deck): Deck {
  const [first, ...more] = deck.slides
  if (deck.hasNoCover === true || first === undefined || more.length === 0) return deck
  if (first.layout === 'title' || alike(first.title, deck.title)) return deck
  if (deck.slides.some(({ id }) => id === coverId)) return deck
  return { ...deck, slides: [coverOf(deck), ...deck.slides] }
}

const alike = (one: string, other: string): boolean => plain(one) === plain(other)
const plain = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

const text = (value: string): string => toHtml({ type: 'text', value })

function coverOf({ title, slides, ref: { lang } }: Deck): Slide {
  const rows = contentsOf(slides, (count) => others(count)[lang])
  const list = rows.map((row) => `<li>${text(row)}</li>`).join('')
  return {
    id: coverId,
    isMade: true,
    line: 1,
    layout: 'title',
    title,
    titleHtml: text(title),
    html: rows.length === 0 ? '' : `<p>${about[lang]}</p><ul>${list}</ul>`,
    steps: 1,
    scene: null,
    notes: [],
    seconds: null,
    covers: [],
    asks: [],
    facts: [],
    question: null,
    problems: [],
  }
}

const isCalled = ({ title, problems }: Slide): boolean =>
  title !== '' && !problems.some(({ code }) => code === 'title-missing')

/** What a deck is about: its sections, or where there are none the headings that it begins with. */
function contentsOf(slides: readonly Slide[], andMore: (count: number) => string): readonly string[] {
  const headings = (all: readonly Slide[]): string[] => [
    // A slide without a heading is called after its id, which is nothing to read.
    ...new Set(all.filter(isCalled).map(({ title }) => title)),
  ]
  const sections = headings(slides.filter(({ layout }) => layout === 'section'))
  if (sections.length === 0) return headings(slides).slice(0, mostHeadings)
  if (sections.length <= mostSections) return sections
  return [...sections.slice(0, mostSections - 1), andMore(sections.length - mostSections + 1)]
}
