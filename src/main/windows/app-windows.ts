import type { BrowserWindow, Rectangle, Screen as ElectronScreen } from 'electron/main'
import type { OpenableWindow, WindowKind } from '../../contract/channels.ts'
import { centred } from '../displays.ts'
import { createWindow, type Look } from './create-window.ts'
import { isSingle, openSingleWindow, type SingleWindow } from './single-window.ts'
import type { WindowMemory } from './window-memory.ts'
import { recoverWhenPageDies } from './recovery.ts'
import { WindowRegistry } from './window-registry.ts'
import { TalkWindows } from './talk-windows.ts'

export interface AppWindowsDeps {
  readonly screen: ElectronScreen
  readonly memory: WindowMemory
  readonly look: () => Look
  /** The person has closed the last window of a talk. */
  readonly onTalkWindowsClosed: () => void
  /** A window was closed because its page died again and again. */
  readonly onGivenUp: (kind: WindowKind) => void
}

export interface AppWindows {
  readonly registry: WindowRegistry
  readonly open: (kind: OpenableWindow) => void
  readonly close: (kind: WindowKind) => void
  /** Full screen of library, gallery and review for themselves, and of the deck for everything else. */
  readonly fullScreen: (from: WindowKind, on: boolean | undefined) => Promise<void>
  readonly swapDisplays: () => Promise<void>
  /** A hidden window with the print page. */
  readonly openPrint: () => BrowserWindow
}

/** Every window of the app: how it is made, guarded and found. */
export function appWindows(deps: AppWindowsDeps): AppWindows {
  const registry = new WindowRegistry()

  const create = (kind: WindowKind, bounds: Rectangle): BrowserWindow => {
    const window = createWindow(kind, bounds, deps.look())
    registry.add(kind, window)
    return window
  }
  const createShown = (kind: WindowKind, bounds: Rectangle): BrowserWindow => {
    const window = create(kind, bounds)
    recoverWhenPageDies(window, () => {
      window.destroy()
      deps.onGivenUp(kind)
    })
    return window
  }
  const talk = new TalkWindows({
    create: createShown,
    screen: deps.screen,
    memory: deps.memory,
    onBothClosed: deps.onTalkWindowsClosed,
  })

  const openLone = (kind: SingleWindow): void => {
    const open = registry.get(kind)
    if (open === null) {
      openSingleWindow(kind, (bounds) => createShown(kind, bounds), deps.memory, deps.screen)
      return
    }
    if (open.isMinimized()) open.restore()
    open.show()
    open.focus()
  }

  return {
    registry,
    open: (kind) => (isSingle(kind) ? openLone(kind) : talk.open(kind)),
    close: (kind) => registry.get(kind)?.close(),
    async fullScreen(from, on) {
      if (!isSingle(from)) return talk.fullScreen(on)
      const own = registry.get(from)
      own?.setFullScreen(on ?? !own.isFullScreen())
    },
    swapDisplays: () => talk.swap(),
    openPrint: () => create('print', centred(deps.screen.getPrimaryDisplay().workArea, { width: 1280, height: 720 })),
  }
}
