import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDownloads, type Downloads } from '../../../src/browser-shell/downloads.ts'
import { createDrops } from '../../../src/browser-shell/dropped-files.ts'
import { startServer, type LoopbackServer } from '../../../src/browser-shell/server.ts'
import { createSockets, type Sockets } from '../../../src/browser-shell/sockets.ts'

let folder = ''
let server: LoopbackServer
let sockets: Sockets
let downloads: Downloads
let cookie = ''
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

const connect = (headers: Record<string, string>, query = '?window=deck'): WebSocket =>
  new WebSocket(`${server.access.origin.replace('http', 'ws')}/shell/socket${query}`, { headers })
const ours = (): Record<string, string> => ({ cookie, origin: server.access.origin })
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
  downloads = createDownloads()
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
  await rm(folder, { recursive: true, force: true })
  expect(errors).toEqual([])
})
beforeEach(async () => {
  const { pathname, search } = new URL(server.access.newAddress())
  const entered = await get(pathname + search)
  cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
})

describe('coming in', () => {
  it('trades a ticket once for a cookie and leads to an address without it', async () => {
    const { pathname, search } = new URL(server.access.newAddress())
    const entered = await get(pathname + search)
    expect(entered.status).toBe(303)
    expect(entered.headers.location).toBe('/library/index.html')
    expect(entered.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
    const again = await get(pathname + search)
    expect(again.status).toBe(403)
    expect(again.text).toContain('This address works only once')
    expect(again.headers['set-cookie']).toBeUndefined()
    expect((await known(pathname + search)).status).toBe(303)
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
    '/course/%2Fnotes%2F과정/notes.md',
    '/course/%2Fnotes%2F%EA%B3%BC%EC%A0%95/notes.md',
    '/course/%2Fnotes%2F%EA%B3%BC%EC%A0%95/..%2Fsecret.txt',
    '/course/unknown/a.png',
    '/course/%E0%A4%A/a.png',
  ])('does not answer %s', async (path) => {
    const answer = await known(encodeURI(path).replaceAll('%25', '%'))
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('secret')
  })

  it("gives pictures of a course by the course's id", async () => {
    expect((await known(`/course/${encodeURIComponent('/notes/과정')}/a%20b.png`)).text).toBe('png')
  })

  it('hands an export out once, as a file to save, and then removes it', async () => {
    const place = await mkdtemp(join(folder, 'export-'))
    await writeFile(join(place, '도커.pdf'), '%PDF')
    const href = downloads.offer(join(place, '도커.pdf'))
    const first = await known(href)
    expect(first.text).toBe('%PDF')
    expect(first.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('도커.pdf')}`)
    expect((await known(href)).status).toBe(404)
  })

  it('takes dropped files only by PUT, from our pages', async () => {
    const put = { method: 'PUT', body: '# 덱' }
    expect((await known('/drop/session-1/course/a.ko.md', put)).status).toBe(403)
    expect((await known('/drop/session-1/course/a.ko.md', { ...put, headers: ours() })).status).toBe(201)
    expect((await known('/library/index.html', { ...put, headers: ours() })).status).toBe(404)
    const large = { method: 'PUT', body: 'x', headers: { ...ours(), 'content-length': String(30 * 1024 * 1024) } }
    expect((await known('/drop/session-1/course/b.ko.md', large)).status).toBe(413)
  })
})

describe('sockets', () => {
  it('answers a window by its kind and pushes to it', async () => {
    const socket = connect(ours())
    await once(socket, 'open')
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
    expect(await heard(socket)).toEqual({ push: 'talk:changed', payload: null })
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
    const socket = connect(ours())
    await once(socket, 'open')
    socket.send(text)
    expect((await once(socket, 'close'))[0]).toBe(1008)
  })

  it('hangs up on what is too large', async () => {
    const socket = connect(ours())
    await once(socket, 'open')
    socket.send(JSON.stringify({ id: 1, name: 'x'.repeat(2 * 1024 * 1024) }))
    expect((await once(socket, 'close'))[0]).toBe(1009)
  })
})

it('says that a port is taken', async () => {
  const port = Number(new URL(server.access.origin).port)
  await expect(startServer(port, {} as never)).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
