import { shortenedCommand } from '../../diagram/parts/shortened-command.ts'
import { shortened } from '../../diagram/parts/shortened.ts'
import type { EventRef } from '../../traces/digest.ts'
import type { Room, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'

const SIZE = 16

/** A recorded line cut to what fits, word by word; a word that is too long is cut inside. */
function fitted(pen: Pen, line: string, width: number): string {
  const byWord = shortenedCommand(pen, line, width, SIZE)
  return byWord.includes(' ') ? byWord : shortened(pen, line, width, { size: SIZE })
}

/** What was typed and what was answered, cut to the room; a click on it opens the event. */
export function terminal(pen: Pen, key: string, room: Room, lines: readonly Words[], ref?: EventRef): void {
  const pad = 16
  const shown = lines.map((words) => fitted(pen, pen.t(words), room.w - 2 * pad))
  pen.terminal(key, room, shown, { size: SIZE, leading: 24, pad })
  if (ref) pen.link(`${key}"${shown.join('\n')}`, ref)
}
