/** What is done in a container: what it leaves in the writable sheet, and how that gets there. */
import type { Text } from '../../../contract/deck.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { sizeText } from '../../words/bytes-text.ts'
import { t } from '../../words/t.ts'
import { cell, columnAt, layerRow, middleOf, rows, type Grid } from './grid.ts'
import { warm } from './looks.ts'
import { box, upperEntry, web } from './recorded.ts'
import { appTile, large, tile } from './stack.ts'
import type { Write } from './state.ts'

/** What a file holds once it was written to. */
export function contentOf(write: Write): Text | string {
  if (write === 'large') return t(`${box.sizes[3]}\n1바이트 바뀜`, `${box.sizes[3]}\n1 byte new`)
  return web.merged.lines.slice(0, 2).join('\n')
}

/** The flight of a file that is copied up. */
export const COPY = 'copy/file'

/** When things come, in ms: a sheet drops and is read through column by column, or a file is copied and one deleted. */
export const AFTER = {
  drop: { sight: 200, seen: 140, apart: 90, words: 620 },
  act: { sign: 60, seen: 160, whiteout: 360, gone: 480 },
} as const

const sign = (pen: Pen, key: string, at: readonly [number, number], n: number, on: string): void => {
  pen.badge(`${key}/sign`, at, String(n), { w: 26, stroke: on })
}

/** The act of copying up: the file rises from its layer into the writable sheet, and the copy is changed there. */
export function copyUp(pen: Pen, grid: Grid, write: Write): void {
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

/** The act of making a file: it lies in the writable sheet and nowhere else. */
export function fileMade(pen: Pen, grid: Grid): void {
  const room = cell(columnAt(grid, 1), rows.upper)
  const { bytes } = upperEntry('/www/new.html')
  tile(pen, 'upper/new', room, warm(pen), `new\n${sizeText(bytes)}`, { strokeWidth: 2.4, rise: 0 })
  sign(pen, 'upper/new', [room.x + 2, room.y], 1, pen.theme.paper)
  pen.link('upper/new', web.create.ref)
}

/** The act of deleting: nothing below changes, a mark on top hides it. */
export function whiteout(pen: Pen, grid: Grid, n: number): void {
  const room = cell(columnAt(grid, 2), rows.upper)
  const look = { ...warm(pen), fill: pen.theme.card, ink: pen.theme.accent }
  const words = pen.choose([t('삭제 표시', 'whiteout'), t('삭제\n표시', 'white-\nout')], room.w - 8, { weight: 600 })
  tile(pen, 'upper/conf', room, look, words, {
    dash: 5,
    strokeWidth: 2.4,
    mono: false,
    weight: 600,
  })
  sign(pen, 'upper/conf', [room.x + 2, room.y], n, pen.theme.paper)
  pen.link('upper/conf', web.whiteout.ref)
}
