/** The project's own Node: the npm package `node` at Electron's major version, so that scripts run alike everywhere. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this clone. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
/** Whether Node 24 is there: its package has it once its script has run. */
export const hasOwnNode = () => existsSync(ownNode)

/** The path of Node 24 once dependencies are installed, else the Node that runs this. */
export const nodePath = () => (hasOwnNode() ? ownNode : process.execPath)

/** An environment in which Node keeps what it has compiled: a shell or a command line starts sooner from the second time on. */
export const withCompileCache = (env = process.env) => ({
  NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
  ...env,
})

/** The script of an installed tool, from the `bin` field of its package; npm's shell shims are not needed. */
export function binOf(tool) {
  const owners = { tsc: 'typescript', playwright: '@playwright/test', 'install-electron': 'electron' }
  const home = join(root, 'node_modules', owners[tool] ?? tool)
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  return join(home, typeof bin === 'string' ? bin : bin[tool])
}

/**
 * Runs a script on the project's Node with our standard streams.
 * @param {string} script path of a JavaScript or TypeScript file
 * @returns {Promise<number>} its exit code (1 if a signal ended it)
 */
export function runScript(script, args = [], options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(nodePath(), [script, ...args], { cwd: root, stdio: 'inherit', ...options })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Runs a locally installed tool by its name, such as `eslint`. */
export const run = (tool, args = [], options = {}) => runScript(binOf(tool), args, options)
