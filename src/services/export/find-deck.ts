import { stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Deck, GlossaryTerm, Lang } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'
import { courseFileKind } from '../courses/course-files.ts'
import { openReadings, type BundledCourses } from '../courses/course-readings.ts'
import { loadCourse } from '../courses/course.ts'
import { deckInCourse } from '../courses/deck-in-course.ts'

export interface FoundDeck {
  readonly deck: Deck
  /** The glossary of its course. */
  readonly glossary: readonly GlossaryTerm[]
  readonly courseFolder: string
}

/** The folder and the deck name that an argument can mean, the person's own folder before the bundled courses. */
async function places(
  argument: string,
  bundledSlides: string,
): Promise<{ folder: string; name: string; lang: Lang | null }[]> {
  const path = resolve(argument)
  const isFile = (await stat(path).catch(() => null))?.isFile() === true
  const kind = isFile ? courseFileKind(basename(path)) : null
  if (kind?.kind === 'deck') return [{ folder: dirname(path), name: kind.name, lang: kind.lang }]
  return [
    { folder: dirname(path), name: basename(path), lang: null },
    { folder: join(bundledSlides, dirname(argument)), name: basename(argument), lang: null },
  ]
}

/**
 * The deck that an argument names: `COURSE/NAME` among the bundled courses, a path without ending, or a deck file.
 * `path:ID` in place of NAME is a path of the course.
 * @param lang the language wanted; by default that of the file, else Korean, else what there is
 * Rejects with the `LecternError` `not-found`.
 */
export async function findDeck(
  argument: string,
  lang: Lang | undefined,
  { bundledSlides, bundledReadings }: BundledCourses,
): Promise<FoundDeck> {
  const readings = await openReadings(bundledReadings)
  const langs = new Set<Lang>()
  for (const place of await places(argument, bundledSlides)) {
    const course = await loadCourse(place.folder, { id: place.folder, bundled: false, readings }).catch(() => null)
    if (course === null) continue
    const named = [...course.decks, ...course.paths].filter(({ ref }) => ref.name === place.name.normalize('NFC'))
    const wanted = lang ?? place.lang
    const deck = wanted === null ? named[0] : named.find(({ ref }) => ref.lang === wanted)
    if (deck !== undefined) {
      return { deck: deckInCourse(deck, course), glossary: course.glossary, courseFolder: place.folder }
    }
    for (const { ref } of named) langs.add(ref.lang)
  }
  if (langs.size > 0) {
    const others = [...langs].join(', ')
    throw new LecternError('not-found', {
      ko: `${argument} 덱은 ${String(lang)} 언어로는 없어요. 있는 언어: ${others}`,
      en: `The deck ${argument} does not exist in ${String(lang)}, only in: ${others}`,
    })
  }
  throw new LecternError('not-found', {
    ko: `${argument} 덱이 없어요. 강의/덱 이름(예: docker/01-docker-and-vm)이나 덱 파일의 경로를 적어 주세요.`,
    en: `There is no deck ${argument}. Name it as COURSE/NAME (such as docker/01-docker-and-vm) or by the path of its file.`,
  })
}
