import type { Text } from '../../../contract/deck.ts'
import type { Hand, Room, Words } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { layerRow, rows, type Span } from './grid.ts'
import { hollow, sheetFill } from './looks.ts'
import { shortId } from './shell-output.ts'
import { appLayers, disk, manifests, pulls } from './recorded.ts'
import { MONO } from './stack.ts'
import { terminal } from './terminal.ts'
import { t } from '../../words/t.ts'
import { bytesText, sizeText } from '../../words/bytes-text.ts'

interface Places {
  readonly a: Span
  readonly b: Span
  readonly both: Span
  readonly registry: Span
}

function placesFor(width: number): Places {
  const [tower, gap, between] = width >= 1100 ? [352, 32, 96] : width >= 900 ? [288, 24, 72] : [232, 16, 48]
  const both = { x: 0, w: 2 * tower + gap }
  const x = both.w + between
  return { a: { x: 0, w: tower }, b: { x: tower + gap, w: tower }, both, registry: { x, w: width - x } }
}

const REGISTRY = t('레지스트리', 'Registry')
const NAME = { y: 168, h: 48 }

/** The one layer that is missing, on its way. */
const BLOB = 'registry/blob'

/** IL-5: two images share their lower layers; pulling the second one fetches only what is missing. */
export function sharedLayers(pen: Pen): void {
  const places = placesFor(pen.view.width)
  const { b } = pulls
  const done = (word: string): string[] => b.lines.filter((line) => line.includes(word))
  terminal(
    pen,
    'shared/shell',
    { x: 0, y: 0, w: places.both.w, h: 136 },
    [`$ ${b.command}`, ...done('Already exists'), ...done('Pull complete'), ...done('Status')],
    b.ref,
  )
  tower(pen, 'a', 'app-a', places.a)
  tower(pen, 'b', 'app-b', places.b)
  local(pen, places)
  registry(pen, places)
}

function tower(pen: Pen, key: string, name: string, { x, w }: Span): void {
  const look = hollow(pen)
  pen.box(`image/${key}`, { x, w, ...NAME }, { fill: pen.theme.card, edge: pen.theme.soft }, { r: 8 })
  const y = baseline(NAME.y + NAME.h / 2, 17)
  const { right } = pen.say(`image/${key}`, t(`이미지 ${name}`, `Image ${name}`), [x + 16, y], w - 32, {
    size: 17,
    weight: 600,
  })
  pen.say(`image/${key}/size`, disk.each, [x + w - 16, y], x + w - 16 - right - 8, {
    ...MONO,
    anchor: 'end',
    ink: look.ink,
  })
}

function layer(
  pen: Pen,
  key: string,
  room: Room,
  name: Words,
  detail: string,
  o: { lit?: boolean; ref?: string; accent?: boolean } = {},
): void {
  const look = pen.tone('lib', o.lit === false)
  const edge = o.accent ? pen.theme.accent : look.edge
  pen.box(key, room, { fill: sheetFill(pen, pen.tone('lib')), edge }, { strokeWidth: o.accent ? 2.6 : 2 })
  const y = baseline(room.y + room.h / 2, 16)
  const ink = o.lit === false ? pen.theme.soft : pen.theme.ink
  const { right } = pen.say(`${key}/name`, name, [room.x + 16, y], room.w - 32, { weight: 600, ink })
  const width = room.x + room.w - 16 - right - 8
  const hand: Hand = { ...MONO, anchor: 'end', ink: pen.theme.soft }
  if (pen.set(detail, width, hand).fits) pen.say(`${key}/detail`, detail, [room.x + room.w - 16, y], width, hand)
}

function local(pen: Pen, { a, b, both }: Places): void {
  const [, , third, fourth] = manifests.a.layers
  const own = manifests.b.layers[2]
  const id = (one: { digest: string } | undefined): string => shortId(one?.digest ?? '')
  layer(pen, 'layer/4', { ...a, ...layerRow(4) }, t('레이어 4', 'Layer 4'), id(fourth), { lit: false })
  layer(pen, 'layer/3', { ...a, ...layerRow(3) }, t('레이어 3', 'Layer 3'), id(third), { lit: false })
  const fetched = { ...b, ...layerRow(3) }
  pen.place('layer/b', fetched, { r: 8 })
  pen.with(BLOB, 'landed', () => layer(pen, 'layer/b', fetched, t('레이어 3', 'Layer 3'), id(own), { accent: true }))
  pen.link('layer/b', pulls.b.blob)
  const common: Record<number, Text> = {
    1: t('레이어 1 · 공유', 'Layer 1, shared'),
    2: t('레이어 2 · 공유', 'Layer 2, shared'),
  }
  for (const { n } of appLayers.slice(0, 2))
    layer(pen, `layer/${n}`, { ...both, ...layerRow(n) }, common[n] ?? '', id(manifests.a.layers[n - 1]))
  const words = pen.choose(
    [
      t(
        `이미지 2개 × ${disk.each}, 디스크에는 모두 합쳐 **${disk.total}**`,
        `2 images × ${disk.each}, but **${disk.total}** on disk in all`,
      ),
      t(`이미지 2개, 디스크에는 **${disk.total}**`, `2 images, **${disk.total}** on disk`),
    ],
    both.w,
  )
  pen.with(BLOB, 'landed', () => pen.say('shared/disk', words, [both.x, rows.axis + 3], both.w), { after: 160 })
}

/** What the registry had to send: one layer, its config and its manifest; the rest was there already. */
function registry(pen: Pen, { b, registry: { x, w } }: Places): void {
  const { theme } = pen
  const daemon = pen.tone('daemon')
  pen.say('registry', t('레지스트리에서 받은 양', 'Bytes from the registry'), [x, 21], w, {
    weight: 600,
    ink: theme.soft,
  })
  const bars = [
    { key: 'a', name: t('app-a 처음', 'app-a, first'), bytes: pulls.a.bytes, fill: daemon.edge, ref: pulls.a.ref },
    { key: 'b', name: t('app-b 다음', 'app-b, next'), bytes: pulls.b.bytes, fill: theme.accent, ref: pulls.b.ref },
  ]
  bars.forEach(({ key, name, bytes, fill }, i) => {
    const y = 40 + i * 52
    const { right } = pen.say(`bar/${key}`, name, [x, y + 16], w, { weight: i ? 600 : 400 })
    pen.say(
      `bar/${key}/bytes`,
      pen.choose([bytesText(bytes), sizeText(bytes)], x + w - right - 8, MONO),
      [x + w, y + 16],
      x + w - right - 8,
      {
        ...MONO,
        anchor: 'end',
      },
    )
    const grow = (): void => {
      const share = Math.max(bytes / pulls.a.bytes, 2 / w)
      pen.meter(`bar/${key}`, { x, y: y + 24, w, h: 14 }, share, fill, { track: theme.sunk, r: 4 })
    }
    if (key === 'b') pen.with(BLOB, 'along', grow)
    else grow()
  })
  pen.block('registry/box', { x, w, ...NAME }, daemon, REGISTRY, { size: 17, pad: 16 })
  const host = pulls.b.host
  const room = w - 32 - pen.set(REGISTRY, Infinity, { size: 17, weight: 600 }).width - 12
  if (pen.set(host, room, MONO).fits)
    pen.say('registry/host', host, [x + w - 16, baseline(NAME.y + NAME.h / 2, 16)], room, {
      ...MONO,
      anchor: 'end',
      ink: daemon.word,
    })
  const ids = manifests.b.layers
  ids.forEach(({ digest, bytes }, i) => {
    const row = layerRow(i + 1)
    const missing = i === 2
    const key = `registry/${i}`
    const look = missing ? pen.tone('lib') : hollow(pen)
    pen.box(key, { x, w, ...row }, missing ? { fill: sheetFill(pen, look), edge: look.edge } : look, {
      dash: missing ? 0 : 5,
    })
    const y = baseline(row.y + row.h / 2, 16)
    const words = missing
      ? t(`받기 ${sizeText(bytes)}`, `sent, ${sizeText(bytes)}`)
      : t('있음 · 안 받음', 'there, not sent')
    const { right } = pen.say(`${key}/word`, words, [x + 16, y], w - 32, {
      weight: missing ? 600 : 400,
      ink: missing ? theme.ink : theme.soft,
    })
    const width = x + w - 16 - right - 8
    const hand: Hand = { ...MONO, anchor: 'end', ink: theme.soft }
    if (pen.set(shortId(digest), width, hand).fits) pen.say(`${key}/id`, shortId(digest), [x + w - 16, y], width, hand)
  })
  const row = layerRow(3)
  const way = [
    [x - 4, row.y + row.h / 2],
    [b.x + b.w + 6, row.y + row.h / 2],
  ] as const
  pen.with(BLOB, 'along', () => pen.line('registry/to', way, theme.accent, { strokeWidth: 3, head: 11 }))
  const fly = [
    [x + w / 2, row.y + row.h / 2],
    [b.x + b.w / 2, row.y + row.h / 2],
  ] as const
  pen.packet(BLOB, fly, sizeText(ids[2]?.bytes ?? 0))
  pen.link(BLOB, pulls.b.blob)
  pen.link('registry/2', manifests.b.ref)
}
