import { describe, expect, it } from 'vitest'
import type { Deck, Lang, Problem } from '../../../src/contract/deck.ts'
import { parseCourse, parseDeck, pathDecks } from '../../../src/core/deck/index.ts'
import { codes, places } from './deck-of.ts'

type Slides = Readonly<Record<string, string>>

/** A deck of slides by id, each with a body and ten planned seconds. */
function deckOf(name: string, slides: Slides, lang: Lang = 'ko'): Deck {
  const text = Object.entries(slides).map(([id, body]) => `---\nid: ${id}\nseconds: 10\n---\n\n## ${id}\n\n${body}\n\n`)
  const file = `${name}.${lang}.md`
  return parseDeck(`---\ntitle: ${name}\n---\n\n${text.join('')}`, {
    file,
    ref: { course: 'c', name, lang },
    scenes: {},
  }).deck
}

const a = deckOf('a', { one: '하나 [둘](#two) [셋](#three)', two: '둘', three: '셋' })
const b = deckOf('b', { one: '비 하나 [여기](#one) [다음](#end)', end: '끝' })

function pathsOf(
  yaml: string,
  decks: readonly Deck[] = [a, b],
): { decks: readonly Deck[]; problems: readonly Problem[] } {
  const { course, problems } = parseCourse(yaml, 'course.yaml')
  const made = pathDecks(course.paths, decks, 'course.yaml')
  return { decks: made.decks, problems: [...problems, ...made.problems] }
}
const path = (...slides: string[]) =>
  `paths:\n  - id: short\n    title: { ko: 짧게, en: Short }\n    slides:\n${slides.map((one) => `      - ${one}\n`).join('')}`
const ids = (deck: Deck | undefined) => deck?.slides.map(({ id }) => id)

describe('a path', () => {
  it('is a deck of the slides that it names: single ones, ranges and whole decks', () => {
    const { decks, problems } = pathsOf(path('b#end', 'a#two..three', 'a#one'))
    expect(problems).toEqual([])
    expect(decks).toHaveLength(1)
    expect(decks[0]).toMatchObject({
      ref: { course: 'c', name: 'path:short', lang: 'ko' },
      file: 'course.yaml',
      title: '짧게',
      problems: [],
    })
    expect(ids(decks[0])).toEqual(['end', 'two', 'three', 'one'])
    expect(ids(pathsOf(path('a')).decks[0])).toEqual(['one', 'two', 'three'])
  })

  it('takes the minutes that are written, else those of its slides', () => {
    expect(pathsOf(path('a', 'b#end')).decks[0]?.minutes).toBe(1)
    expect(pathsOf(`${path('a')}    minutes: 7.5\n`).decks[0]?.minutes).toBe(7.5)
    expect(pathsOf(path('a')).decks[0]?.slides.map(({ seconds }) => seconds)).toEqual([10, 10, 10])
  })

  it('tells slides of two decks with the same id apart, and each link goes to its own', () => {
    const [deck] = pathsOf(path('a', 'b')).decks
    expect(ids(deck)).toEqual(['one', 'two', 'three', 'one-b', 'end'])
    expect(deck?.slides[0]?.html).toContain('<a href="#two">둘</a> <a href="#three">셋</a>')
    expect(deck?.slides[3]?.html).toContain('<a href="#one-b">여기</a> <a href="#end">다음</a>')
  })

  it('keeps an id free that the deck has anyway', () => {
    const odd = deckOf('a', { 'one-b': '', one: '' })
    expect(ids(pathsOf(path('a', 'b#one'), [odd, b]).decks[0])).toEqual(['one-b', 'one', 'one-b-2'])
  })

  it('has text where a link would leave it, in the body, the title and the notes', () => {
    const linked = deckOf('a', {
      one: '가 [**나**](#two "밖 > 안") 다 [밖](https://example.com)\n\n<!-- 말 [둘](#two) -->',
      two: '',
    })
    const [slide] = pathsOf(path('a#one'), [linked]).decks[0]?.slides ?? []
    expect(slide?.html).toContain('가 <strong>나</strong> 다 <a href="https://example.com">밖</a>')
    expect(slide?.notes[0]?.html).toBe('<p>말 둘</p>')
  })

  it.each([
    ['quotes in a title', `[나](#two "밖 '안' \\"밖\\"")`, '<p>나</p>'],
    ['an image in the link', '[![그림](a.png)](#two)', '<img'],
    ['an entity beside it', '&lt;a href="#two"&gt; [나](#two)', '<p>&#x3C;a href="#two"> 나</p>'],
    [
      'code that looks like a link',
      '`<a href="#two">나</a>` [나](#two)',
      '<code>&#x3C;a href="#two">나&#x3C;/a></code> 나',
    ],
    ['an address in capitals', '<A HREF="#two">나</A>', '<p>나</p>'],
    ['an encoded address', '[나](#%EB%91%98)', '<p>나</p>'],
  ])('takes away the link and nothing else with %s', (_, written, shown) => {
    const linked = deckOf('a', { one: written, two: '', 둘: '' })
    const [slide] = pathsOf(path('a#one'), [linked]).decks[0]?.slides ?? []
    expect(slide?.html).toContain(shown)
    expect(slide?.html).not.toMatch(/<a\b/)
  })

  it('lets a link with a name in Hangul lead on', () => {
    const linked = deckOf('a', { one: '[나](#둘)', 둘: '' })
    expect(pathsOf(path('a'), [linked]).decks[0]?.slides[0]?.html).toContain('<a href="#')
  })

  it('keeps the footnotes of two slides apart', () => {
    const noted = (name: string) => deckOf(name, { one: `${name}[^1]\n\n[^1]: 각주` })
    const [first, second] = pathsOf(path('a', 'b'), [noted('a'), noted('b')]).decks[0]?.slides ?? []
    const inside = (html = '') => [...html.matchAll(/(?:id="|href="#)(user-content[^"]*)/g)].map(([, id]) => id)
    expect(inside(first?.html).filter((id) => inside(second?.html).includes(id))).toEqual([])
    expect(inside(second?.html).toSorted()).toEqual(
      inside(first?.html)
        .map((id) => id?.replace('-one-', '-one-b-'))
        .toSorted(),
    )
    expect(inside(second?.html)).toHaveLength(4)
  })

  it('is there in every language that one of its decks has, with the others in theirs', () => {
    const english = deckOf('a', { one: '', two: '' }, 'en')
    const { decks, problems } = pathsOf(`${path('a')}  - id: long\n    title: 길게\n    slides: [a, b]\n`, [
      a,
      b,
      english,
    ])
    expect(problems).toEqual([])
    expect(decks.map(({ ref, title }) => `${ref.name}.${ref.lang} ${title}`)).toEqual([
      'path:short.ko 짧게',
      'path:short.en Short',
      'path:long.ko 길게',
      'path:long.en 길게',
    ])
    expect(ids(decks[1])).toEqual(['one', 'two'])
    expect(decks[3]?.slides.map(({ id, lang }) => [id, lang])).toEqual([
      ['one', undefined],
      ['two', undefined],
      ['one-b', 'ko'],
      ['end', 'ko'],
    ])
    expect(decks[2]?.slides.filter(({ lang }) => lang !== undefined)).toEqual([])
  })

  it('carries the errors of its slides, so that nobody exports them', () => {
    const broken = deckOf('a', { one: '[x](#nowhere)', two: '' })
    expect(codes(pathsOf(path('a#one'), [broken]).decks[0]?.problems ?? [])).toEqual(['bad-link'])
    expect(pathsOf(path('a#two'), [broken]).decks[0]?.problems).toEqual([])
  })
})

describe('what is wrong with paths', () => {
  it('is told at its place, and the rest works', () => {
    const { decks, problems } = pathsOf(path('c#one', 'a#on', 'a#one', 'a#three..two', 'a#one..nine', 'a#one'))
    expect(places(problems)).toEqual([
      'unknown-deck@5:9',
      'unknown-slide@6:9',
      'backward-range@8:9',
      'unknown-slide@9:9',
      'repeated-slide@10:9',
    ])
    expect(problems[1]?.fix?.en).toBe('one')
    expect(ids(decks[0])).toEqual(['one'])
    expect(codes(decks[0]?.problems ?? [])).toEqual(codes(problems))
  })

  it('is told once for both languages, and not where only a translation is missing', () => {
    const english = deckOf('a', { one: '' }, 'en')
    const { decks, problems } = pathsOf(path('a#no', 'a#two', 'a#one'), [a, english])
    expect(places(problems)).toEqual(['unknown-slide@5:9'])
    expect(decks.map(ids)).toEqual([['two', 'one'], ['one']])
  })

  it('may be that nothing is left of it', () => {
    expect(places(pathsOf('paths:\n  - id: none\n    title: 없음\n    slides: []\n').problems)).toEqual([
      'empty-path@2:5',
    ])
    const apart = [a, deckOf('b', { one: '' }, 'en')]
    expect(places(pathsOf(path('b#two'), apart).problems)).toEqual(['unknown-slide@5:9'])
    expect(pathsOf(path('a', 'b'), apart).decks.map(({ ref }) => ref.lang)).toEqual(['ko', 'en'])
  })

  it('may be its block', () => {
    const yaml = `paths:
  - id: one
    title: 하나
    slides: [a]
  - id: one
    title: 둘
    slide: [a]
  - title: 3
    slides: [a, 'a##x']
    minutes: 0
  - id: Four Paths
    title: 넷
    slides: a
  - 다섯
`
    const { decks, problems } = pathsOf(yaml)
    expect(places(problems)).toEqual([
      'unknown-key@7:5',
      'missing-key@5:5',
      'bad-value@8:12',
      'bad-value@9:17',
      'bad-value@10:14',
      'bad-value@13:13',
      'bad-value@14:5',
      'duplicate-id@5:9',
      'missing-id@8:5',
      'bad-id@11:9',
    ])
    expect(decks.map(({ ref }) => ref.name)).toEqual(['path:one'])
    expect(places(pathsOf('paths: one\n').problems)).toEqual(['bad-value@1:8'])
  })
})
