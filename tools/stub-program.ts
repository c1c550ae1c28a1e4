/**
 * What the program of the stub distribution does: `stub-program.ts PROGRAM [ARGS…]` unpacks the app that lies beside
 * PROGRAM and runs it on the stand-in, in a Chromium that is driven at `--remote-debugging-port`, as Electron's would be.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { extractAll } from '@electron/asar'
import { findBrowser } from '../src/services/browser/find-browser.mjs'
import { root } from './node.mjs'

const [program = '', ...args] = process.argv.slice(2)
const resources = join(dirname(program), 'resources')
const folder = mkdtempSync(join(tmpdir(), 'lectern-packed-'))
const app = join(folder, 'app')
extractAll(join(resources, 'app.asar'), app)
if (existsSync(join(resources, 'slides'))) symlinkSync(join(resources, 'slides'), join(app, 'slides'))

const port = args.find((arg) => arg.startsWith('--remote-debugging-port='))
const browser = findBrowser()
const chromium =
  port === undefined || browser === undefined
    ? null
    : spawn(
        browser,
        [
          '--headless=new',
          '--no-sandbox',
          '--no-first-run',
          '--disable-quic',
          `--user-data-dir=${join(folder, 'profile')}`,
          port,
          'about:blank',
        ],
        { stdio: 'ignore' },
      )
/** Its DevTools address, once it listens. */
async function devToolsAddress(): Promise<string> {
  for (;;) {
    const asked = await fetch(`http://127.0.0.1:${port?.split('=')[1] ?? ''}/json/version`).catch(() => null)
    if (asked?.ok === true) return ((await asked.json()) as { webSocketDebuggerUrl: string }).webSocketDebuggerUrl
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
const address = chromium === null ? '' : await devToolsAddress()

const env = { ...process.env, HARNESS_APP: app, HARNESS_CDP: address }
const child = spawn(process.execPath, [join(root, 'tests/harness/launch.ts'), ...args], {
  env,
  stdio: ['ignore', 'ignore', 'inherit'],
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
const [code] = (await once(child, 'close')) as [number | null]
if (chromium !== null && chromium.exitCode === null) {
  chromium.kill()
  await once(chromium, 'close')
}
rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
process.exit(code ?? 1)
