import { resolve } from 'node:path'
import {
  createDeckMemo,
  parseDeck,
  parseGlossary,
  parseQuestions,
  type DeckMemo,
  type DeckSetting,
  type ParsedGlossary,
  type QuestionsSetting,
} from '../../core/deck/index.ts'
import type { CourseReadings, DeckResult, QuestionsResult } from './course-readings.ts'

/** What a course read like last, so that a change in one file costs no more than that file. */
export interface CourseMemo {
  /**
   * Like `parseDeck`.
   * @param asked what the course asks, by `askedKey`
   */
  deck(text: string, setting: Omit<DeckSetting, 'memo'>, asked: string): DeckResult
  /** Like `parseQuestions`; the very same answer while neither text nor setting change. */
  questions(text: string, setting: QuestionsSetting): QuestionsResult
  /** Like `parseGlossary`; the very same answer while the text does not change. */
  glossary(text: string, file: string): ParsedGlossary
}

/** What a course is read with besides its files. */
export type Kept = CourseReadings | null

interface Remembered {
  /** How the build read each file, until it changed. */
  readonly decks: Map<string, DeckMemo>
  readonly questions: Map<string, { text: string; setting: QuestionsSetting; read: QuestionsResult }>
  readonly glossaries: Map<string, { text: string; read: ParsedGlossary }>
}

function memoWith({ decks, questions, glossaries }: Remembered, kept: Kept): CourseMemo {
  return {
    deck(text, setting, asked) {
      const { file } = setting
      const known = decks.has(file) ? null : (kept?.deck(text, setting, asked) ?? null)
      if (known !== null) return known
      const memo = decks.get(file) ?? createDeckMemo()
      decks.set(file, memo)
      return parseDeck(text, { ...setting, memo })
    },
    questions(text, setting) {
      const before = questions.get(setting.file)
      if (before?.text === text && before.setting.lang === setting.lang && before.setting.scenes === setting.scenes) {
        return before.read
      }
      const read = kept?.questions(text, setting) ?? parseQuestions(text, setting)
      questions.set(setting.file, { text, setting, read })
      return read
    },
    glossary(text, file) {
      const before = glossaries.get(file)
      if (before?.text === text) return before.read
      const read = kept?.glossary(text, file) ?? parseGlossary(text, file)
      glossaries.set(file, { text, read })
      return read
    },
  }
}

/** The courses read last, newest at the end. */
const remembered = new Map<string, Remembered>()
const mostCourses = 16

/** The memory of the course in a folder, with what the build knows of it. */
export function memoOf(folder: string, kept: Kept): CourseMemo {
  const key = resolve(folder)
  const own = remembered.get(key) ?? { decks: new Map(), questions: new Map(), glossaries: new Map() }
  remembered.delete(key)
  remembered.set(key, own)
  const [oldest] = remembered.keys()
  if (remembered.size > mostCourses && oldest !== undefined) remembered.delete(oldest)
  return memoWith(own, kept)
}
