import type { InBoth } from './in-both.ts'

const ko = {
  myth: '오해',
  question: '면접 질문',
  sayAloud: '먼저 소리 내어 답해 보세요.',
  seconds: (seconds: number) => `${seconds}초`,
  amount: (minutes: number | null, slides: number) => `${minutes === null ? '' : `${minutes}분 · `}${slides}장`,
  toReview: '복습',
  questions: (questions: number) => `질문 ${questions}개`,
  nextDeck: '다음 덱',
  step: (step: number, steps: number) => `${steps}단계 중 ${step}단계`,
  slideNumber: (number: number) => `${number}번 슬라이드`,
  predict: '먼저 맞혀 보세요',
  answer: '답',
  right: '맞는 답',
  mine: '내 답',
  log: (events: number) => `기록 ${events}`,
  logLabel: '이 단계의 기록 보기',
  copy: '복사',
  copied: '복사함',
}

const en: typeof ko = {
  myth: 'Myth',
  question: 'Interview question',
  sayAloud: 'Answer aloud first.',
  seconds: (seconds) => `${seconds} seconds`,
  amount: (minutes, slides) =>
    `${minutes === null ? '' : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} · `}${slides} ${slides === 1 ? 'slide' : 'slides'}`,
  toReview: 'To review',
  questions: (questions) => `${questions} ${questions === 1 ? 'question' : 'questions'}`,
  nextDeck: 'Next deck',
  step: (step, steps) => `step ${step} of ${steps}`,
  slideNumber: (number) => `slide ${number}`,
  predict: 'What do you think?',
  answer: 'Answer',
  right: 'The right answer',
  mine: 'Mine',
  log: (events) => `Log ${events}`,
  logLabel: 'Show the recorded events of this step',
  copy: 'Copy',
  copied: 'Copied',
}

export type SlideWords = typeof ko
/** What a slide itself says, in the language of its deck and not of the interface. */
export const slideWords: InBoth<SlideWords> = { ko, en }
