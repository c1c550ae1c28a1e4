import { randomUUID } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Deck, DeckRef } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'
import type { Place, TalkSnapshot } from '../../contract/talk.ts'
import { outlineOf, reduce, snapshotOf, startTalk, type TalkEvent, type TalkState } from '../../core/talk/index.ts'
import { minuteMs } from '../../core/words/units-of-time.ts'
import { makeInTurn } from '../disk/in-turn.ts'
import { keepAside, keepCopyAside, type KeptAside } from '../disk/kept-aside.ts'
import { beginJournal, continueJournal, type JournalWriter, type WriterOptions } from './journal-writer.ts'
import { readJournal, talkOf, type Journal } from './talk-journal.ts'
import type { Open } from '../disk/write-atomic.ts'

/** Journals of ended talks that stay on disk, the newest ones. */
const journalsKept = 5

/** After a longer silence the clock of an unfinished talk stands where it was; until then it has gone on. */
const clockGoesOnMs = 30 * minuteMs

export interface TalksDeps {
  readonly folder: string
  readonly now: () => number
  /** The talk changed (null: it ended). What happened is in its journal by then, or `onTrouble` has told that it is not. */
  readonly onChange: (snapshot: TalkSnapshot | null) => void
  readonly onPlace: (deck: DeckRef, place: Place) => void
  /** What happened is not in the journal yet, or, with null, all of it is again; told when that changes. */
  readonly onTrouble: (trouble: LecternError | null) => void
  readonly open?: Open | undefined
  /** How long a write is waited for, and after what time it is tried again; for tests. */
  readonly journal?: Pick<WriterOptions, 'patienceMs' | 'retryMs'>
}

export interface Unfinished {
  readonly deck: DeckRef
  readonly place: Place
  readonly title: string
}

/** The one talk of a shell, and the journals of the ones before. */
export interface Talks {
  keptAside(): readonly KeptAside[]
  /** The talk as it was told of last. */
  read(): TalkSnapshot | null
  unfinished(): Unfinished | null
  start(deck: Deck, place: Place | undefined): Promise<TalkSnapshot>
  /** Takes the unfinished talk up again, on the deck as it is now. */
  resume(deck: Deck): Promise<TalkSnapshot>
  /** Resolves when the event is in the journal, or is not waited for any longer, and the change was told. */
  intend(event: TalkEvent): Promise<void>
  /** The deck changed on disk; ignored unless the talk is about it. */
  reoutline(deck: Deck): void
  /** Ends the running talk, or lets the unfinished one go. */
  end(): Promise<void>
  /** Resolves when all that happened so far is on disk, or could not be written. */
  settled(): Promise<void>
  /** Leaves a running talk unfinished, to be taken up by the next run. */
  close(): Promise<void>
}

interface Running {
  /** After all events so far. */
  state: TalkState
  /** After those that were told. */
  told: TalkSnapshot
  readonly journal: JournalWriter
}

interface Left {
  readonly file: string
  readonly journal: Journal
  readonly state: TalkState
}

/** Whether two references name the same deck in the same language. */
export function sameDeck(a: DeckRef, b: DeckRef): boolean {
  return a.course === b.course && a.name === b.name && a.lang === b.lang
}

const journalName = /^talk-(\d{6,})\.jsonl$/
const numberOf = (name: string): number => Number(journalName.exec(name)?.[1] ?? 0)

/** The journals there are, the newest first. They are numbered, as a clock may be set back between two talks. */
async function journalNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => journalName.test(name)).sort((a, b) => numberOf(b) - numberOf(a))
}

/** The newest talk if it was never ended. What is damaged is kept aside; files without a whole line are taken away. */
async function findLeft(
  folder: string,
  now: () => number,
): Promise<{ readonly left: Left | null; readonly keptAside: readonly KeptAside[] }> {
  const keptAside: KeptAside[] = []
  for (const name of await journalNames(folder)) {
    const file = join(folder, name)
    const journal = await readJournal(file).catch(() => null)
    if (journal === 'empty') {
      await rm(file, { force: true }).catch(() => undefined)
      continue
    }
    if (journal === null) {
      keptAside.push(await keepAside(file, now()))
      continue
    }
    if (journal.tail === 'damaged') keptAside.push(await keepCopyAside(file, journal.goodBytes, now()))
    return { left: journal.ended ? null : { file, journal, state: talkOf(journal) }, keptAside }
  }
  return { left: null, keptAside }
}

/** Opens the folder of journals. Never rejects: what cannot be read is kept aside. */
export async function openTalks(deps: TalksDeps): Promise<Talks> {
  const { folder, now } = deps
  const found = await findLeft(folder, now)
  let left = found.left
  let running: Running | null = null
  let trouble: LecternError | null = null
  let newest = 0
  const keptAside = [...found.keptAside]
  /** Journals of talks that ended, not yet on the disk. */
  const closing = new Set<Promise<void>>()
  const writerOptions: WriterOptions = {
    ...deps.journal,
    now,
    open: deps.open,
    onKeptAside: (kept) => void keptAside.push(kept),
    onTrouble: (latest) => {
      if (latest?.message === trouble?.message) return
      trouble = latest
      deps.onTrouble(latest)
    },
  }

  const current = (): TalkSnapshot | null => running?.told ?? null

  // What happened is told in its order, however long each write took.
  const telling = makeInTurn()
  const act = (event: TalkEvent): Promise<void> => {
    const talk = running
    if (!talk) return telling.settled()
    const before = talk.state
    const after = reduce(before, event)
    if (after === before) return telling.settled()
    talk.state = after
    const written = event.type === 'scrub' ? null : talk.journal.append(event)
    return telling(async () => {
      await written
      if (running !== talk) return
      talk.told = snapshotOf(after)
      if (after.place !== before.place) deps.onPlace(after.deck, after.place)
      deps.onChange(talk.told)
    })
  }

  /** Ends a journal: nobody waits for a slow disk, and what comes late is written all the same. */
  const endJournal = async (journal: JournalWriter): Promise<void> => {
    await journal.end(now())
    const closed = journal.close().finally(() => closing.delete(closed))
    closing.add(closed)
  }

  const endRunning = async (): Promise<void> => {
    if (!running) return
    const { journal } = running
    running = null
    await endJournal(journal)
  }

  const dropLeft = async (): Promise<void> => {
    if (!left) return
    const { file, journal } = left
    left = null
    await endJournal(continueJournal(file, journal, writerOptions))
  }

  /** Makes room for one more journal. */
  const prune = async (): Promise<void> => {
    for (const name of (await journalNames(folder)).slice(journalsKept - 1))
      await rm(join(folder, name), { force: true })
  }

  const end = async (): Promise<void> => {
    const ran = running !== null
    await endRunning()
    await dropLeft()
    if (ran) deps.onChange(null)
  }

  const begin = async (state: TalkState, journal: JournalWriter): Promise<TalkSnapshot> => {
    await journal.begun
    const told = snapshotOf(state)
    running = { state, told, journal }
    deps.onPlace(told.deck, told.place)
    deps.onChange(told)
    return told
  }

  const outlineFor = (deck: Deck): TalkState['outline'] => {
    const outline = outlineOf(deck)
    if (outline.slides.length > 0) return outline
    throw new LecternError(
      'deck-broken',
      { ko: `${deck.file}에 보여 줄 슬라이드가 없어요.`, en: `${deck.file} has no slides to show.` },
      { problems: deck.problems },
    )
  }

  const start = async (deck: Deck, place: Place | undefined): Promise<TalkSnapshot> => {
    const outline = outlineFor(deck)
    const at = now()
    const state = startTalk({ talkId: randomUUID(), deck: deck.ref, outline, place })
    await endRunning()
    await dropLeft()
    // One that could not be written yet has its number too.
    newest = Math.max(newest, numberOf((await journalNames(folder))[0] ?? '')) + 1
    const name = `talk-${String(newest).padStart(6, '0')}.jsonl`
    const { talkId, place: first } = state
    const header = {
      format: 1 as const,
      talkId,
      title: deck.title,
      deck: deck.ref,
      outline: { slides: [...outline.slides] },
      place: first,
      at,
    }
    await prune().catch(() => undefined)
    return begin(state, beginJournal(join(folder, name), header, writerOptions))
  }

  const resume = async (deck: Deck): Promise<TalkSnapshot> => {
    if (running) return snapshotOf(running.state)
    if (!left)
      throw new LecternError('no-talk', { ko: '이어서 할 발표가 없어요.', en: 'There is no talk to take up again.' })
    const outline = outlineFor(deck)
    const { file, journal, state } = left
    const at = now()
    left = null
    const began = await begin(state, continueJournal(file, journal, writerOptions))
    if (at - journal.lastAt > clockGoesOnMs) await act({ type: 'pauseClock', on: true, at: journal.lastAt })
    await act({ type: 'outline', outline, at })
    return current() ?? began
  }

  // Starting, resuming and ending take turns: each awaits the disk, and there is only one talk.
  const inTurn = makeInTurn()

  return {
    keptAside: () => keptAside,
    read: current,
    unfinished: () => left && { deck: left.state.deck, place: left.state.place, title: left.journal.header.title },
    start: (deck, place) => inTurn(() => start(deck, place)),
    resume: (deck) => inTurn(() => resume(deck)),
    intend: act,
    reoutline: (deck) => {
      if (running && sameDeck(running.state.deck, deck.ref))
        void act({ type: 'outline', outline: outlineOf(deck), at: now() })
    },
    end: () => inTurn(end),
    settled: async () => {
      await telling.settled()
      await Promise.all([running?.journal.settled(), ...closing])
    },
    close: () =>
      inTurn(async () => {
        await telling.settled()
        await Promise.all([running?.journal.close(), ...closing])
        running = null
      }),
  }
}
