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
