/** The command line in a clone: installs and builds what is missing, then runs the built `lectern`. */
import { join } from 'node:path'
import { root, runScript, withCompileCache } from './node.mjs'
import { ensureBuilt, prepare } from './prepare.mjs'

await prepare(ensureBuilt)
// Paths in the arguments are meant from where the person stands, not from the clone.
process.exit(
  await runScript(join(root, 'out', 'main', 'cli.js'), process.argv.slice(2), {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: withCompileCache(),
  }),
)
