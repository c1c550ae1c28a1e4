import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { preciseNow } from './precise-clock.ts'
import { HttpParser, type HttpMessage } from './http-parser.ts'

export type Address = { readonly path: string } | { readonly host: string; readonly port: number }

/** Bytes of a hijacked connection, or its end in one direction. */
export interface RawPart {
  readonly at: number
  /** `>` goes to the server, `<` comes from it. */
  readonly dir: '>' | '<'
  readonly bytes: Buffer | null
}

/** A request with its answer, and what followed if the answer was an upgrade (101). */
export interface Exchange {
  /** The connection, counted from 1. */
  readonly connection: number
  readonly request: HttpMessage
  readonly response: HttpMessage
  readonly raw: readonly RawPart[]
}

export interface Proxy {
  /** The port, where it listens on one. */
  readonly port: number | null
  /** All exchanges since it was asked last, in the order of their requests. */
  take(): Exchange[]
  /** Resolves when every request has its answer, or after `withinMs`. */
  quiet(withinMs: number): Promise<void>
  close(): Promise<void>
}

interface Pending {
  readonly connection: number
  request: HttpMessage | null
  method: string
  response: HttpMessage | null
  readonly raw: RawPart[]
}

/**
 * Passes bytes on between those who connect to `listen` and the server at `target`, unchanged, and notes the HTTP/1.1
 * in them with its times. Rejects where it cannot listen.
 */
export async function startProxy(listen: Address, target: Address): Promise<Proxy> {
  const sockets = new Set<Socket>()
  const pending = new Set<Pending>()
  let done: Pending[] = []
  let connections = 0

  const finish = (one: Pending): void => {
    pending.delete(one)
    done.push(one)
  }

  const pass = (from: Socket, to: Socket): void => {
    if (!from.isPaused() && to.writableNeedDrain) {
      from.pause()
      to.once('drain', () => from.resume())
    }
  }

  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect({ ...target, allowHalfOpen: true })
    const connection = ++connections
    const queue: Pending[] = []
    let hijacked: Pending | null = null
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    }

    const requests = new HttpParser('request', {
      head: (startLine) => {
        const one: Pending = {
          connection,
          request: null,
          method: startLine.split(' ')[0] ?? '',
          response: null,
          raw: [],
        }
        queue.push(one)
        pending.add(one)
        return 'body'
      },
      end: (message) => {
        const one = queue.findLast(({ request }) => request === null)
        if (one) one.request = message
      },
      raw: (bytes, at) => hijacked?.raw.push({ at, dir: '>', bytes: Buffer.from(bytes) }),
    })
    const responses = new HttpParser('response', {
      head: (startLine) => {
        const status = Number(startLine.split(' ')[1])
        if (status === 101) return 'upgrade'
        if (status >= 100 && status < 200) return 'interim'
        return queue[0]?.method === 'HEAD' || status === 204 || status === 304 ? 'no-body' : 'body'
      },
      end: (message) => {
        const one = queue.shift()
        if (one === undefined) return
        one.response = message
        if (message.startLine.split(' ')[1] !== '101') {
          finish(one)
          return
        }
        // It stays pending until both sides have hung up.
        hijacked = one
        requests.goRaw(message.endedAt)
      },
      raw: (bytes, at) => hijacked?.raw.push({ at, dir: '<', bytes: Buffer.from(bytes) }),
    })

    client.on('data', (bytes) => {
      requests.push(bytes, preciseNow())
      upstream.write(bytes)
      pass(client, upstream)
    })
    upstream.on('data', (bytes) => {
      responses.push(bytes, preciseNow())
      if (!client.writable) return
      client.write(bytes)
      pass(upstream, client)
    })
    client.on('end', () => {
      hijacked?.raw.push({ at: preciseNow(), dir: '>', bytes: null })
      upstream.end()
    })
    upstream.on('end', () => {
      responses.close(preciseNow())
      hijacked?.raw.push({ at: preciseNow(), dir: '<', bytes: null })
      client.end()
    })
    const drop = (): void => {
      responses.close(preciseNow())
      client.destroy()
      upstream.destroy()
      if (hijacked) finish(hijacked)
      hijacked = null
      for (const one of queue.splice(0)) finish(one)
    }
    // A client that goes away without having read everything resets its connection: the server learns that it went, and
    // what it still says belongs to the recording.
    const leave = (): void => {
      if (upstream.readableEnded) drop()
      else upstream.end()
    }
    client.on('error', leave).on('close', leave)
    upstream.on('error', drop).on('close', drop)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(listen, () => {
      server.off('error', reject)
      resolve()
    })
  })

  return {
    port: 'port' in listen ? (server.address() as AddressInfo).port : null,
    take: () => {
      const taken = done.flatMap(({ connection, request, response, raw }) =>
        request === null || response === null ? [] : [{ connection, request, response, raw }],
      )
      done = []
      return taken.sort((a, b) => a.request.startedAt - b.request.startedAt)
    },
    quiet: async (withinMs) => {
      const until = preciseNow() + withinMs
      while (pending.size > 0 && preciseNow() < until) await wait(5)
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
