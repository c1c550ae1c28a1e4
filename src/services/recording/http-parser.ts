import { createHash, type Hash } from 'node:crypto'

/** A request or a response, as it went over the wire. */
export interface HttpMessage {
  readonly startLine: string
  /** By name in small letters; a header that came twice is joined by a comma. */
  readonly headers: Readonly<Record<string, string>>
  readonly startedAt: number
  readonly endedAt: number
  /** How long the body was, chunk lengths and the like not counted. */
  readonly bytes: number
  /** The body, of a long one its beginning. */
  readonly body: Buffer
  readonly sha256: string
  /** When each part of the body came. */
  readonly partsAt: readonly number[]
}

/** What comes after a head. `interim` is a 1xx answer that another one follows. */
export type AfterHead = 'body' | 'no-body' | 'interim' | 'upgrade'

export interface HttpListener {
  /** A head has come; says what follows it. */
  head(startLine: string, headers: Readonly<Record<string, string>>, at: number): AfterHead
  end(message: HttpMessage): void
  /** Bytes after an upgrade, which are HTTP no longer. */
  raw(bytes: Buffer, at: number): void
}

/** More than any JSON of the engine; layers and build contexts need only their length and digest. */
const keptBytes = 512 * 1024
const longestHead = 64 * 1024
const keptParts = 400

type State =
  | { readonly in: 'head' | 'chunk-size' | 'chunk-end' | 'trailer' | 'until-close' | 'raw' | 'lost' }
  | { readonly in: 'length' | 'chunk'; left: number }

interface Building {
  readonly startLine: string
  readonly headers: Readonly<Record<string, string>>
  readonly startedAt: number
  bytes: number
  kept: number
  readonly parts: Buffer[]
  readonly partsAt: number[]
  readonly hash: Hash
}

function headersOf(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`
  }
  return headers
}

/**
 * Reads HTTP/1.1 (RFC 9112) in one direction of one connection. It looks on only: what it cannot read, such as an
 * attempt at TLS, it passes over.
 */
export class HttpParser {
  readonly #role: 'request' | 'response'
  readonly #listener: HttpListener
  #state: State = { in: 'head' }
  #rest: Buffer = Buffer.alloc(0)
  #message: Building | null = null

  constructor(role: 'request' | 'response', listener: HttpListener) {
    this.#role = role
    this.#listener = listener
  }

  push(bytes: Buffer, at: number): void {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes])
    while (this.#rest.length > 0 && this.#step(at));
  }

  /** The other direction has agreed to an upgrade: what has not been read yet is HTTP no longer. */
  goRaw(at: number): void {
    this.#state = { in: 'raw' }
    this.push(Buffer.alloc(0), at)
  }

  /** The connection is closed; tells whether that cut a message short. */
  close(at: number): boolean {
    const { in: place } = this.#state
    if (this.#message === null) return false
    this.#end(at)
    return place !== 'until-close'
  }

  /** Reads one piece; false where more bytes are needed. */
  #step(at: number): boolean {
    const state = this.#state
    switch (state.in) {
      case 'lost':
        this.#rest = Buffer.alloc(0)
        return false
      case 'raw':
        this.#listener.raw(this.#take(this.#rest.length), at)
        return true
      case 'head':
        return this.#head(at)
      case 'until-close':
        this.#data(this.#take(this.#rest.length), at)
        return true
      case 'length':
      case 'chunk': {
        const part = this.#take(Math.min(state.left, this.#rest.length))
        state.left -= part.length
        this.#data(part, at)
        if (state.left === 0 && state.in === 'chunk') this.#state = { in: 'chunk-end' }
        else if (state.left === 0) this.#end(at)
        return true
      }
      case 'chunk-end':
        if (this.#rest.length < 2) return false
        this.#take(2)
        this.#state = { in: 'chunk-size' }
        return true
      case 'chunk-size': {
        const line = this.#line()
        if (line === null) return false
        const left = parseInt(line, 16)
        this.#state = Number.isNaN(left) ? { in: 'lost' } : left === 0 ? { in: 'trailer' } : { in: 'chunk', left }
        return true
      }
      case 'trailer': {
        const line = this.#line()
        if (line === '') this.#end(at)
        return line !== null
      }
    }
  }

  #head(at: number): boolean {
    const length = this.#rest.indexOf('\r\n\r\n')
    if (length < 0) {
      if (this.#rest.length > longestHead) this.#state = { in: 'lost' }
      return false
    }
    const [startLine = '', ...lines] = this.#take(length + 4)
      .subarray(0, length)
      .toString('latin1')
      .split('\r\n')
    const headers = headersOf(lines)
    const after = this.#listener.head(startLine, headers, at)
    if (after === 'interim') return true
    this.#message = {
      startLine,
      headers,
      startedAt: at,
      bytes: 0,
      kept: 0,
      parts: [],
      partsAt: [],
      hash: createHash('sha256'),
    }
    const bodyLength = Number(headers['content-length'] ?? 0)
    if (after === 'upgrade') {
      this.#end(at)
      this.#state = { in: 'raw' }
    } else if (after === 'no-body') this.#end(at)
    else if (/chunked/i.test(headers['transfer-encoding'] ?? '')) this.#state = { in: 'chunk-size' }
    else if (bodyLength > 0) this.#state = { in: 'length', left: bodyLength }
    else if (headers['content-length'] === undefined && this.#role === 'response') this.#state = { in: 'until-close' }
    else this.#end(at)
    return true
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length)
    this.#rest = this.#rest.subarray(length)
    return taken
  }

  #line(): string | null {
    const length = this.#rest.indexOf('\r\n')
    return length < 0 ? null : this.#take(length + 2).toString('latin1', 0, length)
  }

  #data(part: Buffer, at: number): void {
    const message = this.#message
    if (message === null) return
    message.bytes += part.length
    message.hash.update(part)
    if (message.kept < keptBytes) {
      message.parts.push(Buffer.from(part))
      message.kept += part.length
    }
    if (message.partsAt.length < keptParts) message.partsAt.push(at)
  }

  #end(at: number): void {
    const message = this.#message
    this.#message = null
    this.#state = { in: 'head' }
    if (message === null) return
    const { startLine, headers, startedAt, bytes, parts, partsAt, hash } = message
    const body = Buffer.concat(parts)
    this.#listener.end({ startLine, headers, startedAt, endedAt: at, bytes, body, sha256: hash.digest('hex'), partsAt })
  }
}
