import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { langs, type Deck, type Lang, type Problem } from '../contract/deck.ts'
import { isError, langOf, parseDeck, problem } from '../core/deck/index.ts'
import { catalogue } from '../core/scenes/index.ts'
import { courseFileKind } from '../services/course-files.ts'
import { loadCourse } from '../services/course.ts'
import { readText } from '../services/read-text.ts'
import { systemLang } from './system-lang.ts'

export interface CheckSetting {
  /** Where the courses that come with Lectern are; checked when no path is given. */
  readonly bundledSlides: string
  readonly write?: (text: string) => void
  readonly complain?: (text: string) => void
}

/** What was looked at. Each language of a deck is a deck; a question counts once in its course. */
interface Checked {
  readonly decks: readonly Deck[]
  readonly questions: number
  readonly problems: readonly Problem[]
}

const start = { line: 1, column: 1 } as const
const nothing: Checked = { decks: [], questions: 0, problems: [] }

/**
 * `lectern check [PATH] [--json] [--lang ko|en]`: checks a deck file, a course, or a folder of courses.
 * @returns the exit code: 0 without errors, 1 with some, 2 for wrong usage
 */
export async function checkCommand(args: readonly string[], setting: CheckSetting): Promise<number> {
  const { write = console.log, complain = console.error } = setting
  const options = optionsOf(args)
  if (options === null) {
    complain('usage: lectern check [PATH] [--json] [--lang ko|en]')
    return 2
  }
  const { lang } = options
  const checked = await check(options.path ?? setting.bundledSlides)
  const problems = checked.problems.map((one) => ({ ...one, file: shown(one.file) }))
  const slides = checked.decks.reduce((sum, deck) => sum + deck.slides.length, 0)
  const counts = { decks: checked.decks.length, slides, questions: checked.questions }
  if (options.json) {
    const plain = problems.map(({ message, fix, ...place }) => ({
      ...place,
      message: message[lang],
      ...(fix ? { fix: fix[lang] } : {}),
    }))
    write(JSON.stringify({ ...counts, problems: plain }, null, 2))
  } else {
    for (const one of problems) write(lineOf(one, lang))
    write(summary(counts, problems, lang))
  }
  return problems.some(isError) ? 1 : 0
}

function optionsOf(args: readonly string[]): { path: string | undefined; json: boolean; lang: Lang } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, lang: { type: 'string' }, verbose: { type: 'boolean' } },
    })
    const lang = values.lang === undefined ? systemLang() : langs.find((one) => one === values.lang)
    if (lang === undefined || positionals.length > 1) return null
    return { path: positionals[0], json: values.json === true, lang }
  } catch {
    return null
  }
}

async function check(path: string): Promise<Checked> {
  const stats = await stat(path).catch(() => null)
  if (stats === null) return { ...nothing, problems: [problem(path, start, 'not-found')] }
  if (!stats.isDirectory()) return checkFile(path)
  const folders = await courseFolders(path)
  if (!Array.isArray(folders)) return { ...nothing, problems: [folders] }
  const courses = await Promise.all(folders.map(checkCourse))
  return {
    decks: courses.flatMap(({ decks }) => decks),
    questions: courses.reduce((sum, { questions }) => sum + questions, 0),
    problems: courses.flatMap(({ problems }) => problems),
  }
}

/** The folder itself where it is a course, else those in it that are. */
async function courseFolders(folder: string): Promise<string[] | Problem> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
  if (entries === null) {
    return problem(folder, start, 'unreadable', { ko: '폴더를 열 수 없어요.', en: 'the folder cannot be opened.' })
  }
  const isCourse = (names: readonly string[]) => names.some((name) => courseFileKind(name) !== null)
  if (isCourse(entries.map(({ name }) => name))) return [folder]
  const courses: string[] = []
  for (const { name } of entries.toSorted((a, b) => a.name.localeCompare(b.name))) {
    if (name.startsWith('.') || name === 'node_modules') continue
    const inner = join(folder, name)
    if (isCourse(await readdir(inner).catch(() => []))) courses.push(inner)
  }
  return courses.length > 0 ? courses : problem(folder, start, 'no-decks')
}

async function checkCourse(folder: string): Promise<Checked> {
  const { decks, questions, problems } = await loadCourse(folder, { id: folder, bundled: false })
  const ids = new Set([...questions.ko, ...questions.en].map(({ id }) => id))
  const all = [...problems, ...decks.flatMap((deck) => deck.problems)]
  const isEmpty = decks.length === 0 && ids.size === 0 && all.length === 0
  return { decks, questions: ids.size, problems: isEmpty ? [problem(folder, start, 'no-decks')] : all }
}

/** Checks one file, beside the other files of its course where its name says that it belongs to one. */
async function checkFile(path: string): Promise<Checked> {
  const kind = courseFileKind(basename(path))
  if (kind === null) return checkLoneDeck(path)
  const file = join(dirname(path), basename(path))
  const course = await checkCourse(dirname(path))
  return {
    decks: course.decks.filter((deck) => deck.file === file),
    questions: kind.kind === 'questions' ? course.questions : 0,
    problems: course.problems.filter((one) => one.file === file),
  }
}

async function checkLoneDeck(file: string): Promise<Checked> {
  const read = await readText(file)
  if ('problem' in read) return { ...nothing, problems: [read.problem] }
  const ref = { course: dirname(file), name: basename(file, '.md'), lang: langOf(read.text) ?? 'ko' }
  const { deck } = parseDeck(read.text, { file, ref, scenes: catalogue })
  return { decks: [deck], questions: 0, problems: deck.problems }
}

/** A path as short as can be: relative where it is below the working directory. */
function shown(file: string): string {
  const short = relative(process.cwd(), resolve(file))
  return short === '' || short.startsWith('..') || isAbsolute(short) ? file : short
}

function lineOf({ file, line, column, severity, message, code, fix }: Problem, lang: Lang): string {
  const hint = fix === undefined ? '' : `\n    → ${fix[lang]}`
  return `${file}:${line}:${column}  ${severity}  ${message[lang]}  (${code})${hint}`
}

function summary(
  counts: { decks: number; slides: number; questions: number },
  problems: readonly Problem[],
  lang: Lang,
): string {
  const { decks, slides, questions } = counts
  const errors = problems.filter(isError).length
  const warnings = problems.length - errors
  if (lang === 'ko') {
    return `덱 ${decks}개, 슬라이드 ${slides}장, 질문 ${questions}개를 확인했어요: 오류 ${errors}개, 경고 ${warnings}개`
  }
  const several = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`
  const looked = [several(decks, 'deck'), several(slides, 'slide'), several(questions, 'question')].join(', ')
  return `Checked ${looked}: ${several(errors, 'error')}, ${several(warnings, 'warning')}`
}
