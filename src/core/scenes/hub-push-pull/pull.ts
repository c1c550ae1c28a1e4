import type { Text } from '../../../contract/deck.ts'
import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { slotMiddle, ROW, rowY, type Grid } from './grid.ts'
import { blobsOf, CONFIG, elsewhere, FIRST_BLOB, imageRows, LAYER, MANIFEST, named, ownOf } from './image.ts'
import { entry, eventsPanel, type Entry } from './events-panel.ts'
import { flightOf, landed, lane, ticket } from './parts.ts'
import { docs, pulls, short, weight, type Blob, type Pull } from './recorded.ts'
import { amount, noToken, stage } from './stage.ts'
import { t } from '../../words/t.ts'
import { bytesText } from '../../words/bytes-text.ts'
import { msText } from '../../words/duration-text.ts'

const known = (pull: Pull, blob: Blob): boolean => !pull.blobs.some(({ digest }) => digest === blob.digest)
/** The layer that has to wait until one of the others is done. */
const waits = (pull: Pull, row: number): boolean =>
  row - FIRST_BLOB > docs.downloads.atOnce && pull.blobs.length > docs.downloads.atOnce

/** Whether what belongs in a row comes over the wire, as far as the picture goes. */
const comes = (pull: Pull, row: number): boolean => {
  const blob = blobsOf(pull.image)[row - FIRST_BLOB]
  return blob !== undefined && !known(pull, blob) && !waits(pull, row)
}
const lastFlying = (pull: Pull): number =>
  blobsOf(pull.image).findLastIndex((_, i) => comes(pull, FIRST_BLOB + i)) + FIRST_BLOB

/** HP-5: only what is missing comes, three layers at a time, and each is checked against its digest. */
export function pullBlobs(pen: Pen, grid: Grid, present: number): void {
  const pull: Pull = pulls[present === 2 ? 2 : present === 1 ? 1 : 0]
  const { image } = pull
  stage(pen, grid, {
    shell: { line: pull.command.line, output: pull.line, ref: pull.command.ref },
    asks: { words: `POST /images/create … ${pull.asked.status}`, ref: pull.asked.ref },
    right: `**${pen.t(t('레지스트리', 'Registry'))}** · \`${image.repo}\``,
  })
  noToken(pen, grid)
  const late = pull.blobs.find(({ digest }) =>
    waits(pull, FIRST_BLOB + blobsOf(image).findIndex((blob) => blob.digest === digest)),
  )
  const came = [pull.manifest, ...pull.blobs].filter((call) => call !== late)
  const bytes = came.reduce((sum, { down }) => sum + down, 0)
  const share = Math.min(1, bytes / (weight(image) + pull.manifest.down))
  const percent = `${(share * 100).toFixed(1)} %`
  amount(
    pen,
    grid,
    [
      late
        ? t(`${msText(late.ms, Infinity)}까지 받은 양`, `after ${msText(late.ms, Infinity)}`)
        : t(`받은 양 · ${percent}`, `received · ${percent}`),
      t('받은 양', 'received'),
    ],
    bytesText(bytes),
    share,
    flightOf(lastFlying(pull)),
  )
  imageRows(pen, grid, 'left', image, {
    manifest: 'have',
    tag: 'plain',
    standing: (blob, row) => (waits(pull, row) ? 'want' : known(pull, blob) ? 'lit' : 'have'),
    tick: (_, row) => !waits(pull, row),
    flight: (row) => (comes(pull, row) ? flightOf(row) : undefined),
  })
  imageRows(pen, grid, 'right', image, {
    manifest: 'back',
    tag: 'plain',
    standing: (blob) => (known(pull, blob) ? 'back' : 'have'),
  })
  wires(pen, grid, pull)
  if (present === 1) {
    const own = ownOf(pulls[0].image, image)
    elsewhere(
      pen,
      grid,
      'left',
      t(`\`${pulls[0].image.repo}\`만의 것 ${own}개`, `${own} more of \`${pulls[0].image.repo}\``),
    )
    elsewhere(pen, grid, 'right', t(`저장소 \`${pulls[0].image.repo}\``, `repository \`${pulls[0].image.repo}\``))
  }
  eventsPanel(
    pen,
    grid,
    t(`기록 · pull ${image.repo}:${image.tag}`, `Recorded · pull ${image.repo}:${image.tag}`),
    entries(pull),
  )
}

function entries(pull: Pull): Entry[] {
  const { image, head, manifest } = pull
  const title = (digest: string): Text => named(digest === image.config.digest ? CONFIG : LAYER, digest)
  return [
    ...(pull.blobs.length > docs.downloads.atOnce
      ? []
      : [entry(t('태그 → 다이제스트', 'Tag → digest'), head, `HEAD …/manifests/${image.tag} ${head.status}`)]),
    entry(named(MANIFEST, image.digest), manifest, `GET ${manifest.status} · ${bytesText(manifest.down)}`),
    ...pull.blobs.map((call) =>
      entry(
        title(call.digest),
        call,
        `GET ${call.status} · ${bytesText(call.down)}`,
        call.digest !== image.config.digest,
      ),
    ),
  ]
}

/** One lane per row: tickets for what travels, dots for what is here already. */
function wires(pen: Pen, grid: Grid, pull: Pull): void {
  const { theme } = pen
  const { image, head, manifest } = pull
  const soft = mix(theme.soft, theme.paper, 0.76)
  const wide = { x: grid.lane.x + 43, w: grid.lane.w - 86, h: ROW }
  const past = { fill: theme.paper, stroke: soft, ink: theme.soft }
  lane(pen, 'wire-0', grid, 0, 'left', soft)
  ticket(pen, 'call-0', { ...wide, y: rowY(0) }, [`HEAD ${head.status}`, 'HEAD'], `${short(head.digest)}…`, {
    ...past,
    link: head.ref,
  })
  lane(pen, 'wire-1', grid, 1, 'left', soft)
  ticket(pen, 'call-1', { ...wide, y: rowY(1) }, [`GET ${manifest.status}`], bytesText(manifest.down), {
    ...past,
    link: manifest.ref,
  })
  const many = pull.blobs.length > docs.downloads.atOnce
  if (many) atOnce(pen, grid)
  const absent: number[] = []
  blobsOf(image).forEach((blob, i) => {
    const row = FIRST_BLOB + i
    const call = pull.blobs.find(({ digest }) => digest === blob.digest)
    if (!call) {
      absent.push(row)
      pen.line(
        `wire-${row}`,
        [
          [grid.lane.x + 8, slotMiddle(row)],
          [grid.lane.x + grid.lane.w - 8, slotMiddle(row)],
        ],
        soft,
        { strokeWidth: 2, dash: 3 },
      )
      return
    }
    const layer = i > 0
    const late = waits(pull, row)
    const tone = pen.tone(layer ? 'lib' : 'plain')
    const stroke = late ? soft : tone.edge
    const points = lane(pen, `wire-${row}`, grid, row, 'left', stroke, { strong: layer, quiet: late })
    const room = { ...wide, y: rowY(row), w: many && layer ? grid.lane.w - 154 : wide.w }
    ticket(
      pen,
      `call-${row}`,
      room,
      late ? ['GET', ''] : [`GET ${call.status}`, 'GET', ''],
      late ? msText(call.ms, Infinity) : bytesText(call.down),
      {
        stroke,
        fill: late ? theme.paper : tone.fill,
        ink: late ? theme.soft : tone.ink,
        strong: layer && !late,
        dashed: late,
        link: call.ref,
        flight: late ? undefined : flightOf(row),
      },
    )
    if (late) {
      pill(pen, 'next', [room.x + room.w + 10, rowY(row)], 88, t('다음 차례', 'next'), false)
      return
    }
    pen.packet(
      flightOf(row),
      points,
      bytesText(call.down),
      layer ? { fill: theme.app, ink: theme['on-app'] } : { fill: theme.soft, ink: theme.paper },
    )
    pen.link(flightOf(row), call.ref)
  })
  // Over the wires that it belongs to.
  if (many) landed(pen, flightOf(lastFlying(pull)), () => atOnceWords(pen, grid), 120)
  if (absent.length) already(pen, grid, absent)
}

function pill(pen: Pen, key: string, [x, y]: readonly [number, number], w: number, words: Text, strong: boolean): void {
  const { theme } = pen
  const h = strong ? 36 : ROW
  const look = strong ? { fill: theme.accent, edge: theme.accent } : { fill: theme.paper, edge: theme.soft }
  pen.card(`${key}"${words.ko}`, pen.plate({ x, y: y + (ROW - h) / 2, w, h }, look, { r: h / 2 }), [
    pen.writing(words, w / 2, h / 2 + 5.8, w - 8, {
      anchor: 'middle',
      weight: strong ? 700 : 600,
      ink: strong ? theme['on-accent'] : theme.soft,
    }),
  ])
}

/** The layers that are under way together. */
function atOnce(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const rows = docs.downloads.atOnce
  const first = FIRST_BLOB + 1
  const room = { x: grid.lane.x + 31, y: rowY(first) - 4, w: grid.lane.w - 39, h: rows * 40 }
  pen.box('at-once', room, { fill: theme['accent-soft'], edge: theme.accent }, { r: 12, dash: 5, strokeWidth: 2 })
}

function atOnceWords(pen: Pen, grid: Grid): void {
  const { x, w } = grid.lane
  const n = docs.downloads.atOnce
  pill(pen, 'at-once/words', [x + w - 103, rowY(FIRST_BLOB + 2)], 88, t(`동시에 ${n}개`, `${n} at once`), true)
}

/** What is here already is not even asked for. */
function already(pen: Pen, grid: Grid, rows: readonly number[]): void {
  const { theme } = pen
  const [first = 0, last = 0] = [rows[0], rows.at(-1)]
  const y = (slotMiddle(first) + slotMiddle(last)) / 2
  const zero = { size: 42, weight: 700 as const, ink: theme.accent }
  const words = t('이미 있음', 'already here')
  const hand = { size: 22, weight: 700 as const, ink: theme.accent }
  const [a, b] = [pen.set('0 B', Infinity, zero).width, pen.set(words, Infinity, hand).width]
  const w = a + b + 16 + 32
  const x = grid.lane.x + (grid.lane.w - w) / 2
  pen.card(
    `already"${words.ko}`,
    pen.plate({ x, y: y - 32, w, h: 64 }, { fill: theme.paper, edge: theme.paper }, { strokeWidth: 0 }),
    [pen.writing('0 B', 16, 47, a + 1, zero), pen.writing(words, 32 + a, 44, b + 1, hand)],
  )
}
