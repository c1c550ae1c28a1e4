import { basename } from 'node:path'
import type { Problem } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'
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
    problems: [problem],
  }
}
