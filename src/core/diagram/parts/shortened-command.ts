import type { Pen } from '../pen.ts'

/** As much of a command as fits a width, word by word: its first word whatever the width. */
export function shortenedCommand(pen: Pen, command: string, width: number, size = 16): string {
  const words = command.split(' ')
  for (let count = words.length; count > 1; count--) {
    const text = `${words.slice(0, count).join(' ')}${count < words.length ? ' …' : ''}`
    if (pen.set(text, width, { size, mono: true }).fits) return text
  }
  return words[0] ?? ''
}
