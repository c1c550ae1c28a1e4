import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { templateNames } from '../../src/contract/beginning.ts'
import { rounds } from '../unit/rounds.ts'
import { temporaryFolder } from '../unit/temporary-folder.ts'
import { lectern } from './lectern.ts'

/** Each template in one of the languages, in turn, as laying slides out takes long; the soak does both. */
const languages = [
  ['ko', 'en'],
  ['en', 'ko'],
].slice(0, rounds(1, 2))

test.each(languages)(
  'new makes decks of each template in which nothing is wrong and everything fits',
  async (one, other) => {
    const folder = join(await temporaryFolder(), 'my-course')
    for (const [index, template] of templateNames.entries()) {
      const lang = index % 2 === 0 ? one : other
      const { code, out } = await lectern(['new', folder, '--template', template, '--lang', lang, '--json'])
      expect(code).toBe(0)
      const { files } = JSON.parse(out) as { files: string[] }
      expect(files.filter((file) => file.endsWith(`.${lang}.md`)).length).toBe(index === 0 ? 2 : 1)
    }
    expect((await lectern(['new', folder, '--what', 'question', '--title', 'Why?', '--lang', 'both'])).code).toBe(0)
    const { code, out } = await lectern(['check', folder, '--layout', '--json'])
    const { problems, ...counts } = JSON.parse(out) as { problems: { code: string }[] }
    expect(counts).toMatchObject({ decks: 6, questions: 3 })
    // Each deck is there in one language alone.
    expect(problems.filter((one) => one.code !== 'missing-translation')).toEqual([])
    expect(code).toBe(0)
  },
)

test('new writes in the language of the system or of the course, and over nothing', async () => {
  const folder = join(await temporaryFolder(), '네트워크 기초')
  await lectern(['new', folder], { LC_ALL: 'ko_KR.UTF-8' })
  expect(await readFile(join(folder, 'course.yaml'), 'utf8')).toContain('title: 네트워크 기초\n')
  expect((await lectern(['new', folder, '--title', 'Disks'])).out).toMatch(/02-disks\.ko\.md\n$/)
  const before = await readdir(folder)
  const again = await lectern(['new', folder, '--what', 'course'])
  expect(again).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/^lectern: There is a course in /) as unknown,
  })
  expect(await readdir(folder)).toEqual(before)
})

test.each([
  [['--what', 'question']],
  [['--what', 'question', '--title', 'Why?', '--template', 'qa']],
  [['--title', ' ']],
  [['--template', 'none']],
])('new %j makes no sense', async (args) => {
  const folder = join(await temporaryFolder(), 'none')
  expect((await lectern(['new', folder, ...args])).code).toBe(2)
  await expect(readdir(folder)).rejects.toThrow()
})
