import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, vi } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import { parseTokens } from '../../../src/core/diagram/theme.ts'
import { readArguments } from '../../../src/main/arguments.ts'
import { keepAwake } from '../../../src/main/keep-awake.ts'
import { askForFolder, askWhereToSave } from '../../../src/main/files.ts'
import { backgroundOf, preferredLang, nativeThemeOf } from '../../../src/main/system-look.ts'
import { generalOptions } from '../../../src/services/terminal/command-usage.ts'
import { appUsage } from '../../../src/services/terminal/opening-usage.ts'
import { pageServer } from '../../../src/main/serve.ts'
import { words } from '../../../src/main/words.ts'
import { blockersOn, dialog, dialogAnswers, record } from '../../harness/system.ts'
import { temporaryFolder } from '../temporary-folder.ts'

test('the command line gives a folder and --verbose, and passes over the switches of Chromium', () => {
  expect(readArguments(['--no-sandbox', 'decks', '--verbose'], '/home/me')).toEqual({
    path: resolve('/home/me', 'decks'),
    gallery: false,
    isVerbose: true,
    asksHelp: false,
  })
  expect(readArguments(['--ozone-platform=wayland'], '/home/me')).toEqual({
    path: null,
    gallery: false,
    isVerbose: false,
    asksHelp: false,
  })
  expect(readArguments(['--gallery'], '/home/me').gallery).toBe(true)
})

test('every option that the help tells of is read', () => {
  const none = readArguments([], '/')
  for (const name of Object.keys({ ...appUsage.options, ...generalOptions })) {
    expect(readArguments([`--${name}`], '/'), name).not.toEqual(none)
  }
})

test('a file manager gives an address of the file, as desktop files ask for', () => {
  const file = resolve('/home/me', '첫째 덱.lectern.md')
  expect(readArguments([pathToFileURL(file).href], '/elsewhere').path).toBe(file)
  expect(readArguments(['file://other-machine/%zz'], '/home/me').path).toBe(
    resolve('/home/me', 'file://other-machine/%zz'),
  )
})

test('language and colours follow the system until the person decides', () => {
  expect(['ko-KR', 'ko', 'KO', 'en-US', 'ja', 'kok-IN'].map((lang) => preferredLang([lang]))).toEqual([
    'ko',
    'ko',
    'ko',
    'en',
    'en',
    'en',
  ])
  expect(preferredLang([])).toBe('en')
  const css = readFileSync('src/renderer/look/tokens.css', 'utf8')
  for (const [theme, { paper }] of Object.entries(parseTokens(css)))
    expect([theme, backgroundOf(theme as 'light', true)]).toEqual([theme, paper])
  expect(backgroundOf('system', true)).toBe(backgroundOf('dark', false))
  expect(backgroundOf('system', false)).toBe(backgroundOf('light', true))
  expect(['system', 'light', 'dark', 'contrast'].map((theme) => nativeThemeOf(theme as 'dark'))).toEqual([
    'system',
    'light',
    'dark',
    'light',
  ])
})

test('the displays are kept on during a talk only', () => {
  const awake = keepAwake()
  const others = blockersOn()
  awake(false)
  expect(blockersOn()).toBe(others)
  awake(true)
  awake(true)
  expect(blockersOn()).toBe(others + 1)
  awake(false)
  expect(blockersOn()).toBe(others)
})

test('dialogs begin at a place, answer a path, and null where the person changed their mind', async () => {
  dialogAnswers.push('/home/me/decks', null, '/home/me/out.pdf', null)
  expect(await askForFolder(null, 'ko', '/home/me')).toBe('/home/me/decks')
  expect(await askForFolder(null, 'ko', '/home/me')).toBeNull()
  expect(await askWhereToSave(null, 'en', '/home/me/01.pdf')).toBe('/home/me/out.pdf')
  expect(await askWhereToSave(null, 'en', '/home/me/01.pdf')).toBeNull()
  const folder = {
    ...{ title: words.ko.chooseFolder, message: words.ko.chooseFolder, buttonLabel: words.ko.chooseFolderButton },
    ...{ defaultPath: '/home/me', properties: ['openDirectory', 'createDirectory'] },
  }
  const file = {
    ...{ title: words.en.save, defaultPath: '/home/me/01.pdf' },
    filters: [{ name: 'PDF document', extensions: ['pdf'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  }
  expect(record.dialogs.map(({ options }) => options)).toEqual([folder, folder, file, file])
})

test('a file is called by what people call it, or by its ending', async () => {
  record.dialogs.length = 0
  for (const ending of ['pdf', 'zip', 'txt', 'csv']) {
    dialogAnswers.push(null, null)
    for (const lang of langs) await askWhereToSave(null, lang, `/home/me/01.${ending}`)
  }
  expect(record.dialogs.map(({ options }) => (options as { filters: { name: string }[] }).filters[0]?.name)).toEqual([
    ...['PDF 문서', 'PDF document', '복습 기록', 'Review record', 'Anki 파일', 'Anki file', 'CSV', 'CSV'],
  ])
})

test('dialogs stand over the window that asks, where there is one', async () => {
  const over = {} as never
  const asked = [vi.spyOn(dialog, 'showOpenDialog'), vi.spyOn(dialog, 'showSaveDialog')]
  for (const window of [over, null]) {
    await askForFolder(window, 'ko', '/home/me')
    await askWhereToSave(window, 'ko', '/home/me/01.pdf')
  }
  const options = expect.objectContaining({ defaultPath: expect.stringMatching('/home/me') as string }) as object
  for (const { mock } of asked) expect(mock.calls).toEqual([[over, options], [options]])
  vi.restoreAllMocks()
})

test('where a folder to save to is given in the environment, nobody is asked', async () => {
  record.dialogs.length = 0
  vi.stubEnv('LECTERN_SAVE_TO', '/saved')
  expect(await askWhereToSave(null, 'en', '/home/me/01.pdf')).toBe(join('/saved', '01.pdf'))
  vi.unstubAllEnvs()
  expect(record.dialogs).toEqual([])
})

test('pages and pictures are served from their folders, and nothing else is', async () => {
  const root = await temporaryFolder()
  await writeFile(join(root, 'page.html'), '<p>page</p>')
  await writeFile(join(root, 'dot.png'), 'png')
  await writeFile(join(root, 'secret.txt'), 'secret')
  const serve = pageServer({
    rendererRoot: root,
    courseFolder: (id) => (id === '/my notes' ? Promise.resolve(root) : Promise.reject(new Error('gone'))),
  })
  const status = async (url: string, init?: RequestInit): Promise<number> =>
    (await serve(new Request(url, init))).status
  const page = await serve(new Request('lectern://app/page.html'))
  expect([page.status, await page.text()]).toEqual([200, '<p>page</p>'])
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  const part = await serve(new Request('lectern://app/page.html', { headers: { range: 'bytes=3-6' } }))
  expect([part.status, await part.text()]).toEqual([206, 'page'])
  expect(await status('lectern://app/course/%2Fmy%20notes/dot.png')).toBe(200)
  for (const url of [
    'lectern://app/nothing.html',
    'lectern://other/page.html',
    'lectern://app/..%2fpage.html',
    'lectern://app/course/%2Fmy%20notes/secret.txt',
    'lectern://app/course/%2Fmy%20notes/..%2fdot.png',
    'lectern://app/course/unknown/dot.png',
    'lectern://app/course/%E0%A4%A/dot.png',
    'lectern://app/course/',
  ]) {
    expect([url, await status(url)]).toEqual([url, 404])
  }
  expect(await status('lectern://app/page.html', { method: 'POST' })).toBe(404)
})
