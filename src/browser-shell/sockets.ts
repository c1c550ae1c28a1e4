/** One WebSocket a window: its requests come in by it, and everything that the shell tells goes out by it. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { BroadcastName, Broadcasts, Envelope, WindowKind } from '../contract/channels.ts'
import type { Push, Question, ToWindow, WindowCommand } from './wire.ts'

/** A window that does not answer a heartbeat before the next one counts as gone. */
const heartbeatMs = 10_000
/** How long a window may take to say goodbye when the shell ends. */
const farewellMs = 300
/** No request of ours is near this; what is bigger is no window of ours. */
const maxMessageBytes = 1024 * 1024

export interface Sockets {
  /** Takes up the socket of a window; the caller has checked who asks. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, window: Arrival): void
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

function read(data: string): Question | null {
  try {
    const value: unknown = JSON.parse(data)
    return isQuestion(value) ? value : null
  } catch {
    return null
  }
}

export function createSockets(work: SocketsWork): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, perMessageDeflate: false })
  const windows = new Map<WebSocket, WindowKind>()
  const alive = new WeakSet<WebSocket>()
  let changed: () => void = () => undefined

  const tell = (window: WebSocket, message: ToWindow): void => {
    if (window.readyState === window.OPEN) window.send(JSON.stringify(message))
  }

  async function hear(window: WebSocket, kind: WindowKind, data: string): Promise<void> {
    const question = read(data)
    // Our bridge sends nothing else, so this is not our bridge.
    if (question === null) window.close(1008, 'not a request')
    else tell(window, { id: question.id, answer: await work.answer(question.name, question.payload, kind) })
  }

  function welcome(window: WebSocket, { kind, again }: Arrival): void {
    windows.set(window, kind)
    alive.add(window)
    window.on('pong', () => alive.add(window))
    window.on('error', () => window.terminate())
    window.on('close', () => {
      windows.delete(window)
      changed()
    })
    window.on('message', (data, isBinary) => {
      if (isBinary) window.close(1003, 'text only')
      else void hear(window, kind, (data as Buffer).toString('utf8'))
    })
    if (again) void work.greet().then((pushes) => pushes.forEach((push) => tell(window, push)))
    changed()
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
    accept: (request, socket, head, kind) =>
      server.handleUpgrade(request, socket, head, (window) => welcome(window, kind)),
    broadcast: (push, payload) => {
      for (const window of windows.keys()) tell(window, { push, payload })
    },
    command: (kind, command) => {
      for (const [window, other] of windows) if (other === kind) tell(window, { command })
    },
    open: () => [...windows.values()],
    onChange: (listener) => (changed = listener),
    close() {
      clearInterval(heartbeat)
      for (const window of windows.keys()) {
        window.close(1001, 'Lectern has ended')
        setTimeout(() => window.terminate(), farewellMs)
      }
      server.close()
    },
  }
}
