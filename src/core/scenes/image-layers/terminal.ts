import type { EventRef } from '../../traces/digest.ts'
import type { Room, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'

const SIZE = 16

/** A recorded line cut to what fits, word by word; a word that is too long is cut inside. */
function fitted(pen: Pen, line: string, width: number): string {
  const fits = (text: string): boolean => pen.view.measure(text, 400, true) * SIZE <= width
  if (fits(line)) return line
  const words = line.split(' ')
  for (let n = words.length - 1; n > 1; n--) {
    const text = `${words.slice(0, n).join(' ')} …`
    if (fits(text)) return text
  }
  let text = line
  while (text.length > 1 && !fits(`${text}…`)) text = text.slice(0, -1)
  return `${text}…`
}

/** What was typed and what was answered, cut to the room; a click on it opens the event. */
export function terminal(pen: Pen, key: string, room: Room, lines: readonly Words[], ref?: EventRef): void {
  const pad = 16
  const shown = lines.map((words) => fitted(pen, pen.t(words), room.w - 2 * pad))
  pen.terminal(key, room, shown, { size: SIZE, leading: 24, pad })
  if (ref) pen.link(`${key}"${shown.join('\n')}`, ref)
}
