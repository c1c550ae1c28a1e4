import type { LecternError } from '../../../src/contract/failure.ts'

/** Throws what went wrong with a journal. A disk that is busy with other tests has done nothing wrong. */
export function noTrouble(trouble: LecternError | null): void {
  if (trouble !== null && trouble.failure.code !== 'slow-disk') throw trouble
}
