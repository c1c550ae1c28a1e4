/** `npm run bench [-- PART…] [--peers FOLDER] [--out FILE]`: installs and builds what is missing, then measures. */
import { join } from 'node:path'
import { ensureBrowser } from './ensure-browser.mjs'
import { root, runScript } from './node.mjs'
import { ensureBuilt, ensureInstalled, prepare } from './prepare.mjs'

await prepare(ensureInstalled, ensureBrowser, ensureBuilt)
process.exit(
  await runScript(join(root, 'tests', 'bench', 'index.ts'), process.argv.slice(2), {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  }),
)
