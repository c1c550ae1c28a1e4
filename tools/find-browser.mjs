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

/** Browsers that Playwright has downloaded, the newest first. */
function fromPlaywright() {
  const caches = {
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: join(env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  }
  const cache = env.PLAYWRIGHT_BROWSERS_PATH ?? caches[platform] ?? join(homedir(), '.cache', 'ms-playwright')
  if (!existsSync(cache)) return []
  const places = {
    darwin: [
      'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ],
    win32: ['chrome-win/chrome.exe', 'chrome-win64/chrome.exe'],
  }
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) =>
      (places[platform] ?? ['chrome-linux/chrome', 'chrome-linux64/chrome']).map((place) => join(cache, name, place)),
    )
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
