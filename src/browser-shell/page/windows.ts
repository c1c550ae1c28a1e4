/** Opening, placing and filling windows from the page: a browser lets nobody else do it. */
import type { WindowKind } from '../../contract/channels.ts'
import { pagePath } from '../wire.ts'

/** From the Window Management API, which TypeScript's DOM library does not know yet. */
interface ScreenDetailed extends Screen {
  readonly availLeft: number
  readonly availTop: number
  readonly left: number
  readonly top: number
}
interface ScreenDetails {
  readonly screens: readonly ScreenDetailed[]
  readonly currentScreen: ScreenDetailed
}
type ScreenWindow = typeof window & { getScreenDetails?: () => Promise<ScreenDetails> }

interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

let details: ScreenDetails | null = null

/** The screens as the browser tells them, which it does only once the person (or our own profile) allowed it. */
async function readScreens(): Promise<void> {
  details = (await (window as ScreenWindow).getScreenDetails?.().catch(() => null)) ?? null
}

/** Gets to know the screens beforehand where that asks nobody: a window must open within the click itself. */
export async function watchScreens(): Promise<void> {
  const permission = await navigator.permissions
    .query({ name: 'window-management' as PermissionName })
    .catch(() => null)
  if (permission?.state === 'granted') await readScreens()
}

const whole = ({ left, top, width, height }: ScreenDetailed): Frame => ({ left, top, width, height })
const within = ({ availLeft: left, availTop: top, availWidth: width, availHeight: height }: ScreenDetailed): Frame => ({
  left,
  top,
  width,
  height,
})

/** Tells a window that it has a screen to itself. */
const alone = 'alone'

interface Place {
  readonly frame: Frame
  readonly alone: boolean
}

/** The deck goes to another screen if there is one; all else stays where the person is. */
function placeOf(kind: WindowKind): Place {
  const here = details?.currentScreen
  const other = details?.screens.find((screen) => screen !== here)
  if (kind === 'deck' && other !== undefined) return { frame: whole(other), alone: true }
  if (kind === 'presenter' && here !== undefined) return { frame: within(here), alone: false }
  const { availWidth, availHeight } = window.screen
  const width = Math.min(1280, availWidth)
  const frame = { left: availWidth - width, top: 0, width, height: Math.min(720, availHeight) }
  return { frame, alone: false }
}

/**
 * Opens (or brings up) the window of a kind. Must be called within a click or a key press.
 * @returns whether the browser let it
 */
export function openWindow(kind: WindowKind): boolean {
  const place = placeOf(kind)
  const { left, top, width, height } = place.frame
  const opened = window.open(
    pagePath(kind) + (place.alone ? `?${alone}` : ''),
    `lectern-${kind}`,
    `popup,left=${left},top=${top},width=${width},height=${height}`,
  )
  opened?.focus()
  return opened !== null
}

/** Fills the screen, or stops filling it; false where the browser wants a key press in this very window first. */
export async function fillScreen(on: boolean = document.fullscreenElement === null): Promise<boolean> {
  try {
    if (on) await document.documentElement.requestFullscreen({ navigationUI: 'hide' })
    else if (document.fullscreenElement !== null) await document.exitFullscreen()
    return true
  } catch {
    return false
  }
}

/** Fills the screen of a window that has one to itself, where the browser lets a page do that without a key press. */
export async function fillOwnScreen(): Promise<void> {
  if (!new URLSearchParams(location.search).has(alone)) return
  const descriptor = { name: 'fullscreen' as PermissionName, allowWithoutGesture: true }
  const permission = await navigator.permissions.query(descriptor).catch(() => null)
  if (permission?.state === 'granted') await fillScreen(true)
}

/** Moves this window to the next screen and fills it there as it did here. */
export async function swapScreens(): Promise<void> {
  await readScreens()
  if (details === null) return
  const { screens, currentScreen } = details
  const target = screens[(screens.indexOf(currentScreen) + 1) % screens.length]
  if (target === undefined || target === currentScreen) return
  const wasFull = document.fullscreenElement !== null
  if (wasFull) await document.exitFullscreen()
  window.moveTo(target.left, target.top)
  window.resizeTo(target.width, target.height)
  if (wasFull) await fillScreen(true)
}
