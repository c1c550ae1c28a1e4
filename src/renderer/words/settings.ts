import { counted } from '../../core/words/counted.ts'
import { numberText } from '../../core/words/number-text.ts'
import type { InBoth } from './in-both.ts'

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** Words of the settings. */
const ko = {
  notesSize: '발표자 노트 글자 크기',
  review: '복습',
  scope: '어디에 쓸까요?',
  thisCourse: '이 강의만',
  allCourses: '모든 강의',
  allCoursesAbout: '강의에 따로 정한 것이 없으면 이대로 해요',
  ownValue: (value: string) => `이 강의에는 따로 정했어요: ${value}`,
  saved: '저장했어요',
  newPerDay: '하루에 새로 배울 질문',
  newPerDayAbout: '새 질문을 늘리면 며칠 뒤부터 복습도 늘어요.',
  duePerDay: '하루에 복습할 질문',
  duePerDayAbout: '넘치는 것은 잊기 쉬운 것부터 하고 나머지는 다음 날로 미뤄요.',
  wholeNumber: (from: number, to: number) => `${numberText(from)}부터 ${numberText(to)}까지의 수를 적어 주세요.`,
  cards: (count: number) => `${numberText(count)}개`,
  retention: '얼마나 기억할까요?',
  retentionValue: (share: number) => `100번 물으면 ${Math.round(share * 100)}번 떠올리기`,
  retentionMeans: (share: number): string =>
    share < 0.86
      ? '복습이 가장 적어요. 대신 가끔 잊고 다시 외워요.'
      : share < 0.92
        ? '복습의 양과 기억의 균형이 좋아요. 대부분에게 알맞아요.'
        : '잊는 일이 드물지만 복습이 꽤 많아져요. 면접이 가까울 때 알맞아요.',
  retentionLess: '덜 자주',
  retentionMore: '더 자주',
  interview: '면접 날짜',
  interviewAbout: '정하면 그날까지 모두 다시 볼 수 있게 간격을 줄여요.',
  interviewClear: '날짜 지우기',
  interviewToday: 'D-day: 오늘이 면접이에요. 잘 다녀오세요.',
  interviewIn: (days: number) =>
    `D-${days}: ${days <= 3 ? '마지막 사흘이라 약한 질문을 한 번씩 다시 봐요.' : '그 전에 다시 볼 수 있게 간격을 줄여요.'}`,
  interviewOver: (days: number) => `${numberText(days)}일 전에 지났어요. 지우거나 다음 면접 날짜를 정해 주세요.`,
  interviewPast: '오늘부터의 날짜를 골라 주세요.',
  interviewFar: '10년 안의 날짜를 골라 주세요.',
  interviewNone: '정하지 않음',
  percent,
}

const en: typeof ko = {
  notesSize: 'Size of the speaker notes',
  review: 'Review',
  scope: 'Apply to',
  thisCourse: 'This course only',
  allCourses: 'All courses',
  allCoursesAbout: 'Unless a course has its own',
  ownValue: (value) => `This course has its own: ${value}.`,
  saved: 'Saved',
  newPerDay: 'New questions a day',
  newPerDayAbout: 'More new questions mean more review some days later.',
  duePerDay: 'Review a day',
  duePerDayAbout: 'Of more than that, what is easiest to forget comes first, the rest on the next day.',
  wholeNumber: (from, to) => `Give a number from ${numberText(from)} to ${numberText(to)}.`,
  cards: (count) => numberText(count),
  retention: 'How much to remember',
  retentionValue: (share) => `Recall ${Math.round(share * 100)} of 100 when asked`,
  retentionMeans: (share) =>
    share < 0.86
      ? 'The least review. Now and then you forget one and learn it anew.'
      : share < 0.92
        ? 'A good balance of review and memory. Right for most.'
        : 'You seldom forget, but review a good deal more. Right when the interview is near.',
  retentionLess: 'Less often',
  retentionMore: 'More often',
  interview: 'Day of the interview',
  interviewAbout: 'With a day set, intervals shrink so that everything comes again before it.',
  interviewClear: 'Clear the day',
  interviewToday: 'D-day: the interview is today. Good luck.',
  interviewIn: (days) =>
    `D-${days}: ${days <= 3 ? 'in the last three days, the weak questions come once more.' : 'intervals shrink so that everything comes again before it.'}`,
  interviewOver: (days) => `It was ${counted(days, 'day')} ago. Clear it, or set the day of the next one.`,
  interviewPast: 'Choose today or a later day.',
  interviewFar: 'Choose a day within ten years.',
  interviewNone: 'none',
  percent,
}

export const settingsWords: InBoth<typeof ko> = { ko, en }
