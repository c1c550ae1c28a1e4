import type { Room, Words } from '../../diagram/look.ts'
import type { Point } from '../../diagram/mark.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { clear, mix } from '../../diagram/tone.ts'

/** What a state of a container is called, and what there is of the container in it. */
export interface Look {
  readonly name: Words
  readonly process: 'none' | 'runs' | 'frozen'
  readonly layer: 'empty' | 'filled' | 'gone'
  /** Of the process and of the writable layer, in a word each. */
  readonly says: readonly [Words, Words]
}

const HEAD = 38
const SIGNS = 86

/** The state's own name, as `docker ps` writes it. */
export function nodeHead(pen: Pen, key: string, { name }: Look, room: Room, size: number, ink: string): void {
  const mono = typeof name === 'string'
  pen.say(`${key}/name`, name, [room.x + size, baseline(room.y + HEAD, size + 4)], room.w - 2 * size, {
    ...{ size: size + 4, weight: 700, mono, ink },
  })
}

/** Whether there is a process and what its writable layer holds. */
export function nodeMarks(pen: Pen, key: string, look: Look, room: Room, size: number, ink: string): void {
  const y = room.y + SIGNS
  const [first, second] = [room.x + size * 1.35, room.x + room.w - size * 5.3]
  const beside = size * 0.85
  processSign(pen, `${key}/process`, look.process, [first, y], size, ink)
  pen.say(`${key}/process`, look.says[0], [first + beside, baseline(y, size)], second - first - 2 * beside, {
    size,
    ink,
  })
  layerSign(pen, `${key}/layer`, look.layer, [second, y], size)
  const from = second + size * 1.05
  pen.say(`${key}/layer`, look.says[1], [from, baseline(y, size)], room.x + room.w - from - 6, { size, ink })
}

/** A process: a dot while it runs, two bars while it is frozen, a ring where there is none. */
export function processSign(
  pen: Pen,
  key: string,
  process: Look['process'],
  [x, y]: Point,
  size: number,
  ink: string,
): void {
  const [w, h] = [size * 0.24, size * 0.78]
  if (process === 'frozen') {
    for (const [i, left] of [x - w * 1.6, x + w * 0.6].entries())
      pen.box(`${key}/bar-${i}`, { x: left, y: y - h / 2, w, h }, { fill: ink, edge: ink }, { r: 1, strokeWidth: 0 })
    return
  }
  const fill = process === 'runs' ? ink : clear(pen.theme)
  pen.badge(`${key}/sign`, [x, y], '', { w: h, fill, stroke: ink, strokeWidth: 2 })
}

/** The writable layer: a slab that is full or empty, and dashes where there is none any more. */
export function layerSign(pen: Pen, key: string, layer: Look['layer'], [x, y]: Point, size: number): void {
  const { theme } = pen
  const look = pen.tone('hyper')
  const [w, h] = [size * 1.5, size * 0.62]
  const fill = layer === 'filled' ? mix(look.edge, look.fill, 0.4) : layer === 'empty' ? theme.card : clear(theme)
  const edge = layer === 'gone' ? theme.edge : look.edge
  pen.box(
    `${key}/sign`,
    { x: x - w / 2, y: y - h / 2, w, h },
    { fill, edge },
    {
      ...{ r: 3, strokeWidth: 2.2, dash: layer === 'gone' ? 4 : 0 },
    },
  )
}
