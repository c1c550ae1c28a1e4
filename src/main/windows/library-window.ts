import type { BrowserWindow, Screen as ElectronScreen } from 'electron/main'
import { centred } from '../displays.ts'
import { whenPresentable } from './create.ts'
import type { WindowMemory } from './memory.ts'

const usualSize = { width: 1180, height: 780 }

/** Opens the library where it was last, else in the middle of the primary display. */
export function openLibraryWindow(
  create: (bounds: Electron.Rectangle) => BrowserWindow,
  memory: WindowMemory,
  screen: ElectronScreen,
): BrowserWindow {
  const on = memory.lastScreen('library') ?? screen.getPrimaryDisplay()
  const known = memory.boundsOn('library', on)
  const { x, y, width, height } = known ?? centred(on.workArea, usualSize)
  const window = create({ x, y, width, height })
  whenPresentable(window, () => {
    if (known?.isMaximized === true) window.maximize()
    window.show()
  })
  memory.follow('library', window)
  return window
}
