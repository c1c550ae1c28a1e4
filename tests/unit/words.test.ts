import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { windowKinds } from '../../src/contract/channels.ts'

/** What each window says besides what all of them do, by the names of the files. */
const own: Readonly<Record<(typeof windowKinds)[number], readonly string[]>> = {
  library: ['format', 'library', 'library-dialogs', 'new', 'opened', 'problems', 'second-talk', 'settings', 'slide'],
  deck: ['deck', 'slide'],
  presenter: ['grades', 'presenter', 'slide'],
  gallery: ['gallery', 'settings', 'slide'],
  review: ['grades', 'review', 'review-files', 'review-mock', 'review-statistics', 'second-talk', 'settings', 'slide'],
  print: ['print', 'slide'],
}
/** What every file of words may be written with. */
const shared = ['in-both', 'index.svelte', 'plural', 'shared']

const words = join('src', 'renderer', 'words')

/** All files of the house that a file comes to import, at once or later. */
function reached(from: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(from)) return known
  known.add(from)
  for (const [, to = ''] of readFileSync(from, 'utf8').matchAll(
    /\b(?:from |import |import\()'(\.[^'?]+\.(?:ts|svelte))'/g,
  )) {
    reached(join(dirname(from), to), known)
  }
  return known
}

const wordsOf = (window: string): string[] =>
  [...reached(join('src', 'renderer', window, 'main.ts'))]
    .filter((file) => dirname(file) === words)
    .map((file) => file.slice(words.length + 1, -'.ts'.length))

test.each(windowKinds)('the %s window loads its own words and those of all, no other window’s', (window) => {
  const loaded = wordsOf(window).filter((name) => !shared.includes(name))
  expect(loaded.sort()).toEqual(own[window])
})

test('every file of words is one that a window loads', () => {
  const loaded = new Set(windowKinds.flatMap(wordsOf))
  expect(
    readdirSync(words)
      .map((name) => name.slice(0, -'.ts'.length))
      .sort(),
  ).toEqual([...loaded].sort())
})
