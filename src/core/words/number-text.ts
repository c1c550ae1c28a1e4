const formats = new Map<number, Intl.NumberFormat>()

/** A number with its thousands set apart and exactly so many decimals, the same in both languages. */
export function numberText(value: number, decimals = 0): string {
  let format = formats.get(decimals)
  if (!format) {
    format = new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    formats.set(decimals, format)
  }
  return format.format(value)
}
