import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Deck } from '../../src/contract/deck.ts'
import type { PrintJob } from '../../src/contract/print.ts'
import { serveFile } from '../../src/services/disk/static-files.ts'
import { places } from './places.ts'

const origin = 'https://bench.lectern.invalid'

/** As exports print. */
export const pdfOptions = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true } as const

/** Opens the real print window with a deck and waits until it may be printed. */
export async function openPrintPage(browser: Browser, { deck }: { readonly deck: Deck }): Promise<Page> {
  const job: PrintJob = { deck, glossary: [], options: { theme: 'light', steps: 'all', glossary: false } }
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  await context.route('**/*', async (route) => {
    const file = await serveFile(places.rendererRoot, new URL(route.request().url()).pathname)
    await route.fulfill({
      status: file.status,
      headers: Object.fromEntries(file.headers),
      body: Buffer.from(await file.arrayBuffer()),
    })
  })
  await context.addInitScript((job) => {
    const shell = {
      request: (name: string) => Promise.resolve({ value: name === 'print:read' ? job : null }),
      listen: () => () => undefined,
      pathOf: () => null,
      ownBase: '/',
    }
    Object.defineProperty(window, 'shell', { value: shell })
  }, job)
  const page = await context.newPage()
  await page.goto(`${origin}/print/index.html`)
  await page.evaluate(() => (window as { printReady?: Promise<number> }).printReady)
  return page
}

/**
 * The same pages as a file of nothing but elements and styles, to be put into `print/` below a folder; what the styles
 * need is copied there.
 */
export async function staticCopy(page: Page, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await cp(join(places.rendererRoot, 'code'), join(folder, 'code'), { recursive: true })
  return page.evaluate(() => {
    for (const node of document.querySelectorAll('script, link[rel=modulepreload]')) node.remove()
    // Files count as strangers to each other, which a crossorigin request would mind.
    for (const node of document.querySelectorAll('[crossorigin]')) node.removeAttribute('crossorigin')
    return `<!doctype html>${document.documentElement.outerHTML}`
  })
}
