/** "12:40", or "1:02:40" from an hour on; parts of a second are not counted. */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (part: number): string => String(part).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** "14:05". */
export function timeOfDay(ms: number): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(ms)
}

/** How a slide is counted: its number in the deck, and the step. Decks are counted in the library alone, by their place in the course. */
export function placeNumber(slide: number, step: number, steps: number): string {
  return `${String(slide).padStart(2, '0')} · ${step}/${steps}`
}
