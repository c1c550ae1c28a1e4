import type { BrowserWindow, RenderProcessGoneDetails } from 'electron/main'

/** A page that dies this often within the time below would only die again. */
const patience = { deaths: 3, withinMs: 10_000 }

/**
 * Loads a window's page again when its process dies. The page then asks the shell for everything it shows.
 * @param giveUp called where reloading does not help
 */
export function recoverWhenPageDies(window: BrowserWindow, giveUp: (why: RenderProcessGoneDetails) => void): void {
  let deaths: number[] = []
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    const now = performance.now()
    deaths = [...deaths.filter((at) => now - at < patience.withinMs), now]
    if (deaths.length > patience.deaths) {
      giveUp(details)
      return
    }
    // Not within the event: Chromium is still clearing the dead process away.
    setImmediate(() => {
      if (!window.isDestroyed()) window.webContents.reload()
    })
  })
}
