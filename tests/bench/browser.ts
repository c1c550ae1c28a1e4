import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '../../src/services/browser/find-browser.mjs'

/** The browser to measure with; throws where there is none. */
export function browserPath(): string {
  const path = findBrowser()
  if (path === undefined) throw new Error('measuring needs Chrome, Chromium or Edge')
  return path
}

/** Starts the browser without a window. */
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath(), args: ['--disable-quic', '--disable-background-networking'] })

export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await launch()
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}
