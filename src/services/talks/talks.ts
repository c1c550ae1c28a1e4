import { randomUUID } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Deck, DeckRef } from '../../contract/deck.ts'
import { LecternError } from '../../contract/failure.ts'
import type { Place, TalkSnapshot } from '../../contract/talk.ts'
import { outlineOf, reduce, snapshotOf, startTalk, type TalkEvent, type TalkState } from '../../core/talk/index.ts'
import { writeFailure } from '../disk/disk-errors.ts'
import { makeInTurn } from '../disk/in-turn.ts'
import { keepAside, keepCopyAside, type KeptAside } from '../disk/kept-aside.ts'
import { beginJournal, continueJournal, readJournal, talkOf, type Journal, type JournalWriter } from './talk-journal.ts'
import type { Open } from '../disk/write-atomic.ts'

/** Journals of ended talks that stay on disk, the newest ones. */
const journalsKept = 5

/** After a longer silence the clock of an unfinished talk stands where it was; until then it has gone on. */
const clockGoesOnMs = 30 * 60_000

export interface TalksDeps {
  readonly folder: string
  readonly now: () => number
  /** The talk changed (null: it ended). */
  readonly onChange: (snapshot: TalkSnapshot | null) => void
  readonly onPlace: (deck: DeckRef, place: Place) => void
  readonly onTrouble: (trouble: LecternError | null) => void
  readonly open?: Open | undefined
}

export interface Unfinished {
  readonly deck: DeckRef
  readonly place: Place
  readonly title: string
}

/** The one talk of a shell, and the journals of the ones before. */
export interface Talks {
  readonly keptAside: readonly KeptAside[]
  read(): TalkSnapshot | null
  unfinished(): Unfinished | null
  start(deck: Deck, place: Place | undefined): Promise<TalkSnapshot>
  /** Takes the unfinished talk up again, on the deck as it is now. */
  resume(deck: Deck): Promise<TalkSnapshot>
  intend(event: TalkEvent): void
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
  state: TalkState
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
  const writerOptions = { onTrouble: deps.onTrouble, open: deps.open }

  const current = (): TalkSnapshot | null => running && snapshotOf(running.state)

  const act = (event: TalkEvent): void => {
    if (!running) return
    const before = running.state
    running.state = reduce(before, event)
    if (running.state === before) return
    if (event.type !== 'scrub') running.journal.append(event)
    if (running.state.place !== before.place) deps.onPlace(running.state.deck, running.state.place)
    deps.onChange(snapshotOf(running.state))
  }

  const endRunning = async (): Promise<void> => {
    if (!running) return
    const { journal } = running
    running = null
    journal.end(now())
    await journal.close()
  }

  const dropLeft = async (): Promise<void> => {
    if (!left) return
    const { file, journal } = left
    left = null
    try {
      const writer = await continueJournal(file, journal, writerOptions)
      writer.end(now())
      await writer.close()
    } catch (error) {
      deps.onTrouble(writeFailure(error, file))
    }
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

  const begin = (next: Running): TalkSnapshot => {
    running = next
    const snapshot = snapshotOf(next.state)
    deps.onPlace(snapshot.deck, snapshot.place)
    deps.onChange(snapshot)
    return snapshot
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
    const number = numberOf((await journalNames(folder))[0] ?? '') + 1
    const name = `talk-${String(number).padStart(6, '0')}.jsonl`
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
    return begin({ state, journal: beginJournal(join(folder, name), header, writerOptions) })
  }

  const resume = async (deck: Deck): Promise<TalkSnapshot> => {
    if (running) return snapshotOf(running.state)
    if (!left)
      throw new LecternError('no-talk', { ko: '이어서 할 발표가 없어요.', en: 'There is no talk to take up again.' })
    const outline = outlineFor(deck)
    const { file, journal, state } = left
    const at = now()
    const writer = await continueJournal(file, journal, writerOptions)
    left = null
    begin({ state, journal: writer })
    if (at - journal.lastAt > clockGoesOnMs) act({ type: 'pauseClock', on: true, at: journal.lastAt })
    act({ type: 'outline', outline, at })
    return current() ?? snapshotOf(state)
  }

  // Starting, resuming and ending take turns: each awaits the disk, and there is only one talk.
  const inTurn = makeInTurn()

  return {
    keptAside: found.keptAside,
    read: current,
    unfinished: () => left && { deck: left.state.deck, place: left.state.place, title: left.journal.header.title },
    start: (deck, place) => inTurn(() => start(deck, place)),
    resume: (deck) => inTurn(() => resume(deck)),
    intend: act,
    reoutline: (deck) => {
      if (running && sameDeck(running.state.deck, deck.ref))
        act({ type: 'outline', outline: outlineOf(deck), at: now() })
    },
    end: () => inTurn(end),
    settled: async () => running?.journal.settled(),
    close: () =>
      inTurn(async () => {
        await running?.journal.close()
        running = null
      }),
  }
}
