import type { Answers, BroadcastName, Broadcasts, RequestName, RequestPayload, Shell } from '../contract/channels.ts'
import type { Failure } from '../contract/failure.ts'

declare global {
  interface Window {
    readonly shell: Shell
  }
}

/** The shell that hosts this window: Electron's preload or the browser bridge. Looked up at each use, so that tests may set it. */
export const shell: Shell = {
  request: (name, ...payload) => window.shell.request(name, ...payload),
  listen: (name, listener) => window.shell.listen(name, listener),
  pathOf: (file) => window.shell.pathOf(file),
  get ownBase() {
    return window.shell.ownBase
  },
}

/** A request that the shell could not meet, as an exception inside a window. */
export class ShellFailure extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message.en)
    this.name = 'ShellFailure'
    this.failure = failure
  }
}

type Arguments<N extends RequestName> = RequestPayload<N> extends undefined ? [] : [payload: RequestPayload<N>]

/** Asks the shell and unwraps its answer; throws a `ShellFailure` where the shell answers with one. */
export async function ask<N extends RequestName>(name: N, ...payload: Arguments<N>): Promise<Answers[N]> {
  const envelope = await shell.request(name, ...payload)
  if ('failure' in envelope) throw new ShellFailure(envelope.failure)
  return envelope.value
}

/** Something of the shell's that a window keeps up to date. */
export interface Followed {
  /** Asks for it as it is now; throws a `ShellFailure` where the shell answers with one. */
  readonly read: () => Promise<void>
  readonly stop: () => void
}

/**
 * Takes what the shell tells under a name, and what it answers when asked. What was told while an answer was on its way is
 * newer than the answer, which then counts for nothing.
 */
export function follow<N extends BroadcastName>(
  name: N,
  request: () => Promise<Broadcasts[N]>,
  take: (value: Broadcasts[N]) => void,
): Followed {
  let newest = {}
  const stop = shell.listen(name, (value) => {
    newest = {}
    take(value)
  })
  return {
    async read() {
      const before = newest
      const answer = await request()
      if (newest === before) take(answer)
    },
    stop,
  }
}
