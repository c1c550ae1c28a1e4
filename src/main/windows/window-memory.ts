import type { BrowserWindow, Rectangle } from 'electron/main'
import * as v from 'valibot'
import type { WindowKind } from '../../contract/channels.ts'
import { openStore, type Store } from '../../services/disk/json-store.ts'
import { arrangementKey, fitInto, screenKey, screenUnder, type Screen } from '../displays.ts'

export type RememberedKind = Exclude<WindowKind, 'print'>

const integer = v.pipe(v.number(), v.integer())
const boundsSchema = v.object({
  x: integer,
  y: integer,
  width: v.pipe(integer, v.minValue(1)),
  height: v.pipe(integer, v.minValue(1)),
  isMaximized: v.boolean(),
})
type Bounds = v.InferOutput<typeof boundsSchema>

/** What `windows.json` holds. Displays are named by what they are called, how large they are and where they stand. */
const schemas = {
  /** By window and display. */
  bounds: v.record(v.string(), v.record(v.string(), boundsSchema)),
  /** The display on which each window was last. */
  lastScreen: v.record(v.string(), v.string()),
  /** By arrangement of displays: the display that the person swapped the deck to. */
  deckOn: v.record(v.string(), v.string()),
}
type Remembered = { readonly [K in keyof typeof schemas]: v.InferOutput<(typeof schemas)[K]> }

/** Opens the file of window places. Never rejects. */
export function openWindowPlaces(file: string): Promise<Store<Remembered>> {
  return openStore({ file, schemas, initial: { bounds: {}, lastScreen: {}, deckOn: {} }, now: Date.now })
}

/** A window being dragged tells of every pixel; what counts is where it comes to rest. */
const restMs = 400

/** Remembers where windows were, for each display apart. */
export class WindowMemory {
  readonly #store: Store<Remembered>
  readonly #screens: () => readonly Screen[]
  #writing: Promise<void> = Promise.resolve()

  constructor(store: Store<Remembered>, screens: () => readonly Screen[]) {
    this.#store = store
    this.#screens = screens
  }

  /** Where the window was on this display, moved inside of it, or null if it never was there. */
  boundsOn(kind: RememberedKind, screen: Screen): (Rectangle & { readonly isMaximized: boolean }) | null {
    const known = this.#store.read().bounds[kind]?.[this.#placeKey(kind, screen)]
    if (known === undefined) return null
    return { ...fitInto(screen.workArea, known), isMaximized: known.isMaximized }
  }

  /** The display on which the window was last, if it is there. */
  lastScreen(kind: RememberedKind): Screen | null {
    const key = this.#store.read().lastScreen[kind]
    return this.#screens().find((screen) => screenKey(screen) === key) ?? null
  }

  /** The key of the display chosen for the deck in the present arrangement. */
  deckOn(): string | null {
    return this.#store.read().deckOn[arrangementKey(this.#screens())] ?? null
  }

  chooseDeckOn(screen: Screen): void {
    const arrangement = arrangementKey(this.#screens())
    this.#change({ deckOn: { ...this.#store.read().deckOn, [arrangement]: screenKey(screen) } })
  }

  /** Follows a window for as long as it is open. */
  follow(kind: RememberedKind, window: BrowserWindow): void {
    let timer: NodeJS.Timeout | undefined
    const keep = (): void => {
      if (!window.isDestroyed()) this.#keep(kind, window)
    }
    const keepSoon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(keep, restMs)
    }
    window.on('move', keepSoon)
    window.on('resize', keepSoon)
    window.on('maximize', keepSoon)
    window.on('unmaximize', keepSoon)
    window.on('close', keep)
    window.on('closed', () => clearTimeout(timer))
  }

  #keep(kind: RememberedKind, window: BrowserWindow): void {
    // Full screen is decided anew each time; a minimised window has no place.
    if (window.isFullScreen() || window.isMinimized()) return
    const bounds: Bounds = { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
    const screen = screenUnder(this.#screens(), bounds)
    if (screen === null) return
    const known = this.#store.read()
    const ofKind = { ...known.bounds[kind], [this.#placeKey(kind, screen)]: bounds }
    this.#change({
      bounds: { ...known.bounds, [kind]: ofKind },
      lastScreen: { ...known.lastScreen, [kind]: screenKey(screen) },
    })
  }

  /** Where deck and presenter share the only display, each has less room than where it has one to itself. */
  #placeKey(kind: RememberedKind, screen: Screen): string {
    const isShared = kind !== 'library' && this.#screens().length === 1
    return isShared ? `shared ${screenKey(screen)}` : screenKey(screen)
  }

  #change(part: Partial<Remembered>): void {
    // Where a window stood is not worth a word in the middle of a talk; it stays in memory, and the next change tries again.
    this.#writing = this.#store.change(part).catch(() => undefined)
  }

  /** Resolves when all that is remembered is on disk. */
  settled(): Promise<void> {
    return this.#writing
  }
}
