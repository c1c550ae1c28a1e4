/** Gets Electron's binary, which comes from the network on first use and cannot be had everywhere. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { binOf, nodePath, root } from './node.mjs'

const home = join(root, 'node_modules', 'electron')
const note = join(root, '.cache', 'electron-unavailable.json')
const deadlineMs = Number(process.env.LECTERN_ELECTRON_WAIT_MS ?? 90_000)
/** After a failed download the next starts do not wait for it again, for a day. */
const patienceMs = 24 * 60 * 60 * 1000

/** The path of Electron's program, or null where it is not there yet. */
function installedPath() {
  const pathFile = join(home, 'path.txt')
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : (names[process.platform] ?? 'electron')
  const path = join(override ?? join(home, 'dist'), name)
  return existsSync(path) ? path : null
}

/** One line out of an installer's output that says what went wrong. */
const reasonIn = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => /error|refused|denied|status|timeout/i.test(line))
    ?.slice(0, 160)

function download() {
  return new Promise((resolve) => {
    let said = ''
    const child = spawn(nodePath(), [binOf('install-electron')], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      resolve(`it did not arrive within ${Math.round(deadlineMs / 1000)} s`)
    }, deadlineMs)
    child.stderr.on('data', (chunk) => (said += String(chunk)))
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve(error.message)
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(code === 0 ? null : (reasonIn(said) ?? `the installer ended with code ${code}`))
    })
  })
}

/**
 * Electron's program, downloaded if need be.
 * @returns {Promise<{ path: string } | { reason: string }>}
 */
export async function electronOrReason() {
  const path = installedPath()
  if (path !== null) return { path }
  if (existsSync(note)) {
    const { at, reason } = JSON.parse(readFileSync(note, 'utf8'))
    if (Date.now() - at < patienceMs) return { reason }
  }
  process.stderr.write('Lectern: fetching Electron (only this once) …\n')
  const failure = await download()
  const fetched = installedPath()
  if (failure === null && fetched !== null) {
    rmSync(note, { force: true })
    return { path: fetched }
  }
  const reason = failure ?? 'its program is not where it should be'
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(note, JSON.stringify({ at: Date.now(), reason }))
  return { reason }
}
