/** The browser shell put together: what it adds to the behaviour of all shells, seen from a window of it. */
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import packageJson from '../../../package.json' with { type: 'json' }
import { startShell, type BrowserShell, type ShellOptions } from '../../../src/browser-shell/browser-shell.ts'
import { words } from '../../../src/browser-shell/words.ts'
import { homeAt, type Home } from '../../../src/services/disk/home.ts'
import { courseFolder, deckText, temporaryFolder } from '../temporary-folder.ts'
import { introduced, keyIn } from './introduced.ts'

let home: Home
let slides = ''
let pages = ''

beforeEach(async () => {
  vi.stubEnv('LC_ALL', 'en_GB.UTF-8')
  home = homeAt(await temporaryFolder())
  slides = await temporaryFolder()
  await courseFolder(slides, 'tcp', { '01-open.ko.md': deckText('열기', { first: 2 }), 'dot.png': 'png' })
  pages = await temporaryFolder()
  for (const kind of ['library', 'gallery'])
    await courseFolder(pages, kind, { 'index.html': `<html><head><title>${kind}</title></head><body></body></html>` })
})
afterEach(() => void vi.unstubAllEnvs())

async function started(options: Partial<ShellOptions> = {}): Promise<BrowserShell> {
  const shell = await startShell({
    home,
    port: 0,
    bundledSlides: slides,
    bundledReadings: join(slides, 'none.json'),
    readingThread: undefined,
    rendererRoot: pages,
    program: undefined,
    opens: false,
    onError: () => undefined,
    ...options,
  })
  onTestFinished(() => shell.close())
  return shell
}

interface Window {
  ask(name: string, payload?: unknown): Promise<unknown>
  /** All that it was told without having asked. */
  readonly told: Record<string, unknown>[]
  fetch(path: string): Promise<Response>
  close(): void
}

/** A window of the shell, as our own page is one. */
async function windowOf(shell: BrowserShell, query: string): Promise<Window> {
  const entered = await fetch(shell.newAddress())
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const key = keyIn(await entered.text())
  const headers = { cookie, origin: `http://${shell.host}` }
  const socket = new WebSocket(`ws://${shell.host}/shell/socket?window=${query}`, { headers })
  const told: Record<string, unknown>[] = []
  const answers = new Map<number, (answer: unknown) => void>()
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Record<string, unknown>
    if (typeof message['id'] === 'number') answers.get(message['id'])?.(message['answer'])
    else told.push(message)
  })
  await once(socket, 'open')
  socket.send(JSON.stringify(introduced(key)))
  await expect.poll(() => told).toContainEqual(expect.objectContaining({ welcome: true }))
  const ownBase = String(told[0]?.['ownBase'])
  let asked = 0
  return {
    told,
    ask: (name, payload) =>
      new Promise((resolve) => {
        asked += 1
        answers.set(asked, resolve)
        socket.send(JSON.stringify({ id: asked, name, payload }))
      }),
    fetch: (path) => fetch(`http://${shell.host}${path.replace('OWN/', ownBase)}`, { headers: { cookie } }),
    close: () => socket.close(),
  }
}
const deck = { course: 'tcp', name: '01-open', lang: 'ko' } as const
const commands = ({ told }: Window): unknown[] => told.flatMap(({ command }) => command ?? [])

test('says what it can: no windows and dialogs of its own, and printing only by a browser', async () => {
  const library = await windowOf(await started(), 'library')
  const printing = { ok: false, reason: { ko: words.ko.printingNeedsBrowser, en: words.en.printingNeedsBrowser } }
  const features = {
    opensWindows: false,
    dialogs: false,
    dropPaths: false,
    systemLang: 'en',
    version: packageJson.version,
    platform: process.platform,
  }
  expect(await library.ask('shell:features')).toEqual({ value: { ...features, printing } })
  const options = { theme: 'light', steps: 'all', glossary: false }
  expect(await library.ask('export:start', { deck, options })).toMatchObject({ failure: { code: 'no-browser' } })
})

test('can print where there is a browser, and asks for no folder', async () => {
  const library = await windowOf(await started({ program: process.execPath }), 'library')
  expect(await library.ask('shell:features')).toMatchObject({ value: { printing: { ok: true } } })
  expect(await library.ask('library:choose')).toEqual({ value: null })
})

test('has a page do what only that can, in the window that it is about', async () => {
  const shell = await started()
  const [deckWindow, presenter] = [await windowOf(shell, 'deck'), await windowOf(shell, 'presenter')]
  await presenter.ask('talk:start', { deck, windows: 'both' })
  for (const on of [true, false, undefined]) await presenter.ask('window:fullscreen', { on })
  await presenter.ask('window:swapDisplays')
  await presenter.ask('window:close')
  const all = ['fill-screen', 'leave-screen', 'switch-screen-filling', 'swap-displays']
  await expect.poll(() => commands(deckWindow)).toEqual(all)
  await expect.poll(() => commands(presenter)).toEqual(['close'])
})

test('tells a window that comes back how everything stands', async () => {
  const shell = await started()
  const library = await windowOf(shell, 'library')
  await library.ask('talk:start', { deck, windows: 'both' })
  const back = await windowOf(shell, 'presenter&again')
  await expect.poll(() => back.told.length).toBeGreaterThan(4)
  expect(back.told.slice(1, 5)).toMatchObject([
    { push: 'settings:changed', payload: { language: 'system' } },
    { push: 'library:changed', payload: { courses: [{ id: 'tcp' }] } },
    { push: 'talk:changed', payload: { deck } },
    { push: 'talk:unsaved', payload: null },
  ])
})

test('leaves a link to the browser that the person came with', async () => {
  const library = await windowOf(await started(), 'library')
  expect(await library.ask('link:open', { url: 'https://example.com/' })).toMatchObject({
    failure: { code: 'refused' },
  })
})

test.skipIf(process.platform !== 'linux')('opens a link by the system where its windows are its own', async () => {
  const folder = await temporaryFolder()
  await writeFile(
    join(folder, 'xdg-open'),
    `#!/bin/sh\nprintf '%s' "$@" > "${folder}/new"\nmv "${folder}/new" "${folder}/opened"\n`,
  )
  await chmod(join(folder, 'xdg-open'), 0o755)
  vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`)
  const library = await windowOf(await started({ opens: true }), 'library')
  expect(await library.ask('link:open', { url: 'https://example.com/?a=1' })).toEqual({ value: null })
  await expect.poll(() => readFile(join(folder, 'opened'), 'utf8').catch(() => '')).toBe('https://example.com/?a=1')
})

test('offers what is written for a person by a link, once', async () => {
  const library = await windowOf(await started(), 'library')
  const { value } = (await library.ask('review:export', { what: 'everything', course: 'tcp', lang: 'ko' })) as {
    value: { href: string }
  }
  const answer = await library.fetch(value.href)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  await expect.poll(async () => (await library.fetch(value.href)).status).toBe(404)
})

test('removes at its end what was written for a person and nobody fetched', async () => {
  const temporary = await temporaryFolder()
  vi.stubEnv('TMPDIR', temporary)
  const shell = await started()
  const library = await windowOf(shell, 'library')
  await library.ask('review:export', { what: 'everything', course: 'tcp', lang: 'ko' })
  expect(await readdir(temporary)).toHaveLength(1)
  await shell.close()
  expect(await readdir(temporary)).toEqual([])
})

test.skipIf(process.platform === 'win32')('closes the data folder to everybody else', async () => {
  await chmod(home.folder, 0o755)
  await started()
  expect((await stat(home.folder)).mode & 0o777).toBe(0o700)
})

test('gives the pictures of an open course, and opens folders', async () => {
  const shell = await started()
  const library = await windowOf(shell, 'library')
  expect(await (await library.fetch('OWN/course/tcp/dot.png')).text()).toBe('png')
  const notes = await courseFolder(await temporaryFolder(), 'notes', { 'a.ko.md': deckText('노트', { one: 1 }) })
  await shell.openFolder(notes)
  expect(await library.ask('library:read')).toMatchObject({ value: { courses: [{ id: 'tcp' }, { id: notes }] } })
  await expect(shell.openFolder(join(notes, 'none'))).rejects.toMatchObject({ failure: { code: 'not-found' } })
})

test('tells how many windows there are, whenever one comes or goes', async () => {
  const shell = await started()
  const counts: number[] = []
  shell.onWindows((count) => void counts.push(count))
  const library = await windowOf(shell, 'library')
  const review = await windowOf(shell, 'review')
  library.close()
  await expect.poll(() => counts).toEqual([1, 2, 1])
  review.close()
  await expect.poll(() => counts).toEqual([1, 2, 1, 0])
})

test('has all on disk when it is closed, a talk to be taken up again too', async () => {
  const shell = await started()
  const library = await windowOf(shell, 'library')
  await library.ask('talk:start', { deck, windows: 'both' })
  void library.ask('settings:write', { theme: 'dark' })
  await expect.poll(() => library.told.filter(({ push }) => push === 'settings:changed')).toHaveLength(1)
  await shell.close()
  await expect(fetch(`http://${shell.host}/`)).rejects.toThrow()
  expect(JSON.parse(await readFile(home.settings, 'utf8'))).toMatchObject({ theme: 'dark' })
  const next = await windowOf(await started(), 'library')
  expect(await next.ask('library:read')).toMatchObject({ value: { unfinished: { deck } } })
})

const watched = (): number => process.getActiveResourcesInfo().filter((name) => name === 'FSEventWrap').length

test('watches no folder any more when it is closed', async () => {
  const before = watched()
  const shell = await started()
  const library = await windowOf(shell, 'library')
  await library.ask('library:read')
  await expect.poll(watched).toBeGreaterThan(before)
  await shell.close()
  await expect.poll(watched).toBe(before)
})

test('tells where its port is taken, and leaves nothing running', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const before = watched()
  await expect(started({ port: (other.address() as AddressInfo).port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await expect.poll(watched).toBe(before)
})
