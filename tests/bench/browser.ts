import { chromium, type Browser, type Page } from 'playwright-core'
import { findBrowser } from '../../tools/find-browser.mjs'

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

/**
 * When (ms since 1970) something that a selector finds has been drawn with its fonts. Asked in the page itself, so
 * that the way there and back is not counted.
 */
export const drawnAt = (page: Page, selector: string): Promise<number> =>
  page.evaluate(async (selector) => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
    while (document.querySelector(selector) === null) await frame()
    // Fonts start to load once something asks for them, which is when it is laid out.
    document.body.getBoundingClientRect()
    await document.fonts.ready
    await frame()
    await frame()
    return performance.timeOrigin + performance.now()
  }, selector)
