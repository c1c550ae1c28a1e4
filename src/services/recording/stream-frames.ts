/** A piece of output that the engine marked with the stream it came from. */
export interface StreamFrame {
  readonly stream: 'stdin' | 'stdout' | 'stderr'
  readonly text: string
}

const streams = ['stdin', 'stdout', 'stderr'] as const

/**
 * Takes the engine's frames off the front of some bytes: a byte for the stream, three zeros, four bytes of length
 * (Engine API, "Attach to a container", stream format). `rest` is what is no whole frame yet, or no frame at all.
 */
export function readFrames(bytes: Buffer): { readonly frames: readonly StreamFrame[]; readonly rest: Buffer } {
  const frames: StreamFrame[] = []
  let at = 0
  while (at + 8 <= bytes.length) {
    const stream = streams[bytes.readUInt8(at)]
    const isFrame = stream !== undefined && bytes.readUIntBE(at + 1, 3) === 0
    const end = at + 8 + bytes.readUInt32BE(at + 4)
    if (!isFrame || end > bytes.length) break
    frames.push({ stream, text: bytes.toString('utf8', at + 8, end) })
    at = end
  }
  return { frames, rest: bytes.subarray(at) }
}
