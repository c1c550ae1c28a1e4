import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Deck, DeckReading, DeckRef } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'
import { questionsIn } from '../../core/deck/questions-in.ts'
import { makeInTurn } from '../disk/in-turn.ts'
import { brokenCourse } from './broken-course.ts'
import { bundledCourses, coursesAt, isFolder, sameFolder } from './course-folders.ts'
import { watchCourse, type CourseWatch } from './course-watch.ts'
import { readingAhead, type ReadingAhead } from './reading-ahead.ts'
import type { CoursePlace, CourseReader, ReadableCourse } from './reading/course-reader.ts'
import type { LoadedCourse } from './course.ts'
import { deckInCourse } from './deck-in-course.ts'
import { deckRevisions, shownDecks, type DeckRevisions } from './deck-revisions.ts'

export interface LibraryDeps {
  /** The folder with the courses that come with Lectern. */
  readonly bundledSlides: string
  /** Is closed with the library. */
  readonly reader: CourseReader
  /** Folders opened in earlier runs. */
  readonly opened: readonly string[]
  /** Decks that a course has besides those of its files. */
  readonly extraDecks: (course: LoadedCourse) => Promise<readonly Deck[]>
  /** Something changed on disk: the decks that read differently now, maybe none. */
  readonly onChange: (decks: readonly DeckRef[]) => void
  /** Resolves while nobody waits for an answer: then a course is read of which nobody needs the whole yet. */
  readonly whenQuiet: () => Promise<void>
  /** Courses with more to read than this (in UTF-16 units) are shown before all of it is read; by default half a second's. */
  readonly skimmedFrom?: number | undefined
}

/** The courses that are open, as they are on disk at this moment. */
export interface Library {
  /** The bundled courses, then the opened ones in the order of opening. A large one is skimmed until it has been read. */
  courses(): readonly LoadedCourse[]
  course(id: string): LoadedCourse | null
  /** Somebody has seen the course: the rest of it is read while nobody waits for anything else. */
  readAhead(id: string): void
  /** The course once all of it has been read, which takes seconds where it has hundreds of decks. */
  whole(id: string): Promise<LoadedCourse | null>
  /**
   * The course that lies in a folder now, maybe only skimmed; the folder need not be open. Rejects with a `LecternError`
   * where the folder cannot be read.
   */
  lookAt(folder: string): Promise<LoadedCourse>
  /** Whether such a deck is there. */
  has(ref: DeckRef): boolean
  /** Reads the deck at once where its course has only been skimmed; then its questions are there, and no glossary yet. */
  deck(ref: DeckRef): Promise<DeckReading | null>
  /** Asks anew for the extra decks of a course. */
  refresh(id: string): Promise<void>
  /** Opens what is at a path. Answers the ids of its courses; rejects with a `LecternError` where there are none. */
  open(path: string): Promise<readonly [string, ...string[]]>
  /** Takes an opened course out. Rejects with a `LecternError`: `not-found` or, for a bundled course, `refused`. */
  close(id: string): Promise<void>
  /** Stops watching. */
  stop(): Promise<void>
}

interface Shelved {
  course: LoadedCourse
  /** Reads the decks that are asked for until all have been read; null from then on. */
  unread: ReadableCourse | null
  readonly ahead: ReadingAhead
  readonly watch: CourseWatch
  readonly revisions: DeckRevisions
  /** Loads take turns; a change during a load asks for one more. */
  loading: Promise<void>
  /** Changed paths that no load has seen yet. */
  readonly unseen: Set<string>
  readonly closing: AbortController
}

/** Whether its folder was closed; asked anew after every wait. */
const isClosed = ({ closing }: Shelved): boolean => closing.signal.aborted

/** Ends what is being read of it, also where that has not begun. */
function end({ closing, ahead }: Shelved): void {
  closing.abort()
  ahead.hurry()
}

const placeOf = ({ id, folder, bundled }: LoadedCourse): CoursePlace => ({ id, folder, bundled })

const usualSkimmedFrom = 300_000

async function load(place: CoursePlace, reader: CourseReader, before: LoadedCourse): Promise<LoadedCourse> {
  try {
    return await (await reader.open(place, Infinity)).load()
  } catch (error) {
    return brokenCourse(place.id, place.folder, place.bundled, error, before)
  }
}

/** A course as it can be shown soon, and what of it is still to be read. */
async function firstLook(
  place: CoursePlace,
  reader: CourseReader,
  skimmedFrom = usualSkimmedFrom,
): Promise<{ readonly course: LoadedCourse; readonly unread: ReadableCourse | null }> {
  try {
    const opened = await reader.open(place, skimmedFrom)
    return opened.skimmed === null
      ? { course: await opened.load(), unread: null }
      : { course: opened.skimmed, unread: opened }
  } catch (error) {
    return { course: brokenCourse(place.id, place.folder, place.bundled, error), unread: null }
  }
}

const isDeck = ({ ref }: Deck, { name, lang }: DeckRef): boolean => ref.name === name && ref.lang === lang

async function readingOf(shelved: Shelved, ref: DeckRef): Promise<DeckReading | null> {
  const isAsked = (one: Deck): boolean => isDeck(one, ref)
  const early = shelved.unread !== null && shelved.course.decks.some(isAsked) ? shelved.unread : null
  // Who has it from before the course was read is told what that has brought to light.
  if (early) shelved.revisions.lookedAtEarly(ref)
  const read = (await early?.deck(ref)) ?? null
  const { course, unread, revisions } = shelved
  const versions = shownDecks(course).filter((one) => one.ref.name === ref.name)
  // Meanwhile the whole course may have been read.
  const deck = unread === null ? versions.find(isAsked) : read
  if (!deck) return null
  return {
    deck: deckInCourse(deck, course),
    questions: questionsIn(course.questions, ref.lang),
    glossary: course.glossary,
    langs: versions.map((one) => one.ref.lang),
    revision: revisions.of(ref),
  }
}

/** What a course's files say as text; anything else that changes (a picture) changes decks without changing their text. */
const isText = (path: string): boolean => /\.(md|ya?ml)$/i.test(path)

/** Opens the library: reads every course and watches it. Never rejects: what cannot be read is a course with a problem. */
export async function openLibrary(deps: LibraryDeps): Promise<Library> {
  const shelf = new Map<string, Shelved>()
  const { reader } = deps

  async function withExtra(course: LoadedCourse): Promise<LoadedCourse> {
    const extra = await deps.extraDecks(course)
    return extra.length === 0 ? course : { ...course, paths: [...course.paths, ...extra] }
  }

  async function reload(shelved: Shelved): Promise<void> {
    const paths = [...shelved.unseen]
    shelved.unseen.clear()
    if (isClosed(shelved) || paths.length === 0) return
    const before = shelved.course
    const course = await withExtra(await load(placeOf(shelved.course), reader, shelved.course))
    // It may have been closed meanwhile.
    if (isClosed(shelved)) return
    shelved.course = course
    const decks = shelved.revisions.take(
      course,
      paths.some((path) => path !== course.folder && !isText(path)),
    )
    if (decks.length > 0 || !isDeepStrictEqual(course, before)) deps.onChange(decks)
  }

  async function add(id: string, folder: string, bundled: boolean): Promise<void> {
    const unseen = new Set<string>()
    const readAgain = (): void => {
      const shelved = shelf.get(id)
      if (!shelved) return
      shelved.ahead.hurry()
      shelved.loading = shelved.loading.then(() => reload(shelved))
    }
    // Watching begins before reading, so that no change falls in between.
    const watch = await watchCourse(folder, (paths) => {
      for (const path of paths) unseen.add(path)
      readAgain()
    })
    const { course, unread } = await firstLook({ id, folder, bundled }, reader, deps.skimmedFrom)
    const shelved: Shelved = {
      course: unread === null ? await withExtra(course) : course,
      unread,
      ahead: readingAhead(deps.whenQuiet),
      watch,
      revisions: deckRevisions(),
      loading: Promise.resolve(),
      unseen,
      closing: new AbortController(),
    }
    if (unread === null) shelved.revisions.take(shelved.course)
    else shelved.loading = readWhole(shelved, unread)
    shelf.set(id, shelved)
    if (unseen.size > 0) readAgain()
  }

  /** Reads what has only been skimmed, and tells those who look at decks of it what has come to light. */
  async function readWhole(shelved: Shelved, unread: ReadableCourse): Promise<void> {
    let course: LoadedCourse
    try {
      await shelved.ahead.begun
      course = await unread.load(() => shelved.ahead.turn(), shelved.closing.signal)
    } catch (error) {
      const { id, folder, bundled } = shelved.course
      course = brokenCourse(id, folder, bundled, error, shelved.course)
    }
    const extended = await withExtra(course)
    if (isClosed(shelved)) return
    shelved.course = extended
    shelved.unread = null
    const { course: whole, revisions } = shelved
    deps.onChange(revisions.take(whole).filter((ref) => revisions.of(ref) > 1))
  }

  async function idOf(folder: string): Promise<string | null> {
    for (const [id, { course }] of shelf) if (await sameFolder(course.folder, folder)) return id
    return null
  }

  for (const folder of await bundledCourses(deps.bundledSlides)) await add(basename(folder), folder, true)
  for (const folder of deps.opened) if ((await idOf(folder)) === null) await add(folder, folder, false)

  async function lookAt(folder: string): Promise<LoadedCourse> {
    const id = await idOf(folder)
    const known = id === null ? null : shelf.get(id)?.course
    // What is known of a folder that has just gone is of a moment ago.
    if (known && known.decks.length > 0 && (await isFolder(folder))) return known
    const opened = await reader.open({ id: folder, folder, bundled: false }, 0)
    const course = opened.skimmed ?? (await opened.load())
    reader.forget(folder)
    return course
  }

  // Openings take turns, so that the same folder asked for twice at once is opened once.
  const inTurn = makeInTurn()
  async function open(path: string): Promise<readonly [string, ...string[]]> {
    const ids: string[] = []
    for (const folder of await coursesAt(path, true)) {
      const known = await idOf(folder)
      if (known === null) await add(folder, folder, false)
      ids.push(known ?? folder)
    }
    return ids as [string, ...string[]]
  }

  return {
    courses: () => [...shelf.values()].map(({ course }) => course),
    course: (id) => shelf.get(id)?.course ?? null,
    has: (ref) => {
      const course = shelf.get(ref.course)?.course
      return course !== undefined && shownDecks(course).some((deck) => isDeck(deck, ref))
    },
    deck: async (ref) => {
      const shelved = shelf.get(ref.course)
      return shelved ? readingOf(shelved, ref) : null
    },
    readAhead: (id) => shelf.get(id)?.ahead.begin(),
    lookAt: (folder) => lookAt(folder),
    whole: async (id) => {
      const shelved = shelf.get(id)
      if (shelved?.unread) {
        shelved.ahead.hurry()
        await shelved.loading
      }
      return shelf.get(id)?.course ?? null
    },
    refresh: async (id) => {
      const shelved = shelf.get(id)
      // One that is still being read asks for them in the end.
      if (!shelved || shelved.unread) return
      const extra = await deps.extraDecks(shelved.course)
      const names = new Set(extra.map(({ ref }) => ref.name))
      const paths = shelved.course.paths.filter(({ ref }) => !names.has(ref.name))
      shelved.course = { ...shelved.course, paths: [...paths, ...extra] }
      deps.onChange(shelved.revisions.take(shelved.course))
    },
    open: (path) => inTurn(() => open(path)),
    close: async (id) => {
      const shelved = shelf.get(id)
      if (!shelved)
        throw new LecternError('not-found', {
          ko: '라이브러리에 없는 강의예요.',
          en: 'This course is not in the library.',
        })
      if (shelved.course.bundled)
        throw new LecternError('refused', {
          ko: '함께 들어 있는 강의는 뺄 수 없어요.',
          en: 'A course that comes with Lectern cannot be taken out.',
        })
      end(shelved)
      shelf.delete(id)
      reader.forget(shelved.course.folder)
      await shelved.watch.close()
    },
    stop: async () => {
      for (const shelved of shelf.values()) end(shelved)
      await Promise.all([...[...shelf.values()].map(({ watch }) => watch.close()), reader.close()])
    },
  }
}
