/** How many pages the library says a deck is printed on, beside how many the print window lays out. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowser } from '../../src/services/browser/find-browser.mjs'
import { loadCourse } from '../../src/services/courses/course.ts'
import { courseSummary, type CourseRecord } from '../../src/services/door/course-summary.ts'
import { openPrintPage } from '../../src/services/export/chromium-pages.ts'
import { launchHeadless } from '../../src/services/export/headless-browser.ts'

const root = join(import.meta.dirname, '../..')
const courseFolder = join(root, 'slides/docker')
/** Nothing was ever shown or answered. */
const noRecord = {
  positions: { of: () => null },
  review: { due: 0, new: 0, done: 0, limits: { due: 0, new: 0 }, gentle: false },
  interviewIn: null,
  copyOf: null,
} as unknown as CourseRecord

test('every deck and path of the course is printed on as many pages as is said before', async () => {
  const course = await loadCourse(courseFolder, { id: 'docker', bundled: true })
  const said = courseSummary(course, noRecord)
  const browser = await launchHeadless(findBrowser() ?? '')
  const counts: unknown[] = []
  try {
    const { layOut } = await openPrintPage(browser, { rendererRoot: join(root, 'out/renderer'), courseFolder })
    for (const deck of [...course.decks, ...course.paths]) {
      const count = (steps: 'all' | 'final'): Promise<number> =>
        layOut({ deck, glossary: [], options: { theme: 'light', steps, glossary: false } })
      counts.push({ ref: deck.ref, pages: { all: await count('all'), final: await count('final') } })
    }
  } finally {
    await browser.close()
  }
  expect(counts.length).toBeGreaterThan(1)
  expect(counts).toEqual([...said.decks, ...said.paths].map(({ ref, pages }) => ({ ref, pages })))
})
