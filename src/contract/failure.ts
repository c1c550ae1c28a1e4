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
  'slow-disk',
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

/** What is said of one that was met where nobody asked for anything: it ended nothing. */
export const survived: Failure = {
  code: 'internal',
  message: {
    ko: `${unexpected.ko} 하던 일은 계속할 수 있어요. 이상한 점이 보이면 Lectern을 다시 시작해 주세요.`,
    en: `${unexpected.en} You can go on. If anything looks odd, start Lectern again.`,
  },
}

/** Thrown inside a shell where a request cannot be met; the door turns it into a `Failure` value. */
export class LecternError extends Error {
  readonly failure: Failure
  constructor(code: FailureCode, message: Text, options: { cause?: unknown; problems?: readonly Problem[] } = {}) {
    super(message.en, { cause: options.cause })
    this.name = 'LecternError'
    this.failure = { code, message, ...(options.problems ? { problems: options.problems } : {}) }
  }
}
