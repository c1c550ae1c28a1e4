/** Texts that nobody wrote as decks: our own documents, and in the soak the notes that `LECTERN_CORPUS` names. */
import { join, relative } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { parseQuestions } from '../../../src/core/deck/index.ts'
import { root } from '../../../tools/node.mjs'
import { isSoak, rounds } from '../rounds.ts'
import { corpus, corpusFolder, textsIn } from './corpus.ts'
import { deckHolds } from './deck-holds.ts'
import { header, scenes } from './deck-of.ts'

/** What is held at once while notes are read, whatever was read before. */
const mostMegabytes = 600
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** In megabytes; what nobody holds any more counts only until somebody looks closely. */
function heldMegabytes(): number {
  const used = (): number => process.memoryUsage().heapUsed / 1e6
  if (used() >= mostMegabytes) collect()
  return used()
}

/** Reads a text as it stands, as the only slide of a deck, as its notes, and as questions. */
function readAnyWay(text: string): void {
  deckHolds(text)
  const { slides } = deckHolds(`${header}---\nid: one\n---\n\n${text}`)
  expect(slides[0]?.id).toBe('one')
  deckHolds(`${header}---\nid: one\nsteps: list\n---\n\n## Title\n\n<!--\n${text}\n-->\n`)
  const { problems } = parseQuestions(`---\nid: q\n---\n\n${text}`, { file: 'q.ko.md', lang: 'ko', scenes })
  const lines = text.split('\n').length + 4
  expect(problems.filter(({ line }) => line < 1 || line > lines)).toEqual([])
}

async function readAll(folder: string, most = Infinity): Promise<number> {
  let count = 0
  for await (const { file, text } of textsIn(folder, most)) {
    try {
      readAnyWay(text)
    } catch (cause) {
      throw new Error(`${relative(root, file)} is not read as it should be`, { cause })
    }
    expect(heldMegabytes(), file).toBeLessThan(mostMegabytes)
    count += 1
  }
  return count
}

describe('is read safely and to its end, with problems at places of it:', () => {
  it('what we wrote about Lectern', async () => {
    expect(await readAll(join(root, 'docs'), rounds(2, Infinity))).toBeGreaterThan(1)
  })

  if (isSoak) {
    it('every file of the notes of others', async (context) => {
      context.skip(corpus === '', 'LECTERN_CORPUS names no notes')
      expect(await readAll(await corpusFolder())).toBeGreaterThan(0)
    })
  }
})
