import type { Hand, Room } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { bottom, field, type Grid } from './grid.ts'
import { ownWork, pastContainerd } from './lanes.ts'
import { t } from '../../words/t.ts'

export const placeName: Hand = { size: 18, weight: 700 }

/** How wide the store and the registry are. */
export const sideOf = (grid: Grid): number => (grid.terse ? 160 : grid.roomy ? 248 : 200)

/** Where dockerd keeps images; pressed, it has the image or lacks it. */
export function imageStore(pen: Pen, grid: Grid, here: boolean): Room {
  const room = { x: grid.left, y: field.y, w: sideOf(grid), h: field.bottom - field.y }
  const look = { fill: pen.theme.card, edge: pen.tone('lib').edge }
  pen.box('store', room, look, { r: 10, strokeWidth: 2 })
  pen.turns({ knob: 'image', value: here ? 0 : 1 })
  pen.say('store/name', t('이미지 저장소', 'Image store'), [room.x + 12, room.y + 28], room.w - 24, placeName)
  return room
}

/** From dockerd down to its store, past containerd. */
export function toStore(pen: Pen, grid: Grid): void {
  const x = pastContainerd(pen, grid)
  const points = [
    [x, bottom('dockerd') + 1],
    [x, field.y - 1],
  ] as const
  pen.line('store/from', points, pen.tone('daemon').edge, { head: 8, halo: true })
  ownWork(pen, 'store/asked', t('로컬에 있나?', 'is it local?'), x, false)
}
