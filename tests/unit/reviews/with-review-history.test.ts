import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { homeAt } from '../../../src/services/disk/home.ts'
import { firstInstance } from '../../../src/services/instance/first-instance.ts'
import { meetCourse } from '../../../src/services/reviews/meet-course.ts'
import { withReviewHistory } from '../../../src/services/reviews/with-review-history.ts'
import type { ReviewHistory } from '../../../src/services/reviews/review-history.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { courseHistory, noon } from './course-history.ts'

async function given() {
  const home = homeAt(await temporaryFolder())
  const { course } = await courseHistory({ 'q-a': {} })
  const options = { home, now: () => noon, timeZone: 'Asia/Seoul' }
  return {
    home,
    loaded: course.loaded,
    within: <T>(work: (history: ReviewHistory) => T | Promise<T>) => withReviewHistory(options, work),
  }
}
const bury = { type: 'bury', card: 'docker/q-a' } as const

test('what is done with the history is there the next time, and nobody holds the folder in between', async () => {
  const { home, within } = await given()
  expect(await within((history) => history.today())).toBe('2026-11-24')
  await within((history) => history.add(bury))
  expect(await within((history) => history.progress().events)).toMatchObject([bury])
  const instance = await firstInstance(home.lock)
  expect(instance.isFirst).toBe(true)
  if (instance.isFirst) await instance.release()
})

test('while an app uses the folder nothing is done', async () => {
  const { home, within } = await given()
  const app = await firstInstance(home.lock)
  let isDone = false
  const work = within(() => {
    isDone = true
  })
  await expect(work).rejects.toMatchObject({ failure: { code: 'busy' } })
  expect(isDone).toBe(false)
  if (app.isFirst) await app.release()
})

test('what goes wrong is passed on, and the folder is free again', async () => {
  const { within } = await given()
  await expect(within(() => Promise.reject(new Error('wrong')))).rejects.toThrow('wrong')
  expect(await within(() => 1)).toBe(1)
})

test('a question that has got another id keeps its progress once its course is met', async () => {
  const { within, loaded } = await given()
  await within(async (history) => {
    await meetCourse(history.files, loaded)
    await history.add(bury)
  })
  const [question] = loaded.questions.ko
  if (question === undefined) throw new Error('the course has a question')
  const renamed = { ...loaded, questions: { ...loaded.questions, ko: [{ ...question, id: 'q-b' }] } }
  expect(await within((history) => history.progress().events.length)).toBe(1)
  await within(async (history) => {
    expect(await meetCourse(history.files, renamed)).toMatchObject({ key: 'docker', renamed: 1 })
    expect(history.progress().events.at(-1)).toMatchObject({ type: 'alias', from: 'docker/q-a', to: 'docker/q-b' })
  })
})

test('opening it for a moment makes no backup each time', async () => {
  const { home, within } = await given()
  await within((history) => history.add(bury))
  for (let time = 0; time < 3; time += 1) await within((history) => history.add(bury))
  expect((await readdir(`${home.progress}/backups`)).length).toBe(1)
})
