import { extname } from 'node:path'
import { LecternError } from '../../contract/failure.ts'
import { imageEndings, mediaEndings } from '../disk/static-files.ts'
import { needFilePlace } from '../disk/write-atomic.ts'

/** What courses are made of: decks, questions, notes, what describes them, and their pictures. */
const ofCourses: ReadonlySet<string> = new Set(['.md', '.yaml', '.yml', ...imageEndings, ...mediaEndings])

/**
 * Sees to it that an export may be written to a path, before work is done for it. Rejects with a `LecternError`:
 * `cannot-write` where no file can be, `refused` where the path is named like a file of a course: what was written by hand
 * is never written over, by a slip of the hand either.
 */
export async function needExportPlace(file: string): Promise<void> {
  // In small letters, as some systems take both for the same.
  const ending = extname(file).toLowerCase()
  if (ofCourses.has(ending))
    throw new LecternError('refused', {
      ko: `${ending} 파일은 강의를 이루는 파일이라 그 위에 내보내지 않아요. 다른 파일 이름을 적어 주세요: ${file}`,
      en: `Courses are made of ${ending} files, so nothing is exported to one. Choose another name: ${file}`,
    })
  await needFilePlace(file, true)
}
