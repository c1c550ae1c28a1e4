/** The window's one WebSocket, kept up: it comes back by itself, and what was only a question is asked again. */
import type { Envelope, RequestName, WindowKind } from '../../contract/channels.ts'
import { endedCode, socketPath, strangerCode, type Push, type ToWindow, type WindowCommand } from '../wire.ts'
import { createIntroducer } from './introducer.ts'

/** Whether the shell is there: `ended` where it said so itself, `stranger` where it is there but not this window's. */
export type Link = 'up' | 'down' | 'ended' | 'stranger'

export interface Connection {
  /** The path below which the shell serves this window what is the person's, and takes it; '/' before it is in. */
  readonly ownBase: string
  /** Asks the shell; never rejects. */
  ask(name: string, payload: unknown): Promise<Envelope<unknown>>
  onPush(listener: (push: Push) => void): void
  onCommand(listener: (command: WindowCommand) => void): void
  /** Hears when the shell is gone, and when it is back. */
  onLink(listener: (link: Link) => void): void
}

/** Requests that change nothing: they may wait for the shell and be asked again. */
const harmless: ReadonlySet<string> = new Set<RequestName>([
  'shell:features',
  'settings:read',
  'library:read',
  'folders:list',
  'deck:read',
  'talk:read',
  'print:read',
])
const firstRetryMs = 100
const lastRetryMs = 2000

const lost: Envelope<never> = {
  failure: {
    code: 'internal',
    message: {
      ko: 'Lectern과 연결이 끊겨서 하지 못했어요. 다시 연결되면 한 번 더 해 주세요.',
      en: 'The connection to Lectern was lost, so this was not done. Do it again once it is back.',
    },
  },
}

interface Pending {
  readonly name: string
  readonly text: string
  readonly settle: (answer: Envelope<unknown>) => void
}

/** Connects a window of this kind, and keeps it connected. */
export function connect(kind: WindowKind): Connection {
  const pending = new Map<number, Pending>()
  const hear: { push: (push: Push) => void; command: (command: WindowCommand) => void; link: (link: Link) => void } = {
    push: () => undefined,
    command: () => undefined,
    link: () => undefined,
  }
  /** The socket, once the shell has let this window in by it. */
  let socket: WebSocket | null = null
  let wasUp = false
  let link: Link = 'up'
  let ownBase = '/'
  const introduce = createIntroducer()
  let retryMs = firstRetryMs
  let nextId = 1

  function settle(id: number, answer: Envelope<unknown>): void {
    pending.get(id)?.settle(answer)
    pending.delete(id)
  }

  function become(next: Link): void {
    if (next !== link) hear.link(next)
    link = next
  }

  function welcomed(by: WebSocket, base: string): void {
    socket = by
    ownBase = base
    retryMs = firstRetryMs
    for (const { text } of pending.values()) by.send(text)
    wasUp = true
    become('up')
  }

  function receive(data: string, from: WebSocket): void {
    const message = JSON.parse(data) as ToWindow
    if ('welcome' in message) welcomed(from, message.ownBase)
    else if ('id' in message) settle(message.id, message.answer)
    else if ('push' in message) hear.push(message)
    else hear.command(message.command)
  }

  function open(): void {
    const opening = new WebSocket(`ws://${location.host}${socketPath}?window=${kind}${wasUp ? '&again' : ''}`)
    opening.addEventListener('open', () => void introduce().then((said) => opening.send(JSON.stringify(said))))
    opening.addEventListener('message', ({ data }) => receive(data as string, opening))
    opening.addEventListener('close', ({ code }) => {
      if (code === strangerCode) become('stranger')
      else if (code === endedCode) become('ended')
      else if (link === 'up' && socket !== null) become('down')
      socket = null
      // Whether these were still done is unknown, and doing them twice could be wrong: the person decides.
      for (const [id, { name }] of pending) if (!harmless.has(name)) settle(id, lost)
      setTimeout(open, retryMs)
      retryMs = Math.min(retryMs * 2, lastRetryMs)
    })
  }
  open()

  return {
    get ownBase() {
      return ownBase
    },
    ask(name, payload) {
      if (socket === null && wasUp && !harmless.has(name)) return Promise.resolve(lost)
      const id = nextId++
      const text = JSON.stringify({ id, name, payload })
      return new Promise((resolve) => {
        pending.set(id, { name, text, settle: resolve })
        socket?.send(text)
      })
    },
    onPush: (listener) => (hear.push = listener),
    onCommand: (listener) => (hear.command = listener),
    onLink: (listener) => (hear.link = listener),
  }
}
