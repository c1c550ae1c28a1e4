import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Answers, OpenableWindow, RequestName, RequestPayload } from '../../src/contract/channels.ts'
import type { SettingsChange } from '../../src/contract/library.ts'
import { inTempFolder } from '../bench/places.ts'
import { startShell } from '../bench/shell.ts'

/** Lectern in its browser shell, with windows that are opened by their address. */
export interface App {
  readonly library: Page
  /** Opens another window, drawn. */
  readonly open: (kind: OpenableWindow) => Promise<Page>
  /** Asks the shell as the library does; throws what it refuses. */
  readonly ask: <N extends RequestName>(name: N, payload?: RequestPayload<N>) => Promise<Answers[N]>
}

/** Until everything that a window shows is there and drawn. */
export const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
    document.body.getBoundingClientRect()
    await document.fonts.ready
    await frame()
    await frame()
  })

/** Runs `work` with a Lectern of its own that nobody used, with these settings. */
export const withApp = <T>(
  browser: Browser,
  settings: SettingsChange,
  look: BrowserContextOptions,
  work: (app: App) => Promise<T>,
): Promise<T> =>
  inTempFolder(async (home) => {
    const shell = await startShell(home)
    const context = await browser.newContext({ reducedMotion: 'reduce', ...look })
    try {
      const library = await context.newPage()
      await library.goto(shell.address)
      await library.waitForURL('**/library/index.html')
      const ask: App['ask'] = (name, payload) =>
        library.evaluate(
          async ([name, payload]) => {
            type Asking = { request(name: string, payload: unknown): Promise<{ value?: unknown; failure?: unknown }> }
            const { shell } = window as unknown as { shell: Asking }
            const { value, failure } = await shell.request(name, payload)
            if (failure !== undefined) throw new Error(`${name}: ${JSON.stringify(failure)}`)
            return value as never
          },
          [name, payload] as const,
        )
      await ask('settings:write', settings)
      await library.getByRole('radio').first().waitFor()
      const open = async (kind: OpenableWindow): Promise<Page> => {
        const page = await context.newPage()
        await page.goto(new URL(`/${kind}/index.html`, library.url()).href)
        await page.locator('main').first().waitFor()
        await drawn(page)
        return page
      }
      return await work({ library, open, ask })
    } finally {
      await context.close()
      await shell.stop()
    }
  })
