import type { Row } from './row.ts'

const number = (value: number): string => {
  const size = Math.abs(value)
  return value.toFixed(Number.isInteger(value) || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3)
}

/** The rows of all parts as one table in Markdown, so that what is printed can be kept as it is. */
export function table(parts: readonly { readonly name: string; readonly rows: readonly Row[] }[]): string {
  const lines = [['part', 'what', 'value', 'p95', 'samples']]
  for (const { name, rows } of parts) {
    for (const { what, unit, value, p95, samples } of rows) {
      const shown = unit === '×' ? `${number(value)} ×` : unit === 'count' ? number(value) : `${number(value)} ${unit}`
      lines.push([name, what, shown, p95 === null ? '' : number(p95), samples > 1 ? String(samples) : ''])
    }
  }
  const widths = lines[0]?.map((_, column) => Math.max(3, ...lines.map((line) => line[column]?.length ?? 0))) ?? []
  const isNumber = (column: number): boolean => column >= 2
  const row = (line: readonly string[]): string =>
    `| ${line.map((text, i) => (isNumber(i) ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, i) => (isNumber(i) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`
  const [head = [], ...body] = lines
  return [row(head), rule, ...body.map(row)].join('\n')
}
