import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Lang, Problem } from '../contract/deck.ts'
import { LecternError } from '../contract/failure.ts'
import { isError, nearest } from '../core/deck/index.ts'
import { idsOfAnki, nameOf, questionOf, type Progress } from '../core/review/index.ts'
import { courseFileKind } from '../services/courses/course-files.ts'
import type { LoadedCourse } from '../services/courses/course.ts'
import type { BundledCourses } from '../services/courses/course-readings.ts'
import { readFailure } from '../services/disk/disk-errors.ts'
import { findCourse } from '../services/courses/find-course.ts'
import { homeAt } from '../services/disk/home.ts'
import { clock } from '../services/door/clock.ts'
import { recoveredParts } from '../services/progress/recovered.ts'
import { meetCourse, type Meeting } from '../services/reviews/meet-course.ts'
import { peekAtCourse } from '../services/reviews/peek-at-course.ts'
import { withReviewHistory } from '../services/reviews/with-review-history.ts'
import { answerByScript, type ScriptAnswer } from '../services/reviews/script-answers.ts'
import { upcomingIn } from '../services/reviews/upcoming.ts'
import type { ReviewHistory } from '../services/reviews/review-history.ts'
import { hasCard, reviewCourse, type ReviewCourse } from '../services/reviews/review-course.ts'
import { undoLast } from '../services/reviews/review-session.ts'
import { readReviewOptions, type ReviewOptions, type ReviewRequest } from './review-options.ts'
import { answeredLine, comingLines, copyLine, eventLine, idLines, recoveredLine, undoneLine } from './review-words.ts'
import { problemLine } from './check-words.ts'
import { shownPath } from './shown-path.ts'
import { systemLang } from '../services/door/system-lang.ts'
import { print, printError } from '../services/terminal/print.ts'

/** The course that is reviewed unless another is named. */
const usualCourse = 'docker'

/** What a part of the command prints with. */
interface Printing extends Pick<ReviewOptions, 'json'> {
  readonly lang: Lang
  /** Prints one of the two. */
  readonly print: (json: unknown, lines: () => readonly string[]) => void
}
interface Context extends Printing {
  readonly course: ReviewCourse
}

function list(
  history: ReviewHistory,
  { course, lang, print }: Context,
  request: ReviewRequest & { what: 'list' },
): number {
  const { mode, topic } = request
  if (topic !== null && course.titles[topic] === undefined) throw noTopic(topic, Object.keys(course.titles))
  const scope = { course: course.loaded.id, mode, topic, since: history.moment().at, lang }
  const coming = upcomingIn(history, course, scope)
  const next = coming.next.map((one) => ({ ...one, why: one.why[lang] }))
  print({ ...coming, next }, () => comingLines(course.loaded.title[lang], coming, lang))
  return 0
}

const noTopic = (topic: string, names: readonly string[]): LecternError => {
  const near = nearest(topic, names)
  const hint = near === null ? { ko: '', en: '' } : { ko: ` 혹시 ${near}인가요?`, en: ` Did you mean ${near}?` }
  return new LecternError('not-found', {
    ko: `강의에 ${topic} 덱이 없어요.${hint.ko}`,
    en: `The course has no deck ${topic}.${hint.en}`,
  })
}

async function answer(history: ReviewHistory, { course, lang, print }: Context, given: ScriptAnswer): Promise<number> {
  const answered = await answerByScript(history, course, given)
  print(answered, () => [answeredLine(answered, lang)])
  return 0
}

async function undo(history: ReviewHistory, { course, lang, print }: Context): Promise<number> {
  const event = await undoLast(history)
  const card = event !== null && 'card' in event ? event.card : null
  const question = card !== null && hasCard(course, card) ? (course.question(card)?.text ?? null) : null
  const id = card === null ? null : questionOf(card)
  print({ undone: event && { id, question, event } }, () => [undoneLine(event, question, lang)])
  return event === null ? 1 : 0
}

/** Prints the log; a document that has a line an event. */
async function log(history: ReviewHistory, folder: string, { json, lang }: Printing): Promise<number> {
  const events = history.files.events()
  const quarantined = await recoveredParts(folder)
  if (json) {
    const linesOf = (all: readonly unknown[]): string => all.map((one) => `\n${JSON.stringify(one)}`).join(',')
    const notices = history.files.notices().map(({ message, ...notice }) => ({ ...notice, message: message[lang] }))
    const parts = Object.entries({ events, quarantined, notices }).map(([key, all]) => `"${key}":[${linesOf(all)}]`)
    print(`{${parts.join(',\n')}}`)
  } else {
    for (const event of events) print(eventLine(event, lang))
    for (const part of quarantined) print(recoveredLine(part, lang))
  }
  return history.files.notices().length > 0 ? 1 : 0
}

async function ankiIds(file: string, progress: Progress, { course, lang, print }: Context): Promise<number> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw readFailure(error, file)
  })
  const names = new Set(idsOfAnki(text).map((id) => nameOf(progress, id)))
  const ids = [...names].map((id) => ({ id, known: hasCard(course, id) }))
  print({ course: course.cards.course, ids }, () => idLines(course.loaded.title[lang], ids, lang))
  return 0
}

/** What keeps questions of a course from being asked as they are meant. */
const questionErrors = ({ problems }: LoadedCourse): readonly Problem[] =>
  problems.filter((one) => isError(one) && courseFileKind(basename(one.file))?.kind === 'questions')

/**
 * `lectern review`: what is due and why; records answers, takes them back and prints the log, through the same code as
 * the window.
 * @returns the exit code: 0 done, 1 where a file of questions has errors, there was nothing to undo, or something of the log was found to be damaged just
 * now. Rejects with a `WrongUsage`, or with a `LecternError`, `busy` while Lectern runs; then nothing is recorded.
 */
export async function reviewCommand(args: readonly string[], places: BundledCourses): Promise<number> {
  const options = readReviewOptions(args)
  const { request, json } = options
  const lang = options.lang ?? systemLang()
  const now = clock()
  const loaded = await findCourse(options.course ?? usualCourse, places)
  const printing: Printing = {
    lang,
    json,
    print: (value, lines) => {
      if (json) print(JSON.stringify(value, null, 2))
      else for (const line of lines()) print(line)
    },
  }
  const home = homeAt()
  const { bundledSlides } = places
  const tell = (message: string): void => printError(`lectern: ${message}`)
  const contextOf = ({ key, copyOf }: Meeting): Context => {
    if (copyOf !== null) tell(copyLine(loaded.folder, copyOf, lang))
    return { ...printing, course: reviewCourse(loaded, lang, key) }
  }
  if (request.what === 'anki-ids') {
    const { met, progress } = await peekAtCourse({ home, bundledSlides, now }, loaded)
    return ankiIds(request.file, progress, contextOf(met))
  }
  const onTrouble = (trouble: LecternError | null): void => {
    if (trouble !== null) tell(trouble.failure.message[lang])
  }
  return withReviewHistory({ home, bundledSlides, now, onTrouble }, async (history) => {
    for (const { message } of history.files.notices()) tell(message[lang])
    if (request.what === 'log') return log(history, home.progress, printing)
    const context = contextOf(await meetCourse(history.files, loaded))
    if (request.what === 'list') {
      const wrong = questionErrors(loaded)
      for (const one of wrong) printError(problemLine({ ...one, file: shownPath(one.file) }, lang))
      return Math.max(list(history, context, request), wrong.length > 0 ? 1 : 0)
    }
    return request.what === 'answer' ? answer(history, context, request.answer) : undo(history, context)
  })
}
