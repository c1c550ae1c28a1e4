/** One WebSocket a window: its requests come in by it, and everything that the shell tells goes out by it. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { BroadcastName, Broadcasts, Envelope, WindowKind } from '../contract/channels.ts'
import type { Pass, Passes } from './passes.ts'
import {
  endedCode,
  strangerCode,
  type Introduction,
  type Push,
  type Question,
  type ToWindow,
  type WindowCommand,
} from './wire.ts'

/** A window that does not answer a heartbeat before the next one counts as gone. */
const heartbeatMs = 10_000
/** How long a window may take to say goodbye when the shell ends. */
const farewellMs = 300
/** How long a window may take to say who it is; our bridge says it at once. */
const introductionMs = 5000
/** No request of ours is near this; what is bigger is no window of ours. */
const maxMessageBytes = 1024 * 1024

export interface Sockets {
  /** Takes up a socket; the caller has checked where it comes from. It is a window's once that has proved itself. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, arrival: Arrival & Door): void
  /** Tells every window. */
  readonly broadcast: <N extends BroadcastName>(name: N, payload: Broadcasts[N]) => void
  /** Asks the windows of a kind for something that only the page can do. */
  command(kind: WindowKind, command: WindowCommand): void
  /** Which windows are open, one entry each. */
  open(): readonly WindowKind[]
  /** Called whenever a window came or went. */
  onChange(listener: () => void): void
  close(): void
}

/** What a window says of itself when it connects. */
export interface Arrival {
  readonly kind: WindowKind
  /** It was connected before, lost the connection, and may have missed something. */
  readonly again: boolean
}

type Door = Pick<Passes, 'admit'>

export interface SocketsWork {
  answer(name: string, payload: unknown, from: WindowKind): Promise<Envelope<unknown>>
  /** The state as it is now, for a window that comes back. */
  greet(): Promise<readonly Push[]>
}

const isQuestion = (value: unknown): value is Question =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'number' &&
  'name' in value &&
  typeof value.name === 'string'

const isIntroduction = (value: unknown): value is Introduction =>
  typeof value === 'object' &&
  value !== null &&
  'window' in value &&
  typeof value.window === 'string' &&
  /^[0-9a-f]{32}$/.test(value.window) &&
  'turn' in value &&
  Number.isSafeInteger(value.turn) &&
  'proof' in value &&
  typeof value.proof === 'string'

function parsed(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return null
  }
}

export function createSockets(work: SocketsWork): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, perMessageDeflate: false })
  const windows = new Map<WebSocket, { readonly kind: WindowKind; readonly pass: Pass }>()
  const alive = new WeakSet<WebSocket>()
  /** What windows that come back are told while their state is gathered: that is newer. */
  const greeted = new Map<WebSocket, Set<BroadcastName>>()
  let changed: () => void = () => undefined

  const tell = (window: WebSocket, message: ToWindow): void => {
    if (window.readyState === window.OPEN) window.send(JSON.stringify(message))
  }

  async function hear(window: WebSocket, kind: WindowKind, data: string): Promise<void> {
    const question = parsed(data)
    // Our bridge sends nothing else, so this is not our bridge.
    if (!isQuestion(question)) window.close(1008, 'not a request')
    else tell(window, { id: question.id, answer: await work.answer(question.name, question.payload, kind) })
  }

  /** Hears nothing of a socket but who it is, and tells it nothing. */
  function introduce(window: WebSocket, arrival: Arrival & Door): void {
    window.on('error', () => window.terminate())
    const patience = setTimeout(() => window.close(strangerCode), introductionMs)
    patience.unref()
    window.once('message', (data, isBinary) => {
      clearTimeout(patience)
      const said = isBinary ? null : parsed((data as Buffer).toString('utf8'))
      const pass = isIntroduction(said) ? arrival.admit(said) : null
      if (pass === null) window.close(strangerCode)
      else welcome(window, arrival, pass)
    })
  }

  function welcome(window: WebSocket, { kind, again }: Arrival, pass: Pass): void {
    for (const [earlier, { pass: of }] of windows)
      if (of.window === pass.window) {
        // It has come back before its last connection was seen to be over.
        windows.delete(earlier)
        earlier.terminate()
      }
    windows.set(window, { kind, pass })
    alive.add(window)
    tell(window, { welcome: true, ownBase: pass.ownBase })
    window.on('pong', () => alive.add(window))
    window.on('close', () => {
      pass.leave()
      if (windows.delete(window)) changed()
    })
    window.on('message', (data, isBinary) => {
      if (isBinary) window.close(1003, 'text only')
      else void hear(window, kind, (data as Buffer).toString('utf8'))
    })
    if (again) void greet(window)
    changed()
  }

  async function greet(window: WebSocket): Promise<void> {
    const newer = new Set<BroadcastName>()
    greeted.set(window, newer)
    try {
      for (const push of await work.greet()) if (!newer.has(push.push)) tell(window, push)
    } finally {
      greeted.delete(window)
    }
  }

  const heartbeat = setInterval(() => {
    for (const window of windows.keys()) {
      if (!alive.has(window)) window.terminate()
      alive.delete(window)
      window.ping()
    }
  }, heartbeatMs)
  heartbeat.unref()

  return {
    accept: (request, socket, head, arrival) =>
      server.handleUpgrade(request, socket, head, (window) => introduce(window, arrival)),
    broadcast: (push, payload) => {
      for (const newer of greeted.values()) newer.add(push)
      for (const window of windows.keys()) tell(window, { push, payload })
    },
    command: (kind, command) => {
      for (const [window, { kind: other }] of windows) if (other === kind) tell(window, { command })
    },
    open: () => Array.from(windows.values(), ({ kind }) => kind),
    onChange: (listener) => (changed = listener),
    close() {
      clearInterval(heartbeat)
      for (const window of windows.keys()) {
        window.close(endedCode, 'Lectern has ended')
        setTimeout(() => window.terminate(), farewellMs)
      }
      for (const client of server.clients) if (!windows.has(client)) client.terminate()
      server.close()
    },
  }
}
