import type { Line, Run, Weight } from './mark.ts'

/** Width of `text` set at 1 px; times the size it is the width in px. */
export type Measure = (text: string, weight: Weight, mono: boolean) => number

export const FONT =
  "'Lectern Text', Pretendard, 'Lectern Seldom', 'Lectern Signs', D2Coding, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', system-ui, sans-serif"
export const MONO =
  "'Lectern Mono', D2Coding, 'Lectern Seldom', 'Lectern Signs', ui-monospace, Menlo, Consolas, 'Noto Sans Mono CJK KR', monospace"

/** How wide a line of runs is at a size, in px. */
export const widthOf = (line: Line, size: number, measure: Measure): number =>
  line.reduce((width, run) => width + measure(run.text, run.weight, run.mono) * size, 0)

/** The part of the runs between two positions of their joined text. */
function cut(runs: Line, from: number, to: number): Run[] {
  const parts: Run[] = []
  let start = 0
  for (const run of runs) {
    const end = start + run.text.length
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    if (end > from && start < to && text) parts.push({ ...run, text })
    start = end
  }
  return parts
}

/** Words end after spaces, hyphens and slashes, so Korean words stay whole; a middle dot stays with what it follows. */
const WORD = /[^ /-]*[ /-]+(?:· )?|[^ /-]+$/g

function greedy(runs: Line, limit: number, size: number, measure: Measure): Line[] {
  const text = runs.map((run) => run.text).join('')
  const lines: Line[] = []
  const push = (from: number, to: number): void => {
    lines.push(cut(runs, from, from + text.slice(from, to).trimEnd().length))
  }
  let from = 0
  for (const match of text.matchAll(WORD)) {
    const end = match.index + match[0].length
    const shown = match.index + match[0].trimEnd().length
    if (match.index > from && widthOf(cut(runs, from, shown), size, measure) > limit) {
      push(from, match.index)
      from = match.index
    }
    if (end === text.length) push(from, end)
  }
  return lines
}

/** Sets runs in as few lines as the limit allows, then narrows them until the lines are even. */
export function wrap(runs: Line, limit: number, size: number, measure: Measure): Line[] {
  const lines = greedy(runs, limit, size, measure)
  if (lines.length < 2) return lines
  let low = limit / 4
  let high = limit
  while (high - low > limit / 64) {
    const middle = (low + high) / 2
    const tried = greedy(runs, middle, size, measure)
    if (tried.length > lines.length || tried.some((line) => widthOf(line, size, measure) > middle)) low = middle
    else high = middle
  }
  return greedy(runs, high, size, measure)
}
