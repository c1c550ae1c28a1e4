/** What no window may do, whatever its page asks: other addresses, other windows, devices, the network. */
import { shell } from 'electron/common'
import type { Session, WebContents } from 'electron/main'
import { isOurUrl } from './page-url.ts'

/** All that a page of ours may have of what browsers ask permission for. */
const allowedPermissions: ReadonlySet<string> = new Set(['fullscreen', 'clipboard-sanitized-write'])

/** Opens a web page or a mail in the person's own program. Every other kind of address is refused and answers false. */
export function openOutside(url: string): boolean {
  const protocol = URL.parse(url)?.protocol
  if (protocol !== 'https:' && protocol !== 'mailto:') return false
  // Later, so that the window which asked is not in the middle of a navigation when another program comes to the front.
  setImmediate(() => void shell.openExternal(url))
  return true
}

/** Keeps a window on its page. A link that leads elsewhere opens outside, as the person would expect of a click. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (details) => {
    if (isOurUrl(details.url) && details.url === contents.getURL()) return
    details.preventDefault()
    openOutside(details.url)
  })
  contents.on('will-redirect', (details) => {
    if (!isOurUrl(details.url)) details.preventDefault()
  })
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame) details.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
}

/** Refuses permissions, devices, downloads and every request that leaves the machine. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    answer(isOurUrl(details.requestingUrl) && isOurUrl(contents.getURL()) && allowedPermissions.has(permission))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => isOurUrl(origin) && allowedPermissions.has(permission),
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOurUrl(details.url) && !/^(?:data|blob|devtools):/.test(details.url) })
  })
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}
