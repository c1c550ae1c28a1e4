/** Installs and builds what is missing, and nothing else: a second start finds both stamps and goes on at once. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isInstalled } from './is-installed.mjs'
import { binOf, hasOwnNode, nodePath, root } from './node.mjs'
import { quietly } from './quietly.mjs'
import { inSteps } from './steps.mjs'

const cache = join(root, '.cache')
const installStamp = join(root, 'node_modules', '.lectern-installed')
const buildStamp = join(root, 'out', '.lectern-built')
const readingsStamp = join(root, 'out', '.lectern-read')

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const tell = (line) => process.stderr.write(`${line}\n`)

/** What the installed packages depend on. */
function installKey() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  hash.update(read(join(root, 'package-lock.json')))
  return hash.digest('hex')
}

/** What the build depends on: names, sizes and times of the sources; reading them all would cost more than it gives. */
function buildKey() {
  const files = ['package.json', 'tools/subset-fonts.mjs', 'tools/fonts', 'electron.vite.config.ts', 'svelte.config.js']
  return keyOf(installKey(), ['src', 'assets', ...files])
}

/** What the readings of the bundled courses depend on. */
const readingsKey = () => keyOf(buildKey(), ['slides', 'tools/write-readings.ts'])

function keyOf(before, names) {
  const hash = createHash('sha256').update(before)
  const visit = (path) => {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats === undefined) return
    if (stats.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name))
    else hash.update(`${path} ${stats.size} ${stats.mtimeMs}\n`)
  }
  for (const name of names) visit(join(root, name))
  return hash.digest('hex')
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Holds a lock folder during `work`, so that two commands started at once do not install or build over each other. */
async function alone(work) {
  mkdirSync(cache, { recursive: true })
  const lock = join(cache, 'preparing')
  const owner = join(lock, 'pid')
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const pid = Number(read(owner))
      const orphaned =
        pid > 0 ? !isAlive(pid) : Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 10_000
      if (orphaned) rmSync(lock, { recursive: true, force: true })
      else await wait(200)
    }
  }
  writeFileSync(owner, String(process.pid))
  const release = () => rmSync(lock, { recursive: true, force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

/** npm as it was when it started us, else the one on the path. */
function npm(args) {
  const script = process.env.npm_execpath
  if (script !== undefined && /npm-cli\.(c|m)?js$/.test(script)) return [process.execPath, [script, ...args], {}]
  return process.platform === 'win32' ? ['npm.cmd', args, { shell: true }] : ['npm', args, {}]
}

/** Whether somebody has installed the packages by hand, scripts of theirs included. */
function isInstalledByHand() {
  const [lock, installed] = ['package-lock.json', join('node_modules', '.package-lock.json')].map((name) => {
    try {
      return JSON.parse(readFileSync(join(root, name), 'utf8'))
    } catch {
      return null
    }
  })
  return lock !== null && isInstalled(lock, installed) && hasOwnNode()
}

/** Installs the packages of the lock file if they are not there as it says. */
export async function ensureInstalled() {
  if (read(installStamp) === installKey()) return
  await alone(async () => {
    if (read(installStamp) === installKey()) return
    if (isInstalledByHand()) {
      writeFileSync(installStamp, installKey())
      return
    }
    await inSteps('installing its packages (only this once, about a minute)', ['packages'], async (steps) => {
      steps.next()
      const [command, args, options] = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
      await quietly(command, args, { what: 'installing', log: join(cache, 'install.log') }, options)
    })
    writeFileSync(installStamp, installKey())
  })
}

const builtParts = ['fonts', 'shells', 'windows']
const logged = (steps) => ({ what: `building the ${steps.name()}`, log: join(cache, `build-${steps.name()}.log`) })

async function build(steps) {
  steps.next()
  await quietly(nodePath(), [join(root, 'tools', 'subset-fonts.mjs')], logged(steps))
  steps.next()
  await quietly(nodePath(), [binOf('electron-vite'), 'build'], {
    what: 'building the shells and windows',
    log: join(cache, 'build.log'),
    // The windows come after both shells, in the same process.
    onText: (text) => {
      if (text.includes('building client environment') && steps.name() === 'shells') steps.next()
    },
  })
  if (steps.name() === 'shells') steps.next()
}

/**
 * Builds both shells, the command line and all windows if a source changed since the last build, and reads the bundled
 * courses if one of them did.
 */
export async function ensureBuilt() {
  await ensureInstalled()
  if (read(buildStamp) === buildKey() && read(readingsStamp) === readingsKey()) return
  await alone(async () => {
    const key = buildKey()
    const readings = readingsKey()
    const isStale = read(buildStamp) !== key
    if (!isStale && read(readingsStamp) === readings) return
    await inSteps('building', [...(isStale ? builtParts : []), 'courses'], async (steps) => {
      if (isStale) {
        await build(steps)
        writeFileSync(buildStamp, key)
      }
      steps.next()
      await quietly(nodePath(), [join(root, 'tools', 'write-readings.ts')], logged(steps))
      writeFileSync(readingsStamp, readings)
    })
  })
}

/** Runs a preparation and ends the process with its message, not its stack trace, if it fails. */
export async function prepare(...steps) {
  try {
    for (const step of steps) await step()
  } catch (error) {
    tell(`Lectern: ${error.message}`)
    process.exit(1)
  }
}
