import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDrops } from '../../../src/browser-shell/dropped-files.ts'

let folder = ''
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'lectern-drop-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const put = (path: string, text = '# 덱', declared = Buffer.byteLength(text)): Promise<Response> =>
  createDrops(folder).put(`/drop/${path}`, Readable.from([Buffer.from(text)]), declared)

it('keeps the files of a course below a folder of their own and tells where', async () => {
  const answer = await put(`session-1/${encodeURIComponent('도커'.normalize('NFD'))}/pictures/a%20b.png`, 'png')
  expect(answer.status).toBe(201)
  const course = join(folder, 'session-1', '도커')
  expect(await answer.json()).toEqual({ folder: course, file: join(course, 'pictures', 'a b.png') })
  expect(await readFile(join(course, 'pictures', 'a b.png'), 'utf8')).toBe('png')
})

it('keeps an archive of reviews, to be imported from where it tells', async () => {
  const answer = await put('session-1/chosen/lectern-2026-11-24.zip', 'zip')
  const { file } = (await answer.json()) as { file: string }
  expect(await readFile(file, 'utf8')).toBe('zip')
})

it.each([
  ['session-1/../x/y.md', 400],
  ['session-1/course/..%2f..%2fy.md', 400],
  ['session-1/course/%2e%2e/y.md', 400],
  ['session-1/course/a%00.md', 400],
  ['session-1/course/C%3A.md', 400],
  ['session-1/course/a%zz.md', 400],
  ['session-1/course/.hidden.md', 400],
  ['session-1/alone.md', 400],
  ['short/course/y.md', 400],
  ['..%2f..%2fetc/course/y.md', 400],
  [`session-1/${'deep/'.repeat(12)}y.md`, 400],
  [`session-1/course/${'n'.repeat(198)}.md`, 400],
  [`${'s'.repeat(65)}/course/y.md`, 400],
  ['session-1/course/y.exe', 415],
  ['session-1/course/y.html', 415],
  ['session-1/course/y', 415],
])('refuses %s with %i and writes nothing', async (path, status) => {
  const answer = await put(path)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'no-store'])
  expect(await answer.json()).toEqual({
    error: status === 400 ? 'not a path' : 'not a deck, a course file, a picture or an archive',
  })
  expect(await readdir(folder)).toEqual([])
})

it('takes names and paths as long as may be', async () => {
  const longest = `${'s'.repeat(64)}/${'deep/'.repeat(10)}course/${'n'.repeat(197)}.md`
  expect((await put(longest)).status).toBe(201)
  expect((await put('8letters/course/y.md')).status).toBe(201)
})

it('refuses what is or would become too large', async () => {
  expect((await put('session-1/course/a.md', 'x', 21 * 1024 * 1024)).status).toBe(413)
  expect((await put('session-1/course/a.md', 'x', NaN)).status).toBe(413)
  expect((await put('session-1/course/a.md', 'more than declared', 4)).status).toBe(413)
  expect(await readdir(folder, { recursive: true })).not.toContain(join('session-1', 'course', 'a.md'))
})

it('takes nothing before the file is there, so that it is removed whatever becomes of it', async () => {
  const file = join(folder, 'session-1', 'course', 'a.md')
  const wasThere: boolean[] = []
  function* content(): Generator<Buffer> {
    wasThere.push(existsSync(file))
    yield Buffer.from('more than declared')
  }
  const answer = await createDrops(folder).put('/drop/session-1/course/a.md', Readable.from(content()), 4)
  expect([answer.status, wasThere, existsSync(file)]).toEqual([413, [true], false])
})

it('leaves nothing of a file whose sender goes away in the middle, and says so', async () => {
  function* content(): Generator<Buffer> {
    yield Buffer.from('half')
    throw new Error('gone away')
  }
  const drops = createDrops(folder)
  await expect(drops.put('/drop/session-1/course/a.md', Readable.from(content()), 8)).rejects.toThrow('gone away')
  expect(await readdir(join(folder, 'session-1', 'course'))).toEqual([])
})

it('counts what one drop holds in all', async () => {
  const drops = createDrops(folder, { fileBytes: 10, bytes: 12, files: 3 })
  const send = async (session: string, text: string): Promise<number> => {
    const answer = await drops.put(`/drop/${session}/course/a.md`, Readable.from([Buffer.from(text)]), text.length)
    return answer.status
  }
  expect([
    await send('session-1', 'ten bytes.'),
    await send('session-1', 'abc'),
    await send('session-1', 'ab'),
  ]).toEqual([201, 413, 201])
  expect(await send('session-1', '')).toBe(413)
  expect(await send('session-2', 'ten bytes.')).toBe(201)
})

it.each(['md', 'yaml', 'yml', 'zip', 'svg', 'png', 'jpg', 'jpeg', 'webp', 'gif', 'avif', 'PNG'])(
  'takes what a course is made of: .%s',
  async (ending) => {
    expect((await put(`session-1/course/a.${ending}`)).status).toBe(201)
  },
)

it('takes files of up to 20 MB, and 2,000 of them', async () => {
  const most = 20 * 1024 * 1024
  const drops = createDrops(folder)
  const declare = async (bytes: number): Promise<unknown> =>
    (await drops.put('/drop/session-1/course/a.md', Readable.from([]), bytes)).json()
  expect(await declare(most)).toHaveProperty('file')
  for (let files = 2; files <= 2000; files++) expect(await declare(most + 1)).toEqual({ error: 'too large' })
  expect(await declare(0)).toEqual({ error: 'too many files' })
})
