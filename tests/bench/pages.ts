import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { serveFile } from '../../src/services/disk/static-files.ts'
import { places } from './places.ts'

const origin = 'https://bench.lectern.invalid'
let built: Promise<void> | undefined

/** Builds the pages that measure inside the browser, once a run, as the windows are built: for production. */
function buildPages(): Promise<void> {
  built ??= build({
    root: places.pages,
    configFile: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: join(places.root, 'svelte.config.js') })],
    build: {
      outDir: places.builtPages,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { input: ['picture.html', 'reveal.html'].map((name) => join(places.pages, name)) },
    },
  }).then(() => {
    if (!existsSync(join(places.builtPages, 'picture.html'))) throw new Error('the measuring pages were not built')
  })
  return built
}

/** Opens one of the pages that measure inside the browser, in a context of its own and off the network. */
export async function openPage(browser: Browser, name: 'picture.html' | 'reveal.html'): Promise<Page> {
  await buildPages()
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    if (url.origin !== origin) return route.abort()
    const file = await serveFile(places.builtPages, url.pathname)
    await route.fulfill({
      status: file.status,
      // Isolated from other origins, a page gets a clock of 5 instead of 100 microseconds.
      headers: {
        ...Object.fromEntries(file.headers),
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      },
      body: Buffer.from(await file.arrayBuffer()),
    })
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(error))
  await page.goto(`${origin}/${name}`)
  return page
}
