import type { BrowserWindow, Screen as ElectronScreen } from 'electron/main'
import type { WindowKind } from '../../contract/channels.ts'
import { centred } from '../displays.ts'
import { whenPresentable } from './create-window.ts'
import type { WindowMemory } from './window-memory.ts'

/** Windows that stand for themselves, outside of any talk. */
const usualSizes = {
  library: { width: 1180, height: 780 },
  gallery: { width: 1440, height: 860 },
  review: { width: 1180, height: 820 },
} as const
export type SingleWindow = keyof typeof usualSizes

export const isSingle = (kind: WindowKind): kind is SingleWindow => Object.hasOwn(usualSizes, kind)

/** Opens such a window where it was last, else in the middle of the primary display. */
export function openSingleWindow(
  kind: SingleWindow,
  create: (bounds: Electron.Rectangle) => BrowserWindow,
  memory: WindowMemory,
  screen: ElectronScreen,
): BrowserWindow {
  const on = memory.lastScreen(kind) ?? screen.getPrimaryDisplay()
  const known = memory.boundsOn(kind, on)
  const { x, y, width, height } = known ?? centred(on.workArea, usualSizes[kind])
  const window = create({ x, y, width, height })
  whenPresentable(window, () => {
    if (known?.isMaximized === true) window.maximize()
    window.show()
  })
  memory.follow(kind, window)
  return window
}
