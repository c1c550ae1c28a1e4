/** `node tools/run.mjs TOOL ARGS…` runs an installed tool on the project's own Node, whatever Node started this. */
import { run } from './node.mjs'
import { ensureInstalled, prepare } from './prepare.mjs'

const [tool, ...args] = process.argv.slice(2)
if (tool === undefined) {
  console.error('usage: node tools/run.mjs TOOL [ARGS…]')
  process.exit(2)
}
await prepare(ensureInstalled)
process.exit(await run(tool, args))
