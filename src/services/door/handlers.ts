import { realpath } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Handlers } from '../../contract/channels.ts'
import type { DeckRef } from '../../contract/deck.ts'
import { LecternError, survived, type Failure } from '../../contract/failure.ts'
import type { Place, TalkSnapshot } from '../../contract/talk.ts'
import type { LibraryState, SettingsChange } from '../../contract/library.ts'
import { backgroundWrites, type TroubleSource } from './background-writes.ts'
import { listFolders } from '../courses/course-folders.ts'
import { openFolders } from '../courses/opened-folders.ts'
import { openLibrary } from '../courses/library.ts'
import { openReader } from '../courses/reading/open-reader.ts'
import { clock } from './clock.ts'
import { courseMeetings } from './course-meetings.ts'
import { exportHandlers } from './export-handlers.ts'
import { libraryStateOf } from './library-state.ts'
import { openPositions } from '../talks/positions.ts'
import { noCourse, noDeck } from '../courses/refusals.ts'
import { newHandlers } from './new-handlers.ts'
import { noTalk } from '../talks/no-talk.ts'
import { lookAtCourse } from '../progress/look-at-course.ts'
import { openReviews } from '../reviews/index.ts'
import { problemHandlers } from './problem-handlers.ts'
import { createQuiet } from './quiet.ts'
import { openSettings } from './settings.ts'
import type { ShellDeps } from './shell-deps.ts'
import { talkDeck } from './talk-deck.ts'
import { openTalks } from '../talks/talks.ts'
import { tryFolder } from '../disk/try-folder.ts'
import { windowHandlers } from './window-handlers.ts'
import { openWeakPaths, weakDeckName } from '../courses/weak-paths.ts'

const isSameDeck = (a: DeckRef, b: DeckRef): boolean => a.name === b.name && a.lang === b.lang

export type { ShellDeps } from './shell-deps.ts'

/** The whole behaviour behind the channel table, and what only a shell itself may ask. */
export type Behaviour = Handlers & {
  /** The folder of an open course, for its images; null where there is no such course. */
  folderOf(course: string): Promise<string | null>
  /** Puts everything on disk and stops watching. A running talk stays unfinished and can be taken up again. */
  close(): Promise<void>
  /** Tells of an error in the library, once. */
  readonly tellTrouble: (source: TroubleSource, error: unknown) => void
}

/**
 * What both shells do when a window asks. Reading begins at once; every request waits for what it needs of it.
 * Requests reject with a `LecternError` where they cannot be met; `answer` in door.ts turns it into a value.
 */
export function createHandlers(deps: ShellDeps): Behaviour {
  const { home, broadcast, windows, dialogs } = deps
  const now = deps.now ?? clock()
  const quiet = createQuiet()
  const writes = backgroundWrites(() => void tellLibrary(), deps.retryMs)
  /** Why the last steps of the talk are not in its journal. */
  let unsaved: Failure | null = null

  // Said at once, not with the first thing that is lost.
  writes.follow('home', tryFolder(home.folder, deps.open), { save: () => tryFolder(home.folder, deps.open) })
  const settings = openSettings(home.settings, now, deps.open)
  const positions = openPositions(home.positions, now, deps.open)
  const folders = openFolders(home.folders, now, deps.open)
  const talks = openTalks({
    folder: home.talks,
    now,
    open: deps.open,
    journal: { retryMs: deps.retryMs },
    onChange: (snapshot) => broadcast('talk:changed', snapshot),
    onPlace: (deck, place) =>
      writes.follow(
        'positions',
        positions.then((file) => file.keep(deck, place)),
        positions,
      ),
    onTrouble: (error) => {
      unsaved = error?.failure ?? null
      broadcast('talk:unsaved', unsaved)
      // What is only late is of no concern but to the speaker.
      writes.tell('talk', unsaved?.code === 'slow-disk' ? null : unsaved)
    },
  })
  const weakPaths = openWeakPaths(home.weakPaths, now, deps.open)
  const library = Promise.all([folders, weakPaths, openReader(deps)]).then(([file, weak, reader]) =>
    openLibrary({
      bundledSlides: deps.bundledSlides,
      reader,
      opened: file.opened(),
      extraDecks: (course) => weak.decksOf(course),
      onChange: (decks) => void changed(decks),
      whenQuiet: () => quiet.whenQuiet(),
      skimmedFrom: deps.skimmedFrom,
    }),
  )

  const shown = talkDeck(library, talks)

  const reviews = openReviews({
    home,
    bundledSlides: deps.bundledSlides,
    now,
    open: deps.open,
    retryMs: deps.retryMs,
    onTrouble: (trouble) => writes.tell('progress', trouble?.failure ?? null),
    course: async (id) => (await library).whole(id),
    lookAt: (folder) => lookAtCourse(folder, async (one) => (await library).lookAt(one)),
    handOut: deps.handOut,
    onChange: () => {
      broadcast('review:changed', null)
      void tellLibrary()
    },
    present: async (course, lang, slides) => {
      writes.follow('weak-paths', (await weakPaths).set(course, slides), weakPaths)
      await (await library).refresh(course)
      return beginTalk({ course, name: weakDeckName, lang }, undefined, 'both')
    },
  })

  const meetings = courseMeetings({
    reviews,
    library,
    folders,
    positions,
    settings: { read: async () => (await settings).read(), change: changeSettings },
    weakPaths,
    writes,
    tellLibrary,
  })

  /** What cannot be written is told and tried again. */
  async function meetQuestions(): Promise<void> {
    for (const course of (await library).courses())
      writes.follow(`questions ${course.id}`, meetings.meet(course), { save: () => meetings.meet(course) })
  }
  void meetQuestions()

  async function libraryState(): Promise<LibraryState> {
    const [shelf, places, opened, talk, config, weak] = await Promise.all([
      library,
      positions,
      folders,
      talks,
      settings,
      weakPaths,
    ])
    return libraryStateOf({ shelf, places, folders: opened, talk, reviews, settings: config, weak }, writes)
  }

  async function tellLibrary(): Promise<void> {
    broadcast('library:changed', await libraryState())
  }

  async function changed(decks: readonly DeckRef[]): Promise<void> {
    const [shelf, talk] = await Promise.all([library, talks])
    for (const ref of decks) {
      const reading = await shelf.deck(ref)
      if (!reading) continue
      talk.reoutline(reading.deck)
      await shown.keep(reading)
      broadcast('deck:changed', { ref, revision: reading.revision })
    }
    await meetQuestions()
    await tellLibrary()
  }

  /** Changes settings and tells every window; resolves as soon as they are told, `written` when they are on disk. */
  async function changeSettings(change: SettingsChange): Promise<{ readonly written: Promise<void> }> {
    const file = await settings
    const written = file.change(change)
    writes.follow('settings', written, file)
    broadcast('settings:changed', file.read())
    return { written }
  }

  /** Opens the courses in a folder and has the library show the first of them, whoever asked for it. */
  async function openFolder(folder: string): Promise<{ readonly course: string }> {
    const [shelf, kept] = await Promise.all([library, folders])
    const ids = await shelf.open(folder)
    const [course] = ids
    writes.follow('folders', kept.open(ids.filter((id) => shelf.course(id)?.bundled === false)), kept)
    // Whoever opens a file means the deck in it.
    const file = await realpath(folder).catch(() => folder)
    const opened = shelf.course(course)?.decks.find((deck) => basename(deck.file) === basename(file))
    await changeSettings({ course, deck: opened?.ref.name ?? null })
    await meetQuestions()
    await tellLibrary()
    return { course }
  }

  async function openTalkWindows(which: 'both' | 'deck' | 'presenter'): Promise<void> {
    if (!(await deps.features()).opensWindows) return
    if (which !== 'presenter') await windows.open('deck')
    if (which !== 'deck') await windows.open('presenter')
  }

  async function beginTalk(
    deck: DeckRef,
    place: Place | undefined,
    which: 'both' | 'deck' | 'presenter',
  ): Promise<TalkSnapshot> {
    const reading = await shown.read(deck)
    const snapshot = await (await talks).start(reading.deck, place)
    shown.begin(reading)
    // What was chosen to be presented is presented: from here on its last place says what comes next.
    if ((await settings).read().deck !== null) await changeSettings({ deck: null })
    await openTalkWindows(which)
    await tellLibrary()
    return snapshot
  }

  async function endTalk(): Promise<null> {
    const talk = await talks
    const running = talk.read() !== null
    await talk.end()
    shown.end()
    if (running) {
      await windows.close('deck')
      await windows.close('presenter')
    }
    await tellLibrary()
    return null
  }

  const handlers: Handlers = {
    'shell:features': () => deps.features(),
    'settings:read': async () => (await settings).read(),
    'settings:write': async (change) => {
      const { written } = await changeSettings(change)
      await written
      return (await settings).read()
    },
    'library:read': libraryState,
    'library:drawn': async ({ course }) => {
      ;(await library).readAhead(course)
      return null
    },
    'library:open': ({ folder }) => openFolder(folder),
    'library:close': async ({ course }) => {
      const [shelf, kept] = await Promise.all([library, folders])
      const folder = shelf.course(course)?.folder
      await shelf.close(course)
      if (folder !== undefined) writes.follow('folders', kept.close(folder), kept)
      await tellLibrary()
      return null
    },
    'library:choose': async (_nothing, from) => {
      const folder = await dialogs.chooseFolder(from)
      return folder === null ? null : openFolder(folder)
    },
    'library:settleCopy': meetings.settleCopy,
    'library:forget': async ({ folder }) => {
      writes.follow('folders', (await folders).forget(folder), folders)
      await tellLibrary()
      return null
    },
    'folders:list': ({ folder }) => listFolders(folder),
    'deck:read': ({ ref }) => shown.read(ref),
    'deck:saveAsOurs': async ({ ref }) => {
      const deck = (await library).course(ref.course)?.decks.find((one) => isSameDeck(one.ref, ref))
      if (!deck) throw noDeck(ref)
      // What reads decks is loaded when it is asked for, so that starting does not wait for it.
      const { saveAsOurs } = await import('../courses/save-as-ours.ts')
      return { file: basename(await saveAsOurs(deck)) }
    },
    'glossary:read': async ({ course }) => {
      const found = await (await library).whole(course)
      if (!found) throw noCourse()
      return found.glossary
    },
    'talk:start': ({ deck, place, windows: which }) => beginTalk(deck, place, which),
    'talk:resume': async () => {
      const talk = await talks
      const deck = talk.read()?.deck ?? talk.unfinished()?.deck
      if (!deck) throw noTalk()
      const reading = await shown.read(deck)
      const snapshot = await talk.resume(reading.deck)
      shown.begin(reading)
      await openTalkWindows('both')
      await tellLibrary()
      return snapshot
    },
    'talk:read': async () => (await talks).read(),
    'talk:unsaved': () => unsaved,
    'talk:intent': async (intent) => {
      const talk = await talks
      if (!talk.read()) throw noTalk()
      await talk.intend({ ...intent, at: now() })
      return null
    },
    'talk:end': endTalk,
    ...windowHandlers(windows, talks),
    ...exportHandlers(deps, library, (ref) => shown.read(ref)),
    ...problemHandlers(deps, library),
    ...newHandlers(deps, library, {
      open: openFolder,
      show: async (course, deck) => {
        await changeSettings({ course, deck })
      },
    }),
    'link:open': async ({ url }) => {
      await deps.openLink(url)
      return null
    },
    ...reviews.handlers,
  }

  return {
    ...quiet.noted(handlers),
    tellTrouble: (source, error) => writes.tell(source, error instanceof LecternError ? error.failure : survived),
    folderOf: async (course) => (await library).course(course)?.folder ?? null,
    close: async () => {
      await (await talks).close()
      writes.close()
      await writes.settled()
      // Nobody is left to tell of one that fails.
      await Promise.allSettled([settings, positions, folders, weakPaths].map(async (file) => (await file).save()))
      await (await library).stop()
      await reviews.close()
    },
  }
}
