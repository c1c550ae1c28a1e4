import type { Site } from './site.ts'

/**
 * Does something that walks down a tree; where HTML or emphasis is nested so deeply that the stack does not reach,
 * reports that and gives something else.
 */
export function withinDepth<T>(work: () => T, instead: () => T, { at, report }: Pick<Site, 'at' | 'report'>): T {
  try {
    return work()
  } catch (error) {
    if (!isOutOfStack(error)) throw error
    report.add(at({ line: 1, column: 1 }), 'too-nested')
    return instead()
  }
}

/** Whether the stack was at its end; where that is noticed by a regular expression, it is called a fault of that. */
export const isOutOfStack = (error: unknown): boolean =>
  error instanceof RangeError || (error instanceof SyntaxError && error.message.endsWith('Stack overflow'))
