import { fold, type Progress } from '../../core/review/index.ts'
import type { LoadedCourse } from '../courses/course.ts'
import type { ProgressOptions } from '../progress/index.ts'
import { peekAtProgress } from '../progress/peek-at-progress.ts'
import { meetCourse, type Meeting } from './meet-course.ts'

/** A course as the record has it, without writing anything. Never rejects. */
export async function peekAtCourse(
  options: Pick<ProgressOptions, 'home' | 'bundledSlides' | 'now'>,
  course: LoadedCourse,
): Promise<{ readonly met: Meeting; readonly progress: Progress }> {
  const files = await peekAtProgress(options)
  const met = await meetCourse(files, course)
  return { met, progress: fold(files.events()) }
}
