import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { libraryWords } from '../../src/renderer/words/library.ts'
import { problemWords } from '../../src/renderer/words/problems.ts'
import { smallCourse } from './app/courses.ts'
import { expectShown, expectWithin, saidAt } from './app/windows.ts'
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

test('a saved file is in every window within a second, and the place is kept', async ({ app }) => {
  const file = await openSmall(app)
  const { deck, presenter } = await app.present('첫째 덱')
  await presenter.keyboard.press('Shift+PageDown')
  await expectShown('two', 1, deck, presenter)

  let added = 0
  await expectWithin(promptlyMs, async () => {
    added += 1
    const seen = Promise.all([
      saidAt(deck, 'section.present h2', `둘이 ${added}번 바뀌었다`),
      saidAt(presenter, 'footer', `슬라이드 ${2 + added}/${3 + added}`),
      saidAt(app.library, 'main', say.counts(4 + added, 0)),
    ])
    const slide = `---\nid: zero-${added}\nlayout: content\n---\n\n## 영\n\n새 글\n\n`
    await edit(file, (text) =>
      text.replace('---\nid: one', `${slide}---\nid: one`).replace(/## 둘.*/, `## 둘이 ${added}번 바뀌었다`),
    )
    const savedAt = Date.now()
    return Math.max(...(await seen).map(({ at }) => at)) - savedAt
  })
  await expectShown('two', 1, deck, presenter)
  await expect(deck.locator('section.present').getByRole('heading', { name: `둘이 ${added}번 바뀌었다` })).toBeVisible()
})

test('a mistake shows where it is, keeps the rest usable, and goes when it is corrected', async ({ app }) => {
  const file = await openSmall(app)
  const problems = app.library.getByRole('button', { name: /^고칠 곳 \d+$/ }).first()
  const change = async (from: string, to: string): Promise<number> => {
    await edit(file, (text) => text.replace(from, to))
    return Date.now()
  }
  const [right, wrong] = ['id: two\nlayout: content', 'id: two\nlayout: contnet']

  await expectWithin(promptlyMs, async () => {
    await change(wrong, right)
    await expect(problems).toBeHidden()
    const seen = saidAt(app.library, 'button', /^고칠 곳 \d+$/)
    const savedAt = await change(right, wrong)
    return (await seen).at - savedAt
  })
  await problems.click()
  const dialog = app.library.getByRole('dialog')
  await expect(dialog.getByText(/01-first\.ko\.md:\d+/)).toBeVisible()

  await expectWithin(promptlyMs, async () => {
    await change(right, wrong)
    await expect(dialog.getByText(problemWords.ko.gone)).toBeHidden()
    const gone = saidAt(app.library, 'dialog, [role=dialog]', problemWords.ko.gone)
    const savedAt = await change(wrong, right)
    return (await gone).at - savedAt
  })
  await app.library.keyboard.press('Escape')

  await change('layout: content\n---\n\n## 둘', 'layout: [\n---\n\n## 둘')
  await expect(problems).toBeVisible()
  const { deck, presenter } = await app.present('첫째 덱')
  await expectShown('one', 1, deck, presenter)
  await deck.keyboard.press('End')
  await expectShown('three', 1, deck, presenter)
})
