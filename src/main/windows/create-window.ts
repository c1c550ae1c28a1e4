import { join } from 'node:path'
import { BrowserWindow, type Rectangle } from 'electron/main'
import type { WindowKind } from '../../contract/channels.ts'
import { pageUrl } from '../page-url.ts'

const preload = join(import.meta.dirname, '../preload/index.cjs')
/** For systems that show an icon with each window; macOS takes the app's own. */
const icon = join(import.meta.dirname, '../../assets/icons/icon.png')

const smallest: Readonly<Record<WindowKind, { readonly width: number; readonly height: number }>> = {
  library: { width: 640, height: 480 },
  deck: { width: 320, height: 200 },
  presenter: { width: 640, height: 420 },
  gallery: { width: 640, height: 480 },
  review: { width: 480, height: 480 },
  print: { width: 320, height: 180 },
}

/** How long a window may stay hidden while its page loads: some Wayland compositors never say that it is ready to be shown. */
const showWithinMs = 3_000

/** How a window looks before its page has drawn anything. */
export interface Look {
  readonly title: string
  readonly backgroundColor: string
}

/** Makes a window of ours, not shown yet, and begins to load its page. */
export function createWindow(kind: WindowKind, bounds: Rectangle, look: Look): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    ...look,
    icon,
    show: false,
    minWidth: smallest[kind].width,
    minHeight: smallest[kind].height,
    autoHideMenuBar: kind !== 'library',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Chromium would fetch its dictionaries from the network.
      spellcheck: false,
      // A clock and a picture go on while the other window has the focus.
      backgroundThrottling: kind === 'library',
    },
  })
  // A failed load shows itself as an empty window with Chromium's own page, which a reload mends; there is nothing to add.
  window.loadURL(pageUrl(kind)).catch(() => undefined)
  return window
}

/** Calls `show` once: as soon as the page is there to be seen, or after three seconds. */
export function whenPresentable(window: BrowserWindow, show: () => void): void {
  let isDue = true
  const showOnce = (): void => {
    if (!isDue || window.isDestroyed()) return
    isDue = false
    show()
  }
  const timer = setTimeout(showOnce, showWithinMs)
  window.once('ready-to-show', showOnce)
  window.webContents.once('did-finish-load', showOnce)
  window.once('closed', () => clearTimeout(timer))
}
