import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { DeckLook, DeckRef, Lang, Problem, Question } from '../../contract/deck.ts'
import {
  isError,
  langOf,
  langOfText,
  problem,
  withoutLogo,
  type CourseFile,
  type DeckImage,
  type SceneCatalogue,
} from '../../core/deck/index.ts'
import { readFailure } from '../disk/disk-errors.ts'
import { readText } from '../disk/read-text.ts'
import { courseFileKind, isCourseFile, type CourseFileKind } from './course-files.ts'
import type { CourseMemo } from './course-memo.ts'
import { framedQuestions, imageProblem } from './image-problem.ts'
import { askedKey, type QuestionsResult } from './course-readings.ts'
import { includedBy } from './included-by.ts'
import { withTwins } from './deck-twins.ts'
import { readWithinBudget } from './reading/time-budget.ts'
import { steppedDrawings } from './stepped-drawings.ts'

/** A file of a course as it is on disk. */
export interface Source {
  readonly file: string
  readonly fileName: string
  readonly text: string
}

export interface QuestionFile {
  readonly lang: Lang
  readonly file: string
  readonly items: readonly Question[]
}

/** An image that a file names, and the slide that shows it. */
export interface NamedImage {
  readonly file: string
  readonly image: Pick<DeckImage, 'to' | 'at'>
  readonly slide: string | null
}

/** A deck that has not been read yet. */
export interface DeckSource {
  readonly source: Source
  readonly ref: DeckRef
  /** The ids of the deck in the language that leads, where both are in another format than ours. */
  readonly twin?: readonly string[] | undefined
  /** The texts of files that it includes, by their path in the folder. */
  readonly includes?: ReadonlyMap<string, string> | undefined
  /** The texts of its SVG files whose groups have steps, by the paths in the deck. */
  readonly drawings?: ReadonlyMap<string, string> | undefined
}

/** A course whose decks have not been read yet, everything else of it has. */
export interface CourseSources {
  readonly yaml: Source | undefined
  readonly course: CourseFile
  readonly glossary: Source | undefined
  readonly decks: readonly DeckSource[]
  readonly questions: Readonly<Record<Lang, readonly Question[]>>
  readonly questionFiles: readonly QuestionFile[]
  /** What the course asks, by `askedKey`. */
  readonly asked: string
  /** What all decks have around their slides, without a logo that cannot be shown. */
  readonly looks?: Readonly<Record<Lang, DeckLook>> | undefined
  readonly problems: readonly Problem[]
}

const start = { line: 1, column: 1 } as const
/** The very same each time, so that what shows it need not be made anew. */
const none: readonly Question[] = []

/** Those of a file's questions that another file of its language asks already, and where. */
function askedBefore(
  questions: readonly Question[],
  files: readonly QuestionFile[],
  lang: Lang,
): ReadonlyMap<Question, { readonly file: string; readonly line: number }> {
  const before = new Map(
    files
      .filter((one) => one.lang === lang)
      .flatMap(({ file, items }) => items.map(({ id, line }) => [id, { file, line }] as const)),
  )
  return new Map(
    questions.flatMap((one) => {
      const by = before.get(one.id)
      return by === undefined ? [] : [[one, by] as const]
    }),
  )
}

/**
 * Reads the files of a course, and of them all but the decks.
 * Rejects with a `LecternError` only where the folder itself cannot be read: `not-found`, `not-a-folder`, `unreadable`.
 */
export async function readCourseSources(
  folder: string,
  id: string,
  scenes: SceneCatalogue,
  memo: CourseMemo,
): Promise<CourseSources> {
  const problems: Problem[] = []
  const sources = await readSources(folder, problems)
  const of = (kind: CourseFileKind['kind']) => sources.filter(({ fileName }) => courseFileKind(fileName)?.kind === kind)

  const [yaml] = of('course')
  const read = yaml === undefined ? null : memo.course(yaml.text, yaml.file)
  problems.push(...(read?.problems ?? []))
  const course: CourseFile = read?.course ?? {
    id: null,
    title: null,
    description: null,
    languages: null,
    decks: [],
    paths: [],
  }
  const fallback = course.languages?.[0] ?? 'ko'

  let looks = course.look?.looks
  for (const image of course.look?.images ?? []) {
    const wrong = yaml === undefined ? null : await imageProblem(folder, yaml.file, image)
    if (wrong === null || looks === undefined) continue
    problems.push(wrong)
    const missing = new Set([image.to])
    looks = { ko: withoutLogo(looks.ko, missing), en: withoutLogo(looks.en, missing) }
  }

  const questions: Record<Lang, readonly Question[]> = { ko: none, en: none }
  const questionFiles: QuestionFile[] = []
  const questionProblems: (Pick<QuestionsResult, 'problems' | 'elsewhere'> & { file: string; lang: Lang })[] = []
  for (const { file, fileName, text } of of('questions')) {
    const lang = courseLang(fileName) ?? saidLang(text) ?? fallback
    const parsed = memo.questions(text, { file, lang, scenes })
    const missing = new Set<string>()
    for (const image of parsed.images) {
      const wrong = await imageProblem(folder, file, image)
      if (wrong === null) continue
      problems.push(wrong)
      if (isError(wrong)) missing.add(image.to)
    }
    const all = framedQuestions(parsed.questions, missing)
    const doubles = askedBefore(all, questionFiles, lang)
    const asked = doubles.size === 0 ? all : all.filter((one) => !doubles.has(one))
    questions[lang] = questions[lang].length === 0 ? asked : [...questions[lang], ...asked]
    questionFiles.push({ lang, file, items: asked })
    questionProblems.push({ file, lang, ...parsed })
    for (const [{ id: taken, line }, by] of doubles)
      problems.push(problem(file, { line, column: 1 }, 'duplicate-id', taken, by.line, basename(by.file)))
  }

  // A follow-up that another file asks is there, in whatever language: where it is missing its translation is told.
  const askedAnywhere = new Set(questionFiles.flatMap(({ items }) => items.map(({ id }) => id)))
  for (const { problems: own, elsewhere } of questionProblems) {
    const there = elsewhere.filter((one) => askedAnywhere.has(one.id))
    const isThere = ({ code, line, column }: Problem): boolean =>
      code === 'unknown-question' && there.some((one) => one.line === line && one.column === column)
    problems.push(...(there.length === 0 ? own : own.filter((one) => !isThere(one))))
  }

  const decks = new Map<string, DeckSource>()
  // What is a deck by its name comes before what is offered as one.
  const isOffered = ({ fileName }: Source): boolean => !isCourseFile(fileName)
  for (const source of of('deck').toSorted((a, b) => Number(isOffered(a)) - Number(isOffered(b)))) {
    const kind = courseFileKind(source.fileName)
    if (kind?.kind !== 'deck') continue
    // An empty file is nothing to offer.
    if (kind.offered !== undefined && source.text.trim() === '') continue
    const lang = kind.lang ?? saidLang(source.text) ?? (kind.offered === undefined ? fallback : langOfText(source.text))
    let ref = { course: id, name: kind.name, lang }
    if (kind.offered !== undefined && decks.has(keyOf(ref))) ref = { ...ref, name: source.fileName.normalize('NFC') }
    const twin = decks.get(keyOf(ref))
    const includes = await includedBy(source.text, folder)
    const drawings = await steppedDrawings(source.text, folder)
    if (twin === undefined) decks.set(keyOf(ref), { source, ref, includes, drawings })
    else problems.push(problem(source.file, start, 'duplicate-deck', basename(twin.source.file)))
  }
  const matched = withTwins([...decks.values()], fallback)
  problems.push(...matched.problems)
  return {
    yaml,
    course,
    glossary: of('glossary')[0],
    decks: matched.decks,
    questions,
    questionFiles,
    asked: askedKey(of('questions').map(({ text }) => text)),
    looks,
    problems,
  }
}

const keyOf = ({ name, lang }: Pick<DeckRef, 'name' | 'lang'>): string => `${name}.${lang}`

const saidLang = (text: string): Lang | null => readWithinBudget(text, (within) => langOf(text, within))

function courseLang(fileName: string): Lang | null {
  const kind = courseFileKind(fileName)
  return kind !== null && 'lang' in kind ? kind.lang : null
}

/**
 * A text without what asks for a coloured glyph (U+FE0F after a sign, Unicode Technical Standard 51): browsers would leave
 * our outlines for a font of the system, which looks otherwise on each and prints as a font that cannot be searched.
 */
const withoutColours = (text: string): string => text.replaceAll('\ufe0f', '')

/** How many files are read at once: enough to keep a disk busy, far from what a process may have open. */
const atOnce = 32

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
  for (let first = 0; first < names.length; first += atOnce) {
    const some = names.slice(first, first + atOnce)
    const read = await Promise.all(some.map((fileName) => readText(join(folder, fileName), folder)))
    for (const [index, fileName] of some.entries()) {
      const one = read[index]
      if (one === undefined) continue
      if ('text' in one) sources.push({ file: join(folder, fileName), fileName, text: withoutColours(one.text) })
      else problems.push(one.problem)
    }
  }
  return sources
}
