/** A window's page: a Chromium page whose requests, navigations and popups go by the main process under test. */
import { readFileSync } from 'node:fs'
import { theChromium, type ChromiumPage, type PageEvents, type PageRequest } from './chromium.ts'
import { invokeHandlers } from './ipc.ts'
import { answerScript, hearScript, preloadScript, type Called } from './preload-loader.ts'
import { protocolHandler, session } from './session.ts'
import type { FakeWebContents } from './web-contents.ts'
import { fromWire, leaks, toWire } from './wire.ts'

/** Judges a request as Electron does: the main process is asked about navigations, the session about everything. */
function judge(contents: FakeWebContents, request: PageRequest): ReturnType<PageEvents['asksFor']> {
  const url = fromWire(request.url)
  if (request.isNavigation && !contents.expects(url) && !contents.letsNavigate(url, request.isMainFrame)) return 'stay'
  if (!session.defaultSession.lets(url)) return 'block'
  if (url !== request.url) return 'let'
  leaks.push(url)
  return 'fail'
}

/** Meets what a page's preload asks, as `ipcMain.handle` would be called; gives the script that tells it the answer. */
async function answerCall(
  contents: FakeWebContents,
  payload: string,
  frame: { readonly url: string; readonly isTop: boolean },
): Promise<string> {
  const { id, channel, args } = JSON.parse(payload) as Called
  try {
    const handler = invokeHandlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    const senderFrame = frame.isTop ? contents.mainFrame : { url: fromWire(frame.url), parent: contents.mainFrame }
    const value = await handler({ senderFrame, sender: contents } as never, ...args.map(([arg]) => arg))
    return answerScript(id, { value })
  } catch (error) {
    return answerScript(id, { failure: error instanceof Error ? error.message : String(error) })
  }
}

/** Opens a page for a window, or gives null where the test runs without a browser. */
export async function openPage(
  contents: FakeWebContents,
  url: string,
  preload: string | undefined,
): Promise<ChromiumPage | null> {
  const chromium = await theChromium()
  if (chromium === null) return null
  const page = await chromium.newPage()
  const events: PageEvents = {
    ...contents.attach(page),
    asksFor: (request) => judge(contents, request),
    asksToOpen: (opened) => contents.askToOpen(fromWire(opened)),
    calls: (payload, frame) => answerCall(contents, payload, frame),
  }
  await page.hold(events, preload === undefined ? null : preloadScript(readFileSync(preload, 'utf8')))
  const answer = protocolHandler(url)
  if (answer === undefined) throw new Error(`nothing answers ${url}`)
  await page.goto(await toWire(url, answer))
  return page
}

/** Hands a message to a page's preload. A page that is loading or gone does not hear it, as in Electron. */
export function sendTo(page: ChromiumPage, channel: string, args: unknown[]): void {
  page.evaluate(hearScript(channel, args)).catch(() => undefined)
}
