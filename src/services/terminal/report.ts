import type { Lang } from '../../contract/deck.ts'
import { LecternError, unexpected } from '../../contract/failure.ts'
import { t } from '../../core/words/t.ts'
import { printError, withinLine } from './print.ts'

const hint = t('--verbose를 붙여 다시 실행하면 자세히 볼 수 있어요.', 'Run it again with --verbose to see the details.')

function sentenceOf(error: unknown, lang: Lang): string {
  if (error instanceof LecternError) return error.failure.message[lang]
  return `${unexpected[lang]} ${error instanceof Error ? error.message : String(error)}`
}

/** The stack of an error and of everything that caused it. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { stack = error.message, cause } = error
  return cause === undefined ? stack : `${stack}\n${stackOf(cause)}`
}

/**
 * Writes an error to the terminal: one sentence, a line for each problem of a file, and with `--verbose` where it came
 * from.
 * @param program what the sentence begins with
 */
export function report(
  error: unknown,
  {
    program = 'Lectern',
    lang,
    isVerbose,
  }: { readonly program?: string; readonly lang: Lang; readonly isVerbose: boolean },
): void {
  printError(`${program}: ${sentenceOf(error, lang)}`)
  const problems = error instanceof LecternError ? (error.failure.problems ?? []) : []
  for (const { file, line, column, message } of problems) {
    printError(`  ${withinLine(file)}:${line}:${column}  ${withinLine(message[lang])}`)
  }
  if (isVerbose) printError(stackOf(error))
  else if (!(error instanceof LecternError)) printError(hint[lang])
}
