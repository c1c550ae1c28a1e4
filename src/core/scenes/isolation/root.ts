import type { Pen } from '../../diagram/pen.ts'
import { clear } from '../../diagram/tone.ts'
import type { Grid } from './grid.ts'
import { card, kernelBar, processBox, row } from './parts.ts'
import { root } from './recorded.ts'
import { t } from '../../words/t.ts'

const LAYER = { top: 80, h: 22, pitch: 26 }
const MERGED = { y: 244, h: 32 }

/** IS-3: the layers of the image become one tree, and that tree becomes the root of the process. */
export function newRoot(pen: Pen, grid: Grid): void {
  card(pen, grid, 'host', { source: `\`${root.folder}\`` })
  layers(pen, grid)
  card(pen, grid, 'inside', { command: root.mounts.command })
  swap(pen, grid)
  processBox(pen, grid)
  const { x, w } = grid.inside
  const { process } = grid
  const path = [
    [x + w / 2, 276],
    [x + w / 2, 336],
    [process.x + process.w + 2, 336],
  ] as const
  // Until the root is there, it sees that of the host.
  pen.with(
    PIVOT,
    'landed',
    () => {
      pen.line('uses', path, pen.tone('app').edge, { strokeWidth: 2.4, head: 10, radius: 6 })
      pen.say('uses', t('httpd가 보는 /', "httpd's /"), [x + w / 2 + 14, 332], w / 2 - 14, { ink: pen.theme.soft })
    },
    { after: 260 },
  )
  kernelBar(pen, grid)
}

/** The writable layer on the read-only ones, and their sum: all of it folders of the host. */
function layers(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const [x, w] = [grid.host.x + 16, grid.host.w - 32]
  const all = [root.upper, ...root.lower]
  all.forEach((name, i) => {
    const top = i === 0
    const look = pen.tone(top ? 'hyper' : 'lib')
    const room = { x, y: LAYER.top + i * LAYER.pitch, w, h: LAYER.h }
    pen.block(`layer-${i}`, room, look, name, { weight: 400, mono: true, pad: 8, r: 4 })
    const words = top ? t('쓰기', 'write') : i === all.length - 1 ? t('이미지', 'image') : undefined
    if (words) row(pen, `layer-${i}/what`, words, x + w - 8, room.y + LAYER.h / 2, 60, { anchor: 'end', ink: look.ink })
  })
  const room = { x, ...MERGED, w }
  const look = { ...pen.tone('plain'), fill: clear(theme), edge: theme['app-edge'] }
  pen.box('merged', room, look, { dash: 6, strokeWidth: 2 })
  row(pen, 'merged', root.merged, x + 40, MERGED.y + MERGED.h / 2, w - 44, { mono: true })
  called(pen, grid, 0, x + w - 12, MERGED.y + MERGED.h / 2)
  pen.badge('step-1', [x + 20, MERGED.y + MERGED.h / 2], '1', { w: 22 })
  pen.shows(root.calls[0].ref)
}

/** Which call did it, where there is room to say so. */
function called(pen: Pen, { roomy }: Grid, call: 0 | 1 | 2 | 3, right: number, y: number): void {
  if (!roomy) return
  row(pen, `call-${call}`, root.calls[call].call, right, y, 220, { mono: true, anchor: 'end', ink: pen.theme.soft })
  pen.shows(root.calls[call].ref)
}

/** The root on its way from the layers to its place. */
const PIVOT = 'pivot/packet'

/** The table of mounts starts as a copy of the host's; only the new root makes it another file system. */
function swap(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const [x, w] = [grid.inside.x + 16, grid.inside.w - 32]
  const old = { x, y: 80, w, h: 32 }
  const soft = pen.tone('plain', true)
  pen.block('old', old, { ...soft, fill: clear(theme) }, t('호스트의 /', "the host's /"), {
    weight: 400,
    pad: 40,
    dash: 5,
    ink: theme.soft,
  })
  called(pen, grid, 1, x + w - 100, old.y + 16)
  pen.badge('step-2', [x + 20, old.y + 16], '2', { w: 22 })
  pen.shows(root.calls[1].ref)
  const right = x + w
  const unmounted = (): void => {
    row(pen, 'old/gone', 'umount', right - 38, old.y + 16, 60, { anchor: 'end', mono: true, ink: theme.soft })
    pen.badge('step-4', [right - 20, old.y + 16], '4', { w: 22 })
  }
  pen.with(PIVOT, 'landed', unmounted, { after: 200 })
  pen.shows(root.calls[3].ref)

  const room = { x, y: 128, w, h: 148 }
  const look = pen.tone('app')
  pen.box('new', room, { fill: theme.card, edge: look.edge }, { strokeWidth: 2, r: 10 })
  pen.with(PIVOT, 'landed', () => {
    pen.say('new/path', '/', [x + 16, 160], 40, { size: 26, mono: true })
    pen.say('new/mount', root.mounts.first.replace(' /', ''), [right - 16, 158], w - 60, {
      mono: true,
      anchor: 'end',
      ink: theme.soft,
    })
    pen.shows(root.mounts.ref)
    called(pen, grid, 2, x + 240, 154)
  })
  const [gap, columns] = [8, 3]
  const tile = (w - 32 - gap * (columns - 1)) / columns
  root.listing.lines.forEach((name, i) => {
    const at = { x: x + 16 + (i % columns) * (tile + gap), y: 178 + Math.floor(i / columns) * 44, w: tile, h: 36 }
    const hand = { weight: 400, mono: true, anchor: 'middle' } as const
    const dir = (): void => pen.block(`dir-${name}`, at, pen.tone('lib'), name, { ...hand, pad: 4, r: 6, rise: 12 })
    pen.with(PIVOT, 'landed', dir, { after: 60 })
    pen.shows(root.listing.ref)
  })
  const y = MERGED.y + MERGED.h / 2
  const path = [
    [grid.host.x + grid.host.w - 16, y],
    [x - 2, y],
  ] as const
  pen.with(PIVOT, 'along', () => pen.line('pivot', path, theme.accent, { strokeWidth: 3.2, head: 11, halo: true }))
  pen.shows(root.calls[2].ref)
  pen.with(PIVOT, 'passed', () => pen.badge('step-3', [grid.middle, y], '3', { w: 22 }))
  pen.shows(root.calls[2].ref)
  pen.packet(PIVOT, path, '/')
  pen.link(PIVOT, root.calls[2].ref)
}
