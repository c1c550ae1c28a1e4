/**
 * Runs the built main process on the stand-in: `node tests/harness/launch.ts [FOLDER] [--verbose]`.
 * HARNESS_CDP is the DevTools address of the Chromium whose pages are the windows. Says `ready` once it is up.
 */
import './hooks.ts'
import { listenToTests } from './control.ts'

const { app } = (await import('electron')) as unknown as { app: { becomeReady(): void } }
const stuck = setTimeout(() => {
  console.error('The entry module never finished: does it await app.whenReady() at the top level?')
  process.exit(70)
}, 10_000)
await import(new URL('../../out/main/index.js', import.meta.url).href)
clearTimeout(stuck)
listenToTests()
app.becomeReady()
console.log('ready')
