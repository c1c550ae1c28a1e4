/** Written files, each to be fetched by its own link until it has arrived. */
import { randomBytes } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { makeOwnPlace, sweepOwnPlaces } from '../services/disk/own-place.ts'

export interface Downloads {
  /** A place for a file that is to be offered, in a folder of its own. */
  readonly place: (name: string) => Promise<string>
  /** Offers a file at such a place and gives the link to fetch it by. */
  readonly offer: (file: string) => string
  /** Takes the file of a link, or null where it is unknown or its file was fetched. */
  take(pathname: string): Promise<Taken | null>
  /** Removes all files that nobody has fetched. */
  close(): Promise<void>
}

export interface Taken {
  readonly answer: Response
  /** To be told when it is over. Removes a file that has arrived, and its link; else it can be asked for again. */
  ended(arrived: boolean): Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.txt': 'text/plain; charset=utf-8',
}

export const downloadsPath = '/exported/'

const tokenIn = (pathname: string): string => pathname.slice(downloadsPath.length).replace(/\/.*/, '')

/** What places for files to be fetched are called; those of a run that was killed are removed by the next one. */
const prefix = 'lectern-export'

/** @param temporary where the files wait; they are in a folder that nobody else may look into */
export function createDownloads(temporary: string = tmpdir()): Downloads {
  const offered = new Map<string, string>()
  /** Links whose last bytes are on their way: who has them may ask again sooner than we know that they arrived. */
  const arriving = new Map<string, PromiseWithResolvers<void>>()
  let making: Promise<string> | undefined
  void sweepOwnPlaces(temporary, prefix)
  return {
    async place(name) {
      const own = (): Promise<string> => (making ??= makeOwnPlace(temporary, prefix))
      const folder = await own()
      // Systems tidy up their temporary folder, and Lectern may run for weeks.
      if (!existsSync(folder)) making = undefined
      return join(await mkdtemp(join(await own(), '-')), name)
    },
    offer(file) {
      const token = randomBytes(24).toString('base64url')
      offered.set(token, file)
      return `${downloadsPath}${token}/${encodeURIComponent(basename(file))}`
    },
    async take(pathname) {
      const token = tokenIn(pathname)
      await arriving.get(token)?.promise
      const file = offered.get(token)
      const stats = file === undefined ? null : await stat(file).catch(() => null)
      if (file === undefined || stats === null) return null
      let left = stats.size
      let isOver = false
      const bytes = createReadStream(file).on('data', ({ length }) => {
        left -= length
        if (left <= 0 && !isOver && !arriving.has(token)) arriving.set(token, Promise.withResolvers())
      })
      return {
        answer: new Response(Readable.toWeb(bytes) as ReadableStream, {
          headers: {
            'content-type': types[extname(file)] ?? 'application/octet-stream',
            'content-length': String(stats.size),
            'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(file))}`,
            'x-content-type-options': 'nosniff',
            'cache-control': 'no-store',
          },
        }),
        async ended(arrived) {
          isOver = true
          if (arrived) offered.delete(token)
          arriving.get(token)?.resolve()
          arriving.delete(token)
          if (arrived) await rm(dirname(file), { recursive: true, force: true })
        },
      }
    },
    async close() {
      offered.clear()
      const folder = await making?.catch(() => undefined)
      if (folder !== undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}
