/** The loopback server with all that belongs to it, as tests of it ask it. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { createDownloads, type Downloads } from '../../../src/browser-shell/downloads.ts'
import { createDrops } from '../../../src/browser-shell/dropped-files.ts'
import { startServer, type LoopbackServer } from '../../../src/browser-shell/server.ts'
import { createSockets, type Sockets } from '../../../src/browser-shell/sockets.ts'
import { introduced, keyIn } from './introduced.ts'

export let folder = ''
export let server: LoopbackServer
export let sockets: Sockets
export let downloads: Downloads
export let cookie = ''
export let key = ''
const errors: unknown[] = []

export interface Answer {
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
export function get(path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}): Promise<Answer> {
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
export const known = (path: string, { headers, ...rest }: Asked = {}): Promise<Answer> =>
  get(path, { ...rest, headers: { cookie, ...headers } })

const enter = async (): Promise<Answer> => {
  const { pathname, search } = new URL(server.access.newAddress())
  return get(pathname + search)
}

export const connect = (headers: Record<string, string>, query = '?window=deck'): WebSocket =>
  new WebSocket(`${server.access.origin.replace('http', 'ws')}/shell/socket${query}`, { headers })
export const ours = (): Record<string, string> => ({ cookie, origin: server.access.origin })
/** A window that has proved itself and was let in, and where the shell has for it what is the person's. */
export const letIn = async (
  query?: string,
  said = introduced(key),
): Promise<{ readonly socket: WebSocket; readonly ownBase: string }> => {
  const socket = connect(ours(), query)
  await once(socket, 'open')
  socket.send(JSON.stringify(said))
  const welcome = (await heard(socket)) as { readonly ownBase: string }
  expect(welcome).toEqual({ welcome: true, ownBase: expect.stringMatching(/^\/own\/[\w-]{43}\/$/) as string })
  return { socket, ownBase: welcome.ownBase }
}
export const welcomed = async (query?: string): Promise<WebSocket> => (await letIn(query)).socket
export const heard = async (socket: WebSocket): Promise<unknown> => {
  const [data] = (await once(socket, 'message')) as [Buffer]
  return JSON.parse(data.toString())
}

/** Where a window has what is the person's. */
export const ownBase = (): string => server.access.admit(introduced(key))?.ownBase ?? ''

/** Has a server for the tests of a file, and a browser let in anew for each. */
export function serveEachTest(): void {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-server-'))
    for (const name of ['library', 'gallery']) await mkdir(join(folder, 'pages', name), { recursive: true })
    await mkdir(join(folder, 'course'))
    await writeFile(join(folder, 'secret.txt'), 'secret')
    await writeFile(
      join(folder, 'pages', 'library', 'index.html'),
      '<!doctype html><html><head><title>L</title></head></html>',
    )
    await writeFile(
      join(folder, 'pages', 'gallery', 'index.html'),
      '<!doctype html><html><head><title>G</title></head></html>',
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
    key = keyIn(entered.text)
  })
}

/** A file that waits to be fetched. */
export async function offered(content: string): Promise<{ readonly file: string; readonly href: string }> {
  const file = await downloads.place('도커.pdf')
  await writeFile(file, content)
  return { file, href: downloads.offer(file) }
}
