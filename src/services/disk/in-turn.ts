/** Does one thing at a time, in the order in which they were asked for. */
export interface InTurn {
  /** Resolves or rejects as `work` does, which begins once all before it has ended, well or not. */
  <T>(work: () => T | Promise<T>): Promise<T>
  /** Resolves when all that was asked for so far has ended, well or not. Never rejects. */
  settled(): Promise<void>
}

/** Makes a queue of which one thing is done at a time. A failure is told to who asked for it and stops nobody else. */
export function makeInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
  const settled = async (): Promise<void> => {
    await last
  }
  return Object.assign(inTurn, { settled })
}
