import { langs, type Lang, type Question } from '../../contract/deck.ts'

type InEach = Readonly<Record<Lang, readonly Question[]>>

/** What came of the questions of two languages, so that nothing that shows them changes unless they do. */
const known = new WeakMap<readonly Question[], { readonly of: InEach; readonly made: readonly Question[] }>()

/**
 * The questions of a course for what is in one language: its own, then those that only the other language has, each with
 * the language that it is in.
 */
export function questionsIn(questions: InEach, lang: Lang): readonly Question[] {
  const own = questions[lang]
  const ids = new Set(own.map(({ id }) => id))
  const others = langs.filter((other) => other !== lang)
  if (others.every((other) => questions[other].every(({ id }) => ids.has(id)))) return own
  const before = known.get(own)
  if (before && others.every((other) => before.of[other] === questions[other])) return before.made
  const foreign = others.flatMap((other) =>
    questions[other].filter(({ id }) => !ids.has(id)).map((question) => ({ ...question, lang: other })),
  )
  const made = [...own, ...foreign]
  known.set(own, { of: questions, made })
  return made
}
