import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { lengthLegend, ticketLength } from './byte-length.ts'
import { slotMiddle, ROW, rowY, type Grid } from './grid.ts'
import { blobsOf, FIRST_BLOB, imageRows } from './image.ts'
import { flightOf, landed, lane, ticket } from './parts.ts'
import { order, pushStage, pushWhere, sent } from './push.ts'
import { short, type Push } from './recorded.ts'
import { t } from '../../words/t.ts'
import { bytesText } from '../../words/bytes-text.ts'

const FLIGHT = flightOf(1)

/** HP-9: all that the manifest names has arrived; now it follows, and with it comes the tag. */
export function pushManifest(pen: Pen, grid: Grid, present: number): void {
  const push = pushWhere(present)
  pushStage(pen, grid, push, push.result)
  sent(pen, grid, push, push.manifest.up, FLIGHT)
  imageRows(pen, grid, 'left', push.image, { manifest: 'lit', tag: 'plain', standing: () => 'back' })
  imageRows(pen, grid, 'right', push.image, {
    manifest: 'lit',
    tag: 'lit',
    flight: (row) => (row === 1 ? FLIGHT : undefined),
    standing: () => 'back',
  })
  const words = present === 2 ? t('같은 자리', 'as before') : t('지금 생긴 태그', 'a new tag')
  const at = [grid.right.x + 106, slotMiddle(0) + 2] as const
  const room = grid.right.w - 116
  landed(pen, FLIGHT, () => pen.say('right/tag/new', words, at, room, { weight: 600, ink: pen.theme.accent }), 180)
  lengthLegend(pen, grid, 0)
  arrived(pen, grid, push)
  manifestCall(pen, grid, push)
  result(pen, grid, push)
}

/** What the manifest names is there, one row as the other: layers first, then the config. */
function arrived(pen: Pen, grid: Grid, { image }: Push): void {
  const { theme } = pen
  const rows = blobsOf(image).map((_, i) => FIRST_BLOB + i)
  for (const row of rows) {
    lane(pen, `wire-${row}`, grid, row, 'right', mix(theme.good, theme.paper, 0.5), { quiet: true })
    order(pen, grid, row, row === FIRST_BLOB ? 2 : 1, false)
    const at = [grid.lane.x + grid.lane.w - 19, slotMiddle(row)] as const
    pen.badge(`arrived-${row}`, at, '✓', { fill: theme.good, ink: theme.paper })
  }
  const words = t('먼저 모두 도착', 'all here first')
  const hand = { size: 24, weight: 700 as const, ink: theme.good }
  const w = pen.set(words, Infinity, hand).width + 32
  const middle = (slotMiddle(FIRST_BLOB) + slotMiddle(rows.at(-1) ?? FIRST_BLOB)) / 2
  const room = { x: grid.lane.x + (grid.lane.w - w) / 2, y: middle - 30, w, h: 60 }
  pen.card('arrived', pen.plate(room, { fill: theme.paper, edge: theme.paper }, { strokeWidth: 0 }), [
    pen.writing(words, w / 2, 39, w - 8, { ...hand, anchor: 'middle' }),
  ])
}

/** The one call of this step. */
function manifestCall(pen: Pen, grid: Grid, { manifest }: Push): void {
  const { theme } = pen
  const points = lane(pen, 'wire-1', grid, 1, 'right', theme.accent, { strong: true })
  const room = { x: grid.lane.x + 43, y: rowY(1), w: grid.lane.w - 65, h: ROW }
  ticket(pen, 'call-1', room, [`PUT ${manifest.status}`], bytesText(manifest.up), {
    stroke: theme.accent,
    fill: theme['accent-soft'],
    strong: true,
    length: ticketLength(grid, manifest.up),
    link: manifest.ref,
    flight: FLIGHT,
  })
  pen.packet(FLIGHT, points, bytesText(manifest.up))
  pen.link(FLIGHT, manifest.ref)
  order(pen, grid, 1, 3, true)
}

/** What to write down of a push: not the tag. */
function result(pen: Pen, grid: Grid, { image, manifest }: Push): void {
  const { theme } = pen
  const digest = short(image.digest)
  const [x, w] = [grid.lane.x + 16, grid.lane.w - 32]
  const wordings = [
    t(`적어 둘 것 = \`sha256:${digest}…\``, `write down \`sha256:${digest}…\``),
    t(`적어 둘 것 \`${digest}\``, `note \`${digest}\``),
  ] as const
  const hand = { size: 18, weight: 700 as const, anchor: 'middle' as const }
  const words = pen.choose(wordings, w - 24, hand)
  const show = (): void => {
    const look = { fill: mix(theme.good, theme.paper, 0.12), edge: theme.good }
    const plate = pen.plate({ x, y: rowY(6) - 2, w, h: 40 }, look, { r: 10, strokeWidth: 2.6 })
    pen.card('result', plate, [pen.writing(words, w / 2, 26, w - 16, hand)])
  }
  landed(pen, FLIGHT, show, 240)
  pen.link('result', manifest.ref)
}
