import { setImmediate as breathe } from 'node:timers/promises'
// Without the part for worker threads, which cannot be bundled and is not used.
import { unzipSync, Zip, ZipDeflate } from 'fflate/browser'
import { LecternError } from '../../contract/failure.ts'

/** More than a century of reviewing; what claims more is not ours. */
const mostBytes = 512 * 1024 * 1024
const mostFiles = 10_000
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

const isUnsafe = (path: string): boolean =>
  path.startsWith('/') ||
  /^[a-z]:/i.test(path) ||
  path.includes('\\') ||
  path.includes('\0') ||
  path.split('/').includes('..')

/**
 * Unpacks those files of a zip that are asked for. Throws the `LecternError` `bad-request` for what is no whole zip, names
 * a place outside, or claims to unpack to more than anyone's reviews could.
 * @param name what the zip is called in sentences
 */
export function openZip(
  bytes: Uint8Array,
  name: string,
  wants: (path: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  const sizes = new Map<string, number>()
  let [total, files] = [0, 0]
  let unpacked
  try {
    unpacked = unzipSync(bytes, {
      filter: ({ name: path, originalSize }) => {
        if (isUnsafe(path))
          throw refuse(
            name,
            `안전하지 않은 경로가 들어 있어서 열지 않았어요: ${path}`,
            `it names a place outside of itself and was not opened: ${path}`,
          )
        files += 1
        if (files > mostFiles)
          throw refuse(
            name,
            '파일이 너무 많이 들어 있어서 열지 않았어요.',
            'it holds too many files and was not opened.',
          )
        if (!wants(path)) return false
        total += originalSize
        if (total > mostBytes)
          throw refuse(name, '풀면 너무 커져서 열지 않았어요.', 'it would unpack to too much and was not opened.')
        if (sizes.has(path))
          throw refuse(
            name,
            `같은 파일이 두 번 들어 있어서 열지 않았어요: ${path}`,
            `it holds a file twice and was not opened: ${path}`,
          )
        sizes.set(path, originalSize)
        return true
      },
    })
  } catch (error) {
    if (error instanceof LecternError) throw error
    throw refuse(name, 'ZIP 파일이 아니거나 손상됐어요.', 'this is no ZIP file, or it is damaged.', error)
  }
  for (const [path, size] of sizes)
    if (unpacked[path]?.length !== size)
      throw refuse(name, `손상된 ZIP 파일이에요: ${path}`, `this ZIP file is damaged: ${path}`)
  return new Map(Object.entries(unpacked))
}
