/** Finds a Chromium-family browser on this machine. Plain Node, no dependency: it runs before anything is installed. */
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const { env, platform } = process

/** Where the three platforms keep Chrome, Chromium and Edge. */
function installed() {
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      names.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    )
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    const places = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe']
    return roots.flatMap((root) =>
      [...places, 'Microsoft/Edge/Application/msedge.exe'].map((place) => join(root, place)),
    )
  }
  const folders = [...(env.PATH ?? '').split(':').filter((folder) => folder !== ''), '/usr/bin', '/snap/bin']
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge']
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** Where Playwright keeps what it has downloaded under a name, the newest first. */
function downloads(name) {
  const caches = {
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: join(env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  }
  const cache = env.PLAYWRIGHT_BROWSERS_PATH ?? caches[platform] ?? join(homedir(), '.cache', 'ms-playwright')
  if (!existsSync(cache)) return []
  const version = (folder) => Number(folder.slice(name.length + 1))
  return readdirSync(cache)
    .filter((folder) => folder.startsWith(`${name}-`) && Number.isInteger(version(folder)))
    .sort((a, b) => version(b) - version(a))
    .map((folder) => join(cache, folder))
}

/** Browsers that Playwright has downloaded, the newest first. */
function fromPlaywright() {
  const places = {
    darwin: [
      'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ],
    win32: ['chrome-win/chrome.exe', 'chrome-win64/chrome.exe'],
  }
  return downloads('chromium').flatMap((folder) =>
    (places[platform] ?? ['chrome-linux/chrome', 'chrome-linux64/chrome']).map((place) => join(folder, place)),
  )
}

/**
 * The path of Chromium without a user interface of its own, where there is one: the same pages for less of the machine.
 * For tests alone, since nobody presents with it.
 * @returns {string | undefined}
 */
export function findHeadlessShell() {
  if (env.CHROME_PATH !== undefined && env.CHROME_PATH !== '') return undefined
  const places = ['chrome-linux/headless_shell', 'chrome-headless-shell-linux64/chrome-headless-shell']
  const downloaded = downloads('chromium_headless_shell').flatMap((folder) =>
    places.map((place) => join(folder, place)),
  )
  return ['/usr/bin/chromium-headless-shell', ...downloaded].find((path) => existsSync(path))
}

/**
 * The path of a browser to run: CHROME_PATH if set, else an installed Chrome, Chromium or Edge, else Playwright's own.
 * @returns {string | undefined} undefined where there is none
 */
export function findBrowser() {
  const asked = env.CHROME_PATH
  if (asked !== undefined && asked !== '') return existsSync(asked) ? asked : undefined
  return [...installed(), ...fromPlaywright()].find((path) => existsSync(path))
}
