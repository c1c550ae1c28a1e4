/** The library as it is built in each state; where it is meant to be otherwise, `npx vitest run --project component markup -u`. */
import { fake } from './fake-shell.ts'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { FolderListing } from '../../../src/contract/library.ts'
import { markupOf } from '../markup.ts'
import { openExport, openLibrary } from './open-library.ts'
import { courseOf, libraryOf } from './sample-library.ts'

type Screen = Awaited<ReturnType<typeof openLibrary>>

const term = (id: string, deck: string | null) => ({
  ...{ id, also: ['kern'], term: { ko: `${id} 말`, en: id }, definition: { ko: '`uname`이 **말하는** 것', en: 'a' } },
  slide: deck === null ? null : { deck, slide: 'kernel' },
})
const listing: FolderListing = {
  ...{ folder: '/home/me', parent: '/home' },
  folders: [
    { name: 'os', path: '/home/me/os', decks: 3 },
    { name: 'network', path: '/home/me/network', decks: 0 },
  ],
}
const review = { due: 3, new: 2, done: 1, limits: { due: 60, new: 10 }, gentle: false }
const full = libraryOf({
  courses: [
    courseOf({ terms: 2, review }),
    courseOf({ id: '/net', folder: '/net', bundled: false, title: { ko: '망', en: 'Net' } }),
  ],
  unfinished: {
    deck: { course: 'docker', name: '02-isolation', lang: 'ko' },
    place: { slide: 'a', step: 1 },
    title: '격리의 원리',
  },
})
const prepare = (): void => {
  fake.when('glossary:read', () => [term('kernel', '01-docker-and-vm'), term('container', null)])
  fake.when('folders:list', () => listing)
}
const dialog = (): Element => document.querySelector('dialog[open]') ?? document.createElement('p')

test('the window is built as it was', async () => {
  const { container, getByRole } = await openLibrary(full, prepare)
  await expect.element(getByRole('radio', { name: '도커와 VM' })).toBeVisible()
  await expect.poll(() => container.querySelectorAll('li .more').length).toBe(3)
  await expect(markupOf(container)).toMatchFileSnapshot('markup/window.txt')
  await getByRole('button', { name: /^망/ }).click()
  await expect.element(getByRole('heading', { level: 1, name: '망' })).toBeVisible()
  await getByRole('radio', { name: 'English' }).click()
  await expect.element(getByRole('radio', { name: 'Docker and VMs' })).toBeChecked()
  await expect(markupOf(container)).toMatchFileSnapshot('markup/other-course.txt')
})

const ways: readonly (readonly [string, (screen: Screen) => Promise<unknown>, string])[] = [
  ['export', openExport, '단계마다'],
  ['problems', ({ getByRole }) => getByRole('button', { name: '모두 보기' }).click(), 'isolaton'],
  ['glossary', ({ getByRole }) => getByRole('button', { name: '용어 2개' }).click(), 'kernel'],
  ['folders', () => userEvent.keyboard('{Control>}o{/Control}'), 'network'],
  ['keys', () => userEvent.keyboard('?'), 'Ctrl'],
  ['help', ({ getByRole }) => getByRole('button', { name: '도움말' }).click(), 'Lectern'],
]
test.each(ways)('the dialog of %s is built as it was', async (name, openIt, words) => {
  const screen = await openLibrary(full, prepare)
  await expect.element(screen.getByRole('radio', { name: '도커와 VM' })).toBeVisible()
  await openIt(screen)
  await expect.poll(() => dialog().textContent, { timeout: 5000 }).toContain(words)
  await expect(markupOf(dialog())).toMatchFileSnapshot(`markup/${name}.txt`)
})
