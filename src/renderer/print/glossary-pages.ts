/** One page of the appendix: what stands in each of its two columns, by index. */
export type GlossaryPage = readonly [readonly number[], readonly number[]]

/**
 * Fills columns with entries, two a page, without cutting any in two. An entry taller than a column has one to itself.
 * @param heights of the entries in their order, in pixels
 * @param column how tall a column is, in pixels
 */
export function glossaryPages(heights: readonly number[], column: number): GlossaryPage[] {
  const columns: number[][] = []
  let room = 0
  for (const [index, height] of heights.entries()) {
    const last = columns.at(-1)
    if (last === undefined || height > room) {
      columns.push([index])
      room = column - height
    } else {
      last.push(index)
      room -= height
    }
  }
  return Array.from({ length: Math.ceil(columns.length / 2) }, (_, page): GlossaryPage => [
    columns[2 * page] ?? [],
    columns[2 * page + 1] ?? [],
  ])
}
