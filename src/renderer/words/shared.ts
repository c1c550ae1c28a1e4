/** Words that more than one window uses. */
const ko = {
  product: 'Lectern',
  langName: { ko: '한국어', en: 'English' },
  close: '닫기',
  cancel: '취소',
  retry: '다시 시도',
  dismiss: '알림 닫기',
  unexpected: '예상하지 못한 문제가 생겼어요. 다시 해 보고, 계속되면 Lectern을 다시 시작해 주세요.',
  keysHelp: '단축키',
  notices: '알림',
}

const en: typeof ko = {
  product: 'Lectern',
  langName: { ko: '한국어', en: 'English' },
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  dismiss: 'Dismiss',
  unexpected: 'Something unexpected went wrong. Try again; if it keeps happening, restart Lectern.',
  keysHelp: 'Keyboard shortcuts',
  notices: 'Notices',
}

export const shared = { ko, en }
