/** Finds a Chromium-family browser on this machine. Plain Node, no dependency: it runs before anything is installed. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const { env, platform } = process

/** Where the three platforms keep Chrome, Chromium and Edge, the most stable first. */
function candidates() {
  if (platform === 'darwin') {
    const apps = ['/Applications', join(env.HOME ?? '', 'Applications')]
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return apps.flatMap((folder) => names.map((name) => join(folder, `${name}.app`, 'Contents/MacOS', name)))
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    const places = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
    return roots.flatMap((root) => places.map((place) => join(root, place)))
  }
  const folders = [...(env.PATH ?? '').split(':').filter((folder) => folder !== ''), '/usr/bin', '/snap/bin', '/opt/google/chrome']
  const names = ['google-chrome', 'google-chrome-stable', 'chrome', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable']
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/**
 * The path of a browser to run: CHROME_PATH if set, else an installed Chrome, Chromium or Edge, else undefined.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const asked = env.CHROME_PATH
  if (asked !== undefined && asked !== '') return existsSync(asked) ? asked : undefined
  return candidates().find((path) => existsSync(path))
}
