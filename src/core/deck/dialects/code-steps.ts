/** How many lines a block of code has. */
export const codeLines = (code: string): number => code.split('\n').length

/** Groups of lines as we write them, `1-2|3`; empty where nothing is lit. Lines that are not there are left out. */
export function groupsOf(written: string, lines: number): string {
  const groups = written.split('|').map((group) =>
    group
      .split(',')
      .flatMap((range) => {
        const word = range.trim()
        if (/^(?:all|\*|none|hide)?$/.test(word)) return lines > 0 ? [`1-${lines}`] : []
        const [, first, last] = /^(\d{1,5})\s*(?:-\s*(\d{1,5}))?$/.exec(word) ?? []
        const [from, to] = [Number(first), Math.min(Number(last ?? first), lines)]
        return first === undefined || from < 1 || to < from ? [] : [from === to ? `${from}` : `${from}-${to}`]
      })
      .join(','),
  )
  const known = groups.filter((group) => group !== '')
  const isPlain = known.every((group) => group === `1-${lines}`)
  return isPlain ? '' : known.join('|')
}

/** Of what stands behind a fence of Slidev's, `{2|all}{maxHeight:'100px'}`, the lines. */
export function slidevGroups(meta: string, lines: number): string {
  const groups = Array.from(meta.matchAll(/\{([^{}]*)\}/g), ([, inner = '']) => inner).find(
    (inner) => /^[\d\s,|*-]*$|all|none|hide/.test(inner) && !inner.includes(':'),
  )
  return groups === undefined ? '' : groupsOf(groups, lines)
}

/** Of what stands behind a fence of reveal.js's, `[5: 1-2|3]`, the lines. */
export function revealGroups(meta: string, lines: number): string {
  const groups = /\[(?:\s*\d+\s*:)?([\d\s,|-]*)\]/.exec(meta)?.[1]
  return groups === undefined || groups.trim() === '' ? '' : groupsOf(groups, lines)
}
