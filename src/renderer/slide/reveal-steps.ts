import { showWindows } from './code-window.ts'

/** The steps at which a line of a code block is lit. */
const stepsOf = (line: Element): number[] => String(line.getAttribute('data-lit')).split(' ').map(Number)

/**
 * Makes a slide's body look as at a step: what comes later keeps its place unseen (`data-later`), and so does what has
 * given way to it (`data-gone`); of a code block that steps through its lines, the lines of the last group reached are
 * lit and the others set back, and what has a window shows them in it.
 */
export function revealSteps(body: Element, step: number): void {
  for (const part of body.querySelectorAll('[data-from]')) {
    part.toggleAttribute('data-later', Number(part.getAttribute('data-from')) > step)
  }
  for (const part of body.querySelectorAll('[data-until]')) {
    part.toggleAttribute('data-gone', Number(part.getAttribute('data-until')) < step)
  }
  for (const block of body.querySelectorAll('[data-lit-from]')) {
    const lines = [...block.querySelectorAll('[data-lit]')]
    const reached = Math.max(...lines.flatMap(stepsOf).filter((each) => each <= step))
    block.toggleAttribute('data-stepping', Number.isFinite(reached))
    for (const line of lines) line.toggleAttribute('data-on', stepsOf(line).includes(reached))
  }
  showWindows(body)
}
