import type { DeckRef } from '../../contract/deck.ts'
import { pathPrefix } from '../../core/deck/path-prefix.ts'
import { fileName } from '../disk/file-name.ts'

/** What the PDF of a deck is called unless a person says otherwise; a name that every system takes. */
export function pdfName({ name, lang }: DeckRef): string {
  const own = name.startsWith(pathPrefix) ? name.slice(pathPrefix.length) : name
  return fileName(`${own}.${lang}.pdf`)
}
