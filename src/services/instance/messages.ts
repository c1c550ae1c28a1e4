/** What two processes say to each other by a socket: one JSON object a line, checked, and bounded in size and time. */
import type { Socket } from 'node:net'
import * as v from 'valibot'
import { failureCodes } from '../../contract/failure.ts'

const short = v.pipe(v.string(), v.maxLength(4096))

/** What the first one says to everyone who comes: who it is. */
export const holderSchema = v.object({
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** When it began (ms since 1970). */
  startedAtMs: v.number(),
})
export type Holder = v.InferOutput<typeof holderSchema>

/** What a second start was asked to open, and is to be opened by the first one instead. */
export const requestSchema = v.object({ path: v.nullable(short), gallery: v.boolean() })
export type OpenRequest = v.InferOutput<typeof requestSchema>

/** What became of it. */
export const outcomeSchema = v.variant('is', [
  /** A window came to the front. */
  v.object({ is: v.literal('opened') }),
  /** It opens no windows, but lets a browser in at this address, once. */
  v.object({ is: v.literal('address'), address: v.pipe(short, v.regex(/^http:\/\/127\.0\.0\.1:\d+\/\S*$/)) }),
  v.object({
    is: v.literal('failed'),
    failure: v.object({
      code: v.fallback(v.picklist(failureCodes), 'internal'),
      message: v.object({ ko: short, en: short }),
    }),
  }),
  /** It has no windows: a command of the command line. */
  v.object({ is: v.literal('not-open') }),
])
export type Outcome = v.InferOutput<typeof outcomeSchema>

/** A path or a sentence of 4096 characters fits several times over; nobody of ours says more. */
const maxLength = 64 * 1024

export const writeMessage = (socket: Socket, message: Holder | OpenRequest | Outcome): void =>
  void socket.write(`${JSON.stringify(message)}\n`)

function read<T>(schema: v.GenericSchema<unknown, T>, line: string): T | 'nonsense' {
  try {
    const checked = v.safeParse(schema, JSON.parse(line))
    return checked.success ? checked.output : 'nonsense'
  } catch {
    return 'nonsense'
  }
}

/** Gives the next message; `'closed'` where the other one went, `'silent'` where it said no line in time. Never rejects. */
export function readMessage<T extends object>(
  socket: Socket,
  schema: v.GenericSchema<unknown, T>,
  patienceMs: number,
): Promise<T | 'nonsense' | 'closed' | 'silent'> {
  socket.setEncoding('utf8')
  return new Promise((resolve) => {
    let text = ''
    const done = (result: T | 'nonsense' | 'closed' | 'silent'): void => {
      clearTimeout(timer)
      socket.off('data', hear).off('close', close)
      resolve(result)
    }
    const close = (): void => done('closed')
    const hear = (chunk: string): void => {
      text += chunk
      const end = text.indexOf('\n')
      if (end >= 0) done(read(schema, text.slice(0, end)))
      else if (text.length > maxLength) done('nonsense')
    }
    const timer = setTimeout(() => done('silent'), patienceMs)
    socket.on('data', hear).on('close', close)
    if (socket.closed) close()
  })
}
