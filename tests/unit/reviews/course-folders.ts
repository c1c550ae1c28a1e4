import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ReviewBody } from '../../../src/contract/review.ts'
import { cardOf } from '../../../src/core/review/index.ts'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { homeAt } from '../../../src/services/disk/home.ts'
import { openProgress, type Progress, type ProgressOptions } from '../../../src/services/progress/index.ts'
import { courseKeys } from '../../../src/services/reviews/course-keys.ts'
import { mocksOf } from '../../../src/services/reviews/mocks.ts'
import { reviewCourse } from '../../../src/services/reviews/review-course.ts'
import { reviewHistory } from '../../../src/services/reviews/review-history.ts'
import { courseFolder, deckText, temporaryFolder } from '../temporary-folder.ts'
import { noon } from './course-history.ts'

/** Homes as they were written by the version before courses had an identity, and courses that they are of. */
const homes = join(import.meta.dirname, '../progress/homes')

/** A file of questions: their texts by id. */
const questionsOf = (texts: Readonly<Record<string, string>>): string =>
  Object.entries(texts)
    .map(([id, text]) => `---\nid: ${id}\n---\n\n## ${text}\n\n### Answer\n\nYes.\n\n### Key points\n\n- one\n- two\n`)
    .join('\n')

export const tcp = { 'q-a': 'How does TCP open a connection?', 'q-b': 'What is a sliding window?' }
export const stew = { 'q-a': 'How long does stew simmer?', 'q-b': 'Which pot is best?' }

const review = (card: string): ReviewBody => ({
  ...{ type: 'review', mode: 'due', card, grade: 'good', suggested: null, points: [], ms: 0, hints: 0, gaveUp: false },
  ...{ recall: 'said', params: 'p' },
})

/** Folders of courses and a home in which they are met. */
export async function courseFolders(from?: {
  readonly home?: string
  readonly slides?: string
  readonly lookAt?: ProgressOptions['lookAt']
}) {
  const root = await temporaryFolder()
  const home = homeAt(join(root, 'home'))
  const slides = join(root, 'slides')
  await mkdir(slides)
  if (from?.home !== undefined) await cp(join(homes, from.home), home.folder, { recursive: true })
  if (from?.slides !== undefined) await cp(join(homes, 'courses', from.slides), slides, { recursive: true })
  const at = (place: string): string => join(root, place)
  const time = { at: noon + 30 * 86_400_000 }

  let files: Progress | null = null
  const open = async (): Promise<Progress> =>
    (files ??= await openProgress({
      ...{ home, bundledSlides: slides, now: () => (time.at += 1), timeZone: 'Asia/Seoul', brief: true },
      ...(from?.lookAt && { lookAt: from.lookAt }),
    }))
  const close = async (): Promise<void> => {
    await files?.close()
    files = null
  }
  onTestFinished(close)

  /** Everything about the course that lies in a folder now. */
  async function met(place: string, lang: 'ko' | 'en' = 'en') {
    const bundled = place.startsWith('slides/')
    const loaded = await loadCourse(at(place), { id: bundled ? place.slice('slides/'.length) : at(place), bundled })
    const history = reviewHistory(await open(), () => time.at, 'Asia/Seoul')
    const keys = courseKeys(Promise.resolve(history))
    const meeting = await keys.meet(loaded)
    const key = await keys.keyOf(loaded)
    const course = reviewCourse(loaded, lang, key)
    return {
      ...meeting,
      key,
      course,
      history,
      answer: (id: string) => history.add(review(`${key}/${id}`)),
      /** How often each question was answered. */
      answered: () =>
        Object.fromEntries(
          course.cards.cards.map(({ card }) => [
            card.slice(card.indexOf('/') + 1),
            cardOf(history.progress(), card).reviews,
          ]),
        ),
      mocks: () => mocksOf(history, course),
      settle: (isSame: boolean) => keys.settle(loaded, isSame),
    }
  }

  return {
    home,
    at,
    time,
    open,
    close,
    met,
    make: (place: string, texts: Readonly<Record<string, string>>, yaml = '') =>
      courseFolder(root, place, {
        'questions.en.md': questionsOf(texts),
        ...(yaml === '' ? {} : { 'course.yaml': yaml }),
        // What comes with Lectern has decks.
        ...(place.startsWith('slides/') ? { 'one.en.md': deckText('One', { first: 1 }) } : {}),
      }),
    move: async (a: string, b: string) => {
      await mkdir(join(at(b), '..'), { recursive: true })
      await rename(at(a), at(b))
    },
    /** Puts a course of the homes into a folder. */
    takeCourse: (course: string, place: string) => cp(join(homes, 'courses', course), at(place), { recursive: true }),
    copy: (a: string, b: string) => cp(at(a), at(b), { recursive: true }),
    remove: (place: string) => rm(at(place), { recursive: true }),
  }
}
