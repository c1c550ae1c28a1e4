import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { byteRange, serveCourseFile, serveFile } from '../../../src/services/disk/static-files.ts'

let home = ''
let root = ''

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'lectern-files-'))
  root = join(home, 'pages')
  await mkdir(join(root, 'deck'), { recursive: true })
  await mkdir(join(root, 'code'))
  await mkdir(join(home, 'pages-beside'))
  await writeFile(join(home, 'secret.txt'), 'secret')
  await writeFile(join(home, 'secret.png'), 'secret')
  await writeFile(join(home, 'pages-beside', 'file.js'), 'secret')
  await writeFile(join(root, 'deck', 'index.html'), '<!doctype html>')
  await writeFile(join(root, 'code', 'deck-Ab3_d-9z.js'), 'code')
  await writeFile(join(root, 'empty.json'), '')
  await writeFile(join(root, '그림 하나.png'), '0123456789')
  await writeFile(join(root, 'notes.md'), '# secret notes')
  await symlink(join(home, 'secret.png'), join(root, 'out.png'))
  await symlink(join(root, 'notes.md'), join(root, 'notes.png'))
  await symlink(home, join(root, 'up'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

const asked = (headers: Record<string, string>): Headers => new Headers(headers)

describe('serveFile', () => {
  it('answers a page with its type', async () => {
    const answer = await serveFile(root, '/deck/index.html')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await answer.text()).toBe('<!doctype html>')
  })

  it('lets a page load what is its own, and nothing from anywhere else', async () => {
    const { headers } = await serveFile(root, '/deck/index.html')
    expect(Object.fromEntries(headers)).toEqual({
      'accept-ranges': 'bytes',
      'cache-control': 'no-cache',
      'content-length': String('<!doctype html>'.length),
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
        "media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-resource-policy': 'same-origin',
      etag: headers.get('etag'),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    expect(headers.get('etag')).toMatch(/^"f-[a-z0-9]+"$/)
  })

  it.each([
    ['js', 'text/javascript; charset=utf-8'],
    ['css', 'text/css; charset=utf-8'],
    ['json', 'application/json; charset=utf-8'],
    ['js.map', 'application/json; charset=utf-8'],
    ['woff', 'font/woff'],
    ['woff2', 'font/woff2'],
    ['TTF', 'font/ttf'],
    ['pdf', 'application/pdf'],
    ['other', 'application/octet-stream'],
  ])('says what a .%s is', async (ending, type) => {
    await writeFile(join(root, 'deck', `file.${ending}`), '')
    expect((await serveFile(root, `/deck/file.${ending}`)).headers.get('content-type')).toBe(type)
  })

  it('says in words what is not there, to nobody who would keep it', async () => {
    const range = asked({ range: 'bytes=100-' })
    for (const [path, status, text] of [
      ['/deck/none.html', 404, 'not found'],
      ['/deck/index.html', 416, 'no such range'],
    ] as const) {
      const answer = await serveFile(root, path, range)
      expect([answer.status, await answer.text()]).toEqual([status, text])
      const { headers } = answer
      expect(['content-type', 'x-content-type-options', 'cache-control'].map((name) => headers.get(name))).toEqual([
        'text/plain; charset=utf-8',
        'nosniff',
        'no-store',
      ])
    }
  })

  it('lets only files with a hash in their name be kept for ever', async () => {
    expect((await serveFile(root, '/code/deck-Ab3_d-9z.js')).headers.get('cache-control')).toContain('immutable')
    expect((await serveFile(root, '/deck/index.html')).headers.get('cache-control')).toBe('no-cache')
  })

  it('says that a file has not changed to who has it already, and sends it again once it has', async () => {
    const etag = (await serveFile(root, '/notes.md')).headers.get('etag') ?? ''
    expect((await serveFile(root, '/notes.md', asked({ 'if-none-match': etag }))).status).toBe(304)
    await writeFile(join(root, 'notes.md'), '# other notes, longer')
    expect((await serveFile(root, '/notes.md', asked({ 'if-none-match': etag }))).status).toBe(200)
    // Saved twice in a moment, with as many letters.
    const at = 1_790_000_000
    const etags = []
    for (const seconds of [at, at + 0.001, at + 1]) {
      await utimes(join(root, 'notes.md'), seconds, seconds)
      etags.push((await serveFile(root, '/notes.md')).headers.get('etag'))
    }
    expect(new Set(etags).size).toBe(3)
  })

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=0-999', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=10-', 416, 'no such range', 'bytes */10'],
    ['bytes=-0', 416, 'no such range', 'bytes */10'],
    ['bytes=4-2', 200, '0123456789', null],
    ['bytes=0-1,4-5', 200, '0123456789', null],
    ['lines=1-2', 200, '0123456789', null],
  ])('answers the range %s with %i', async (range, status, text, contentRange) => {
    const answer = await serveFile(root, `/${encodeURIComponent('그림 하나.png')}`, asked({ range }))
    expect(answer.status).toBe(status)
    expect(await answer.text()).toBe(text)
    expect(answer.headers.get('content-range')).toBe(contentRange)
    if (status !== 416) expect(answer.headers.get('content-length')).toBe(String(text.length))
  })

  it('answers an empty file and the folder of a file', async () => {
    expect(await (await serveFile(root, '/empty.json')).text()).toBe('')
    expect((await serveFile(root, '/deck')).status).toBe(404)
    expect((await serveFile(root, '/deck/')).status).toBe(404)
    expect((await serveFile(root, '/')).status).toBe(404)
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/deck/..%2F..%2Fsecret.txt',
    '/..%5csecret.txt',
    '/../pages-beside/file.js',
    '//secret.txt',
    '/./notes.md',
    '/notes.md%00.png',
    '/%E0%A4%A',
    '/out.png',
    '/up/secret.txt',
    '/up/pages/notes.md%2f',
    '/C:/notes.md',
    '/notes.md.',
  ])('does not answer %s', async (pathname) => {
    const answer = await serveFile(root, pathname)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('not found')
  })

  it('gives away nothing outside its root, whatever is asked', async () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '',
      'up',
      'deck',
      'pages',
      'secret.txt',
      'secret.png',
      '%2e%2e',
      '%2f',
      '%5c',
      '%00',
      'out.png',
      '%252e',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 7 }), async (parts) => {
        const answer = await serveFile(root, `/${parts.join('/')}`)
        expect(await answer.text()).not.toContain('secret')
      }),
    )
  })
})

describe('serveCourseFile', () => {
  it.each([
    ['svg', 'image/svg+xml'],
    ['png', 'image/png'],
    ['jpg', 'image/jpeg'],
    ['JPEG', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['gif', 'image/gif'],
    ['avif', 'image/avif'],
  ])('says what kind of picture a .%s is, for a browser guesses nothing', async (ending, type) => {
    await writeFile(join(root, 'deck', `picture.${ending}`), '')
    expect((await serveCourseFile(root, `deck/picture.${ending}`)).headers.get('content-type')).toBe(type)
  })

  it('answers pictures, and lets an SVG of a course do nothing by itself', async () => {
    await writeFile(join(root, 'deck', 'drawing.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    const answer = await serveCourseFile(root, 'deck/drawing.svg')
    expect(answer.headers.get('content-type')).toBe('image/svg+xml')
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
    )
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect((await serveCourseFile(root, encodeURIComponent('그림 하나.png'))).status).toBe(200)
  })

  it.each(['notes.md', 'notes.png', 'out.png', 'deck/index.html', '../secret.png', 'code/deck-Ab3_d-9z.js'])(
    'does not answer %s',
    async (path) => {
      expect((await serveCourseFile(root, path)).status).toBe(404)
    },
  )
})

describe('byteRange', () => {
  it('never names a byte that is not in the file', () => {
    const number = fc.oneof(fc.constant(''), fc.nat(30).map(String))
    fc.assert(
      fc.property(number, number, fc.nat(20), (from, to, size) => {
        const range = byteRange(`bytes=${from}-${to}`, size)
        if (range === null || range === 'beyond') return
        expect(range.first).toBeGreaterThanOrEqual(0)
        expect(range.last).toBeLessThan(size)
        expect(range.first).toBeLessThanOrEqual(range.last)
      }),
    )
  })
})
