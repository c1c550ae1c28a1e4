import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { findBrowser, findHeadlessShell } from './src/services/browser/find-browser.mjs'
import { growingPx } from './tools/growing-px.ts'

const headlessShell = findHeadlessShell()
const executablePath = headlessShell ?? findBrowser()

/** The soak does up to a hundred times as much in a test. */
const longer = process.env['LECTERN_SOAK'] === '1' ? 30 : 1

/**
 * Only for what hangs: how fast a machine is decides no test. Those few that take long say so beside themselves. What is
 * waited for inside a test gives up before the test does, for it knows what it waited for.
 */
const patience = (ms: number) => ({
  testTimeout: ms * longer,
  hookTimeout: ms * longer,
  expect: { poll: { timeout: (ms * 2) / 3 } },
})

/** The icons that the files in a folder import, each a dependency of its own. */
function iconsOf(folder: string): string[] {
  const files = globSync(join(import.meta.dirname, folder, '**/*.{ts,svelte}'))
  const icons = files.flatMap((file) => readFileSync(file, 'utf8').match(/@lucide\/svelte\/icons\/[\w-]+/g) ?? [])
  return [...new Set(icons)].sort()
}

/** A place where no folder can be made: who forgets to have a data folder of its own writes into nobody's. */
const noHome = { LECTERN_HOME: join(import.meta.filename, 'home') }

/** No test outside of Electron has it. */
const electronStandIn = [
  { find: /^electron\/(main|common)$/, replacement: join(import.meta.dirname, 'tests/harness/electron.ts') },
  { find: /^electron\/renderer$/, replacement: join(import.meta.dirname, 'tests/harness/renderer.ts') },
]

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: electronStandIn },
        test: {
          name: 'unit',
          environment: 'node',
          // Files of tests share what they import: reading it anew for each took a fifth of the time. So no test mocks a
          // module, and none leaves anything behind in one.
          isolate: false,
          env: noHome,
          include: ['tests/unit/**/*.test.ts'],
          ...patience(30_000),
        },
      },
      // Runs the built command line, a browser included.
      {
        test: {
          name: 'cli',
          environment: 'node',
          // One of the files mocks a module, which it can only where no other file has loaded that.
          isolate: true,
          // Prints the same for less of the machine; the specs print with the browser that a person would.
          env: { ...noHome, CHROME_PATH: headlessShell ?? '' },
          include: ['tests/cli/**/*.test.ts'],
          ...patience(180_000),
        },
      },
      {
        plugins: [svelte()],
        css: { postcss: { plugins: [growingPx] } },
        // Found beforehand: a dependency met in the middle of a run would reload the pages under the tests. The entries are
        // read only where nothing is left of an earlier run, so what is new in them is told by name.
        optimizeDeps: {
          entries: ['src/renderer/**/*.{ts,svelte}', 'tests/component/**/*.ts'],
          include: ['fast-check', ...iconsOf('src/renderer')],
        },
        test: {
          name: 'component',
          isolate: false,
          setupFiles: ['tests/component/setup.ts'],
          include: ['tests/component/**/*.test.ts'],
          env: { LECTERN_SOAK: process.env['LECTERN_SOAK'] ?? '' },
          ...patience(90_000),
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({
              launchOptions: {
                ...(executablePath ? { executablePath } : {}),
                args: ['--no-sandbox', '--disable-quic', '--font-render-hinting=none'],
              },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 720 } }],
            screenshotFailures: false,
          },
        },
      },
    ],
  },
})
