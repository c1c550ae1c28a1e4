import type { Handlers } from '../../contract/channels.ts'
import type { NewThing } from '../../contract/beginning.ts'
import { LecternError, survived } from '../../contract/failure.ts'
import type { LoadedCourse } from '../courses/course.ts'
import { courseFileKind } from '../courses/course-files.ts'
import type { Library } from '../courses/library.ts'
import type { ShellDeps } from './shell-deps.ts'

/** How what was made comes into sight. */
interface Showing {
  readonly open: (folder: string) => Promise<{ readonly course: string }>
  readonly show: (course: string, deck: string | null) => Promise<void>
}

/** What windows ask about beginning something; what writes decks is loaded when it is asked for. */
export function newHandlers(
  { openFile, dialogs }: Pick<ShellDeps, 'openFile' | 'dialogs'>,
  library: Promise<Library>,
  { open, show }: Showing,
): Pick<Handlers, 'folders:choose' | 'new:plan' | 'new:make'> {
  /** The whole course: a name or an id that is taken may be in what has not been read yet. */
  const courseOf = async (thing: NewThing): Promise<LoadedCourse | null> =>
    thing.what === 'course' ? null : (await library).whole(thing.course)

  return {
    'folders:choose': (_nothing, from) => dialogs.chooseFolder(from),
    'new:plan': async (thing) => {
      const { planNew } = await import('../courses/begin.ts')
      const { folder, files } = await planNew(thing, await courseOf(thing))
      return {
        folder,
        files: files.map(({ name, slides, questions, isThere }) => ({ name, slides, questions, isThere })),
      }
    },
    'new:make': async ({ thing, edit }) => {
      const { makeNew, planNew } = await import('../courses/begin.ts')
      const plan = await planNew(thing, await courseOf(thing))
      const files = await makeNew(plan)
      const kinds = plan.files.map(({ name }) => courseFileKind(name))
      const course = thing.what === 'course' ? (await open(plan.folder)).course : thing.course
      const made = thing.what === 'deck' ? kinds.find((kind) => kind?.kind === 'deck') : undefined
      const deck = made?.kind === 'deck' ? made.name : null
      if (deck !== null) await show(course, deck)
      const at = kinds.findIndex((kind) => kind?.kind === (thing.what === 'question' ? 'questions' : 'deck'))
      const notEdited = edit ? await failureOf(() => openFile(files[at] ?? plan.folder, { line: 1, column: 1 })) : null
      return { course, deck, files, notEdited }
    },
  }
}

const failureOf = async (work: () => Promise<void>): Promise<LecternError['failure'] | null> => {
  try {
    await work()
    return null
  } catch (error) {
    return error instanceof LecternError ? error.failure : survived
  }
}
