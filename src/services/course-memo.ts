import { resolve } from 'node:path'
import {
  createDeckMemo,
  parseQuestions,
  type DeckMemo,
  type ParsedQuestions,
  type QuestionsSetting,
} from '../core/deck/index.ts'

/** What a course read like last, so that a change in one file costs no more than that file. */
export interface CourseMemo {
  deck(file: string): DeckMemo
  /** Like `parseQuestions`; the very same answer while neither text nor setting change. */
  questions(text: string, setting: QuestionsSetting): ParsedQuestions
}

function createCourseMemo(): CourseMemo {
  const decks = new Map<string, DeckMemo>()
  const read = new Map<string, { text: string; setting: QuestionsSetting; parsed: ParsedQuestions }>()
  return {
    deck(file) {
      const memo = decks.get(file) ?? createDeckMemo()
      decks.set(file, memo)
      return memo
    },
    questions(text, setting) {
      const before = read.get(setting.file)
      if (before?.text === text && before.setting.lang === setting.lang && before.setting.scenes === setting.scenes) {
        return before.parsed
      }
      const parsed = parseQuestions(text, setting)
      read.set(setting.file, { text, setting, parsed })
      return parsed
    },
  }
}

/** The courses read last, newest at the end. */
const memos = new Map<string, CourseMemo>()
const mostCourses = 16

/** The memory of the course in a folder. */
export function memoOf(folder: string): CourseMemo {
  const key = resolve(folder)
  const memo = memos.get(key) ?? createCourseMemo()
  memos.delete(key)
  memos.set(key, memo)
  const [oldest] = memos.keys()
  if (memos.size > mostCourses && oldest !== undefined) memos.delete(oldest)
  return memo
}
