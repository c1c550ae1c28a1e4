/** Covers that are made, beside all else that a course is. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadCourse, openCourse, type LoadedCourse } from '../../../src/services/courses/course.ts'
import { coursePrints } from '../../../src/services/progress/course-prints.ts'
import { courseFolder, temporaryFolder } from '../temporary-folder.ts'

const setting = { id: 'notes', bundled: false } as const
const deck = (lang: string, title: string, keys: string, ...headings: string[]): string =>
  `---\ntitle: ${title}\nlang: ${lang}\n${keys}---\n\n` +
  headings.map((heading, n) => `---\nid: s${n + 1}\n---\n\n## ${heading}\n\n[글](#s1)\n\n`).join('')
const idsOf = ({ decks }: Pick<LoadedCourse, 'decks'>): string[] =>
  decks.map(({ ref, slides }) => `${ref.name}.${ref.lang} ${slides.map(({ id }) => id).join(' ')}`)
const problemsOf = ({ decks, problems }: LoadedCourse) => [...problems, ...decks.flatMap((one) => one.problems)]

async function notes(files: Readonly<Record<string, string>> = {}): Promise<string> {
  return courseFolder(await temporaryFolder(), 'notes', {
    'course.yaml': 'languages: [ko, en]\npaths: [{ id: all, title: 모두, slides: [a, b] }]\n',
    'a.ko.md': deck('ko', '커널', '', '하나', '둘'),
    // Opens with a slide that is called as the deck is, so that it needs no cover.
    'a.en.md': deck('en', 'Kernels', '', 'Kernels', 'Two'),
    'b.ko.md': deck('ko', '둘째', '', '하나', '둘'),
    'b.en.md': deck('en', 'Second', 'cover: false\n', 'One', 'Two'),
    ...files,
  })
}

it('are no slides that a language lacks, and none of a path', async () => {
  const course = await loadCourse(await notes(), setting)
  expect(idsOf(course)).toEqual(['a.ko lectern-cover s1 s2', 'a.en s1 s2', 'b.ko lectern-cover s1 s2', 'b.en s1 s2'])
  expect(problemsOf(course)).toEqual([])
  expect(course.paths.map(({ slides }) => slides.map(({ id }) => id))).toEqual(
    Array(2).fill(['s1', 's2', 's1-b', 's2-b']),
  )
})

it('are there in a deck that is read alone, and before decks are read', async () => {
  const opened = await openCourse(await notes(), setting)
  expect(opened.deck({ name: 'a', lang: 'ko' })?.slides).toHaveLength(3)
  expect(opened.deck({ name: 'a', lang: 'en' })?.slides).toHaveLength(2)
  expect(idsOf(opened.skim())).toEqual(idsOf(await loadCourse(await notes(), setting)))
})

it('leave problems at their lines', async () => {
  const broken = deck('ko', '커널', '', '하나', '둘').replace('[글](#s1)', '[글](#gone)')
  const course = await loadCourse(await notes({ 'a.ko.md': broken }), setting)
  expect(problemsOf(course)).toMatchObject([{ code: 'bad-link', line: broken.split('\n').indexOf('[글](#gone)') + 1 }])
})

it('are nothing by which a course is known', async () => {
  const folder = await notes()
  const print = async () => coursePrints({}, (await loadCourse(folder, setting)).decks)
  const before = await print()
  await writeFile(join(folder, 'a.ko.md'), deck('ko', '커널', 'cover: false\n', '하나', '둘'))
  expect(await print()).toEqual(before)
})
