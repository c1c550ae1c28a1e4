import { fake } from './fake-shell.ts'
import { expect, test } from 'vitest'
import { courseOf, deckOf, libraryOf } from './sample-library.ts'
import { openLibrary } from './open-library.ts'

const many = Array.from({ length: 200 }, (_, i) =>
  deckOf(`deck-${i + 1}`, `덱 ${i + 1}`, 'ko', { picture: { scene: 'vm-vs-container', step: 'VC-3' } }),
)
const withMany = () => libraryOf({ courses: [courseOf({ decks: many })] })

test('of hundreds of decks the first are there at once, and in the end all', async () => {
  const screen = await openLibrary(withMany())
  const tiles = () => screen.container.querySelectorAll('input[name="deck"]').length
  await expect.poll(tiles).toBeGreaterThan(0)
  expect(tiles()).toBeLessThan(200)
  expect(fake.payloads('library:drawn')).toEqual([])
  await expect.poll(tiles).toBe(200)
  await expect.poll(() => fake.payloads('library:drawn')).toEqual([{ course: courseOf().id }])
})

test('pictures and what can be done with a deck are there where they are seen, not of hundreds of decks at once', async () => {
  const screen = await openLibrary(withMany())
  const drawn = () => screen.container.querySelectorAll('.thumb svg[viewBox]:not(.lucide)').length
  await expect.poll(() => screen.container.querySelectorAll('input[name="deck"]').length).toBe(200)
  await expect.poll(drawn).toBeGreaterThan(2)
  expect(drawn()).toBeLessThan(60)
  const last = screen.getByRole('radio', { name: '덱 200', exact: true })
  const tile = last.element().closest('li')
  expect(tile?.querySelector('.picture, button')).toBeNull()
  tile?.scrollIntoView()
  await expect.poll(() => tile?.querySelector('.picture svg')).not.toBeNull()
  expect(tile?.querySelectorAll('button').length).toBe(2)
})
