/** The loopback server behind the windows of the browser shell. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { windowKinds } from '../contract/channels.ts'
import { plainAnswer, serveCourseFile, serveFile } from '../services/disk/static-files.ts'
import { downloadsPath, type Downloads, type Taken } from './downloads.ts'
import { dropPath, type Drops } from './dropped-files.ts'
import { createAccess, type Access } from './access.ts'
import { entrancePage } from './entrance.ts'
import type { Arrival, Sockets } from './sockets.ts'
import { pagePath, socketPath } from './wire.ts'

/** An import of it reads all that it gives, and one of that loads a whole client: 30 ms, in which no browser starts yet. */
const { createServer } = process.getBuiltinModule('node:http')

export interface ServerParts {
  /** The folder with the built windows. */
  readonly rendererRoot: string
  readonly sockets: Sockets
  readonly downloads: Downloads
  readonly drops: Drops
  /** The folder of an open course, for its pictures. */
  courseFolder(id: string): Promise<string | null>
  /** Told of what went wrong inside; the window hears only that something did. */
  onError(error: unknown): void
}

export interface LoopbackServer {
  readonly access: Access
  close(): Promise<void>
}

/** The bridge comes before everything else in a page; the icon is what the window has in a task bar. */
const tags = '<script type="module" src="/bridge.js"></script><link rel="icon" href="/icon.svg">'

const usedTicket = [
  '이 주소는 이미 썼거나 쓸 수 있는 시간이 지났어요. Lectern을 다시 실행하면 새 주소가 나와요.',
  'This address was used already, or its time is over. Start Lectern again to get a new one.',
].join('\n')

/** The page as built, with the bridge loaded before everything else. */
async function withBridge(page: Response): Promise<Response> {
  const html = await page.text()
  const headers = new Headers(page.headers)
  for (const name of ['content-length', 'accept-ranges']) headers.delete(name)
  return new Response(
    html.replace(/<head[^>]*>/, (head) => head + tags),
    { status: page.status, headers },
  )
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const name of ['range', 'if-none-match']) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}

/** The text that was percent-encoded, or '' where it never was. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** What is the person's, and so below the secret path of a window: pictures of their courses, and where their files are dropped. */
async function own(parts: ServerParts, request: IncomingMessage, pathname: string): Promise<Response> {
  if (request.method === 'PUT') {
    if (!pathname.startsWith(dropPath)) return plainAnswer(404, 'not found')
    return parts.drops.put(pathname, request, Number(request.headers['content-length']))
  }
  const [, id = '', path = ''] = /^\/course\/([^/]+)\/(.+)$/.exec(pathname) ?? []
  const folder = await parts.courseFolder(decoded(id))
  return folder === null ? plainAnswer(404, 'not found') : serveCourseFile(folder, path, headersOf(request))
}

async function page(parts: ServerParts, pathname: string, headers: Headers): Promise<Response> {
  const isPage = pathname.endsWith('.html')
  // A part of a page, cut before the bridge goes in, would be neither.
  if (isPage) headers.delete('range')
  const file = await serveFile(parts.rendererRoot, pathname, headers)
  return isPage && file.status === 200 ? withBridge(file) : file
}

async function enter(parts: ServerParts, access: Access, request: IncomingMessage, url: URL): Promise<Response> {
  const ticket = url.searchParams.get('ticket') ?? ''
  const kind = url.searchParams.get('window') === 'gallery' ? 'gallery' : 'library'
  // Who only looks, as a program that makes a preview of a link, or fetches ahead, leaves the ticket to the person.
  const onlyLooks = request.method === 'HEAD' || request.headers['sec-purpose'] !== undefined
  if (onlyLooks)
    return access.isOpen(ticket) ? plainAnswer(request.method === 'HEAD' ? 200 : 503, '') : plainAnswer(403, usedTicket)
  if (request.method === 'GET' && access.isOpen(ticket)) {
    const built = await page(parts, pagePath(kind), new Headers())
    if (built.status !== 200) return built
    const entrance = access.enter(ticket)
    if (entrance !== null) return entrancePage(entrance, kind, built)
  }
  // The same browser once more: its windows have what they need, and a cookie alone gives it to nobody.
  return access.knows(request.headers)
    ? plainAnswer(303, '', { location: pagePath(kind) })
    : plainAnswer(403, usedTicket)
}

async function route(
  parts: ServerParts,
  access: Access,
  request: IncomingMessage,
  url: URL,
): Promise<Response | Taken> {
  const refusal = access.refuses(request)
  if (refusal !== null) return plainAnswer(refusal, refusal === 421 ? 'wrong host' : 'refused')
  const { pathname } = url
  if (pathname === '/enter') return enter(parts, access, request, url)
  if (!access.knows(request.headers)) return plainAnswer(403, usedTicket)
  if (request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'PUT')
    return plainAnswer(405, 'not allowed', { allow: 'GET, HEAD, PUT' })
  const ownPath = access.ownPath(pathname)
  if (ownPath !== null) return own(parts, request, ownPath)
  if (request.method === 'PUT') return plainAnswer(404, 'not found')
  if (pathname === '/') return plainAnswer(303, '', { location: pagePath('library') })
  if (pathname.startsWith(downloadsPath)) return (await parts.downloads.take(pathname)) ?? plainAnswer(404, 'not found')
  return page(parts, pathname, headersOf(request))
}

async function send(answer: Response, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // What is left of a refused upload must not be taken for the next request on the same connection.
  if (request.method === 'PUT' && !request.complete) response.shouldKeepAlive = false
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  if (answer.body === null || request.method === 'HEAD') {
    response.end()
    await answer.body?.cancel()
  } else await pipeline(Readable.fromWeb(answer.body as never), response)
}

/** What a socket's address tells of its window, or null where it is no window's. */
function arrivalOf(url: URL): Arrival | null {
  const asked = url.searchParams.get('window')
  const kind = url.pathname === socketPath ? windowKinds.find((known) => known === asked) : undefined
  return kind === undefined ? null : { kind, again: url.searchParams.has('again') }
}

/**
 * Listens on 127.0.0.1.
 * @param port 0 for any free one; rejects with Node's `EADDRINUSE` if it is taken
 */
export async function startServer(port: number, parts: ServerParts): Promise<LoopbackServer> {
  const server: Server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const access = createAccess((server.address() as AddressInfo).port)
  // Its answers are of that client; it comes while the browser starts, and not with the first request.
  setImmediate(() => new Response())

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.parse(request.url ?? '', access.origin)
    // Whatever is no path of ours, such as a proxy's full address, is not resolved against anything else.
    if (url?.origin !== access.origin || request.url?.startsWith('/') !== true)
      return send(plainAnswer(400, 'no path'), request, response)
    const found = await route(parts, access, request, url)
    if (found instanceof Response) return send(found, request, response)
    let arrived = false
    try {
      await send(found.answer, request, response)
      // Only now has all of it gone out: one that broke off can be fetched again.
      arrived = request.method === 'GET'
    } finally {
      await found.ended(arrived)
    }
  }
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A window that goes away in the middle of an answer is nothing to tell.
      if (!request.destroyed || !response.headersSent) parts.onError(error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'content-type': 'text/plain' }).end('something went wrong')
    })
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const url = URL.parse(request.url ?? '', access.origin)
    const arrival = url === null ? null : arrivalOf(url)
    const refusal = access.refuses(request) ?? (access.knows(request.headers) ? null : 403)
    if (refusal !== null || arrival === null)
      socket.end(`HTTP/1.1 ${refusal ?? 404} Refused\r\nConnection: close\r\n\r\n`)
    else parts.sockets.accept(request, socket, head, { ...arrival, admit: access.admit })
  })

  return {
    access,
    close: () =>
      new Promise((resolve) => {
        parts.sockets.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
