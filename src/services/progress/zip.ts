import { stat } from 'node:fs/promises'
import { setImmediate as breathe } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
// Without the part for worker threads, which cannot be bundled and is not used.
import { Zip, ZipDeflate } from 'fflate/browser'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { LecternError } from '../../contract/failure.ts'
import { readFailure } from '../disk/disk-errors.ts'
import { lineEndsIn } from '../disk/journal-lines.ts'

/** More than a century of reviewing; what has or claims more is not ours. */
const most = { bytes: 256 * 1024 * 1024, lines: 1_000_000, files: 10_000 }
/** Logs shrink to a tenth. What shrinks to less than a hundredth was made to fill a memory, but for a first megabyte. */
const mostRatio = 100
const anyRatioBytes = 1024 * 1024
const chunkBytes = 256 * 1024

/** Packs files; other work goes on meanwhile. */
export async function packZip(files: ReadonlyMap<string, Uint8Array>, at: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [name, bytes] of files) {
    const entry = new ZipDeflate(name, { level: 6 })
    // The format knows the years from 1980 to 2099.
    entry.mtime = Math.min(Math.max(at, Date.UTC(1981, 0)), Date.UTC(2099, 0))
    zip.add(entry)
    let from = 0
    do {
      const to = Math.min(from + chunkBytes, bytes.length)
      entry.push(bytes.subarray(from, to), to === bytes.length)
      from = to
      await breathe()
    } while (from < bytes.length)
  }
  zip.end()
  return Buffer.concat(chunks)
}

const refuse = (name: string, ko: string, en: string, cause?: unknown): LecternError =>
  new LecternError('bad-request', { ko: `${name}: ${ko}`, en: `${name}: ${en}` }, { cause })
const tooMuch = (name: string): LecternError =>
  refuse(name, '풀면 너무 커져서 열지 않았어요.', 'it would unpack to too much and was not opened.')

const isUnsafe = (path: string): boolean =>
  path.startsWith('/') ||
  /^[a-z]:/i.test(path) ||
  path.includes('\\') ||
  path.includes('\0') ||
  path.split('/').includes('..')

/** Opens a zip for some work. Rejects with a `LecternError`: also where it is damaged, which may be found at any place of it. */
async function withZip<T>(file: string, name: string, work: (zip: ZipFile) => Promise<T>): Promise<T> {
  const stats = await stat(file).catch((error: unknown) => {
    throw readFailure(error, file)
  })
  let zip: ZipFile | undefined
  try {
    // A pipe would keep its reader waiting.
    if (!stats.isFile()) throw new Error('no regular file')
    zip = await openPromise(file, { lazyEntries: true, autoClose: false, decodeStrings: false })
    return await work(zip)
  } catch (error) {
    if (error instanceof LecternError) throw error
    throw refuse(name, 'ZIP 파일이 아니거나 손상됐어요.', 'this is no ZIP file, or it is damaged.', error)
  } finally {
    zip?.close()
  }
}

/** The paths of the files in a zip and how many bytes each has unpacked, as the zip says. Rejects as `openZip` does. */
export function sizesInZip(file: string, name: string): Promise<readonly (readonly [path: string, bytes: number])[]> {
  return withZip(file, name, async (zip) => {
    const sizes: [string, number][] = []
    for await (const { fileNameRaw, uncompressedSize } of zip.eachEntry())
      sizes.push([fileNameRaw.toString(), uncompressedSize])
    return sizes
  })
}

/** The entries that are asked for, once all of them are safe and none claims too much. */
async function wantedIn(zip: ZipFile, name: string, wants: (path: string) => boolean): Promise<Map<string, Entry>> {
  const wanted = new Map<string, Entry>()
  let [bytes, files] = [0, 0]
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileNameRaw.toString()
    if (isUnsafe(path))
      throw refuse(
        name,
        `안전하지 않은 경로가 들어 있어서 열지 않았어요: ${path}`,
        `it names a place outside of itself and was not opened: ${path}`,
      )
    files += 1
    if (files > most.files)
      throw refuse(name, '파일이 너무 많이 들어 있어서 열지 않았어요.', 'it holds too many files and was not opened.')
    if (!wants(path)) continue
    if (wanted.has(path))
      throw refuse(
        name,
        `같은 파일이 두 번 들어 있어서 열지 않았어요: ${path}`,
        `it holds a file twice and was not opened: ${path}`,
      )
    bytes += entry.uncompressedSize
    if (bytes > most.bytes || entry.uncompressedSize > anyRatioBytes + mostRatio * entry.compressedSize)
      throw tooMuch(name)
    wanted.set(path, entry)
  }
  return wanted
}

/**
 * Unpacks those files of a zip that are asked for, in pieces, so that other work goes on; an entry that has more than it
 * claims ends there. Rejects with a `LecternError`: `bad-request` for what is no whole zip, has other bytes than were
 * packed, names a place outside, or has or claims more than anyone's reviews could; `not-found` or `unreadable` where the
 * file cannot be read.
 * @param name what the zip is called in sentences
 */
export function openZip(
  file: string,
  name: string,
  wants: (path: string) => boolean,
): Promise<ReadonlyMap<string, Buffer>> {
  return withZip(file, name, async (zip) => {
    const unpacked = new Map<string, Buffer>()
    let lines = 0
    for (const [path, entry] of await wantedIn(zip, name, wants)) {
      const chunks: Buffer[] = []
      let crc = 0
      for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        lines += lineEndsIn(chunk)
        if (lines > most.lines) throw tooMuch(name)
        crc = crc32(chunk, crc)
        chunks.push(chunk)
      }
      if (crc !== entry.crc32) throw new Error('a file is not what was packed')
      unpacked.set(path, Buffer.concat(chunks))
    }
    return unpacked
  })
}
