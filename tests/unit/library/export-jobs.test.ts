import { expect, test } from 'vitest'
import type { ExportProgress } from '../../../src/contract/library.ts'
import { isRunning, withoutOver, withProgress, type ExportJob } from '../../../src/renderer/library/export-jobs.ts'

const deck = { course: 'docker', name: '01-vm', lang: 'ko' } as const
const at = (job: string, phase: ExportProgress['phase']): ExportJob => ({
  job,
  title: job,
  deck,
  progress: { job, phase } as ExportProgress,
})
const phases = (jobs: readonly ExportJob[]) => jobs.map(({ job, progress }) => `${job} ${progress.phase}`)

test.each([
  ['laying-out', true],
  ['printing', true],
  ['writing', true],
  ['done', false],
  ['failed', false],
  ['cancelled', false],
] as const)('an export that is %s can be cancelled: %s', (phase, can) => {
  expect(isRunning(at('a', phase))).toBe(can)
})

test('news reach their own export and no other', () => {
  const jobs = [at('a', 'printing'), at('b', 'printing')]
  expect(phases(withProgress(jobs, at('b', 'writing').progress))).toEqual(['a printing', 'b writing'])
  expect(withProgress(jobs, at('c', 'writing').progress)).toEqual(jobs)
})

test('an export that has ended stays as it ended, whatever news come late', () => {
  expect(phases(withProgress([at('a', 'cancelled')], at('a', 'printing').progress))).toEqual(['a cancelled'])
})

test('what is over of a deck, and what was cancelled, makes room when it is exported anew', () => {
  const other = (job: string, phase: ExportProgress['phase']) => ({ ...at(job, phase), deck: { ...deck, name: '02' } })
  const jobs = [at('a', 'done'), at('b', 'printing'), other('c', 'done'), other('d', 'cancelled'), other('e', 'failed')]
  expect(phases(withoutOver(jobs, deck))).toEqual(['b printing', 'c done', 'e failed'])
  expect(phases(withoutOver(jobs, { ...deck, lang: 'en' }))).toEqual(['a done', 'b printing', 'c done', 'e failed'])
})
