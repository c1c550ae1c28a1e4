import { counted } from '../../core/words/counted.ts'
import { numberText } from '../../core/words/number-text.ts'
import type { InBoth } from './in-both.ts'

const seconds = (ms: number): number => Math.round(ms / 1000)
const percent = (share: number): string => `${Math.round(share * 100)}%`
/** A time in the largest units that still say something. */
function koTime(ms: number): string {
  const all = seconds(ms)
  if (all < 60) return `${all}초`
  const minutes = Math.floor(all / 60)
  if (minutes < 10) return [`${minutes}분`, ...(all % 60 > 0 ? [`${all % 60}초`] : [])].join(' ')
  const rounded = Math.round(all / 60)
  if (rounded < 60) return `${rounded}분`
  return [`${Math.floor(rounded / 60)}시간`, ...(rounded % 60 > 0 ? [`${rounded % 60}분`] : [])].join(' ')
}
function enTime(ms: number): string {
  const all = seconds(ms)
  if (all < 60) return `${all} s`
  const minutes = Math.floor(all / 60)
  if (minutes < 10) return [`${minutes} min`, ...(all % 60 > 0 ? [`${all % 60} s`] : [])].join(' ')
  const rounded = Math.round(all / 60)
  if (rounded < 60) return `${rounded} min`
  return [`${Math.floor(rounded / 60)} h`, ...(rounded % 60 > 0 ? [`${rounded % 60} min`] : [])].join(' ')
}

/** Words of the statistics of reviewing. */
const ko = {
  title: '통계',
  back: '복습 처음 화면',
  loading: '통계를 세고 있어요…',
  emptyTitle: '아직 답한 질문이 없어요',
  emptyAbout: '오늘의 첫 복습을 마치면 답한 날, 외운 정도, 자주 놓치는 포인트가 여기에 쌓여요.',
  emptyGo: '복습하러 가기',
  showTable: '표로 보기',
  hideTable: '표 접기',
  tableOf: (chart: string) => `표: ${chart}`,
  chooseDay: (chart: string) => `${chart}: 화살표 키로 날짜를 골라 보세요`,

  today: '오늘',
  done: '마친 질문',
  due: '남은 복습',
  new: '남은 새 질문',
  streak: '이어서 복습',
  streakDays: (days: number) => `${numberText(days)}일`,
  streakNone: '오늘 답하면 첫날이 돼요.',
  streakAbout: '할 복습이 없던 날은 끊긴 것으로 세지 않아요.',
  limits: (due: number, fresh: number) => `하루 한도: 복습 ${numberText(due)}개, 새 질문 ${numberText(fresh)}개`,
  gentle: '오랜만이라 오늘은 복습 한도를 줄였어요.',

  heat: '26주 동안 답한 횟수',
  heatAbout: (reviews: number, days: number, mock: number) =>
    `${numberText(days)}일 동안 ${numberText(reviews)}번 답했어요.${mock > 0 ? ` 모의 면접에서는 ${numberText(mock)}문항에 답했어요.` : ''}`,
  less: '적음',
  more: '많음',
  week: '주',
  weekOf: (day: string) => `${day} 주`,
  answersOn: (day: string, reviews: number, ms: number, mock: number) =>
    `${day}: ${[...(reviews > 0 ? [`${numberText(reviews)}번, ${koTime(ms)}`] : []), ...(mock > 0 ? [`모의 면접 ${numberText(mock)}문항`] : [])].join(', ') || '답하지 않음'}`,

  mastery: '주제별로 외운 정도',
  course: '강의 전체',
  known: '외움',
  learning: '외우는 중',
  fresh: '새 질문',
  held: '지금 떠올릴 수 있음',
  heldAbout: '지금 물어도 90% 넘게 떠올릴 질문이 이 선까지 차 있어요.',
  cards: (count: number) => `${numberText(count)}문항`,
  topic: '주제',
  all: '모두',
  knownShare: (share: number) => `${percent(share)} 외움`,
  masteryOf: (known: number, learning: number, fresh: number, held: number) =>
    `외움 ${known}, 외우는 중 ${learning}, 새 질문 ${fresh}, 지금 떠올릴 수 있음 ${held}`,

  forecast: '앞으로 14일',
  forecastAbout: (cards: number) => `새로 답하지 않으면 14일 동안 ${numberText(cards)}문항이 돌아와요.`,
  dueOn: (day: string, cards: number) => `${day}: ${cards === 0 ? '없음' : `${numberText(cards)}문항`}`,
  day: '날짜',
  questions: '질문',
  answers: '답한 횟수',
  todayShort: '오늘',

  time: '하루에 쓴 시간',
  timeAbout: (ms: number, days: number) =>
    days === 0 ? '최근 4주 동안 답하지 않았어요.' : `최근 4주 가운데 복습한 ${days}일의 하루 평균: ${koTime(ms)}`,
  timeOn: (day: string, ms: number) => `${day}: ${ms === 0 ? '쓴 시간 없음' : koTime(ms)}`,
  spent: '걸린 시간',
  duration: koTime,
  minutes: (ms: number) => `${numberText(Math.round(ms / 60_000))}분`,

  mock: '모의 면접',
  mockInterviews: (count: number) => `${numberText(count)}번`,
  mockQuestions: (questions: number, followUps: number) =>
    `질문 ${numberText(questions)}개${followUps > 0 ? `, 꼬리 질문 ${numberText(followUps)}개` : ''}`,
  mockScore: (share: number) => `평균 ${Math.round(share * 100)}점`,
  mockAbout: '아래 그래프와 목록은 복습만 세고, 모의 면접은 26주 그림에 따로 적어요.',

  missed: '자주 놓치는 포인트',
  missedNone: '두 번 이상 확인한 포인트 가운데 놓친 것이 아직 없어요.',
  missedShare: percent,
  missedOf: (misses: number, halves: number, of: number) =>
    [`${of}번 중 놓침 ${misses}번`, ...(halves > 0 ? [`일부 ${halves}번`] : [])].join(', '),
  point: '포인트',
  share: '놓친 비율',
  question: '질문',
  slow: '오래 걸린 질문',
  slowAbout: '답하는 데 걸린 시간의 중앙값이에요.',
  slowNone: '두 번 이상 시간을 잰 질문이 아직 없어요.',
  timesAnswered: (answers: number) => `${numberText(answers)}번 답함`,
  median: '중앙값',
}

const en: typeof ko = {
  title: 'Statistics',
  back: 'Back to review',
  loading: 'Counting…',
  emptyTitle: 'No question answered yet',
  emptyAbout: 'After your first review, the days you answered on, what you know and what you miss gather here.',
  emptyGo: 'Go to review',
  showTable: 'Show as a table',
  hideTable: 'Hide the table',
  tableOf: (chart) => `Table: ${chart}`,
  chooseDay: (chart) => `${chart}: choose a day with the arrow keys`,

  today: 'Today',
  done: 'Done',
  due: 'Still due',
  new: 'Still new',
  streak: 'In a row',
  streakDays: (days) => counted(days, 'day'),
  streakNone: 'Answer today and it is the first day.',
  streakAbout: 'Days with nothing due do not break it.',
  limits: (due, fresh) => `Limits a day: ${numberText(due)} due, ${numberText(fresh)} new`,
  gentle: 'You were away, so today asks for less.',

  heat: 'Answers in 26 weeks',
  heatAbout: (reviews, days, mock) =>
    `${counted(reviews, 'answer')} on ${counted(days, 'day')}.${mock > 0 ? ` ${counted(mock, 'question')} answered in mock interviews.` : ''}`,
  less: 'Fewer',
  more: 'More',
  week: 'Week',
  weekOf: (day) => `Week of ${day}`,
  answersOn: (day, reviews, ms, mock) =>
    `${day}: ${[...(reviews > 0 ? [`${counted(reviews, 'answer')}, ${enTime(ms)}`] : []), ...(mock > 0 ? [`${counted(mock, 'question')} in a mock interview`] : [])].join(', ') || 'no answers'}`,

  mastery: 'What you know, by topic',
  course: 'Whole course',
  known: 'Known',
  learning: 'Learning',
  fresh: 'New',
  held: 'Comes to mind today',
  heldAbout: 'Up to this line, questions that you would recall today with more than 90 %.',
  cards: (count) => counted(count, 'question'),
  topic: 'Topic',
  all: 'All',
  knownShare: (share) => `${percent(share)} known`,
  masteryOf: (known, learning, fresh, held) =>
    `${known} known, ${learning} learning, ${fresh} new, ${held} ${held === 1 ? 'comes' : 'come'} to mind today`,

  forecast: 'The next 14 days',
  forecastAbout: (cards) =>
    `Without further answers, ${counted(cards, 'question')} ${cards === 1 ? 'comes' : 'come'} back in 14 days.`,
  dueOn: (day, cards) => `${day}: ${cards === 0 ? 'nothing' : counted(cards, 'question')}`,
  day: 'Day',
  questions: 'Questions',
  answers: 'Answers',
  todayShort: 'Today',

  time: 'Time a day',
  timeAbout: (ms, days) =>
    days === 0
      ? 'No answers in the last four weeks.'
      : `On average ${enTime(ms)} on the ${counted(days, 'day')} with answers in the last four weeks.`,
  timeOn: (day, ms) => `${day}: ${ms === 0 ? 'no time' : enTime(ms)}`,
  spent: 'Time',
  duration: enTime,
  minutes: (ms) => `${numberText(Math.round(ms / 60_000))} min`,

  mock: 'Mock interviews',
  mockInterviews: (count) => counted(count, 'interview'),
  mockQuestions: (questions, followUps) =>
    `${counted(questions, 'question')}${followUps > 0 ? `, ${counted(followUps, 'follow-up')}` : ''}`,
  mockScore: (share) => `${percent(share)} on average`,
  mockAbout: 'The charts and lists below count reviews only; interviews are told apart in the 26 weeks.',

  missed: 'Points missed most',
  missedNone: 'Of the points checked at least twice, none was missed.',
  missedShare: percent,
  missedOf: (misses, halves, of) =>
    `missed ${misses} of ${of}${halves > 0 ? `, ${counted(halves, 'time')} in part` : ''}`,
  point: 'Point',
  share: 'Share missed',
  question: 'Question',
  slow: 'Slowest questions',
  slowAbout: 'The median time that an answer took.',
  slowNone: 'No question was timed twice yet.',
  timesAnswered: (answers) => `answered ${counted(answers, 'time')}`,
  median: 'Median',
}

export type ReviewStatisticsWords = typeof ko
export const reviewStatisticsWords: InBoth<ReviewStatisticsWords> = { ko, en }
