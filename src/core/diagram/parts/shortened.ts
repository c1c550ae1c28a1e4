import type { Pen } from '../pen.ts'

interface Hand {
  readonly mono?: boolean
  readonly size?: number
}

/** As much of a line as fits a width, letter by letter; what is left out is an ellipsis. */
export function shortened(pen: Pen, line: string, width: number, { mono = true, size = 16 }: Hand = {}): string {
  const fits = (text: string): boolean => pen.view.measure(text, 400, mono) * size <= width + 0.01
  if (fits(line)) return line
  for (let end = line.length - 1; end > 0; end--) {
    const text = `${line.slice(0, end).trimEnd()}…`
    if (fits(text)) return text
  }
  return '…'
}
