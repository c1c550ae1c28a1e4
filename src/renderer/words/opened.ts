import { counted } from '../../core/words/counted.ts'
import { numberText } from '../../core/words/number-text.ts'
import type { InBoth } from './in-both.ts'

/** Words of the banner above a deck in another format. */
const ko = {
  asIs: (name: string, isPlain: boolean) =>
    isPlain ? `${name} 문서를 슬라이드로 열었어요.` : `${name} 덱을 그대로 열었어요.`,
  whole: (slides: number) => `슬라이드 ${numberText(slides)}장이 모두 온전해요.`,
  some: (slides: number, whole: number, leftOut: number) =>
    slides === whole
      ? `슬라이드 ${numberText(slides)}장은 온전하고, 옮기지 못한 것이 ${numberText(leftOut)}가지 있어요.`
      : `${numberText(slides)}장 가운데 ${numberText(whole)}장은 온전하고, 옮기지 못한 것이 ${numberText(leftOut)}가지 있어요.`,
  open: '펼치기',
  fold: '접기',
  save: 'Lectern 덱으로 저장',
  saved: (file: string) => `원본은 그대로 두고 ${file}에 저장했어요`,
  list: '옮기지 못한 것',
  line: (line: number) => `${numberText(line)}행`,
  slides: (slides: number) => `${numberText(slides)}장`,
}

const en: typeof ko = {
  asIs: (name: string, isPlain: boolean) =>
    isPlain ? `This ${name} is opened as slides.` : `This ${name} deck is opened as it is.`,
  whole: (slides: number) => `${counted(slides, 'slide')}, whole.`,
  some: (slides: number, whole: number, leftOut: number) =>
    slides === whole
      ? `${counted(slides, 'slide')}, whole; ${counted(leftOut, 'thing')} left out.`
      : `${numberText(whole)} of ${counted(slides, 'slide')} whole; ${counted(leftOut, 'thing')} left out.`,
  open: 'Show',
  fold: 'Fold',
  save: 'Save as a Lectern deck',
  saved: (file: string) => `Saved as ${file}; the file itself is as it was`,
  list: 'What is left out',
  line: (line: number) => `Line ${numberText(line)}`,
  slides: (slides: number) => counted(slides, 'slide'),
}

export const openedWords: InBoth<typeof ko> = { ko, en }
