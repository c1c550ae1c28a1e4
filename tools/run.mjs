/** `node tools/run.mjs TOOL ARGS…` runs a locally installed tool on the project's own Node 24, whatever Node started this. */
import { run } from './node.mjs'

const [tool, ...args] = process.argv.slice(2)
if (tool === undefined) {
  console.error('usage: node tools/run.mjs TOOL [ARGS…]')
  process.exit(2)
}
process.exit(await run(tool, args))
