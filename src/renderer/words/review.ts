import type { Grade, Mark, SessionMode } from '../../contract/review.ts'
import type { Reason } from '../../core/review/index.ts'
import { counted } from '../../core/words/counted.ts'
import type { InBoth } from './in-both.ts'

const seconds = (ms: number): number => Math.round(ms / 1000)
const koTime = (ms: number): string => (ms < 60_000 ? `${seconds(ms)}초` : `${Math.round(ms / 60_000)}분`)
const enTime = (ms: number): string => (ms < 60_000 ? `${seconds(ms)} s` : `${Math.round(ms / 60_000)} min`)

/** Words of the review window. */
const ko = {
  windowTitle: (course: string) => `${course} 복습 - Lectern`,
  title: '복습',
  course: '강의',
  toLibrary: '라이브러리',
  today: '오늘',
  streak: (days: number) => (days === 0 ? '오늘 시작해 보세요' : `${days}일째 이어서 복습하고 있어요`),
  due: '다시 볼 질문',
  new: '새 질문',
  done: '오늘 마친 질문',
  gentle: (cards: number) => `오랜만이에요. 오늘은 ${cards}문항만 해도 충분해요.`,
  interview: (days: number) => (days === 0 ? '오늘이 면접이에요' : `면접까지 ${days}일`),
  leftToday: (cards: number) => `오늘 ${cards}문항 남았어요`,
  takes: (ms: number) => `지금까지처럼 답하면 ${koTime(ms)}쯤 걸려요.`,
  begin: '복습 시작',
  goOn: '이어서 복습',
  nothingDue: '오늘 할 복습을 모두 마쳤어요.',
  nextDue: (day: string, cards: number) => `다음 복습은 ${day}, ${cards}문항이에요.`,
  modes: { due: '오늘 복습', ahead: '미리 하기', weak: '약한 것만' } satisfies Record<SessionMode, string>,
  aheadAbout: '아직 때가 안 된 질문을 당겨서 봐요',
  weakAbout: (cards: number) => `가물가물한 질문 ${cards}개`,
  mock: '모의 면접',
  mockAbout: '면접처럼 이어서 답하고 보고서를 받아요',
  statistics: '통계',
  presentWeak: '약한 것만 발표',
  presentWeakAbout: '약한 질문의 슬라이드만 모아 발표해요',
  statisticsAbout: '얼마나 아는지, 무엇을 자주 놓치는지',
  files: '내보내기와 백업',
  more: '더 보기',
  ways: '다른 방법',
  topics: '주제별로',
  restTopic: '덱에서 묻지 않는 질문',
  topicKnown: (known: number, learning: number) => `외움 ${known}, 외우는 중 ${learning}`,
  topicCounts: (due: number, fresh: number) =>
    [due > 0 ? `복습 ${due}` : '', fresh > 0 ? `새 질문 ${fresh}` : ''].filter(Boolean).join(' · ') || '오늘은 없음',
  topicCards: (cards: number) => `${cards}문항`,
  noQuestions: '복습할 질문이 없어요',
  noQuestionsAbout: '강의 폴더의 questions.ko.md에 면접 질문을 적으면 여기서 복습할 수 있어요.',
  loading: '복습 기록을 읽고 있어요…',
  notices: '복습 기록에 대해 알려 드릴 것이 있어요',
  leave: '복습 끝내기',
  toStart: '복습 처음 화면',
  progress: (done: number, all: number) => `${done} / ${all}`,
  progressLabel: '이번 복습의 진행',
  time: '답하는 데 걸린 시간',
  undo: '되돌리기',
  bury: '내일로 미루기',
  suspend: '복습에서 빼기',
  reset: '처음부터 다시 외우기',
  question: '면접 질문',
  newQuestion: '새 질문',
  followUpOf: (question: string) => `꼬리 질문 · ${question}`,
  missedLast: (points: number) => `지난번에 놓친 포인트 ${points}개`,
  recallAloud: '소리 내어 답해 보세요',
  recallTyped: '떠오르는 대로 써 보세요',
  reveal: '포인트 펼치기',
  revealAnswer: '답 펼치기',
  revealIn: (seconds: number) => `${seconds}초 뒤 포인트 펼치기`,
  hint: '힌트',
  hintCount: (points: number) => `포인트는 ${points}개예요.`,
  hintBegins: (point: number, begins: string) => `${point}번째: ${begins}…`,
  dontKnow: '모르겠어요',
  typeAnswer: '글로 쓰기',
  sayAnswer: '말로 답하기',
  typedLabel: '내 답',
  typedPlaceholder: '한두 문장이면 충분해요',
  points: '답변의 포인트',
  core: '핵심',
  missed: '지난번에 놓침',
  left: (points: number) => `남은 포인트 ${points}개`,
  marks: { hit: '맞힘', half: '일부', miss: '놓침' } satisfies Record<Mark, string>,
  unmarked: '아직 확인 안 함',
  markPoint: (point: number) => `${point}번째 포인트`,
  answer: '답변',
  mistakes: '흔한 실수',
  sources: '출처',
  gradeMeans: {
    again: '못 떠올렸어요',
    hard: '겨우 떠올렸어요',
    good: '떠올렸어요',
    easy: '바로 떠올렸어요',
  } satisfies Record<Grade, string>,
  grade: '얼마나 떠올렸나요?',
  inDays: (days: number) => (days <= 1 ? '내일' : days < 60 ? `${days}일 뒤` : `${Math.round(days / 30)}개월 뒤`),
  suggested: '권함',
  suggestion: (grade: string, because: string) => `권하는 등급은 ${grade}${because === '' ? '' : ` (${because})`}`,
  chooseGrade: '포인트를 모두 확인하면 등급을 고를 수 있어요.',
  reason: (reason: Reason): string => {
    switch (reason.code) {
      case 'gave-up':
        return '모르겠다고 했어요'
      case 'core-missed':
        return `핵심인 ${reason.point + 1}번째 포인트를 놓침`
      case 'points':
        return `포인트 ${reason.of}개 중 ${reason.hit}개${reason.half > 0 ? `, 일부 ${reason.half}개` : ''}`
      case 'hints':
        return `힌트 ${reason.hints}번`
      case 'slow':
        return `${koTime(reason.ms)}, 목표의 두 배 넘게 걸렸어요`
      case 'fast':
        return `${koTime(reason.ms)} 만에 모두 맞혔어요`
    }
  },
  picture: '그림',
  closePicture: '그림 닫기',
  picturePrevious: '그림 이전 단계',
  pictureNext: '그림 다음 단계',
  pictureStep: (step: number, steps: number) => `${step} / ${steps}단계`,
  finished: '여기까지예요',
  finishedAbout: (cards: number) => `이번에 ${cards}번 답했어요.`,
  nothingHere: {
    due: '오늘 할 복습이 없어요.',
    ahead: '미리 할 질문이 없어요.',
    weak: '약한 질문이 없어요.',
  } satisfies Record<SessionMode, string>,
  undone: (question: string) => `되돌렸어요: ${question}`,
  buried: '내일 다시 물어볼게요.',
  suspended: '복습에서 뺐어요. 되돌리기로 되살릴 수 있어요.',
  wasReset: '이 질문을 처음부터 다시 외워요.',
  revealed: (point: number, text: string) => `${point}번째 포인트. ${text}`,
  keys: '키 보기',
}

const en: typeof ko = {
  windowTitle: (course) => `${course} review - Lectern`,
  title: 'Review',
  course: 'Course',
  toLibrary: 'Library',
  today: 'Today',
  streak: (days) => (days === 0 ? 'Today is a good day to begin' : `${counted(days, 'day')} in a row`),
  due: 'To review',
  new: 'New',
  done: 'Done today',
  gentle: (cards) => `Welcome back. ${counted(cards, 'question is', 'questions are')} enough for today.`,
  interview: (days) => (days === 0 ? 'The interview is today' : `${counted(days, 'day')} to the interview`),
  leftToday: (cards) => `${counted(cards, 'question')} left today`,
  takes: (ms) => `About ${enTime(ms)} at your usual pace.`,
  begin: 'Begin',
  goOn: 'Go on',
  nothingDue: 'All of today’s review is done.',
  nextDue: (day, cards) => `Next, ${day}: ${counted(cards, 'question')}.`,
  modes: { due: 'Today', ahead: 'Review ahead', weak: 'Weak ones only' },
  aheadAbout: 'Questions that are not due yet',
  weakAbout: (cards) => `${counted(cards, 'question')} that you may have forgotten`,
  mock: 'Mock interview',
  mockAbout: 'Answer as in an interview and get a report',
  statistics: 'Statistics',
  presentWeak: 'Present the weak ones',
  presentWeakAbout: 'The slides behind the weak questions',
  statisticsAbout: 'What you know and what you miss',
  files: 'Export and backups',
  more: 'More',
  ways: 'Other ways',
  topics: 'By topic',
  restTopic: 'Questions that no deck asks',
  topicKnown: (known, learning) => `${known} known, ${learning} learning`,
  topicCounts: (due, fresh) =>
    [due > 0 ? `${due} due` : '', fresh > 0 ? `${fresh} new` : ''].filter(Boolean).join(' · ') || 'Nothing today',
  topicCards: (cards) => counted(cards, 'question'),
  noQuestions: 'No questions to review',
  noQuestionsAbout: 'Write interview questions into questions.en.md in the course’s folder to review them here.',
  loading: 'Reading your reviews…',
  notices: 'About your record of reviews',
  leave: 'End the session',
  toStart: 'Back to the start',
  progress: (done, all) => `${done} / ${all}`,
  progressLabel: 'Progress of this session',
  time: 'Time your answer took',
  undo: 'Undo',
  bury: 'Put off until tomorrow',
  suspend: 'Take out of review',
  reset: 'Learn anew from the beginning',
  question: 'Interview question',
  newQuestion: 'New question',
  followUpOf: (question) => `Follow-up · ${question}`,
  missedLast: (points) => `${counted(points, 'point')} missed last time`,
  recallAloud: 'Say your answer aloud',
  recallTyped: 'Write what comes to mind',
  reveal: 'Show a point',
  revealAnswer: 'Show the answer',
  revealIn: (seconds) => `Points in ${seconds} s`,
  hint: 'Hint',
  hintCount: (points) => `There ${points === 1 ? 'is 1 key point' : `are ${points} key points`}.`,
  hintBegins: (point, begins) => `${point}: ${begins}…`,
  dontKnow: 'I do not know',
  typeAnswer: 'Type it',
  sayAnswer: 'Say it instead',
  typedLabel: 'Your answer',
  typedPlaceholder: 'A sentence or two will do',
  points: 'Key points',
  core: 'Core',
  missed: 'Missed last time',
  left: (points) => `${counted(points, 'point')} left`,
  marks: { hit: 'Said', half: 'Partly', miss: 'Missed' },
  unmarked: 'Not checked yet',
  markPoint: (point) => `Point ${point}`,
  answer: 'Answer',
  mistakes: 'Common mistakes',
  sources: 'Sources',
  gradeMeans: {
    again: 'Did not come',
    hard: 'Came with effort',
    good: 'Came',
    easy: 'Came at once',
  },
  grade: 'How well did it come?',
  inDays: (days) => (days <= 1 ? 'Tomorrow' : days < 60 ? `In ${days} days` : `In ${Math.round(days / 30)} months`),
  suggested: 'suggested',
  suggestion: (grade, because) => `Suggested: ${grade}${because === '' ? '' : ` (${because})`}`,
  chooseGrade: 'Check every point to choose a grade.',
  reason: (reason) => {
    switch (reason.code) {
      case 'gave-up':
        return 'you did not know it'
      case 'core-missed':
        return `point ${reason.point + 1} must be said`
      case 'points':
        return `${reason.hit} of ${reason.of} points${reason.half > 0 ? `, ${reason.half} in part` : ''}`
      case 'hints':
        return counted(reason.hints, 'hint')
      case 'slow':
        return `${enTime(reason.ms)}, over twice the target`
      case 'fast':
        return `all of it in ${enTime(reason.ms)}`
    }
  },
  picture: 'Picture',
  closePicture: 'Close the picture',
  picturePrevious: 'Picture: previous step',
  pictureNext: 'Picture: next step',
  pictureStep: (step, steps) => `Step ${step} of ${steps}`,
  finished: 'That is all',
  finishedAbout: (cards) => `${counted(cards, 'answer')} in this session.`,
  nothingHere: {
    due: 'Nothing to review today.',
    ahead: 'Nothing to review ahead.',
    weak: 'No question is weak.',
  },
  undone: (question) => `Undone: ${question}`,
  buried: 'It will be asked again tomorrow.',
  suspended: 'Taken out of review. Undo brings it back.',
  wasReset: 'This question begins anew.',
  revealed: (point, text) => `Point ${point}. ${text}`,
  keys: 'Keys',
}

export type ReviewWords = typeof ko
export const reviewWords: InBoth<ReviewWords> = { ko, en }
