import type { InBoth } from './in-both.ts'

/** Words of the deck window. */
const ko = {
  windowTitle: 'Lectern',
  noTalk: '진행 중인 발표가 없어요',
  noTalkHint: '강의 목록에서 덱을 골라 발표를 시작하면 이 창에 슬라이드가 나와요.',
  cannotShow: '덱을 보여 줄 수 없어요',
  noSlides: '이 덱에는 슬라이드가 없어요. 파일에 슬라이드를 더하면 바로 나와요.',
  toLibrary: '강의 목록 열기',
  black: '청중 화면을 껐어요.',
  announced: (title: string, step: number, steps: number, said: string) =>
    [title, ...(steps > 1 ? [`${steps}단계 중 ${step}단계`] : []), ...(said ? [said] : [])].join('. '),
}

const en: typeof ko = {
  windowTitle: 'Lectern',
  noTalk: 'No talk is being given',
  noTalkHint: 'Choose a deck in the library and start presenting: its slides appear in this window.',
  cannotShow: 'This deck cannot be shown',
  noSlides: 'This deck has no slides. Add one to its file and it appears at once.',
  toLibrary: 'Open the library',
  black: 'The audience screen is black.',
  announced: (title, step, steps, said) =>
    [title, ...(steps > 1 ? [`Step ${step} of ${steps}`] : []), ...(said ? [said] : [])].join('. '),
}

export type DeckWords = typeof ko
export const deckWords: InBoth<DeckWords> = { ko, en }
