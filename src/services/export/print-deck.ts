import type { Problem } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'
import type { ScaledPictures } from '../../contract/library.ts'
import type { PrintJob } from '../../contract/print.ts'
import { isError, problemsInOrder } from '../../core/deck/problem-report.ts'
import { foundProblems } from './found-problems.ts'
import type { Printer, PrintOptions } from './printer.ts'

/** A PDF of a deck, and what of the deck it does not show as it was meant. */
export interface PrintedDeck {
  readonly bytes: Uint8Array
  readonly problems: readonly Problem[]
  /** What of its pictures was scaled for print, where any were. */
  readonly scaled?: ScaledPictures
}

/**
 * Prints a deck, with the glossary of its course only where the options ask for it. What is wrong with it is shown as well
 * as it can be, and told. Rejects with a `LecternError`: `deck-broken` with the problems if there are no slides; and as the
 * printer does.
 */
export async function printDeck(
  { deck, glossary, options }: PrintJob,
  printer: Printer,
  print: PrintOptions = {},
): Promise<PrintedDeck> {
  const wrong = deck.problems.filter(isError)
  if (deck.slides.length === 0) {
    throw new LecternError(
      'deck-broken',
      {
        ko: `${deck.title} 덱에 슬라이드가 없어 내보내지 않았어요.`,
        en: `The deck ${deck.title} was not exported because it has no slides.`,
      },
      { problems: wrong },
    )
  }
  const { bytes, findings } = await printer({ deck, glossary: options.glossary ? glossary : [], options }, print)
  return {
    bytes,
    problems: problemsInOrder([...wrong, ...foundProblems(deck, findings)]),
    ...(findings.scaled && { scaled: findings.scaled }),
  }
}
