import { fake } from './fake-shell.ts'
import { describe, expect, test } from 'vitest'
import { pressKey } from '../deck/press-key.ts'
import { courseOf, deckOf, libraryOf } from './sample-library.ts'
import { openLibrary } from './open-library.ts'

const ctrl = { ctrlKey: true }
const opened = (): readonly unknown[] => fake.payloads('window:open')
const started = (): readonly unknown[] => fake.payloads('talk:start')

async function open() {
  const screen = await openLibrary()
  await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
  return screen
}

describe('keys in the library', () => {
  test('open the gallery and the review', async () => {
    await open()
    pressKey('KeyG', ctrl)
    pressKey('KeyE', ctrl)
    await expect.poll(opened).toEqual([{ window: 'gallery' }, { window: 'review' }])
  })

  test('show the list of keys, and behind a dialog they do nothing', async () => {
    const screen = await open()
    pressKey('Slash', { key: '?', shiftKey: true })
    await expect.element(screen.getByRole('dialog')).toBeVisible()
    pressKey('KeyG', ctrl)
    pressKey('Enter')
    expect([opened(), started()]).toEqual([[], []])
  })

  test('export and present the chosen deck', async () => {
    const screen = await open()
    pressKey('KeyP', ctrl)
    await expect.element(screen.getByRole('dialog')).toBeVisible()
    expect(started()).toEqual([])
    pressKey('Escape', { key: 'Escape' })
    await screen.getByRole('dialog').getByRole('button', { name: '취소' }).click()
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
    ;(document.activeElement as HTMLElement | null)?.blur()
    pressKey('Enter')
    await expect.poll(started).toHaveLength(1)
  })

  test('take the focus to the chosen deck', async () => {
    const screen = await open()
    pressKey('ArrowDown')
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: '도커와 VM' }).element())
    expect([opened(), started(), screen.getByRole('dialog').query()]).toEqual([[], [], null])
  })

  test('do nothing with a deck that cannot be presented', async () => {
    const broken = deckOf('04-empty', '빈 덱', 'ko', { slides: 0 })
    const screen = await openLibrary(libraryOf({ courses: [courseOf({ decks: [broken] })] }))
    await expect.element(screen.getByRole('radio').first()).toBeVisible()
    pressKey('KeyP', ctrl)
    pressKey('Enter')
    expect(started()).toEqual([])
    expect(screen.getByRole('dialog').query()).toBeNull()
  })
})
