/** The browsers of one worker: starting one takes longer than most tests, so that tests that want the same one share it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from '@playwright/test'
import { findBrowser, findHeadlessShell } from '../../../src/services/browser/find-browser.mjs'
import type { Wish } from './shells.ts'

interface Kept {
  readonly context: BrowserContext
  readonly profile: string
}

export interface Lent extends Kept {
  /** Closes what was opened in it, so that the next test finds a browser as new. */
  readonly giveBack: () => Promise<void>
}

const kept = new Map<string, Kept>()

const screen = { width: 1280, height: 720 } as const
/** A second one beside it. Chromium draws what is on it once a second, which all that waits for a frame waits for. */
const secondScreen = `--screen-info={${screen.width}x${screen.height}}{${screen.width},0 ${screen.width}x${screen.height}}`

/**
 * What Chromium does by itself that gets in the way: Playwright's own list is replaced by any that is given, so those of
 * it that matter here are in this one too. The last two hold pages behind the address bar ready, in a process of theirs.
 */
const unwanted = [
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
]

async function open({ lang, theme, reducedMotion, popups, screens, processes }: Wish): Promise<Kept> {
  // What a browser allows a page without asking is a matter of its user interface.
  const executablePath = (popups ? findHeadlessShell() : undefined) ?? findBrowser()
  const profile = await mkdtemp(join(tmpdir(), 'lectern-profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath === undefined ? {} : { executablePath }),
    viewport: null,
    colorScheme: theme,
    reducedMotion,
    locale: lang === 'ko' ? 'ko-KR' : 'en-US',
    ignoreDefaultArgs: popups ? [] : ['--disable-popup-blocking'],
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-gpu',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
      '--remote-debugging-port=0',
      `--disable-features=${unwanted.join(',')}`,
      `--window-size=${screen.width},${screen.height}`,
      ...(screens === 2 ? [secondScreen] : []),
      ...(processes === 'one' ? ['--renderer-process-limit=1'] : []),
    ],
  })
  return { context, profile }
}

/** A browser with one empty page, set up as the test wants it and watched by it. */
export async function lendBrowser(wish: Wish): Promise<Lent> {
  const { lang, theme, reducedMotion, popups, screens, processes, watch } = wish
  const key = JSON.stringify([lang, theme, reducedMotion, popups, screens, processes])
  let browser = kept.get(key)
  if (browser === undefined) {
    browser = await open(wish)
    kept.set(key, browser)
    browser.context.once('close', () => kept.delete(key))
  }
  const { context, profile } = browser
  const unwatch = watch.follow(context)
  return {
    context,
    profile,
    async giveBack() {
      const old = context.pages()
      await context.newPage()
      await Promise.all(old.map((page) => page.close().catch(() => undefined)))
      unwatch()
      await Promise.all([context.clearCookies(), context.clearPermissions()])
    },
  }
}

/** Ends all browsers of the worker. */
export async function closeBrowsers(): Promise<void> {
  for (const { context, profile } of [...kept.values()]) {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
}
