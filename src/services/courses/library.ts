import { basename } from 'node:path'
import type { Deck, DeckReading, DeckRef, Problem } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'
import { makeInTurn } from '../disk/in-turn.ts'
import { bundledCourses, coursesAt, sameFolder } from './course-folders.ts'
import { watchCourse, type CourseWatch } from './course-watch.ts'
import { openReadings, type BundledCourses, type CourseReadings } from './course-readings.ts'
import { loadCourse, type LoadedCourse } from './course.ts'

export interface LibraryDeps extends BundledCourses {
  /** Folders opened in earlier runs. */
  readonly opened: readonly string[]
  /** Decks that a course has besides those of its files. */
  readonly extraDecks: (course: LoadedCourse) => readonly Deck[]
  /** Something changed on disk: the decks that read differently now, maybe none. */
  readonly onChange: (decks: readonly DeckRef[]) => void
}

/** The courses that are open, as they are on disk at this moment. */
export interface Library {
  /** The bundled courses, then the opened ones in the order of opening. */
  courses(): readonly LoadedCourse[]
  course(id: string): LoadedCourse | null
  deck(ref: DeckRef): DeckReading | null
  /** Asks anew for the extra decks of a course. */
  refresh(id: string): void
  /** Opens what is at a path. Answers the ids of its courses; rejects with a `LecternError` where there are none. */
  open(path: string): Promise<readonly [string, ...string[]]>
  /** Takes an opened course out. Rejects with a `LecternError`: `not-found` or, for a bundled course, `refused`. */
  close(id: string): Promise<void>
  /** Stops watching. */
  stop(): Promise<void>
}

interface Shelved {
  course: LoadedCourse
  readonly watch: CourseWatch
  /** What each deck read like last, and how often that changed. */
  readonly readings: Map<string, { readonly text: string; readonly revision: number }>
  /** Loads take turns; a change during a load asks for one more. */
  loading: Promise<void>
  /** Changed paths that no load has seen yet. */
  readonly unseen: Set<string>
  closed: boolean
}

const keyOf = ({ name, lang }: DeckRef): string => `${name}.${lang}`

/** A course whose folder cannot be read: it keeps its place and its name, and says what is wrong. */
function brokenCourse(
  id: string,
  folder: string,
  bundled: boolean,
  error: unknown,
  before?: LoadedCourse,
): LoadedCourse {
  const name = basename(folder)
  const missing = error instanceof LecternError ? error.failure : null
  const problem: Problem = {
    file: folder,
    line: 1,
    column: 1,
    code: missing?.code === 'not-found' ? 'folder-missing' : 'folder-unreadable',
    severity: 'error',
    message: missing?.message ?? { ko: `${folder} 폴더를 읽을 수 없어요.`, en: `The folder ${folder} cannot be read.` },
    fix: {
      ko: '폴더를 제자리에 돌려놓으면 다시 나타나요. 더 쓰지 않으면 라이브러리에서 빼 주세요.',
      en: 'Put the folder back and its decks appear again, or take it out of the library.',
    },
  }
  return {
    id,
    folder,
    bundled,
    title: before?.title ?? { ko: name, en: name },
    description: before?.description ?? { ko: '', en: '' },
    decks: [],
    paths: [],
    glossary: [],
    questions: { ko: [], en: [] },
    questionFiles: [],
    problems: [problem],
  }
}

async function load(
  { id, folder, bundled }: Pick<LoadedCourse, 'id' | 'folder' | 'bundled'>,
  readings: CourseReadings | null,
  before?: LoadedCourse,
): Promise<LoadedCourse> {
  try {
    return await loadCourse(folder, { id, bundled, readings })
  } catch (error) {
    return brokenCourse(id, folder, bundled, error, before)
  }
}

/** All that can be shown as a deck. */
const shownDecks = ({ decks, paths }: LoadedCourse): readonly Deck[] => [...decks, ...paths]

function readingOf(course: LoadedCourse, ref: DeckRef, revision: number): DeckReading | null {
  const versions = shownDecks(course).filter((one) => one.ref.name === ref.name)
  const deck = versions.find((one) => one.ref.lang === ref.lang)
  if (!deck) return null
  return {
    deck,
    courseTitle: course.title[ref.lang],
    questions: course.questions[ref.lang],
    glossary: course.glossary,
    langs: versions.map((one) => one.ref.lang),
    revision,
  }
}

/** The decks that read differently from before; their revisions are raised. */
function changedDecks(shelved: Shelved, all: boolean): readonly DeckRef[] {
  return shownDecks(shelved.course).flatMap(({ ref }) => {
    const text = JSON.stringify(readingOf(shelved.course, ref, 0))
    const before = shelved.readings.get(keyOf(ref))
    if (!all && before?.text === text) return []
    shelved.readings.set(keyOf(ref), { text, revision: (before?.revision ?? 0) + 1 })
    return [ref]
  })
}

/** What a course's files say as text; anything else that changes (a picture) changes decks without changing their text. */
const isText = (path: string): boolean => /\.(md|ya?ml)$/i.test(path)

/** Opens the library: reads every course and watches it. Never rejects: what cannot be read is a course with a problem. */
export async function openLibrary(deps: LibraryDeps): Promise<Library> {
  const shelf = new Map<string, Shelved>()
  const readings = await openReadings(deps.bundledReadings)

  const withExtra = (course: LoadedCourse): LoadedCourse => {
    const extra = deps.extraDecks(course)
    return extra.length === 0 ? course : { ...course, paths: [...course.paths, ...extra] }
  }

  async function reload(shelved: Shelved): Promise<void> {
    const paths = [...shelved.unseen]
    shelved.unseen.clear()
    if (shelved.closed || paths.length === 0) return
    const before = JSON.stringify(shelved.course)
    const course = withExtra(await load(shelved.course, readings, shelved.course))
    // TypeScript does not see that the course may have been closed during the await.
    if ((shelved as { closed: boolean }).closed) return
    shelved.course = course
    const decks = changedDecks(
      shelved,
      paths.some((path) => path !== course.folder && !isText(path)),
    )
    if (decks.length > 0 || JSON.stringify(course) !== before) deps.onChange(decks)
  }

  async function add(id: string, folder: string, bundled: boolean): Promise<void> {
    const unseen = new Set<string>()
    const readAgain = (): void => {
      const shelved = shelf.get(id)
      if (shelved) shelved.loading = shelved.loading.then(() => reload(shelved))
    }
    // Watching begins before reading, so that no change falls in between.
    const watch = await watchCourse(folder, (paths) => {
      for (const path of paths) unseen.add(path)
      readAgain()
    })
    const course = withExtra(await load({ id, folder, bundled }, readings))
    const shelved = { course, watch, readings: new Map(), loading: Promise.resolve(), unseen, closed: false }
    changedDecks(shelved, true)
    shelf.set(id, shelved)
    readAgain()
  }

  async function idOf(folder: string): Promise<string | null> {
    for (const [id, { course }] of shelf) if (await sameFolder(course.folder, folder)) return id
    return null
  }

  for (const folder of await bundledCourses(deps.bundledSlides)) await add(basename(folder), folder, true)
  for (const folder of deps.opened) if ((await idOf(folder)) === null) await add(folder, folder, false)

  // Openings take turns, so that the same folder asked for twice at once is opened once.
  const inTurn = makeInTurn()
  async function open(path: string): Promise<readonly [string, ...string[]]> {
    const ids: string[] = []
    for (const folder of await coursesAt(path)) {
      const known = await idOf(folder)
      if (known === null) await add(folder, folder, false)
      ids.push(known ?? folder)
    }
    return ids as [string, ...string[]]
  }

  return {
    courses: () => [...shelf.values()].map(({ course }) => course),
    course: (id) => shelf.get(id)?.course ?? null,
    deck: (ref) => {
      const shelved = shelf.get(ref.course)
      return shelved ? readingOf(shelved.course, ref, shelved.readings.get(keyOf(ref))?.revision ?? 0) : null
    },
    refresh: (id) => {
      const shelved = shelf.get(id)
      if (!shelved) return
      const extra = deps.extraDecks(shelved.course)
      const names = new Set(extra.map(({ ref }) => ref.name))
      const paths = shelved.course.paths.filter(({ ref }) => !names.has(ref.name))
      shelved.course = { ...shelved.course, paths: [...paths, ...extra] }
      deps.onChange(changedDecks(shelved, false))
    },
    open: (path) => inTurn(() => open(path)),
    close: async (id) => {
      const shelved = shelf.get(id)
      if (!shelved)
        throw new LecternError('not-found', {
          ko: '라이브러리에 없는 코스예요.',
          en: 'This course is not in the library.',
        })
      if (shelved.course.bundled)
        throw new LecternError('refused', {
          ko: '함께 들어 있는 코스는 뺄 수 없어요.',
          en: 'A course that comes with Lectern cannot be taken out.',
        })
      shelved.closed = true
      shelf.delete(id)
      await shelved.watch.close()
    },
    stop: async () => {
      for (const shelved of shelf.values()) shelved.closed = true
      await Promise.all([...shelf.values()].map(({ watch }) => watch.close()))
    },
  }
}
