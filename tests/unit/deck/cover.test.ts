import { describe, expect, it, test } from 'vitest'
import { carry, outlineOf } from '../../../src/core/talk/outline.ts'
import { parseDeck, skimDeck, slideNumber, withCover, writtenSlides } from '../../../src/core/deck/index.ts'
import { parsed, setting } from './deck-of.ts'

const head = (keys = ''): string => `---\ntitle: 커널\nlang: ko\n${keys}---\n\n`
const slide = (id: string, heading: string, keys = ''): string => `---\nid: ${id}\n${keys}---\n\n${heading}\n\n글.\n\n`
const two = slide('one', '## 하나') + slide('two', '## 둘')

const covered = (text: string) => withCover(parsed(text).deck)
const coverOf = (text: string) => {
  const [first] = covered(text).slides
  return first?.isMade ? first : null
}
const rowsOf = (text: string): string[] =>
  Array.from(coverOf(text)?.html.matchAll(/<li>(.*?)<\/li>/g) ?? [], ([, row = '']) => row)

describe('a deck that opens without a cover', () => {
  it('gets one with its title and the headings that it begins with', () => {
    const text =
      head() + two + slide('again', '## 둘') + slide('three', '## `run` & [셋](#one)') + slide('four', '## 넷')
    expect(coverOf(text)).toMatchObject({
      id: 'lectern-cover',
      layout: 'title',
      title: '커널',
      titleHtml: '커널',
      line: 1,
    })
    expect(rowsOf(text)).toEqual(['하나', '둘', 'run &#x26; 셋'])
    expect(coverOf(text)?.html).toMatch(/^<p>다루는 것<\/p><ul>/)
    expect(withCover({ ...parsed(text).deck, ref: { ...setting.ref, lang: 'en' } }).slides[0]?.html).toContain(
      'What it is',
    )
  })

  it('gets one with its sections where it has some, and says how many more there are', () => {
    const sections = (count: number) =>
      Array.from({ length: count }, (_, n) => slide(`s${n}`, `## 마당 ${n + 1}`, 'layout: section\n')).join('')
    expect(rowsOf(head() + two + sections(1))).toEqual(['마당 1'])
    expect(rowsOf(head() + two + sections(4))).toEqual(['마당 1', '마당 2', '마당 3', '마당 4'])
    expect(rowsOf(head() + two + sections(6))).toEqual(['마당 1', '마당 2', '마당 3', '외 3개'])
  })

  it('is not said to be about what nobody wrote', () => {
    expect(rowsOf(head() + slide('one', '글뿐.') + slide('two', '## 둘'))).toEqual(['둘'])
    expect(coverOf(head() + slide('one', '글뿐.') + slide('two', '글뿐.'))?.html).toBe('')
  })

  it('takes nothing of what is written along', () => {
    const { deck } = parsed(head() + two)
    const { slides, ...others } = withCover(deck)
    expect(others).toEqual({ ...others, problems: deck.problems, minutes: deck.minutes })
    expect(slides.slice(1)).toEqual(deck.slides)
    expect(writtenSlides(slides)).toEqual(deck.slides)
    expect(slides.map((_, index) => slideNumber(slides, index))).toEqual([0, 1, 2])
    expect(deck.slides.map((_, index) => slideNumber(deck.slides, index))).toEqual([1, 2])
    expect(slides[0]).toMatchObject({
      seconds: null,
      steps: 1,
      covers: [],
      asks: [],
      facts: [],
      notes: [],
      problems: [],
    })
  })
})

const withoutOne: readonly (readonly [how: string, text: string])[] = [
  ['that has a cover', head() + slide('one', '# 첫 장', 'layout: title\n') + two.replaceAll('one', 'zero')],
  [
    'that has a cover, said with care',
    head() + slide('one', '# 첫 장', 'layout: "title" # mine\n') + slide('two', '## 둘'),
  ],
  ['whose first slide is called as it is', head() + slide('one', '#  커널 ') + slide('two', '## 둘')],
  ['of a slide alone', head() + slide('one', '## 하나')],
  ['without slides', head()],
  ['that wants none', head('cover: false\n') + two],
  ['that wants none, said with care', head('cover: false # none\n') + two],
  ['without a title', `---\nlang: ko\n---\n\n${two}`],
  ['without a block of its own', two],
  ['in which the id is taken', head() + slide('one', '## 하나') + slide('lectern-cover', '## 둘')],
]
it.each(withoutOne)('a deck %s is left as it is', (_how, text) => {
  const { deck } = parsed(text)
  expect(withCover(deck)).toBe(deck)
})

it('a deck says with a word that is none whether it wants one, and is told', () => {
  expect(parsed(head('cover: later\n') + two).deck.problems).toMatchObject([{ code: 'bad-value', line: 4 }])
  expect(coverOf(head('cover: true\n') + two)).not.toBeNull()
})

it.each([
  ...withoutOne,
  ['that opens without one', head() + two] as const,
  ['that says so', head('cover: true\n') + two] as const,
])('before it is read, a deck %s has as many slides as afterwards', (_how, text) => {
  const idsOf = (deck: ReturnType<typeof skimDeck>) => withCover(deck).slides.map(({ id }) => id)
  expect(idsOf(skimDeck(text, setting))).toEqual(idsOf(parseDeck(text, setting).deck))
})

test('a place in a talk stays as the cover comes and goes', () => {
  const [bare, opened] = [outlineOf(parsed(head() + two).deck), outlineOf(covered(head() + two))]
  for (const place of [
    { slide: 'one', step: 1 },
    { slide: 'two', step: 1 },
  ]) {
    expect(carry(place, bare, opened)).toEqual(place)
    expect(carry(place, opened, bare)).toEqual(place)
  }
  expect(carry({ slide: 'lectern-cover', step: 1 }, opened, bare)).toEqual({ slide: 'one', step: 1 })
})
