import type { Lang } from '../../contract/deck.ts'
import type { CourseSummary } from '../../contract/library.ts'
import type { ReviewOverview } from '../../contract/review-view.ts'
import type { SessionMode } from '../../contract/review.ts'
import type { TalkSnapshot } from '../../contract/talk.ts'
import { look } from '../look/look.svelte.ts'
import { notices } from '../window/notices.svelte.ts'
import { openTalkWindows } from '../window/open-windows.ts'
import { talkTitleIn } from '../window/talk-title.ts'
import { ask, follow, shell } from '../shell.ts'
import { reviewWords } from '../words/review.ts'

/** What fills the window. */
export type View =
  | { readonly kind: 'start' }
  | { readonly kind: 'session'; readonly mode: SessionMode; readonly topic: string | null; readonly since: number }
  | { readonly kind: 'statistics' }
  | { readonly kind: 'mock' }

const start: View = { kind: 'start' }

function partsOf(address: string): readonly string[] {
  try {
    return address.replace(/^#/, '').split('/').map(decodeURIComponent)
  } catch {
    // No person wrote a lone % and meant something by it.
    return []
  }
}

/** Reads a view as an address keeps it; what makes no sense is the start. */
export function viewOf(address: string): View {
  const [kind, mode, since, ...topic] = partsOf(address)
  if (kind === 'statistics' || kind === 'mock') return { kind }
  const isMode = mode === 'due' || mode === 'ahead' || mode === 'weak'
  if (kind !== 'session' || !isMode || !/^\d+$/.test(since ?? '')) return start
  return { kind, mode, topic: topic.join('/') || null, since: Number(since) }
}

export function addressOf(view: View): string {
  if (view.kind !== 'session') return `#${view.kind}`
  const parts = ['session', view.mode, String(view.since), ...(view.topic === null ? [] : [view.topic])]
  return `#${parts.map(encodeURIComponent).join('/')}`
}

/** The review window: which course, which view of it, and where the course stands. */
export class Review {
  courses: readonly CourseSummary[] = $state.raw([])
  /** The library was read: what is not in it is not there. */
  isRead = $state(false)
  overview: ReviewOverview | null = $state.raw(null)
  view: View = $state.raw(start)
  /** What begins the talk that was asked for while another one runs; null while nothing is asked. */
  second: (() => Promise<void>) | null = $state.raw(null)
  #talk: TalkSnapshot | null = $state.raw(null)
  #course: string | null = $state(null)

  constructor(address: string) {
    this.view = viewOf(address)
  }

  /** The chosen course, else the first that has questions. */
  readonly course: CourseSummary | null = $derived.by(() => {
    const asking = this.courses.filter(({ questions }) => questions > 0)
    return asking.find(({ id }) => id === (this.#course ?? look.settings.course)) ?? asking[0] ?? null
  })

  /** The title of the running talk. */
  readonly talkTitle: string = $derived(talkTitleIn(this.courses, this.#talk?.deck))

  /** The language of the questions: that of the decks chosen last, else that of the interface. */
  readonly lang: Lang = $derived(look.settings.deckLang ?? look.lang)

  /** Follows the library and the log until the returned function is called. */
  start(): () => void {
    const library = follow(
      'library:changed',
      () => ask('library:read'),
      (state) => (this.courses = state.courses),
    )
    const talk = follow(
      'talk:changed',
      () => ask('talk:read'),
      (running) => (this.#talk = running),
    )
    const stop = shell.listen('review:changed', () => void this.read())
    library.read().then(
      () => (this.isRead = true),
      (error: unknown) => notices.fail(error),
    )
    talk.read().catch((error: unknown) => notices.fail(error))
    return () => {
      library.stop()
      talk.stop()
      stop()
    }
  }

  /** Reads where the course stands. */
  async read(): Promise<void> {
    const { course, lang } = this
    if (!course) return
    try {
      const overview = await ask('review:read', { course: course.id, lang })
      // Another course may have been chosen meanwhile.
      if (this.course?.id === course.id && this.lang === lang) this.overview = overview
    } catch (error) {
      notices.fail(error)
    }
  }

  choose(course: string): void {
    this.#course = course
    this.view = start
    // What is chosen is kept for the next time; that it could not be is no reason to refuse it now.
    look.change({ course }).catch(() => undefined)
  }

  begin(mode: SessionMode, topic: string | null = null): void {
    this.view = { kind: 'session', mode, topic, since: this.overview?.at ?? Date.now() }
  }
  show(kind: 'statistics' | 'mock'): void {
    this.view = { kind }
  }
  leave(): void {
    this.view = start
  }

  /** Takes the last answer back. */
  async undo(): Promise<void> {
    const what = this.overview?.undo
    if (!what) return
    try {
      await ask('review:undo', { scope: null })
      const question = what.question ?? what.card ?? ''
      notices.tell({ ko: reviewWords.ko.undone(question), en: reviewWords.en.undone(question) })
    } catch (error) {
      notices.fail(error)
    }
  }

  /**
   * Presents the slides behind the weak questions, once that is said where a talk is running; inside the click itself, as a
   * page may open windows only then.
   */
  async presentWeak(): Promise<void> {
    const { course, lang } = this
    if (!course) return
    const start = async (): Promise<void> => {
      try {
        if (look.features) openTalkWindows(look.features, 'both')
        await ask('review:presentWeak', { course: course.id, lang })
      } catch (error) {
        notices.fail(error)
      }
    }
    if (this.#talk === null) await start()
    else this.second = start
  }
}
