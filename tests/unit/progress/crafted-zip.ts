/** ZIP files byte by byte, as no program that packs files would make them. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface CraftedEntry {
  readonly name: string | Uint8Array
  readonly content: string | Uint8Array
  /** 0: stored, 8: deflated; others only claim to be something else. */
  readonly method?: number
  /** The general purpose bits: 1 encrypted, 8 sizes behind the content, 0x40 strongly encrypted, 0x800 named in UTF-8. */
  readonly flags?: number
  /** What stands in the list in the place of the truth. */
  readonly crc?: number
  readonly unpacked?: number
  readonly packed?: number
  /** Instead of what packing the content gives. */
  readonly data?: Uint8Array
  /** The mode of Unix. */
  readonly mode?: number
  readonly extra?: Uint8Array
  /** Has its content where the entry of this number has its own. */
  readonly sharedWith?: number
}

export interface CraftedEnd {
  /** How many files the list claims to have. */
  readonly entries?: number
  /** Where it claims to begin, from where it does. */
  readonly listShift?: number
  readonly disk?: number
  readonly comment?: string
  /** Says all of it once more in the records of zip64, and in the old ones only that it does. */
  readonly zip64?: boolean
  /** What stands before the first and behind the last byte. */
  readonly before?: Uint8Array
  readonly behind?: Uint8Array
}

/** Numbers of 2, 4 or 8 bytes, the lowest byte first. */
function numbers(...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number | bigint])[]): Buffer {
  return Buffer.concat(
    fields.map(([bytes, value]) => {
      const field = Buffer.alloc(8)
      field.writeBigUInt64LE(BigInt(value))
      return field.subarray(0, bytes)
    }),
  )
}

/** An extra field of an entry. */
export const extraField = (id: number, content: Uint8Array): Buffer =>
  Buffer.concat([numbers([2, id], [2, content.length]), content])
/** What zip64 says of an entry whose sizes in the list are 2³²−1. */
export const zip64Sizes = (unpacked: number | bigint, packed: number | bigint): Buffer =>
  extraField(1, numbers([8, unpacked], [8, packed]))

const bytesOf = (text: string | Uint8Array): Buffer => Buffer.from(text as string)

function endOf(
  entries: number,
  listBytes: number,
  listAt: number,
  { disk = 0, comment = '', zip64 }: CraftedEnd,
): Buffer {
  const all = 0xffff
  const end = (count: number, bytes: number, at: number): Buffer =>
    Buffer.concat([
      numbers([4, 0x06054b50], [2, disk], [2, 0], [2, count], [2, count], [4, bytes], [4, at], [2, comment.length]),
      bytesOf(comment),
    ])
  if (zip64 !== true) return end(entries, listBytes, listAt)
  return Buffer.concat([
    numbers([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, entries], [8, entries], [8, listBytes]),
    numbers([8, listAt], [4, 0x07064b50], [4, 0], [8, listAt + listBytes], [4, 1]),
    end(all, 0xffffffff, 0xffffffff),
  ])
}

/** A ZIP file of these entries that says of itself what it is told to say. */
export function craftedZip(entries: readonly CraftedEntry[], end: CraftedEnd = {}): Buffer {
  const { before = new Uint8Array(), behind = new Uint8Array() } = end
  const parts: Uint8Array[] = [before]
  const list: Uint8Array[] = []
  const places: number[] = []
  let at = 0
  for (const entry of entries) {
    const { method = 8, flags = 0x800, mode = 0o100644, extra = new Uint8Array(), sharedWith } = entry
    const name = bytesOf(entry.name)
    const content = bytesOf(entry.content)
    const data = entry.data ?? (method === 8 ? deflateRawSync(content, { level: 9 }) : content)
    const { crc = crc32(content), unpacked = content.length, packed = data.length } = entry
    const same = [
      ...([
        [2, 20],
        [2, flags],
        [2, method],
        [2, 0],
        [2, 0x5b21],
        [4, crc],
      ] as const),
      ...([
        [4, packed],
        [4, unpacked],
        [2, name.length],
      ] as const),
    ] as const
    const place = sharedWith === undefined ? at : (places[sharedWith] ?? 0)
    places.push(place)
    if (sharedWith === undefined) {
      const local = Buffer.concat([numbers([4, 0x04034b50], ...same, [2, 0]), name, data])
      parts.push(local)
      at += local.length
    }
    list.push(
      numbers([4, 0x02014b50], [2, 0x0314], ...same, [2, extra.length], [2, 0], [2, 0], [2, 0]),
      numbers([4, BigInt(mode) << 16n], [4, place]),
      name,
      extra,
    )
  }
  const listBytes = list.reduce((sum, { length }) => sum + length, 0)
  const { entries: claimed = entries.length, listShift = 0 } = end
  return Buffer.concat([...parts, ...list, endOf(claimed, listBytes, at + listShift, end), behind])
}
