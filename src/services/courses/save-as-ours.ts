import { open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Deck } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'
import { oursOf } from '../../core/deck/index.ts'
import { writeFailure } from '../disk/disk-errors.ts'
import { readText } from '../disk/read-text.ts'
import { includedBy } from './included-by.ts'
import { readWithinBudget } from './reading/time-budget.ts'

/** So many names are tried. */
const mostNames = 1000

/**
 * Writes a deck of another format as one of ours, beside it and over no file.
 * @returns the file. Rejects with a `LecternError`: `not-found`, `refused` where the deck is ours already, or `cannot-write`.
 */
export async function saveAsOurs({ file, ref, slides, opened }: Deck): Promise<string> {
  const folder = dirname(file)
  const read = await readText(file, folder)
  if ('problem' in read) throw new LecternError('not-found', read.problem.message)
  const includes = await includedBy(read.text, folder)
  // The slides keep the ids that they are shown with.
  const setting = {
    ref,
    includes,
    dialect: opened?.dialect,
    twin: slides.filter(({ isMade }) => !isMade).map(({ id }) => id),
  }
  const ours = readWithinBudget(read.text, (within) => oursOf(read.text, { ...setting, within }))
  if (ours === null)
    throw new LecternError('refused', {
      ko: '이미 Lectern 덱이에요.',
      en: 'This is a deck of Lectern already.',
    })
  const name = ref.name.replace(/\.md$/i, '')
  for (let number = 1; number < mostNames; number += 1) {
    const path = join(folder, `${name}${number === 1 ? '' : `-${number}`}.${ref.lang}.md`)
    try {
      const handle = await open(path, 'wx')
      await handle
        .writeFile(ours.text)
        .finally(() => handle.close())
        // Half a deck is worse than none.
        .catch((error: unknown) => rm(path, { force: true }).then(() => Promise.reject(error as Error)))
      return path
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
      if (!isTaken) throw writeFailure(error, path)
    }
  }
  throw new LecternError('cannot-write', {
    ko: `${folder} 폴더에 같은 이름의 파일이 너무 많아요.`,
    en: `There are too many files of that name in ${folder}.`,
  })
}
