import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDownloads, type Downloads } from '../../../src/browser-shell/downloads.ts'
import { createDrops } from '../../../src/browser-shell/dropped-files.ts'
import { startServer, type LoopbackServer } from '../../../src/browser-shell/server.ts'
import { createSockets, type Sockets } from '../../../src/browser-shell/sockets.ts'
import type { Keys } from '../../../src/browser-shell/wire.ts'

let folder = ''
let server: LoopbackServer
let sockets: Sockets
let downloads: Downloads
let cookie = ''
let keys: Keys
const errors: unknown[] = []

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

interface Asked {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** Over Node's own client: it sends the path and the headers just as they are given. */
function get(path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}): Promise<Answer> {
  const { port } = new URL(server.access.origin)
  return new Promise((resolve, reject) => {
    const asking = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString() }),
      )
    })
    asking.on('error', reject)
    asking.end(body)
  })
}
const known = (path: string, { headers, ...rest }: Asked = {}): Promise<Answer> =>
  get(path, { ...rest, headers: { cookie, ...headers } })

/** What a page that lets a browser in keeps in its storage. */
const keysIn = (page: string): Keys => {
  const [, item = ''] = /localStorage\.setItem\("lectern-keys", ("(?:[^"\\]|\\.)*")\)/.exec(page) ?? []
  return JSON.parse(JSON.parse(item) as string) as Keys
}
const enter = async (): Promise<Answer> => {
  const { pathname, search } = new URL(server.access.newAddress())
  return get(pathname + search)
}

const connect = (headers: Record<string, string>, query = '?window=deck'): WebSocket =>
  new WebSocket(`${server.access.origin.replace('http', 'ws')}/shell/socket${query}`, { headers })
const ours = (): Record<string, string> => ({ cookie, origin: server.access.origin })
/** A window that has said its key and was let in. */
const welcomed = async (query?: string): Promise<WebSocket> => {
  const socket = connect(ours(), query)
  await once(socket, 'open')
  socket.send(JSON.stringify({ key: keys.key }))
  expect(await heard(socket)).toEqual({ welcome: true })
  return socket
}
const heard = async (socket: WebSocket): Promise<unknown> => {
  const [data] = (await once(socket, 'message')) as [Buffer]
  return JSON.parse(data.toString())
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-server-'))
  await mkdir(join(folder, 'pages', 'library'), { recursive: true })
  await mkdir(join(folder, 'course'))
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(
    join(folder, 'pages', 'library', 'index.html'),
    '<!doctype html><html><head><title>L</title></head></html>',
  )
  await writeFile(join(folder, 'pages', 'bridge.js'), 'bridge')
  await writeFile(join(folder, 'course', 'a b.png'), 'png')
  await writeFile(join(folder, 'course', 'notes.md'), 'secret')
  sockets = createSockets({
    answer: (name, payload, from) => Promise.resolve({ value: { name, payload, from } }),
    greet: () => Promise.resolve([{ push: 'talk:changed', payload: null }]),
  })
  downloads = createDownloads(folder)
  server = await startServer(0, {
    rendererRoot: join(folder, 'pages'),
    sockets,
    downloads,
    drops: createDrops(join(folder, 'dropped')),
    courseFolder: (id) => Promise.resolve(id === '/notes/과정' ? join(folder, 'course') : null),
    onError: (error) => errors.push(error),
  })
})
afterAll(async () => {
  await server.close()
  await downloads.close()
  expect((await readdir(folder)).filter((name) => name.startsWith('lectern-'))).toEqual([])
  await rm(folder, { recursive: true, force: true })
  expect(errors).toEqual([])
})
beforeEach(async () => {
  const entered = await enter()
  cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  keys = keysIn(entered.text)
})

describe('coming in', () => {
  it('trades a ticket once for a cookie and keys, by a page that goes on to an address without it', async () => {
    const { pathname, search } = new URL(server.access.newAddress())
    const entered = await get(pathname + search)
    expect(entered.status).toBe(200)
    expect(keysIn(entered.text)).toEqual(keys)
    expect(entered.text).toContain('location.replace("/library/index.html")')
    expect(entered.headers['cache-control']).toBe('no-store')
    const [, script = ''] = /<script>(.*)<\/script>/.exec(entered.text) ?? []
    const hash = createHash('sha256').update(script).digest('base64')
    expect(entered.headers['content-security-policy']).toContain(`default-src 'none'; script-src 'sha256-${hash}';`)
    expect(entered.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
    const again = await get(pathname + search)
    expect(again.status).toBe(403)
    expect(again.text).toContain('This address was used already')
    expect(again.headers['set-cookie']).toBeUndefined()
    const reopened = await known(pathname + search)
    expect([reopened.status, reopened.headers.location, reopened.text]).toEqual([303, '/library/index.html', ''])
  })

  it('leads to the gallery where that was asked for', async () => {
    const { pathname, search } = new URL(server.access.newAddress({ gallery: true }))
    expect((await get(pathname + search)).text).toContain('location.replace("/gallery/index.html")')
  })

  it('keeps a ticket for the person from whoever only looks', async () => {
    const { pathname, search } = new URL(server.access.newAddress())
    const looked = await get(pathname + search, { method: 'HEAD' })
    expect([looked.status, looked.headers['set-cookie']]).toEqual([200, undefined])
    expect((await get(pathname + search, { headers: { 'sec-purpose': 'prefetch;prerender' } })).status).toBe(503)
    expect((await get(pathname + search)).headers['set-cookie']).toBeDefined()
    expect((await get(pathname + search, { method: 'HEAD' })).status).toBe(403)
  })

  it.each(['/', '/library/index.html', '/bridge.js', '/course/x/y.png', '/exported/x/y.pdf', '/enter'])(
    'shows nothing at %s without a ticket',
    async (path) => expect((await get(path)).status).toBe(403),
  )

  it('answers only to its own name', async () => {
    for (const host of ['evil.example', 'localhost', '127.0.0.1:1', '[::1]']) {
      expect((await known('/library/index.html', { headers: { host } })).status).toBe(421)
    }
  })

  it('refuses requests of foreign pages, and proxy requests', async () => {
    expect((await known('/library/index.html', { headers: { origin: 'https://evil.example' } })).status).toBe(403)
    expect((await known('/bridge.js', { headers: { 'sec-fetch-site': 'same-site' } })).status).toBe(403)
    expect((await known('/library/index.html', { method: 'POST' })).status).toBe(403)
    expect((await known('/library/index.html', { method: 'POST', headers: ours() })).status).toBe(405)
    expect((await known('http://example.com/')).status).toBe(400)
    expect((await known('//example.com/')).status).toBe(400)
  })
})

/** A file that waits to be fetched. */
async function offered(content: string): Promise<{ readonly file: string; readonly href: string }> {
  const file = await downloads.place('도커.pdf')
  await writeFile(file, content)
  return { file, href: downloads.offer(file) }
}

describe('files', () => {
  it('puts the bridge before everything else in a page, and nowhere else', async () => {
    const page = await known('/library/index.html', { headers: { range: 'bytes=0-3' } })
    expect(page.status).toBe(200)
    expect(page.text).toContain('<head><script type="module" src="/bridge.js"></script><link')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect((await known('/bridge.js')).text).toBe('bridge')
    expect((await known('/bridge.js', { headers: { range: 'bytes=0-1' } })).text).toBe('br')
    expect((await known('/')).headers.location).toBe('/library/index.html')
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/library/..%2f..%2fsecret.txt',
    'OWN/course/%2Fnotes%2F과정/notes.md',
    'OWN/course/%2Fnotes%2F%EA%B3%BC%EC%A0%95/notes.md',
    'OWN/course/%2Fnotes%2F%EA%B3%BC%EC%A0%95/..%2Fsecret.txt',
    'OWN/course/unknown/a.png',
    'OWN/course/%E0%A4%A/a.png',
    'OWN/library/index.html',
  ])('does not answer %s', async (path) => {
    const answer = await known(encodeURI(path).replaceAll('%25', '%').replace('OWN/', keys.ownBase))
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('secret')
  })

  it("gives pictures of a course by the course's id", async () => {
    expect((await known(`${keys.ownBase}course/${encodeURIComponent('/notes/과정')}/a%20b.png`)).text).toBe('png')
  })

  it('hands an export out once, as a file to save, and then removes it', async () => {
    const { file, href } = await offered('%PDF')
    const looked = await known(href, { method: 'HEAD' })
    expect([looked.status, looked.headers['content-length'], looked.text]).toEqual([200, '4', ''])
    const first = await known(href)
    expect(first.text).toBe('%PDF')
    expect(first.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('도커.pdf')}`)
    await vi.waitFor(() => expect(existsSync(dirname(file))).toBe(false))
    expect((await known(href)).status).toBe(404)
  })

  it('hands an export out again where it broke off on the way', async () => {
    const content = 'x'.repeat(64 * 1024 * 1024)
    const { file, href } = await offered(content)
    const { port } = new URL(server.access.origin)
    const asking = httpRequest({ host: '127.0.0.1', port, path: href, headers: { cookie } })
    asking.end()
    const [response] = (await once(asking, 'response')) as [IncomingMessage]
    await once(response, 'data')
    response.destroy()
    await once(response, 'close')
    expect((await known(href)).text).toBe(content)
    await vi.waitFor(() => expect(existsSync(file)).toBe(false))
  })

  it('takes dropped files only by PUT, from our pages', async () => {
    const put = { method: 'PUT', body: '# 덱' }
    const drop = (name: string): string => `${keys.ownBase}drop/session-1/course/${name}`
    expect((await known(drop('a.ko.md'), put)).status).toBe(403)
    expect((await known(drop('a.ko.md'), { ...put, headers: ours() })).status).toBe(201)
    expect((await known('/library/index.html', { ...put, headers: ours() })).status).toBe(404)
    const large = { method: 'PUT', body: 'x', headers: { ...ours(), 'content-length': String(30 * 1024 * 1024) } }
    expect((await known(drop('b.ko.md'), large)).status).toBe(413)
  })
})

describe('sockets', () => {
  it('answers a window by its kind and pushes to it', async () => {
    const socket = await welcomed()
    socket.send(JSON.stringify({ id: 7, name: 'talk:read', payload: null }))
    expect(await heard(socket)).toEqual({
      id: 7,
      answer: { value: { name: 'talk:read', payload: null, from: 'deck' } },
    })
    expect(sockets.open()).toEqual(['deck'])
    sockets.broadcast('talk:changed', null)
    expect(await heard(socket)).toEqual({ push: 'talk:changed', payload: null })
    sockets.command('presenter', 'close')
    sockets.command('deck', 'swap-displays')
    expect(await heard(socket)).toEqual({ command: 'swap-displays' })
    socket.close()
    await once(socket, 'close')
  })

  it('tells the present state to a window that comes back', async () => {
    const socket = connect(ours(), '?window=presenter&again')
    const told: unknown[] = []
    socket.on('message', (data) => told.push(JSON.parse((data as Buffer).toString())))
    await once(socket, 'open')
    socket.send(JSON.stringify({ key: keys.key }))
    await vi.waitFor(() => expect(told).toEqual([{ welcome: true }, { push: 'talk:changed', payload: null }]))
    socket.close()
  })

  it.each([
    ['without a cookie', () => ({ origin: server.access.origin }), '?window=deck', 403],
    ['without an origin', () => ({ cookie }), '?window=deck', 403],
    ['of a foreign page', () => ({ cookie, origin: 'https://evil.example' }), '?window=deck', 403],
    ['for another host', () => ({ ...ours(), host: 'evil.example' }), '?window=deck', 421],
    ['of no window', ours, '?window=evil', 404],
  ])('refuses a socket %s', async (_what, headers, query, status) => {
    const socket = connect(headers(), query)
    const [error] = (await once(socket, 'error')) as [Error]
    expect(error.message).toBe(`Unexpected server response: ${status}`)
  })

  it.each(['no json', '[]', '{"id":"1","name":"talk:read"}', '{"id":1}'])('hangs up on %s', async (text) => {
    const socket = await welcomed()
    socket.send(text)
    expect((await once(socket, 'close'))[0]).toBe(1008)
  })

  it('hangs up on what is too large', async () => {
    const socket = await welcomed()
    socket.send(JSON.stringify({ id: 1, name: 'x'.repeat(2 * 1024 * 1024) }))
    expect((await once(socket, 'close'))[0]).toBe(1009)
  })
})

describe('another server on this machine that got our cookie', () => {
  const asked = JSON.stringify({ id: 1, name: 'library:read' })

  it.each([
    ['says nothing of a key', () => [asked]],
    ['has the cookie for a key', () => [JSON.stringify({ key: cookie.split('=')[1] }), asked]],
    ['has a key of another time', () => [JSON.stringify({ key: keys.key.slice(0, -1) }), asked]],
    ['says a key that is no text', () => [JSON.stringify({ key: [keys.key] }), asked]],
    ['sends what is no JSON', () => ['', asked]],
  ])('opens no window where it %s', async (_what, say) => {
    const socket = connect(ours())
    const told: unknown[] = []
    socket.on('message', (data) => told.push(data))
    await once(socket, 'open')
    const closed = once(socket, 'close')
    for (const text of say()) socket.send(text)
    expect((await closed)[0]).toBe(4401)
    expect(told).toEqual([])
  })

  it('is told nothing while it says nothing, counts as no window, and is hung up on', async () => {
    const before = sockets.open().length
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const socket = connect(ours())
      const told: unknown[] = []
      socket.on('message', (data) => told.push(data))
      const closed = once(socket, 'close')
      await once(socket, 'open')
      sockets.broadcast('talk:changed', null)
      sockets.command('deck', 'close')
      expect(sockets.open()).toHaveLength(before)
      // Until the server, too, has taken it up.
      while (vi.getTimerCount() === 0) await new Promise(setImmediate)
      vi.advanceTimersByTime(5000)
      expect((await closed)[0]).toBe(4401)
      expect(told).toEqual([])
    } finally {
      vi.useRealTimers()
    }
  })

  it('reads no picture, no export and no key, and drops nothing', async () => {
    const picture = `course/${encodeURIComponent('/notes/과정')}/a%20b.png`
    const secret = cookie.split('=')[1] ?? ''
    for (const base of ['/', '/own/', `/own/${secret}/`, `/own/${keys.key}/`, `${keys.ownBase.slice(0, -2)}/`])
      expect([base, (await known(base + picture, { headers: ours() })).status]).toEqual([base, 404])
    const { href } = await offered('%PDF')
    expect((await known(href.replace(/\/exported\/[^/]+/, `/exported/${secret}`), { headers: ours() })).status).toBe(
      404,
    )
    for (const path of ['/drop/session-1/course/a.ko.md', `/own/${secret}/drop/session-1/course/a.ko.md`])
      expect((await known(path, { method: 'PUT', body: '# 덱', headers: ours() })).status).toBe(404)
    const secrets = [keys.key, keys.ownBase]
    for (const path of ['/', '/enter', '/enter?ticket=guess', '/library/index.html', '/bridge.js']) {
      const answer = await known(path, { headers: ours() })
      for (const one of secrets) expect(JSON.stringify(answer)).not.toContain(one)
    }
  })
})

it('says that a port is taken', async () => {
  const port = Number(new URL(server.access.origin).port)
  await expect(startServer(port, {} as never)).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
