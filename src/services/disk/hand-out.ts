import type { WindowKind } from '../../contract/channels.ts'
import type { HandedOut } from '../../contract/review-view.ts'

/**
 * Writes a file where the person wants it, or, where the shell has no save dialog, into a place that a link hands out.
 * Null: the person changed their mind.
 */
export type HandOut = (
  suggestedName: string,
  write: (file: string) => Promise<void>,
  from: WindowKind,
) => Promise<HandedOut | null>
