/** An installed browser that nobody sees, which lays out and prints pages. */
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'
import { LecternError } from '../../contract/failure.ts'
import { makeOwnPlace, sweepOwnPlaces } from '../disk/own-place.ts'

export interface HeadlessBrowser {
  readonly context: BrowserContext
  /** Ends it and removes all that it wrote. */
  close(): Promise<void>
}

export interface HeadlessOptions {
  /** Called once a run where this system does not let the browser's sandbox be. */
  readonly onUnsandboxed?: (() => void) | undefined
}

/** What the folder of a browser is called; the next run removes those of processes that were killed. */
const prefix = 'lectern-print'

/** Programs whose sandbox does not work here, as for root and where people may make no namespaces of their own. */
const unsandboxed = new Set<string>()

/** Longer paths leave no room for the browser's own socket below them. */
const longestTemporary = 60

/** The environment with what the browser holds for temporary inside its folder, so that all of it goes with that. */
function environmentIn(place: string): NodeJS.ProcessEnv {
  const isShort = Buffer.byteLength(place) <= longestTemporary
  return process.platform === 'linux' && isShort ? { ...process.env, TMPDIR: place } : process.env
}

const start = (browserPath: string, place: string, chromiumSandbox: boolean): Promise<BrowserContext> =>
  chromium.launchPersistentContext(join(place, 'profile'), {
    executablePath: browserPath,
    artifactsDir: place,
    env: environmentIn(place),
    chromiumSandbox,
    // Who prints decides what a signal means. The browser ends with this process even if that is killed: it is told what
    // to do by a pipe, and goes when that closes.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
    // Beside what Playwright asks for anyway, all that would go to the network among it. Where lines of a page break is the
    // same whatever the screen of this machine makes of fonts.
    args: ['--disable-quic', '--font-render-hinting=none'],
  })

/** Starts it in its sandbox where this system lets it, else without, which is told. */
async function startSandboxed(
  browserPath: string,
  place: string,
  { onUnsandboxed }: HeadlessOptions,
): Promise<BrowserContext> {
  if (unsandboxed.has(browserPath)) return start(browserPath, place, false)
  try {
    return await start(browserPath, place, true)
  } catch {
    // Whatever is wrong, it is wrong without the sandbox too, unless it is that.
    const context = await start(browserPath, place, false)
    unsandboxed.add(browserPath)
    onUnsandboxed?.()
    return context
  }
}

/**
 * Starts an installed browser, headless and off the network, with all its files in a folder of its own.
 * Rejects with the `LecternError` `no-browser` if it does not start.
 */
export async function launchHeadless(browserPath: string, options: HeadlessOptions = {}): Promise<HeadlessBrowser> {
  await sweepOwnPlaces(tmpdir(), prefix)
  const place = await makeOwnPlace(tmpdir(), prefix)
  const clear = (): Promise<void> => rm(place, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
  try {
    const context = await startSandboxed(browserPath, place, options)
    return {
      context,
      async close() {
        await context.close()
        await clear()
      },
    }
  } catch (cause) {
    await clear()
    throw new LecternError(
      'no-browser',
      {
        ko: `인쇄에 쓸 브라우저를 시작하지 못했어요: ${browserPath}`,
        en: `The browser for printing did not start: ${browserPath}`,
      },
      { cause },
    )
  }
}
