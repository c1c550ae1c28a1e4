/**
 * `node tools/run.mjs TOOL ARGS…` runs an installed tool, or a script of ours by its path, on the project's own Node,
 * whatever Node started this.
 */
import { join } from 'node:path'
import { root, run, runScript } from './node.mjs'
import { ensureInstalled, prepare } from './prepare.mjs'

const [tool, ...args] = process.argv.slice(2)
if (tool === undefined) {
  console.error('usage: node tools/run.mjs TOOL [ARGS…]')
  process.exit(2)
}
await prepare(ensureInstalled)
const isScript = /\.(ts|mjs)$/.test(tool)
process.exit(await (isScript ? runScript(join(root, tool), args) : run(tool, args)))
