import { libraryWords } from '../../src/renderer/words/library.ts'
import { smallCourse } from './app/courses.ts'
import { expect, test } from './fixtures.ts'

test('a second start hands its folder to the first and says so in one sentence', async ({ app }) => {
  const folder = await app.folder(smallCourse)
  const second = app.startAnother([folder])
  expect(await second.ended).toBe(0)
  // The browser shell's one line is the address, so it is on standard output; the others' is about what happens.
  const said = app.kind === 'browser' ? second.stdout() : second.stderr().trim()
  expect(said.split('\n')).toEqual([expect.stringMatching(/^(Lectern: )?Lectern이 이미 실행 중이/)])
  await app.library.getByRole('button', { name: '작은 강의' }).click()
  await expect(app.library.getByText(libraryWords.ko.counts(4, 0))).toBeVisible()

  if (app.kind !== 'browser') return
  const address = /^Lectern이 이미 실행 중이에요\. 이 주소로 열 수 있어요: (http:\S+)$/.exec(second.stdout())?.[1] ?? ''
  const another = await app.library.context().newPage()
  await another.goto(address)
  // Every library shows the course that was chosen last.
  await expect(another.getByRole('heading', { level: 1, name: '작은 강의' })).toBeVisible()
})
