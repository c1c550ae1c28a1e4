import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { lengthLegend } from './byte-length.ts'
import { clockFace, LAST_MS, momentLine, momentX, recordedTime, staysOf, waiting, type Stay } from './download-time.ts'
import { slotMiddle, ROW, rowY, type Grid } from './grid.ts'
import { blobsOf, elsewhere, FIRST_BLOB, imageRows, ownOf } from './image.ts'
import { flightOf, landed } from './parts.ts'
import { docs, pulls, weight, type Blob, type Pull } from './recorded.ts'
import { amount, noToken, stage } from './stage.ts'
import { t } from '../../words/t.ts'
import { bytesText, sizeText } from '../../words/bytes-text.ts'
import { numberText } from '../../words/number-text.ts'

/** The share of the lanes over which the clock runs where all of an image comes. */
const CLOCK = 0.68
/** Lanes narrower than this have no room for units. */
const NARROW = 240

const rowOf = (pull: Pull, { call }: Stay): number =>
  FIRST_BLOB + blobsOf(pull.image).findIndex(({ digest }) => digest === call.digest)

/** HP-5: only what is missing comes, three layers at a time, each checked against its digest; up to a moment. */
export function pullBlobs(pen: Pen, grid: Grid, present: number, now: number): void {
  const pull: Pull = pulls[present === 2 ? 2 : present === 1 ? 1 : 0]
  const { image } = pull
  stage(pen, grid, {
    shell: { line: pull.command.line, output: pull.line, ref: pull.command.ref },
    asks: { words: `POST /images/create … ${pull.asked.status}`, ref: pull.asked.ref },
    right: `**${pen.t(t('레지스트리', 'Registry'))}** · \`${image.repo}\``,
  })
  noToken(pen, grid)
  const stays = staysOf(pull)
  const begun = stays.filter(({ from }) => from < now)
  received(pen, grid, pull, now)
  const stayOf = (blob: Blob): Stay | undefined => stays.find(({ call }) => call.digest === blob.digest)
  const isHere = (blob: Blob): boolean => (stayOf(blob)?.to ?? 0) <= now
  imageRows(pen, grid, 'left', image, {
    manifest: 'have',
    tag: 'plain',
    standing: (blob) => (!isHere(blob) ? 'want' : stayOf(blob) ? 'have' : 'lit'),
    tick: isHere,
    flight: (row) => (begun.some((stay) => rowOf(pull, stay) === row) ? flightOf(row) : undefined),
  })
  imageRows(pen, grid, 'right', image, {
    manifest: 'back',
    tag: 'plain',
    standing: (blob) => (stayOf(blob) ? 'have' : 'back'),
    bytes: true,
  })
  lengthLegend(pen, grid, 0, 'panel')
  downloads(pen, grid, pull, now)
  if (present === 1) {
    const own = ownOf(pulls[0].image, image)
    const { repo } = pulls[0].image
    elsewhere(pen, grid, 'left', t(`\`${repo}\`만의 것 ${own}개`, `${own} more of \`${repo}\``))
    elsewhere(pen, grid, 'right', t(`저장소 \`${repo}\``, `repository \`${repo}\``))
  }
}

/** How much has come up to a moment: it grows along with what is most of it. */
function received(pen: Pen, grid: Grid, pull: Pull, now: number): void {
  const came = staysOf(pull).filter(({ to }) => to <= now)
  const most = came.toSorted((a, b) => b.call.down - a.call.down)[0]
  const flight = most && flightOf(rowOf(pull, most))
  const bytes = came.reduce((sum, { call }) => sum + call.down, pull.manifest.down)
  const share = Math.min(1, bytes / (weight(pull.image) + pull.manifest.down))
  const percent = `${(share * 100).toFixed(1)} %`
  const label = [t(`받은 양 · ${percent}`, `received · ${percent}`), t('받은 양', 'received')] as const
  amount(pen, grid, label, bytesText(bytes), share, flight)
}

/** One lane per blob: a bar for the time in which it came, a dotted line for what is here already. */
function downloads(pen: Pen, grid: Grid, pull: Pull, now: number): void {
  const soft = mix(pen.theme.soft, pen.theme.paper, 0.76)
  const stays = staysOf(pull)
  const absent = blobsOf(pull.image).flatMap((blob, i) =>
    stays.some(({ call }) => call.digest === blob.digest) ? [] : [FIRST_BLOB + i],
  )
  for (const row of absent) {
    const way = [
      [grid.lane.x + 8, slotMiddle(row)],
      [grid.lane.x + grid.lane.w - 8, slotMiddle(row)],
    ] as const
    pen.line(`wire-${row}`, way, soft, { strokeWidth: 2, dash: 3 })
  }
  if (absent.length) already(pen, grid, absent)
  if (!stays.length) return
  // Beside a pull of everything there is room for what the next one finds.
  const clock = absent.length ? grid : { ...grid, lane: { ...grid.lane, w: Math.round(grid.lane.w * CLOCK) } }
  if (!absent.length) nextPull(pen, grid, pull, clock.lane.x + clock.lane.w, now)
  clockFace(pen, clock)
  const layers = stays.filter((stay) => rowOf(pull, stay) > FIRST_BLOB)
  const together = layers.slice(0, docs.downloads.atOnce)
  const late = layers.slice(docs.downloads.atOnce)
  if (late.length) atOnce(pen, clock, together, now)
  for (const stay of late)
    if (now > 0) waiting(pen, clock, rowOf(pull, stay), Math.min(stay.from, now), now > stay.from)
  const last = stays.filter(({ from }) => from < now).toSorted((a, b) => b.to - a.to)[0]
  landed(pen, last && flightOf(rowOf(pull, last)), () => {
    momentLine(pen, clock, now)
  })
  for (const stay of stays) if (stay.from < now) bar(pen, clock, rowOf(pull, stay), stay, now)
}

/** The time of one download, as far as it has passed; once all has come it says how long that was. */
function bar(pen: Pen, grid: Grid, row: number, stay: Stay, now: number): void {
  const { theme } = pen
  const { call, from, to } = stay
  const [x, end] = [momentX(grid, from), momentX(grid, Math.min(to, now))]
  const isLayer = row > FIRST_BLOB
  const look = isLayer ? { fill: theme.app, ink: theme['on-app'] } : { fill: theme.soft, ink: theme.paper }
  const key = `call-${row}`
  const flight = flightOf(row)
  const room = { x, y: rowY(row) + 2, w: end - x, h: ROW - 4 }
  pen.place(key, room)
  pen.with(flight, 'along', () => {
    pen.meter(key, room, 1, look.fill, { r: 6 })
  })
  pen.link(key, call.ref)
  const y = slotMiddle(row)
  const way = [
    [x, y],
    [end, y],
  ] as const
  pen.packet(flight, way, '', { fill: look.fill, timed: recordedTime(stay, now) })
  pen.link(flight, call.ref)
  if (to > now) return
  // Where there is little room the scale says what it is.
  const took = numberText(call.event.dur_ms ?? 0, 1)
  const words = grid.lane.w < NARROW ? took : `${took} ms`
  const { width } = pen.set(words, Infinity, { weight: 600 })
  const inside = width + 16 <= room.w
  const at = [inside ? x + 10 : end + 10, y + 5.8] as const
  const hand = { weight: 600 as const, ink: inside ? look.ink : theme.ink }
  landed(pen, flight, () => pen.say(`${key}/ms`, words, at, width + 1, hand))
}

/** What the pull of another image finds here once it has come: layers that it does not ask for. */
function nextPull(pen: Pen, grid: Grid, pull: Pull, from: number, now: number): void {
  const { theme } = pen
  const [, next] = pulls
  const asked = new Set(staysOf(next).map(({ call }) => call.digest))
  const kept = new Set(blobsOf(next.image).flatMap(({ digest }) => (asked.has(digest) ? [] : [digest])))
  const rows = blobsOf(pull.image).flatMap(({ digest }, i) => (kept.has(digest) ? [FIRST_BLOB + i] : []))
  const [first = 0, last = 0] = [rows[0], rows.at(-1)]
  const [x, w] = [from + 12, grid.lane.x + grid.lane.w - from - 24]
  const edge = [
    [from, rowY(0)],
    [from, rowY(7) - 4],
  ] as const
  pen.line('next/edge', edge, mix(theme.soft, theme.paper, 0.76), { strokeWidth: 2, dash: 5 })
  const head = { weight: 700 as const }
  const middle = x + w / 2
  pen.say('next', t('다음 pull', 'next pull'), [middle, slotMiddle(0) + 6], w, { ...head, anchor: 'middle' })
  const { repo } = next.image
  const name = pen.choose([`\`${repo}\``, `\`${repo.replace(/.*\//, '')}\``], w)
  pen.say('next/name', name, [middle, slotMiddle(1) - 2], w, { anchor: 'middle', ink: theme.soft })
  const brought = staysOf(pull)
    .filter(({ call }) => kept.has(call.digest))
    .toSorted((a, b) => a.to - b.to)
    .at(-1)
  if (!brought || brought.to > now) return
  const room = { x, y: rowY(first) - 2, w, h: rowY(last) + ROW - rowY(first) + 4 }
  const h = room.h / 2
  const count = kept.size
  const here = pen.choose(
    [
      t(`레이어 ${count}장은 이미 있음`, `${count} layers already here`),
      t(`${count}장은 이미 있음`, `${count} already here`),
      t(`${count}장 있음`, `${count} here`),
    ],
    w - 8,
    head,
  )
  const landing = flightOf(rowOf(pull, brought))
  const look = { fill: theme['accent-soft'], edge: theme.accent }
  landed(
    pen,
    landing,
    () => {
      pen.card('next/kept', pen.plate(room, look, { strokeWidth: 2.6 }), [
        pen.writing('0 B', w / 2, h - 2, w - 8, { size: 28, weight: 700, anchor: 'middle', ink: theme.accent }),
        pen.writing(here, w / 2, h + 24, w - 8, { ...head, anchor: 'middle' }),
      ])
    },
    140,
  )
  // With its manifest, as all that is received here is counted.
  const bytes = staysOf(next).reduce((sum, { call }) => sum + call.down, next.manifest.down)
  const exact = bytesText(bytes)
  const words = pen.choose([t(`+ 없는 것 ${exact}`, `+ the rest: ${exact}`), `+ ${exact}`, exact, sizeText(bytes)], w)
  const at = [middle, slotMiddle(last + 1) + 6] as const
  landed(pen, landing, () => pen.say('next/rest', words, at, w, { anchor: 'middle', ink: theme.soft }), 220)
}

/** The layers that are under way together, as far as their time has passed. */
function atOnce(pen: Pen, grid: Grid, stays: readonly Stay[], now: number): void {
  const { theme } = pen
  const [from, to] = [Math.min(...stays.map((stay) => stay.from)), Math.max(...stays.map((stay) => stay.to))]
  if (now <= from) return
  const [x, end] = [momentX(grid, from) - 8, momentX(grid, Math.min(now, to)) + 8]
  const around = { x, y: rowY(FIRST_BLOB + 1) - 4, w: end - x, h: stays.length * 40 }
  pen.box('at-once', around, { fill: theme['accent-soft'], edge: theme.accent }, { r: 12, dash: 5, strokeWidth: 2 })
  if (stays.some((stay) => now <= stay.from)) return
  const n = docs.downloads.atOnce
  const hand = { weight: 700 as const, ink: theme['on-accent'] }
  const left = end + (grid.lane.w < NARROW ? 6 : 12)
  const room = momentX(grid, LAST_MS) - left
  const words = pen.choose([t(`동시에 ${n}개`, `${n} at once`), `×${n}`], room - 28, hand)
  const w = pen.set(words, Infinity, hand).width + 16
  const h = 36
  const plate = { x: left, y: slotMiddle(FIRST_BLOB + 2) - h / 2, w, h }
  landed(pen, flightOf(FIRST_BLOB + 1), () => {
    pen.card(
      `at-once/words"${pen.t(words)}`,
      pen.plate(plate, { fill: theme.accent, edge: theme.accent }, { r: h / 2 }),
      [pen.writing(words, w / 2, h / 2 + 5.8, w - 4, { ...hand, anchor: 'middle' })],
    )
  })
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
