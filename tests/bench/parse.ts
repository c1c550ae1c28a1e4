import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parseDeck, sourceText } from '../../src/core/deck/index.ts'
import { catalogue } from '../../src/core/scenes/catalogue.ts'
import { deckText } from './deck-text.ts'
import { single, timed, type Row } from './row.ts'
import { median } from './statistics.ts'

const rounds = 9
const sizes = [200, 2000] as const

interface Cost {
  readonly size: number
  readonly text: string
  readonly parse: number[]
  readonly print: number[]
}

const read = (text: string): ReturnType<typeof parseDeck> =>
  parseDeck(text, {
    file: 'bench.ko.md',
    ref: { course: 'bench', name: 'bench', lang: 'ko' },
    scenes: catalogue,
  })

/** Bytes that a deck holds once it is read, without what reading it needed for a while. */
function held(text: string): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const before = process.memoryUsage().heapUsed
  const deck = read(text)
  collect()
  const bytes = process.memoryUsage().heapUsed - before
  // Named after it was measured, so that it was not collected meanwhile.
  if (deck.deck.slides.length === 0) throw new Error('the generated deck has no slides')
  return bytes
}

/** Reading a deck from text and writing it back, without touching a disk. */
export function measure(): Promise<Row[]> {
  const costs = sizes.map((size): Cost => ({ size, text: deckText(size), parse: [], print: [] }))
  for (let round = 0; round < rounds; round += 1) {
    for (const { size, text, parse, print } of costs) {
      const from = performance.now()
      const { deck, source } = read(text)
      const parsed = performance.now()
      const printed = sourceText(source)
      const done = performance.now()
      if (deck.slides.length !== size || deck.problems.length > 0 || printed !== text) {
        throw new Error('the generated deck was not read as it was written')
      }
      // The first rounds run before the code is warm.
      if (round < 2) continue
      parse.push(parsed - from)
      print.push(done - parsed)
    }
  }
  const named = (size: number): string => `${size.toLocaleString('en')} slides`
  const perSlide = costs.map(({ size, parse }) => median(parse) / size)
  return Promise.resolve([
    ...costs.map(({ size, parse }) => timed(`reading a deck of ${named(size)}`, parse)),
    single('reading, per slide: 2,000 to 200 slides', '×', (perSlide[1] ?? NaN) / (perSlide[0] ?? NaN)),
    single('memory of a deck of 2,000 slides', 'MB', held(costs.at(-1)?.text ?? '') / 1e6),
    // In kB: the largest that the process was, with all that was read and measured before.
    single('memory of the process while it reads', 'MB', process.resourceUsage().maxRSS / 1e3),
    ...costs.map(({ size, print }) => timed(`writing a deck of ${named(size)}`, print)),
  ])
}
