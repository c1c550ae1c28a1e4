/** What the main process adds to the behaviour of all shells: windows, menu, dialogs, the dock, and what it does by itself. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app as electronApp, protocol, session } from 'electron/main'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { start, type RunningApp } from '../../../src/main/start.ts'
import { backgroundOf } from '../../../src/main/system-look.ts'
import { words } from '../../../src/main/words.ts'
import { homeAt, type Home } from '../../../src/services/disk/home.ts'
import { app, BrowserWindow, Menu, nativeTheme, screen } from '../../harness/electron.ts'
import { invokeHandlers, ipcMain } from '../../harness/ipc.ts'
import { blockersOn, dialogAnswers, record } from '../../harness/system.ts'
import { eventOf, line, review } from '../progress/given.ts'
import { courseFolder, deckText, temporaryFolder } from '../temporary-folder.ts'

let home: Home
let slides = ''
let running: RunningApp
let said: string[]
let serve: ((request: Request) => Promise<Response>) | undefined

const ref = { course: 'tcp', name: '01-open', lang: 'ko' } as const

/** What is told to the terminal and the dock is kept, and so is what serves the pages. */
function listen(): void {
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line))
  // A scheme can be registered before the app is ready only, which it is for all tests of this process.
  vi.spyOn(protocol, 'handle').mockImplementation((_scheme, handler) => {
    serve = handler as typeof serve
  })
}

beforeEach(async () => {
  app.becomeReady()
  screen.removeAllListeners()
  screen.change([{ id: 1, x: 0, y: 0, width: 1440, height: 900, label: 'Built-in', internal: true }])
  for (const list of [record.dialogs, record.opened, dialogAnswers]) list.length = 0
  nativeTheme.themeSource = 'system'
  said = []
  home = homeAt(await temporaryFolder())
  slides = await temporaryFolder()
  await courseFolder(slides, 'tcp', { '01-open.ko.md': deckText('열기', { first: 2, second: 1 }) })
})

async function begin(options: Partial<Parameters<typeof start>[0]> = {}): Promise<void> {
  listen()
  running = await start({
    home,
    systemLang: 'en',
    isVerbose: false,
    bundledSlides: slides,
    bundledReadings: join(slides, 'none.json'),
    readingThread: undefined,
    rendererRoot: slides,
    first: 'library',
    ...options,
  })
  onTestFinished(quit)
  // What it tells the dock comes last of all that it does at its start.
  await expect.poll(() => said.some((line) => line.startsWith('badge'))).toBe(true)
}

/** What is left of an app that ends; nothing where it has ended. */
async function quit(): Promise<void> {
  app.emit('before-quit', {})
  for (const window of BrowserWindow.getAllWindows()) window.destroy()
  await running.close()
  ipcMain.removeHandler('request')
  session.defaultSession.removeAllListeners('will-download')
  app.removeAllListeners('before-quit')
  vi.restoreAllMocks()
}

type Window = InstanceType<typeof BrowserWindow>
const kindOf = (window: Window): string => new URL(window.webContents.getURL()).pathname.split('/')[1] ?? ''
const kinds = (): string[] => BrowserWindow.getAllWindows().map(kindOf)
const windowOf = (kind: string): Window => {
  const found = BrowserWindow.getAllWindows().find((window) => kindOf(window) === kind)
  if (found === undefined) throw new Error(`no ${kind} window`)
  return found
}
/** Asks as the page of a window does. */
async function ask(name: string, payload?: unknown, from = 'library'): Promise<unknown> {
  const { webContents } = windowOf(from)
  const event = { sender: webContents, senderFrame: webContents.mainFrame }
  return await invokeHandlers.get('request')?.(event as never, name, payload)
}
const value = async (name: string, payload?: unknown): Promise<never> =>
  ((await ask(name, payload)) as { value: never }).value
const click = (...path: string[]): void => Menu.getApplicationMenu()?.click(path)
const messages = (): unknown[] =>
  record.dialogs.filter(({ kind }) => kind === 'message').map(({ options }) => (options as { message: string }).message)

describe('the app', () => {
  test('opens the window that it is started for, and either later', async () => {
    await begin({ first: 'gallery' })
    expect(kinds()).toEqual(['gallery'])
    running.bringUp('library')
    expect(kinds()).toEqual(['gallery', 'library'])
  })

  test('says what it can, and where its windows are kept from', async () => {
    await begin()
    expect(await value('shell:features')).toEqual({
      opensWindows: true,
      dialogs: true,
      dropPaths: true,
      systemLang: 'en',
      printing: { ok: true },
      version: electronApp.getVersion(),
      platform: process.platform,
    })
    // The session keeps the network away, and a course's pictures come from its folder only.
    expect((session.defaultSession as unknown as { lets(url: string): boolean }).lets('https://example.com/')).toBe(
      false,
    )
    expect((await serve?.(new Request('lectern://app/course/tcp/01-open.ko.md')))?.status).toBe(404)
  })

  test('takes language and colours from the settings, at the start and when they change', async () => {
    await begin()
    const shown = (): string[] => Menu.getApplicationMenu()?.labels() ?? []
    expect(shown()[0]).toBe(words.en.file)
    expect(windowOf('library').options.title).toBe('Lectern')
    await ask('settings:write', { language: 'ko', theme: 'dark' })
    expect(shown()[0]).toBe(words.ko.file)
    expect(nativeTheme.themeSource).toBe('dark')
    await ask('settings:write', { language: 'system' })
    expect(shown()[0]).toBe(words.en.file)
    click(words.en.view, words.en.gallery)
    await expect.poll(() => kinds()).toContain('gallery')
    const colourOf = (kind: string): unknown => windowOf(kind).options.backgroundColor
    expect(colourOf('gallery')).not.toBe(colourOf('library'))
  })

  test('begins as it was left: in its language and its colours', async () => {
    await mkdir(home.folder, { recursive: true })
    await writeFile(home.settings, '{ "language": "ko", "theme": "dark" }')
    await begin()
    expect(Menu.getApplicationMenu()?.labels()[0]).toBe(words.ko.file)
    expect(nativeTheme.themeSource).toBe('dark')
    expect(windowOf('library').options.backgroundColor).toBe(backgroundOf('dark', false))
  })

  test('opens links outside, and shows where a PDF was written', async () => {
    await begin()
    record.opened.length = 0
    expect(await ask('link:open', { url: 'https://example.com/' })).toEqual({ value: null })
    await expect.poll(() => record.opened).toEqual(['https://example.com/'])
  })

  test('shows on the dock how many questions are due in all courses', async () => {
    const question = (id: string): string => `---\nid: ${id}\n---\n\n## 왜 ${id}?\n\n### 한 줄\n\n그래서.\n\n`
    await mkdir(home.progress, { recursive: true })
    const long = Date.now() - 90 * 24 * 60 * 60_000
    const day = new Date(long).toISOString().slice(0, 10)
    const answers: string[] = []
    for (const [course, ids] of Object.entries({ tcp: ['q-one', 'q-two'], udp: ['q-three'] })) {
      await courseFolder(slides, course, {
        'a.ko.md': deckText(course, { one: 1 }),
        'questions.ko.md': `---\ntitle: 질문\nlang: ko\n---\n\n${ids.map(question).join('')}`,
      })
      for (const id of ids)
        answers.push(line({ ...eventOf('given', answers.length + 1, long, review(`${course}/${id}`)), day }))
    }
    await writeFile(join(home.progress, 'log-given.jsonl'), answers.join(''))
    await begin()
    expect(said).toContain('badge 3')
  })

  test('says what went wrong inside only where it is asked for details', async () => {
    await begin()
    await ask('talk:start', { deck: 'nonsense' })
    expect(said.filter((line) => !line.startsWith('badge'))).toEqual([])
    await quit()
    await begin({ isVerbose: true })
    await ask('talk:start', { deck: 'nonsense' })
    expect(said.join('\n')).toContain('ValiError')
  })

  test('shows in the menu and on the dock what the library has', async () => {
    await begin()
    expect(said).toEqual(['badge 0'])
    expect(Menu.getApplicationMenu()?.labels()).toContain(`${words.en.file} > ${words.en.export} > tcp > 열기`)
    expect(
      Menu.getApplicationMenu()
        ?.labels()
        .some((label) => label.includes(words.en.developerTools)),
    ).toBe(true)
  })

  test('opens folders, and tells in a box and on the terminal what cannot be opened', async () => {
    await begin()
    const notes = await courseFolder(await temporaryFolder(), 'notes', { 'a.ko.md': deckText('노트', { one: 1 }) })
    expect(await running.openPath(notes)).toBeNull()
    expect(messages()).toEqual([])
    const failure = await running.openPath(join(slides, 'none'))
    expect(failure?.code).toBe('not-found')
    expect(messages()).toEqual([failure?.message.en])
    expect(said).toContain(`Lectern: ${failure?.message.en ?? ''}`)
    expect(record.dialogs[0]?.options).toMatchObject({ type: 'warning', title: 'Lectern' })
    // Without a library to lie over, it is told all the same.
    windowOf('library').destroy()
    await running.openPath(join(slides, 'none'))
    expect(messages()).toHaveLength(2)
  })

  test('keeps the displays on during a talk, whose windows it opens, and goes back to the library after it', async () => {
    await begin()
    await ask('talk:start', { deck: ref, windows: 'both' })
    expect(kinds()).toEqual(['library', 'deck', 'presenter'])
    expect(blockersOn()).toBe(1)
    windowOf('library').destroy()
    // A step of the talk brings no library.
    await ask('talk:intent', { type: 'next' }, 'presenter')
    expect(kinds()).toEqual(['deck', 'presenter'])
    expect(await ask('window:close', undefined, 'presenter')).toEqual({ value: null })
    await expect.poll(() => kinds()).toEqual(['deck'])
    expect(blockersOn()).toBe(1)
    windowOf('deck').close()
    await expect.poll(() => kinds()).toEqual(['library'])
    expect(blockersOn()).toBe(0)
    expect(await value('talk:read')).toBeNull()
  })

  test('leaves a talk to be taken up again where it is quit', async () => {
    await begin()
    await ask('talk:start', { deck: ref, windows: 'both' })
    app.emit('before-quit', {})
    for (const kind of ['deck', 'presenter']) windowOf(kind).destroy()
    expect(kinds()).toEqual(['library'])
    await quit()
    await begin()
    expect(await value('library:read')).toMatchObject({ unfinished: { deck: ref } })
  })

  test('says that a page which dies again and again was closed', async () => {
    await begin()
    const { webContents } = windowOf('library')
    for (let deaths = 0; deaths < 4; deaths += 1) webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    expect(kinds()).toEqual([])
    expect(messages()).toEqual([words.en.pageFails])
  })

  test('answers print windows about their own jobs only, and nobody else', async () => {
    await begin()
    expect(await ask('print:read')).toMatchObject({ failure: { code: 'refused' } })
    expect(await ask('no:such')).toMatchObject({ failure: { code: 'bad-request' } })
  })
})

describe('dialogs', () => {
  test('ask for a folder and for where a file is to be, beginning in the documents', async () => {
    await begin()
    dialogAnswers.push(null)
    expect(await value('library:choose')).toBeNull()
    const file = join(slides, 'out.txt')
    dialogAnswers.push(file, null)
    const asked = { what: 'anki', course: 'tcp', lang: 'ko' }
    expect(await value('review:export', asked)).toEqual({ file })
    expect(await value('review:export', asked)).toBeNull()
    const places = record.dialogs.map(({ kind, options }) => [kind, (options as { defaultPath: string }).defaultPath])
    const documents = app.getPath('documents')
    const name = join(documents, 'tcp.anki.txt')
    expect(places).toEqual([
      ['open', documents],
      ['save', name],
      ['save', name],
    ])
  })

  test('an export asks for a file named after its deck', async () => {
    await begin()
    dialogAnswers.push(null)
    click(words.en.file, words.en.export, 'tcp', '열기')
    await expect.poll(() => record.dialogs).toHaveLength(1)
    expect((record.dialogs[0]?.options as { defaultPath: string }).defaultPath).toMatch(/01-open.*\.pdf$/)
  })
})

describe('the menu', () => {
  test('does what windows ask for, too', async () => {
    await begin()
    dialogAnswers.push(null)
    click(words.en.file, words.en.openFolder)
    await expect.poll(() => record.dialogs.map(({ kind }) => kind)).toEqual(['open'])
    click(words.en.file, words.en.showData)
    expect(record.opened).toEqual([home.folder])
    const notes = await courseFolder(await temporaryFolder(), 'notes', { 'a.ko.md': deckText('노트', { one: 1 }) })
    await running.openPath(notes)
    await ask('library:close', { course: notes })
    click(words.en.file, words.en.openRecent, notes)
    const courses = async (): Promise<string[]> =>
      ((await value('library:read')) as { courses: readonly { id: string }[] }).courses.map(({ id }) => id)
    await expect.poll(courses).toEqual(['tcp', notes])
    await ask('talk:start', { deck: ref, windows: 'both' })
    click(words.en.view, words.en.swapDisplays)
    click(words.en.view, words.en.endTalk)
    await expect.poll(() => kinds()).toEqual(['library'])
  })

  test('shows the keys in the window that has the keyboard, else in the library', async () => {
    await begin()
    const sent: unknown[] = []
    const { webContents } = windowOf('library')
    vi.spyOn(webContents, 'send').mockImplementation((...args) => void sent.push(args))
    click(words.en.help, words.en.keys)
    running.bringUp('gallery')
    windowOf('gallery').focus()
    click(words.en.help, words.en.keys)
    // With the window that had it closed, none has.
    windowOf('gallery').destroy()
    click(words.en.help, words.en.keys)
    const keys = sent.filter((args) => (args as string[])[1] === 'keys:show')
    expect(keys.map((args) => (args as unknown[])[2])).toEqual(
      ['library', 'gallery', 'library'].map((window) => ({ window })),
    )
  })
})
