/**
 * Tells what a preparation is at and how long that takes: on a terminal in one line that is written anew each second,
 * elsewhere in one line a step.
 * @param {string} what such as `building`
 * @param {readonly string[]} names of the steps in turn
 * @param {{ isTTY?: boolean, write: (text: string) => unknown }} out
 * @param {() => number} now milliseconds
 */
export function tellSteps(what, names, out = process.stderr, now = Date.now) {
  const startedAt = now()
  let current = -1
  let stepAt = startedAt
  const seconds = (since) => `${Math.floor((now() - since) / 1000)} s`
  const step = () => (names.length === 1 ? '' : ` ${current + 1}/${names.length}, ${names[current]}`)
  const rewrite = () => out.write(`\r\u001B[2KLectern: ${what}${step()} … ${seconds(startedAt)}`)
  const timer = out.isTTY === true ? setInterval(rewrite, 1000) : undefined
  // A process that only waits for the next second may end.
  timer?.unref()
  const closeStep = () => {
    if (current >= 0 && out.isTTY !== true) out.write(`Lectern: ${what}${step()}: ${seconds(stepAt)}\n`)
  }
  return {
    /** Goes on to the next step; further than the last it stays there. */
    next() {
      if (current >= names.length - 1) return
      closeStep()
      current += 1
      stepAt = now()
      if (timer !== undefined) rewrite()
      else out.write(`Lectern: ${what}${step()} …\n`)
    },
    /** The step that it is at. */
    name: () => names[Math.max(0, current)],
    /** Ends the telling; what failed is for the error to say. */
    end(succeeded) {
      clearInterval(timer)
      if (timer !== undefined) out.write(succeeded ? '\r\u001B[2K' : '\n')
      else if (succeeded && names.length > 1) closeStep()
      if (succeeded) out.write(`Lectern: ${what} took ${seconds(startedAt)}.\n`)
    },
  }
}

/**
 * Runs the steps of a preparation and tells them.
 * @param {(steps: ReturnType<typeof tellSteps>) => Promise<unknown>} work calls `next` as it goes on
 */
export async function inSteps(what, names, work, out = process.stderr, now = Date.now) {
  const steps = tellSteps(what, names, out, now)
  try {
    await work(steps)
  } catch (error) {
    steps.end(false)
    throw error
  }
  steps.end(true)
}
