import type { Point } from '../../diagram/mark.ts'
import type { Pen } from '../../diagram/pen.ts'
import type { Tone } from '../../diagram/tone.ts'
import { rows, type Lane } from './grid.ts'

export interface Bar {
  readonly from: number
  readonly to: number
  /** Whether it began before the picture, or goes on after it: then that end has no border. */
  readonly openLeft?: boolean
  readonly openRight?: boolean
  readonly strokeWidth?: number
  readonly rise?: number
}

const RADIUS = 8

/** The life of a process: as long as it lasts, without a border where it goes on. */
export function bar(pen: Pen, key: string, lane: Lane, look: Pick<Tone, 'fill' | 'edge'>, b: Bar): void {
  const { y, h } = rows[lane]
  const { from, to, openLeft = false, openRight = false, strokeWidth = 1.8, rise = 0 } = b
  const room = { x: from, y, w: to - from, h }
  if (!openLeft && !openRight) {
    pen.box(key, room, look, { r: RADIUS, strokeWidth, rise })
    return
  }
  const bare = { fill: look.fill, edge: look.fill }
  pen.box(key, room, bare, { r: openLeft ? 0 : RADIUS, strokeWidth: 0, rise })
  // The rounded corners of the box are filled up where the border stays open.
  const patch = Math.min(RADIUS * 1.5, (to - from) / 2)
  if (openRight && !openLeft) pen.meter(`${key}/open`, { ...room, x: to - patch, w: patch }, 1, look.fill, { r: 0 })
  const borders: readonly (readonly Point[])[] =
    openLeft && openRight
      ? [
          [
            [from, y],
            [to, y],
          ],
          [
            [from, y + h],
            [to, y + h],
          ],
        ]
      : openRight
        ? [
            [
              [to, y],
              [from, y],
              [from, y + h],
              [to, y + h],
            ],
          ]
        : [
            [
              [from, y],
              [to, y],
              [to, y + h],
              [from, y + h],
            ],
          ]
  borders.forEach((points, i) => {
    pen.line(`${key}/border-${openLeft ? 'l' : ''}${openRight ? 'r' : ''}${i}`, points, look.edge, {
      strokeWidth,
      radius: RADIUS,
    })
  })
}

/** A process that is not there yet: only dashes. */
export function outline(pen: Pen, key: string, lane: Lane, from: number, to: number): void {
  const { y, h } = rows[lane]
  const look = { fill: pen.theme.paper, edge: pen.theme.edge }
  pen.box(key, { x: from, y, w: to - from, h }, look, { r: RADIUS, dash: 4, strokeWidth: 1.5 })
}

/** A process that is there no longer: grey, and without the dashes of what is still to come. */
export function ended(pen: Pen, key: string, lane: Lane, from: number, to: number): void {
  const { y, h } = rows[lane]
  const look = { fill: pen.theme.sunk, edge: pen.theme.edge }
  pen.box(key, { x: from, y, w: to - from, h }, look, { r: RADIUS, strokeWidth: 1.2 })
}
