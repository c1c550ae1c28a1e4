/** The number of letters to insert, delete or replace between two words (Wagner and Fischer, 1974). */
function editDistance(a: string, b: string): number {
  let distance = b.length
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const letter of a.split('')) {
    const next: number[] = []
    let diagonal = Infinity
    distance = Infinity
    for (const [column, above] of row.entries()) {
      const replaced = diagonal + (letter === b[column - 1] ? 0 : 1)
      distance = Math.min(replaced, above + 1, distance + 1)
      next.push(distance)
      diagonal = above
    }
    row = next
  }
  return distance
}

/** The candidate that `word` was probably meant to be, or null where none is close. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > 64) return null
  let best: string | null = null
  let least = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    // A word of which nothing is left is no guess.
    if (distance < least && distance < Math.max(word.length, candidate.length)) [best, least] = [candidate, distance]
  }
  return best
}
