import type { Page } from '@playwright/test'
import { reviewWords as words } from '../../src/renderer/words/review.ts'
import { pressHangul } from './app/windows.ts'
import { expect, test, type App } from './fixtures.ts'

const say = words.ko

/** The days of a person in Korea, at nine in the evening. */
const at = (day: string): Record<string, string> => ({ LECTERN_NOW: `${day}T12:00:00Z`, TZ: 'Asia/Seoul' })

/** So long the answer is recalled before anything can be shown. */
const recallMs = 3_000

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** First comes the recall: nothing can be shown for three seconds, which go by on the page's own clock. */
async function recall(page: Page): Promise<void> {
  const reveal = page.getByRole('button', { name: say.reveal })
  await expect(reveal).toBeVisible()
  await page.clock.runFor(recallMs)
  await expect(reveal).toBeEnabled()
}

/** Answers the question at hand, marking its points as given and the rest as said, and takes the suggested grade. */
async function answer(page: Page, missed = 0): Promise<string> {
  const question = await heading(page).innerText()
  await recall(page)
  await page.keyboard.press('Space')
  const points = page.getByRole('list', { name: say.points }).getByRole('listitem')
  await expect(points.first()).toBeVisible()
  const grade = page.getByRole('group', { name: say.grade }).getByRole('button').first()
  for (let left = missed; await grade.isDisabled(); left -= 1) await page.keyboard.press(left > 0 ? 'KeyL' : 'KeyJ')
  await page.keyboard.press('Space')
  await expect(heading(page)).not.toHaveText(question)
  return question
}

async function openAt(app: App, day: string): Promise<Page> {
  await app.restart([], at(day))
  const page = await app.openReview()
  await page.clock.install()
  return page
}

/** A number of the start view, such as what is to review today. */
const count = (page: Page, name: string) => page.locator('dl div').filter({ hasText: name }).locator('dd')

// What was answered is kept.
test.use({ ownShell: true })

test('a new user learns ten questions, comes back on later days, meets missed points again, and restores a backup', async ({
  app,
}) => {
  test.slow()
  let page = await openAt(app, '2026-12-01')
  await expect(count(page, say.due)).toHaveText('0')
  await expect(count(page, say.new).last()).toHaveText('10')
  await page.keyboard.press('Space')
  // Nothing is shown before the recall, whatever is pressed.
  await expect(heading(page)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.getByRole('list', { name: say.points })).toBeHidden()

  const learnt: string[] = []
  // The first one goes badly: all of its points are missed, and it comes back after five others.
  const hard = await answer(page, 9)
  for (let i = 1; i < 11; i += 1) learnt.push(await answer(page))
  await expect(heading(page)).toHaveText(say.finished)
  expect(learnt.indexOf(hard)).toBeGreaterThanOrEqual(5)
  expect(new Set(learnt).size).toBe(10)

  // The next day what went badly is due, and says what was missed.
  page = await openAt(app, '2026-12-02')
  await expect(count(page, say.due)).toHaveText('1')
  await expect(count(page, say.done)).toHaveText('0')
  await expect(app.library.getByText(/^복습 1 · /)).toBeVisible()
  await page.keyboard.press('Space')
  await expect(heading(page)).toHaveText(hard)
  await answer(page, 1)

  // Undone after a restart: the answer is taken back, and the question asked again.
  page = await openAt(app, '2026-12-02')
  await expect(count(page, say.due)).toHaveText('0')
  await page.keyboard.press('KeyZ')
  await expect(count(page, say.due)).toHaveText('1')
  await page.keyboard.press('Space')
  await answer(page, 1)

  // Days later all of them have been due; one that lacked a point says so.
  page = await openAt(app, '2026-12-20')
  await expect(count(page, say.done)).toHaveText('0')
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: say.reveal })).toBeVisible()
  const missed = page.getByText(say.missedLast(1))
  for (let i = 0; i < 20 && !(await missed.isVisible()); i += 1) await answer(page)
  await expect(missed).toBeVisible()
  await answer(page)

  // A backup of a day before brings that day back.
  const backups = (await app.ask('review:backups')).value as readonly { name: string; at: number }[]
  const old = backups.find((one) => one.at < Date.parse('2026-12-20T00:00:00Z'))
  expect((await app.ask('review:restore', { backup: old?.name ?? '' })).failure).toBeUndefined()
  await page.keyboard.press('Escape')
  await expect(count(page, say.done)).toHaveText('0')
})

test('a reload and a crash lose nothing of a card at hand or answered, with Hangul input on', async ({ app }) => {
  let page = await openAt(app, '2026-12-01')
  await expect(count(page, say.new).last()).toHaveText('10')
  await pressHangul(page, 'Space', ' ')
  await recall(page)
  await pressHangul(page, 'KeyH', 'ㅗ')
  await pressHangul(page, 'Space', ' ')
  await pressHangul(page, 'KeyJ', 'ㅓ')
  await pressHangul(page, 'KeyK', 'ㅏ')
  const question = await heading(page).innerText()
  const checks = page.getByRole('list', { name: say.points }).locator('[aria-pressed="true"]')
  await expect(checks).toHaveText([say.marks.hit, say.marks.half].map((mark) => new RegExp(mark)))
  await page.reload()
  await expect(heading(page)).toHaveText(question)
  await expect(checks).toHaveText([say.marks.hit, say.marks.half].map((mark) => new RegExp(mark)))
  await pressHangul(page, 'KeyZ', 'ㅋ')
  await expect(page.getByRole('button', { name: say.undo })).toBeVisible()
  await pressHangul(page, 'KeyJ', 'ㅓ')
  for (let i = 0; i < 6; i += 1) await pressHangul(page, 'KeyJ', 'ㅓ')
  await pressHangul(page, 'Digit3', '3')
  await expect(heading(page)).not.toHaveText(question)

  app.watch.expectError(/WebSocket|ERR_CONNECTION/)
  await app.killShell()
  await app.restart([], at('2026-12-01'))
  page = await app.openReview()
  await expect(count(page, say.done)).toHaveText('1')
})
