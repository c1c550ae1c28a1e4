import { dirname } from 'node:path'
import { oursOf, withIds } from '../core/deck/index.ts'
import { includedBy } from '../services/courses/included-by.ts'
import { readWithinBudget } from '../services/courses/reading/time-budget.ts'
import { readText } from '../services/disk/read-text.ts'
import { writeExport } from '../services/disk/write-atomic.ts'
import type { Checked } from './checked.ts'

/** Writes the ids of slides that have them from their headings into the files of the decks. Gives the files that changed. */
export async function fixIds({ decks }: Checked): Promise<readonly string[]> {
  const changed: string[] = []
  for (const { deck } of decks) {
    const { file, ref, opened, slides } = deck
    if (opened === undefined) continue
    const read = await readText(file, dirname(file))
    if ('problem' in read) continue
    const { text } = read
    const includes = await includedBy(text, dirname(file))
    const twin = slides.filter(({ isMade }) => isMade !== true).map(({ id }) => id)
    const ours = readWithinBudget(text, (within) => oursOf(text, { ref, includes, twin, within }))
    const fixed = ours === null ? text : withIds(text, ours)
    if (fixed === text) continue
    await writeExport(file, fixed)
    changed.push(file)
  }
  return changed
}
