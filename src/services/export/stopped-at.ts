import type { Text } from '../../contract/deck.ts'
import type { PagePlace } from '../../contract/print.ts'
import { LecternError } from '../../contract/failure.ts'

/** What a print window works at: a page, or nothing it has told yet, or the PDF of them all. */
export type PrintPlace = PagePlace | 'beginning' | 'pdf'

function wordsFor(place: PrintPlace): Text {
  const again: Text = {
    ko: '다른 프로그램을 닫고 다시 해 보세요.',
    en: 'Close other programs and try again.',
  }
  if (place === 'beginning')
    return { ko: `첫 쪽을 그리기 전에 멈췄어요. ${again.ko}`, en: `before the first page. ${again.en}` }
  if (place === 'pdf') return { ko: `PDF를 만들다가 멈췄어요. ${again.ko}`, en: `while it made the PDF. ${again.en}` }
  const { slide, step } = place
  const [ko, en] =
    slide === null ? ['용어집', 'the glossary'] : [`슬라이드 ${slide}의 ${step}단계`, `step ${step} of slide ${slide}`]
  return { ko: `${ko}에서 멈췄어요. 그곳에 있는 것을 살펴봐 주세요.`, en: `at ${en}. Look at what is there.` }
}

/** Says that what draws the pages has died, and at which one if it drew them one at a time. */
export class BrowserStopped extends LecternError {
  constructor(place: PrintPlace, cause?: unknown) {
    const { ko, en } = wordsFor(place)
    super(
      'internal',
      {
        ko: `쪽을 그리던 브라우저가 멈춰서 한 쪽씩 다시 그렸지만 ${ko}`,
        en: `The browser that draws the pages stopped. It drew them again one at a time and stopped ${en}`,
      },
      { cause },
    )
  }
}
