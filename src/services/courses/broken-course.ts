import { basename } from 'node:path'
import { LecternError } from '../../contract/failure.ts'
import { problem } from '../../core/deck/problem-report.ts'
import type { LoadedCourse } from './course.ts'

/** A course whose folder cannot be read: it keeps its place and its name, and says what is wrong. */
export function brokenCourse(
  id: string,
  folder: string,
  bundled: boolean,
  error: unknown,
  before?: LoadedCourse,
): LoadedCourse {
  const name = basename(folder)
  const missing = error instanceof LecternError ? error.failure : null
  const said = missing?.message ?? {
    ko: `${folder} 폴더를 읽을 수 없어요.`,
    en: `The folder ${folder} cannot be read.`,
  }
  const code = missing?.code === 'not-found' ? 'folder-missing' : 'folder-unreadable'
  return {
    id,
    ownId: before?.ownId ?? null,
    folder,
    bundled,
    title: before?.title ?? { ko: name, en: name },
    description: before?.description ?? { ko: '', en: '' },
    decks: [],
    paths: [],
    glossary: [],
    questions: { ko: [], en: [] },
    questionFiles: [],
    problems: [problem(folder, { line: 1, column: 1 }, code, said)],
  }
}
