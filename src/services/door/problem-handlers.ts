import type { Handlers, RequestName } from '../../contract/channels.ts'
import type { Deck, DeckRef, Problem } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'
import type { LoadedCourse } from '../courses/course.ts'
import type { Library } from '../courses/library.ts'
import { noCourse, noDeck } from '../courses/refusals.ts'
import { slideSource } from '../courses/slide-source.ts'
import { problemsOfCourse, problemsOfDeck } from './problem-summary.ts'
import type { ShellDeps } from './shell-deps.ts'

type ProblemRequest = Extract<RequestName, `problems:${string}` | 'deck:edit' | 'deck:source'>

function problemsOf(course: LoadedCourse, ref: DeckRef | null): readonly Problem[] {
  if (ref === null) return problemsOfCourse(course)
  const all = [...course.decks, ...course.paths]
  const deck = all.find((one) => one.ref.name === ref.name && one.ref.lang === ref.lang)
  return deck ? problemsOfDeck(deck) : []
}

/** What windows ask about what is to mend and what was written, and to mend it. */
export function problemHandlers(
  { openFile }: Pick<ShellDeps, 'openFile'>,
  library: Promise<Library>,
): Pick<Handlers, ProblemRequest> {
  const courseOf = async (id: string): Promise<LoadedCourse> => {
    const course = (await library).course(id)
    if (!course) throw noCourse()
    return course
  }
  const deckOf = async (ref: DeckRef): Promise<Deck> => {
    const { decks } = await courseOf(ref.course)
    const deck = decks.find((one) => one.ref.name === ref.name && one.ref.lang === ref.lang)
    if (!deck) throw noDeck(ref)
    return deck
  }
  return {
    'problems:read': async ({ course: id, deck }) => {
      const course = await courseOf(id)
      // Loaded when it is asked for, with what reads files, so that starting does not wait for it.
      const { causesOf } = await import('./problems-by-cause.ts')
      return causesOf(problemsOf(course, deck), course.folder)
    },
    'problems:open': async ({ course: id, file, line, column }) => {
      const course = await courseOf(id)
      // Only what the list shows can be opened by it.
      const all = [...problemsOfCourse(course), ...course.paths.flatMap(({ problems }) => problems)]
      if (!all.some((one) => one.file === file))
        throw new LecternError('not-found', {
          ko: '이 파일에는 고칠 곳이 없어요.',
          en: 'There is nothing to mend in this file.',
        })
      await openFile(file, { line, column })
      return null
    },
    'deck:edit': async ({ ref, line }) => {
      await openFile((await deckOf(ref)).file, { line, column: 1 })
      return null
    },
    'deck:source': async ({ ref, slide }) => slideSource(await deckOf(ref), slide),
  }
}
