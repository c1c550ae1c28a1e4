import type { Lang } from '../contract/deck.ts'
import { LecternError, unexpected } from '../contract/failure.ts'
import { words } from './words.ts'

/** The stack of an error and of everything that caused it. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { stack = error.message, cause } = error
  return cause === undefined ? stack : `${stack}\n${stackOf(cause)}`
}

/** Writes an error to the terminal: a sentence for the person, and with `--verbose` where it came from. */
export function report(error: unknown, lang: Lang, isVerbose: boolean): void {
  const say = words[lang]
  if (error instanceof LecternError) console.error(`Lectern: ${error.failure.message[lang]}`)
  else {
    console.error(`Lectern: ${unexpected[lang]} ${error instanceof Error ? error.message : String(error)}`)
    if (!isVerbose) console.error(say.verboseHint)
  }
  if (isVerbose) console.error(stackOf(error))
}
