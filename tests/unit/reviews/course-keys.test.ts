import { expect, test, vi } from 'vitest'
import type { LoadedCourse } from '../../../src/services/courses/course.ts'
import type { MetCourse } from '../../../src/services/progress/course-identity.ts'
import type { Progress } from '../../../src/services/progress/index.ts'
import { courseKeys } from '../../../src/services/reviews/course-keys.ts'
import { courseHistory } from './course-history.ts'

async function met(): Promise<{
  readonly course: LoadedCourse
  readonly keys: ReturnType<typeof courseKeys>
  readonly know: () => number
  readonly files: Progress
}> {
  const { course, history } = await courseHistory({ one: {}, two: {} })
  const know = vi.spyOn(history.files, 'know')
  return {
    course: course.loaded,
    keys: courseKeys(Promise.resolve(history)),
    know: () => know.mock.calls.length,
    files: history.files,
  }
}

const key = ({ key }: MetCourse): string => key

test('a course is looked up once, whoever asks, until the log has become another', async () => {
  const { course, keys, know } = await met()
  const [one, two] = await Promise.all([keys.metAs(course), keys.metAs(course)])
  expect([key(one), key(two), await keys.keyOf(course)]).toEqual([key(one), key(one), key(one)])
  expect(know()).toBe(1)
  keys.forget()
  expect(key(await keys.metAs(course))).toBe(key(one))
  expect(know()).toBe(2)
})

test('a course that was met is known by that, and one that was read again is looked up again', async () => {
  const { course, keys, know } = await met()
  const meeting = await keys.meet(course)
  expect(know()).toBe(1)
  expect(await keys.keyOf(course)).toBe(meeting.key)
  expect(know()).toBe(1)
  await keys.metAs({ ...course })
  expect(know()).toBe(2)
})

test('a meeting that failed is not kept, and what a person said of a copy is asked for again', async () => {
  const { course, keys, know, files } = await met()
  vi.spyOn(files, 'meet').mockRejectedValueOnce(new Error('full'))
  await expect(keys.meet(course)).rejects.toThrow('full')
  expect(key(await keys.metAs(course))).not.toBe('')
  const before = know()
  vi.spyOn(files, 'settle').mockResolvedValueOnce(undefined)
  await keys.settle(course, true)
  await keys.metAs(course)
  expect(know()).toBe(before + 1)
})

test('a card that the course has no more has no question', async () => {
  const { course } = await courseHistory({ one: {} })
  expect(course.question('docker/one')?.id).toBe('one')
  expect(course.question('docker/gone')).toBeNull()
})
