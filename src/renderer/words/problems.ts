import { counted } from '../../core/words/counted.ts'
import { numberText } from '../../core/words/number-text.ts'
import type { InBoth } from './in-both.ts'

/** Words of the list of problems. */
const ko = {
  title: (title: string) => `고칠 곳: ${title}`,
  toMend: '고칠 곳',
  toKnow: '알아 두면 좋은 것',
  errors: '고쳐야 보이는 것',
  warnings: '알아 두면 좋은 것',
  intro: '고쳐서 저장하면 이 목록이 바로 줄어들어요.',
  gone: '모두 고쳤어요.',
  copy: '목록 복사',
  copied: '목록을 복사했어요',
  edit: '편집기로 열기',
  editAt: (file: string, line: number) => `편집기로 열기: ${file} ${numberText(line)}행`,
  count: (places: number) => `${numberText(places)}곳`,
}

const en: typeof ko = {
  title: (title) => `To mend: ${title}`,
  toMend: 'To mend',
  toKnow: 'Good to know',
  errors: 'Not shown until mended',
  warnings: 'Good to know',
  intro: 'Mend and save: this list follows at once.',
  gone: 'Every problem is fixed.',
  copy: 'Copy list',
  copied: 'The list is on the clipboard',
  edit: 'Open in editor',
  editAt: (file, line) => `Open in editor: ${file} line ${numberText(line)}`,
  count: (places) => counted(places, 'place'),
}

export const problemWords: InBoth<typeof ko> = { ko, en }
