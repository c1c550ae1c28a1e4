import type { Text } from '../../../contract/deck.ts'
import type { Room } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { lengthOf } from './byte-length.ts'
import { slotMiddle, slotRoom, type Grid, type Side } from './grid.ts'
import { flag, pointer, blobSlot, landed, tree, type Standing } from './parts.ts'
import { short, type Blob, type Image } from './recorded.ts'
import { t } from '../../words/t.ts'
import { sizeText } from '../../words/bytes-text.ts'

export const MANIFEST = t('매니페스트', 'manifest')
export const CONFIG = t('설정', 'config')
export const LAYER = t('레이어', 'layer')

export const named = (name: Text, digest: string): Text =>
  t(`${name.ko} \`${short(digest)}\``, `${name.en} \`${short(digest)}\``)

/** Rows of an image: its configuration, then its layers. */
export const FIRST_BLOB = 2
export const blobsOf = ({ config, layers }: Image): readonly Blob[] => [config, ...layers]

/** How the rows of one side look. */
interface SideLook {
  readonly standing: (blob: Blob, row: number) => Standing
  readonly tick?: (blob: Blob, row: number) => boolean
  readonly manifest: Standing
  /** Whether the tag stands there already. */
  readonly tag: 'none' | 'plain' | 'lit'
  /** The flight that brings what is in a row: at the left it is ticked then, at the right it comes then. */
  readonly flight?: (row: number) => string | undefined
  /** Whether what the manifest lists is as long as its bytes, and says how many they are instead of its digest. */
  readonly bytes?: boolean
}

/** An image in a panel: the tag, its manifest, and what the manifest lists, each in its row. */
export function imageRows(pen: Pen, grid: Grid, side: Side, image: Image, look: SideLook): void {
  const { left, right } = grid
  const panel = side === 'left' ? left : right
  const blobs = blobsOf(image)
  const y = slotMiddle(0) - 4
  const head = slotRoom(grid, side, 1, 0)
  const brought = side === 'right' ? look.flight : undefined
  const tag = (): void => {
    const end = flag(pen, `${side}/tag`, [panel.x + 14, y], `:${image.tag}`, { lit: look.tag === 'lit' })
    pointer(
      pen,
      `${side}/points`,
      [
        [end + 4, y],
        [end + 30, y],
        [end + 30, head.y - 1],
      ],
      look.tag === 'lit',
    )
  }
  if (look.tag !== 'none') landed(pen, look.tag === 'lit' ? brought?.(1) : undefined, tag, 80)
  landed(pen, brought?.(1), () => {
    blobSlot(pen, `${side}/${short(image.digest)}`, head, named(MANIFEST, image.digest), {
      kind: 'list',
      standing: look.manifest,
      tick: side === 'left' && look.tick !== undefined,
    })
  })
  tree(
    pen,
    'tree',
    grid,
    side,
    1,
    blobs.map((_, i) => FIRST_BLOB + i),
    0,
  )
  blobs.forEach((blob, i) => {
    const row = FIRST_BLOB + i
    const words = side === 'left' ? named(i ? LAYER : CONFIG, blob.digest) : `\`${short(blob.digest)}\``
    const [key, room] = [`${side}/${short(blob.digest)}`, slotRoom(grid, side, row, 1)]
    if (look.bytes) {
      blobLength(pen, key, room, blob, i > 0, look.standing(blob, row))
      return
    }
    if (brought?.(row) !== undefined) pen.place(key, room, { r: 8 })
    landed(pen, brought?.(row), () => {
      blobSlot(pen, key, room, words, {
        kind: i ? 'layer' : 'list',
        standing: look.standing(blob, row),
        ...(side === 'right' ? { end: sizeText(blob.size) } : {}),
        tick: look.tick?.(blob, row) === true,
        flight: side === 'left' ? look.flight?.(row) : undefined,
      })
    })
  })
}

/** A blob as long as its bytes; how many they are stands in it or behind it. */
function blobLength(pen: Pen, key: string, room: Room, { size }: Blob, isLayer: boolean, standing: Standing): void {
  const words = sizeText(size)
  const length = lengthOf(size, room.w)
  const inside = pen.set(words, length - 22).fits
  blobSlot(pen, key, { ...room, w: length }, inside ? words : '', { kind: isLayer ? 'layer' : 'list', standing })
  const ink = standing === 'back' ? pen.theme.soft : pen.theme.ink
  if (!inside) pen.say(`${key}/size`, words, [room.x + length + 8, room.y + room.h / 2 + 5.8], room.w - length, { ink })
}

/** What else a panel holds, in the last row, set back. */
export function elsewhere(pen: Pen, grid: Grid, side: Side, words: Text): void {
  blobSlot(pen, `${side}/elsewhere`, slotRoom(grid, side, 6, 0), words, { kind: 'list', standing: 'back' })
}

/** What app-a has to itself: the rest is shared. */
export const ownOf = (a: Image, b: Image): number => {
  const shared = new Set(blobsOf(b).map(({ digest }) => digest))
  return blobsOf(a).filter(({ digest }) => !shared.has(digest)).length + 1
}
