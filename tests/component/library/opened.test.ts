import { expect, test } from 'vitest'
import type { Locator } from 'vitest/browser'
import type { Opened } from '../../../src/contract/deck.ts'
import { complaints } from '../review/open-view.ts'
import { fake, Failed } from './fake-shell.ts'
import { openLibrary } from './open-library.ts'
import { courseOf, deckOf, libraryOf } from './sample-library.ts'

const marp: Opened = {
  dialect: 'marp',
  whole: 22,
  leftOut: [
    { kind: 'theme', line: 3, source: 'theme: gaia', slides: 24 },
    { kind: 'filter', line: 88, source: '![bg blur:4px](…)', slides: 1 },
  ],
}
const open = (opened?: Opened) => {
  const deck = deckOf('seminar', '쿠버네티스', 'ko', { slides: 24, ...(opened ? { opened } : {}) })
  return openLibrary(libraryOf({ courses: [courseOf({ bundled: false, decks: [deck] })] }))
}

/** What it says, with every space as a plain one. */
const said = (locator: Locator): string => locator.element().textContent.replaceAll(/\s+/g, ' ')

test('a deck in another format says how it came in, and lists what is left out on demand', async () => {
  const screen = await open(marp)
  const banner = screen.getByRole('region', { name: 'Marp 덱을 그대로 열었어요.' })
  await expect.element(banner).toBeVisible()
  expect(said(banner)).toContain('24장 가운데 22장은 온전하고, 옮기지 못한 것이 2가지 있어요.')
  await expect.element(banner.getByText('theme: gaia')).not.toBeVisible()
  const button = banner.getByRole('button', { name: '펼치기' })
  await expect.element(button).toHaveAttribute('aria-expanded', 'false')
  await button.click()
  const rows = banner.getByRole('listitem')
  await expect.element(rows.nth(0)).toBeVisible()
  expect(said(rows.nth(0))).toContain('3행 theme: gaia 테마는 Lectern의 테마로 바꿨어요. 24장')
  expect(said(rows.nth(1))).toContain('88행')
  expect(await complaints()).toEqual([])
  await banner.getByRole('button', { name: '접기' }).click()
  await expect.poll(() => rows.query()).toBeNull()
})

test('one of which nothing is left out has nothing to list; one of ours says nothing', async () => {
  const screen = await open({ dialect: 'plain', whole: 24, leftOut: [] })
  const banner = screen.getByRole('region', { name: '마크다운 문서를 슬라이드로 열었어요.' })
  await expect.element(banner).toBeVisible()
  expect(said(banner)).toContain('슬라이드 24장이 모두 온전해요.')
  expect(banner.getByRole('button', { name: '펼치기' }).query()).toBeNull()
  const ours = await open()
  await expect.element(ours.getByRole('heading', { name: '쿠버네티스' })).toBeVisible()
  expect(ours.getByText('온전').query()).toBeNull()
})

test('it is saved as one of ours, which is told, and so is why it could not be', async () => {
  const screen = await open(marp)
  fake.when('deck:saveAsOurs', () => ({ file: 'seminar.ko.md' }))
  await screen.getByRole('button', { name: 'Lectern 덱으로 저장' }).click()
  await expect.element(screen.getByText('원본은 그대로 두고 seminar.ko.md에 저장했어요')).toBeVisible()
  expect(fake.payloads('deck:saveAsOurs')).toEqual([{ ref: { course: 'docker', name: 'seminar', lang: 'ko' } }])
  fake.when('deck:saveAsOurs', () => {
    throw new Failed({ code: 'cannot-write', message: { ko: '쓸 수 없어요.', en: 'No.' } })
  })
  await screen.getByRole('button', { name: 'Lectern 덱으로 저장' }).click()
  await expect.element(screen.getByText('쓸 수 없어요.')).toBeVisible()
})
