import { LecternError } from '../../contract/failure.ts'
import type { Holder } from './messages.ts'

const since = (atMs: number, locale: string): string =>
  new Date(atMs).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })

/** Says which process uses a folder, and since when. */
export const inUse = ({ pid, startedAtMs }: Holder, folder: string): LecternError =>
  new LecternError('busy', {
    ko: `Lectern이 이 폴더를 쓰고 있어요(프로세스 ${pid}, ${since(startedAtMs, 'ko')}부터). 닫은 뒤 다시 하거나, 열려 있는 창에서 해 주세요: ${folder}`,
    en: `Lectern is using this folder (process ${pid}, since ${since(startedAtMs, 'en')}). Close it first, or go on in its window: ${folder}`,
  })

/** Says that another process uses a folder too. */
export const alsoInUse = ({ pid, startedAtMs }: Holder, folder: string): LecternError =>
  new LecternError('busy', {
    ko: `다른 Lectern도 이 폴더를 쓰고 있어요(프로세스 ${pid}, ${since(startedAtMs, 'ko')}부터). 기록이 뒤섞이지 않게 둘 중 하나를 닫아 주세요: ${folder}`,
    en: `Another Lectern uses this folder too (process ${pid}, since ${since(startedAtMs, 'en')}). Close one of the two, so that what they keep is not mixed up: ${folder}`,
  })

/** Says that something listens for a folder, but does not say who it is. */
export const noAnswer = (folder: string): LecternError =>
  new LecternError('busy', {
    ko: `이 폴더를 쓰고 있는 Lectern이 대답하지 않아요. 잠시 뒤 다시 하거나, 그 프로세스를 끝내 주세요: ${folder}`,
    en: `The Lectern that uses this folder does not answer. Try again in a moment, or end its process: ${folder}`,
  })
