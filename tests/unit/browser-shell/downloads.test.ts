import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createDownloads, type Downloads } from '../../../src/browser-shell/downloads.ts'
import { temporaryFolder } from '../temporary-folder.ts'

let temporary: string
let downloads: Downloads
beforeEach(async () => {
  temporary = await temporaryFolder()
  downloads = createDownloads(temporary)
})

async function offered(name: string, text = 'text'): Promise<{ file: string; href: string }> {
  const file = await downloads.place(name)
  await writeFile(file, text)
  return { file, href: downloads.offer(file) }
}

test('files of one name have a place each, all in one folder', async () => {
  const [one, two] = [await downloads.place('a.pdf'), await downloads.place('a.pdf')]
  expect(one).not.toBe(two)
  expect([one, two].map((file) => basename(file))).toEqual(['a.pdf', 'a.pdf'])
  expect(dirname(dirname(one))).toBe(dirname(dirname(two)))
  expect(await readdir(temporary)).toHaveLength(1)
})

test('where the folder was tidied away, another is made', async () => {
  const before = await downloads.place('a.pdf')
  await rm(dirname(dirname(before)), { recursive: true })
  const after = await downloads.place('a.pdf')
  await writeFile(after, 'text')
  expect(await readFile(after, 'utf8')).toBe('text')
  await downloads.close()
  expect(await readdir(temporary)).toEqual([])
})

test.each([
  ['도커.pdf', 'application/pdf'],
  ['all.zip', 'application/zip'],
  ['notes.txt', 'text/plain; charset=utf-8'],
  ['other.bin', 'application/octet-stream'],
])('%s is handed out as %s, to be kept under its name and nowhere else', async (name, type) => {
  const { href } = await offered(name, 'four')
  expect(href).toMatch(/^\/exported\/[\w-]{32}\/[^/]+$/)
  const taken = await downloads.take(href)
  expect(Object.fromEntries(taken?.answer.headers ?? [])).toEqual({
    'content-type': type,
    'content-length': '4',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect(await taken?.answer.text()).toBe('four')
  await taken?.ended(true)
})

test('nothing is handed out for a link that is unknown, or whose file is gone', async () => {
  const { file, href } = await offered('a.pdf')
  for (const path of ['/exported/', '/exported/none/a.pdf', '/exported/none'])
    expect(await downloads.take(path)).toBeNull()
  await rm(file)
  expect(await downloads.take(href)).toBeNull()
})

test('what arrived is gone with its link, what did not is there to be asked for again', async () => {
  const { file, href } = await offered('a.pdf')
  for (const arrived of [false, true]) {
    const taken = await downloads.take(href)
    await taken?.answer.text()
    await taken?.ended(arrived)
    expect(existsSync(file)).toBe(!arrived)
  }
  expect([await downloads.take(href), existsSync(dirname(file))]).toEqual([null, false])
})

test('who asks while the last bytes are on their way waits until it is known that they arrived', async () => {
  const { href } = await offered('a.pdf')
  const first = await downloads.take(href)
  await first?.answer.text()
  const second = downloads.take(href)
  await new Promise(setImmediate)
  await first?.ended(true)
  expect(await second).toBeNull()
})

test('who asks while most of it is still to come, or after it broke off, has it as well', async () => {
  const text = 'x'.repeat(300_000)
  const { href } = await offered('a.pdf', text)
  const [first, second] = [await downloads.take(href), await downloads.take(href)]
  const reader = first?.answer.body?.getReader()
  expect((await reader?.read())?.done).toBe(false)
  const third = await downloads.take(href)
  expect(third).not.toBeNull()
  await second?.ended(false)
  // What is on its way when it breaks off still comes out of the file.
  expect(await second?.answer.text()).toBe(text)
  const last = await downloads.take(href)
  expect(await last?.answer.text()).toBe(text)
  await Promise.all([reader?.cancel(), third?.answer.body?.cancel()])
})

test('in the end nothing is left, and no link leads anywhere', async () => {
  const { href } = await offered('a.pdf')
  await downloads.close()
  expect([await readdir(temporary), await downloads.take(href)]).toEqual([[], null])
  // Nothing was made, so there is nothing to remove.
  await createDownloads(temporary).close()
})
