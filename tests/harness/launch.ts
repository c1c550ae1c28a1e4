/**
 * Runs the built main process on the stand-in: `node tests/harness/launch.ts [FOLDER] [--verbose]`.
 * HARNESS_CDP is the DevTools address (`ws:`) of the Chromium whose pages are the windows; HARNESS_APP is the folder of the app
 * if it is another than this one. Says `ready` once it is up.
 */
import './hooks.ts'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { listenToTests } from './control.ts'

const folder = process.env['HARNESS_APP'] ?? join(import.meta.dirname, '..', '..')

const { app } = (await import('electron')) as unknown as { app: { becomeReady(): void } }
const stuck = setTimeout(() => {
  console.error('The entry module never finished: does it await app.whenReady() at the top level?')
  process.exit(70)
}, 10_000)
await import(pathToFileURL(join(folder, 'out', 'main', 'index.js')).href)
clearTimeout(stuck)
listenToTests()
app.becomeReady()
console.log('ready')
