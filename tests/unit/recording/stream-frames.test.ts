import { expect, test } from 'vitest'
import { readFrames } from '../../../src/services/recording/stream-frames.ts'

const frame = (stream: number, text: string): Buffer => {
  const head = Buffer.alloc(8)
  head[0] = stream
  head.writeUInt32BE(Buffer.byteLength(text), 4)
  return Buffer.concat([head, Buffer.from(text)])
}

test('frames are read wherever they are cut, one without a text too, and the rest is what is not whole', () => {
  const parts = [frame(1, 'out'), frame(2, ''), frame(2, '오류'), frame(0, '')]
  const bytes = Buffer.concat(parts)
  const ends = parts.map((_, index) => Buffer.concat(parts.slice(0, index + 1)).length)
  const told = [
    { stream: 'stdout', text: 'out' },
    { stream: 'stderr', text: '' },
    { stream: 'stderr', text: '오류' },
    { stream: 'stdin', text: '' },
  ]
  for (let length = 0; length <= bytes.length; length += 1) {
    const { frames, rest } = readFrames(bytes.subarray(0, length))
    const whole = ends.filter((end) => end <= length)
    expect(frames).toEqual(told.slice(0, whole.length))
    expect(rest.length).toBe(length - (whole.at(-1) ?? 0))
  }
})

test('what is no frame stays as it is', () => {
  for (const bytes of [Buffer.from('plain text'), frame(3, 'x'), Buffer.from([1, 0, 0, 1, 0, 0, 0, 1, 65])])
    expect(readFrames(bytes)).toEqual({ frames: [], rest: bytes })
})
