import type { EmblemName } from '../../contract/deck.ts'

/** What a shape stands for, in the colour that this has in all pictures; `ink` and `edge` are lines around nothing. */
type Meaning = 'kernel' | 'app' | 'lib' | 'daemon' | 'hyper' | 'ink' | 'edge'

/** A shape on 48 × 48. Open ones are lines; dashed is what may be missing. */
export interface EmblemShape {
  readonly as: Meaning
  readonly path: string
  readonly look?: 'line' | 'dashed'
}

const box = (x: number, y: number, width: number, height: number, radius = 2): string =>
  `M${x + radius} ${y}h${width - 2 * radius}a${radius} ${radius} 0 0 1 ${radius} ${radius}v${height - 2 * radius}` +
  `a${radius} ${radius} 0 0 1 ${-radius} ${radius}h${2 * radius - width}a${radius} ${radius} 0 0 1 ${-radius} ${-radius}` +
  `v${2 * radius - height}a${radius} ${radius} 0 0 1 ${radius} ${-radius}z`
const sheetOf = (y: number): string => `M24 ${y}L44 ${y + 9}L24 ${y + 18}L4 ${y + 9}z`
const filled = (as: Meaning, path: string): EmblemShape => ({ as, path })
const line = (as: Meaning, path: string): EmblemShape => ({ as, path, look: 'line' })
const dashed = (as: Meaning, path: string): EmblemShape => ({ as, path, look: 'dashed' })

/** Each from the picture of the decks that it stands for: at most nine shapes, told apart by form and never by colour. */
export const emblemShapes: Readonly<Record<EmblemName, readonly EmblemShape[]>> = {
  /** Notes. */
  sheet: [line('edge', box(9, 4, 30, 40, 4)), line('edge', 'M16 15h16M16 23h16M16 31h10')],
  /** Two machines with a kernel each beside two containers on one. */
  vm: [
    ...[4, 14, 27, 37].map((x) => filled('app', box(x, 8, 8, 10))),
    ...[4, 14].map((x) => filled('kernel', box(x, 20, 8, 10))),
    filled('hyper', box(4, 32, 18, 8)),
    filled('kernel', box(27, 20, 18, 20)),
  ],
  /** Apps behind walls of their own on one kernel. */
  walls: [
    ...[4, 26].map((x) => dashed('app', box(x, 4, 18, 24, 3))),
    ...[9, 31].map((x) => filled('app', box(x, 12, 8, 8))),
    filled('kernel', box(4, 33, 40, 9)),
  ],
  /** From the command over two daemons to a process of the kernel. */
  chain: [
    ...[4, 27].map((x) => filled('daemon', box(x, 6, 17, 12))),
    filled('app', box(4, 24, 17, 12)),
    filled('hyper', box(27, 24, 17, 12)),
    line('daemon', 'M21 12h6M35.5 18v6M21 30h6'),
    filled('kernel', box(4, 41, 40, 3, 1.5)),
  ],
  /** Layers that are only read, and the one that is written on top. */
  layers: [...[26, 19, 12].map((y) => filled('lib', sheetOf(y))), dashed('app', sheetOf(4))],
  /** One wall within the other. */
  rings: [
    line('ink', box(4, 4, 40, 40, 8)),
    line('daemon', box(11, 11, 26, 26, 5)),
    line('app', box(17, 17, 14, 14, 3)),
    filled('app', box(21, 21, 6, 6, 1.5)),
  ],
  /** A registry above, images to it and from it. */
  registry: [
    filled('daemon', box(8, 4, 32, 14, 3)),
    filled('lib', box(4, 32, 40, 12, 3)),
    line('ink', 'M18 29v-8M14.5 24.5L18 21L21.5 24.5'),
    line('ink', 'M30 21v8M26.5 25.5L30 29L33.5 25.5'),
  ],
  /** Services of one file, and the one that the others wait for. */
  services: [
    dashed('edge', box(4, 4, 40, 40, 4)),
    ...[10, 27].map((x) => filled('app', box(x, 10, 11, 10))),
    filled('lib', box(16, 30, 16, 9)),
    line('ink', 'M15.5 20v5h8.5v5M32.5 20v5h-8.5'),
  ],
  /** What is said aloud. */
  speech: [
    line('ink', 'M8 6h32a4 4 0 0 1 4 4v22a4 4 0 0 1 -4 4h-18l-9 8v-8h-5a4 4 0 0 1 -4 -4v-22a4 4 0 0 1 4 -4z'),
    line('ink', 'M12 15h24M12 22h24M12 29h14'),
  ],
}
