import { expect, test } from 'vitest'
import type { Deck } from '../../../src/contract/deck.ts'
import { askedSteps } from '../../../src/core/scenes/asks.ts'
import type { LoadedCourse } from '../../../src/services/courses/course.ts'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { courseSummary } from '../../../src/services/door/course-summary.ts'
import type { Positions } from '../../../src/services/talks/positions.ts'
import { courseFolder, temporaryFolder } from '../temporary-folder.ts'

const counts = { due: 1, new: 2, done: 3, limits: { due: 60, new: 10 }, gentle: false }
const question = (id: string): string =>
  `---\nid: ${id}\nlayout: question\nlevel: 기본\ncore: [1]\n---\n\n## ${id}?\n\n### 한 줄\n\n네.\n\n### 답변\n\n네.\n\n### 핵심\n\n- 하나\n\n`
const slide = (id: string, keys = '', body = ''): string => `---\nid: ${id}\n${keys}---\n\n## ${id}\n\n${body}\n`

async function loaded(): Promise<LoadedCourse> {
  const folder = await courseFolder(await temporaryFolder(), 'course', {
    'course.yaml': 'title: { ko: 강의, en: Course }\n',
    'a.ko.md':
      '---\ntitle: 하나\nlang: ko\nminutes: 7\n---\n\n' +
      slide('one', '', 'a\n\n<!-- step -->\n\nb') +
      slide('two', 'diagram: vm-vs-container\nsteps: VC-1..VC-3\n') +
      slide('three', 'diagram: isolation\n'),
    'b.ko.md': `---\ntitle: 둘\nlang: ko\n---\n\n${slide('only')}`,
    'questions.ko.md': question('q-a') + question('q-b'),
    'questions.en.md': question('q-b') + question('q-c'),
  })
  return loadCourse(folder, { id: 'course', bundled: false })
}
const at = (place: { slide: string; step: number } | null): Positions => ({
  of: ({ name }) => (name === 'a' ? place : null),
  keep: () => Promise.resolve(),
  move: () => Promise.resolve(),
  save: () => Promise.resolve(),
  keptAside: null,
})

test('a course is told with its decks, its questions of both languages once, and the numbers of the day', async () => {
  const course = await loaded()
  const summary = courseSummary(course, at(null), counts)
  expect(summary).toMatchObject({
    id: 'course',
    folder: course.folder,
    bundled: false,
    title: { ko: '강의', en: 'Course' },
    questions: 3,
    terms: 0,
    review: counts,
    paths: [],
  })
  expect(summary.decks).toMatchObject([
    { ref: { name: 'a' }, title: '하나', slides: 3, minutes: 7, lastPlace: null },
    { ref: { name: 'b' }, title: '둘', slides: 1, pages: { all: 1, final: 1 }, picture: null, lastPlace: null },
  ])
  const steps = course.decks[0]?.slides.map((one) => one.steps) ?? []
  expect(steps.slice(0, 2)).toEqual([2, 3])
  // A question that a picture asks has a page of its own.
  const asked = course.decks[0]?.slides.flatMap(({ scene }) => (scene ? askedSteps(scene) : [])) ?? []
  expect(asked.length).toBeGreaterThan(0)
  const pages = steps.reduce((sum, count) => sum + count, 0) + asked.length
  expect(summary.decks[0]?.pages).toEqual({ all: pages, final: 3 })
})

test('the picture of a deck is its first one, as it looks at the end of its slide', async () => {
  const [deck] = courseSummary(await loaded(), at(null), counts).decks
  expect(deck?.picture).toEqual({ scene: 'vm-vs-container', step: 'VC-3' })
})

test.each([
  [
    { slide: 'one', step: 2 },
    { slide: 'one', step: 2, slideNumber: 1 },
  ],
  [
    { slide: 'two', step: 1 },
    { slide: 'two', step: 1, slideNumber: 2 },
  ],
  [
    { slide: 'two', step: 9 },
    { slide: 'two', step: 3, slideNumber: 2 },
  ],
  [{ slide: 'gone', step: 1 }, null],
])('a deck that was left at %o goes on at %o', async (place, expected) => {
  const { decks } = courseSummary(await loaded(), at(place), counts)
  expect(decks.map(({ lastPlace }) => lastPlace)).toEqual([expected, null])
})

test('a slide whose picture plays no step gives no picture', async () => {
  const course = await loaded()
  const empty = (deck: Deck): Deck => ({
    ...deck,
    slides: deck.slides.map((one) => ({ ...one, scene: one.scene && { ...one.scene, steps: [] } })),
  })
  const { decks } = courseSummary({ ...course, decks: course.decks.map(empty) }, at(null), counts)
  expect(decks.map(({ picture }) => picture)).toEqual([null, null])
})
