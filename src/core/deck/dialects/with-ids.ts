import { isDashes } from '../source.ts'
import { linesOf } from '../lines.ts'
import type { IntoOurs } from './into-ours.ts'

/**
 * A file of another format with the ids of its slides written into it, as comments below their headings, and nothing else
 * changed. Slides that have one keep it; those that other files bring in are left to these.
 */
export function withIds(text: string, { slides }: Pick<IntoOurs, 'slides'>): string {
  const lines = linesOf(text)
  const ending = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const after = new Map<number, string>()
  for (const { id, line, isWritten, hasHeading, isIncluded } of slides) {
    if (isWritten || isIncluded) continue
    const under = lines[line]?.text ?? ''
    const isUnderlined =
      hasHeading &&
      (/^ {0,3}=+[ \t]*$/.test(under) || (isDashes(under) && !(lines[line - 1]?.text ?? '').startsWith('#')))
    after.set(hasHeading ? line + (isUnderlined ? 1 : 0) : line - 1, `<!-- id: ${id} -->`)
  }
  let made = ''
  for (let at = 0; at <= lines.length; at += 1) {
    const comment = after.get(at)
    if (at > 0) made += text.slice(lines[at - 1]?.start ?? 0, lines[at]?.start ?? text.length)
    else made += text.slice(0, lines[0]?.start ?? 0)
    if (comment === undefined) continue
    if (made !== '' && made !== '\uFEFF' && !/[\n\r]$/.test(made)) made += ending
    made += comment + ending
  }
  return made
}
