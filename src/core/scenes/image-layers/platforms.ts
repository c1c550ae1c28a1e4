import type { Text } from '../../../contract/deck.ts'
import type { Room } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { middleOf, split, type Span } from './grid.ts'
import { sheetFill } from './looks.ts'
import { blobCard, names } from './manifest.ts'
import { shortId } from './shell-output.ts'
import { hello } from './recorded.ts'
import { MONO } from './stack.ts'
import { terminal } from './terminal.ts'
import { t } from '../../words/t.ts'
import { sizeText } from '../../words/bytes-text.ts'

const INDEX = { y: 0, h: 72 }
const MANIFEST = { y: 120, h: 72 }
const BLOB = { y: 240, h: 104 }

/** IL-4: a tag points to an index, and the index names one manifest per platform. */
export function platforms(pen: Pen): void {
  const width = pen.view.width
  const aside = width >= 1100 ? 208 : width >= 900 ? 168 : 136
  const zone: Span = { x: 0, w: width - aside - 24 }
  const cells = split(zone, 5, width >= 1100 ? 16 : 8)
  const pick = (i: number): Span => cells[i] ?? zone
  const across = (i: number, j: number): Span => ({ x: pick(i).x, w: pick(j).x + pick(j).w - pick(i).x })

  const index = { ...across(1, 4), ...INDEX }
  const look = pen.tone('daemon')
  pen.box('index', index, look, { r: 10, strokeWidth: 2.4, rise: -24 })
  pen.link('index', hello.index.ref)
  title(pen, 'index', t('인덱스', 'Index'), hello.index.digest, index)
  tag(pen, pick(0), index.x)

  const sides = [
    { one: hello.amd64, name: hello.platforms[0]?.name ?? '', key: 'amd64', span: across(0, 1), cells: [0, 1, 2] },
    { one: hello.arm64, name: hello.platforms[1]?.name ?? '', key: 'arm64', span: across(3, 4), cells: [4, 3, 2] },
  ]
  sides.forEach(({ one, name, key, span, cells: [config = 0, own = 0, shared = 0] }) => {
    const room = { ...span, ...MANIFEST }
    pen.box(`manifest/${key}`, room, { fill: sheetFill(pen, look), edge: look.edge }, { r: 10, strokeWidth: 2 })
    pen.link(`manifest/${key}`, one.ref)
    title(pen, `manifest/${key}`, name, one.digest, room)
    const from = Math.min(Math.max(middleOf(span), index.x + 40), index.x + index.w - 40)
    names(pen, `index/to-${key}`, [from, INDEX.y + INDEX.h + 2], [from, MANIFEST.y - 2])
    const bottom = MANIFEST.y + MANIFEST.h + 2
    for (const i of [config, own])
      names(pen, `${key}/to-${i}`, [middleOf(pick(i)), bottom], [middleOf(pick(i)), BLOB.y - 2])
    const edge = key === 'amd64' ? span.x + span.w - 24 : span.x + 24
    const end = middleOf(pick(shared)) + (key === 'amd64' ? -12 : 12)
    names(pen, `${key}/to-shared`, [edge, bottom], [end, BLOB.y - 2])
    const place = (i: number): Room => ({ ...pick(i), ...BLOB })
    blobCard(pen, key === 'amd64' ? 'config' : `config/${key}`, place(config), pen.tone('plain'), {
      name: t('설정', 'Config'),
      size: sizeText(one.config.bytes),
      holds: `${shortId(one.config.digest).slice(0, 6)}…`,
    })
    blobCard(pen, `binary/${key}`, place(own), pen.tone('lib'), {
      name: t('프로그램', 'Program'),
      size: sizeText(one.layers[1]?.bytes ?? 0),
      holds: `${shortId(one.layers[1]?.digest ?? '').slice(0, 6)}…`,
      ref: one.ref,
    })
  })
  blobCard(pen, 'page', { ...pick(2), ...BLOB }, pen.tone('lib'), {
    name: t('공유', 'shared'),
    size: sizeText(hello.amd64.layers[0]?.bytes ?? 0),
    holds: 'index.html',
  })
  attestations(pen, { x: width - aside, w: aside }, index.x + index.w)
  terminal(
    pen,
    'index/shell',
    { x: 0, y: 376, w: width, h: 64 },
    [`$ ${hello.wrong.command}`, hello.wrong.errors.join('')],
    hello.wrong.ref,
  )
}

function title(pen: Pen, key: string, name: Text | string, digest: string, room: Room): void {
  const x = room.x + room.w / 2
  pen.say(`${key}/name`, name, [x, room.y + 30], room.w - 24, {
    size: 18,
    weight: 700,
    anchor: 'middle',
  })
  pen.say(`${key}/id`, `sha256:${shortId(digest)}…`, [x, room.y + 55], room.w - 16, {
    ...MONO,
    anchor: 'middle',
    ink: pen.tone('daemon').word,
  })
}

/** The tag: a flag that could be planted elsewhere. */
function tag(pen: Pen, span: Span, to: number): void {
  const { theme } = pen
  const w = Math.min(span.w - 24, 112)
  const y = INDEX.y + 22
  pen.badge('tag', [span.x + w / 2 + 2, y], 'hello:1', {
    shape: 'flag',
    w,
    h: 34,
    size: 17,
    fill: theme.accent,
    ink: theme['on-accent'],
    stroke: theme.accent,
  })
  pen.link('tag', hello.tag.ref)
  pen.line(
    'tag/to',
    [
      [span.x + w + 8, y],
      [to - 4, y],
    ],
    theme.accent,
    { dash: 6, head: 10, strokeWidth: 2.4 },
  )
  pen.say(
    'tag/word',
    pen.choose([t('옮길 수 있는 이름', 'a movable name'), t('태그', 'movable')], span.w - 16),
    [span.x + 14, INDEX.y + 66],
    span.w - 16,
    { ink: theme.soft },
  )
}

/** What BuildKit adds: a statement about each image, for no platform. */
function attestations(pen: Pen, { x, w }: Span, from: number): void {
  const extra = hello.platforms.filter(({ name }) => name.startsWith('unknown'))
  const look = pen.tone('daemon', true)
  const y = INDEX.y + 36
  pen.box('attestations', { x, w, ...MANIFEST }, { fill: `${pen.theme.paper}00`, edge: look.edge }, { dash: 5, r: 10 })
  const middle = x + w / 2
  const ink = { ink: pen.theme.soft, anchor: 'middle' } as const
  pen.say('attestations', t(`빌드 증명 ${extra.length}개`, `${extra.length} attestations`), [middle, 150], w - 8, ink)
  pen.say('attestations/name', pen.choose([extra[0]?.name ?? '', 'unknown'], w - 8, MONO), [middle, 175], w - 8, {
    ...MONO,
    ...ink,
  })
  pen.line(
    'attestations/to',
    [
      [from + 4, y],
      [middle, y],
      [middle, MANIFEST.y - 2],
    ],
    look.edge,
    { dash: 5, head: 8, radius: 8 },
  )
}
