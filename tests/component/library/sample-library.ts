import type { Lang, Problem } from '../../../src/contract/deck.ts'
import type { ProblemCause, ProblemSummary } from '../../../src/contract/problems.ts'
import type { CourseSummary, DeckSummary, LastPlace, LibraryState } from '../../../src/contract/library.ts'
import type { TalkSnapshot } from '../../../src/contract/talk.ts'

export const missingScene: Problem = {
  file: 'slides/docker/02-isolation.ko.md',
  line: 42,
  column: 7,
  code: 'unknown-scene',
  severity: 'error',
  message: { ko: '‘isolaton’이라는 그림은 없어요.', en: 'There is no picture “isolaton”.' },
  fix: { ko: '‘isolation’인지 확인하세요.', en: 'Did you mean “isolation”?' },
}
export const noNotes: Problem = {
  ...missingScene,
  line: 9,
  column: 1,
  code: 'no-notes',
  severity: 'warning',
  message: { ko: '발표자 노트가 없어요.', en: 'There are no speaker notes.' },
}

export const noProblems: ProblemSummary = { errors: 0, warnings: 0, first: [] }
/** As an error and a warning are told of. */
export const oneError: ProblemSummary = { errors: 1, warnings: 0, first: [missingScene] }
export const twoProblems: ProblemSummary = { errors: 1, warnings: 1, first: [missingScene, noNotes] }

/** What is to mend in some decks together. */
const summed = (decks: readonly DeckSummary[]): ProblemSummary => ({
  errors: decks.reduce((sum, { problems }) => sum + problems.errors, 0),
  warnings: decks.reduce((sum, { problems }) => sum + problems.warnings, 0),
  first: decks.flatMap(({ problems }) => problems.first).slice(0, 3),
})

/** The list of problems of a course or deck that has these. */
export const causesOf = (...problems: readonly Problem[]): readonly ProblemCause[] =>
  [...Map.groupBy(problems, ({ code }) => code).entries()].map(([code, rows]) => ({
    code,
    severity: rows[0]?.severity ?? 'error',
    name: { ko: `원인 ${code}`, en: `Cause ${code}` },
    cure: { ko: `${code} 고치는 법`, en: `How to mend ${code}` },
    rows,
  }))

export function deckOf(name: string, title: string, lang: Lang = 'ko', more: Partial<DeckSummary> = {}): DeckSummary {
  return {
    ref: { course: 'docker', name, lang },
    title,
    emblem: 'sheet',
    slides: 13,
    pages: { all: 29, final: 13 },
    minutes: 12,
    problems: noProblems,
    lastPlace: null,
    ...more,
  }
}

/** Where a deck was left, the day before the library's. */
export function leftAt(slideNumber: number, more: Partial<LastPlace> = {}): LastPlace {
  return { slide: 'kernel', step: 1, slideNumber, atMs: 1000, day: '2026-11-23', isEnd: false, ...more }
}

export function courseOf(more: Partial<CourseSummary> = {}): CourseSummary {
  return {
    id: 'docker',
    folder: '/opt/lectern/slides/docker',
    bundled: true,
    title: { ko: '도커', en: 'Docker' },
    description: { ko: '커널부터 허브까지.', en: 'From the kernel to the Hub.' },
    questions: 40,
    terms: 0,
    review: { due: 0, new: 0, done: 0, limits: { due: 60, new: 10 }, gentle: false },
    interviewIn: null,
    decks: [
      deckOf('01-docker-and-vm', '도커와 VM', 'ko', {
        lastPlace: leftAt(6, { step: 2 }),
      }),
      deckOf('01-docker-and-vm', 'Docker and VMs', 'en'),
      deckOf('02-isolation', '격리의 원리', 'ko', { slides: 12, minutes: 11, problems: twoProblems }),
      deckOf('03-security', '컨테이너 보안', 'ko', { slides: 10, minutes: null }),
    ],
    paths: [],
    problems: more.decks ? summed(more.decks) : twoProblems,
    ...more,
  }
}

export const notesCourse = courseOf({
  id: '/home/me/os',
  folder: '/home/me/os',
  bundled: false,
  title: { ko: '운영체제 노트', en: 'Operating systems' },
  description: { ko: '', en: '' },
  questions: 0,
  decks: [],
})

export function libraryOf(more: Partial<LibraryState> = {}): LibraryState {
  return {
    day: '2026-11-24',
    courses: [courseOf(), notesCourse],
    recent: ['/home/me/network'],
    unfinished: null,
    keptAside: [],
    ...more,
  }
}

/** A talk that runs. */
export const running: TalkSnapshot = {
  talkId: 'talk',
  deck: { course: 'docker', name: '01-docker-and-vm', lang: 'ko' },
  revision: 1,
  place: { slide: 'kernel', step: 1 },
  mode: 'live',
  clock: { elapsedMs: 0, runningSinceMs: null },
  knobs: {},
  scrub: null,
  log: null,
  answered: null,
  canGoBack: false,
}
