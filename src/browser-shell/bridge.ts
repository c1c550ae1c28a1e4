/** The page side of the browser shell: gives a window the same `shell` that Electron's preload gives it. */
import type { WindowKind } from '../contract/channels.ts'
import { keepScreenAwake } from './page/awake.ts'
import { connect } from './page/connection.ts'
import { linkNotice } from './page/notice.ts'
import { createPageShell } from './page/page-shell.ts'
import { stayOnPage } from './page/stay.ts'
import { fillOwnScreen, watchScreens } from './page/windows.ts'

/** Each window's page lies in a folder named after it; the shell refuses every other name. */
const kind = location.pathname.split('/')[1] as WindowKind
const connection = connect(kind)
const { shell, refresh } = createPageShell(kind, connection)
const notice = linkNotice()
connection.onLink((link) => {
  notice(link)
  if (link === 'up') void refresh()
})
stayOnPage((url) => void shell.request('link:open', { url }))
if (kind === 'deck' || kind === 'presenter') keepScreenAwake(shell)
void watchScreens()
void fillOwnScreen()

Object.defineProperty(window, 'shell', { value: shell })
