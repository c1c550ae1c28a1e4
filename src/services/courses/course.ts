import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import {
  langs,
  type Deck,
  type GlossaryTerm,
  type Lang,
  type Problem,
  type Question,
  type Text,
} from '../../contract/deck.ts'
import {
  inOrder,
  isError,
  langOf,
  nearest,
  parseCourse,
  pathDecks,
  problem,
  type CourseFile,
  type DeckImage,
  type SceneCatalogue,
} from '../../core/deck/index.ts'
import { catalogue } from '../../core/scenes/catalogue.ts'
import { courseFileKind, type CourseFileKind } from './course-files.ts'
import { memoOf } from './course-memo.ts'
import type { CourseReadings } from './course-readings.ts'
import { loadGlossary } from './glossary.ts'
import { readFailure } from '../disk/disk-errors.ts'
import { readText } from '../disk/read-text.ts'
import { translationProblems } from './translations.ts'

/** A course as it is on disk. */
export interface LoadedCourse {
  readonly id: string
  readonly folder: string
  readonly bundled: boolean
  readonly title: Text
  readonly description: Text
  /** In the order of course.yaml, then by name; each with the problems of its file. */
  readonly decks: readonly Deck[]
  /** The paths of course.yaml as decks, in its order: of each, one a language. */
  readonly paths: readonly Deck[]
  readonly glossary: readonly GlossaryTerm[]
  readonly questions: Readonly<Record<Lang, readonly Question[]>>
  /** The same questions by their files. */
  readonly questionFiles: readonly QuestionFile[]
  /** What is wrong outside of any deck: course.yaml, question files, files that cannot be read. */
  readonly problems: readonly Problem[]
}

export interface QuestionFile {
  readonly lang: Lang
  readonly file: string
  readonly items: readonly Question[]
}

export interface CourseSetting {
  readonly id: string
  readonly bundled: boolean
  /** The scenes that decks may name; by default those of Lectern. */
  readonly scenes?: SceneCatalogue
  /** How the build read the course. */
  readonly readings?: CourseReadings | null
}

interface Source {
  readonly file: string
  readonly fileName: string
  readonly text: string
}

const start = { line: 1, column: 1 } as const

/**
 * Reads a course: its decks in all languages, its questions, and everything that is wrong with them.
 * Rejects with a `LecternError` only where the folder itself cannot be read: `not-found`, `not-a-folder`, `unreadable`.
 */
export async function loadCourse(folder: string, setting: CourseSetting): Promise<LoadedCourse> {
  const { id, bundled, scenes = catalogue, readings = null } = setting
  const memo = memoOf(folder, scenes === catalogue ? readings : null)
  const problems: Problem[] = []
  const sources = await readSources(folder, problems)
  const of = (kind: CourseFileKind['kind']) => sources.filter(({ fileName }) => courseFileKind(fileName)?.kind === kind)

  const [yaml] = of('course')
  const read = yaml === undefined ? null : parseCourse(yaml.text, yaml.file)
  problems.push(...(read?.problems ?? []))
  const course: CourseFile = read?.course ?? { title: null, description: null, languages: null, decks: [], paths: [] }
  const fallback = course.languages?.[0] ?? 'ko'

  const images: { file: string; image: Pick<DeckImage, 'to' | 'at'>; slide: string | null }[] = []
  const questions: Record<Lang, readonly Question[]> = { ko: [], en: [] }
  const questionFiles: QuestionFile[] = []
  const asked = of('questions').map(({ text }) => text)
  for (const { file, fileName, text } of of('questions')) {
    const lang = courseLang(fileName) ?? langOf(text) ?? fallback
    const parsed = memo.questions(text, { file, lang, scenes })
    questions[lang] = questions[lang].length === 0 ? parsed.questions : [...questions[lang], ...parsed.questions]
    questionFiles.push({ lang, file, items: parsed.questions })
    problems.push(...parsed.problems)
    images.push(...parsed.images.map((image) => ({ file, image, slide: null })))
  }

  const decks: Deck[] = []
  for (const { file, fileName, text } of of('deck')) {
    const kind = courseFileKind(fileName)
    if (kind?.kind !== 'deck') continue
    const ref = { course: id, name: kind.name, lang: kind.lang ?? langOf(text) ?? fallback }
    const twin = decks.find((deck) => deck.ref.name === ref.name && deck.ref.lang === ref.lang)
    if (twin !== undefined) {
      problems.push(problem(file, start, 'duplicate-deck', basename(twin.file)))
      continue
    }
    const parsed = memo.deck(text, { file, ref, scenes, questions: questions[ref.lang] }, asked)
    decks.push(parsed.deck)
    images.push(...parsed.images.map((image) => ({ file, image, slide: image.slide })))
  }

  const found: FoundProblem[] = []
  for (const { file, image, slide } of images) {
    const missing = await imageProblem(folder, file, image)
    if (missing !== null) found.push({ problem: missing, slide })
  }
  const twins = decks.map(({ ref, file, slides }) => ({ name: ref.name, lang: ref.lang, file, items: slides }))
  found.push(
    ...[
      ...translationProblems(twins, course.languages),
      ...translationProblems(
        questionFiles.map((one) => ({ ...one, name: 'questions' })),
        course.languages,
      ),
    ].map((one) => ({ problem: one, slide: null })),
  )
  const deckFiles = new Set(decks.map(({ file }) => file))
  problems.push(...found.filter((one) => !deckFiles.has(one.problem.file)).map((one) => one.problem))
  const ordered = inCourseOrder(decks, course).map((deck) => withProblems(deck, found))
  const paths = pathDecks(course.paths, ordered, yaml?.file ?? folder)
  if (yaml !== undefined) problems.push(...orderProblems(course, decks, yaml.file), ...paths.problems)
  const [words] = of('glossary')
  const glossary = words === undefined ? null : loadGlossary(words, decks)
  problems.push(...(glossary?.problems ?? []))

  const own: Text = { ko: basename(resolve(folder)), en: basename(resolve(folder)) }
  return {
    id,
    folder,
    bundled,
    title: course.title ?? own,
    description: course.description ?? { ko: '', en: '' },
    decks: ordered,
    paths: paths.decks,
    questions,
    questionFiles,
    glossary: glossary?.terms ?? [],
    problems: problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column),
  }
}

function courseLang(fileName: string): Lang | null {
  const kind = courseFileKind(fileName)
  return kind !== null && 'lang' in kind ? kind.lang : null
}

async function readSources(folder: string, problems: Problem[]): Promise<Source[]> {
  let entries
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    throw readFailure(error, folder)
  }
  const names = entries
    .filter((entry) => !entry.isDirectory() && courseFileKind(entry.name) !== null)
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b))
  const sources: Source[] = []
  for (const fileName of names) {
    const file = join(folder, fileName)
    const read = await readText(file)
    if ('text' in read) sources.push({ file, fileName, text: read.text })
    else problems.push(read.problem)
  }
  return sources
}

async function imageProblem(
  folder: string,
  file: string,
  { to, at }: Pick<DeckImage, 'to' | 'at'>,
): Promise<Problem | null> {
  const path = join(folder, to)
  // A shell serves the files of the course's folder and no others.
  if (relative(folder, path).startsWith('..')) return problem(file, at, 'remote-image', to)
  const isThere = await stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  )
  return isThere ? null : problem(file, at, 'missing-image', to)
}

function orderProblems({ decks: named }: CourseFile, decks: readonly Deck[], file: string): Problem[] {
  const names = new Set(decks.map(({ ref }) => ref.name))
  return named
    .filter(({ name }) => !names.has(name.normalize('NFC')))
    .map(({ name, at }) => problem(file, at, 'unknown-deck', name, nearest(name, names)))
}

function inCourseOrder(decks: readonly Deck[], { decks: named }: CourseFile): Deck[] {
  const order = named.map(({ name }) => name.normalize('NFC'))
  const rank = ({ ref }: Deck) => (order.includes(ref.name) ? order.indexOf(ref.name) : order.length)
  return decks.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      a.ref.name.localeCompare(b.ref.name) ||
      langs.indexOf(a.ref.lang) - langs.indexOf(b.ref.lang),
  )
}

interface FoundProblem {
  readonly problem: Problem
  readonly slide: string | null
}

/** A deck with what was found only beside the other files of its course. */
function withProblems(deck: Deck, found: readonly FoundProblem[]): Deck {
  const mine = found.filter((one) => one.problem.file === deck.file)
  if (mine.length === 0) return deck
  return {
    ...deck,
    problems: inOrder([...deck.problems, ...mine.map((one) => one.problem)]),
    slides: deck.slides.map((slide) => {
      const own = mine.filter((one) => one.slide === slide.id && isError(one.problem)).map((one) => one.problem)
      return own.length === 0 ? slide : { ...slide, problems: inOrder([...slide.problems, ...own]) }
    }),
  }
}
