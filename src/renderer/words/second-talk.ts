import type { InBoth } from './in-both.ts'

/** Words of the question that a second talk asks while one is running. */
const ko = {
  title: '발표를 새로 시작할까요?',
  about: (running: string, title: string) =>
    `지금 ‘${running}’ 발표가 열려 있어요. ‘${title}’ 발표를 시작하면 청중 화면이 바로 바뀌고, 발표 시간도 처음부터 세요.`,
  keep: '그대로 두기',
  start: '새로 시작',
}

const en: typeof ko = {
  title: 'Start another talk?',
  about: (running, title) =>
    `“${running}” is being presented. Starting “${title}” changes what the audience sees at once, and the clock begins anew.`,
  keep: 'Keep this one',
  start: 'Start the other',
}

export const secondTalkWords: InBoth<typeof ko> = { ko, en }
