/** The first word of a point, as a hint; of a point of one or two words only a letter. */
export function beginningOf(text: string): string {
  const words = text.trim().split(/\s+/)
  return words.length > 2 ? (words[0] ?? '') : text.trim().slice(0, 1)
}
