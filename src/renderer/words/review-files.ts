/** Words of settings, backups and files of reviewing. */
const ko = {
  title: '복습 설정',
}

const en: typeof ko = {
  title: 'Review settings',
}

export const reviewFiles = { ko, en }
