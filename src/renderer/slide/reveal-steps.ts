/** The steps that light some line of a code block, ascending. */
function litSteps(block: Element): number[] {
  const steps = new Set<number>()
  for (const line of block.querySelectorAll('[data-lit]')) {
    for (const step of (line.getAttribute('data-lit') ?? '').split(' ')) steps.add(Number(step))
  }
  return [...steps].sort((a, b) => a - b)
}

/**
 * Makes a slide's body look as at a step: what comes later keeps its place unseen (`data-later`), and of a code block
 * that steps through its lines, the lines of the last group reached are lit and the others set back.
 */
export function revealSteps(body: Element, step: number): void {
  for (const part of body.querySelectorAll('[data-from]')) {
    part.toggleAttribute('data-later', Number(part.getAttribute('data-from')) > step)
  }
  for (const block of body.querySelectorAll('[data-lit-from]')) {
    const reached = litSteps(block).findLast((each) => each <= step)
    block.toggleAttribute('data-stepping', reached !== undefined)
    for (const line of block.querySelectorAll('[data-lit]')) {
      const lit = reached !== undefined && (line.getAttribute('data-lit') ?? '').split(' ').includes(String(reached))
      line.toggleAttribute('data-on', lit)
    }
  }
}
