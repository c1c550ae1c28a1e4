import { eventsPanelNote } from '../../diagram/parts/events-panel-note.ts'
import type { Text } from '../../../contract/deck.ts'
import type { Hand, Room, Words } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'

const CONDITION: Text = { ko: '조건', en: 'Caveat' }

/** Under which conditions a number was recorded, in a dashed box: numbers never stand without them. */
export function conditions(
  pen: Pen,
  key: string,
  words: Words,
  room: Omit<Room, 'h'>,
  o: { h?: number; stacked?: boolean } = {},
): number {
  const { theme } = pen
  const [pad, leading] = [14, 24]
  const hand: Hand = { size: 16, lines: 9, leading }
  const label: Hand = { weight: 600, ink: theme['hyper-ink'] }
  const indent = pen.set(CONDITION, Infinity, label).width + 10
  const width = room.w - 2 * pad - indent
  const { lines } = pen.set(words, width, hand)
  const h = o.h ?? lines.length * leading + 20
  if (lines.length * leading > h) pen.tight.push(`${key} is too low for ${pen.t(words)}`)
  const y = baseline(h / 2, 16, leading, lines.length)
  eventsPanelNote(pen, `${key}"${pen.t(words)}`, { ...room, h }, [
    pen.writing(CONDITION, pad, y, indent, label),
    pen.writing(words, pad + indent, y, width, hand),
  ])
  return h
}
