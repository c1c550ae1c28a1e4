import type { Failure } from '../../contract/failure.ts'
import { ShellFailure } from '../shell.ts'
import { sharedWords } from '../words/shared.ts'

/** What to tell the person about something that was thrown. Anything but a `ShellFailure` is a bug and also goes to the console. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ShellFailure) return error.failure
  console.error(error)
  return { code: 'internal', message: { ko: sharedWords.ko.unexpected, en: sharedWords.en.unexpected } }
}
