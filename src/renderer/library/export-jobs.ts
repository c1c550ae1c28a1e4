/** Exports that this window started, and how far each has come. */
import type { DeckRef } from '../../contract/deck.ts'
import type { ExportProgress } from '../../contract/library.ts'

export interface ExportJob {
  readonly job: string
  readonly title: string
  readonly deck: DeckRef
  readonly progress: ExportProgress
}

const running = new Set<ExportProgress['phase']>(['laying-out', 'printing', 'writing'])

/** Whether an export is still under way, and so can be cancelled. */
export function isRunning(job: ExportJob): boolean {
  return running.has(job.progress.phase)
}

/** The jobs without those of a deck that are over, which a new one of it stands for, and without those that were cancelled. */
export function withoutOver(jobs: readonly ExportJob[], deck: DeckRef): readonly ExportJob[] {
  const isOfDeck = ({ course, name, lang }: DeckRef): boolean =>
    course === deck.course && name === deck.name && lang === deck.lang
  return jobs.filter((job) => isRunning(job) || (!isOfDeck(job.deck) && job.progress.phase !== 'cancelled'))
}

/** The jobs with one job's news taken in; news of jobs that other windows started changes nothing. */
export function withProgress(jobs: readonly ExportJob[], progress: ExportProgress): readonly ExportJob[] {
  return jobs.map((job) => (job.job === progress.job && isRunning(job) ? { ...job, progress } : job))
}
