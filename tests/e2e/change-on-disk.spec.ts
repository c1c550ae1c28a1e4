import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { libraryWords } from '../../src/renderer/words/library.ts'
import { smallCourse } from './app/courses.ts'
import { expectShown } from './app/windows.ts'
import { expect, test, type App } from './fixtures.ts'

const say = libraryWords.ko
/** How soon every window must show what was saved. */
const promptlyMs = 1000

async function openSmall(app: App): Promise<string> {
  const folder = await app.folder(smallCourse)
  await app.ask('library:open', { folder })
  await app.library.getByRole('button', { name: '작은 강의' }).click()
  return join(folder, '01-first.ko.md')
}

/** Saves as editors do: a new file is put in the place of the old one. */
async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8')
  await writeFile(`${file}.new`, change(text))
  await rename(`${file}.new`, file)
}

test('a saved file is in every window within a second, and the place is kept', { tag: '@alone' }, async ({ app }) => {
  const file = await openSmall(app)
  const { deck, presenter } = await app.present('첫째 덱')
  await presenter.keyboard.press('Shift+PageDown')
  await expectShown('two', 1, deck, presenter)

  const added = '---\nid: zero\nlayout: content\n---\n\n## 영\n\n새 글\n\n'
  await edit(file, (text) => text.replace('---\nid: one', `${added}---\nid: one`).replace('## 둘', '## 둘이 바뀌었다'))
  await Promise.all([
    expect(deck.locator('section.present').getByRole('heading', { name: '둘이 바뀌었다' })).toBeVisible({
      timeout: promptlyMs,
    }),
    expect(presenter.getByRole('contentinfo').getByText('슬라이드 3/4')).toBeVisible({ timeout: promptlyMs }),
    expect(app.library.getByText(say.counts(2, 5, 0))).toBeVisible({ timeout: promptlyMs }),
  ])
  await expectShown('two', 1, deck, presenter)
})

test('a mistake shows where it is, keeps the rest usable, and goes when it is corrected', async ({ app }) => {
  const file = await openSmall(app)
  await edit(file, (text) => text.replace('id: two\nlayout: content', 'id: two\nlayout: contnet'))
  const problems = app.library.getByRole('button', { name: /^문제 \d+개$/ }).first()
  await expect(problems).toBeVisible({ timeout: promptlyMs })
  await problems.click()
  const dialog = app.library.getByRole('dialog')
  await expect(dialog.getByText(/01-first\.ko\.md:\d+:\d+/)).toBeVisible()

  await edit(file, (text) => text.replace('contnet', 'content'))
  await expect(dialog.getByText(say.problemsGone)).toBeVisible({ timeout: promptlyMs })
  await app.library.keyboard.press('Escape')

  await edit(file, (text) => text.replace('layout: content\n---\n\n## 둘', 'layout: [\n---\n\n## 둘'))
  await expect(problems).toBeVisible({ timeout: promptlyMs })
  const { deck, presenter } = await app.present('첫째 덱')
  await expectShown('one', 1, deck, presenter)
  await deck.keyboard.press('End')
  await expectShown('three', 1, deck, presenter)
})
