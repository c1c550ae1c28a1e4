import { fake } from './fake-shell.ts'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
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

  test('move the choice from wherever the focus is', async () => {
    const screen = await open()
    const first = screen.getByRole('radio', { name: '도커와 VM' })
    await expect.element(first).toBeChecked()
    pressKey('ArrowRight')
    await expect.element(first).not.toBeChecked()
    expect(document.activeElement?.matches('input[name="deck"]:checked')).toBe(true)
    ;(document.activeElement as HTMLElement).blur()
    pressKey('ArrowLeft')
    await expect.element(first).toBeChecked()
    expect([opened(), started(), screen.getByRole('dialog').query()]).toEqual([[], [], null])
  })

  test('choose the deck a row below or above, and the one beside', async () => {
    const decks = Array.from({ length: 7 }, (_, at) => deckOf(`0${at}`, `덱 ${at}`))
    const screen = await openLibrary(libraryOf({ courses: [courseOf({ decks })] }))
    const radio = (at: number) => screen.getByRole('radio', { name: `덱 ${at}` })
    await expect.element(radio(0)).toBeVisible()
    const top = (at: number): number => radio(at).element().getBoundingClientRect().top
    const columns = decks.findIndex((_, at) => top(at) > top(0) + 1)
    expect(columns).toBeGreaterThan(1)
    ;(radio(0).element() as HTMLElement).focus()
    const press = async (key: string, at: number): Promise<void> => {
      await userEvent.keyboard(key)
      await expect.element(radio(at)).toHaveFocus()
      await expect.element(radio(at)).toBeChecked()
    }
    await press('{ArrowRight}', 1)
    await press('{ArrowDown}', 1 + columns)
    await press('{ArrowUp}', 1)
    await press('{ArrowUp}', 1)
    await press('{ArrowLeft}', 0)
    expect(fake.settings.deck).toBe('00')
  })

  test.each([
    ['no course', libraryOf({ courses: [] })],
    ['a course without a deck', libraryOf({ courses: [courseOf({ decks: [], paths: [] })] })],
  ])('that are about a deck come to nothing with %s', async (_what, library) => {
    const screen = await openLibrary(library)
    await expect.element(screen.getByRole('button', { name: '폴더 열기…' }).first()).toBeVisible()
    const thrown: unknown[] = []
    const hear = ({ error }: ErrorEvent): void => void thrown.push(error)
    window.addEventListener('error', hear)
    for (const code of ['ArrowRight', 'ArrowUp', 'Enter']) pressKey(code)
    pressKey('KeyP', ctrl)
    window.removeEventListener('error', hear)
    expect([thrown, started(), screen.getByRole('dialog').query()]).toEqual([[], [], null])
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
