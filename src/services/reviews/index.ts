import type { Handlers, RequestName } from '../../contract/channels.ts'
import type { Lang } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'
import type { CourseSummary } from '../../contract/library.ts'
import type { ReviewScope, ReviewSession } from '../../contract/review.ts'
import type { TalkSnapshot } from '../../contract/talk.ts'
import { cardIdOf, dayCounts, daysBetween, paramsOf, weakPath, type WeakSlide } from '../../core/review/index.ts'
import type { LoadedCourse } from '../courses/course.ts'
import { fileName } from '../disk/file-name.ts'
import { openProgress, type ProgressOptions } from '../progress/index.ts'
import { noCourse } from '../courses/refusals.ts'
import type { HandOut } from '../disk/hand-out.ts'
import { writeExport } from '../disk/write-atomic.ts'
import { ankiOf } from './anki-of.ts'
import { courseKeys, type CourseKeys } from './course-keys.ts'
import { adoptionOf, mockOf, mocksOf, nextInChain, planOf } from './mocks.ts'
import { overviewOf, statisticsWithWords } from './overview.ts'
import { firstOf, hasCard, reviewCourse, type ReviewCourse } from './review-course.ts'
import { reviewHistory, type ReviewHistory } from './review-history.ts'
import { answerBody, cardBody, rehearsalBody, sessionOf, undoLast } from './review-session.ts'
import { whenNextDay } from './next-day.ts'

type ReviewRequest = Extract<RequestName, `review:${string}`>

export interface ReviewsDeps extends ProgressOptions {
  /** The course with an id, null where the library has none. */
  readonly course: (id: string) => Promise<LoadedCourse | null>
  readonly handOut: HandOut
  /** Something changed that windows show. */
  readonly onChange: () => void
  /** Begins a talk with these slides of a course. */
  readonly present: (course: string, lang: Lang, slides: readonly WeakSlide[]) => Promise<TalkSnapshot>
}

/** Reviewing behind the channel table, and what the shell itself asks of it. */
export interface Reviews {
  readonly handlers: Pick<Handlers, ReviewRequest>
  /** What a course has for the day. */
  todayOf(course: LoadedCourse): Promise<Pick<CourseSummary, 'review' | 'interviewIn'>>
  /** Under which keys the log has the courses of the library. */
  readonly keys: CourseKeys
  /**
   * Takes note of a course as it is now, so that questions whose ids change keep their progress; resolves with the
   * folders that it has left and of which something is still kept.
   */
  meet(course: LoadedCourse): Promise<readonly string[]>
  /** What the person says of a course that may be a copy of another. */
  settle(course: LoadedCourse, isSame: boolean): Promise<void>
  readonly history: Promise<ReviewHistory>
  close(): Promise<void>
}

const noQuestion = (): LecternError =>
  new LecternError('not-found', { ko: '강의에 없는 질문이에요.', en: 'This question is not in the course.' })

const nothingWeak = (): LecternError =>
  new LecternError('not-found', {
    ko: '약한 질문을 다루는 슬라이드가 아직 없어요. 복습을 하고 나면 그런 슬라이드만 모아 발표할 수 있어요.',
    en: 'No slides of weak questions yet. Once you have reviewed, the slides of the weak ones can be presented.',
  })

/** Opens what is on disk about reviewing; every request waits for that. */
export function openReviews(deps: ReviewsDeps): Reviews {
  const { onChange } = deps
  const history = openProgress(deps).then((files) => reviewHistory(files, deps.now, deps.timeZone))
  const keys = courseKeys(history)
  const changedOutside = (): void => {
    keys.forget()
    onChange()
  }
  const stops = history.then((own) => [own.files.onOutside(changedOutside), whenNextDay(() => own.moment(), onChange)])

  async function loadedAt(id: string): Promise<LoadedCourse> {
    const loaded = await deps.course(id)
    if (!loaded) throw noCourse()
    return loaded
  }
  async function at(id: string, lang: Lang): Promise<ReviewCourse> {
    const loaded = await loadedAt(id)
    return reviewCourse(loaded, lang, await keys.keyOf(loaded))
  }
  async function sessionIn(scope: ReviewScope): Promise<ReviewSession> {
    return sessionOf(await history, await at(scope.course, scope.lang), scope)
  }
  /** Records something and tells of it. The session is looked up first: what cannot be followed by one is not recorded. */
  async function sessionAfter<S extends ReviewScope | null>(
    scope: S,
    work: (own: ReviewHistory) => Promise<unknown>,
  ): Promise<ReviewSession | Extract<S, null>> {
    if (scope) await at(scope.course, scope.lang)
    await work(await history)
    onChange()
    return scope ? sessionIn(scope) : (null as Extract<S, null>)
  }

  return {
    history,
    keys,
    todayOf: async (loaded) => {
      const [own, key] = [await history, await keys.keyOf(loaded)]
      const [progress, today] = [own.progress(), own.today()]
      const { interview } = paramsOf(progress, key)
      const interviewIn = interview === null ? -1 : daysBetween(today, interview)
      return {
        review: dayCounts(progress, reviewCourse(loaded, 'ko', key).cards, today),
        interviewIn: interviewIn < 0 ? null : interviewIn,
      }
    },
    meet: async (loaded) => {
      const { renamed, movedFrom } = await keys.meet(loaded)
      if (renamed > 0) onChange()
      return movedFrom
    },
    settle: async (loaded, isSame) => {
      await keys.settle(loaded, isSame)
      onChange()
    },
    close: async () => {
      for (const stop of await stops) stop()
      await (await history).files.close()
    },
    handlers: {
      'review:read': async ({ course, lang }) => overviewOf(await history, await at(course, lang)),
      'review:session': ({ scope }) => sessionIn(scope),
      'review:answer': (answer) => sessionAfter(answer.scope, (own) => own.add(answerBody(answer))),
      'review:rehearse': async ({ course, lang, question, grade }) => {
        const found = await at(course, lang)
        const card = cardIdOf(found.cards.course, question)
        if (!hasCard(found, card)) throw noQuestion()
        await (await history).add(rehearsalBody({ card, grade }))
        onChange()
        return null
      },
      'review:undo': ({ scope }) => sessionAfter(scope, undoLast),
      'review:card': ({ scope, ...what }) => sessionAfter(scope, (own) => own.add(cardBody(what))),
      'review:set': async ({ course, set }) => {
        const key = course === null ? null : await keys.keyOf(await loadedAt(course))
        await (await history).add({ type: 'params', course: key, set })
        onChange()
        return null
      },
      'review:statistics': async ({ course, lang }) => statisticsWithWords(await history, await at(course, lang)),
      'review:plan': async ({ course, lang, ...setting }) => planOf(await history, await at(course, lang), setting),
      'review:followUp': async ({ course, lang, card, asked, planned }) =>
        nextInChain(await at(course, lang), card, asked, planned),
      'review:mock': async ({ course, lang, kind, answers }) => {
        const [own, found] = [await history, await at(course, lang)]
        const { id } = await own.add({ type: 'mock', course: found.cards.course, kind, answers })
        onChange()
        return mockOf(own, found, id)
      },
      'review:mocks': async ({ course, lang }) => mocksOf(await history, await at(course, lang)),
      'review:adopt': async ({ course, lang, mock }) => {
        const [own, found] = [await history, await at(course, lang)]
        const { answers } = mockOf(own, found, mock)
        await own.addAll(() => adoptionOf(own, found, { id: mock, answers })).finally(onChange)
        return null
      },
      'review:backups': async () => (await history).files.backups(),
      'review:restore': async ({ backup }) => {
        await (await history).files.restore(backup)
        changedOutside()
        return null
      },
      'review:export': async ({ what, course, lang }, from) => {
        const [own, found] = [await history, await at(course, lang)]
        if (what === 'anki') {
          const name = fileName(`${found.loaded.title[lang]}.anki.txt`)
          const text = await ankiOf(found, own.progress())
          return deps.handOut(name, (file) => writeExport(file, text, deps.open), from)
        }
        return deps.handOut(`lectern-${own.today()}.zip`, (file) => own.files.exportTo(file), from)
      },
      'review:import': async ({ file }) => {
        const events = await (await history).files.importFrom(file)
        changedOutside()
        return { events }
      },
      'review:presentWeak': async ({ course, lang }) => {
        const [own, { loaded, cards }] = [await history, await at(course, lang)]
        for (const one of firstOf(lang)) {
          const decks = loaded.decks.filter(({ ref }) => ref.lang === one)
          const asking = decks.map(({ ref, slides }) => ({ name: ref.name, slides }))
          const slides = weakPath(own.progress(), cards, asking, own.today())
          if (slides.length > 0) return deps.present(course, one, slides)
        }
        throw nothingWeak()
      },
    },
  }
}
