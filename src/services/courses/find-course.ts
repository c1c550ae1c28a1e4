import { basename, resolve } from 'node:path'
import { LecternError } from '../../contract/failure.ts'
import { nearest } from '../../core/deck/index.ts'
import { bundledCourses, isFolder, sameFolder } from './course-folders.ts'
import { openReadings, type BundledCourses } from './course-readings.ts'
import { loadCourse, type LoadedCourse } from './course.ts'

/**
 * The course that an argument names: the person's own folder before a bundled course of that name.
 * Rejects with a `LecternError`: `not-found`, or `unreadable` where the folder cannot be read.
 */
export async function findCourse(
  argument: string,
  { bundledSlides, bundledReadings }: BundledCourses,
): Promise<LoadedCourse> {
  const bundled = await bundledCourses(bundledSlides)
  const readings = await openReadings(bundledReadings)
  const load = (folder: string, isBundled: boolean): Promise<LoadedCourse> =>
    loadCourse(folder, { id: isBundled ? basename(folder) : folder, bundled: isBundled, readings })

  const own = resolve(argument)
  if (await isFolder(own)) {
    for (const folder of bundled) if (await sameFolder(folder, own)) return load(folder, true)
    const course = await load(own, false)
    if (course.decks.length > 0 || course.questionFiles.length > 0) return course
  }
  const named = bundled.find((folder) => basename(folder) === argument)
  if (named !== undefined) return load(named, true)
  const near = nearest(
    argument,
    bundled.map((folder) => basename(folder)),
  )
  const hint = near === null ? { ko: '', en: '' } : { ko: ` 혹시 ${near}인가요?`, en: ` Did you mean ${near}?` }
  throw new LecternError('not-found', {
    ko: `${argument} 강의가 없어요.${hint.ko} 강의 이름(예: docker)이나 덱과 질문이 있는 폴더를 적어 주세요.`,
    en: `There is no course ${argument}.${hint.en} Name one, such as docker, or a folder with decks and questions.`,
  })
}
