import type { Printer } from './printer.ts'
import { BrowserStopped } from './stopped-at.ts'

/**
 * Prints, and where what draws the pages dies, once more in a new one and a page at a time: if it was an accident there is
 * a PDF all the same, and else it is known at which page it dies. Pages that are drawn at once cannot be told apart, and
 * one at a time takes too long to be the rule.
 */
export const withSecondTry =
  (print: Printer): Printer =>
  async (job, options) => {
    try {
      return await print(job, options)
    } catch (error) {
      if (!(error instanceof BrowserStopped)) throw error
      return print({ ...job, isCareful: true }, options)
    }
  }
