import { codeLines, mutationsIn, type Mutation } from './find-mutations.ts'

export interface Source {
  /** The path from the root, with slashes. */
  readonly file: string
  readonly text: string
}
/** A mutation of a file, and the line (from 1) on which it begins. */
export interface Drawn extends Mutation {
  readonly file: string
  readonly line: number
  /** What stands there now. */
  readonly was: string
}

/** Sources without code of ours to test: types, words for persons, and lists that are written by a tool. */
export const isDrawnFrom = (file: string): boolean =>
  /^src\/.*\.(ts|svelte)$/.test(file) &&
  !file.endsWith('.d.ts') &&
  !/^src\/(renderer\/words\/|.*\/words\.ts$)/.test(file)

/** Numbers from 0 to 1 out of a seed (mulberry32 by Tommy Ettinger, public domain). */
export function randomOf(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Draws mutations without return: each time a file with a chance that grows with its lines of code, and in it one of its
 * mutations. The same seed and sources give the same; a longer draw begins with the shorter.
 */
export function drawMutations(sources: readonly Source[], seed: number, count: number): readonly Drawn[] {
  const random = randomOf(seed)
  const pools = sources
    .filter(({ file }) => isDrawnFrom(file))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, text }) => ({ file, text, lines: codeLines(file, text), left: [...mutationsIn(file, text)] }))
    .filter(({ left }) => left.length > 0)
  const drawn: Drawn[] = []
  while (drawn.length < count) {
    const open = pools.filter(({ left }) => left.length > 0)
    let place = random() * open.reduce((sum, { lines }) => sum + lines, 0)
    const pool = open.find(({ lines }) => (place -= lines) < 0) ?? open.at(-1)
    if (pool === undefined) break
    const [mutation] = pool.left.splice(Math.floor(random() * pool.left.length), 1)
    if (mutation === undefined) continue
    const line = pool.text.slice(0, mutation.start).split('\n').length
    drawn.push({ ...mutation, file: pool.file, line, was: pool.text.slice(mutation.start, mutation.end) })
  }
  return drawn
}

/** A source with a mutation made. */
export const mutated = (text: string, { start, end, text: now }: Mutation): string =>
  text.slice(0, start) + now + text.slice(end)
