/** The band below a picture that asks: a question above its choices, and in the same places what is right and why. */
import type { Lang } from '../../contract/deck.ts'
import { inlineParts } from './inline.ts'
import type { Weight } from './mark.ts'
import type { Prediction } from './scene.ts'
import type { Measure } from './text.ts'

export interface Band {
  /** How wide the choices are that stand beside each other, in px. */
  readonly columns: readonly number[]
  /** The type of the line above the choices, in px. */
  readonly size: number
  /** How many lines that is. */
  readonly lines: number
  /** Of the whole band, in px. */
  readonly height: number
}

/** Of a band whose choices stand in one row or two; in more it is higher, at the cost of the picture. */
export const bandHeight = 118

const width = 1168
const sizes = [28, 27, 26, 25, 24]
const choice = { size: 24, gap: 16, row: 36, rowGap: 6 }
/** Of a choice without its words: its letter before them, and behind them the room for the marks of the answer. */
const besideWords = 140
const line = { one: 40, more: 28 }

/** The sentence that tells, and what more there is to it. */
export function sentencesOf(text: string): readonly [string, string] {
  const end = /[.!?]\s/.exec(text)
  return end ? [text.slice(0, end.index + 1), text.slice(end.index + 2)] : [text, '']
}

/** A question or sentence as it stands in one line. */
export const onOneLine = (text: string): string => text.replaceAll('\n', ' ')

const wide = (text: string, weight: Weight, measure: Measure): number =>
  inlineParts(onOneLine(text)).reduce((sum, part) => sum + measure(part.text, weight, part.kind === 'code'), 0)

/** So many columns for choices of these widths, with what is left over shared out; null where they are too wide. */
function columnsOf(needed: readonly number[], count: number): number[] | null {
  const widest = Array.from({ length: count }, (_, at) => Math.max(...needed.filter((_, i) => i % count === at)))
  const left = width - choice.gap * (count - 1) - widest.reduce((sum, each) => sum + each, 0)
  return left < 0 ? null : widest.map((each) => each + left / count)
}

/** How the band of a question is laid out: the same while it asks and when it has been answered. */
export function bandOf({ question, choices, because }: Prediction, lang: Lang, measure: Measure): Band {
  const [told, more] = sentencesOf(because[lang])
  const longest = Math.max(
    wide(question[lang], 700, measure),
    wide(`${told} `, 700, measure) + wide(more, 400, measure),
  )
  const size = sizes.find((each) => longest * each <= width) ?? 24
  const lines = Math.ceil((longest * size) / width)
  const needed = choices.map((words) => wide(words[lang], 400, measure) * choice.size + besideWords)
  const columns = columnsOf(needed, choices.length) ?? columnsOf(needed, 2) ?? [width]
  const rows = Math.ceil(choices.length / columns.length)
  const stacked = rows * (choice.row + choice.rowGap) - choice.rowGap
  const height = Math.max(bandHeight, line.one + (lines - 1) * line.more + stacked)
  return { columns, size, lines, height }
}
