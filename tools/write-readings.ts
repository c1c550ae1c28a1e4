/** Writes how the bundled courses read to `out/readings.json`, so that no start reads them anew. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDeck, parseGlossary, parseQuestions, type ParsedGlossary } from '../src/core/deck/index.ts'
import { bundledCourses } from '../src/services/courses/course-folders.ts'
import {
  deckKey,
  glossaryKey,
  questionsKey,
  withoutPlace,
  type CourseReadings,
  type DeckResult,
  type QuestionsResult,
  type ReadingsFile,
} from '../src/services/courses/course-readings.ts'
import { loadCourse } from '../src/services/courses/course.ts'

/** Reads every course in a folder and keeps what was read. */
export async function readingsOf(slides: string): Promise<ReadingsFile> {
  const decks: Record<string, DeckResult> = {}
  const questions: Record<string, QuestionsResult> = {}
  const glossaries: Record<string, ParsedGlossary> = {}
  const readings: CourseReadings = {
    deck(text, setting, asked) {
      const { deck, images } = parseDeck(text, setting)
      decks[deckKey(text, setting.file, setting.ref, asked)] = withoutPlace({ deck, images })
      return { deck, images }
    },
    questions(text, setting) {
      const { questions: items, problems, images, elsewhere } = parseQuestions(text, setting)
      const read = { questions: items, problems, images, elsewhere }
      questions[questionsKey(text, setting.file, setting.lang)] = read
      return read
    },
    glossary: (text, file) => (glossaries[glossaryKey(text, file)] = parseGlossary(text, file)),
  }
  for (const folder of await bundledCourses(slides)) await loadCourse(folder, { id: folder, bundled: true, readings })
  return { decks, questions, glossaries }
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  await mkdir(join(root, 'out'), { recursive: true })
  await writeFile(join(root, 'out', 'readings.json'), JSON.stringify(await readingsOf(join(root, 'slides'))))
}
