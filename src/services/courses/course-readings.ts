import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Deck, DeckRef, Problem } from '../../contract/deck.ts'
import type {
  DeckSetting,
  ParsedDeck,
  ParsedGlossary,
  ParsedQuestions,
  QuestionsSetting,
} from '../../core/deck/index.ts'

/** Where the courses are that come with Lectern. */
export interface BundledCourses {
  /** The folder with the courses, such as `slides/`. */
  readonly bundledSlides: string
  /** The file with how the build read them. */
  readonly bundledReadings: string
}

/** What a course needs of a deck that was read. */
export type DeckResult = Pick<ParsedDeck, 'deck' | 'images'>
/** What a course needs of a file of questions that was read. */
export type QuestionsResult = Pick<ParsedQuestions, 'questions' | 'problems' | 'images' | 'elsewhere'>

/** The readings of files by what they were read from; their problems name files without folders. */
export interface ReadingsFile {
  readonly decks: Readonly<Record<string, DeckResult>>
  readonly questions: Readonly<Record<string, QuestionsResult>>
  readonly glossaries: Readonly<Record<string, ParsedGlossary>>
}

/**
 * How the bundled courses read when Lectern was built: reading them anew costs seconds at every start. A file that has
 * changed since then is not in it.
 */
export interface CourseReadings {
  /** @param asked what the course asks, by `askedKey` */
  deck(text: string, setting: Omit<DeckSetting, 'memo'>, asked: string): DeckResult | null
  questions(text: string, setting: QuestionsSetting): QuestionsResult | null
  glossary(text: string, file: string): ParsedGlossary | null
}

const keyOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

/** The texts of a course's question files, on which the reading of each of its decks depends. */
export const askedKey = (texts: readonly string[]): string => keyOf('asked', ...texts)
/** What the reading of a deck depends on, apart from the scenes that come with the same build. */
export const deckKey = (text: string, file: string, { name, lang }: DeckRef, asked: string): string =>
  keyOf('deck', basename(file), name, lang, text, asked)
/** What the reading of a file of questions depends on, apart from the scenes. */
export const questionsKey = (text: string, file: string, lang: string): string =>
  keyOf('questions', basename(file), lang, text)

export const glossaryKey = (text: string, file: string): string => keyOf('glossary', basename(file), text)

const inFile = (problems: readonly Problem[], file: string): Problem[] => problems.map((one) => ({ ...one, file }))

function deckAt(deck: Deck, file: string, ref: DeckRef): Deck {
  return {
    ...deck,
    file,
    ref,
    problems: inFile(deck.problems, file),
    slides: deck.slides.map((slide) => ({ ...slide, problems: inFile(slide.problems, file) })),
  }
}

/** A reading as it is written: without the folder and the course that it was found in. */
export const withoutPlace = ({ deck, images }: DeckResult): DeckResult => ({
  deck: deckAt(deck, basename(deck.file), { ...deck.ref, course: '' }),
  images,
})

/** Opens the readings of a build. Where they are missing, or are not what they should be, there just are none. */
export async function openReadings(file: string): Promise<CourseReadings | null> {
  let kept: ReadingsFile
  try {
    kept = JSON.parse(await readFile(file, 'utf8')) as ReadingsFile
  } catch {
    return null
  }
  return {
    deck(text, { file: at, ref }, asked) {
      const found = kept.decks[deckKey(text, at, ref, asked)]
      return found === undefined ? null : { deck: deckAt(found.deck, at, ref), images: found.images }
    },
    questions(text, { file: at, lang }) {
      const found = kept.questions[questionsKey(text, at, lang)]
      return found === undefined ? null : { ...found, problems: inFile(found.problems, at) }
    },
    glossary(text, at) {
      const found = kept.glossaries[glossaryKey(text, at)]
      return found === undefined ? null : { ...found, problems: inFile(found.problems, at) }
    },
  }
}
