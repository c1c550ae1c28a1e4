/** Code that is longer than its place: a window of its lines, which goes along with those that are lit. */

/** The fewest lines that a window is worth having for. */
const leastLines = 4
/** Half a pixel: layout rounds. */
const slack = 1

const linesOf = (block: Element): HTMLElement[] => [...block.querySelectorAll<HTMLElement>('[data-line]')]

/**
 * The lines of a window, as a range without its end: those from `first` to `last` in its middle, or from `first` on where
 * they are too many.
 */
export function windowAround(heights: readonly number[], room: number, first: number, last: number): [number, number] {
  let [from, to] = [first, first]
  let free = room
  const takes = (at: number): boolean => {
    const height = heights[at]
    if (height === undefined || height > free) return false
    free -= height
    return true
  }
  while (to <= last && takes(to)) to += 1
  if (to === from) return [first, first + 1]
  for (let grows = to > last; grows;) {
    grows = false
    if (takes(to)) [to, grows] = [to + 1, true]
    if (takes(from - 1)) [from, grows] = [from - 1, true]
  }
  return [from, to]
}

/** Shows in the windows of a body the lines around those that are lit, and how many there are above and below. */
export function showWindows(body: Element): void {
  for (const block of body.querySelectorAll<HTMLElement>('pre[data-window]')) {
    const lines = linesOf(block)
    for (const line of lines) line.removeAttribute('data-beyond')
    const lit = lines.flatMap((line, at) => (line.hasAttribute('data-on') ? [at] : []))
    const heights = lines.map(({ offsetHeight }) => offsetHeight)
    const [from, to] = windowAround(heights, Number(block.dataset['window']), lit[0] ?? 0, lit.at(-1) ?? 0)
    for (const [at, line] of lines.entries()) line.toggleAttribute('data-beyond', at < from || at >= to)
    block.dataset['above'] = from > 0 ? String(from) : ''
    block.dataset['below'] = to < lines.length ? String(lines.length - to) : ''
  }
}

/** Shows all of a block again. */
export function wholeCode(block: HTMLElement): void {
  if (block.dataset['window'] === undefined) return
  for (const name of ['data-window', 'data-above', 'data-below']) block.removeAttribute(name)
  block.style.removeProperty('--window')
  for (const line of linesOf(block)) line.removeAttribute('data-beyond')
}

/** Gives the blocks whose lines are lit in turn windows, the longest first, until a body has room for all that is in it. */
export function windowCode(body: HTMLElement): void {
  const blocks = [...body.querySelectorAll<HTMLElement>('pre[data-lit-from]')]
  for (const block of blocks.toSorted((a, b) => b.offsetHeight - a.offsetHeight)) {
    const over = body.scrollHeight - body.clientHeight
    if (over <= slack) return
    const [line] = linesOf(block)
    if (line === undefined) continue
    const { paddingTop, paddingBottom } = getComputedStyle(block)
    const height = Math.max(block.offsetHeight - over, leastLines * line.offsetHeight)
    block.style.setProperty('--window', `${height}px`)
    block.dataset['window'] = String(Math.floor(height - parseFloat(paddingTop) - parseFloat(paddingBottom)))
    showWindows(body)
  }
}
