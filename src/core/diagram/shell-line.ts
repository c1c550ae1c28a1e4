import type { Line, Run } from './mark.ts'
import type { Theme } from './theme.ts'

/** A line of a terminal as runs: what follows a prompt is a command, `(…)` is a remark, anything else an answer. */
export function shellLine(text: string, theme: Theme): Line {
  const prompt = /^(\$|PS>) /.exec(text)?.[0]
  const run = (part: string, ink: string, mono = true): Run => ({ text: part, weight: 400, ink, mono })
  return prompt === undefined
    ? [run(text, theme.soft, !text.startsWith('('))]
    : [run(prompt, theme.soft), run(text.slice(prompt.length), theme.ink)]
}
