import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { lengthLegend, ticketLength } from './byte-length.ts'
import type { Call } from './recorded-calls.ts'
import { slotMiddle, ROW, rowY, slotRoom, type Grid } from './grid.ts'
import { chip, flightOf, lane, ticket } from './parts.ts'
import { blobsOf, elsewhere, FIRST_BLOB, imageRows, ownOf } from './image.ts'
import { pulls, pushes, weight, type Push, type Upload } from './recorded.ts'
import { amount, noToken, stage } from './stage.ts'
import { t } from '../../words/t.ts'
import { bytesText } from '../../words/bytes-text.ts'

const rowOf = (push: Push, { blob }: Upload): number =>
  FIRST_BLOB + blobsOf(push.image).findIndex(({ digest }) => digest === blob.digest)

const isSent = (push: Push, row: number): boolean =>
  push.uploads.some((upload) => upload.patch !== undefined && rowOf(push, upload) === row)
const lastUpload = (push: Push): string | undefined => {
  const sent = push.uploads.filter(({ patch }) => patch !== undefined)
  const upload = sent.at(-1)
  return upload && flightOf(rowOf(push, upload))
}

/** What is pushed where another repository has some of it, or where nothing or all of it is there. */
export const pushWhere = (present: number): Push => pushes[present === 2 ? 2 : present === 0 ? 0 : 1]

/** HP-8: each blob is asked for, then skipped, mounted or uploaded. */
export function pushImage(pen: Pen, grid: Grid, present: number): void {
  const push = pushWhere(present)
  pushStage(pen, grid, push, push.line)
  sent(pen, grid, push, 0, lastUpload(push))
  imageRows(pen, grid, 'left', push.image, { manifest: 'have', tag: 'plain', standing: () => 'have' })
  // Pushing again finds even the manifest and its tag.
  const before = present === 2
  imageRows(pen, grid, 'right', push.image, {
    manifest: before ? 'back' : 'want',
    tag: before ? 'plain' : 'none',
    flight: (row) => (isSent(push, row) ? flightOf(row) : undefined),
    standing: (blob) => (push.uploads.some((one) => one.blob.digest === blob.digest && !one.patch) ? 'back' : 'have'),
  })
  if (push.from) lender(pen, grid, push)
  lengthLegend(pen, grid, 0)
  manifestToCome(pen, grid)
  for (const upload of push.uploads) uploadWire(pen, grid, push, upload)
}

/** The two parties of a push, what was typed and a line of what was answered. */
export function pushStage(pen: Pen, grid: Grid, push: Push, output: string): void {
  stage(pen, grid, {
    shell: { line: push.command.line, output, ref: push.command.ref },
    asks: { words: `POST /images/…/push ${push.asked.status}`, ref: push.asked.ref },
    right: `**${pen.t(t('레지스트리', 'Registry'))}** · \`${push.image.repo}\``,
  })
  noToken(pen, grid)
}

/** How much was sent of what the image weighs; `also` is what came besides its blobs. */
export function sent(pen: Pen, grid: Grid, push: Push, also: number, flight: string | undefined): void {
  const bytes = push.uploads.reduce((sum, { patch }) => sum + (patch?.up ?? 0), also)
  const share = bytes / (weight(push.image) + push.manifest.up)
  const percent = `${(share * 100).toFixed(1)} %`
  const label = [t(`올린 양 · ${percent}`, `sent · ${percent}`), t('올린 양', 'sent')] as const
  amount(pen, grid, label, bytesText(bytes), share, flight)
}

/** The order of a push, as discs at the start of the lanes. */
export function order(pen: Pen, grid: Grid, row: number, n: number, lit: boolean): void {
  const { theme } = pen
  pen.badge(`order-${row}`, [grid.lane.x + 19, slotMiddle(row)], String(n), {
    fill: lit ? theme.accent : theme.soft,
    ink: lit ? theme['on-accent'] : theme.paper,
  })
}

/** The place of the manifest among the calls: not yet. */
function manifestToCome(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const stroke = mix(theme.soft, theme.paper, 0.76)
  lane(pen, 'wire-1', grid, 1, 'right', stroke, { quiet: true })
  const room = { x: grid.lane.x + 43, y: rowY(1), w: grid.lane.w - 65, h: ROW }
  const look = { stroke, fill: theme.paper, ink: theme.soft, dashed: true }
  ticket(pen, 'call-1', room, ['PUT'], t('마지막에', 'last'), look)
  order(pen, grid, 1, 3, false)
}

const probed = (call: Call): string => `HEAD ${call.status}`

/** One blob: asked for, then skipped, lent or uploaded. */
function uploadWire(pen: Pen, grid: Grid, push: Push, upload: Upload): void {
  const { theme } = pen
  const soft = mix(theme.soft, theme.paper, 0.76)
  const { probe, mount, patch, blob } = upload
  const row = rowOf(push, upload)
  const layer = blob.digest !== push.image.config.digest
  const lit = patch !== undefined
  const tone = pen.tone(layer ? 'lib' : 'plain')
  const stroke = lit ? tone.edge : soft
  const points = lane(pen, `wire-${row}`, grid, row, 'right', stroke, { strong: lit && layer, quiet: !patch })
  const y = rowY(row)
  const start = grid.lane.x + (probe || (push.from && grid.lane.w > 320) ? 125 : 43)
  const room = { x: start, y, w: grid.lane.x + grid.lane.w - 22 - start, h: ROW }
  if (probe) chip(pen, `probe-${row}`, { x: grid.lane.x + 37, y: y + 2, w: 82, h: 28 }, probed(probe), probe.ref)
  if (patch) {
    ticket(pen, `call-${row}`, room, ['POST·PATCH·PUT', 'PATCH'], bytesText(patch.up), {
      stroke,
      fill: tone.fill,
      ink: tone.ink,
      strong: layer,
      length: ticketLength(grid, patch.up),
      link: patch.ref,
      flight: flightOf(row),
    })
    pen.packet(
      flightOf(row),
      points,
      bytesText(patch.up),
      layer ? { fill: theme.app, ink: theme['on-app'] } : { fill: theme.soft, ink: theme.paper },
    )
    pen.link(flightOf(row), patch.ref)
  } else {
    const past = { stroke: soft, fill: theme.paper, ink: theme.soft }
    if (mount)
      ticket(pen, `call-${row}`, room, [`POST mount ${mount.status}`, 'mount'], bytesText(mount.up), {
        ...past,
        length: ticketLength(grid, mount.up),
        link: mount.ref,
      })
    else ticket(pen, `call-${row}`, room, [t('건너뜀', 'skipped')], bytesText(0), { ...past, length: 0 })
  }
  order(pen, grid, row, layer ? 1 : 2, false)
}

/** The repository in the same registry that lends its layers: nothing travels. */
function lender(pen: Pen, grid: Grid, push: Push): void {
  const { theme } = pen
  const own = ownOf(pulls[0].image, push.image)
  elsewhere(pen, grid, 'left', t(`\`${push.from}\`만의 것 ${own}개`, `${own} more of \`${push.from}\``))
  elsewhere(pen, grid, 'right', t(`저장소 \`${push.from}\``, `repository \`${push.from}\``))
  const x = grid.right.x + grid.right.w - 12
  const stroke = theme['lib-edge']
  push.uploads.forEach((upload) => {
    if (!upload.mount) return
    const room = slotRoom(grid, 'right', rowOf(push, upload), 1)
    pen.line(
      `lend-${rowOf(push, upload)}`,
      [
        [x, rowY(6)],
        [x, room.y + room.h / 2],
        [room.x + room.w + 1, room.y + room.h / 2],
      ],
      stroke,
      { strokeWidth: 2, head: 8, radius: 5 },
    )
  })
}
