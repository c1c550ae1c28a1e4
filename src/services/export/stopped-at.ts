import type { RequestPayload } from '../../contract/channels.ts'
import type { Text } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'

/** What a print window works at: a page, or nothing it has told yet, or the PDF of them all. */
export type PrintPlace = RequestPayload<'print:page'> | 'beginning' | 'pdf'

function wordsFor(place: PrintPlace): Text {
  if (place === 'beginning') return { ko: '첫 쪽을 그리기 전에', en: 'before the first page' }
  if (place === 'pdf') return { ko: 'PDF를 만들다가', en: 'while it made the PDF' }
  if (place.slide === null) return { ko: '용어집을 그리다가', en: 'at the glossary' }
  const { slide, step } = place
  return { ko: `슬라이드 ${slide}의 ${step}단계에서`, en: `at step ${step} of slide ${slide}` }
}

/** Says that what draws the pages has died, and at which one. */
export function stoppedAt(place: PrintPlace, cause?: unknown): LecternError {
  const { ko, en } = wordsFor(place)
  return new LecternError(
    'internal',
    {
      ko: `쪽을 그리던 브라우저가 ${ko} 멈췄어요. 다시 해 보고, 또 멈추면 그곳을 살펴봐 주세요.`,
      en: `The browser that draws the pages stopped ${en}. Try again, and if it stops once more, look there.`,
    },
    { cause },
  )
}
