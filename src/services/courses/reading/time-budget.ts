import { createContext, Script } from 'node:vm'
import { unbounded, type WithinBudget } from '../../../core/deck/index.ts'

/** How long reading may take, in milliseconds of a processor's time: on a busy machine what is harmless takes longer. */
export interface Budget {
  /** A file, before its parts are read one by one. */
  readonly fileMs: number
  /** Each part of it then, of which one that is not done counts whole, and all of them together. */
  readonly partMs: number
  readonly partsMs: number
}

/** The time that this thread has had of a processor, in milliseconds. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** The longest file of our own takes a tenth of it where the processor is busy. */
const usualBudget: Budget = { fileMs: 3000, partMs: 1000, partsMs: 6000 }

const slot = createContext({ work: (): void => undefined }) as { work: () => void }
const script = new Script('work()')

/** Whether a script of ours was ended because its time was over. */
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'

/**
 * Does something that never waits; null where it is not done after some time. What runs then is ended wherever it is,
 * regular expressions and libraries too, by what Node has for scripts. Throws what the work throws.
 */
export function withinTime<T>(work: () => T, ms: number): { readonly done: T } | null {
  let result: { readonly done: T } | null = null
  slot.work = () => {
    result = { done: work() }
  }
  try {
    script.runInContext(slot, { timeout: ms })
  } catch (error) {
    if (!isTimeout(error)) throw error
  }
  return result
}

/** Gives each part of a file its time, as long as the file has any left. */
function partsBudget({ partMs, partsMs }: Budget): WithinBudget {
  let left = partsMs
  return (work) => {
    if (left < 1) return null
    const allowedMs = Math.min(partMs, Math.ceil(left))
    const since = threadMs()
    const result = withinTime(work, allowedMs)
    left -= result === null ? allowedMs : threadMs() - since
    return result
  }
}

/** The longest that a file is waited for at once, in milliseconds, however busy the machine is. */
const patienceMs = 60_000

/** Reads a whole file; where others had the processor meanwhile, once more with the time that it needs beside them. */
function readWhole<T>(read: () => T, fileMs: number): { readonly done: T } | null {
  const since = threadMs()
  const soon = withinTime(read, fileMs)
  if (soon !== null) return soon
  const share = (threadMs() - since) / fileMs
  return share > 0.8 ? null : withinTime(read, Math.min(patienceMs, Math.ceil(fileMs / Math.max(share, 0.01))))
}

/** Knows which text is being read, and which must not be. */
export interface ReadingGuard {
  /** A text is about to be read. False where that is known to end badly. */
  begin(text: string): boolean
  /** It has been read. */
  end(): void
}
const unguarded: ReadingGuard = { begin: () => true, end: () => undefined }

/**
 * Reads a file within its budget: at once where that is enough, else part by part, so that only what takes too long is
 * missing.
 * @param read must leave nothing half done behind it when it is ended
 */
export function readWithinBudget<T>(
  text: string,
  read: (within: WithinBudget) => T,
  guard: ReadingGuard = unguarded,
  budget: Budget = usualBudget,
): T {
  if (!guard.begin(text)) return read(() => null)
  try {
    return (readWhole(() => read(unbounded), budget.fileMs) ?? { done: read(partsBudget(budget)) }).done
  } finally {
    guard.end()
  }
}
