import { resolve } from 'node:path'
import {
  createDeckMemo,
  parseCourse,
  parseGlossary,
  parseQuestions,
  readDeck,
  type DeckMemo,
  type ParsedGlossary,
  type QuestionsSetting,
  type ReadSetting,
} from '../../core/deck/index.ts'
import type { CourseReadings, DeckResult, QuestionsResult } from './course-readings.ts'
import { readWithinBudget, type ReadingGuard } from './reading/time-budget.ts'

type ParsedCourse = ReturnType<typeof parseCourse>

/**
 * What a course read like last, so that a change in one file costs no more than that file. What takes too long to read
 * is among the problems.
 */
export interface CourseMemo {
  /**
   * Like `readDeck`.
   * @param asked what the course asks, by `askedKey`
   */
  deck(text: string, setting: Omit<ReadSetting, 'memo'>, asked: string): DeckResult
  /** Like `parseQuestions`; the very same answer while neither text nor setting change. */
  questions(text: string, setting: QuestionsSetting): QuestionsResult
  /** Like `parseGlossary`; the very same answer while the text does not change. */
  glossary(text: string, file: string): ParsedGlossary
  /** Like `parseCourse`; the very same answer while the text does not change. */
  course(text: string, file: string): ParsedCourse
}

/** What a course is read with besides its files. */
export type Kept = CourseReadings | null

interface Remembered {
  /** How the build read each file, until it changed. */
  readonly decks: Map<string, DeckMemo>
  readonly questions: Map<string, { text: string; setting: QuestionsSetting; read: QuestionsResult }>
  readonly glossaries: Map<string, { text: string; read: ParsedGlossary }>
  readonly courses: Map<string, { text: string; read: ParsedCourse }>
}

/** Reads a text unless it is the one that was read last. */
function readOnce<T>(known: Map<string, { text: string; read: T }>, file: string, text: string, read: () => T): T {
  const before = known.get(file)
  if (before?.text === text) return before.read
  const now = read()
  known.set(file, { text, read: now })
  return now
}

function memoWith({ decks, questions, glossaries, courses }: Remembered, kept: Kept, guard?: ReadingGuard): CourseMemo {
  return {
    deck(text, setting, asked) {
      const { file } = setting
      const known = decks.has(file) ? null : (kept?.deck(text, setting, asked) ?? null)
      if (known !== null) return known
      const memo = decks.get(file) ?? createDeckMemo()
      decks.set(file, memo)
      return readWithinBudget(text, (within) => readDeck(text, { ...setting, memo, within }), guard)
    },
    questions(text, setting) {
      const before = questions.get(setting.file)
      if (before?.text === text && before.setting.lang === setting.lang && before.setting.scenes === setting.scenes) {
        return before.read
      }
      const read =
        kept?.questions(text, setting) ??
        readWithinBudget(text, (within) => parseQuestions(text, { ...setting, within }), guard)
      questions.set(setting.file, { text, setting, read })
      return read
    },
    glossary(text, file) {
      return readOnce(
        glossaries,
        file,
        text,
        () =>
          kept?.glossary(text, file) ?? readWithinBudget(text, (within) => parseGlossary(text, file, within), guard),
      )
    },
    course(text, file) {
      return readOnce(courses, file, text, () =>
        readWithinBudget(text, (within) => parseCourse(text, file, within), guard),
      )
    },
  }
}

/** The courses read last, newest at the end. */
const remembered = new Map<string, Remembered>()
const mostCourses = 16

/**
 * The memory of the course in a folder, with what the build knows of it.
 * @param guard is asked before a text is read
 */
export function memoOf(folder: string, kept: Kept, guard?: ReadingGuard): CourseMemo {
  const key = resolve(folder)
  const own = remembered.get(key) ?? {
    decks: new Map(),
    questions: new Map(),
    glossaries: new Map(),
    courses: new Map(),
  }
  remembered.delete(key)
  remembered.set(key, own)
  const [oldest] = remembered.keys()
  if (remembered.size > mostCourses && oldest !== undefined) remembered.delete(oldest)
  return memoWith(own, kept, guard)
}

/** Forgets what is remembered of the course in a folder. */
export const forgetCourse = (folder: string): void => void remembered.delete(resolve(folder))
