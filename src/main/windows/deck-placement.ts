import { once } from 'node:events'
import type { BrowserWindow } from 'electron/main'
import { screenUnder, type Placement, type Screen } from '../displays.ts'

/** Window systems answer late or, some, never. */
const answersWithinMs = 1_000
const tries = 3

async function answered(window: BrowserWindow, event: 'enter-full-screen' | 'leave-full-screen'): Promise<void> {
  await once(window, event, { signal: AbortSignal.timeout(answersWithinMs) }).catch(() => undefined)
}

async function setFullScreen(window: BrowserWindow, on: boolean): Promise<void> {
  if (window.isFullScreen() === on) return
  const change = answered(window, on ? 'enter-full-screen' : 'leave-full-screen')
  window.setFullScreen(on)
  await change
}

/**
 * Keeps the deck's window where it is meant to be. The intended place is remembered apart from the window's bounds:
 * window systems move windows when displays come, go or wake up, and then tell us as if the person had done it.
 */
export class DeckPlacement {
  readonly #window: BrowserWindow
  readonly #screens: () => readonly Screen[]
  #intended: Placement
  #work: Promise<void> = Promise.resolve()
  #isWorking = false

  /** @param screens the displays that there are now */
  constructor(window: BrowserWindow, intended: Placement, screens: () => readonly Screen[]) {
    this.#window = window
    this.#screens = screens
    this.#intended = intended
    window.on('enter-full-screen', () => this.#follow(true))
    window.on('leave-full-screen', () => this.#follow(false))
  }

  get intended(): Placement {
    return this.#intended
  }

  /** Puts the window there. Resolves when it is there, or when the window system has refused three times (Wayland does). */
  put(intended: Placement): Promise<void> {
    this.#intended = intended
    // One after another: two at once would each see the other's half-way state as a failure.
    this.#work = this.#work.then(() => this.#apply(intended))
    return this.#work
  }

  async #apply(intended: Placement): Promise<void> {
    this.#isWorking = true
    try {
      for (let i = 0; i < tries && !this.#window.isDestroyed() && intended === this.#intended; i++) {
        if (!this.#isOn(intended.screen) || (this.#window.isFullScreen() && !this.#fills(intended.screen))) {
          // A full-screen window cannot be moved.
          await setFullScreen(this.#window, false)
          if (this.#window.isDestroyed()) return
          this.#window.setBounds(intended.bounds)
        }
        await setFullScreen(this.#window, intended.isFullScreen)
        if (this.#window.isDestroyed()) return
        if (!intended.isFullScreen) this.#window.setBounds(intended.bounds)
        if (!this.#isOn(intended.screen) || this.#window.isFullScreen() !== intended.isFullScreen) continue
        if (!intended.isFullScreen || this.#fills(intended.screen)) return
      }
    } finally {
      this.#isWorking = false
    }
  }

  #isOn(screen: Screen): boolean {
    return screenUnder(this.#screens(), this.#window.getBounds())?.id === screen.id
  }

  /** A strip may be missing in height: a laptop's panel with a camera notch keeps it from full-screen windows. */
  #fills({ bounds }: Screen): boolean {
    const { width, height } = this.#window.getBounds()
    return width === bounds.width && height <= bounds.height && height >= bounds.height * 0.9
  }

  /** The person left or entered full screen by a means of the system's own: that is then what is meant. */
  #follow(isFullScreen: boolean): void {
    if (this.#isWorking) return
    const screen = screenUnder(this.#screens(), this.#window.getBounds()) ?? this.#intended.screen
    this.#intended = { screen, bounds: this.#window.getNormalBounds(), isFullScreen }
  }
}
