import type { BrowserWindow, Screen as ElectronScreen } from 'electron/main'
import { centred, nextScreen, placeTalk, screenUnder, type Placement, type Screen } from '../displays.ts'
import type { WindowMemory } from './window-memory.ts'
import { DeckPlacement } from './deck-placement.ts'
import { whenPresentable } from './create-window.ts'

export type TalkWindow = 'deck' | 'presenter'

export interface TalkWindowsDeps {
  /** Opens a window of ours that is not shown yet. */
  readonly create: (kind: TalkWindow, bounds: Placement['bounds']) => BrowserWindow
  readonly screen: ElectronScreen
  readonly memory: WindowMemory
  /** The last window of the talk is closed. */
  readonly onBothClosed: () => void
}

/** Display events come in bursts: one for each display, before and after the system has moved the windows. */
const settleMs = 300

/** The two windows of a talk on the displays that there are. */
export class TalkWindows {
  readonly #deps: TalkWindowsDeps
  #deck: { readonly window: BrowserWindow; readonly placement: DeckPlacement } | null = null
  #presenter: BrowserWindow | null = null
  #settling: NodeJS.Timeout | undefined
  #knownScreens: number

  constructor(deps: TalkWindowsDeps) {
    this.#deps = deps
    const { screen } = deps
    for (const event of ['display-added', 'display-removed', 'display-metrics-changed'] as const) {
      // The three are typed apart although they are listened to alike.
      screen.on(event as 'display-added', () => this.#settleSoon())
    }
    this.#knownScreens = this.#screens().length
  }

  /** Opens a window; one that is open comes to the front. */
  open(kind: TalkWindow): void {
    const planned = this.#plan()
    if (kind === 'deck') this.#openDeck(planned.deck)
    else this.#openPresenter(planned.presenter)
  }

  /** Moves the deck to the next display, and the presenter out of its way. With one display nothing moves. */
  async swap(): Promise<void> {
    const screens = this.#screens()
    if (this.#deck === null || screens.length < 2) return
    const left = this.#deck.placement.intended.screen
    const target = nextScreen(screens, left)
    this.#deps.memory.chooseDeckOn(target)
    const deck = this.#deck.placement.put({ screen: target, bounds: target.bounds, isFullScreen: true })
    if (this.#presenter !== null && this.#screenOf(this.#presenter)?.id === target.id) {
      this.#movePresenter(this.#presenter, screens.find(({ id }) => id === left.id) ?? left)
    }
    await deck
  }

  /** Turns the deck's full screen on or off, or the other way round where `on` is not given. */
  async fullScreen(on?: boolean): Promise<void> {
    if (this.#deck === null) return
    const { window, placement } = this.#deck
    const isFullScreen = on ?? !window.isFullScreen()
    if (isFullScreen === window.isFullScreen()) return
    const screen = this.#screenOf(window) ?? placement.intended.screen
    await placement.put({ screen, bounds: isFullScreen ? screen.bounds : this.#deckBoundsOn(screen), isFullScreen })
  }

  #screens(): readonly Screen[] {
    return this.#deps.screen.getAllDisplays()
  }

  #screenOf(window: BrowserWindow): Screen | null {
    return screenUnder(this.#screens(), window.getBounds())
  }

  #plan(): ReturnType<typeof placeTalk> {
    const { screen, memory } = this.#deps
    const { deck, presenter } = placeTalk(this.#screens(), screen.getPrimaryDisplay().id, memory.deckOn())
    const remember = (kind: TalkWindow, placement: Placement): Placement =>
      placement.isFullScreen
        ? placement
        : { ...placement, bounds: memory.boundsOn(kind, placement.screen) ?? placement.bounds }
    return { deck: remember('deck', deck), presenter: remember('presenter', presenter) }
  }

  #deckBoundsOn(screen: Screen): Placement['bounds'] {
    return this.#deps.memory.boundsOn('deck', screen) ?? centred(screen.workArea, { width: 960, height: 572 })
  }

  #openDeck(planned: Placement): void {
    if (this.#deck !== null) {
      this.#deck.window.show()
      return
    }
    const window = this.#deps.create('deck', planned.bounds)
    const placement = new DeckPlacement(window, planned, () => this.#screens())
    this.#deck = { window, placement }
    whenPresentable(window, () => {
      window.showInactive()
      // Some systems give the focus to whatever fills a screen; the presenter's keys drive both, so it stays there.
      void placement.put(placement.intended).then(() => (this.#presenter ?? this.#deck?.window)?.focus())
    })
    this.#deps.memory.follow('deck', window)
    window.once('closed', () => {
      this.#deck = null
      this.#closed()
    })
  }

  #openPresenter(planned: Placement): void {
    if (this.#presenter !== null) {
      this.#presenter.show()
      return
    }
    const window = this.#deps.create('presenter', planned.bounds)
    this.#presenter = window
    const isMaximized = this.#deps.memory.boundsOn('presenter', planned.screen)?.isMaximized ?? false
    whenPresentable(window, () => {
      if (isMaximized) window.maximize()
      window.show()
    })
    this.#deps.memory.follow('presenter', window)
    window.once('closed', () => {
      this.#presenter = null
      this.#closed()
    })
  }

  #closed(): void {
    if (this.#deck === null && this.#presenter === null) this.#deps.onBothClosed()
  }

  #movePresenter(window: BrowserWindow, screen: Screen): void {
    window.setBounds(this.#deps.memory.boundsOn('presenter', screen) ?? screen.workArea)
  }

  #settleSoon(): void {
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => this.#settle(), settleMs)
  }

  /** Answers to displays that came, went or changed, without taking a window from where the person put it. */
  #settle(): void {
    const screens = this.#screens()
    if (screens.length === 0) return
    const isNewScreen = screens.length > this.#knownScreens
    const isOtherLayout = (screens.length === 1) !== (this.#knownScreens === 1)
    this.#knownScreens = screens.length
    const planned = this.#plan()
    const desk = this.#presenter === null ? null : this.#screenOf(this.#presenter)
    if (this.#deck !== null) {
      const { placement } = this.#deck
      const { intended } = placement
      const still = screens.find(({ id }) => id === intended.screen.id)
      const hasBetterPlace = isNewScreen && (!intended.isFullScreen || desk?.id === still?.id)
      if (still === undefined || hasBetterPlace) void placement.put(planned.deck)
      else if (intended.isFullScreen) void placement.put({ ...intended, screen: still, bounds: still.bounds })
    }
    if (this.#presenter !== null) {
      const deck = this.#deck?.placement.intended
      const isUnderDeck = deck?.isFullScreen === true && deck.screen.id === desk?.id && screens.length > 1
      if (desk === null || isOtherLayout || isUnderDeck) this.#presenter.setBounds(planned.presenter.bounds)
      // The audience's window never covers the notes.
      this.#presenter.moveTop()
    }
  }
}
