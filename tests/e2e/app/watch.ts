/** Watches every window of a test: what it asks of the network and what it complains about. */
import type { BrowserContext, ConsoleMessage, Page, Request } from '@playwright/test'

export interface Watch {
  /** Addresses off this machine that a window asked for. */
  readonly leaks: readonly string[]
  /** Errors in consoles and uncaught ones, without the expected ones. */
  readonly errors: () => readonly string[]
  /** Says that errors like this belong to the test. */
  expectError(pattern: RegExp): void
  /** Forgets all that was seen, and what was expected: another test begins. */
  reset(): void
  /** Gives what ends it. */
  follow(context: BrowserContext): () => void
}

/** The stand-in's pages have no network behind them: their addresses are answered by the main process. */
const local =
  /^(https?|ws):\/\/(127\.0\.0\.1|localhost)(:\d+)?\/|^https:\/\/app\.lectern\.test\/|^lectern:\/\/app\/|^(data|blob|about):/

export function watchWindows(): Watch {
  const leaks: string[] = []
  const errors: string[] = []
  const expected: RegExp[] = []

  const look = (url: string): void => {
    if (!local.test(url)) leaks.push(url)
  }
  const followPage = (page: Page): void => {
    page.on('websocket', (socket) => look(socket.url()))
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  }
  return {
    leaks,
    errors: () => errors.filter((error) => !expected.some((pattern) => pattern.test(error))),
    expectError: (pattern) => expected.push(pattern),
    reset() {
      for (const list of [leaks, errors, expected]) list.length = 0
    },
    follow(context) {
      const lookAt = (request: Request): void => look(request.url())
      const listen = (message: ConsoleMessage): void => {
        if (message.type() === 'error') errors.push(`${message.location().url}: ${message.text()}`)
      }
      context.on('request', lookAt).on('console', listen).on('page', followPage)
      context.pages().forEach(followPage)
      return () => {
        context.off('request', lookAt).off('console', listen).off('page', followPage)
      }
    },
  }
}
