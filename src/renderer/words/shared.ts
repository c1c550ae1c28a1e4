import { unexpected } from '../../contract/failure.ts'
import type { InBoth } from './in-both.ts'

/** Words that more than one window uses. */
const ko = {
  product: 'Lectern',
  langName: { ko: '한국어', en: 'English' },
  close: '닫기',
  cancel: '취소',
  retry: '다시 시도',
  dismiss: '알림 닫기',
  unexpected: `${unexpected.ko} 다시 해 보고, 계속되면 Lectern을 다시 시작해 주세요.`,
  keysHelp: '단축키',
  notices: '알림',
  settings: '설정',
  language: '언어',
  systemLanguage: '시스템 언어',
  theme: '화면 테마',
  themeName: { system: '시스템 설정', light: '밝게', dark: '어둡게', contrast: '고대비' },
  error: '오류',
  warning: '주의',
  fix: '고치는 법',
  at: (line: number, column: number) => `${line}행 ${column}열`,
  pagesDone: (done: number, total: number) => `전체 ${total}쪽 중 ${done}쪽`,
}

const en: typeof ko = {
  product: 'Lectern',
  langName: { ko: '한국어', en: 'English' },
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  dismiss: 'Dismiss',
  unexpected: `${unexpected.en} Try again; if it keeps happening, restart Lectern.`,
  keysHelp: 'Keyboard shortcuts',
  notices: 'Notices',
  settings: 'Settings',
  language: 'Language',
  systemLanguage: 'System language',
  theme: 'Theme',
  themeName: { system: 'Same as system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  error: 'Error',
  warning: 'Warning',
  fix: 'How to fix',
  at: (line, column) => `line ${line}, column ${column}`,
  pagesDone: (done, total) => `${done} of ${total} pages`,
}

export type SharedWords = typeof ko
export const sharedWords: InBoth<SharedWords> = { ko, en }
