/** Files dropped on a window of the browser, which tells no paths: their copies become a course in the data home, or are imported from there. */
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { dirname, extname, join } from 'node:path'
import { makeFolder } from '../services/disk/make-folder.ts'
import { imageEndings } from '../services/disk/static-files.ts'
import { openPrivate } from '../services/disk/write-atomic.ts'

export const dropPath = '/drop/'

/** How much one drop may be. */
export interface DropLimits {
  readonly fileBytes: number
  readonly bytes: number
  readonly files: number
}
const usual: DropLimits = { fileBytes: 20 * 1024 * 1024, bytes: 200 * 1024 * 1024, files: 2000 }

/** Files of a course, and of reviews that were exported. */
const endings = new Set(['.md', '.yaml', '.yml', '.zip', ...imageEndings])

export interface Drops {
  /**
   * Keeps one file of a drop, `PUT /drop/SESSION/COURSE/PATH`.
   * @param declaredBytes what the sender says it will send
   * @returns 201 with the course's folder and the file, 400 for a path that is none, 413 where it is too much, 415 for other kinds of files
   */
  put(pathname: string, content: Readable, declaredBytes: number): Promise<Response>
}

interface Session {
  files: number
  bytes: number
}

const json = (status: number, value: unknown): Response =>
  Response.json(value, { status, headers: { 'cache-control': 'no-store' } })
const refuse = (status: number, error: string): Response => json(status, { error })

/** A name that means the same on every platform and leads nowhere else. */
const isName = (name: string): boolean =>
  name.length <= 200 && name !== '' && !/^\.|[. ]$|[/\\:*?"<>|]|\p{Cc}/u.test(name)

/** The parts of a path: of the drop, of the course in it, and below that. */
function segmentsOf(pathname: string): { session: string; course: string; path: readonly string[] } | null {
  try {
    const [session = '', ...names] = pathname.slice(dropPath.length).split('/').map(decodeURIComponent)
    const [course = '', ...path] = names.map((name) => name.normalize('NFC'))
    const isPath = names.length >= 2 && names.length <= 12 && names.every(isName)
    return /^[\w-]{8,64}$/.test(session) && isPath ? { session, course, path } : null
  } catch {
    return null
  }
}

/** Takes drops and keeps their files below `folder`. */
export function createDrops(folder: string, limits: DropLimits = usual): Drops {
  const sessions = new Map<string, Session>()
  return {
    async put(pathname, content, declaredBytes) {
      const target = segmentsOf(pathname)
      if (target === null) return refuse(400, 'not a path')
      const course = join(folder, target.session, target.course)
      const file = join(course, ...target.path)
      if (!endings.has(extname(file).toLowerCase()))
        return refuse(415, 'not a deck, a course file, a picture or an archive')
      const session = sessions.get(target.session) ?? { files: 0, bytes: 0 }
      sessions.set(target.session, session)
      session.files += 1
      if (session.files > limits.files) return refuse(413, 'too many files')
      if (!(declaredBytes <= limits.fileBytes && session.bytes + declaredBytes <= limits.bytes))
        return refuse(413, 'too large')

      await makeFolder(dirname(file))
      let bytes = 0
      const counted = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
        for await (const part of source) {
          bytes += part.length
          session.bytes += part.length
          if (bytes > declaredBytes) throw new RangeError('more than declared')
          yield part
        }
      }
      // Opened before anything can go wrong: a stream that opens it by itself may do so after it was removed.
      const handle = await openPrivate(file, 'w')
      try {
        await pipeline(content, counted, handle.createWriteStream())
      } catch (error) {
        await handle.close()
        await rm(file, { force: true })
        if (error instanceof RangeError) return refuse(413, error.message)
        throw error
      }
      return json(201, { folder: course, file })
    },
  }
}
