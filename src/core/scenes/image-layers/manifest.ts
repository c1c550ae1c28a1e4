import type { EventRef } from '../../traces/digest.ts'
import type { Room, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import type { Tone } from '../../diagram/tone.ts'
import { middleOf, split, type Span } from './grid.ts'
import { sheetFill } from './looks.ts'
import { shortId } from './shell-output.ts'
import { appLayers, manifests, pulls } from './recorded.ts'
import { MONO } from './stack.ts'
import { terminal } from './terminal.ts'
import { t } from '../../words/t.ts'
import { bytesText, sizeText } from '../../words/bytes-text.ts'

export interface BlobCard {
  readonly name: Words
  readonly size: string
  readonly holds: Words
  readonly ref?: EventRef
}

/** Something that is stored and named by its digest. */
export function blobCard(pen: Pen, key: string, room: Room, look: Tone, { name, size, holds, ref }: BlobCard): void {
  pen.box(key, room, { fill: sheetFill(pen, look), edge: look.edge }, { strokeWidth: 2 })
  if (ref) pen.link(key, ref)
  const middle = room.x + room.w / 2
  const width = room.w - 12
  const step = Math.floor(room.h / 4)
  pen.say(`${key}/name`, name, [middle, room.y + step + 4], width, { weight: 600, size: 17, anchor: 'middle' })
  pen.say(`${key}/size`, size, [middle, room.y + 2 * step + 6], width, { ...MONO, anchor: 'middle' })
  pen.say(`${key}/holds`, holds, [middle, room.y + 3 * step + 8], width, {
    anchor: 'middle',
    ink: pen.theme.soft,
    mono: typeof holds === 'string',
  })
}

/** A dashed arrow from a card to what it names. */
export function names(pen: Pen, key: string, from: readonly [number, number], to: readonly [number, number]): void {
  const bend = (from[1] + to[1]) / 2
  const points = from[0] === to[0] ? [from, to] : [from, [from[0], bend] as const, [to[0], bend] as const, to]
  pen.line(key, points, pen.theme.soft, { dash: 6, head: 9, radius: 8 })
}

/** IL-3: a manifest names the config and, from the lowest, the layers, each by its digest. */
export function manifest(pen: Pen): void {
  const { theme } = pen
  const width = pen.view.width
  const { a } = manifests
  const digestLine = pulls.a.lines.find((line) => line.startsWith('Digest')) ?? ''
  terminal(pen, 'manifest/shell', { x: 0, y: 0, w: width, h: 64 }, [`$ ${pulls.a.command}`, digestLine], pulls.a.ref)

  const look = pen.tone('daemon')
  const card = { x: 0, y: 88, w: width, h: 136 }
  pen.box('manifest/amd64', card, { fill: sheetFill(pen, look), edge: look.edge }, { r: 10, strokeWidth: 2 })
  pen.link('manifest/amd64', a.ref)
  const head = pen.say('manifest/name', t('매니페스트', 'Manifest'), [16, 116], 140, { size: 18, weight: 700 })
  const id = pen.say('manifest/id', `sha256:${shortId(a.digest)}…`, [head.right + 16, 116], 200, {
    ...MONO,
    ink: look.word,
  })
  const size = bytesText(a.bytes)
  const told = pen.choose(
    [
      t(`${size} · 이 다이제스트가 곧 이미지의 이름이다`, `${size}, its digest is the image's fixed name`),
      t(`${size} · 이미지의 고정된 이름`, `${size}, a fixed name`),
      size,
    ],
    width - id.right - 40,
  )
  pen.say('manifest/told', told, [width - 16, 116], width - id.right - 40, { anchor: 'end', ink: theme.soft })

  const spans = split({ x: 16, w: width - 32 }, 5, width >= 1100 ? 16 : 8)
  const fields = [a.config, ...a.layers]
  fields.forEach(({ digest }, i) => {
    const span = spans[i]
    if (span) field(pen, i, digest, span)
  })
  blobs(pen, spans)
}

function field(pen: Pen, i: number, digest: string, span: Span): void {
  const key = i ? `layers[${i - 1}]` : 'config'
  const look = pen.tone('plain')
  pen.box(`field/${key}`, { ...span, y: 136, h: 72 }, look, { stroke: pen.theme.rule, r: 6 })
  const x = middleOf(span)
  const width = span.w - 8
  pen.say(`field/${key}`, key, [x, 164], width, { ...MONO, anchor: 'middle', ink: pen.theme.soft })
  const whole = `sha256:${shortId(digest)}…`
  const fits = pen.set(whole, width, MONO).fits
  pen.say(`field/${key}/digest`, fits ? whole : `${shortId(digest)}…`, [x, 190], width, { ...MONO, anchor: 'middle' })
  names(pen, `field/${key}/to`, [x, 210], [x, 270])
}

function blobs(pen: Pen, spans: readonly Span[]): void {
  const room = (i: number): Room => ({ x: spans[i]?.x ?? 0, w: spans[i]?.w ?? 0, y: 272, h: 112 })
  const { a } = manifests
  blobCard(pen, 'config', room(0), pen.tone('plain'), {
    name: t('설정', 'Config'),
    size: sizeText(a.config.bytes),
    holds: 'CMD · EXPOSE',
  })
  appLayers.forEach(({ n, paths, ref }) => {
    const held = n === 2 ? t('명령 링크', 'command links') : (paths.at(-1) ?? '')
    blobCard(pen, `layer/${n}`, room(n), pen.tone('lib'), {
      name: t(`레이어 ${n}`, `Layer ${n}`),
      size: sizeText(a.layers[n - 1]?.bytes ?? 0),
      holds: held,
      ref,
    })
  })
  const [from, to] = [spans[1], spans[4]]
  if (!from || !to) return
  const words = t('맨 아래 레이어부터', 'lowest layer first')
  const { right } = pen.say('manifest/order', words, [from.x, 420], 220, { ink: pen.theme.soft })
  pen.line(
    'manifest/order/to',
    [
      [right + 12, 414],
      [to.x + to.w, 414],
    ],
    pen.theme.edge,
    { head: 9 },
  )
  pen.say('manifest/packed', t('압축된 크기', 'sizes packed'), [spans[0]?.x ?? 0, 420], spans[0]?.w ?? 0, {
    ink: pen.theme.soft,
  })
}
