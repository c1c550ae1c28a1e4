/**
 * `npm start` (`-- --help` tells its options): installs and builds what is missing, then
 * opens Lectern in Electron, else in the browser shell.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join, resolve } from 'node:path'
import { electronOrReason } from './electron.mjs'
import { nodePath, root, withCompileCache } from './node.mjs'
import { ensureBuilt, prepare } from './prepare.mjs'

const standing = process.env.INIT_CWD ?? process.cwd()
const asked = process.argv.slice(2)
/** What only the browser shell does. */
const ofBrowser = ['--browser', '--no-open', '--port', '--help', '-h']
const wantsBrowser = asked.some((arg) => ofBrowser.includes(arg.split('=', 1)[0] ?? ''))
const valueOf = new Set(['--port'])
const args = asked
  .filter((arg) => arg !== '--browser')
  .map((arg, i, all) => (arg.startsWith('-') || valueOf.has(all[i - 1]) ? arg : resolve(standing, arg)))

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

/** Runs a shell with our streams, hands signals on, and ends as it ends. */
function hand(command, commandArgs) {
  const child = spawn(command, commandArgs, { cwd: root, stdio: 'inherit', env: withCompileCache() })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`Lectern could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('close', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

const browserShell = () => hand(nodePath(), [join(root, 'out', 'main', 'browser-shell.js'), ...args])

await prepare(ensureBuilt)
if (wantsBrowser || !hasDisplay) browserShell()
else {
  const electron = await electronOrReason()
  if ('path' in electron) hand(electron.path, [root, ...args])
  else {
    console.error(`Lectern: Electron cannot be had here (${electron.reason}); opening in your browser instead.`)
    browserShell()
  }
}
