import { expect, test } from 'vitest'
import { askedSteps } from '../../../src/core/scenes/asks.ts'
import type { LoadedCourse } from '../../../src/services/courses/course.ts'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { courseSummary, type CourseRecord } from '../../../src/services/door/course-summary.ts'
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
const at = (place: { slide: string; step: number } | null): CourseRecord => ({
  positions: {
    of: ({ name }) => (name === 'a' && place ? { place, atMs: 4000 } : null),
    keep: () => Promise.resolve(),
    move: () => Promise.resolve(),
    save: () => Promise.resolve(),
    keptAside: null,
  },
  review: counts,
  interviewIn: 3,
  copyOf: null,
  dayAt: (atMs) => `day of ${atMs}`,
})

test('a course is told with its decks, its questions of both languages once, and the numbers of the day', async () => {
  const course = await loaded()
  const summary = courseSummary(course, at(null))
  expect(summary).toMatchObject({
    id: 'course',
    folder: course.folder,
    bundled: false,
    title: { ko: '강의', en: 'Course' },
    questions: 3,
    terms: 0,
    review: counts,
    interviewIn: 3,
    paths: [],
  })
  expect(summary.decks).toMatchObject([
    { ref: { name: 'a' }, title: '하나', slides: 3, minutes: 7, lastPlace: null },
    { ref: { name: 'b' }, title: '둘', slides: 1, pages: { all: 1, final: 1 }, lastPlace: null },
  ])
  const steps = course.decks[0]?.slides.map((one) => one.steps) ?? []
  // The cover that is made for it has a page and is none of its slides.
  expect(steps.slice(0, 3)).toEqual([1, 2, 3])
  // A question that a picture asks has a page of its own.
  const asked = course.decks[0]?.slides.flatMap(({ scene }) => (scene ? askedSteps(scene) : [])) ?? []
  expect(asked.length).toBeGreaterThan(0)
  const pages = steps.reduce((sum, count) => sum + count, 0) + asked.length
  expect(summary.decks[0]?.pages).toEqual({ all: pages, final: 4 })
})

test.each([
  [
    { slide: 'lectern-cover', step: 1 },
    { slide: 'lectern-cover', step: 1, slideNumber: 0, isEnd: false },
  ],
  [
    { slide: 'one', step: 2 },
    { slide: 'one', step: 2, slideNumber: 1, isEnd: false },
  ],
  [
    { slide: 'two', step: 1 },
    { slide: 'two', step: 1, slideNumber: 2, isEnd: false },
  ],
  [
    { slide: 'two', step: 9 },
    { slide: 'two', step: 3, slideNumber: 2, isEnd: false },
  ],
  [{ slide: 'gone', step: 1 }, null],
])('a deck that was left at %o goes on at %o', async (place, expected) => {
  const { decks } = courseSummary(await loaded(), at(place))
  const last = expected && { ...expected, atMs: 4000, day: 'day of 4000' }
  expect(decks.map(({ lastPlace }) => lastPlace)).toEqual([last, null])
})

test('a deck is at its end on the last step of its last slide, and not before', async () => {
  const course = await loaded()
  const { steps = 0 } = course.decks[0]?.slides.at(-1) ?? {}
  expect(steps).toBeGreaterThan(1)
  const isEnd = (step: number) => courseSummary(course, at({ slide: 'three', step })).decks[0]?.lastPlace?.isEnd
  expect([isEnd(1), isEnd(steps - 1), isEnd(steps), isEnd(steps + 1)]).toEqual([false, false, true, true])
})
