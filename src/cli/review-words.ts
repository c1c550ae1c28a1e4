/** What `lectern review` prints for people. */
import type { Lang, Text } from '../contract/deck.ts'
import type { Mark, ReviewEvent } from '../contract/review.ts'
import { counted } from '../core/words/counted.ts'
import type { CopyOf } from '../services/progress/course-identity.ts'
import type { RecoveredPart } from '../services/progress/recovered.ts'
import type { Answered } from '../services/reviews/script-answers.ts'
import type { Upcoming } from '../services/reviews/upcoming.ts'
import { withinLine } from '../services/terminal/print.ts'
import { gradeWords } from '../services/reviews/grade-words.ts'

/** The day's numbers, then a line a question and below it why it is asked. */
export function comingLines(title: string, { due, new: fresh, done, gentle, next }: Upcoming, lang: Lang): string[] {
  const counts =
    lang === 'ko'
      ? `${title}: 오늘 다시 볼 질문 ${due}개, 새 질문 ${fresh}개, 오늘 답한 질문 ${done}개`
      : `${title}: ${due} to review today, ${fresh} new, ${done} answered today`
  const easy = {
    ko: '며칠 쉬었으니 오늘은 조금만 해요.',
    en: 'After some days off, today is kept short.',
  }
  const nothing = { ko: '지금은 볼 질문이 없어요.', en: 'Nothing to ask at present.' }
  const width = Math.max(...next.map(({ id }) => id.length), 0)
  return [
    counts,
    ...(gentle ? [easy[lang]] : []),
    ...(next.length === 0 ? [nothing[lang]] : []),
    ...next.flatMap(({ id, question, why }) => [
      `${id.padEnd(width)}  ${question}`,
      `${' '.repeat(width)}  → ${why[lang]}`,
    ]),
  ]
}

/** What became of an answer. */
export function answeredLine({ id, grade, due, interval, reviews }: Answered, lang: Lang): string {
  const word = gradeWords[grade][lang]
  return lang === 'ko'
    ? `${id}: 기록했어요 (${word}). ${interval}일 뒤인 ${due}에 다시 나와요. 지금까지 ${reviews}번 복습했어요.`
    : `${id}: recorded as ${word}. It comes back on ${due}, after ${counted(interval, 'day')}. ${counted(reviews, 'review')} so far.`
}

const types: Readonly<Record<ReviewEvent['type'], Text>> = {
  review: { ko: '답', en: 'answer' },
  undo: { ko: '되돌리기', en: 'undo' },
  suspend: { ko: '복습에서 빼기', en: 'taken out' },
  bury: { ko: '내일로 미루기', en: 'put off' },
  reset: { ko: '처음부터', en: 'begun anew' },
  alias: { ko: '이름 바뀜', en: 'renamed' },
  course: { ko: '같은 강의', en: 'same course' },
  import: { ko: '가져오기', en: 'import' },
  params: { ko: '설정', en: 'setting' },
  mock: { ko: '모의 면접', en: 'mock interview' },
}
const backIn: Text = { ko: '복습에 다시 넣기', en: 'taken back in' }
const markWords: Readonly<Record<Mark, Text>> = {
  hit: { ko: '맞힘', en: 'hit' },
  half: { ko: '일부', en: 'half' },
  miss: { ko: '놓침', en: 'miss' },
}

/** What an event is called. */
export function eventName(event: ReviewEvent, lang: Lang): string {
  return event.type === 'suspend' && !event.on ? backIn[lang] : types[event.type][lang]
}

function detailsOf(event: ReviewEvent, lang: Lang): string {
  switch (event.type) {
    case 'review': {
      const points = event.points.map((mark) => markWords[mark][lang]).join(', ')
      return [event.card, gradeWords[event.grade][lang], ...(points === '' ? [] : [points])].join('  ')
    }
    case 'undo':
      return event.ref
    case 'alias':
    case 'course':
      return `${event.from} → ${event.to}`
    case 'import':
      return `${event.source} (${event.events})`
    case 'params':
      return `${event.course ?? '*'}  ${JSON.stringify(event.set)}`
    case 'mock':
      return `${event.course} (${event.answers.length})`
    default:
      return event.card
  }
}

/** The latest moment that can be written. */
const lastMoment = 8_640_000_000_000_000

/** A line an event: when it was where it happened, what it was, of which card. */
export function eventLine(event: ReviewEvent, lang: Lang): string {
  const local = new Date(Math.min(event.at + event.tz * 60_000, lastMoment))
  return `${local.toISOString().slice(0, 16).replace('T', ' ')}  ${eventName(event, lang)}  ${detailsOf(event, lang)}`
}

/** A line a part of a log that could not be read. */
export function recoveredLine({ log, line, text }: RecoveredPart, lang: Lang): string {
  return lang === 'ko' ? `읽을 수 없어 따로 둔 줄  ${log}:${line}  ${text}` : `set aside  ${log}:${line}  ${text}`
}

/** That an event was taken back, or that there was none. */
export function undoneLine(event: ReviewEvent | null, question: string | null, lang: Lang): string {
  if (event === null) return lang === 'ko' ? '되돌릴 것이 없어요.' : 'There is nothing to undo.'
  const asked = question === null ? '' : `  ${question}`
  return `${lang === 'ko' ? '되돌렸어요' : 'Undone'}: ${eventLine(event, lang)}${asked}`
}

/** That a course may be a copy, until the person says in the window what it is. */
export function copyLine(folder: string, { folder: original, sameId }: CopyOf, lang: Lang): string {
  const [here, there] = [withinLine(folder), withinLine(original)]
  if (lang === 'ko') {
    const why = sameId ? '강의와 course.yaml의 id가 같아요' : '강의와 질문이 같아요'
    return `${here} 강의는 ${there} ${why}. 같은 강의인지 Lectern 창에서 골라 주세요. 그때까지 복습 기록은 따로 쌓이고, 사라지지 않아요.`
  }
  const why = sameId ? 'has the same id in course.yaml as' : 'has the same questions as'
  return `The course ${here} ${why} ${there}. Say in Lectern’s window whether it is the same course; until then its reviews count by themselves, and none is lost.`
}

/** How many of the ids in a file a course knows, then a line an id. */
export function idLines(title: string, ids: readonly { id: string; known: boolean }[], lang: Lang): string[] {
  const known = ids.filter((one) => one.known).length
  const head =
    lang === 'ko'
      ? `질문 ${ids.length}개 가운데 ${known}개가 ‘${title}’ 강의에 있어요.`
      : `In the course “${title}”: ${known} of ${counted(ids.length, 'question')}.`
  return [head, ...ids.map((one) => `${one.known ? '✓' : '–'} ${one.id}`)]
}
