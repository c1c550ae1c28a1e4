import type { Pen } from '../../diagram/pen.ts'
import { clear } from '../../diagram/tone.ts'
import { part } from '../../traces/read-values.ts'
import type { Grid } from './grid.ts'
import { card, kernelBar, processBox, row } from './parts.ts'
import { root } from './recorded.ts'
import { t } from '../../words/t.ts'

const LAYER = { top: 80, h: 22, pitch: 26 }
const MERGED = { y: 244, h: 32 }
/** What was typed, without the part that only shortened what it printed. */
const MOUNTS = part(root.mounts.command, /^([^|]*[^| ])/)

/** IS-3: the layers of the image become one tree, and that tree becomes the root of the process. */
export function newRoot(pen: Pen, grid: Grid): void {
  card(pen, grid, 'host', { source: `\`${root.folder}\`` })
  layers(pen, grid)
  const fits = pen.set(`$ ${MOUNTS}`, grid.inside.w - 32, { mono: true }).fits
  card(pen, grid, 'inside', fits ? { command: MOUNTS } : { source: `\`${part(MOUNTS, /\S+$/)}\`` })
  swap(pen, grid)
  processBox(pen, grid)
  const { process } = grid
  const right = grid.inside.x + grid.inside.w
  const path = [
    [right - 16, NEW.y + NEW.h / 2],
    [right - 7, NEW.y + NEW.h / 2],
    [right - 7, 336],
    [process.x + process.w + 2, 336],
  ] as const
  // Until the root is there, it sees that of the host.
  pen.with(
    PIVOT,
    'landed',
    () => {
      pen.line('uses', path, pen.tone('app').edge, { strokeWidth: 2.4, head: 10, radius: 6 })
      pen.say('uses', t('httpd가 보는 /', "httpd's /"), [process.x + process.w + 20, 328], 160, { ink: pen.theme.soft })
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

/** Where inside each of the three calls is told, from above: before, the new root, and what is left of the old one. */
const OLD = { y: 80, h: 28 }
const NEW = { y: 116, h: 120 }
const GONE = MERGED
const HEAD = NEW.y + 20

/** The table of mounts starts as a copy of the host's; only the new root makes it another file system. */
function swap(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const [x, w] = [grid.inside.x + 16, grid.inside.w - 32]
  const soft = { ...pen.tone('plain', true), fill: clear(theme) }
  const said = { weight: 400, pad: 40, dash: 5, ink: theme.soft } as const
  const numbered = (step: 2 | 3 | 4, y: number): void => {
    pen.badge(`step-${step}`, [x + 20, y], String(step), { w: 22 })
    pen.shows(root.calls[(step - 1) as 1 | 2 | 3].ref)
  }
  pen.block('old', { x, w, ...OLD }, soft, t('호스트의 /', "the host's /"), said)
  called(pen, grid, 1, x + w - 12, OLD.y + OLD.h / 2)
  numbered(2, OLD.y + OLD.h / 2)
  pen.with(
    PIVOT,
    'landed',
    () => {
      pen.block('gone', { x, w, ...GONE }, soft, t('옛 /', 'the old /'), said)
      const right = x + w - 12
      row(pen, 'old/gone', 'umount', right, GONE.y + GONE.h / 2, 60, { anchor: 'end', mono: true, ink: theme.soft })
      numbered(4, GONE.y + GONE.h / 2)
    },
    { after: 200 },
  )

  pen.box('new', { x, w, ...NEW }, { fill: theme.card, edge: pen.tone('app').edge }, { strokeWidth: 2, r: 10 })
  pen.with(PIVOT, 'landed', () => {
    pen.say('new/path', '/', [x + 40, HEAD + 8], 20, { size: 26, mono: true })
    pen.say('new/mount', root.mounts.first.replace(' /', ''), [x + 68, HEAD + 6], 80, { mono: true, ink: theme.soft })
    pen.shows(root.mounts.ref)
    called(pen, grid, 2, x + w - 12, HEAD)
  })
  const [gap, columns] = [8, 3]
  const tile = (w - 32 - gap * (columns - 1)) / columns
  root.listing.lines.forEach((name, i) => {
    const at = { x: x + 16 + (i % columns) * (tile + gap), y: HEAD + 18 + Math.floor(i / columns) * 38, w: tile, h: 32 }
    const hand = { weight: 400, mono: true, anchor: 'middle' } as const
    const dir = (): void => pen.block(`dir-${name}`, at, pen.tone('lib'), name, { ...hand, pad: 4, r: 6, rise: 12 })
    pen.with(PIVOT, 'landed', dir, { after: 60 })
    pen.shows(root.listing.ref)
  })
  const path = [
    [grid.host.x + grid.host.w - 16, MERGED.y + MERGED.h / 2],
    [grid.middle, MERGED.y + MERGED.h / 2],
    [grid.middle, HEAD],
    [x - 2, HEAD],
  ] as const
  pen.with(PIVOT, 'along', () =>
    pen.line('pivot', path, theme.accent, { strokeWidth: 3.2, head: 11, halo: true, radius: 6 }),
  )
  pen.shows(root.calls[2].ref)
  pen.with(PIVOT, 'landed', () => numbered(3, HEAD))
  pen.packet(PIVOT, path, '/')
  pen.link(PIVOT, root.calls[2].ref)
}
