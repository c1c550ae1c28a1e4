import type { Lang } from '../../contract/deck.ts'

/** What one part of the interface says, of one shape in both languages: a message is a string, or a function of it. */
export type InBoth<W> = Readonly<Record<Lang, W>>
