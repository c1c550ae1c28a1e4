import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { openWeakPaths } from '../../../src/services/courses/weak-paths.ts'
import { courseFolder, deckText, temporaryFolder } from '../temporary-folder.ts'

test('weak slides are kept course by course, the newest in place of those before', async () => {
  const [home, slides] = [await temporaryFolder(), await temporaryFolder()]
  const file = join(home, 'weak.json')
  const courses = await Promise.all(
    ['one', 'two'].map(async (id) =>
      loadCourse(await courseFolder(slides, id, { '01-deck.ko.md': deckText('덱', { a: 1, b: 2 }) }), {
        id,
        bundled: false,
      }),
    ),
  )
  const kept = await openWeakPaths(file, () => 0)
  const of = (paths: typeof kept) =>
    Promise.all(
      courses.map(async (course) => (await paths.decksOf(course)).map((deck) => deck.slides.map(({ id }) => id))),
    )
  expect(await of(kept)).toEqual([[], []])
  const deck = courses[0]?.decks[0]
  const [first, second] = deck?.slides ?? []
  const slide = (at: typeof first) => ({ deck: deck?.ref.name ?? '', slide: at?.id ?? '' })
  for (const course of ['one', 'two']) await kept.set(course, [slide(first)])
  await kept.set('one', [slide(second), { deck: 'gone', slide: 'gone' }])
  for (const paths of [kept, await openWeakPaths(file, () => 0)])
    expect(await of(paths)).toEqual([[[second?.id]], [[first?.id]]])
})
