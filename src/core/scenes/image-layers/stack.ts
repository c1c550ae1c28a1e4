import type { Text } from '../../../contract/deck.ts'
import type { EventRef } from '../../traces/digest.ts'
import type { Hand, Room, Words } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import type { Tone } from '../../diagram/tone.ts'
import { cell, columnAt, INSET, layerRow, middleOf, rows, UPPER, upperRow, type Grid, type Span } from './grid.ts'
import { pressOn, sheet, type Lift } from './lift.ts'
import { hollow, warm } from './looks.ts'
import { appLayers, box, linkTarget, tarFiles } from './recorded.ts'

import { t } from '../../words/t.ts'
import { sizeText } from '../../words/bytes-text.ts'

/** A file of an image, in one of its layers and in a column of its own. */
export interface ImageFile {
  readonly id: string
  readonly path: string
  readonly layer: number
  readonly text: string
}
/** A column for a file that only a container has. */
interface Waiting {
  readonly id: string
  readonly path: string
  readonly layer: 0
}
export interface Stacked {
  readonly image: string
  readonly container: string
  readonly layers: readonly { readonly n: number; readonly verb: string }[]
  /** By column, from the left. */
  readonly files: readonly (ImageFile | Waiting)[]
}

/** The image of all steps. */
export const appTile: Stacked = {
  image: 'app-a',
  container: 'web',
  layers: appLayers,
  files: [
    { id: 'page', path: tarFiles.page.path, layer: 3, text: 'hello from a' },
    { id: 'new', path: '/www/new.html', layer: 0 },
    { id: 'conf', path: tarFiles.conf.path, layer: 4, text: sizeText(tarFiles.conf.bytes) },
    { id: 'links', path: '/bin/gzip', layer: 2, text: `→ ${linkTarget}` },
    { id: 'busybox', path: '/bin/busybox', layer: 1, text: sizeText(appLayers[0].bytes) },
  ],
}

/** An image with a large file. */
export const large: Stacked = {
  image: 'cow',
  container: 'box',
  layers: [
    { n: 1, verb: 'FROM' },
    { n: 2, verb: 'FROM' },
    { n: 3, verb: 'RUN' },
  ],
  files: [
    { id: 'page', path: '/srv/big.bin', layer: 3, text: box.sizes[3] },
    { id: 'new', path: '/srv/c.txt', layer: 0 },
    { id: 'conf', path: '/srv/b.txt', layer: 3, text: box.below.lines[1] ?? '' },
    { id: 'links', path: '/bin/gzip', layer: 2, text: `→ ${linkTarget}` },
    { id: 'busybox', path: '/bin/busybox', layer: 1, text: box.sizes[1] },
  ],
}

export const MONO: Hand = { mono: true, weight: 400 }

/** A file as a tile: its content, centred. */
export function tile(
  pen: Pen,
  key: string,
  room: Room,
  look: Tone,
  words: Words,
  o: { dash?: number; strokeWidth?: number; rise?: number; mono?: boolean; weight?: 400 | 600 } = {},
): void {
  const { mono = true, weight = 400, ...surface } = o
  const lines = pen.t(words).split('\n').length
  pen.block(key, room, look, words, {
    ...surface,
    mono,
    weight,
    anchor: 'middle',
    pad: 4,
    lines,
    leading: 20,
    r: 6,
  })
}

/** The name of a row at its left, and what it is besides. */
export function railName(
  pen: Pen,
  grid: Grid,
  key: string,
  row: { readonly y: number; readonly h: number },
  name: readonly [Words, ...Words[]],
  sub: Words,
  ink: string = pen.theme.ink,
): void {
  const hand: Hand = { weight: 600, ink }
  const width = grid.rail - INSET
  const middle = row.y + row.h / 2
  if (row.h <= 40) {
    const y = baseline(middle, 16)
    const { right } = pen.say(key, pen.choose(name, width, hand), [0, y], width, hand)
    pen.say(`${key}/sub`, sub, [right + 8, y], width - right - 8, { ...MONO, ink: pen.theme.soft })
    return
  }
  const y = baseline(middle, 16, 24, 2)
  pen.say(key, pen.choose(name, width, hand), [0, y], width, hand)
  pen.say(`${key}/sub`, sub, [0, y + 24], width, { ...MONO, ink: pen.theme.soft })
}

export interface StackLook {
  /** Whether a layer is what the step is about; the rest is set back. */
  readonly lit: (layer: number) => boolean
  /** The same for a file's tile. */
  readonly litFile?: (id: string) => boolean
  /** A hand can lift the sheets. */
  readonly lift?: Lift
}

/** The first word of what a file holds. */
const firstWordOf = (text: string): string => `${text.split(' ')[0] ?? ''}…`

/** The layers of an image, each a sheet with only the files that it brought. */
export function layers(pen: Pen, grid: Grid, stack: Stacked, { lit: isLit, litFile, lift }: StackLook): void {
  const lifted = lift?.sheet ?? 0
  for (const { n, verb } of stack.layers) {
    const lit = isLit(n)
    const row = layerRow(n, lifted)
    const back = pen.tone('lib', !lit)
    const look = lifted > 0 ? back : { ...pen.tone('lib'), edge: back.edge }
    sheet(pen, `layer/${n}`, { ...grid.sheet, ...row }, look, { lit, lifted: n === lifted })
    if (lift) pen.turns(pressOn(lift, n))
    const ink = lit ? pen.theme.ink : pen.theme.soft
    railName(pen, grid, `layer/${n}/name`, row, [t(`레이어 ${n}`, `Layer ${n}`)], verb, ink)
  }
  stack.files.forEach((file, i) => {
    if (!('text' in file)) return
    const lit = litFile?.(file.id) ?? isLit(file.layer)
    const room = cell(columnAt(grid, i), layerRow(file.layer, lifted))
    const words = pen.choose([file.text, firstWordOf(file.text)], room.w - 8, MONO)
    tile(pen, `file/${file.id}`, room, pen.tone('lib', !lit), words, lifted === file.layer ? { strokeWidth: 2.4 } : {})
  })
}

/** The widest run of columns in which a layer has no file: there it is transparent. */
export function clearIn(grid: Grid, { files }: Stacked, layer: number): Span {
  const taken = [...files.flatMap((file, i) => (file.layer === layer ? [i] : [])), files.length]
  const runs = taken.map((end, i) => ({ from: (taken[i - 1] ?? -1) + 1, to: end - 1 }))
  const { from, to } = runs.reduce((best, run) => (run.to - run.from > best.to - best.from ? run : best))
  const [first, last] = [columnAt(grid, from), columnAt(grid, to)]
  return { x: first.x, w: last.x + last.w - first.x }
}

/** What lies in a lifted layer in all, and what else is to be said of it, where it is transparent. */
export function contents(pen: Pen, grid: Grid, lifted: number, ref: EventRef | undefined, also?: Text): void {
  const layer = appLayers.find(({ n }) => n === lifted)
  if (!layer) return
  const { x, w } = clearIn(grid, appTile, lifted)
  const row = layerRow(lifted, lifted)
  const { entries, paths } = layer
  // A directory is an entry, too: few enough, all are named.
  const all = paths.length === entries ? paths.join(' · ') : undefined
  const size = sizeText(layer.bytes)
  const held = t(`${all ?? `항목 ${entries}개`} · ${size}`, `${all ?? `${entries} entries`}, ${size}`)
  const words = also ? pen.choose([t(`${held.ko} · ${also.ko}`, `${held.en}; ${also.en}`), held], w) : held
  pen.say('lifted', words, [x + w / 2, baseline(row.y + row.h / 2, 16)], w, { anchor: 'middle', ink: pen.theme.soft })
  if (ref) pen.shows(ref)
}

/** Which path each column is: the whole path where all of them fit, else the name. */
export function axis(pen: Pen, grid: Grid, stack: Stacked, shown: (id: string) => boolean): void {
  // With a name under every column there is no empty one for a long name to reach into.
  const spare = stack.files.every(({ id }) => shown(id)) ? -4 : 6
  const whole = stack.files.every(({ path }, i) => pen.set(path, columnAt(grid, i).w + spare, MONO).fits)
  stack.files.forEach(({ id, path }, i) => {
    if (!shown(id)) return
    const column = columnAt(grid, i)
    pen.say(`axis/${id}`, whole ? path : path.replace(/^.*\//, ''), [middleOf(column), rows.axis], column.w + 7, {
      ...MONO,
      anchor: 'middle',
      ink: pen.theme.soft,
    })
  })
}

/** From so far above the writable sheet drops onto the layers, in px. */
const DROP = -56

/** The writable sheet of a container, on top of the layers. */
export function writable(pen: Pen, grid: Grid, empty: boolean, lift?: Lift): void {
  const look = warm(pen)
  const which = lift?.sheet ?? 0
  const row = upperRow(which)
  const lit = which === 0 || which === UPPER
  sheet(pen, 'upper', { ...grid.sheet, ...row }, look, { lit, lifted: which === UPPER, rise: DROP })
  if (lift) pen.turns(pressOn(lift, UPPER))
  railName(pen, grid, 'upper', row, [t('쓰기 레이어', 'Writable layer'), 'Writable'], 'upperdir', look.word)
  if (!empty) return
  // Clear of the place of a copy at its left, and of the sight through the sheet at its right.
  const [copied, seen] = [columnAt(grid, 0), columnAt(grid, 2)]
  const [from, to] = [copied.x + copied.w + INSET, middleOf(seen) - INSET]
  const hand: Hand = { anchor: 'middle', size: 18, weight: 600, ink: look.word, rise: DROP }
  const words = pen.choose(
    [t('비어 있음 · 새로 얹은 한 장', 'empty, one new sheet on top'), t('비어 있음', 'empty')],
    to - from,
    hand,
  )
  pen.say('upper/empty', words, [(from + to) / 2, baseline(row.y + row.h / 2, 18)], to - from, hand)
}

/** The frame of what the container sees. */
export function mergedFrame(pen: Pen, grid: Grid): void {
  const look = hollow(pen)
  pen.box('merged', { ...grid.sheet, ...rows.merged }, { fill: look.fill, edge: pen.theme.soft }, { dash: 6 })
  railName(pen, grid, 'merged', rows.merged, [t('합쳐진 모습', 'Merged view'), 'Merged'], 'merged')
}

/** A bracket at the right of rows, and what they are together. */
export function bracket(
  pen: Pen,
  grid: Grid,
  key: string,
  span: { readonly y: number; readonly h: number },
  name: Words,
  subs: readonly { readonly words: Words; readonly mono?: boolean; readonly ink?: string }[],
): void {
  if (!grid.aside) return
  const { theme } = pen
  const { x, w } = grid.aside
  const [top, bottom] = [span.y + 1, span.y + span.h - 1]
  pen.line(
    `${key}/bracket`,
    [
      [x, top],
      [x + 7, top],
      [x + 7, bottom],
      [x, bottom],
    ],
    theme.soft,
    { strokeWidth: 1.6 },
  )
  const count = 1 + subs.length
  const y = baseline(span.y + span.h / 2, 16, 24, count)
  pen.say(key, name, [x + 16, y], w - 16, { weight: 600 })
  subs.forEach(({ words, mono = false, ink = theme.soft }, i) => {
    pen.say(`${key}/${i}`, words, [x + 16, y + 24 * (i + 1)], w - 16, { mono, ink, weight: mono ? 400 : 600 })
  })
}
