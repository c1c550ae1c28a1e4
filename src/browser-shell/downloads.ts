/** Written files, each to be fetched once by its own link. */
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { basename, dirname, extname } from 'node:path'
import { Readable } from 'node:stream'

export interface Downloads {
  /** Offers a file and gives the link to fetch it by; the file is removed once it was fetched. */
  readonly offer: (file: string) => string
  /** Answers a link, or null where it is unknown or used. */
  take(pathname: string): Promise<Response | null>
}

const types: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.txt': 'text/plain; charset=utf-8',
}

export const downloadsPath = '/exported/'

export function createDownloads(): Downloads {
  const offered = new Map<string, string>()
  return {
    offer(file) {
      const token = randomBytes(24).toString('base64url')
      offered.set(token, file)
      return `${downloadsPath}${token}/${encodeURIComponent(basename(file))}`
    },
    async take(pathname) {
      const token = pathname.slice(downloadsPath.length).split('/')[0] ?? ''
      const file = offered.get(token)
      offered.delete(token)
      const stats = file === undefined ? null : await stat(file).catch(() => null)
      if (file === undefined || stats === null) return null
      const content = createReadStream(file)
      content.once('close', () => void rm(dirname(file), { recursive: true, force: true }))
      return new Response(Readable.toWeb(content) as ReadableStream, {
        headers: {
          'content-type': types[extname(file)] ?? 'application/octet-stream',
          'content-length': String(stats.size),
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(file))}`,
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      })
    },
  }
}
