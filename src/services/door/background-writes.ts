import { LecternError, type Failure } from '../../contract/failure.ts'

/** What failed is tried again after so long. */
const usualRetryMs = 2000

/** Something in memory that belongs on the disk. */
export interface Saved {
  /** Sees to it that it is there. */
  save(): Promise<void>
}

/** What trouble is of: of each there is one at a time. */
export type TroubleSource =
  | 'home'
  | 'settings'
  | 'positions'
  | 'folders'
  | 'weak-paths'
  | 'talk'
  | 'progress'
  | `questions ${string}`
  /** Another Lectern that is on the same data. */
  | 'other'
  | 'unexpected'

/** Writes that nobody waits for: where one fails, the person hears of it. */
export interface BackgroundWrites {
  /**
   * Follows a write of something; what fails is told until the same thing is written well.
   * @param file what is saved again and again until that is so
   */
  follow(source: TroubleSource, write: Promise<void>, file?: Saved | Promise<Saved>): void
  /** Tells that something cannot be written, or, with null, that it can again. */
  tell(source: TroubleSource, failure: Failure | null): void
  /** What cannot be written at present. */
  trouble(): Failure | null
  /** What was told last, whether or not it has gone well since. */
  lastTrouble(): Failure | null
  /** Resolves when all writes under way have ended. */
  settled(): Promise<void>
  /** From now on nothing is tried again. */
  close(): void
}

/** @param retryMs for tests */
export function backgroundWrites(onChange: () => void, retryMs = usualRetryMs): BackgroundWrites {
  const troubles = new Map<TroubleSource, Failure>()
  const writes = new Set<Promise<void>>()
  const retries = new Map<TroubleSource, NodeJS.Timeout>()
  let last: Failure | null = null
  let isClosed = false
  const tell = (source: TroubleSource, failure: Failure | null): void => {
    if (troubles.get(source)?.message.en === failure?.message.en) return
    if (failure) troubles.set(source, (last = failure))
    else troubles.delete(source)
    onChange()
  }
  const follow: BackgroundWrites['follow'] = (source, write, file) => {
    clearTimeout(retries.get(source))
    const done = write
      .then(
        () => tell(source, null),
        (error: unknown) => {
          if (!(error instanceof LecternError)) throw error
          tell(source, error.failure)
          if (file === undefined || isClosed) return
          const again = async (): Promise<void> => (await file).save()
          clearTimeout(retries.get(source))
          retries.set(source, setTimeout(() => follow(source, again(), file), retryMs).unref())
        },
      )
      .finally(() => writes.delete(done))
    writes.add(done)
  }
  return {
    tell,
    follow,
    trouble: () => [...troubles.values()][0] ?? null,
    lastTrouble: () => last,
    settled: async () => {
      await Promise.all(writes)
    },
    close: () => {
      isClosed = true
      for (const retry of retries.values()) clearTimeout(retry)
    },
  }
}
