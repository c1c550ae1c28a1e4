import { readFile, stat } from 'node:fs/promises'
import { LecternError } from '../../contract/failure.ts'
import type { TalkEvent } from '../../core/talk/index.ts'
import { writeFailure } from '../disk/disk-errors.ts'
import { makeInTurn } from '../disk/in-turn.ts'
import { beginJournalFile, journalFile } from '../disk/journal-file.ts'
import { keepAside, type KeptAside } from '../disk/kept-aside.ts'
import { entryOf, lineOf, type Journal, type JournalEvent, type JournalHeader } from './talk-journal.ts'
import type { Open } from '../disk/write-atomic.ts'

/** So long a write is waited for: nobody notices it, and what takes longer must not hold up a talk. */
const usualPatienceMs = 100
/** What could not be written is tried again with the next event, and after so long. */
const usualRetryMs = 2000

/** The journal of a talk that goes on. */
export interface JournalWriter {
  /** Resolves as `append` does, for the first line. */
  readonly begun: Promise<void>
  /** Resolves when the event is in the file, or is not waited for any longer; then `onTrouble` tells why. Never rejects. */
  append(event: TalkEvent): Promise<void>
  /** Marks the talk as ended; resolves as `append` does. */
  end(at: number): Promise<void>
  /** Resolves when all that was taken so far is on the disk, or could not be put there. */
  settled(): Promise<void>
  /** As `settled`; what could not be written is still tried until it is. */
  close(): Promise<void>
}

export interface WriterOptions {
  /**
   * What was taken is not in the file yet (nothing is lost: it is tried again), or, with null, all of it is. The failure
   * `slow-disk` says that nothing has failed.
   */
  readonly onTrouble: (trouble: LecternError | null) => void
  /** Something else stood in the place of the journal. */
  readonly onKeptAside?: (kept: KeptAside) => void
  readonly now: () => number
  readonly open?: Open | undefined
  readonly patienceMs?: number | undefined
  readonly retryMs?: number | undefined
}

const isSlow = (): LecternError =>
  new LecternError('slow-disk', {
    ko: '디스크가 느려서 발표의 마지막 단계를 아직 저장하지 못했어요.',
    en: 'The disk is slow: the last steps of the talk could not be saved yet.',
  })

/**
 * The file is only ever appended to; but all its lines stay in memory too, so that one that was removed, replaced, or
 * could not be synced is made again as a whole.
 * @param known what of the lines is in the file already
 */
function writer(path: string, known: string, waiting: string, options: WriterOptions): JournalWriter {
  const { onTrouble, now, open, patienceMs = usualPatienceMs, retryMs = usualRetryMs } = options
  const lines = [known, ...(waiting === '' ? [] : [waiting])].filter((text) => text !== '')
  const firstLine = (lines[0] ?? '').split('\n', 1)[0] ?? ''
  let file = journalFile(path, Buffer.byteLength(known), open)
  /** How many of the lines are in the file. */
  let written = known === '' ? 0 : 1
  let mayLackOnDisk = false
  let isLate = false
  let isClosed = false
  let retry: NodeJS.Timeout | undefined
  let coming: Promise<void> | null = null
  const [writing, syncing] = [makeInTurn(), makeInTurn()]

  /** Keeps aside what is at the path and is no journal of this talk. */
  async function makeWay(): Promise<void> {
    const stats = await stat(path).catch(() => null)
    if (stats === null || (stats.isFile() && stats.size === 0)) return
    const isOfThisTalk = stats.isFile() && (await readFile(path, 'utf8').catch(() => '')).startsWith(firstLine)
    if (!isOfThisTalk) options.onKeptAside?.(await keepAside(path, now()))
  }

  /** Brings the file up to the lines; true where there was something to bring. */
  async function bring(): Promise<boolean> {
    const count = lines.length
    if (count === written && !mayLackOnDisk && (await file.isOurs())) return false
    const fresh = lines.slice(written, count).join('')
    if (written === 0 && !mayLackOnDisk) await file.write(fresh)
    else if (mayLackOnDisk || fresh === '' || !(await file.writeIfOurs(fresh))) {
      await syncing.settled()
      await file.close().catch(() => undefined)
      await makeWay()
      file = await beginJournalFile(path, lines.slice(0, count).join(''), open)
      mayLackOnDisk = false
    }
    written = count
    return true
  }

  const tryAgain = (error: unknown): void => {
    onTrouble(writeFailure(error, path))
    clearTimeout(retry)
    retry = setTimeout(() => void write(), retryMs).unref()
  }
  const sync = (): Promise<void> =>
    syncing(() => file.sync()).catch((error: unknown) => {
      mayLackOnDisk = true
      tryAgain(error)
    })

  // What is taken during a write is written by the next one, all at once. A sync holds up no write.
  function write(): Promise<void> {
    coming ??= writing(async () => {
      coming = null
      try {
        if (await bring()) void sync()
        // Else the next write is under way already.
        if (written === lines.length) {
          isLate = false
          clearTimeout(retry)
          onTrouble(null)
        }
        if (isClosed) await syncing.settled().then(() => file.close().catch(() => undefined))
      } catch (error) {
        tryAgain(error)
      }
    })
    return coming
  }

  const inTime = (done: Promise<void>): Promise<void> =>
    new Promise((resolve) => {
      let isDone = false
      const giveUp = (): void => {
        if (isDone) return
        isLate = true
        onTrouble(isSlow())
        resolve()
      }
      // Where this process itself was busy, what is through by now is heard of before an immediate.
      const timer = setTimeout(() => setImmediate(giveUp), patienceMs).unref()
      void done.then(() => {
        isDone = true
        clearTimeout(timer)
        resolve()
      })
    })
  const take = (body: JournalEvent): Promise<void> => {
    lines.push(lineOf(body))
    const done = write()
    // One late write is enough to wait for: until it is through, the talk goes on without.
    return isLate ? Promise.resolve() : inTime(done)
  }
  const settled = async (): Promise<void> => {
    await write()
    await syncing.settled()
  }

  return {
    begun: waiting === '' ? Promise.resolve() : inTime(write()),
    append: (event) => take(entryOf(event)),
    end: (at) => take({ at, end: true }),
    settled,
    close: async () => {
      isClosed = true
      await settled()
    },
  }
}

/** Begins a journal in a file that is not there yet. */
export function beginJournal(path: string, header: JournalHeader, options: WriterOptions): JournalWriter {
  return writer(path, '', lineOf(header), options)
}

/** Goes on with a journal that was read; what is bad at its end is cut off. */
export function continueJournal(path: string, { text, tail }: Journal, options: WriterOptions): JournalWriter {
  return writer(path, text, tail === 'unended' ? '\n' : '', options)
}
