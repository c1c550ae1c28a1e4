import { sizeText } from '../../core/words/bytes-text.ts'
import { counted } from '../../core/words/counted.ts'
import { numberText } from '../../core/words/number-text.ts'
import type { InBoth } from './in-both.ts'

/** Words of backups and files of reviewing. */
const ko = {
  filesTitle: '내보내기와 백업',
  export: '내보내기',
  exportAll: '모두 내보내기 (ZIP)',
  exportAllAbout: '모든 강의의 복습 기록과 설정을 파일 하나에 담아요.',
  exportAnki: 'Anki로 내보내기',
  exportAnkiAbout: '이 강의의 질문과 포인트를 Anki가 읽는 글로 담아요. 복습 기록은 들어가지 않아요.',
  exportedTo: (file: string) => `저장했어요: ${file}`,
  exportReady: '파일이 준비됐어요. 한 번만 받을 수 있어요.',
  exportFetch: (what: 'everything' | 'anki'): string => (what === 'anki' ? 'Anki 파일 받기' : 'ZIP 파일 받기'),
  exportFetched: '받기를 시작했어요.',
  import: '가져오기',
  importAbout: 'Lectern에서 내보낸 ZIP 파일의 기록을 더해요. 있던 기록은 지우지 않고, 먼저 백업해 둬요.',
  importChoose: 'ZIP 파일 고르기…',
  imported: (events: number) =>
    events === 0 ? '새로 가져올 기록이 없어요. 이미 모두 있어요.' : `새 기록 ${numberText(events)}개를 가져왔어요.`,
  backups: '백업',
  backupsAbout: '복습하는 동안 저절로 만들어져요.',
  backupsLoading: '백업을 찾고 있어요…',
  backupsNone: '아직 백업이 없어요. 복습을 시작하면 만들어져요.',
  backupsAll: (count: number) => `${numberText(count)}개 모두 보기`,
  size: sizeText,
  restore: '복원',
  restoreTo: (time: string) => `${time} 백업 복원`,
  restoreAsk: (time: string) => `${time} 상태로 복원할까요?`,
  restoreAbout:
    '모든 강의의 기록이 그때로 돌아가요. 지금 상태를 먼저 백업해 두니, 마음이 바뀌면 그 백업을 복원하면 돼요.',
  busy: { export: '파일을 만들고 있어요…', import: '기록을 가져오고 있어요…', restore: '복원하고 있어요…' },
  restored: (time: string) => `${time} 상태로 복원했어요. 그 전 상태도 백업 목록에 있어요.`,
}

const en: typeof ko = {
  filesTitle: 'Export and backups',
  export: 'Export',
  exportAll: 'Export everything (ZIP)',
  exportAllAbout: 'Reviews of all courses and the settings, in one file.',
  exportAnki: 'Export for Anki',
  exportAnkiAbout: 'This course’s questions and points as a text that Anki imports; without your reviews.',
  exportedTo: (file) => `Saved: ${file}`,
  exportReady: 'The file is ready. It can be fetched once.',
  exportFetch: (what) => (what === 'anki' ? 'Get the Anki file' : 'Get the ZIP file'),
  exportFetched: 'It is being fetched.',
  import: 'Import',
  importAbout: 'Adds the reviews of a ZIP file that Lectern exported. Nothing is removed, and a backup is made first.',
  importChoose: 'Choose a ZIP file…',
  imported: (events) =>
    events === 0 ? 'Nothing new: all of it was here already.' : `${counted(events, 'new event')} imported.`,
  backups: 'Backups',
  backupsAbout: 'Made by themselves while you review.',
  backupsLoading: 'Looking for backups…',
  backupsNone: 'No backups yet. They are made once you review.',
  backupsAll: (count) => `Show all ${numberText(count)}`,
  size: sizeText,
  restore: 'Restore',
  restoreTo: (time) => `Restore the backup of ${time}`,
  restoreAsk: (time) => `Go back to ${time}?`,
  restoreAbout:
    'The reviews of all courses go back to that time. The present state is backed up first, so this can be undone too.',
  busy: { export: 'Making the file…', import: 'Importing…', restore: 'Restoring…' },
  restored: (time) => `Back to ${time}. The state before it is among the backups.`,
}

export type ReviewFilesWords = typeof ko
export const reviewFilesWords: InBoth<ReviewFilesWords> = { ko, en }
