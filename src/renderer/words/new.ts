import type { TemplateName } from '../../contract/beginning.ts'
import { counted } from '../../core/words/counted.ts'
import { numberText } from '../../core/words/number-text.ts'
import type { InBoth } from './in-both.ts'

type Named = Readonly<Record<TemplateName, { readonly name: string; readonly about: string }>>

const templatesKo: Named = {
  qa: { name: '질문과 답', about: '질문 두 개, 핵심이 하나씩' },
  compare: { name: '둘을 비교하기', about: '두 단과 표, 고르는 기준' },
  myth: { name: '오해와 사실', about: '오해 세 가지를 바로잡기' },
  code: { name: '코드 따라 읽기', about: '줄을 차례로 강조' },
  steps: { name: '단계가 있는 그림', about: '그림 한 장에 설명 네 단계' },
  summary: { name: '1분 정리', about: '슬라이드 세 장' },
}
const templatesEn: Named = {
  qa: { name: 'Question and answer', about: 'Two questions, in points' },
  compare: { name: 'Two compared', about: 'Columns and a table' },
  myth: { name: 'Myth and truth', about: 'Three beliefs put right' },
  code: { name: 'A walk through code', about: 'Its lines lit in turn' },
  steps: { name: 'A picture with steps', about: 'One picture, four steps' },
  summary: { name: 'A summary in a minute', about: 'Three slides' },
}

/** Words of what is begun. */
const ko = {
  open: '새로 만들기…',
  title: '새로 만들기',
  what: '무엇을',
  kinds: { course: '강의', deck: '덱', question: '질문' },
  noCourse: '먼저 강의를 만들거나 폴더를 여세요',
  template: '시작할 보기',
  templates: templatesKo,
  titleOf: { course: '제목', deck: '제목', question: '질문' },
  example: { course: '네트워크 기초', deck: '볼륨과 백업', question: '커널은 무엇인가요?' },
  language: '언어',
  both: '둘 다',
  course: '강의',
  place: '만드는 곳',
  change: '바꾸기',
  files: '만들 파일',
  filesLater: '제목을 적으면 만들 파일이 보여요.',
  slides: (count: number) => `슬라이드 ${numberText(count)}장`,
  questions: (count: number) => `질문 ${numberText(count)}개`,
  added: '끝에 더함',
  parts: ['한 줄', '답변', '핵심'],
  partsAbout: '이 세 부분의 자리를 만들어요. 답은 편집기에서 채우면 돼요.',
  hint: '보기로 든 글이 들어 있어 바로 발표하고 복습할 수 있어요.',
  edit: '만든 뒤 편집기로 열기',
  make: '만들기',
  made: (title: string) => `만들었어요: ${title}`,
  makeDeck: '덱 만들기…',
  onlyQuestions: (count: number) => `복습할 질문 ${numberText(count)}개가 있어요`,
  onlyQuestionsAbout: '덱이 없어도 복습할 수 있어요. 덱은 Markdown 파일(.md)을 넣거나 새로 만들면 나타나요.',
}

const en: typeof ko = {
  open: 'New…',
  title: 'New',
  what: 'What',
  kinds: { course: 'Course', deck: 'Deck', question: 'Question' },
  noCourse: 'Make a course or open a folder first',
  template: 'Example to begin with',
  templates: templatesEn,
  titleOf: { course: 'Title', deck: 'Title', question: 'Question' },
  example: { course: 'Network basics', deck: 'Volumes and backups', question: 'What is a kernel?' },
  language: 'Language',
  both: 'Both',
  course: 'Course',
  place: 'Place',
  change: 'Change',
  files: 'Files to be made',
  filesLater: 'With a title you see the files that will be made.',
  slides: (count) => counted(count, 'slide'),
  questions: (count) => counted(count, 'question'),
  added: 'put at the end',
  parts: ['In one line', 'Answer', 'Key points'],
  partsAbout: 'Makes a place for these three parts. Fill them in your editor.',
  hint: 'With an example in it that can be presented and reviewed at once.',
  edit: 'Then open it in the editor',
  make: 'Make',
  made: (title) => `Made: ${title}`,
  makeDeck: 'Make a deck…',
  onlyQuestions: (count) => `There ${count === 1 ? 'is' : 'are'} ${counted(count, 'question')} to review`,
  onlyQuestionsAbout: 'No deck is needed for that. Decks appear as you add Markdown files (.md) or make one.',
}

export const newWords: InBoth<typeof ko> = { ko, en }
