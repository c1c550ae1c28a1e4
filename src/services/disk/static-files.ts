/**
 * The one file server: what both shells answer for pages, code, fonts and the pictures of a course.
 * Paths come from pages, so each is taken as hostile: nothing outside the given root is ever read.
 */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pathBelow } from './path-below.ts'
import { realPathWithin } from './real-path-within.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.avif': 'image/avif',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
  '.m4a': 'audio/mp4',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pdf': 'application/pdf',
}

/** File endings that a course may show as pictures. */
export const imageEndings: readonly string[] = ['.svg', '.png', '.jpg', '.jpeg', '.webp', '.gif', '.avif']

/** File endings that a course may play. */
export const mediaEndings: readonly string[] = ['.mp4', '.webm', '.mp3', '.ogg', '.wav', '.m4a']

/** What Lectern's own pages may load: themselves, and nothing from anywhere else. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A picture of a course may be an SVG by anybody: opened by itself it runs nothing and loads nothing. */
const pictureSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"

/** Vite puts a hash of the content into these names, so what they hold never changes. */
const isHashed = (pathname: string): boolean => /\/code\/.*-[\w-]{8,}\.\w+$/.test(pathname)

/** An answer in words: nobody keeps it, and nobody takes it for anything else. */
export const plainAnswer = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      ...headers,
    },
  })
const notFound = (): Response => plainAnswer(404, 'not found')

/** A colon would name a drive or a stream on Windows; a name ending in a dot or a space is another name there. */
export const isPlainName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && !/[/\\:\0]|[. ]$/.test(name)

/** The path segments below the root, or null where the path is not a plain way down. */
function segmentsOf(pathname: string): readonly string[] | null {
  try {
    // Each segment is decoded by itself: an encoded slash then stands out instead of becoming a separator.
    const segments = pathname.replace(/^\//, '').split('/').map(decodeURIComponent)
    return segments.every(isPlainName) ? segments : null
  } catch {
    return null
  }
}

/** The real path of a file below `root`, links resolved, or null where there is none or it lies outside. */
async function fileBelow(root: string, pathname: string): Promise<string | null> {
  const segments = segmentsOf(pathname)
  return segments === null ? null : realPathWithin(root, join(root, ...segments)).catch(() => null)
}

/** The first and last byte that a `Range` asks for; null: the whole file; `beyond`: none of it is in the file. */
export function byteRange(
  header: string | null,
  size: number,
): { readonly first: number; readonly last: number } | 'beyond' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  // Several ranges, other units and nonsense are answered with the whole file, as RFC 9110 allows (14.2).
  if (match === null) return null
  const [, from = '', to = ''] = match
  if (from === '' && to === '') return null
  if (from === '')
    return Number(to) === 0 || size === 0 ? 'beyond' : { first: Math.max(0, size - Number(to)), last: size - 1 }
  const first = Number(from)
  if (to !== '' && Number(to) < first) return null
  return first >= size ? 'beyond' : { first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}

async function answerFile(path: string, request: Headers, headers: Record<string, string>): Promise<Response> {
  const stats = await stat(path).catch(() => null)
  if (!stats?.isFile()) return notFound()
  const etag = `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs * 1000).toString(36)}"`
  const given: Record<string, string> = {
    'content-type': types[extname(path).toLowerCase()] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    etag,
    ...headers,
  }
  const bytes = (first: number, last: number): ReadableStream | null =>
    last < first ? null : (Readable.toWeb(createReadStream(path, { start: first, end: last })) as ReadableStream)
  if (request.get('if-none-match') === etag) return new Response(null, { status: 304, headers: given })
  const range = byteRange(request.get('range'), stats.size)
  if (range === 'beyond') return plainAnswer(416, 'no such range', { 'content-range': `bytes */${stats.size}` })
  if (range === null)
    return new Response(bytes(0, stats.size - 1), { headers: { ...given, 'content-length': String(stats.size) } })
  return new Response(bytes(range.first, range.last), {
    status: 206,
    headers: {
      ...given,
      'content-range': `bytes ${range.first}-${range.last}/${stats.size}`,
      'content-length': String(range.last - range.first + 1),
    },
  })
}

/**
 * Answers a GET for a file of ours below `root`.
 * @param pathname the path of the URL, still percent-encoded, such as `/deck/index.html`
 * @param request headers of the request: `Range` and `If-None-Match` are honoured
 * @returns 200, 206, 304, 404 or 416; never rejects
 */
export async function serveFile(root: string, pathname: string, request: Headers = new Headers()): Promise<Response> {
  const path = await fileBelow(root, pathname)
  if (path === null) return notFound()
  return answerFile(path, request, {
    'content-security-policy': contentSecurityPolicy,
    'cache-control': isHashed(pathname) ? 'private, max-age=31536000, immutable' : 'no-cache',
  })
}

/** Answers a GET for a picture, video or audio inside a course's folder; every other kind of file is not found. */
export async function serveCourseFile(
  courseFolder: string,
  pathname: string,
  request: Headers = new Headers(),
): Promise<Response> {
  const segments = segmentsOf(pathname)
  const path = segments === null ? null : await pathBelow(courseFolder, segments).catch(() => null)
  // The ending of the real file counts: a link named .png to something else stays closed.
  const ending = path === null ? '' : extname(path).toLowerCase()
  if (path === null || ![...imageEndings, ...mediaEndings].includes(ending)) return notFound()
  return answerFile(path, request, { 'content-security-policy': pictureSecurityPolicy, 'cache-control': 'no-cache' })
}
