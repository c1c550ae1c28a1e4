import { expect, it, vi } from 'vitest'
import { requestSchemas } from '../../../src/contract/channels.ts'
import type { PrintJob } from '../../../src/contract/print.ts'
import { answerPrint } from '../../../src/services/export/answer-print.ts'

const job = { options: { theme: 'light', steps: 'all', glossary: false } } as PrintJob
const refused = { failure: { code: 'refused' } }

it('gives a print window its job and passes on how far it is', () => {
  const onProgress = vi.fn()
  expect(answerPrint({ job, onProgress }, 'print:read', undefined)).toEqual({ value: job })
  expect(answerPrint({ job, onProgress }, 'print:progress', { done: 2, total: 9 })).toEqual({ value: null })
  expect(onProgress.mock.calls).toEqual([[{ phase: 'laying-out', done: 2, total: 9 }]])
  // Nobody has to listen.
  expect(answerPrint({ job }, 'print:progress', { done: 2, total: 9 })).toEqual({ value: null })
})

it('passes on which page is next, of a slide or of the glossary', () => {
  const onPage = vi.fn()
  const places = [
    { slide: 'one', step: 2 },
    { slide: null, step: 1 },
  ]
  for (const place of places) {
    expect(answerPrint({ job, onPage }, 'print:page', place)).toEqual({ value: null })
    expect(answerPrint({ job }, 'print:page', place)).toEqual({ value: null })
  }
  expect(onPage.mock.calls).toEqual(places.map((place) => [place]))
  for (const place of [undefined, { slide: 7, step: 1 }, { slide: 'one' }, { slide: 'x'.repeat(1001), step: 1 }])
    expect(answerPrint({ job, onPage }, 'print:page', place)).toMatchObject(refused)
  expect(onPage).toHaveBeenCalledTimes(2)
})

it.each([undefined, null, 7, {}, { done: -1, total: 2 }, { done: 1, total: 'x' }, { done: 1, total: 2, more: 3 }])(
  'passes on no nonsense: %j',
  (payload) => {
    const onProgress = vi.fn()
    expect(answerPrint({ job, onProgress }, 'print:progress', payload)).toMatchObject(refused)
    expect(onProgress).not.toHaveBeenCalled()
  },
)

it('refuses everything else', () => {
  const others = Object.keys(requestSchemas).filter((name) => !name.startsWith('print:'))
  for (const name of [...others, 'print:cancel', '__proto__', 'constructor', ''])
    expect(answerPrint({ job }, name, undefined)).toMatchObject(refused)
})
