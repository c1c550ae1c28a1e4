import { setImmediate as nextTurn } from 'node:timers/promises'
import { forgetCourse } from '../course-memo.ts'
import { openCourse } from '../course.ts'
import { inStretches, type CourseReader } from './course-reader.ts'
import { openReadings, type DeckResult } from '../course-readings.ts'

/** Reads courses in this very thread, which nobody else can use meanwhile. */
export function localReader(bundledReadings: string): CourseReader {
  const readings = openReadings(bundledReadings)
  return {
    async open(place, skimmedFrom) {
      const opened = await openCourse(place.folder, { ...place, readings: await readings })
      return {
        skimmed: opened.isUnknownBeyond(skimmedFrom) ? { ...place, ...opened.head, ...opened.skim() } : null,
        deck: (ref) => Promise.resolve(opened.deck(ref)),
        load: async (turn = nextTurn, signal) => {
          const results: DeckResult[] = []
          await turn()
          signal?.throwIfAborted()
          for (const stretch of inStretches(opened.decks())) {
            results.push(...stretch)
            await turn()
            signal?.throwIfAborted()
          }
          return { ...place, ...opened.head, ...(await opened.rest(results)) }
        },
      }
    },
    forget: forgetCourse,
    close: () => Promise.resolve(),
  }
}
