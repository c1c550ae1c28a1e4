/** A window of the real browser shell that is nothing but its socket: it asks and hears as the bridge in a page does. */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import type {
  Answers,
  BroadcastName,
  Broadcasts,
  Envelope,
  RequestName,
  RequestPayload,
  WindowKind,
} from '../../../src/contract/channels.ts'
import { socketPath, type ToWindow } from '../../../src/browser-shell/wire.ts'
import { introduced, keyIn } from './introduced.ts'

/** The shell went before it answered: nobody knows whether it did what was asked. */
export class ShellGone extends Error {
  override readonly name = 'ShellGone'
}

export interface SocketWindow {
  /** What the shell answers. Rejects with `ShellGone`, or with an error where the shell refuses. */
  ask<N extends RequestName>(name: N, payload?: RequestPayload<N>): Promise<Answers[N]>
  hear<N extends BroadcastName>(name: N, listener: (payload: Broadcasts[N]) => void): void
}

/** Comes in by an address that the shell told, and opens a window. */
export async function openSocketWindow(address: string, kind: WindowKind): Promise<SocketWindow> {
  const entered = await fetch(address)
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const key = keyIn(await entered.text())
  const { origin, host } = new URL(address)
  const socket = new WebSocket(`ws://${host}${socketPath}?window=${kind}`, { headers: { cookie, origin } })
  const waiting = new Map<number, PromiseWithResolvers<Envelope<unknown>>>()
  const listeners = new Map<BroadcastName, (payload: never) => void>()
  const welcome = Promise.withResolvers<undefined>()
  let asked = 0
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as ToWindow
    if ('welcome' in message) welcome.resolve(undefined)
    else if ('id' in message) waiting.get(message.id)?.resolve(message.answer)
    else if ('push' in message) listeners.get(message.push)?.(message.payload as never)
  })
  const gone = (): void => {
    for (const answer of [welcome, ...waiting.values()]) answer.reject(new ShellGone())
  }
  socket.on('close', gone).on('error', gone)
  await once(socket, 'open')
  socket.send(JSON.stringify(introduced(key)))
  await welcome.promise
  return {
    ask: async <N extends RequestName>(name: N, payload?: RequestPayload<N>) => {
      if (socket.readyState !== socket.OPEN) throw new ShellGone()
      const id = ++asked
      const answering = Promise.withResolvers<Envelope<unknown>>()
      waiting.set(id, answering)
      socket.send(JSON.stringify({ id, name, payload }))
      const answer = await answering.promise
      waiting.delete(id)
      if ('failure' in answer) throw new Error(`${name}: ${answer.failure.message.en}`)
      return answer.value as Answers[N]
    },
    hear: (name, listener) => listeners.set(name, listener),
  }
}
