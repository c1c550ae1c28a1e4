/** A window that is being opened asks several things with pauses in between; this long a silence means that it has all. */
const quietMs = 400

/** Whether windows are waiting for something, so that work which nobody waits for can stay out of their way. */
export interface Quiet {
  /** The same functions; as long as one of them has not ended it is not quiet. */
  noted<T extends Readonly<Record<string, (...given: never[]) => unknown>>>(functions: T): T
  /** Resolves when nothing has been asked for a while. */
  whenQuiet(): Promise<void>
}

export function createQuiet(): Quiet {
  let underWay = 0
  let endedAt = -Infinity
  const noted =
    (work: (...given: never[]) => unknown) =>
    async (...given: never[]): Promise<unknown> => {
      underWay += 1
      try {
        return await work(...given)
      } finally {
        underWay -= 1
        endedAt = Date.now()
      }
    }
  const restMs = (): number => (underWay > 0 ? quietMs : endedAt + quietMs - Date.now())
  return {
    noted: (functions) =>
      Object.fromEntries(Object.entries(functions).map(([name, work]) => [name, noted(work)])) as typeof functions,
    whenQuiet: async () => {
      for (let rest = restMs(); rest > 0; rest = restMs())
        await new Promise<void>((resolve) => setTimeout(resolve, rest).unref())
    },
  }
}
