import { LecternError } from '../../contract/failure.ts'
import type { PrintJob } from '../../contract/print.ts'
import type { Printer, PrintOptions } from './printer.ts'

/**
 * The PDF of a deck, with the glossary of its course only where the options ask for it. Rejects with a `LecternError`: `deck-broken` with the problems if a slide or the deck has errors,
 * so that nobody hands out a page that shows one; and as the printer does.
 */
export async function printDeck(
  { deck, glossary, options }: PrintJob,
  printer: Printer,
  print: PrintOptions = {},
): Promise<Uint8Array> {
  const problems = deck.problems.filter(({ severity }) => severity === 'error')
  if (problems.length > 0 || deck.slides.length === 0) {
    throw new LecternError(
      'deck-broken',
      {
        ko: `${deck.title} 덱에 고칠 곳이 있어 내보내지 않았어요.`,
        en: `The deck ${deck.title} was not exported because it has errors.`,
      },
      { problems },
    )
  }
  return printer({ deck, glossary: options.glossary ? glossary : [], options }, print)
}
