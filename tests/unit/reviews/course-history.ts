import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Lang } from '../../../src/contract/deck.ts'
import type { Grade, Mark, ReviewBody, ReviewScope } from '../../../src/contract/review.ts'
import { loadCourse } from '../../../src/services/courses/course.ts'
import { homeAt } from '../../../src/services/disk/home.ts'
import { openProgress } from '../../../src/services/progress/index.ts'
import { reviewCourse, type ReviewCourse } from '../../../src/services/reviews/review-course.ts'
import { reviewHistory } from '../../../src/services/reviews/review-history.ts'
import { courseFolder, temporaryFolder } from '../temporary-folder.ts'

/** Noon in Seoul on 2026-11-24. */
export const noon = Date.UTC(2026, 10, 24, 3)
export const dayMs = 86_400_000

interface Asked {
  /** The decks that ask it, by name. */
  readonly decks?: readonly string[]
  readonly followups?: readonly string[]
  /** How many key points it has, and which of them, from 1, are core. */
  readonly points?: number
  readonly core?: readonly number[]
}

const questionText = (id: string, { followups = [], points = 2, core = [1] }: Asked): string =>
  `---\nid: ${id}\nlayout: question\nlevel: 기본\ncore: [${core.join(', ')}]\nfollowups: [${followups.join(', ')}]\n---\n\n` +
  `## ${id}?\n\n### 한 줄\n\n네.\n\n### 답변\n\n${id}.\n\n### 핵심\n\n${Array.from({ length: points }, (_, index) => `- ${id} ${index + 1}\n`).join('')}\n`

const deckText = (name: string, asks: readonly string[]): string =>
  `---\ntitle: 덱 ${name}\nlang: ko\n---\n\n---\nid: s-${name}\nasks: [${asks.join(', ')}]\n---\n\n## 장\n\n글.\n`

/** A course `docker` of these questions, which decks `a` and `b` ask, and a history of it whose clock is `time.at`. */
export async function courseHistory(questions: Readonly<Record<string, Asked>>, lang: Lang = 'ko') {
  const folder = await temporaryFolder()
  const all = Object.entries(questions)
  const decks = ['a', 'b'].map((name) => {
    const asks = all.filter(([, { decks: of = ['a'] }]) => of.includes(name)).map(([id]) => id)
    return [`${name}.ko.md`, deckText(name, asks)] as const
  })
  const place = await courseFolder(folder, 'docker', {
    'course.yaml': 'title: { ko: 도커, en: Docker }\n',
    ...Object.fromEntries(decks),
    'questions.ko.md': all.map(([id, asked]) => questionText(id, asked)).join(''),
  })
  const loaded = await loadCourse(place, { id: 'docker', bundled: true })
  const course: ReviewCourse = reviewCourse(loaded, lang, 'docker')
  const time = { at: noon }
  const files = await openProgress({
    home: homeAt(join(folder, 'home')),
    now: () => (time.at += 1),
    timeZone: 'Asia/Seoul',
    brief: true,
  })
  onTestFinished(() => files.close())
  const history = reviewHistory(files, () => time.at, 'Asia/Seoul')
  return {
    course,
    history,
    time,
    /** Goes on to noon of a day counted from the first. */
    day: (count: number) => (time.at = noon + count * dayMs),
    answer: (id: string, grade: Grade = 'good', points: readonly Mark[] = [], more: Partial<ReviewBody> = {}) =>
      history.add({
        ...{ type: 'review', card: `docker/${id}`, mode: 'due', grade, suggested: null, points, ms: 1000 },
        ...{ hints: 0, gaveUp: false, recall: 'said', params: 'p' },
        ...more,
      } as ReviewBody),
    scope: (mode: ReviewScope['mode'] = 'due', topic: string | null = null): ReviewScope => ({
      course: 'docker',
      mode,
      topic,
      since: time.at,
      lang,
    }),
  }
}
