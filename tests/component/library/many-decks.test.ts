import { fake } from './fake-shell.ts'
import { expect, test } from 'vitest'
import { courseOf, deckOf, libraryOf } from './sample-library.ts'
import { openLibrary } from './open-library.ts'

const many = Array.from({ length: 200 }, (_, i) => deckOf(`deck-${i + 1}`, `덱 ${i + 1}`))
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

test('what can be done with a deck is there where it is seen, not of hundreds of decks at once', async () => {
  const screen = await openLibrary(withMany())
  const offered = () => screen.container.querySelectorAll('li button[aria-haspopup]').length
  await expect.poll(() => screen.container.querySelectorAll('input[name="deck"]').length).toBe(200)
  await expect.poll(offered).toBeGreaterThan(2)
  expect(offered()).toBeLessThan(60)
  const last = screen.getByRole('radio', { name: '덱 200', exact: true })
  const tile = last.element().closest('li')
  expect(tile?.querySelector('button')).toBeNull()
  tile?.scrollIntoView()
  await expect.poll(() => tile?.querySelectorAll('button').length).toBe(1)
})
