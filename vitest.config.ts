import { svelte } from '@sveltejs/vite-plugin-svelte'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { findBrowser } from './src/services/browser/find-browser.mjs'

const executablePath = findBrowser()

/**
 * Only for what hangs: how fast a machine is decides no test. Those few that take long say so beside themselves. What is
 * waited for inside a test gives up before the test does, for it knows what it waited for.
 */
const patience = (ms: number) => ({ testTimeout: ms, hookTimeout: ms, expect: { poll: { timeout: (ms * 2) / 3 } } })

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          ...patience(30_000),
        },
      },
      // Runs the built command line, a browser included.
      {
        test: {
          name: 'cli',
          environment: 'node',
          include: ['tests/cli/**/*.test.ts'],
          ...patience(180_000),
        },
      },
      {
        plugins: [svelte()],
        // Found beforehand: a dependency met in the middle of a run would reload the pages under the tests.
        optimizeDeps: { entries: ['src/renderer/**/*.{ts,svelte}', 'tests/component/**/*.ts'] },
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.ts'],
          ...patience(90_000),
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({
              launchOptions: {
                ...(executablePath ? { executablePath } : {}),
                args: ['--no-sandbox', '--disable-quic'],
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
