import { LecternError } from '../../contract/failure.ts'

/** Something was asked of a talk, and none is running. */
export const noTalk = (): LecternError =>
  new LecternError('no-talk', { ko: '진행 중인 발표가 없어요.', en: 'No talk is running.' })
