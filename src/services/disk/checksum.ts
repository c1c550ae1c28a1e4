import { crc32 } from 'node:zlib'

/** The CRC-32 of a text's UTF-8 bytes, or of bytes, as eight hexadecimal digits. */
export function checksum(data: string | Uint8Array): string {
  return crc32(data).toString(16).padStart(8, '0')
}
