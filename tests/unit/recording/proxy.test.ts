import { mkdtemp, rm } from 'node:fs/promises'
import { createServer as createHttpServer, request } from 'node:http'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startProxy, type Proxy } from '../../../src/services/recording/proxy.ts'

let folder = ''
let proxy: Proxy
let servers: Server[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-proxy-'))
})
afterEach(async () => {
  await proxy.close()
  for (const server of servers) await new Promise((resolve) => server.close(resolve))
  servers = []
  await rm(folder, { recursive: true, force: true })
})

async function between(server: Server): Promise<string> {
  const [inner, outer] = [join(folder, 'inner.sock'), join(folder, 'outer.sock')]
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(inner, resolve))
  proxy = await startProxy({ path: outer }, { path: inner })
  return outer
}

const get = (socketPath: string, path: string, method = 'GET', body?: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const asked = request({ socketPath, path, method, agent: false }, (response) => {
      let text = ''
      response.on('data', (part) => (text += String(part)))
      response.on('end', () => resolve(text)).on('error', reject)
    })
    asked.on('error', reject).end(body)
  })

test('lines of JSON in chunks reach the client, and are noted with a time each', async () => {
  const socket = await between(
    createHttpServer((_, response) => {
      response.write('{"a":1}\n')
      setImmediate(() => response.end('{"b":2}\n'))
    }),
  )
  expect(await get(socket, '/build', 'POST', 'context')).toBe('{"a":1}\n{"b":2}\n')
  await proxy.quiet(60_000)
  const [exchange, ...others] = proxy.take()
  expect(others).toEqual([])
  expect(exchange?.request).toMatchObject({ startLine: 'POST /build HTTP/1.1', bytes: 7 })
  expect(exchange?.response.body.toString()).toBe('{"a":1}\n{"b":2}\n')
  expect(exchange?.response.partsAt).toHaveLength(2)
  expect(proxy.take()).toEqual([])
})

test('a hijacked connection is passed on in both directions, half closed too, and noted', async () => {
  const socket = await between(
    createServer({ allowHalfOpen: true }, (server) => {
      let heard = ''
      server.once('data', () => {
        server.write('HTTP/1.1 101 UPGRADED\r\nUpgrade: tcp\r\n\r\nfirst')
        server.on('data', (part) => (heard += String(part)))
        // What was said last goes out after the client has stopped speaking.
        server.on('end', () => server.end(`heard ${heard}`))
      })
    }),
  )
  const client = connect({ path: socket, allowHalfOpen: true })
  client.write('POST /exec/1/start HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}')
  let answer = ''
  client.on('data', (part) => {
    answer += String(part)
    if (answer.endsWith('first')) client.end('input')
  })
  await new Promise((resolve) => client.on('end', resolve))
  expect(answer).toBe('HTTP/1.1 101 UPGRADED\r\nUpgrade: tcp\r\n\r\nfirstheard input')
  await proxy.quiet(60_000)
  const [exchange] = proxy.take()
  expect(exchange?.response.startLine).toBe('HTTP/1.1 101 UPGRADED')
  const parts = exchange?.raw.map(({ dir, bytes }) => `${dir}${bytes?.toString() ?? ' end'}`)
  expect(parts).toEqual(['<first', '>input', '> end', '<heard input', '< end'])
})

test('a server that hangs up in the middle does not hold up the others', async () => {
  const socket = await between(
    createHttpServer((asked, response) => {
      if (asked.url === '/dies') {
        response.write('half')
        setImmediate(() => response.destroy())
      } else response.end('whole')
    }),
  )
  await expect(get(socket, '/dies')).rejects.toThrow()
  expect(await get(socket, '/lives')).toBe('whole')
  await proxy.quiet(60_000)
  expect(proxy.take().map(({ request: asked }) => asked.startLine)).toContain('GET /lives HTTP/1.1')
})

test('what the server says to a client that went away unread is noted', async () => {
  const isGone = Promise.withResolvers<undefined>()
  const socket = await between(
    createServer({ allowHalfOpen: true }, (server) => {
      server.once('data', () => server.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n'))
      server.once('end', () => {
        isGone.resolve(undefined)
        server.end('bye\r\n')
      })
    }),
  )
  const client = connect({ path: socket })
  client.pause()
  client.write('POST /containers/1/wait HTTP/1.1\r\nContent-Length: 0\r\n\r\n')
  // The head is on its way but nobody reads it, as when a program ends at once.
  await new Promise((resolve) => setTimeout(resolve, 50))
  client.destroy()
  await isGone.promise
  await proxy.quiet(60_000)
  expect(proxy.take().map(({ response }) => response.body.toString())).toEqual(['bye\r\n'])
})

test('nothing behind it: the client is told by a closed connection', async () => {
  proxy = await startProxy({ path: join(folder, 'outer.sock') }, { path: join(folder, 'nobody.sock') })
  await expect(get(join(folder, 'outer.sock'), '/')).rejects.toThrow()
})

/** A server that answers each request of a connection, which ends with an empty line, with the next of these texts. */
const scripted = (...answers: readonly string[]): Server => {
  const left = [...answers]
  return createServer((socket) => {
    socket.on('error', () => undefined)
    let heard = ''
    socket.on('data', (bytes) => {
      heard += String(bytes)
      for (let end = heard.indexOf('\r\n\r\n'); end >= 0; end = heard.indexOf('\r\n\r\n')) {
        heard = heard.slice(end + 4)
        socket.write(left.shift() ?? '')
      }
    })
  })
}
const ask = (method: string, path: string): string => `${method} ${path} HTTP/1.1\r\nHost: x\r\n\r\n`

test.each([
  ['HEAD', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n'],
  ['GET', 'HTTP/1.1 204 No Content\r\n\r\n'],
  ['GET', 'HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n'],
  ['GET', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'],
])('the next answer of a connection is found after one without a body: %s %j', async (method, first) => {
  const socket = await between(scripted(first, 'HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nab'))
  const client = connect(socket)
  client.write(ask(method, '/first'))
  client.write(ask('GET', '/second'))
  let heard = ''
  client.on('data', (bytes) => (heard += String(bytes)))
  await expect.poll(() => heard.endsWith('ab')).toBe(true)
  await proxy.quiet(60_000)
  const taken = proxy.take()
  expect(taken.map(({ request: { startLine } }) => startLine.split(' ')[1])).toEqual(['/first', '/second'])
  expect(taken.map(({ response }) => response.bytes)).toEqual([0, 2])
  expect(taken[0]?.response.startLine).not.toContain('100')
  expect(taken[1]?.response.startLine).toBe('HTTP/1.1 201 Created')
  client.destroy()
})

test('connections are counted from one, and exchanges come in the order of their requests', async () => {
  const asked: string[] = []
  let release = (): void => undefined
  const slow = new Promise<void>((resolve) => (release = resolve))
  const socket = await between(
    createHttpServer(({ url = '' }, response) => {
      asked.push(url)
      if (url === '/slow') void slow.then(() => response.end('slow'))
      else response.end('quick')
    }),
  )
  const first = get(socket, '/slow')
  await expect.poll(() => asked).toEqual(['/slow'])
  expect(await get(socket, '/quick')).toBe('quick')
  release()
  expect(await first).toBe('slow')
  await proxy.quiet(60_000)
  expect(proxy.take().map(({ connection, request: { startLine } }) => [connection, startLine.split(' ')[1]])).toEqual([
    [1, '/slow'],
    [2, '/quick'],
  ])
})

test('it is quiet once every request has its answer, or after the time that was given', async () => {
  let release = (): void => undefined
  const slow = new Promise<void>((resolve) => (release = resolve))
  let isAsked = false
  const socket = await between(
    createHttpServer((_, response) => {
      isAsked = true
      void slow.then(() => response.end('late'))
    }),
  )
  await proxy.quiet(60_000)
  const answer = get(socket, '/')
  await expect.poll(() => isAsked).toBe(true)
  await proxy.quiet(1)
  expect(proxy.take()).toEqual([])
  let isQuiet = false
  const quiet = proxy.quiet(60_000).then(() => (isQuiet = true))
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(isQuiet).toBe(false)
  release()
  expect(await answer).toBe('late')
  await quiet
  expect(proxy.take()).toHaveLength(1)
})

test('a port is told where it listens on one, and a place that is taken is refused', async () => {
  const socket = await between(scripted())
  expect(proxy.port).toBeNull()
  await expect(startProxy({ path: socket }, { path: socket })).rejects.toThrow('EADDRINUSE')
  const other = await startProxy({ host: '127.0.0.1', port: 0 }, { path: socket })
  expect(other.port).toBeGreaterThan(0)
  await other.close()
})
