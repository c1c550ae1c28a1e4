import { numberText } from './number-text.ts'

/** Every byte, for comparing: `1,234,567 B`. */
export const bytesText = (bytes: number): string => `${numberText(bytes)} B`

const units = ['kB', 'MB', 'GB'] as const
const figures = new Intl.NumberFormat('en', { minimumSignificantDigits: 3, maximumSignificantDigits: 3 })

/** A size in three figures of a decimal unit, as Docker writes them: `29.6 kB`, `1.85 MB`; below 1 kB every byte. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return bytesText(bytes)
  let [size, unit] = [bytes / 1000, 0]
  // 999.5 would be written as four figures.
  while (size >= 999.5 && unit < units.length - 1) [size, unit] = [size / 1000, unit + 1]
  return `${figures.format(size)} ${units[unit] ?? ''}`
}
