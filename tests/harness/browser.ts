/** The Chromium whose pages are the windows, and how addresses of our own scheme travel in it. */
import { chromium, type BrowserContext } from 'playwright-core'

const schemes = new Set<string>()
export const addScheme = (scheme: string): unknown => schemes.add(scheme)

/** Chromium cannot load foreign schemes, so `scheme://host/path` travels as `https://host.scheme.test/path`. */
export function toWire(url: string): string {
  const { protocol, host, pathname, search, hash } = new URL(url)
  const scheme = protocol.slice(0, -1)
  return schemes.has(scheme) ? `https://${host}.${scheme}.test${pathname}${search}${hash}` : url
}

export const fromWire = (url: string): string => url.replace(/^https:\/\/([^./]+)\.([a-z-]+)\.test(?=\/|$)/, '$2://$1')

/** Addresses that a page asked for and that nobody but the network could have answered. Tests want this empty. */
export const leaks: string[] = []

let connecting: Promise<BrowserContext> | null = null

/** The browser's context, or null where tests need no pages (HARNESS_CDP is not set). */
export function browserContext(): Promise<BrowserContext> | null {
  const address = process.env['HARNESS_CDP']
  if (address === undefined || address === '') return null
  connecting ??= chromium.connectOverCDP(address).then((browser) => {
    browser.on('disconnected', () => process.exit(0))
    const [context] = browser.contexts()
    if (context === undefined) throw new Error('the browser has no context')
    return context
  })
  return connecting
}
