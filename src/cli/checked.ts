import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Deck, Problem } from '../contract/deck.ts'
import { langOfText, problem, readDeck, type WithinBudget } from '../core/deck/index.ts'
import { leftOutProblems } from '../core/deck/left-out-problems.ts'
import { catalogue } from '../core/scenes/catalogue.ts'
import { courseFileKind, isCourseFile } from '../services/courses/course-files.ts'
import { loadCourse, type LoadedCourse } from '../services/courses/course.ts'
import { deckInCourse } from '../services/courses/deck-in-course.ts'
import { readWithinBudget } from '../services/courses/reading/time-budget.ts'
import { readText } from '../services/disk/read-text.ts'

/** What was looked at. Each language of a deck is a deck; a question counts once in its course. */
export interface Checked {
  /** The decks with the folders that their images are in. */
  readonly decks: readonly { readonly deck: Deck; readonly courseFolder: string }[]
  readonly questions: number
  readonly problems: readonly Problem[]
  /** The whole courses that what was looked at is or belongs to. */
  readonly courses: readonly LoadedCourse[]
}

const start = { line: 1, column: 1 } as const
const nothing: Checked = { decks: [], questions: 0, problems: [], courses: [] }

/** Looks at a deck file, a course, or a folder of courses. Never rejects for what is there: that is among the problems. */
export async function check(path: string): Promise<Checked> {
  const stats = await stat(path).catch(() => null)
  if (stats === null) return { ...nothing, problems: [problem(path, start, 'not-found')] }
  if (!stats.isDirectory()) return checkFile(path)
  const folders = await courseFolders(path)
  if (!Array.isArray(folders)) return { ...nothing, problems: [folders] }
  const checked = await Promise.all(folders.map(checkCourse))
  return {
    decks: checked.flatMap(({ decks }) => decks),
    questions: checked.reduce((sum, { questions }) => sum + questions, 0),
    problems: checked.flatMap(({ problems }) => problems),
    courses: checked.flatMap(({ courses }) => courses),
  }
}

/** The folder itself where it is a course, else those in it that are. */
async function courseFolders(folder: string): Promise<string[] | Problem> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
  if (entries === null) {
    return problem(folder, start, 'unreadable', { ko: '폴더를 열 수 없어요.', en: 'the folder cannot be opened.' })
  }
  const isCourse = (names: readonly string[]) => names.some(isCourseFile)
  const isOffered = (names: readonly string[]) => names.some((name) => courseFileKind(name) !== null)
  if (isCourse(entries.map(({ name }) => name))) return [folder]
  const courses: string[] = []
  for (const { name } of entries.toSorted((a, b) => a.name.localeCompare(b.name))) {
    if (name.startsWith('.') || name === 'node_modules') continue
    const inner = join(folder, name)
    if (isCourse(await readdir(inner).catch(() => []))) courses.push(inner)
  }
  if (courses.length > 0) return courses
  return isOffered(entries.map(({ name }) => name)) ? [folder] : problem(folder, start, 'no-decks')
}

async function checkCourse(folder: string): Promise<Checked> {
  const course = await loadCourse(folder, { id: folder, bundled: false })
  const { decks, questions, problems } = course
  const ids = new Set([...questions.ko, ...questions.en].map(({ id }) => id))
  const all = [...problems, ...decks.flatMap((deck) => [...deck.problems, ...leftOutProblems(deck)])]
  const isEmpty = decks.length === 0 && ids.size === 0 && all.length === 0
  return {
    decks: decks.map((deck) => ({ deck: deckInCourse(deck, course), courseFolder: folder })),
    questions: ids.size,
    problems: isEmpty ? [problem(folder, start, 'no-decks')] : all,
    courses: [course],
  }
}

/** Checks one file, beside the other files of its course where its name says that it belongs to one. */
async function checkFile(path: string): Promise<Checked> {
  const kind = courseFileKind(basename(path))
  if (kind === null) return checkLoneDeck(path)
  const file = join(dirname(path), basename(path))
  const checked = await checkCourse(dirname(path))
  return {
    decks: checked.decks.filter(({ deck }) => deck.file === file),
    questions: kind.kind === 'questions' ? checked.questions : 0,
    problems: checked.problems.filter((one) => one.file === file),
    courses: checked.courses,
  }
}

async function checkLoneDeck(file: string): Promise<Checked> {
  const read = await readText(file)
  if ('problem' in read) return { ...nothing, problems: [read.problem] }
  const lang = langOfText(read.text)
  const ref = { course: dirname(file), name: basename(file, '.md'), lang }
  const parse = (within: WithinBudget) => readDeck(read.text, { file, ref, scenes: catalogue, within })
  const { deck } = readWithinBudget(read.text, parse)
  return {
    ...nothing,
    decks: [{ deck, courseFolder: dirname(file) }],
    problems: [...deck.problems, ...leftOutProblems(deck)],
  }
}
