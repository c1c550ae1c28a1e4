import { basename, resolve } from 'node:path'
import {
  langs,
  type Deck,
  type DeckLook,
  type DeckRef,
  type GlossaryTerm,
  type Lang,
  type Problem,
  type Question,
  type Text,
} from '../../contract/deck.ts'
import {
  problemsInOrder,
  questionsIn,
  framedSlide,
  isError,
  nearest,
  pathDecks,
  problem,
  skimAny,
  withCover,
  withoutLogo,
  writtenSlides,
  type CourseFile,
  type SceneCatalogue,
} from '../../core/deck/index.ts'
import { catalogue } from '../../core/scenes/catalogue.ts'
import { courseFileKind } from './course-files.ts'
import { memoOf, type CourseMemo } from './course-memo.ts'
import type { CourseReadings, DeckResult } from './course-readings.ts'
import { readCourseSources, type CourseSources, type NamedImage, type QuestionFile } from './course-sources.ts'
import { imageProblem } from './image-problem.ts'
import { checkGlossary } from './glossary.ts'
import { withinTime, type ReadingGuard } from './reading/time-budget.ts'
import { repeatedPredictions } from './repeated-predictions.ts'
import { translationProblems } from './translations.ts'

/** A course as it is on disk. */
export interface LoadedCourse {
  readonly id: string
  /** The `id` of course.yaml, by which reviewing knows the course wherever it is; null where there is none. */
  readonly ownId: string | null
  readonly folder: string
  readonly bundled: boolean
  readonly title: Text
  readonly description: Text
  /** In the order of course.yaml, then by name; each with the problems of its file. */
  readonly decks: readonly Deck[]
  /** The paths of course.yaml as decks, in its order: of each, one a language. */
  readonly paths: readonly Deck[]
  readonly glossary: readonly GlossaryTerm[]
  readonly questions: Readonly<Record<Lang, readonly Question[]>>
  /** What all decks have around their slides where they do not say it themselves. */
  readonly looks?: Readonly<Record<Lang, DeckLook>> | undefined
  /** The same questions by their files. */
  readonly questionFiles: readonly QuestionFile[]
  /** What is wrong outside of any deck: course.yaml, question files, files that cannot be read. */
  readonly problems: readonly Problem[]
}

export interface CourseSetting {
  readonly id: string
  readonly bundled: boolean
  /** The scenes that decks may name; by default those of Lectern. */
  readonly scenes?: SceneCatalogue
  /** How the build read the course. */
  readonly readings?: CourseReadings | null
  /** Is asked before a text is read; by default every text is. */
  readonly guard?: ReadingGuard
}

/** What of a course is known once its files have been read from the disk. */
export type CourseHead = Pick<LoadedCourse, 'ownId' | 'title' | 'description' | 'looks' | 'questions' | 'questionFiles'>
/** What of it only all of its decks together tell. */
export type CourseRest = Pick<LoadedCourse, 'decks' | 'paths' | 'glossary' | 'problems'>

/** A course whose files have been read from the disk. */
export interface OpenedCourse {
  readonly head: CourseHead
  /** Whether nobody knows yet more than `length` UTF-16 units of its decks: what reading them takes is in proportion. */
  isUnknownBeyond(length: number): boolean
  /** How its decks look before they are read: `skimAny` says what they have. There are no paths and no glossary yet. */
  skim(): CourseRest
  /** Reads one deck; null where there is none. */
  deck(ref: Pick<DeckRef, 'name' | 'lang'>): Deck | null
  /** Reads its decks one by one, in the order of their files. */
  decks(): Iterable<DeckResult>
  /** What the course is with the decks that `decks` gave; those with which something else is wrong say so. */
  rest(decks: readonly DeckResult[]): Promise<CourseRest>
}

/**
 * Reads the files of a course, and only on demand what is in its decks.
 * Rejects with a `LecternError` only where the folder itself cannot be read: `not-found`, `not-a-folder`, `unreadable`.
 */
export async function openCourse(folder: string, setting: CourseSetting): Promise<OpenedCourse> {
  const { id, scenes = catalogue, readings = null } = setting
  const kept = scenes === catalogue ? readings : null
  const memo = memoOf(folder, kept, setting.guard)
  const sources = await readCourseSources(folder, id, scenes, memo)
  const own: Text = { ko: basename(resolve(folder)), en: basename(resolve(folder)) }
  const { course, questions, questionFiles, asked } = sources
  const settingOf = ({ source, ref, twin, includes, drawings }: CourseSources['decks'][number]) => ({
    file: source.file,
    ref,
    twin,
    includes,
    drawings,
    scenes,
    questions: questionsIn(questions, ref.lang),
  })
  /** Its files were read when it was opened, so each of its decks reads only once: even from memory that takes time. */
  const known = new Map<CourseSources['decks'][number], DeckResult>()
  const read = (deck: CourseSources['decks'][number]): DeckResult => {
    const before = known.get(deck)
    if (before !== undefined) return before
    const result = memo.deck(deck.source.text, settingOf(deck), asked)
    const covered = { ...result, deck: withCover(result.deck) }
    known.set(deck, covered)
    return covered
  }

  const head: CourseHead = {
    ownId: course.id,
    title: course.title ?? own,
    description: course.description ?? { ko: '', en: '' },
    ...(sources.looks ? { looks: sources.looks } : {}),
    questions,
    questionFiles,
  }
  return {
    head,
    isUnknownBeyond: (length) => {
      let left = length
      return sources.decks.some((deck) => {
        if ((kept?.deck(deck.source.text, settingOf(deck), asked) ?? null) === null) left -= deck.source.text.length
        return left < 0
      })
    },
    skim: () => ({
      decks: inCourseOrder(
        sources.decks.map((deck) => skimmed(deck.source.text, settingOf(deck))),
        course,
      ),
      paths: [],
      glossary: [],
      problems: inFileOrder(sources.problems),
    }),
    deck: ({ name, lang }) => {
      const found = sources.decks.find(({ ref }) => ref.name === name && ref.lang === lang)
      return found === undefined ? null : read(found).deck
    },
    *decks() {
      for (const deck of sources.decks) yield read(deck)
    },
    rest: (results) => {
      const images = results.flatMap(({ deck, images: all }) =>
        all.map((image): NamedImage => ({ file: deck.file, image, slide: image.slide })),
      )
      const decks = results.map(({ deck }) => deck)
      return checkedCourse(folder, sources, decks, images, memo)
    },
  }
}

/** How a deck looks before it is read; without slides where even looking takes too long. */
function skimmed(text: string, setting: Parameters<typeof skimAny>[1]): Deck {
  const { file, ref } = setting
  const look = withinTime(() => skimAny(text, setting), skimMs)
  if (look?.done) return withCover(look.done)
  return { ref, file, title: ref.name, emblem: 'sheet', minutes: null, slides: [], problems: [] }
}
const skimMs = 500

/**
 * Reads a course: its decks in all languages, its questions, and everything that is wrong with them.
 * Rejects as `openCourse` does.
 */
export async function loadCourse(folder: string, setting: CourseSetting): Promise<LoadedCourse> {
  const opened = await openCourse(folder, setting)
  const { id, bundled } = setting
  return { id, folder, bundled, ...opened.head, ...(await opened.rest([...opened.decks()])) }
}

const inFileOrder = (problems: readonly Problem[]): readonly Problem[] =>
  problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column)

/** What only the decks of a course together tell: their order, its paths, its glossary, and what is wrong between them. */
async function checkedCourse(
  folder: string,
  { yaml, course, glossary: terms, questionFiles, problems: known }: CourseSources,
  decks: readonly Deck[],
  images: readonly NamedImage[],
  memo: CourseMemo,
): Promise<CourseRest> {
  const problems: Problem[] = []
  const found = known.map((one): FoundProblem => ({ problem: one, slide: null, image: null }))
  for (const { file, image, slide } of images) {
    const missing = await imageProblem(folder, file, image)
    if (missing !== null) found.push({ problem: missing, slide, image: image.to })
  }
  const twins = decks
    .filter((deck) => shelfOf(deck) === 0)
    .map(({ ref, file, slides }) => {
      return { name: ref.name, lang: ref.lang, file, items: writtenSlides(slides) }
    })
  found.push(
    ...[
      ...translationProblems(twins, course.languages),
      ...translationProblems(
        questionFiles.map((one) => ({ ...one, name: 'questions' })),
        course.languages,
      ),
      ...repeatedPredictions(inCourseOrder(decks, course)),
    ].map((one) => ({ problem: one, slide: null, image: null })),
  )
  const deckFiles = new Set(decks.map(({ file }) => file))
  problems.push(...found.filter((one) => !deckFiles.has(one.problem.file)).map((one) => one.problem))
  const ordered = inCourseOrder(decks, course).map((deck) => withProblems(deck, found))
  const paths = pathDecks(course.paths, ordered, yaml?.file ?? folder)
  if (yaml !== undefined) problems.push(...orderProblems(course, decks, yaml.file), ...paths.problems)
  const glossary =
    terms === undefined
      ? null
      : checkGlossary(memo.glossary(terms.text, terms.file), terms.file, decks, languagesOf(course, decks))
  problems.push(...(glossary?.problems ?? []))
  return { decks: ordered, paths: paths.decks, glossary: glossary?.terms ?? [], problems: inFileOrder(problems) }
}

/** The languages that a course is to be in; where it does not say, those that its decks are in. */
const languagesOf = ({ languages }: CourseFile, decks: readonly Deck[]): readonly Lang[] =>
  languages ?? langs.filter((lang) => decks.some(({ ref }) => ref.lang === lang))

function orderProblems({ decks: named }: CourseFile, decks: readonly Deck[], file: string): Problem[] {
  const names = new Set(decks.map(({ ref }) => ref.name))
  return named
    .filter(({ name }) => !names.has(name.normalize('NFC')))
    .map(({ name, at }) => problem(file, at, 'unknown-deck', name, nearest(name, names)))
}

/** Decks by their names come before what is offered, and that before what is about the folder. */
function shelfOf({ file }: Deck): number {
  const kind = courseFileKind(basename(file))
  const offered = kind?.kind === 'deck' ? kind.offered : undefined
  return offered === undefined ? 0 : offered === 'deck' ? 1 : 2
}

function inCourseOrder(decks: readonly Deck[], { decks: named }: CourseFile): Deck[] {
  const order = named.map(({ name }) => name.normalize('NFC'))
  const places = new Map(order.map((name, index) => [name, index]).toReversed() as [string, number][])
  const rank = ({ ref }: Deck) => places.get(ref.name) ?? order.length
  return decks.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      shelfOf(a) - shelfOf(b) ||
      a.ref.name.localeCompare(b.ref.name) ||
      langs.indexOf(a.ref.lang) - langs.indexOf(b.ref.lang),
  )
}

interface FoundProblem {
  readonly problem: Problem
  readonly slide: string | null
  /** The path of an image that cannot be shown. */
  readonly image: string | null
}

/** A deck with what was found only beside the other files of its course. */
function withProblems(deck: Deck, found: readonly FoundProblem[]): Deck {
  const mine = found.filter((one) => one.problem.file === deck.file)
  if (mine.length === 0) return deck
  const missing = new Set(mine.flatMap(({ image, slide }) => (slide === null && image !== null ? image : [])))
  return {
    ...deck,
    ...(deck.look ? { look: withoutLogo(deck.look, missing) } : {}),
    problems: problemsInOrder([...deck.problems, ...mine.map((one) => one.problem)]),
    slides: deck.slides.map((slide) => {
      const own = mine.filter((one) => one.slide === slide.id && isError(one.problem))
      if (own.length === 0) return slide
      const problems = problemsInOrder([...slide.problems, ...own.map((one) => one.problem)])
      return framedSlide({ ...slide, problems }, new Set(own.flatMap(({ image }) => image ?? [])))
    }),
  }
}
