import { createServer, type Server, type Socket } from 'node:net'
import { readMessage, requestSchema, writeMessage, type Holder, type OpenRequest, type Outcome } from './messages.ts'

/** Opens what a later start asks for, and tells what became of it. Must not reject. */
export type OpenAnswer = (request: OpenRequest) => Promise<Outcome>

/** More than ever come at once; whoever is turned away comes again. */
const maxConnections = 64

export interface AnsweringServer {
  readonly server: Server
  /** Nobody is told anything before it is settled that this process is the first one. */
  readonly settle: () => void
  /** From now on requests are left unanswered until it is closed: whoever asks then looks who is the first one next. */
  readonly stopAnswering: () => void
  readonly close: () => void
}

/**
 * A server that says to everyone who it is and answers one request a connection.
 * @param answer without it, the answer is that this process opens nothing
 * @param patienceMs how long a connection may say nothing
 */
export function answeringServer(holder: Holder, answer: OpenAnswer | undefined, patienceMs: number): AnsweringServer {
  const settled = Promise.withResolvers<void>()
  const sockets = new Set<Socket>()
  let isAnswering = true

  async function serve(socket: Socket): Promise<void> {
    await settled.promise
    writeMessage(socket, holder)
    const request = await readMessage(socket, requestSchema, patienceMs)
    if (request === 'closed' || request === 'silent') return void socket.destroy()
    if (!isAnswering) return
    const opens = request !== 'nonsense' && answer !== undefined
    writeMessage(socket, opens ? await answer(request) : { is: 'not-open' })
    socket.setTimeout(patienceMs, () => socket.destroy())
    socket.end()
  }

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    serve(socket).catch(() => socket.destroy())
  })
  server.maxConnections = maxConnections
  // A connection that could not be taken up (no file handle was left) is lost; the next one may be.
  server.on('error', () => undefined)
  // To hold a place is no reason to go on.
  server.unref()
  return {
    server,
    settle: settled.resolve,
    stopAnswering: () => {
      isAnswering = false
    },
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
