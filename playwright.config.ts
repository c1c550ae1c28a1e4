import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import type { ShellOptions } from './tests/e2e/fixtures.ts'

const electronIsHere =
  existsSync('node_modules/electron/path.txt') || process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined

const oneShell = [
  '**/axe.spec.ts',
  '**/big-deck.spec.ts',
  '**/browser-windows.spec.ts',
  '**/forced-colors.spec.ts',
  '**/long-talk.spec.ts',
  '**/look.spec.ts',
  '**/review.spec.ts',
]

/** Pages of the stand-in are Chromium's, as those of the browser shell; of Electron's these are seen too. */
const samePages = ['**/gallery.spec.ts', '**/hangul.spec.ts']

/** One set of specs for every shell that is here. */
export default defineConfig<ShellOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: true,
  timeout: 120_000,
  // A second try only tells a flaky test from a broken one: `npm test` fails on either.
  retries: 1,
  expect: {
    timeout: 20_000,
    toHaveScreenshot: { animations: 'disabled', caret: 'hide', maxDiffPixelRatio: 0.01, scale: 'css' },
  },
  forbidOnly: true,
  reporter: 'list',
  snapshotPathTemplate: '{testDir}/look/{arg}{ext}',
  projects: [
    { name: 'browser shell', use: { shellKind: 'browser' } },
    // What the windows draw is the same in every shell and is looked at in one of them.
    { name: 'main process on chromium', use: { shellKind: 'stand-in' }, testIgnore: [...oneShell, ...samePages] },
    ...(electronIsHere ? [{ name: 'electron', use: { shellKind: 'electron' as const }, testIgnore: oneShell }] : []),
  ],
})
