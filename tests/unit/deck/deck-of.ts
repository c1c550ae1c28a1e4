import { parseDeck, type ParsedDeck, type WithinBudget } from '../../../src/core/deck/index.ts'
import type { Problem, Question, Slide } from '../../../src/contract/deck.ts'

export const scenes = {
  'vm-vs-container': ['VC-1', 'VC-2', 'VC-3', 'VC-4', 'VC-5'],
  isolation: ['IS-1', 'IS-2'],
}
export const header = '---\ntitle: 도커\nlang: ko\n---\n\n'
export const setting = { file: 'deck.ko.md', ref: { course: 'docker', name: 'deck', lang: 'ko' }, scenes } as const

/** A deck as a test writes it. */
export const parsed = (text: string, questions?: readonly Question[], within?: WithinBudget): ParsedDeck =>
  parseDeck(text, { ...setting, questions, ...(within ? { within } : {}) })

/** The only slide of a deck: its block without `id`, and its body. */
export function slideOf(
  keys: string,
  body: string,
  questions?: readonly Question[],
): { slide: Slide; problems: readonly Problem[] } {
  const block = `---\nid: one\n${keys === '' ? '' : `${keys}\n`}---\n`
  const { deck } = parsed(header + block + body, questions)
  const [slide] = deck.slides
  if (slide === undefined || deck.slides.length !== 1) throw new Error(`${deck.slides.length} slides`)
  return { slide, problems: deck.problems }
}

/** Problems as `code@line:column`. */
export const places = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, line, column }) => `${code}@${line}:${column}`)

export const codes = (problems: readonly Problem[]): string[] => problems.map(({ code }) => code)
