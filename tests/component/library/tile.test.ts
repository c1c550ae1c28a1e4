/** A tile shows a slide of its deck once the library stands. */
import { fake } from './fake-shell.ts'
import { expect, test } from 'vitest'
import type { DeckReading } from '../../../src/contract/deck.ts'
import { parseDeck } from '../../../src/core/deck/index.ts'
import { courseOf, deckOf, libraryOf } from './sample-library.ts'
import { openLibrary } from './open-library.ts'

const readingOf = (name: string, title: string): DeckReading => ({
  deck: parseDeck(
    `---\ntitle: 도커\nlang: ko\n---\n\n---\nid: one\n---\n\n## 하나\n\n---\nid: two\n---\n\n## ${title}\n\n글\n`,
    {
      file: `${name}.ko.md`,
      ref: { course: 'docker', name, lang: 'ko' },
      scenes: {},
    },
  ).deck,
  questions: [],
  glossary: [],
  langs: ['ko'],
  revision: 1,
})
const libraryWith = (...decks: Parameters<typeof deckOf>[]) =>
  libraryOf({ courses: [courseOf({ decks: decks.map((one) => deckOf(...one)) })] })

test('it is the slide that the library names, drawn for the eye alone', async () => {
  const screen = await openLibrary(libraryWith(['tile-a', '덱 하나', 'ko', { tile: 'two', emblem: 'vm' }]), () =>
    fake.when('deck:read', () => readingOf('tile-a', '큰 그림')),
  )
  await expect.poll(() => screen.container.querySelector('.still [data-slide]')?.getAttribute('data-slide')).toBe('two')
  expect(screen.container.querySelector('.still')?.closest('[aria-hidden="true"]')).not.toBeNull()
  const box = screen.container.querySelector('.still .thumb')?.getBoundingClientRect()
  expect([box?.width, box?.height].map((one) => Math.round(one ?? 0))).toEqual([112, 63])
  expect(screen.container.querySelector('.tile [data-emblem="vm"]')?.getAttribute('width')).toBe('28')
})

test('it is drawn anew once the deck is saved', async () => {
  let title = '먼저'
  const screen = await openLibrary(libraryWith(['tile-b', '덱', 'ko', { tile: 'two' }]), () =>
    fake.when('deck:read', () => readingOf('tile-b', title)),
  )
  const shown = () => screen.container.querySelector('.still [data-slide-title]')?.textContent
  await expect.poll(shown).toBe('먼저')
  title = '다음'
  fake.tell('deck:changed', { ref: { course: 'docker', name: 'tile-b', lang: 'ko' }, revision: 2 })
  await expect.poll(shown).toBe('다음')
})

test('without one, and where the deck cannot be read, it is the emblem', async () => {
  const screen = await openLibrary(
    libraryWith(
      ['tile-c', '덱 다', 'ko', { emblem: 'vm' }],
      ['tile-d', '덱 라', 'ko', { tile: 'gone', emblem: 'walls' }],
    ),
    () => fake.when('deck:read', () => readingOf('tile-d', '글')),
  )
  await expect.poll(() => fake.payloads('deck:read').length).toBe(1)
  await expect.poll(() => screen.container.querySelectorAll('.tile [data-emblem][width="56"]').length).toBe(2)
  expect(screen.container.querySelector('.still')).toBeNull()
})

test('of hundreds of decks only those near what is seen are read, one after another', async () => {
  const decks = Array.from({ length: 200 }, (_, i) => [`far-${i}`, `덱 ${i}`, 'ko', { tile: 'two' }] as const)
  let open = 0
  let most = 0
  await openLibrary(libraryWith(...decks.map((one) => [...one] as Parameters<typeof deckOf>)), () =>
    fake.when('deck:read', async () => {
      most = Math.max(most, (open += 1))
      await Promise.resolve()
      open -= 1
      return readingOf('far', '글')
    }),
  )
  await expect.poll(() => fake.payloads('library:drawn').length).toBe(1)
  await expect.poll(() => fake.payloads('deck:read').length).toBeGreaterThan(2)
  expect(most).toBe(1)
  expect(fake.payloads('deck:read').length).toBeLessThan(60)
})
