/** Reading takes time in proportion to what there is to read, whatever stands there: what is ours of it. */
import { expect, it } from 'vitest'
import { parseDeck, skimDeck } from '../../../src/core/deck/index.ts'
import { ankiFile } from '../../../src/core/review/index.ts'
import { header, setting } from './deck-of.ts'

const slide = (yaml: string, body: string): string => `${header}---\nid: one\n${yaml}---\n## A\n\n${body}\n`
const read = (text: string) => () => parseDeck(text, setting)
const skim = (text: string) => () => skimDeck(text, setting)
const forAnki = (answerHtml: string) => () =>
  ankiFile({
    course: 'docker',
    deck: 'Docker',
    lang: 'en',
    questions: [
      { question: { id: 'q', titleHtml: 'Q', oneLineHtml: '', answerHtml, keyPoints: [], level: null }, topics: [] },
    ],
  })
const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => part(i)).join('')

const spaces = (count: number): string => ' '.repeat(count)

/** Each: bytes of a small one, and what is done with so many. */
const shapes: readonly (readonly [name: string, bytes: number, work: (bytes: number) => () => unknown])[] = [
  [
    'unknown keys',
    5000,
    (n) =>
      read(
        slide(
          times(n / 8, (i) => `k${i}: 1\n`),
          '',
        ),
      ),
  ],
  ['keys that stand there twice', 10_000, (n) => read(slide('k: 1\n'.repeat(n / 5), ''))],
  ['braces behind a fence', 2000, (n) => read(slide('', `\`\`\`js ${'{'.repeat(n)}\nx\n\`\`\``))],
  ['braces in a fence', 4000, (n) => read(slide('', `\`\`\`js\n${'{'.repeat(n)}\n\`\`\``))],
  ['links that never end', 2000, (n) => read(slide('', '[a]('.repeat(n / 4)))],
  ['an address full of question marks', 4000, (n) => read(slide('', `<img src="${'?'.repeat(n)}\n">`))],
  ['emphasis within emphasis', 4000, (n) => read(slide('', '*a **a '.repeat(n / 7)))],
  ['spaces in notes', 8000, (n) => read(slide('', `<!--\na\n<p>a${spaces(n)}b [1]</p>\n-->`))],
  ['markers in notes', 6000, (n) => read(slide('', `<!--\n${'a. [1] b\n'.repeat(n / 9)}-->`))],
  ['spaces in a value', 2000, (n) => skim(slide(`diagram: a${spaces(n)}b\n`, ''))],
  ['spaces in a title', 8000, (n) => skim(slide('', '').replace('title: 도커', `title: a${spaces(n)}b`))],
  ['spaces in an answer', 4000, (n) => forAnki(`<p>a${spaces(n)}b</p>`)],
  ['quotes in a value', 20_000, (n) => skim(slide(`diagram: "${'a" '.repeat(n / 3)}\n`, ''))],
]

const msOf = (work: () => unknown): number => {
  const from = process.cpuUsage()
  work()
  return process.cpuUsage(from).user / 1000
}
it.each(shapes)('%s: eight times as much takes about eight times as long', (_name, bytes, work) => {
  // In proportion it is 8, with the square of it 64; the first milliseconds are nobody's.
  let [little, much] = [Infinity, Infinity]
  const isInProportion = (): boolean => much < 20 * (little + 1)
  // What else the process does only ever adds to it: the least of some is looked at, of more where that is not enough.
  for (let round = 0; round < 3 || (round < 10 && !isInProportion()); round += 1) {
    little = Math.min(little, msOf(work(bytes)))
    much = Math.min(much, msOf(work(8 * bytes)))
  }
  expect(much).toBeLessThan(20 * (little + 1))
})
