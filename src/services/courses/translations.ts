import { langs, type Lang, type Problem } from '../../contract/deck.ts'
import { problem } from '../../core/deck/index.ts'
import { languageNames } from '../../core/words/language-names.ts'

/** A file in one language and the ids in it. */
export interface Translated {
  readonly name: string
  readonly lang: Lang
  readonly file: string
  readonly items: readonly { readonly id: string; readonly line: number }[]
}

/**
 * What exists in one language and not in another: whole files where the course promises that language, and slides or
 * questions where both files are there.
 */
export function translationProblems(files: readonly Translated[], promised: readonly Lang[] | null): Problem[] {
  return files.flatMap((one) =>
    langs
      .filter((lang) => lang !== one.lang)
      .flatMap((lang) => {
        const twin = files.find((other) => other.name === one.name && other.lang === lang)
        if (twin === undefined) {
          const isPromised = promised?.includes(lang) === true
          return isPromised
            ? [problem(one.file, { line: 1, column: 1 }, 'missing-translation', one.name, languageNames[lang])]
            : []
        }
        const there = new Set(twin.items.map(({ id }) => id))
        return one.items
          .filter(({ id }) => !there.has(id))
          .map(({ id, line }) => problem(one.file, { line, column: 1 }, 'missing-translation', id, languageNames[lang]))
      }),
  )
}
