import type { DeckRef } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'

export const noDeck = (ref: DeckRef): LecternError =>
  new LecternError('not-found', {
    ko: `${ref.name} 덱(${ref.lang})을 찾을 수 없어요. 파일이 옮겨졌거나 지워졌을 수 있어요.`,
    en: `The deck ${ref.name} (${ref.lang}) cannot be found. Its file may have been moved or deleted.`,
  })

export const noCourse = (): LecternError =>
  new LecternError('not-found', { ko: '라이브러리에 없는 강의예요.', en: 'This course is not in the library.' })
