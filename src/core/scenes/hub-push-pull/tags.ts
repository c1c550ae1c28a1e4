import type { Room } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { slotMiddle, ROW, rowY, type Grid } from './grid.ts'
import { flag, pointer, blobSlot } from './parts.ts'
import { LAYER, named } from './image.ts'
import { short, tagging } from './recorded.ts'
import { MINE, detailPanel, shellCard } from './stage.ts'
import { t } from '../../words/t.ts'
import { sizeText } from '../../words/bytes-text.ts'

/** HP-7: a second name for the same image, and nothing on the wire. */
export function secondName(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const left: Room = { ...grid.left, w: grid.right.x - 24 }
  const { asked, command, before, after, id, size, layers } = tagging
  shellCard(pen, 'shell', { x: 0, w: left.w }, { line: command.line, ref: command.ref })
  detailPanel(pen, { ...grid, left }, 'left', MINE, false)
  pen.line(
    'asks',
    [
      [28, 72],
      [28, left.y - 1],
    ],
    theme['daemon-edge'],
    { strokeWidth: 2, head: 9 },
  )
  const words = `POST /images/busybox/tag ${asked.status}`
  pen.say('asks/words', words, [42, 94], left.w - 60, { mono: true, ink: theme.soft })
  pen.link(`asks/words"${words}`, asked.ref)
  const image: Room = { x: 12, y: rowY(3) - 8, w: left.w - 24, h: 48 }
  const names = [
    { key: 'name-1', text: before, row: 0, lit: false, x: left.w - 44 },
    { key: 'name-2', text: after, row: 1, lit: true, x: left.w - 84 },
  ]
  for (const { key, text, row, lit, x } of names) {
    const y = slotMiddle(row)
    const named = (): number => flag(pen, key, [24, y], text, { lit })
    const points = (end: number): void => {
      const way = [
        [end + 4, y],
        [x, y],
        [x, image.y - 1],
      ] as const
      pointer(pen, `${key}/points`, way, lit)
    }
    // The second name comes once the first one is seen to be there.
    if (lit) {
      let end = 0
      pen.then(() => (end = named()))
      pen.then(() => points(end), 180)
    } else points(named())
  }
  pen.link(`name-1"${before}`, tagging.listing)
  pen.link(`name-2"${after}`, asked.ref)
  const plain = pen.tone('plain')
  const unpacked = t(`풀면 ${size}`, `${size} unpacked`)
  pen.card('image', pen.plate(image, plain, { strokeWidth: 2.4 }), [
    pen.writing(t(`이미지 \`${id}\``, `image \`${id}\``), 16, 31, 300, { size: 18, weight: 700 }),
    pen.writing(unpacked, image.w - 16, 31, 170, { size: 18, ink: theme.soft, anchor: 'end' }),
  ])
  layers.forEach((layer, i) => {
    const y = rowY(4 + i) + 8
    pen.line(
      `image/tree-${i}`,
      [
        [32, image.y + image.h],
        [32, y + ROW / 2],
        [44, y + ROW / 2],
      ],
      mix(theme.soft, theme.paper, 0.76),
      { strokeWidth: 1.6 },
    )
    blobSlot(pen, `image/${short(layer.digest)}`, { x: 44, y, w: left.w - 56, h: ROW }, named(LAYER, layer.digest), {
      kind: 'layer',
      standing: 'have',
      end: sizeText(layer.size),
    })
  })
  const packed = t('압축된 크기', 'sizes packed')
  const below = [left.w - 24, rowY(4 + layers.length) + 24] as const
  pen.say('image/packed', packed, below, left.w - 60, { anchor: 'end', ink: theme.soft })
  quietRegistry(pen, grid)
}

/** Nothing is asked of it. */
function quietRegistry(pen: Pen, grid: Grid): void {
  const { theme } = pen
  detailPanel(pen, grid, 'right', t('**레지스트리**', '**Registry**'), true)
  const middle = grid.right.x + grid.right.w / 2
  const ink = pen.tone('plain', true).ink
  pen.then(() => {
    pen.say('quiet/n', '0 B', [middle, 270], grid.right.w - 24, { size: 42, weight: 700, anchor: 'middle', ink })
    pen.say('quiet/words', t('아무 요청도 가지 않는다', 'no request is sent'), [middle, 304], grid.right.w - 24, {
      size: 18,
      anchor: 'middle',
      ink: theme.soft,
    })
  }, 560)
}
