/**
 * Chromium's DevTools protocol, as far as windows need it (https://chromedevtools.github.io/devtools-protocol/). A client
 * that knows all of it takes longer to load than the app to start.
 */
import { EventEmitter } from 'node:events'
import type { CDPSession } from 'playwright-core'
import { WebSocket } from 'ws'

/** Something that commands go to and events come from: the browser itself or a page. */
export interface DevToolsSession {
  readonly send: CDPSession['send']
  readonly on: CDPSession['on']
}

export interface DevTools extends DevToolsSession {
  /** The session of a target, which `Target.attachedToTarget` has told. */
  session(id: string): DevToolsSession
}

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

interface Waiting {
  readonly sessionId: string | undefined
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** Connects to a browser by its DevTools address, `ws:`; `onEnd` is told when the browser is gone. */
export async function connectDevTools(address: string, onEnd: () => void): Promise<DevTools> {
  // A page of a deck as PDF comes in one message.
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 2 ** 30 })
  const waiting = new Map<number, Waiting>()
  const emitters = new Map<string | undefined, EventEmitter>()
  let lastId = 0

  const emitterOf = (sessionId: string | undefined): EventEmitter => {
    const emitter = emitters.get(sessionId) ?? new EventEmitter()
    emitters.set(sessionId, emitter)
    return emitter
  }
  const sessionOf = (sessionId: string | undefined): DevToolsSession => {
    const emitter = emitterOf(sessionId)
    const send = (method: string, params: object = {}): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        waiting.set(id, { sessionId, resolve, reject })
        socket.send(JSON.stringify({ id, sessionId, method, params }))
      })
    return { send: send as DevToolsSession['send'], on: emitter.on.bind(emitter) as unknown as DevToolsSession['on'] }
  }
  /** What was asked of a page that is gone is answered by nobody. */
  const forget = (isGone: (asked: Waiting) => boolean): void => {
    for (const [id, asked] of waiting) {
      if (!isGone(asked)) continue
      waiting.delete(id)
      asked.reject(new Error('the page is gone'))
    }
  }
  const hear = ({ id, sessionId, method, params, result, error }: Message): void => {
    if (id === undefined) {
      emitterOf(sessionId).emit(method ?? '', params)
      if (method !== 'Target.detachedFromTarget') return
      const { sessionId: gone } = params as { sessionId: string }
      emitters.delete(gone)
      forget((asked) => asked.sessionId === gone)
      return
    }
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asked?.resolve(result)
    else asked?.reject(new Error(error.message))
  }

  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  socket.on('message', (data: Buffer) => hear(JSON.parse(data.toString()) as Message))
  socket.on('close', () => {
    forget(() => true)
    onEnd()
  })
  return { ...sessionOf(undefined), session: sessionOf }
}
