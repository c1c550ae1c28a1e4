import { LecternError, unexpected } from '../contract/failure.ts'
import type { Lang } from '../contract/deck.ts'
import { words } from './words.ts'

/** What went wrong as one sentence for the person. */
export function sentenceOf(error: unknown, lang: Lang): string {
  if (error instanceof LecternError) return error.failure.message[lang]
  return `${unexpected[lang]} ${error instanceof Error ? error.message : String(error)}`
}

/** The stack of an error and of everything that caused it. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { stack = error.message, cause } = error
  return cause === undefined ? stack : `${stack}\n${stackOf(cause)}`
}

/** Writes an error to the terminal: one sentence, and with `--verbose` where it came from. */
export function report(
  error: unknown,
  { lang, isVerbose }: { readonly lang: Lang; readonly isVerbose: boolean },
): void {
  console.error(`Lectern: ${sentenceOf(error, lang)}`)
  if (isVerbose) console.error(stackOf(error))
  else if (!(error instanceof LecternError)) console.error(words[lang].verboseHint)
}
