/** The loopback server behind the windows of the browser shell. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { windowKinds } from '../contract/channels.ts'
import { serveCourseFile, serveFile } from '../services/disk/static-files.ts'
import { downloadsPath, type Downloads } from './downloads.ts'
import { dropPath, type Drops } from './dropped-files.ts'
import { createAccess, type Access } from './access.ts'
import type { Arrival, Sockets } from './sockets.ts'
import { pagePath, socketPath } from './wire.ts'

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

const text = (status: number, body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      ...headers,
    },
  })

const usedTicket = [
  '이 주소는 한 번만 쓸 수 있어요. Lectern을 다시 실행하면 새 주소가 나와요.',
  'This address works only once. Start Lectern again to get a new one.',
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

async function coursePicture(parts: ServerParts, pathname: string, headers: Headers): Promise<Response> {
  const [, id = '', path = ''] = /^\/course\/([^/]+)\/(.+)$/.exec(pathname) ?? []
  const folder = await parts.courseFolder(decoded(id))
  return folder === null ? text(404, 'not found') : serveCourseFile(folder, path, headers)
}

async function page(parts: ServerParts, request: IncomingMessage, pathname: string): Promise<Response> {
  const isPage = pathname.endsWith('.html')
  const headers = headersOf(request)
  // A part of a page, cut before the bridge goes in, would be neither.
  if (isPage) headers.delete('range')
  const file = await serveFile(parts.rendererRoot, pathname, headers)
  return isPage && file.status === 200 ? withBridge(file) : file
}

async function route(parts: ServerParts, access: Access, request: IncomingMessage, url: URL): Promise<Response> {
  const refusal = access.refuses(request)
  if (refusal !== null) return text(refusal, refusal === 421 ? 'wrong host' : 'refused')
  const { pathname } = url
  const isKnown = access.knows(request.headers)
  if (pathname === '/enter') {
    const cookie = access.enter(url.searchParams.get('ticket') ?? '')
    if (cookie === null && !isKnown) return text(403, usedTicket)
    const window = url.searchParams.get('window') === 'gallery' ? 'gallery' : 'library'
    return text(303, '', { location: pagePath(window), ...(cookie === null ? {} : { 'set-cookie': cookie }) })
  }
  if (!isKnown) return text(403, usedTicket)
  if (request.method === 'PUT') {
    if (!pathname.startsWith(dropPath)) return text(404, 'not found')
    return parts.drops.put(pathname, request, Number(request.headers['content-length']))
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return text(405, 'not allowed', { allow: 'GET, HEAD, PUT' })
  if (pathname === '/') return text(303, '', { location: pagePath('library') })
  if (pathname.startsWith('/course/')) return coursePicture(parts, pathname, headersOf(request))
  if (pathname.startsWith(downloadsPath)) return (await parts.downloads.take(pathname)) ?? text(404, 'not found')
  return page(parts, request, pathname)
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

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.parse(request.url ?? '', access.origin)
    // Whatever is no path of ours, such as a proxy's full address, is not resolved against anything else.
    if (url?.origin !== access.origin || request.url?.startsWith('/') !== true)
      return send(text(400, 'no path'), request, response)
    await send(await route(parts, access, request, url), request, response)
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
    else parts.sockets.accept(request, socket, head, arrival)
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
