import { Worker } from 'node:worker_threads'
import { LecternError } from '../../../contract/failure.ts'
import {
  digestBytes,
  type Answered,
  type PartName,
  type Parts,
  type QuestionName,
  type Questions,
} from './reading-messages.ts'

/** The thread ended before it had answered. */
export class ThreadEnded extends Error {
  /** Whether it was reading a text then. */
  readonly wasReading: boolean
  constructor(wasReading: boolean, cause: unknown) {
    super('The thread that reads courses ended.', { cause })
    this.wasReading = wasReading
  }
}

/** A thread that reads courses. */
export interface ReadingThread {
  /** Rejects with a `LecternError` where the thread does, with `ThreadEnded` where it ends before it has answered. */
  ask<N extends QuestionName>(name: N, ask: Questions[N]['ask']): Promise<Questions[N]['answer']>
  /** What it sent last of the course in a folder. */
  partsOf(folder: string): Parts
  forget(folder: string): void
  end(): Promise<void>
}

export interface ThreadOptions {
  /** The built file of `reading-thread.ts`. */
  readonly script: string | URL
  /** The file with how the build read the bundled courses. */
  readonly bundledReadings: string
}

interface Waiting {
  resolve(answer: never): void
  reject(error: unknown): void
}

/** @param onEnd gets the digest of what it was reading when it ended by itself, or null */
export function startThread(
  { script, bundledReadings }: ThreadOptions,
  onEnd: (reading: string | null) => void,
): ReadingThread {
  const reading = new SharedArrayBuffer(digestBytes)
  const worker = new Worker(script, {
    workerData: { bundledReadings, reading },
    // Left to itself, a thread keeps a hundred megabytes of what it is done with.
    resourceLimits: { maxYoungGenerationSizeMb: 32 },
  })
  const waiting = new Map<number, Waiting>()
  const parts = new Map<string, Parts>()
  let asked = 0
  /** The process may end while the thread has nothing to do. */
  const keepRunning = (): void => (waiting.size > 0 ? worker.ref() : worker.unref())
  keepRunning()
  let over: ThreadEnded | null = null

  function end(ended: ThreadEnded): void {
    if (over !== null) return
    over = ended
    for (const one of waiting.values()) one.reject(ended)
    waiting.clear()
  }
  function endedByItself(error: unknown): void {
    if (over !== null) return
    const digest = Buffer.from(new Uint8Array(reading))
    const wasReading = digest.some((byte) => byte !== 0)
    onEnd(wasReading ? digest.toString('hex') : null)
    end(new ThreadEnded(wasReading, error))
  }
  worker.on('error', endedByItself)
  worker.on('exit', endedByItself)
  worker.on('message', (said: Answered) => {
    const one = waiting.get(said.number)
    waiting.delete(said.number)
    keepRunning()
    if ('answer' in said) one?.resolve(said.answer as never)
    else if ('failure' in said) one?.reject(new LecternError(said.failure.code, said.failure.message))
    else one?.reject(said.error)
  })
  return {
    ask: (name, ask) =>
      new Promise((resolve, reject) => {
        if (over !== null) {
          reject(over)
          return
        }
        asked += 1
        waiting.set(asked, { resolve, reject })
        keepRunning()
        worker.postMessage({ number: asked, name, ask })
      }),
    partsOf: (folder) => {
      const known = parts.get(folder) ?? new Map<PartName, unknown>()
      parts.set(folder, known)
      return known
    },
    forget: (folder) => void parts.delete(folder),
    end: async () => {
      end(new ThreadEnded(false, null))
      await worker.terminate()
    },
  }
}
