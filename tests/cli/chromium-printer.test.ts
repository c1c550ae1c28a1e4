import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PrintJob } from '../../src/contract/print.ts'
import { findBrowser } from '../../src/services/browser/find-browser.mjs'
import { loadCourse } from '../../src/services/courses/course.ts'
import { chromiumPrinter } from '../../src/services/export/chromium-printer.ts'

const courseFolder = join(import.meta.dirname, '../../slides/docker')
const print = chromiumPrinter({
  browserPath: findBrowser() ?? '',
  rendererRoot: join(import.meta.dirname, '../../out/renderer'),
  courseFolder,
})

test('printing that is cancelled before it begins, or while its browser starts, ends as cancelled', async () => {
  const [deck] = (await loadCourse(courseFolder, { id: 'docker', bundled: true })).decks
  if (deck === undefined) throw new Error('no deck')
  const job: PrintJob = { deck, glossary: [], options: { theme: 'light', steps: 'final', glossary: false } }
  const cancelled = { failure: { code: 'cancelled' } }
  await expect(print(job, { signal: AbortSignal.abort() })).rejects.toMatchObject(cancelled)
  const stop = new AbortController()
  const printing = print(job, { signal: stop.signal })
  stop.abort()
  await expect(printing).rejects.toMatchObject(cancelled)
})
