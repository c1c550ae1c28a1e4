import type { BrowserWindow, WebContents } from 'electron/main'
import type { BroadcastName, Broadcasts, WindowKind } from '../../contract/channels.ts'

/** All windows of ours that are open: at most one library, deck and presenter, and the hidden ones that print. */
export class WindowRegistry {
  readonly #windows = new Map<BrowserWindow, WindowKind>()

  /** Counts a window as ours until it is closed. */
  add(kind: WindowKind, window: BrowserWindow): void {
    this.#windows.set(window, kind)
    window.once('closed', () => this.#windows.delete(window))
  }

  get(kind: WindowKind): BrowserWindow | null {
    for (const [window, ofKind] of this.#windows) if (ofKind === kind && !window.isDestroyed()) return window
    return null
  }

  /** The window that has the keyboard, or null if none of ours has it. */
  focusedKind(): WindowKind | null {
    for (const [window, kind] of this.#windows) if (!window.isDestroyed() && window.isFocused()) return kind
    return null
  }

  /** Which window a page is in, or null if it is in none of ours. */
  kindOf(contents: WebContents): WindowKind | null {
    for (const [window, kind] of this.#windows)
      if (!window.isDestroyed() && window.webContents === contents) return kind
    return null
  }

  broadcast<N extends BroadcastName>(name: N, payload: Broadcasts[N]): void {
    for (const window of this.#windows.keys()) {
      if (!window.isDestroyed() && !window.webContents.isCrashed()) window.webContents.send('broadcast', name, payload)
    }
  }
}
