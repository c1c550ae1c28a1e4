/** An entry of a tar archive; `link` is where a link points. */
export type TarEntry =
  | { readonly name: string; readonly type: string; readonly size: number; readonly link?: string }
  | { readonly more: number }

const types: Readonly<Record<string, string>> = { 0: 'file', 5: 'dir', 2: 'symlink', 1: 'hardlink' }
/** Entries that only lengthen or describe the next one (pax and GNU long names). */
const describing = 'xgLK'

/** Lists the entries of a tar archive (ustar, POSIX.1-1988), the first `most` of them and how many more there are. */
export function listTar(archive: Buffer, most = 12): TarEntry[] {
  const listed: TarEntry[] = []
  let more = 0
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0;) {
    const text = (from: number, to: number): string => {
      const field = archive.subarray(at + from, at + to)
      const end = field.indexOf(0)
      return field.subarray(0, end < 0 ? field.length : end).toString()
    }
    const size = parseInt(text(124, 136).trim() || '0', 8)
    const type = text(156, 157) || '0'
    if (!describing.includes(type)) {
      const link = text(157, 257)
      if (listed.length >= most) more++
      else listed.push({ name: text(0, 100), type: types[type] ?? type, size, ...(link === '' ? {} : { link }) })
    }
    at += 512 + Math.ceil(size / 512) * 512
  }
  return more > 0 ? [...listed, { more }] : listed
}
