/** `npm run sheets [-- decks|windows …] [--lang LANG] [--theme THEME] [--width PX] [--out FOLDER]`: installs and builds what is missing, then draws. */
import { join } from 'node:path'
import { ensureBrowser } from './ensure-browser.mjs'
import { root, runScript } from './node.mjs'
import { ensureBuilt, ensureInstalled, prepare } from './prepare.mjs'

await prepare(ensureInstalled, ensureBrowser, ensureBuilt)
process.exit(
  await runScript(join(root, 'tests', 'sheets', 'index.ts'), process.argv.slice(2), {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  }),
)
