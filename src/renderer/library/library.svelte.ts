/** What the library window knows and does; its parts draw from here. */
import type { GlossaryTerm, Lang } from '../../contract/deck.ts'
import type { Failure } from '../../contract/failure.ts'
import { gettingStarted } from '../../contract/library.ts'
import type {
  CourseSummary,
  DeckSummary,
  ExportOptions,
  ExportProgress,
  LibraryState,
  Settings,
} from '../../contract/library.ts'
import type { Place, TalkSnapshot } from '../../contract/talk.ts'
import { failureOf } from '../window/failure-of.ts'
import { look } from '../look/look.svelte.ts'
import { notices } from '../window/notices.svelte.ts'
import { onShowKeys } from '../window/show-keys.ts'
import { openTalkWindows } from '../window/open-windows.ts'
import { talkTitleIn } from '../window/talk-title.ts'
import { ask, follow, shell, type Followed } from '../shell.ts'
import { libraryWords } from '../words/library.ts'
import { openedWords } from '../words/opened.ts'
import { withoutOver, withProgress, type ExportJob } from './export-jobs.ts'
import { canContinue, nextCard } from './next-deck.ts'
import { cardsOf, langsOf, type DeckCard } from './shelf.ts'
import { toDoOf, type ToDo } from './to-do.ts'

type TalkWindows = 'both' | 'deck' | 'presenter'

/** The one dialog that is open over the window. */
export type OpenDialog =
  | { readonly kind: 'folder' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'help' }
  | { readonly kind: 'format' }
  | { readonly kind: 'settings' }
  /** A deck leafed through without a talk. */
  | { readonly kind: 'preview'; readonly deck: DeckSummary }
  /** What is to be begun. */
  | { readonly kind: 'new'; readonly what: 'course' | 'deck' | 'question' }
  /** Whether a course is the one that it looks like a copy of. */
  | { readonly kind: 'copy'; readonly course: string }
  | { readonly kind: 'glossary'; readonly course: CourseSummary }
  | { readonly kind: 'export'; readonly deck: DeckSummary }
  /** Whether what is to be presented may end the running talk. */
  | { readonly kind: 'secondTalk'; readonly title: string; readonly start: () => Promise<void> }
  /** Of one deck, or of the whole course where `deck` is null. */
  | { readonly kind: 'problems'; readonly course: string; readonly deck: string | null }

export class Library {
  /** Null until the shell has answered. */
  state: LibraryState | null = $state.raw(null)
  /** Why the library could not be read. */
  failure: Failure | null = $state.raw(null)
  talk: TalkSnapshot | null = $state.raw(null)
  jobs: readonly ExportJob[] = $state.raw([])
  dialog: OpenDialog | null = $state.raw(null)

  /** News of exports that came before the answer with the job's name. */
  #early: readonly ExportProgress[] = []

  /** The courses that nobody has put away; the one that teaches Lectern comes first. */
  readonly courses: readonly CourseSummary[] = $derived(
    (this.state?.courses ?? [])
      .filter(({ id }) => !look.settings.putAway.includes(id))
      .toSorted((a, b) => Number(b.id === gettingStarted) - Number(a.id === gettingStarted)),
  )
  /** The one that is chosen; where none is, one to present. */
  readonly course: CourseSummary | null = $derived(
    this.courses.find(({ id }) => id === look.settings.course) ??
      this.courses.find(({ id }) => id !== gettingStarted) ??
      this.courses[0] ??
      null,
  )
  readonly langs: readonly Lang[] = $derived(this.course ? langsOf(this.course) : [])
  /** The language that the decks are shown in: as chosen, else that of the interface. */
  readonly deckLang: Lang = $derived(look.settings.deckLang ?? look.lang)
  readonly cards: readonly DeckCard[] = $derived(this.course ? cardsOf(this.course.decks, this.deckLang) : [])
  /** The course's paths, which are presented and exported like decks. */
  readonly paths: readonly DeckCard[] = $derived(this.course ? cardsOf(this.course.paths, this.deckLang) : [])
  /** The deck or path that is presented next: as chosen, else by what was shown last. */
  readonly card: DeckCard | null = $derived(
    [...this.cards, ...this.paths].find(({ name }) => name === look.settings.deck) ?? nextCard(this.cards, this.paths),
  )
  readonly toDo: readonly ToDo[] = $derived.by(() => {
    const { course, state, cards, paths } = this
    if (!course || !state) return []
    const isTalking = this.talk !== null || state.unfinished !== null
    return toDoOf({ course, courses: state.courses, decks: cards, paths, day: state.day, isTalking })
  })
  /** Nobody has chosen, opened, presented or reviewed anything yet: the library says what it is for. */
  readonly isNew: boolean = $derived.by(() => {
    const { courses, recent, unfinished } = this.state ?? { courses: [], recent: [], unfinished: null }
    const isUntouched = ({ bundled, decks, paths, review }: CourseSummary): boolean =>
      bundled && review.done === 0 && [...decks, ...paths].every(({ lastPlace }) => lastPlace === null)
    return look.settings.course === null && recent.length === 0 && !unfinished && courses.every(isUntouched)
  })

  /** The title of the deck of the running talk. */
  readonly talkTitle: string = $derived(talkTitleIn(this.state?.courses ?? [], this.talk?.deck))

  #followed: readonly Followed[] = []

  /** Listens to the shell and reads the library; gives back how to stop listening. */
  start(): () => void {
    this.#followed = [
      follow(
        'library:changed',
        () => ask('library:read'),
        (state) => (this.state = state),
      ),
      follow(
        'talk:changed',
        () => ask('talk:read'),
        (talk) => (this.talk = talk),
      ),
    ]
    const stops = [
      ...this.#followed.map(({ stop }) => stop),
      shell.listen('export:progress', (progress) => this.#take(progress)),
      onShowKeys('library', () => (this.dialog ??= { kind: 'keys' })),
    ]
    void this.read()
    return () => stops.forEach((stop) => stop())
  }

  async read(): Promise<void> {
    this.failure = null
    try {
      await Promise.all(this.#followed.map((each) => each.read()))
    } catch (error) {
      this.failure = failureOf(error)
    }
  }

  /** All decks of a course are on the screen; what the shell does with that is of no concern here. */
  async tellDrawn(course: string): Promise<void> {
    await ask('library:drawn', { course }).catch(() => undefined)
  }

  showCourse(id: string): void {
    this.#remember({ course: id, deck: null })
  }

  /** Takes the course that teaches Lectern out of sight; Help brings it back. */
  putAway(course: CourseSummary): void {
    const other = this.courses.find(({ id }) => id !== course.id)
    this.#remember({ putAway: [...look.settings.putAway, course.id], course: other?.id ?? null, deck: null })
    const { ko, en } = libraryWords
    notices.tell({ ko: ko.isPutAway(course.title.ko), en: en.isPutAway(course.title.en) })
  }

  /** Shows the course that teaches Lectern, wherever it was put. */
  takeOut(id: string): void {
    this.#remember({ putAway: look.settings.putAway.filter((one) => one !== id), course: id, deck: null })
    this.dialog = null
  }

  chooseDeck(name: string): void {
    this.#remember({ deck: name })
  }

  chooseLang(lang: Lang): void {
    this.#remember({ deckLang: lang })
  }

  /** Asks for a folder by the system's dialog, else by one of our own. */
  async chooseFolder(): Promise<void> {
    if (look.features?.dialogs !== true) {
      this.dialog = { kind: 'folder' }
      return
    }
    await this.#tell(() => ask('library:choose'))
  }

  /** Opens a folder of decks, which the shell has shown then; throws a `ShellFailure` where it cannot. */
  async open(folder: string): Promise<void> {
    await ask('library:open', { folder })
  }

  /** Opens a folder of the recent list, offering to forget it where it is gone. */
  async openRecent(folder: string): Promise<void> {
    try {
      await this.open(folder)
    } catch (error) {
      notices.fail(error, {
        label: { ko: libraryWords.ko.forgetShort, en: libraryWords.en.forgetShort },
        run: () => void this.forget(folder),
      })
    }
  }

  /** Writes a copy of a deck in another format as one of ours, which then stands among the decks. */
  async saveAsOurs(deck: DeckSummary): Promise<void> {
    await this.#tell(async () => {
      const { file } = await ask('deck:saveAsOurs', { ref: deck.ref })
      notices.tell({ ko: openedWords.ko.saved(file), en: openedWords.en.saved(file) })
    })
  }

  async forget(folder: string): Promise<void> {
    await this.#tell(() => ask('library:forget', { folder }))
  }

  async close(course: CourseSummary): Promise<void> {
    await this.#tell(async () => {
      await ask('library:close', { course: course.id })
      notices.tell({ ko: libraryWords.ko.closed(course.title.ko), en: libraryWords.en.closed(course.title.en) })
    })
  }

  /** Says what a course is that may be a copy; throws a `ShellFailure` where that cannot be recorded. */
  async settleCopy(course: CourseSummary, same: boolean): Promise<void> {
    await ask('library:settleCopy', { course: course.id, same })
    this.dialog = null
    const { ko, en } = libraryWords
    notices.tell(same ? { ko: ko.copyIsSame, en: en.copyIsSame } : { ko: ko.copyIsOther, en: en.copyIsOther })
  }

  /**
   * Starts a talk where the deck was left, or at its start; while another one is running only once that is asked. Must run inside
   * the click or key press itself: a page may open windows only then.
   */
  async present(deck: DeckSummary, from: 'last' | 'start' = 'last', windows: TalkWindows = 'both'): Promise<void> {
    const { lastPlace } = deck
    const place =
      from === 'last' && lastPlace && canContinue(deck) ? { slide: lastPlace.slide, step: lastPlace.step } : null
    await this.#begin(deck, windows, place)
  }

  async #begin(
    { ref, title }: DeckSummary,
    windows: TalkWindows,
    place: { readonly slide: string; readonly step: number } | null,
  ): Promise<void> {
    const start = (): Promise<void> =>
      this.#tell(async () => {
        this.#openWindows(windows)
        await ask('talk:start', { deck: ref, windows, ...(place ? { place } : {}) })
      })
    if (this.talk === null) await start()
    else this.dialog = { kind: 'secondTalk', title, start }
  }

  /** Starts a talk at a place; like `present`, inside the click itself. */
  async presentFrom(deck: DeckSummary, { slide, step }: Place): Promise<void> {
    this.dialog = null
    await this.#begin(deck, 'both', { slide, step })
  }

  /** Takes up the unfinished talk; like `present`, inside the click itself. */
  async resume(): Promise<void> {
    await this.#tell(async () => {
      this.#openWindows('both')
      await ask('talk:resume')
    })
  }

  async endTalk(): Promise<void> {
    await this.#tell(() => ask('talk:end'))
  }

  /** Brings a window of the running talk to the front, opening it where it was closed. */
  async showWindow(window: 'deck' | 'presenter'): Promise<void> {
    await this.#tell(async () => {
      if (look.features?.opensWindows === false) this.#openWindows(window)
      else await ask('window:open', { window })
    })
  }

  /** Presents the slide that explains a term, in the language of the decks; inside the click itself. */
  async presentSlide(course: string, { deck, slide }: NonNullable<GlossaryTerm['slide']>): Promise<void> {
    const found = this.state?.courses
      .find(({ id }) => id === course)
      ?.decks.filter(({ ref }) => ref.name === deck)
      .toSorted((a, b) => Number(b.ref.lang === this.deckLang) - Number(a.ref.lang === this.deckLang))[0]
    if (!found) return
    this.dialog = null
    await this.#begin(found, 'both', { slide, step: 1 })
  }

  /** Opens the pictures without a deck; inside the click itself, as a page may open windows only then. */
  async openGallery(): Promise<void> {
    await this.#tell(() => ask('window:open', { window: 'gallery' }))
  }

  /** Opens the review of the chosen course; inside the click itself, like the gallery. */
  async openReview(): Promise<void> {
    await this.#tell(() => ask('window:open', { window: 'review' }))
  }

  /** Starts an export; throws a `ShellFailure` where it cannot. Says whether the person went through with it. */
  async export(deck: DeckSummary, options: ExportOptions): Promise<boolean> {
    const started = await ask('export:start', { deck: deck.ref, options })
    if (!started) return false
    const { job } = started
    const known = this.#early.find((news) => news.job === job)
    const begun: ExportProgress = { job, phase: 'laying-out', done: 0, total: 0 }
    this.jobs = [
      ...withoutOver(this.jobs, deck.ref),
      { job, title: deck.title, deck: deck.ref, progress: known ?? begun },
    ]
    this.#early = this.#early.filter((news) => news.job !== job)
    return true
  }

  async cancelExport(job: string): Promise<void> {
    await this.#tell(() => ask('export:cancel', { job }))
  }

  async revealExport(job: string): Promise<void> {
    await this.#tell(() => ask('export:reveal', { job }))
  }

  dismissExport(job: string): void {
    this.jobs = this.jobs.filter((one) => one.job !== job)
  }

  /** What is chosen is kept for the next time; that it could not be is no reason to refuse it now. */
  #remember(change: Partial<Settings>): void {
    look.change(change).catch(() => (look.settings = { ...look.settings, ...change }))
  }

  #take(progress: ExportProgress): void {
    if (this.jobs.some(({ job }) => job === progress.job)) this.jobs = withProgress(this.jobs, progress)
    else this.#early = [...this.#early.filter((news) => news.job !== progress.job), progress]
  }

  #openWindows(windows: TalkWindows): void {
    if (look.features) openTalkWindows(look.features, windows)
  }

  async #tell(act: () => Promise<unknown>): Promise<void> {
    try {
      await act()
    } catch (error) {
      notices.fail(error)
    }
  }
}
