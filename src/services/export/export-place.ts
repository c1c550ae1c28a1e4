import { basename } from 'node:path'
import { LecternError } from '../../contract/failure.ts'
import { courseFileKind } from '../courses/course-files.ts'
import { needFilePlace } from '../disk/write-atomic.ts'

/**
 * Sees to it that an export may be written to a path, before work is done for it. Rejects with a `LecternError`:
 * `cannot-write` where no file can be, `refused` where a file of a course is or would be, for what others wrote is never
 * written over.
 */
export async function needExportPlace(file: string): Promise<void> {
  if (courseFileKind(basename(file)) !== null)
    throw new LecternError('refused', {
      ko: `${file}은 강의의 파일 이름이라 내보낸 내용을 쓰지 않아요. 다른 파일 이름을 적어 주세요.`,
      en: `${file} is named like a file of a course, so nothing is exported to it. Choose another name.`,
    })
  await needFilePlace(file)
}
