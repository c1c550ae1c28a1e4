import type { RequestPayload } from '../../contract/channels.ts'
import type { Text } from '../../contract/deck.ts'
import type { PagePlace } from '../../contract/print.ts'
import { LecternError } from '../../contract/failure.ts'

/** What a print window works at: pages, or nothing it has told yet, or the PDF of them all. */
export type PrintPlace = RequestPayload<'print:pages'> | 'beginning' | 'pdf'

const pageIn = {
  ko: ({ slide, step }: PagePlace) => (slide === null ? '용어집' : `슬라이드 ${slide}의 ${step}단계`),
  en: ({ slide, step }: PagePlace) => (slide === null ? 'the glossary' : `step ${step} of slide ${slide}`),
}

function wordsFor(place: PrintPlace): Text {
  if (place === 'beginning') return { ko: '첫 쪽을 그리기 전에', en: 'before the first page' }
  if (place === 'pdf') return { ko: 'PDF를 만들다가', en: 'while it made the PDF' }
  const { first, last } = place
  // A handful is laid out in one go.
  const [ko, en] = [pageIn.ko(first), pageIn.en(first)]
  if (en === pageIn.en(last)) return { ko: `${ko}에서`, en: `at ${en}` }
  return { ko: `${ko}부터 ${pageIn.ko(last)}까지 그리다가`, en: `between ${en} and ${pageIn.en(last)}` }
}

/** Says that what draws the pages has died, and at which ones. */
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
