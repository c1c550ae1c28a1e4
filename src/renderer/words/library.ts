import { counted } from '../../core/words/counted.ts'
import { dayNamer } from '../../core/words/day-namer.ts'
import { numberText } from '../../core/words/number-text.ts'
import type { InBoth } from './in-both.ts'
import { libraryDialogWords as dialogs } from './library-dialogs.ts'

/** A unit that is one and the same after any number. */
const unit =
  (word: string): ((count: number) => string) =>
  () =>
    word

/** Words of the library window. */
const ko = {
  ...dialogs.ko,
  windowTitle: (course: string) => `${course} - Lectern`,
  navigation: '라이브러리',
  menu: '라이브러리 메뉴',
  toContent: '본문으로 건너뛰기',
  courses: '강의',
  bundled: 'Lectern에 들어 있는 강의',
  recent: '최근에 연 폴더',
  deckCount: (decks: number) => `${numberText(decks)}덱`,
  openFolder: '폴더 열기…',
  help: '도움말',
  forget: (folder: string) => `최근 목록에서 빼기: ${folder}`,
  forgetShort: '목록에서 빼기',
  closeCourse: '폴더 닫기',
  putAway: '치우기',
  isPutAway: (course: string) => `‘${course}’ 강의를 치웠어요. 도움말에서 다시 볼 수 있어요.`,
  closed: (course: string) => `폴더를 닫았어요: ${course}. 파일은 그대로 있어요.`,

  present: '발표하기',
  presentAbout: '답변이 큰 글씨로 보이고, 꼬리 질문이 옆에 준비돼 있어요',
  fromFirst: '처음부터',
  goesOn: (slide: number) => (slide === 1 ? '첫 장부터 이어서' : `${numberText(slide)}번째 장부터 이어서`),
  slideUnit: unit('장'),
  slidesLeft: unit('장 남음'),
  nothingToPresent: ['아직 덱이 없어요', 'Markdown 파일을 넣으면 나타나요'],
  review: '복습하기',
  reviewAbout: '같은 질문을 혼자 말로 답하고, 잊을 때쯤 다시 만나요',
  toAnswer: '오늘 볼 질문',
  dueAndNew: (due: number, fresh: number) =>
    [...(due > 0 ? [`복습 ${numberText(due)}`] : []), ...(fresh > 0 ? [`새 질문 ${numberText(fresh)}`] : [])].join(
      ' · ',
    ),
  allAnswered: '오늘 볼 질문을 마쳤어요',
  answered: (questions: number) => `답한 질문 ${numberText(questions)}개`,
  nothingDue: '오늘 볼 질문이 없어요',
  nothingToReview: ['아직 질문이 없어요', 'questions.ko.md에 적으면 나타나요'],
  questionUnit: unit('문항'),
  gallery: '그림 보기',
  picturesAbout: '실제 기록이 단계마다 움직이며 설명해요',
  galleryAbout: (scenes: number) => ['움직이며 설명하는', `장면 ${numberText(scenes)}개`],
  stepUnit: unit('단계'),

  toDo: '오늘 할 것',
  done: '다 했어요: ',
  toReview: (questions: number, course: string) => `${course} 복습 ${numberText(questions)}문항`.trim(),
  toPresent: (title: string) => `${title} 발표`,
  presentedTo: (title: string, slide: number) => `${title} ${numberText(slide)}번째 장까지`,
  interviewIn: (days: number) => (days === 0 ? '오늘 면접' : `면접까지 ${numberText(days)}일`),

  headline: ['노트 하나로 발표하고, 복습하고,', '그림으로 이해하세요'],
  lookAround: (course: string) => `${course} 강의 둘러보기`,
  dropHere: '마크다운 파일이나 폴더를 여기에 놓아도 돼요',

  counts: (slides: number, questions: number) =>
    [`슬라이드 ${numberText(slides)}장`, ...(questions > 0 ? [`질문 ${numberText(questions)}개`] : [])].join(' · '),
  decks: '덱',
  next: '다음',
  shownOn: dayNamer('ko', '오늘', '어제'),
  glossary: (count: number) => `용어 ${numberText(count)}개`,
  paths: '맞춤 발표',
  pathsAbout: '시간에 맞춰 여러 덱에서 고른 슬라이드',
  deckActions: '고른 덱으로 할 일',
  deckLanguage: '덱 언어',
  onlyIn: { ko: '한국어로만 있음', en: '영어로만 있음' },
  slides: (count: number) => `${numberText(count)}장`,
  minutes: (count: number) => `${numberText(count)}분`,
  presentDeck: (title: string) => `발표하기: ${title}`,
  continueAt: (slide: number) =>
    slide === 1 ? '첫 장부터 이어서 발표' : `${numberText(slide)}번째 장부터 이어서 발표`,
  fromStart: '처음부터 발표',
  onlyDeck: '청중 창만 열기',
  onlyPresenter: '발표자 창만 열기',
  more: (title: string) => `더 보기: ${title}`,
  exportPdf: 'PDF 내보내기…',
  preview: '미리 보기',
  brokenDeck: '읽을 수 있는 슬라이드가 없어요',

  problems: (count: number) => `고칠 곳 ${numberText(count)}`,
  notes: (count: number) => `알아 두면 좋은 것 ${numberText(count)}`,
  problemsNone: '이대로도 발표할 수 있어요',
  problemsSome: '읽지 못한 덱을 빼고는 발표할 수 있어요',
  problemsAll: '모두 보기',
  problemsMend: '고치는 법 보기',
  problemAt: (file: string, line: number) => `${file} ${numberText(line)}행`,

  unfinished: '발표를 이어서 할까요?',
  unfinishedAbout: (title: string) => `‘${title}’ 발표가 끝나지 않은 채 멈췄어요. 그 자리에서 다시 시작할 수 있어요.`,
  resume: '이어서 발표',
  endTalk: '발표 끝내기',
  dismissTalk: '그만두기',
  presenting: (title: string) => `발표 중: ${title}`,
  showDeckWindow: '청중 창 보기',
  showPresenterWindow: '발표자 창 보기',

  keptAside: (count: number) => `손상된 파일 ${numberText(count)}개를 따로 보관했어요`,
  keptAsideAbout: (count: number) =>
    `내용을 읽을 수 없어서 새로 시작했어요. 원래 파일${count > 1 ? '들' : ''}은 지우지 않고 아래 이름으로 남겨 두었어요.`,
  keptAsideLine: (file: string, aside: string) => `${file} → ${aside}`,

  loading: '강의를 읽고 있어요…',
  loadFailed: '라이브러리를 읽지 못했어요',
  noDecks: '이 폴더에는 아직 덱이 없어요',
  noDecksAbout: 'Markdown 파일(.md)을 넣으면 바로 나타나요.',
  unreadable: '덱을 읽지 못했어요',
  unreadableAbout: '아래 문제를 고쳐 저장하면 바로 나타나요.',

  drop: '여기에 놓으면 열려요',
  dropAbout: '덱이 든 폴더나 Markdown 파일',
  opened: (title: string) => `폴더를 열었어요: ${title}`,
}

const en: typeof ko = {
  ...dialogs.en,
  windowTitle: (course) => `${course} - Lectern`,
  navigation: 'Library',
  menu: 'Library menu',
  toContent: 'Skip to content',
  courses: 'Courses',
  bundled: 'Comes with Lectern',
  recent: 'Recent folders',
  deckCount: (decks) => counted(decks, 'deck'),
  openFolder: 'Open folder…',
  help: 'Help',
  forget: (folder) => `Remove from recent: ${folder}`,
  forgetShort: 'Remove from the list',
  closeCourse: 'Close folder',
  putAway: 'Put away',
  isPutAway: (course) => `${course} is put away. Help brings it back.`,
  closed: (course) => `Closed the folder: ${course}. Its files are untouched.`,

  present: 'Present',
  presentAbout: 'The answer stands there in large type, the follow-ups beside it',
  fromFirst: 'From the start',
  goesOn: (slide) => `From slide ${numberText(slide)} on`,
  slideUnit: (slides) => (slides === 1 ? 'slide' : 'slides'),
  slidesLeft: () => 'left',
  nothingToPresent: ['No decks yet', 'Add a Markdown file and it appears'],
  review: 'Review',
  reviewAbout: 'Answer the same questions aloud, and meet them again before you forget',
  toAnswer: 'For today',
  dueAndNew: (due, fresh) =>
    [...(due > 0 ? [`${numberText(due)} to review`] : []), ...(fresh > 0 ? [`${numberText(fresh)} new`] : [])].join(
      ' · ',
    ),
  allAnswered: 'Done for today',
  answered: (questions) => `${counted(questions, 'question')} answered`,
  nothingDue: 'Nothing to review today',
  nothingToReview: ['No questions yet', 'Write some in questions.en.md'],
  questionUnit: (questions) => (questions === 1 ? 'question' : 'questions'),
  gallery: 'Pictures',
  picturesAbout: 'Recordings of real systems that move and explain step by step',
  galleryAbout: (scenes) => [counted(scenes, 'scene'), 'that move and explain'],
  stepUnit: (steps) => (steps === 1 ? 'step' : 'steps'),

  toDo: 'Today',
  done: 'Done: ',
  toReview: (questions, course) => `Review ${counted(questions, 'question')}${course === '' ? '' : ` of ${course}`}`,
  toPresent: (title) => `Present ${title}`,
  presentedTo: (title, slide) => `${title}, up to slide ${numberText(slide)}`,
  interviewIn: (days) => (days === 0 ? 'Interview today' : `Interview in ${counted(days, 'day')}`),

  headline: ['One set of notes to present,', 'review and see how it works'],
  lookAround: (course) => `Look around the ${course} course`,
  dropHere: 'Or drop Markdown files or a folder here',

  counts: (slides, questions) =>
    [counted(slides, 'slide'), ...(questions > 0 ? [counted(questions, 'question')] : [])].join(' · '),
  decks: 'Decks',
  next: 'Next',
  shownOn: dayNamer('en', 'today', 'yesterday'),
  glossary: (count) => counted(count, 'term'),
  paths: 'Paths',
  pathsAbout: 'Slides from several decks, to fit the time you have',
  deckActions: 'What to do with the chosen deck',
  deckLanguage: 'Language of the decks',
  onlyIn: { ko: 'Korean only', en: 'English only' },
  slides: (count) => counted(count, 'slide'),
  minutes: (count) => `${numberText(count)} min`,
  presentDeck: (title) => `Present: ${title}`,
  continueAt: (slide) => `Present from slide ${numberText(slide)} on`,
  fromStart: 'Present from the start',
  onlyDeck: 'Open the audience window only',
  onlyPresenter: 'Open the presenter window only',
  more: (title) => `More: ${title}`,
  exportPdf: 'Export PDF…',
  preview: 'Preview',
  brokenDeck: 'No readable slides',

  problems: (count) => `${numberText(count)} to mend`,
  notes: (count) => `${numberText(count)} good to know`,
  problemsNone: 'It can be presented as it is',
  problemsSome: 'All but the unreadable decks can be presented',
  problemsAll: 'Show all',
  problemsMend: 'How to mend',
  problemAt: (file, line) => `${file} line ${numberText(line)}`,

  unfinished: 'Go on with your talk?',
  unfinishedAbout: (title) => `“${title}” stopped before its end. You can take it up at the same place.`,
  resume: 'Resume talk',
  endTalk: 'End talk',
  dismissTalk: 'Dismiss',
  presenting: (title) => `Presenting: ${title}`,
  showDeckWindow: 'Show audience window',
  showPresenterWindow: 'Show presenter window',

  keptAside: (count) => `${counted(count, 'damaged file was', 'damaged files were')} kept aside`,
  keptAsideAbout: (count) =>
    count === 1
      ? 'It could not be read, so Lectern started afresh. Nothing was deleted: the original is under this name.'
      : 'They could not be read, so Lectern started afresh. Nothing was deleted: the originals are under these names.',
  keptAsideLine: (file, aside) => `${file} → ${aside}`,

  loading: 'Reading your courses…',
  loadFailed: 'The library could not be read',
  noDecks: 'This folder has no decks yet',
  noDecksAbout: 'Add a Markdown file (.md) and it appears here.',
  unreadable: 'No deck could be read',
  unreadableAbout: 'Fix the problems below and save: the decks appear at once.',

  drop: 'Drop to open',
  dropAbout: 'a folder of decks, or Markdown files',
  opened: (title) => `Opened the folder: ${title}`,
}

export type LibraryWords = typeof ko
export const libraryWords: InBoth<LibraryWords> = { ko, en }
