import * as v from 'valibot'
import type { Deck } from '../../contract/deck.ts'
import { pathPrefix } from '../../core/deck/path-prefix.ts'
import type { LoadedCourse } from './course.ts'
import { openStore } from '../disk/json-store.ts'
import type { KeptAside } from '../disk/kept-aside.ts'
import type { Open } from '../disk/write-atomic.ts'

const slideSchema = v.strictObject({ deck: v.string(), slide: v.string() })
const pathSchema = v.strictObject({ course: v.string(), slides: v.array(slideSchema) })

/** The slides behind the weakest questions, course by course, as they were when they were last asked for. */
export interface WeakPaths {
  readonly keptAside: KeptAside | null
  /** The decks that a course's weak slides make, one a language; none where nobody asked yet. */
  decksOf(course: LoadedCourse): Promise<readonly Deck[]>
  /** Keeps the weak slides of a course; resolves when they are on disk, rejects with a `LecternError` where they cannot be. */
  set(course: string, slides: readonly { readonly deck: string; readonly slide: string }[]): Promise<void>
  /** What was kept of a course is kept of it in another folder from now on; resolves as `set` does. */
  move(from: string, to: string): Promise<void>
  /** See `Store.save`. */
  save(): Promise<void>
}

/** The name of the decks that weak slides make. */
export const weakDeckName = `${pathPrefix}weak-questions`
const title = { ko: '약한 질문만', en: 'Weak questions only' }
const at = { line: 1, column: 1 }

/** Opens what was kept. Never rejects. */
export async function openWeakPaths(file: string, now: () => number, open?: Open): Promise<WeakPaths> {
  const store = await openStore({ file, schemas: { paths: v.array(pathSchema) }, initial: { paths: [] }, now, open })
  return {
    keptAside: store.keptAside,
    save: () => store.save(),
    decksOf: async ({ id, decks, folder }) => {
      const slides = store.read().paths.find(({ course }) => course === id)?.slides ?? []
      // Slides that are gone since then are left out.
      const here = slides.filter(({ deck, slide }) =>
        decks.some(({ ref, slides: own }) => ref.name === deck && own.some(({ id: name }) => name === slide)),
      )
      if (here.length === 0) return []
      const references = here.map(({ deck, slide }) => ({ deck, range: { first: slide, last: slide }, at }))
      const path = { id: weakDeckName.slice(pathPrefix.length), title, minutes: null, slides: references, at }
      // What reads and writes HTML is loaded only where there are such paths.
      const { pathDecks } = await import('../../core/deck/path-decks.ts')
      return pathDecks([path], decks, folder).decks
    },
    move: async (from, to) => {
      const { paths } = store.read()
      if (!paths.some(({ course }) => course === from) || paths.some(({ course }) => course === to)) return
      await store.change({ paths: paths.map((path) => (path.course === from ? { ...path, course: to } : path)) })
    },
    set: (course, slides) => {
      const others = store.read().paths.filter((path) => path.course !== course)
      return store.change({
        paths: [...others, { course, slides: slides.map(({ deck, slide }) => ({ deck, slide })) }],
      })
    },
  }
}
