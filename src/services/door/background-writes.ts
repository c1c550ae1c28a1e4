import { LecternError, type Failure } from '../../contract/failure.ts'

/** Writes that nobody waits for: where one fails, the person hears of it. */
export interface BackgroundWrites {
  /** Follows a write of something; what fails is told until the same thing is written well. */
  follow(source: string, write: Promise<void>): void
  /** Tells that something cannot be written, or, with null, that it can again. */
  tell(source: string, failure: Failure | null): void
  /** What cannot be written at present. */
  trouble(): Failure | null
  /** Resolves when all writes under way have ended. */
  settled(): Promise<void>
}

export function backgroundWrites(onChange: () => void): BackgroundWrites {
  const troubles = new Map<string, Failure>()
  const writes = new Set<Promise<void>>()
  const tell = (source: string, failure: Failure | null): void => {
    if (troubles.get(source)?.message.en === failure?.message.en) return
    if (failure) troubles.set(source, failure)
    else troubles.delete(source)
    onChange()
  }
  return {
    tell,
    follow(source, write) {
      const done = write
        .then(
          () => tell(source, null),
          (error: unknown) => {
            if (!(error instanceof LecternError)) throw error
            tell(source, error.failure)
          },
        )
        .finally(() => writes.delete(done))
      writes.add(done)
    },
    trouble: () => [...troubles.values()][0] ?? null,
    settled: async () => {
      await Promise.all(writes)
    },
  }
}
