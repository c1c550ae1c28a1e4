import { frees, plainText } from './dialects/heading-rows.ts'
import { rowsOf } from './dialects/rows.ts'
import { slideName } from './dialects/slide-ids.ts'

interface BareSlide {
  readonly written: { readonly id: string | null; readonly isProper: true; readonly isMade: true }
  /** What it is called in lists where it has no heading. */
  readonly title: string | undefined
}

/** What a slide without a block is called: by its heading, else by the words that it begins with. */
export function bareSlide(body: string): BareSlide {
  const rows = rowsOf(body)
  const name = slideName(rows)
  const first = frees(rows).find(({ text }) => plainText(text).trim() !== '')
  return {
    written: { id: name === '' ? null : name, isProper: true, isMade: true },
    title: first && plainText(first.text).trim(),
  }
}
