/**
 * `node tools/smoke.mjs [PROGRAM]`: does with a packed Lectern, by itself the one in `dist`, what people do first, and ends red at the first thing that
 * is not so. The app is driven at Chromium's debugging port; the fuses that keep Node's inspector off stay as they are.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { root } from './node.mjs'

/** What must have been done at the end, in this order. A step that is left out makes the run fail. */
const steps = ['start', 'second start', 'present', 'export', 'quit', 'update check off']
/** Only for what hangs. */
const patienceMs = 120_000

/** Where the packager puts the program of each system. */
const packed = [
  'linux-unpacked/lectern',
  'linux-arm64-unpacked/lectern',
  'win-unpacked/Lectern.exe',
  'mac/Lectern.app/Contents/MacOS/Lectern',
  'mac-arm64/Lectern.app/Contents/MacOS/Lectern',
].map((path) => join(root, 'dist', path))
const given = process.argv[2] ?? packed.find((path) => existsSync(path))
if (given === undefined || !existsSync(given)) {
  console.error('smoke: there is no packed Lectern: npm run pack makes one, or give its program')
  process.exit(2)
}
const program = resolve(given)
const resources =
  process.platform === 'darwin' ? resolve(dirname(program), '../Resources') : join(dirname(program), 'resources')
const folder = mkdtempSync(join(tmpdir(), 'lectern-smoke-'))
const course = join(folder, 'smoke')
const saved = join(folder, 'saved')

function must(holds, sentence) {
  if (!holds) throw new Error(sentence)
}

/** What `look` gives once it gives something. */
async function eventually(what, look) {
  const end = Date.now() + patienceMs
  for (;;) {
    const found = await look()
    if (found) return found
    must(Date.now() < end, `${what} has not come about within ${patienceMs / 1000} s`)
    await wait(200)
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

function launch(...args) {
  // A runner's Linux may forbid the sandbox of processes to those who are not root; LECTERN_SMOKE_ARGS tells it so.
  const extra = (process.env.LECTERN_SMOKE_ARGS ?? '').split(' ').filter(Boolean)
  const child = spawn(program, [...extra, ...args], {
    env: { ...process.env, LECTERN_HOME: join(folder, 'home'), LECTERN_SAVE_TO: saved },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const app = { child, said: '', ended: once(child, 'close').then(([code, signal]) => code ?? signal) }
  child.stderr.on('data', (chunk) => (app.said += String(chunk)))
  return app
}

/** How a process ended; one that does not end is killed and told. */
async function endOf(app, what) {
  const code = await Promise.race([app.ended, wait(patienceMs, 'never', { ref: false })])
  if (code === 'never') app.child.kill('SIGKILL')
  must(code === 0, `${what} ended with ${code}: ${app.said}`)
}

const pageOf = (context, kind) =>
  eventually(`the window ${kind}`, () => context.pages().find((page) => page.url().includes(`/${kind}/index.html`)))

/** Asks the shell as a page would, and gives its value. */
async function ask(page, name, payload) {
  const envelope = await page.evaluate(([asked, about]) => window.shell.request(asked, about), [name, payload])
  must(!('failure' in envelope), `${name} fails: ${envelope.failure?.message.en}`)
  return envelope.value
}

const deckText = `---
title: Smoke
lang: en
---

---
id: one
layout: content
---

## One
`

async function smoke() {
  const done = []
  const did = (step) => {
    done.push(step)
    console.log(`smoke: ${step}: as it should be`)
  }
  mkdirSync(course)
  mkdirSync(saved)
  writeFileSync(join(course, '01-smoke.en.md'), deckText)

  const port = await freePort()
  const app = launch(`--remote-debugging-port=${port}`)
  let hasEnded = false
  void app.ended.then(() => (hasEnded = true))
  const asked = []
  try {
    const browser = await eventually('the debugging port', () => {
      must(!hasEnded, `the app ended at once: ${app.said}`)
      return chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => null)
    })
    const [context] = browser.contexts()
    context.on('request', (request) => asked.push(request.url()))
    const library = await pageOf(context, 'library')
    await library.getByRole('heading', { level: 1 }).waitFor({ timeout: patienceMs })
    const { courses } = await ask(library, 'library:read')
    must(courses.length > 0, 'the bundled course is not there')
    did('start')

    const second = launch(course)
    await endOf(second, 'the second start')
    const own = await eventually('the course of the second start', async () =>
      (await ask(library, 'library:read')).courses.find(({ decks }) => decks.some(({ title }) => title === 'Smoke')),
    )
    did('second start')

    const deck = own.decks[0].ref
    await ask(library, 'talk:start', { deck, windows: 'both' })
    for (const kind of ['deck', 'presenter']) {
      const page = await pageOf(context, kind)
      await page.getByText('One').first().waitFor({ timeout: patienceMs })
    }
    await ask(library, 'talk:end')
    did('present')

    await ask(library, 'export:start', { deck, options: { theme: 'light', steps: 'all', glossary: false } })
    const file = await eventually('the exported file', () => readdirSync(saved).find((name) => name.endsWith('.pdf')))
    must(readFileSync(join(saved, file)).subarray(0, 5).toString() === '%PDF-', 'the exported file is no PDF')
    did('export')

    // Windows has no signal that asks; there the app ends with its last window.
    if (process.platform === 'win32') await ask(library, 'window:close').catch(() => undefined)
    else app.child.kill('SIGTERM')
    await endOf(app, 'the app')
    did('quit')
  } finally {
    app.child.kill('SIGKILL')
  }
  const outside = asked.filter((url) => !/^(lectern:\/\/app\/|data:|blob:|http:\/\/127\.0\.0\.1:)/.test(url))
  must(outside.length === 0, `the windows asked for ${outside.join(', ')}`)
  must(!existsSync(join(resources, 'app-update.yml')), 'the package says where to look for updates')
  did('update check off')
  must(steps.join() === done.join(), `of ${steps.join(', ')} only ${done.join(', ')} was done`)
}

try {
  await smoke()
} catch (error) {
  console.error(`smoke: ${error.message}`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}
process.exit()
