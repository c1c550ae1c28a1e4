import { join } from 'node:path'
import { parse } from 'valibot'
import { reviewBodySchema, type ReviewBody, type ReviewEvent } from '../../contract/review.ts'
import { dayOf } from '../../core/review/day.ts'
import { deviceOf } from '../../core/review/device-of.ts'
import { makeInTurn } from '../disk/in-turn.ts'
import { beginJournalFile, cutJournalFile, journalFile, type JournalFile } from '../disk/journal-file.ts'
import { crcLast } from '../disk/journal-lines.ts'
import { sweep, type Open } from '../disk/write-atomic.ts'
import { deviceFile, keepDevice, newDevice, randomName, readDevice } from './device.ts'
import { unionOf, withEvents } from './merge.ts'
import { notice, type ProgressNotice } from './notices.ts'
import { logName, readLogs, type ReadLog } from './read-logs.ts'
import { recover } from './recovered.ts'
import { finishRestore } from './restore.ts'
import { timeZoneMinutes } from './time-zone.ts'
import { watchLogs } from './watch-logs.ts'

export interface ProgressLogOptions {
  /** The folder `progress` of the data folder. Only the process that holds the folder's lock may open it. */
  readonly folder: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** An IANA name such as `Asia/Seoul`; the system's by default. */
  readonly timeZone?: string | undefined
  readonly open?: Open | undefined
}

/** All that was ever recorded about reviewing, and the one place that records more. */
export interface ProgressLog {
  /** Every event of every device in order (see `inOrder`); a new array whenever something came. */
  events(): readonly ReviewEvent[]
  /** What the person is to be told about the logs. What was told in an earlier run, and cannot get worse, is not in it. */
  notices(): readonly ProgressNotice[]
  /**
   * Records an event; resolves when it is on the disk (`fdatasync`). Rejects with a `LecternError` (`disk-full`,
   * `cannot-write`): then it is neither in the file nor in memory, and the next one is tried anew.
   */
  append(body: ReviewBody): Promise<ReviewEvent>
  /**
   * Takes over lines of another folder, all or none: they are written as they are into a log of their own, with an
   * `import` event behind them. Resolves with how many were not known; where none is new nothing is written.
   */
  take(events: readonly ReviewEvent[], newer: readonly NewerLine[], source: string): Promise<number>
  /** Reads again what other devices wrote meanwhile into a synced folder; true where something came. */
  refresh(): Promise<boolean>
  /** Tells when events came from outside. Returns a function that stops it. */
  onOutside(listener: () => void): () => void
  /** Does what replaces the logs, with nothing written meanwhile, and reads what is there then as if newly opened. */
  replace(work: (deviceFile: string) => Promise<void>): Promise<void>
  close(): Promise<void>
}
/** A whole line of a newer Lectern. */
export interface NewerLine {
  readonly id: string
  /** Its JSON without `crc`. */
  readonly text: string
}

/** Of those that say the same, one. */
const distinctBy = <T>(textOf: (one: T) => string, all: readonly T[]): readonly T[] => [
  ...new Map(all.map((one) => [textOf(one), one])).values(),
]

interface Loaded {
  readonly logs: readonly ReadLog[]
  readonly events: readonly ReviewEvent[]
  readonly newer: ReadonlyMap<string, string>
  readonly notices: readonly ProgressNotice[]
}

/** Opens the logs of a folder. Never rejects, whatever is in their files: what is wrong is in `notices`. */
export async function openProgressLog(options: ProgressLogOptions): Promise<ProgressLog> {
  const { folder, now, open, timeZone } = options
  const ownName = await deviceFile(folder)
  let state: Loaded = { logs: [], events: [], newer: new Map(), notices: [] }
  let device: string | null = null
  let file: JournalFile | null = null
  /** The number of the last event of its own. */
  let seq: number
  let stopWatching: (() => void) | null = null
  const listeners = new Set<() => void>()

  const inTurn = makeInTurn()

  /** The log, ready to be appended to; null where that is impossible: then another is begun. */
  async function mend(log: ReadLog, device: string): Promise<JournalFile | null> {
    const { parsed } = log
    if (parsed === null || log.bytes === 0) return null
    const path = join(folder, logName(device))
    try {
      if (parsed.torn) {
        const { file: aside } = await recover(folder, log.name, [parsed.torn], now(), open)
        return aside === null ? null : await cutJournalFile(path, parsed.endedBytes, open)
      }
      const own = journalFile(path, log.bytes, open)
      if (parsed.tail === 'unended') await own.append('\n')
      return own
    } catch {
      return null
    }
  }

  async function noticesOf(logs: readonly ReadLog[], own: string | null): Promise<readonly ProgressNotice[]> {
    const all: ProgressNotice[] = []
    if (own !== null && !logs.some(({ name }) => name === own)) all.push(notice('empty', own, 0))
    for (const { name, parsed, bytes } of logs) {
      if (parsed === null) all.push(notice('unreadable', name, 0))
      else if (bytes === 0) all.push(notice('empty', name, 0))
      else {
        // The end of another device's log may only be on its way.
        const torn = name === own && parsed.torn ? [parsed.torn] : []
        const tail = await recover(folder, name, torn, now(), open)
        const inside = await recover(folder, name, parsed.bad, now(), open)
        if (torn.length > 0) all.push(notice('torn', name, 1, tail.file))
        if (inside.fresh.length > 0) all.push(notice('damaged', name, inside.fresh.length, inside.file))
        if (parsed.newer.length > 0) all.push(notice('newer', name, parsed.newer.length))
      }
    }
    return all
  }

  async function read(remembered: readonly ReviewEvent[]): Promise<Loaded> {
    const logs = await readLogs(folder, state.logs)
    const own = device === null ? null : logName(device)
    const { events, conflicts } = unionOf(remembered, ...logs.map(({ parsed }) => parsed?.events ?? []))
    const newer = new Map(logs.flatMap(({ parsed }) => parsed?.newer.map(({ id, text }) => [id, text] as const) ?? []))
    const notices = [...state.notices, ...(await noticesOf(logs, own))]
    if (conflicts.length > 0) notices.push(notice('conflict', folder, conflicts.length))
    return { logs, events, newer, notices: distinctBy(({ message }) => message.en, notices) }
  }

  async function load(): Promise<void> {
    const isRestored = await finishRestore(folder, ownName, open).then(
      () => true,
      () => false,
    )
    await sweep(folder)
    // What a restore that could not be finished will replace must not be written to.
    device = isRestored ? await readDevice(ownName) : null
    state = { logs: [], events: [], newer: new Map(), notices: [] }
    state = await read([])
    const own = state.logs.find(({ name }) => device !== null && name === logName(device))
    file = own && device !== null ? await mend(own, device) : null
    if (file === null) device = null
    seq = 0
    for (const { id, seq: one } of [...state.events, ...state.logs.flatMap(({ parsed }) => parsed?.newer ?? [])])
      if (device !== null && deviceOf(id) === device) seq = Math.max(seq, one)
  }

  /** What is in memory but not in the files any more: a sync or a hand took it away. */
  const lost = (logs: readonly ReadLog[], events: readonly ReviewEvent[]): readonly ReviewEvent[] => {
    const there = new Set(logs.flatMap(({ parsed }) => parsed?.events.map(({ id }) => id) ?? []))
    return events.filter(({ id }) => !there.has(id))
  }

  const refreshNow = async (): Promise<boolean> => {
    const before = state.events.length
    state = await read(state.events)
    return state.events.length !== before
  }

  const eventOf = (body: ReviewBody, by: string, number: number): ReviewEvent => {
    const at = Math.max(0, Math.floor(now()))
    const tz = timeZoneMinutes(at, timeZone)
    const common = {
      v: 1 as const,
      seq: number,
      id: `${by}-${String(number).padStart(9, '0')}-${randomName(6)}`,
      at,
      tz,
      day: dayOf(at, tz),
    }
    return { ...common, ...body }
  }
  const text = (events: readonly ReviewEvent[]): string =>
    events.map((event) => crcLast.seal(JSON.stringify(event))).join('')

  /** Takes what was written into memory. */
  const keep = (events: readonly ReviewEvent[]): void => {
    state = { ...state, events: withEvents(state.events, events) }
  }

  /** Begins a log of this machine with an event, behind those that are in no file any more. */
  async function begin(body: ReviewBody, again: readonly ReviewEvent[]): Promise<ReviewEvent> {
    const by = newDevice()
    const event = eventOf(body, by, 1)
    const made = [...again, event]
    const began = await beginJournalFile(join(folder, logName(by)), text(made), open)
    await file?.close().catch(() => undefined)
    device = by
    file = began
    seq = event.seq
    keep(made)
    // After the log: where this is cut short, the log is read like any other and one more is begun.
    await keepDevice(ownName, by, open).catch(() => undefined)
    return event
  }

  async function record(body: ReviewBody): Promise<ReviewEvent> {
    if (file !== null && device !== null && (await file.isOurs())) {
      const event = eventOf(body, device, seq + 1)
      await file.append(text([event]))
      seq = event.seq
      keep([event])
      return event
    }
    await refreshNow()
    return begin(body, lost(state.logs, state.events))
  }

  await load()
  return {
    events: () => state.events,
    notices: () => state.notices,
    append: (body) => inTurn(() => record(parse(reviewBodySchema, body))),
    take: (events, newer, source) =>
      inTurn(async () => {
        await refreshNow()
        const known = new Set(state.events.map(({ id }) => id))
        // A log and the copy of it that a sync made hold the same, which comes once.
        const fresh = distinctBy(
          JSON.stringify,
          events.filter(({ id }) => !known.has(id)),
        )
        const freshNewer = distinctBy(
          ({ text }) => text,
          newer.filter(({ id }) => !state.newer.has(id)),
        )
        const count = fresh.length + freshNewer.length
        if (count === 0) return 0
        const by = newDevice()
        const told = eventOf({ type: 'import', source: source.slice(0, 300) || '?', events: count }, by, 1)
        const extra = freshNewer.map((line) => crcLast.seal(line.text)).join('')
        const log = await beginJournalFile(join(folder, logName(by)), text([...fresh, told]) + extra, open)
        await log.close()
        await refreshNow()
        return count
      }),
    refresh: () => inTurn(refreshNow),
    onOutside: (listener) => {
      listeners.add(listener)
      stopWatching ??= watchLogs(
        folder,
        () => (device === null ? null : logName(device)),
        () => {
          void inTurn(refreshNow).then((came) => {
            if (came) for (const tell of listeners) tell()
          })
        },
      )
      return () => void listeners.delete(listener)
    },
    replace: (work) =>
      inTurn(async () => {
        await file?.close()
        file = null
        try {
          await work(ownName)
        } finally {
          await load()
        }
      }),
    close: () =>
      inTurn(async () => {
        stopWatching?.()
        listeners.clear()
        await file?.close()
      }),
  }
}
