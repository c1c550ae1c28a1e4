import type { PlainPage } from './plain-browser.ts'

/**
 * When (ms since 1970) something that a selector finds has been drawn with its fonts. Asked in the page itself, so
 * that the way there and back is not counted.
 */
export async function drawnAt(page: PlainPage, selector: string): Promise<number> {
  try {
    return await drawnHere(page, selector)
  } catch (error) {
    // The page by which a browser comes in goes on by itself, and takes along who looks at it.
    if (error instanceof Error && /navigated|context/.test(error.message)) return drawnAt(page, selector)
    throw error
  }
}

const drawnHere = (page: PlainPage, selector: string): Promise<number> =>
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
