/**
 * Keeps a window on its page, as Electron's main process keeps its own: in a browser a link replaces the window that it
 * is in, and so does a link or a file that is dropped on it.
 */
import { windowKinds } from '../../contract/channels.ts'
import { pagePath } from '../wire.ts'

/** Loads the page again, or is our own code that lets this window become another of ours; no link of anybody's. */
function isOurOwn(address: string, userInitiated: boolean): boolean {
  const { origin, pathname } = new URL(address)
  if (origin !== location.origin) return false
  return pathname === location.pathname || (!userInitiated && windowKinds.some((kind) => pagePath(kind) === pathname))
}

const written = 'textarea, input:is(:not([type]), [type="text"], [type="search"], [type="number"])'

/** Text may be dropped where text is written, and a file where one is chosen. */
function mayDrop({ target, dataTransfer }: DragEvent): boolean {
  if (!(target instanceof Element)) return false
  const holdsFiles = dataTransfer?.types.includes('Files') === true
  return target.closest(holdsFiles ? 'input[type="file"]' : written) !== null
}

/** @param openOutside is given the address that a link would have led to */
export function stayOnPage(openOutside: (url: string) => void): void {
  navigation.addEventListener('navigate', (event) => {
    const { destination, downloadRequest, userInitiated, cancelable } = event
    if (!cancelable || destination.sameDocument || downloadRequest !== null) return
    if (isOurOwn(destination.url, userInitiated)) return
    event.preventDefault()
    openOutside(destination.url)
  })
  const refuse = (event: DragEvent): void => {
    if (mayDrop(event)) return
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
  }
  // First of all listeners: one that takes what is dropped says so after it.
  window.addEventListener('dragover', refuse, { capture: true })
  window.addEventListener('drop', refuse, { capture: true })
}
