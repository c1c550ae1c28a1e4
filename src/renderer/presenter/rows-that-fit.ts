/**
 * How many rows, from the first, are shown whole.
 * @param heights of all rows, px
 * @param room for them, px
 * @param least are shown however high they are
 */
export function rowsThatFit(heights: readonly number[], room: number, least: number): number {
  let filled = 0
  const beyond = heights.findIndex((height, index) => {
    filled += height
    return index >= least && filled > room
  })
  return beyond === -1 ? heights.length : beyond
}
