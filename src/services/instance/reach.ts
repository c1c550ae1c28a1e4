import { connect, type Socket } from 'node:net'
import { holderSchema, outcomeSchema, readMessage, writeMessage, type Holder, type OpenRequest } from './messages.ts'
import type { Outcome } from './messages.ts'

/** Opening a large course takes a few seconds. */
const openingMs = 60_000

/** Another process as it says itself. */
export interface Found {
  readonly holder: Holder
  /** What became of the request; null where there was none, or no answer that makes sense. */
  readonly outcome: Outcome | null
}

/**
 * `dead`: nobody listens there any more, now or later. `gone`: it ended just now or is not ready, so another look tells
 * more. `silent`: somebody is there and does not say who.
 */
export type Reached = Found | 'dead' | 'gone' | 'silent'

function meaningOf({ code = '' }: NodeJS.ErrnoException): Exclude<Reached, Found> {
  // On Windows a pipe that is not there has no owner; the file of a socket may be thrown away by anyone.
  if (code === 'ECONNREFUSED' || (code === 'ENOENT' && process.platform === 'win32')) return 'dead'
  // A queue is full (EAGAIN) where many come at once.
  return ['ENOENT', 'ENOTDIR', 'EAGAIN', 'ECONNRESET', 'EPIPE'].includes(code) ? 'gone' : 'silent'
}

const connected = (address: string): Promise<Socket | Exclude<Reached, Found>> =>
  new Promise((resolve) => {
    const socket = connect(address)
    socket.once('connect', () => resolve(socket))
    // What comes later closes it, which is seen where it is read.
    socket.on('error', (error) => resolve(meaningOf(error)))
  })

/** Whether nobody listens at an address any more, now or later. Never rejects. */
export async function isDead(address: string): Promise<boolean> {
  const met = await connected(address)
  if (typeof met === 'string') return met === 'dead'
  met.destroy()
  return false
}

/** Asks whoever listens at an address who it is, and to open something. Never rejects. */
export async function reach(address: string, request: OpenRequest | undefined, patienceMs: number): Promise<Reached> {
  const socket = await connected(address)
  if (typeof socket === 'string') return socket
  try {
    const holder = await readMessage(socket, holderSchema, patienceMs)
    if (holder === 'closed') return 'gone'
    if (typeof holder === 'string') return 'silent'
    if (request === undefined) return { holder, outcome: null }
    writeMessage(socket, request)
    const outcome = await readMessage(socket, outcomeSchema, openingMs)
    if (outcome === 'closed') return 'gone'
    return { holder, outcome: typeof outcome === 'string' ? null : outcome }
  } finally {
    socket.destroy()
  }
}
