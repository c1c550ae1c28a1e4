/** What a course has around all slides, and what of it its decks take off. */
import { expect, it } from 'vitest'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { deckInCourse } from '../../../src/services/courses/deck-in-course.ts'
import { courseFolder, temporaryFolder } from '../temporary-folder.ts'

const deck = (keys: string): string =>
  `---\ntitle: 제목\nlang: ko\ncover: false\n${keys}---\n\n---\nid: one\n---\n\n## 하나\n\n글\n`
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>'

async function looks(files: Readonly<Record<string, string>>) {
  const folder = await courseFolder(await temporaryFolder(), 'notes', {
    'course.yaml':
      'footer: { ko: 한빛, en: Hanbit }\nnumbers: true\nlogo: logo.svg\npaths: [{ id: all, title: 모두, slides: [a] }]\n',
    'logo.svg': svg,
    'a.ko.md': deck(''),
    ...files,
  })
  const course = await loadCourse(folder, { id: 'notes', bundled: false })
  const shown = [...course.decks, ...course.paths].map((one) => deckInCourse(one, course).look)
  const problems = [...course.problems, ...course.decks.flatMap((one) => one.problems)]
  return {
    shown,
    problems: problems.map(({ code, line, column, fix }) => `${code}@${line}:${column} ${fix?.en ?? ''}`.trim()),
  }
}
const logo = { light: 'logo.svg', dark: 'logo.svg' }

it('holds in all of its decks and paths', async () => {
  const { shown, problems } = await looks({})
  expect(problems).toEqual([])
  expect(shown).toEqual(Array(2).fill({ footer: '한빛', numbers: true, logo }))
})

it('gives way to what a deck says, and holds where it says nothing', async () => {
  const { shown } = await looks({ 'a.ko.md': deck('footer: false\nlogo: false\n') })
  expect(shown[0]).toEqual({ footer: false, numbers: true, logo: false })
  expect(shown[1], 'a path is nobody’s deck').toMatchObject({ footer: '한빛', logo })
})

it('has no logo where its file is missing or broken, which is told with the file that is there', async () => {
  const { shown, problems } = await looks({ 'course.yaml': 'logo: loggo.svg\n', 'a.ko.md': deck('') })
  expect(problems).toEqual(['missing-image@1:7 logo.svg'])
  expect(shown).toEqual([{ logo: false }])
})

it('has the one logo that is there of two', async () => {
  const { shown, problems } = await looks({ 'course.yaml': 'logo: { light: logo.svg, dark: night.svg }\n' })
  expect(problems).toEqual(['missing-image@1:32'])
  expect(shown).toEqual([{ logo }])
})

it('leaves a deck without a logo whose own is missing', async () => {
  const { shown, problems } = await looks({ 'a.ko.md': deck('logo: own.svg\n') })
  expect(problems).toEqual(['missing-image@5:7'])
  expect(shown[0]?.logo).toBe(false)
})
