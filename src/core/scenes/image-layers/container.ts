import type { Text } from '../../../contract/deck.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { cell, columnAt, gridFor, layerRow, middleOf, rows, type Grid } from './grid.ts'
import { hollow, warm } from './looks.ts'
import { containerEvents } from './container-events.ts'
import { box, upperEntry, web } from './recorded.ts'
import { type Shell } from './shell-output.ts'
import type { Acts, Write } from './state.ts'
import { appTile, axis, bracket, large, layers, mergedFrame, tile, writable, type Stacked } from './stack.ts'
import { terminal } from './terminal.ts'
import { t } from '../../words/t.ts'
import { sizeText } from '../../words/bytes-text.ts'

const NOTHING: Acts = { write: 'none', deleted: false }

/** IL-6: the writable sheet drops on top, still empty; what is seen comes from below. */
export function started(pen: Pen): void {
  const grid = gridFor(pen.view.width)
  terminal(pen, 'shell', { ...rows.terminal, x: 0, w: grid.main }, shown([web.run]), web.run.ref)
  draw(pen, grid, appTile, NOTHING, { drops: true })
  containerEvents(pen, grid, null)
}

/** IL-7: a changed file is copied up first, a deleted one is only hidden. */
export function written(pen: Pen, acts: Acts): void {
  const grid = gridFor(pen.view.width)
  const stack = acts.write === 'large' ? large : appTile
  const commands = commandsOf(acts)
  terminal(pen, 'shell', { ...rows.terminal, x: 0, w: grid.main }, shown(commands), commands[0]?.ref)
  const reads = acts.write === 'none' && !acts.deleted
  draw(pen, grid, stack, acts, { container: reads ? web.second.name : stack.container })
  containerEvents(pen, grid, acts)
}

function commandsOf({ write, deleted }: Acts): readonly Shell[] {
  if (write === 'large') return deleted ? [box.first, box.remove] : [box.first]
  const made = write === 'change' ? [web.change] : write === 'create' ? [web.create] : []
  const all = deleted ? [...made, web.remove] : made
  return all.length ? all : [web.untouched]
}

/** Two lines: two commands, or one and the first line of its answer. */
const shown = (commands: readonly Shell[]): string[] =>
  [...commands.map(({ command }) => `$ ${command}`), ...commands.flatMap(({ lines }) => lines)].slice(0, 2)

/** What a file holds once it was written to. */
function contentOf(write: Write): Text | string {
  if (write === 'large') return t(`${box.sizes[3]}\n1바이트 바뀜`, `${box.sizes[3]}\n1 byte new`)
  return web.merged.lines.slice(0, 2).join('\n')
}

/** The flight of a file that is copied up. */
const COPY = 'copy/file'

/** When things come, in ms: a sheet drops and is read through column by column, or a file is copied and one deleted. */
const AFTER = {
  drop: { sight: 200, seen: 140, apart: 90, words: 620 },
  act: { sign: 60, seen: 160, whiteout: 360, gone: 480 },
} as const

function draw(
  pen: Pen,
  grid: Grid,
  stack: Stacked,
  acts: Acts,
  { container = stack.container, drops = false }: { container?: string; drops?: boolean } = {},
): void {
  const { write, deleted } = acts
  /** Comes where it is read through the sheet that has dropped, or by what the act has made of it. */
  const comes = (i: number, own: boolean, gone: boolean, seen: boolean, show: () => void): void => {
    const { drop, act } = AFTER
    if (drops) pen.then(show, drop.sight + i * drop.apart + (seen ? drop.seen : 0))
    else if (own) pen.with(COPY, 'landed', show, { after: act.seen })
    else if (gone) pen.with(COPY, 'landed', show, { after: act.gone })
    else show()
  }
  const acting = write !== 'none' || deleted
  const changed = write === 'change' || write === 'large'
  const touched = (id: string): boolean => (id === 'page' && changed) || (id === 'conf' && deleted)
  layers(pen, grid, stack, { lit: () => !acting, litFile: (id) => !acting || touched(id) })
  axis(pen, grid, stack, (id) => id !== 'new' || write === 'create')
  if (drops) pen.then(() => writable(pen, grid, true))
  else writable(pen, grid, !acting)
  mergedFrame(pen, grid)
  let column = 0
  stack.files.forEach((file, i) => {
    const created = file.id === 'new' && write === 'create'
    if (file.layer === 0 && !created) return
    const own = (file.id === 'page' && changed) || created
    const gone = file.id === 'conf' && deleted
    const words = own ? (created ? 'new' : contentOf(write)) : 'text' in file ? file.text : ''
    comes(column, own, gone, true, () => merged(pen, grid, i, own, gone, acting, words))
    const from = rows.merged.y + rows.merged.h
    const to = own || gone ? rows.upper.y + 3 : layerRow(file.layer || 1).y + 3
    const x = middleOf(columnAt(grid, i))
    const sight = [
      [x, from],
      [x, to],
    ] as const
    const stroke = own || gone ? pen.theme.soft : pen.theme.edge
    comes(column, own, gone, false, () => {
      pen.line(`sight/${file.id}`, sight, stroke, { dash: 5, head: 8, strokeWidth: 1.8 })
    })
    column += 1
  })
  if (drops) pen.then(() => reading(pen, grid), AFTER.drop.words)
  else if (!acting) reading(pen, grid)
  if (changed) copyUp(pen, grid, write)
  if (write === 'create') created(pen, grid)
  const order = write === 'none' ? 1 : changed ? 3 : 2
  if (deleted) pen.with(COPY, 'landed', () => whiteout(pen, grid, order), { after: AFTER.act.whiteout })
  brackets(pen, grid, stack, container, acting)
}

function merged(
  pen: Pen,
  grid: Grid,
  i: number,
  own: boolean,
  gone: boolean,
  acting: boolean,
  words: Text | string,
): void {
  const room = cell(columnAt(grid, i), rows.merged)
  const key = `merged/${i}`
  if (gone) {
    tile(pen, key, room, hollow(pen), t('없음', 'gone'), { dash: 5, mono: false })
    return
  }
  const look = pen.tone('lib', acting && !own)
  const plain = { ...look, fill: pen.theme.card, ink: acting && !own ? look.ink : pen.theme.ink }
  tile(pen, key, room, own ? { ...plain, edge: pen.theme.accent } : plain, words, own ? { strokeWidth: 2.4 } : {})
}

function reading(pen: Pen, grid: Grid): void {
  const x = middleOf(columnAt(grid, 0)) + 12
  const y = baseline((rows.merged.y + rows.merged.h + rows.upper.y) / 2, 16)
  pen.say('sight/word', t('위에서 아래로 읽는다', 'read from the top down'), [x, y], 220, { ink: pen.theme.soft })
}

const sign = (pen: Pen, key: string, at: readonly [number, number], n: number, on: string): void => {
  pen.badge(`${key}/sign`, at, String(n), { w: 26, stroke: on })
}

/** The act of copying up: the file rises from its layer into the writable sheet, and the copy is changed there. */
function copyUp(pen: Pen, grid: Grid, write: Write): void {
  const { theme } = pen
  const column = columnAt(grid, 0)
  const x = middleOf(column)
  const from = layerRow(3).y + 3
  const top = cell(column, rows.upper)
  const way = [
    [x, from],
    [x, top.y + top.h + 3],
  ] as const
  pen.with(COPY, 'along', () => pen.line('copy', way, theme.accent, { strokeWidth: 4, head: 13, halo: true }))
  const gap = (rows.upper.y + rows.upper.h + rows.layers.y) / 2
  const said = (): void => {
    sign(pen, 'copy', [x + 24, gap], 1, theme.paper)
    pen.say('copy', t('위로 복사', 'copy up'), [x + 44, baseline(gap, 16)], 120, { weight: 600, ink: theme.accent })
  }
  pen.with(COPY, 'landed', said, { after: AFTER.act.sign })
  pen.place('upper/page', top)
  pen.with(COPY, 'landed', () => {
    pen.clears('upper/empty')
    tile(pen, 'upper/page', top, warm(pen), contentOf(write), { strokeWidth: 2.4 })
    sign(pen, 'upper/page', [top.x + 2, top.y], 2, theme.paper)
  })
  const shell = write === 'large' ? box.first : web.change
  const file = write === 'large' ? large.files[0] : appTile.files[0]
  const original = layerRow(3)
  const fly = [
    [x, original.y + original.h / 2],
    [x, top.y + top.h / 2],
  ] as const
  pen.packet(COPY, fly, file && 'text' in file ? file.text : '')
  pen.link(COPY, shell.ref)
  pen.link('upper/page', write === 'large' ? box.size.ref : web.upperAfter.ref)
  pen.link('copy', shell.ref)
}

function created(pen: Pen, grid: Grid): void {
  const room = cell(columnAt(grid, 1), rows.upper)
  const { bytes } = upperEntry('/www/new.html')
  tile(pen, 'upper/new', room, warm(pen), `new\n${sizeText(bytes)}`, { strokeWidth: 2.4, rise: 0 })
  sign(pen, 'upper/new', [room.x + 2, room.y], 1, pen.theme.paper)
  pen.link('upper/new', web.create.ref)
}

/** The act of deleting: nothing below changes, a mark on top hides it. */
function whiteout(pen: Pen, grid: Grid, n: number): void {
  const room = cell(columnAt(grid, 2), rows.upper)
  const look = { ...warm(pen), fill: pen.theme.card, ink: pen.theme.accent }
  tile(pen, 'upper/conf', room, look, t('지움\n표시', 'white-\nout'), {
    dash: 5,
    strokeWidth: 2.4,
    mono: false,
    weight: 600,
  })
  sign(pen, 'upper/conf', [room.x + 2, room.y], n, pen.theme.paper)
  pen.link('upper/conf', web.whiteout.ref)
}

function brackets(pen: Pen, grid: Grid, stack: Stacked, container: string, acting: boolean): void {
  const top = { y: rows.merged.y, h: rows.upper.y + rows.upper.h - rows.merged.y }
  bracket(pen, grid, 'of/container', top, t('컨테이너', 'Container'), [{ words: container, mono: true }])
  const kept = acting
    ? { words: t('✓ 그대로', '✓ intact'), ink: pen.theme.good }
    : { words: t('읽기 전용', 'read-only') }
  bracket(pen, grid, 'of/image', rows.layers, t('이미지', 'Image'), [{ words: stack.image, mono: true }, kept])
}
