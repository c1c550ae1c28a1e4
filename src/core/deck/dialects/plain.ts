import { cutPlain } from './cut.ts'
import { wordOf, type FrontMatter } from './front-matter.ts'
import { headingsIn } from './heading-rows.ts'
import { isSection, isShort, type MadeDeck } from './made-slide.ts'
import type { Row } from './rows.ts'

const idComment = /^\s*<!--\s*id:\s*([\p{L}\p{N}-]+)\s*-->\s*$/u

/** Reads Markdown that nobody wrote as slides. */
export function makePlain({ keys, rest }: FrontMatter): MadeDeck {
  const pieces = cutPlain(rest)
  return {
    title: wordOf(keys['title']),
    slides: pieces.map(({ rows, line }, at) => {
      const written = rows.flatMap(({ text }) => idComment.exec(text)?.[1] ?? [])[0] ?? null
      const shown = rows.map((row): Row => (idComment.test(row.text) ? { ...row, text: '' } : row))
      const layout =
        at === 0 && isShort(shown) && headingsIn(shown)[0]?.depth === 1
          ? 'title'
          : isSection(shown)
            ? 'section'
            : undefined
      return { line, written, layout, rows: shown, notes: [] }
    }),
  }
}
