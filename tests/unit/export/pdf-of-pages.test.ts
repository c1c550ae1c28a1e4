import { expect, test, vi } from 'vitest'
import type { PrintJob } from '../../../src/contract/print.ts'
import { pdfOfPages } from '../../../src/services/export/pdf-of-pages.ts'
import { withSecondTry } from '../../../src/services/export/second-try.ts'
import { BrowserStopped, type PrintPlace } from '../../../src/services/export/stopped-at.ts'

const job = { options: { theme: 'light', steps: 'all', glossary: false } } as PrintJob

const found = { overflows: [], unloaded: [{ slide: 'a', path: 'b.png' }], notDrawn: [] }

/** A print window with three pages, and all that is done with it in its order. */
function shown(pdf: () => Promise<Uint8Array> = () => Promise.resolve(Buffer.from('%PDF'))) {
  const done: unknown[] = []
  return {
    done,
    window: {
      pages: 3,
      run: (expression: string) => {
        if (expression === 'window.printFindings()') return Promise.resolve(found)
        return Promise.resolve(done.push(expression))
      },
      pdf: () => {
        done.push('pdf')
        return pdf()
      },
    },
    onProgress: (progress: unknown) => done.push(progress),
    onWhole: () => done.push('whole'),
  }
}
const printing = (done: number) => ({ phase: 'printing', done, total: 3 })

test('all pages are drawn in one go', async () => {
  const { window, onProgress, onWhole, done } = shown()
  expect(await pdfOfPages(window, { job, onProgress }, onWhole)).toEqual({
    bytes: Buffer.from('%PDF'),
    findings: found,
  })
  expect(done).toEqual([printing(0), 'whole', 'pdf'])
})

test('of a careful job each page is drawn alone before, and then all of them', async () => {
  const { window, onProgress, onWhole, done } = shown()
  await pdfOfPages(window, { job: { ...job, isCareful: true }, onProgress }, onWhole)
  const alone = [0, 1, 2].flatMap((page) => [`window.printOnly(${page})`, printing(page), 'pdf'])
  expect(done).toEqual([...alone, 'window.printOnly(null)', 'whole', 'pdf'])
})

test('nobody has to listen to how far it is', async () => {
  const { window, onWhole, done } = shown()
  await pdfOfPages(window, { job }, onWhole)
  expect(done).toEqual(['whole', 'pdf'])
})

test('a page that cannot be drawn is asked something before that is told, as a dead one shows there', async () => {
  const failed = new Error('no pdf')
  const { window, onWhole, done } = shown(() => Promise.reject(failed))
  await expect(pdfOfPages(window, { job }, onWhole)).rejects.toBe(failed)
  expect(done).toEqual(['whole', 'pdf', '0'])
  const dead = new BrowserStopped('pdf')
  const gone = { ...window, run: () => Promise.reject(dead) }
  await expect(pdfOfPages(gone, { job }, onWhole)).rejects.toBe(dead)
})

test('who stops is asked once more and carefully, who fails otherwise is not', async () => {
  const print = vi.fn().mockRejectedValueOnce(new BrowserStopped('pdf')).mockResolvedValueOnce('bytes')
  const options = { onProgress: () => undefined }
  expect(await withSecondTry(print)(job, options)).toBe('bytes')
  expect(print.mock.calls).toEqual([
    [job, options],
    [{ ...job, isCareful: true }, options],
  ])
  const again = new BrowserStopped({ slide: 'vm', step: 2 })
  await expect(withSecondTry(() => Promise.reject(again))(job)).rejects.toBe(again)
  const failed = new Error('another')
  const failing = vi.fn().mockRejectedValue(failed)
  await expect(withSecondTry(failing)(job)).rejects.toBe(failed)
  expect(failing).toHaveBeenCalledOnce()
})

test.each<[PrintPlace, string]>([
  ['beginning', 'before the first page. Close other programs and try again.'],
  ['pdf', 'while it made the PDF. Close other programs and try again.'],
  [{ slide: 'vm', step: 2 }, 'at step 2 of slide vm. Look at what is there.'],
  [{ slide: null, step: 1 }, 'at the glossary. Look at what is there.'],
])('where a browser stopped is said: %j', (place, said) => {
  const cause = new Error('dead')
  const { failure, cause: told } = new BrowserStopped(place, cause)
  expect(failure).toMatchObject({
    code: 'internal',
    message: { en: `The browser that draws the pages stopped. It drew them again one at a time and stopped ${said}` },
  })
  expect(told).toBe(cause)
})
