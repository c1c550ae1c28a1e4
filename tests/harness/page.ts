/** A window's page: a Chromium page whose requests, navigations and popups go by the main process under test. */
import { readFileSync } from 'node:fs'
import type { Frame, Page, Route } from 'playwright-core'
import { browserContext, fromWire, leaks, toWire } from './browser.ts'
import { invokeHandlers } from './ipc.ts'
import { bridgeKey, preloadScript } from './preload-loader.ts'
import { protocolHandler, session } from './session.ts'
import type { FakeWebContents } from './web-contents.ts'

const owners = new Map<Page, FakeWebContents>()
/** The page that a browser starts with becomes the first window. */
const taken = new WeakSet<Page>()
let hasPopupGuard = false

/** Only what asks for something else than files of ours has to be looked at. */
const isOfInterest = (url: URL): boolean => fromWire(url.href) === url.href || url.pathname.endsWith('.html')

/** Judges a request as Electron does: the main process is asked about navigations, the session about everything. */
async function judge(route: Route, contents: FakeWebContents, page: Page): Promise<void> {
  const request = route.request()
  const url = fromWire(request.url())
  const isMainFrame = request.frame() === page.mainFrame()
  if (request.isNavigationRequest() && !contents.expects(url) && !contents.letsNavigate(url, isMainFrame)) {
    // No content: the navigation ends and the page stays, as in Electron.
    return route.fulfill({ status: 204 })
  }
  if (!session.defaultSession.lets(url)) return route.abort('blockedbyclient')
  if (url !== request.url()) return route.continue()
  leaks.push(url)
  return route.abort()
}

/** Meets what a page's preload asks, as `ipcMain.handle` would be called. */
function answerInvoke(contents: FakeWebContents, page: Page, frame: Frame, channel: string, args: unknown[]): unknown {
  const handler = invokeHandlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  const isTop = frame === page.mainFrame()
  const senderFrame = isTop ? contents.mainFrame : { url: fromWire(frame.url()), parent: contents.mainFrame }
  return handler({ senderFrame, sender: contents } as never, ...args)
}

/** A page that one of ours opened: the main process is asked, and in the stand-in nothing it could answer opens one. */
async function guardPopups(context: NonNullable<Awaited<ReturnType<typeof browserContext>>>): Promise<void> {
  if (hasPopupGuard) return
  hasPopupGuard = true
  await context.route('**/*', async (route) => {
    const page = route.request().frame().page()
    const opener = await page.opener()
    const owner = opener === null ? undefined : owners.get(opener)
    if (owner === undefined) return route.fallback()
    owner.askToOpen(fromWire(route.request().url()))
    await route.abort()
    await page.close()
  })
}

/** Opens a page for a window, or gives null where the test runs without a browser. */
export async function openPage(
  contents: FakeWebContents,
  url: string,
  preload: string | undefined,
): Promise<Page | null> {
  const context = await browserContext()
  if (context === null) return null
  await guardPopups(context)
  const blank = context.pages().find((page) => page.url() === 'about:blank' && !taken.has(page))
  if (blank !== undefined) taken.add(blank)
  const page = blank ?? (await context.newPage())
  taken.add(page)
  owners.set(page, contents)
  page.on('close', () => owners.delete(page))
  await page.route(isOfInterest, (route) => judge(route, contents, page).catch(() => undefined))
  await page.exposeBinding('__toMain', ({ frame }, channel: string, args: unknown[]) =>
    answerInvoke(contents, page, frame, channel, args),
  )
  if (preload !== undefined) await page.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8')) })
  contents.attach(page)
  const answer = protocolHandler(url)
  if (answer === undefined) throw new Error(`nothing answers ${url}`)
  await page.goto(await toWire(url, answer), { waitUntil: 'load' })
  return page
}

/** Hands a message to a page's preload. A page that is loading or gone does not hear it, as in Electron. */
export async function sendTo(page: Page, channel: string, args: unknown[]): Promise<void> {
  await page
    .evaluate(
      ([key, name, message]) => {
        const hear = (globalThis as unknown as Record<symbol, (channel: string, args: unknown[]) => void>)[
          Symbol.for(key)
        ]
        hear?.(name, message)
      },
      [bridgeKey, channel, args] as const,
    )
    .catch(() => undefined)
}
