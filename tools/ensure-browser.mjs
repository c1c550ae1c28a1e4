/** Fetches a browser for the tests and the bench where there is none. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from '../src/services/browser/find-browser.mjs'
import { run } from './node.mjs'

/** Debian and Ubuntu have Chromium as a package; elsewhere the person has to install a browser. */
function installFromDebian() {
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!canInstall) return
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  apt('update')
  // Each by itself: not every release has the second.
  for (const name of ['chromium', 'chromium-headless-shell']) apt('install', '-y', '--no-install-recommends', name)
}

/** Sees to it that there is a browser; rejects with a sentence for the person where none can be had. */
export async function ensureBrowser() {
  if (findBrowser() !== undefined) return
  console.error('Lectern: no Chrome, Chromium or Edge found; fetching one …')
  await run('playwright', ['install', 'chromium'], { stdio: 'ignore', timeout: 300_000 })
  if (findBrowser() === undefined) installFromDebian()
  if (findBrowser() === undefined) {
    throw new Error('Chrome, Chromium or Edge is needed. Install one, or set CHROME_PATH to its program.')
  }
}
