import type { Room, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'

/** A small block that stands for something that is left out. */
export function ghost(pen: Pen, key: string, room: Room, words: Words, size = 18): void {
  const { theme } = pen
  const stroke = theme.edge
  pen.box(key, room, { fill: `${theme.paper}00`, edge: stroke }, { dash: 4 })
  pen.say(key, words, [room.x + room.w / 2, room.y + room.h / 2 + size * 0.36], room.w - 8, {
    size,
    anchor: 'middle',
    ink: mix(theme.ink, theme.paper, 0.72),
  })
}
