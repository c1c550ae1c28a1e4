import type { Hand, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { baseline } from '../../diagram/pen.ts'
import { field, type Grid } from './grid.ts'
import { options, run } from './recorded.ts'
import { t } from '../../words/t.ts'

interface Piece {
  readonly typed: string
  readonly field: string
  readonly sent: Words
}

const pieces: readonly Piece[] = [
  { typed: options.port.typed, field: 'PortBindings', sent: options.port.sent },
  { typed: options.name.typed, field: '', sent: options.name.sent },
  { typed: options.memory.typed, field: 'Memory', sent: options.memory.sent },
  { typed: options.cpus.typed, field: 'NanoCpus', sent: options.cpus.sent },
  { typed: options.pids.typed, field: 'PidsLimit', sent: options.pids.sent },
  { typed: options.image.typed, field: 'Image', sent: options.image.sent },
]

const [ROW, GAP] = [30, 8]
const HEAD = 30

/** EF-1: what the CLI makes of each part of the command. Nothing has been sent yet. */
export function parse(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const between = grid.terse ? 16 : 40
  const col = (grid.right - grid.left - between) / 2
  const typedWidth = grid.terse ? 148 : 168
  const arrow = grid.terse ? 22 : 40
  const heads: Hand = { weight: 600, ink: theme.soft }
  pen.say(
    'parse/head',
    t('CLI는 옵션을 요청 하나로 옮겨 적을 뿐이다', 'The CLI only writes the options into one request'),
    [grid.left + 10, field.y + 16],
    grid.right - grid.left - 20,
    heads,
  )
  const daemon = pen.tone('daemon')
  const put = (piece: Piece, i: number): void => {
    const x = grid.left + Math.floor(i / 3) * (col + between)
    const y = field.y + HEAD + (i % 3) * (ROW + GAP)
    const sentX = x + typedWidth + arrow
    const room = { x, y, w: typedWidth, h: ROW }
    const hand = { mono: true, weight: 400, pad: 12 } as const
    pen.block(`parse/typed-${i}`, room, { ...pen.tone('plain'), fill: theme.sunk, edge: theme.edge }, piece.typed, hand)
    pen.link(`parse/typed-${i}`, run.typed.ref)
    pen.line(
      `parse/to-${i}`,
      [
        [x + typedWidth + 4, y + ROW / 2],
        [sentX - 4, y + ROW / 2],
      ],
      daemon.edge,
      { head: 8, strokeWidth: 2 },
    )
    pen.box(`parse/sent-${i}`, { x: sentX, y, w: col - typedWidth - arrow, h: ROW }, daemon)
    pen.link(`parse/sent-${i}`, run.create.ref)
    const line = baseline(y + ROW / 2, 16)
    const width = col - typedWidth - arrow - 24
    const name: Hand = { mono: true, ink: daemon.word }
    const short = pen.set(`${piece.field} ${pen.t(piece.sent)}`, width, { mono: true }).fits
    const at = sentX + 12
    const right =
      piece.field && short ? pen.say(`parse/field-${i}`, piece.field, [at, line], width, name).right + 9 : at
    pen.say(`parse/value-${i}`, piece.sent, [right, line], at + width - right, { mono: true, ink: theme.ink })
  }
  pieces.forEach(put)
  detached(pen, grid, field.y + HEAD + 3 * (ROW + GAP) + 2)
}

/** -d is for the CLI itself: the daemon never hears of it. */
function detached(pen: Pen, grid: Grid, y: number): void {
  const { theme } = pen
  const w = 56
  const look = { ...pen.tone('plain'), fill: theme.sunk, edge: theme.edge }
  pen.block('parse/detach', { x: grid.left, y, w, h: ROW }, look, options.detach, { mono: true, weight: 400 })
  pen.link('parse/detach', run.typed.ref)
  const words = pen.choose(
    [
      t(
        '요청에 들어가지 않는다. 출력을 기다리지 말라고 CLI에 알리는 옵션이다',
        'appears in no request; it only tells the CLI not to stay attached',
      ),
      t('요청에 없다. CLI에 주는 옵션이다', 'appears in no request; it is for the CLI'),
    ],
    grid.right - grid.left - w - 16,
  )
  pen.say('parse/detach/why', words, [grid.left + w + 14, baseline(y + ROW / 2, 16)], grid.right - w - 40, {
    ink: theme.ink,
  })
}
