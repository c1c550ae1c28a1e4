/** Errors that cross between shell and window as values. */
import type { Problem, Text } from './deck.ts'

export const failureCodes = [
  'bad-request',
  'refused',
  'not-found',
  'not-a-folder',
  'unreadable',
  'no-decks',
  'deck-broken',
  'no-talk',
  'no-browser',
  'cannot-write',
  'disk-full',
  'cancelled',
  'busy',
  'internal',
] as const
export type FailureCode = (typeof failureCodes)[number]

export interface Failure {
  readonly code: FailureCode
  /** What happened and what to do, for the person. */
  readonly message: Text
  readonly problems?: readonly Problem[]
}

/** What is said of an error that is a bug, wherever it is met; what to do is said behind it. */
export const unexpected: Text = { ko: '예상하지 못한 문제가 생겼어요.', en: 'Something unexpected went wrong.' }

/** Thrown inside a shell where a request cannot be met; the door turns it into a `Failure` value. */
export class LecternError extends Error {
  readonly failure: Failure
  constructor(code: FailureCode, message: Text, options: { cause?: unknown; problems?: readonly Problem[] } = {}) {
    super(message.en, { cause: options.cause })
    this.name = 'LecternError'
    this.failure = { code, message, ...(options.problems ? { problems: options.problems } : {}) }
  }
}
