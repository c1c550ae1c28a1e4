import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { dirname, join } from 'node:path'
import { once } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { createDrops } from '../../../src/browser-shell/dropped-files.ts'
import { startServer } from '../../../src/browser-shell/server.ts'
import { introduced, keyIn } from './introduced.ts'
import {
  connect,
  cookie,
  downloads,
  folder,
  get,
  heard,
  key,
  known,
  offered,
  ours,
  ownBase,
  serveEachTest,
  server,
  sockets,
  welcomed,
} from './loopback.ts'

serveEachTest()

const usedTicket = [
  '이 주소는 이미 썼거나 쓸 수 있는 시간이 지났어요. Lectern을 다시 실행하면 새 주소가 나와요.',
  'This address was used already, or its time is over. Start Lectern again to get a new one.',
].join('\n')
const pathOf = (address: string): string => {
  const { pathname, search } = new URL(address)
  return pathname + search
}

describe('coming in', () => {
  it('trades a ticket once for a cookie and a key, by a window that goes on at an address without it', async () => {
    const ticket = pathOf(server.access.newAddress())
    const entered = await get(ticket)
    expect(entered.status).toBe(200)
    expect(keyIn(entered.text)).toBe(key)
    expect(entered.text).toContain('<title>L</title>')
    expect(entered.text.indexOf('<script>')).toBeLessThan(entered.text.indexOf('src="/bridge.js"'))
    expect([entered.headers['cache-control'], entered.headers.etag]).toEqual(['no-store', undefined])
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec(entered.text) ?? []
    expect(script).toContain(`history.replaceState(null, '', "/library/index.html")`)
    const hash = createHash('sha256').update(script).digest('base64')
    const { headers } = await known('/library/index.html')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(entered.headers['content-security-policy']).toBe(policy.replace("script-src 'self'", `$& 'sha256-${hash}'`))
    expect(entered.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
    const again = await get(ticket)
    expect(again.status).toBe(403)
    expect(again.text).toContain('This address was used already')
    expect(again.headers['set-cookie']).toBeUndefined()
    const reopened = await known(ticket)
    expect([reopened.status, reopened.headers.location, reopened.text]).toEqual([303, '/library/index.html', ''])
  })

  it('leads to the gallery where that was asked for', async () => {
    const { pathname, search } = new URL(server.access.newAddress({ gallery: true }))
    const entered = await get(pathname + search)
    expect(entered.text).toContain('<title>G</title>')
    expect(entered.text).toContain(`history.replaceState(null, '', "/gallery/index.html")`)
  })

  it('keeps a ticket where the window cannot be read', async () => {
    const page = join(folder, 'pages', 'gallery', 'index.html')
    const { pathname, search } = new URL(server.access.newAddress({ gallery: true }))
    await rename(page, `${page}.away`)
    const refused = await get(pathname + search)
    expect([refused.status, refused.headers['set-cookie']]).toEqual([404, undefined])
    await rename(`${page}.away`, page)
    expect((await get(pathname + search)).status).toBe(200)
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

/** What every answer in words is sent with: nobody keeps it or takes it for a page. */
const inWords = {
  'content-type': 'text/plain; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

describe('answers in words', () => {
  const own = (path: string): string => ownBase() + path
  it.each([
    ['another host', () => known('/', { headers: { host: 'localhost' } }), 421, 'wrong host', {}],
    ['a foreign page', () => known('/', { headers: { origin: 'https://evil.example' } }), 403, 'refused', {}],
    ['what is no path', () => known('http://example.com/'), 400, 'no path', {}],
    [
      'a way to ask that it does not have',
      () => known('/', { method: 'DELETE', headers: ours() }),
      405,
      'not allowed',
      { allow: 'GET, HEAD, PUT' },
    ],
    ['the root', () => known('/'), 303, '', { location: '/library/index.html' }],
    [
      'who looks at a ticket',
      () => get(pathOf(server.access.newAddress()), { headers: { 'sec-purpose': 'prefetch' } }),
      503,
      '',
      {},
    ],
    [
      'who sends what is no ticket',
      () => get('/enter?ticket=none', { method: 'POST', headers: { origin: server.access.origin } }),
      403,
      usedTicket,
      {},
    ],
    ['a stranger', () => get('/library/index.html'), 403, usedTicket, {}],
    ['a page that is not there', () => known('/none.html'), 404, 'not found', {}],
    ['a course that is not open', () => known(own('course/other/a.png')), 404, 'not found', {}],
    ['an export that was not made', () => known('/exported/none/a.pdf'), 404, 'not found', {}],
    [
      'an upload to where nothing is dropped',
      () => known(own('course/x/a.png'), { method: 'PUT', headers: ours() }),
      404,
      'not found',
      {},
    ],
    [
      'an upload to a page',
      () => known('/library/index.html', { method: 'PUT', headers: ours() }),
      404,
      'not found',
      {},
    ],
  ])('tell %s what is the matter', async (_who, ask, status, said, headers) => {
    const answer = await ask()
    expect([answer.status, answer.text]).toEqual([status, said])
    expect(answer.headers).toMatchObject({ ...inWords, ...headers })
  })

  it('tell a window that something went wrong inside, and the shell what', async () => {
    const failed = new Error('of the inside')
    const errors: unknown[] = []
    const broken = await startServer(0, {
      rendererRoot: join(folder, 'pages'),
      sockets,
      downloads,
      drops: createDrops(join(folder, 'dropped')),
      courseFolder: () => Promise.reject(failed),
      onError: (error) => errors.push(error),
    })
    const { pathname, search } = new URL(broken.access.newAddress())
    const entered = await fetch(broken.access.origin + pathname + search)
    const cookieOfIt = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    const base = broken.access.admit(introduced(keyIn(await entered.text())))?.ownBase ?? ''
    const answer = await fetch(`${broken.access.origin}${base}course/a/b.png`, { headers: { cookie: cookieOfIt } })
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      500,
      'text/plain',
      'something went wrong',
    ])
    expect(errors).toEqual([failed])
    const closed = vi.spyOn(sockets, 'close').mockReturnValue()
    await broken.close()
    expect(closed).toHaveBeenCalledOnce()
    closed.mockRestore()
  })
})

describe('files', () => {
  it('are not sent again to who has them', async () => {
    const { headers } = await known('/bridge.js')
    const again = await known('/bridge.js', { headers: { 'if-none-match': String(headers.etag) } })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  it('are told to who asks for no more than their heads', async () => {
    const looked = await known('/bridge.js', { method: 'HEAD' })
    expect([looked.status, looked.headers['content-length'], looked.text]).toEqual([200, '6', ''])
  })

  it('puts the bridge before everything else in a page, and nowhere else', async () => {
    const page = await known('/library/index.html', { headers: { range: 'bytes=0-3' } })
    expect(page.status).toBe(200)
    expect(page.text).toContain('<head><script type="module" src="/bridge.js"></script><link')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.text).toMatch(/<link rel="icon" href="\/icon.svg"><title>L<\/title><\/head><\/html>$/)
    // It is longer than the file, and no part of it can be asked for.
    expect([page.headers['content-length'], page.headers['accept-ranges']]).toEqual([undefined, undefined])
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
    const answer = await known(encodeURI(path).replaceAll('%25', '%').replace('OWN/', ownBase()))
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('secret')
  })

  it("gives pictures of a course by the course's id", async () => {
    expect((await known(`${ownBase()}course/${encodeURIComponent('/notes/과정')}/a%20b.png`)).text).toBe('png')
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

  it('hands an export out once, also to who asks again as soon as the last byte is there', async () => {
    const size = 300_000
    const { port } = new URL(server.access.origin)
    for (let round = 0; round < 40; round++) {
      const { href } = await offered('x'.repeat(size))
      const first = httpRequest({ host: '127.0.0.1', port, path: href, headers: { cookie } }).end()
      const [response] = (await once(first, 'response')) as [IncomingMessage]
      let arrived = 0
      const again = new Promise<number>((resolve) =>
        response.on('data', (part: Buffer) => {
          arrived += part.length
          if (arrived === size) void known(href).then(({ status }) => resolve(status))
        }),
      )
      expect([round, await again]).toEqual([round, 404])
    }
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
    const drop = (name: string): string => `${ownBase()}drop/session-1/course/${name}`
    expect((await known(drop('a.ko.md'), put)).status).toBe(403)
    expect((await known(drop('a.ko.md'), { ...put, headers: ours() })).status).toBe(201)
    expect((await known('/library/index.html', { ...put, headers: ours() })).status).toBe(404)
    const large = { method: 'PUT', body: 'x', headers: { ...ours(), 'content-length': String(30 * 1024 * 1024) } }
    const refused = await known(drop('b.ko.md'), large)
    // What is left of it would be taken for the next request.
    expect([refused.status, refused.headers.connection]).toEqual([413, 'close'])
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

  it('tells whenever a window comes or goes', async () => {
    const seen: string[] = []
    sockets.onChange(() => void seen.push(sockets.open().join()))
    const deck = await welcomed()
    const presenter = await welcomed('?window=presenter')
    deck.close()
    await expect.poll(() => seen).toEqual(['deck', 'deck,presenter', 'presenter'])
    presenter.close()
    await expect.poll(() => seen.at(-1)).toBe('')
    sockets.onChange(() => undefined)
  })

  it('hangs up on what is not text', async () => {
    const socket = await welcomed()
    socket.send(Buffer.from('{"id":1,"name":"talk:read"}'))
    expect((await once(socket, 'close'))[0]).toBe(1003)
  })

  it('tells the present state to a window that comes back', async () => {
    const socket = connect(ours(), '?window=presenter&again')
    const told: unknown[] = []
    socket.on('message', (data) => told.push(JSON.parse((data as Buffer).toString())))
    await once(socket, 'open')
    socket.send(JSON.stringify(introduced(key)))
    const welcome = expect.objectContaining({ welcome: true }) as unknown
    await vi.waitFor(() => expect(told).toEqual([welcome, { push: 'talk:changed', payload: null }]))
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

it('says that a port is taken', async () => {
  const port = Number(new URL(server.access.origin).port)
  await expect(startServer(port, {} as never)).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
