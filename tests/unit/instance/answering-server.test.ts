import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { answeringServer, type AnsweringServer } from '../../../src/services/instance/answering-server.ts'
import type { OpenRequest, Outcome } from '../../../src/services/instance/messages.ts'
import { reach } from '../../../src/services/instance/reach.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const holder = { pid: 4711, startedAtMs: 1795514400000 }
const patienceMs = 60_000
const request: OpenRequest = { path: '/home/kim/notes', gallery: false }
let asked: OpenRequest[]
let next: Outcome
beforeEach(() => {
  asked = []
  next = { is: 'opened' }
})

async function serve(patience = patienceMs, answers = true): Promise<AnsweringServer & { readonly address: string }> {
  const address =
    process.platform === 'win32'
      ? String.raw`\\.\pipe\lectern-test-${process.pid}`
      : join(await temporaryFolder(), 'socket')
  const answer = (given: OpenRequest): Promise<Outcome> => {
    asked.push(given)
    return Promise.resolve(next)
  }
  const answering = answeringServer(holder, answers ? answer : undefined, patience)
  answering.server.listen(address)
  await once(answering.server, 'listening')
  answering.settle()
  onTestFinished(answering.close)
  return { ...answering, address }
}
/** Says something and gives all that comes back until the other end closes. */
async function all(address: string, say: (socket: Socket) => void): Promise<string> {
  const socket = connect(address)
  let heard = ''
  socket.setEncoding('utf8').on('data', (text: string) => (heard += text))
  socket.on('error', () => undefined)
  say(socket)
  await once(socket, 'close')
  return heard
}
const greeting = `${JSON.stringify(holder)}\n`

describe('the first instance', () => {
  it.each<Outcome>([
    { is: 'opened' },
    { is: 'address', address: 'http://127.0.0.1:4000/enter?ticket=abc&window=gallery' },
    { is: 'failed', failure: { code: 'not-found', message: { ko: '없어요.', en: 'Not there.' } } },
  ])('says who it is and what became of a request: $is', async (outcome) => {
    const { address } = await serve()
    next = outcome
    expect(await reach(address, request, patienceMs)).toEqual({ holder, outcome })
    expect(asked).toEqual([request])
  })

  it('says only who it is to one that asks for nothing', async () => {
    const { address } = await serve()
    expect(await reach(address, undefined, patienceMs)).toEqual({ holder, outcome: null })
    expect(asked).toEqual([])
  })

  it('opens nothing where it has no windows', async () => {
    const { address } = await serve(patienceMs, false)
    expect(await reach(address, request, patienceMs)).toEqual({ holder, outcome: { is: 'not-open' } })
  })

  it('takes a request in pieces, and only the first one of a connection', async () => {
    const { address } = await serve()
    const line = JSON.stringify({ path: '/홍길동/notes', gallery: true })
    const bytes = Buffer.from(`${line}\n${line}\n`)
    const cut = bytes.indexOf('홍') + 1
    const heard = await all(address, (socket) => {
      socket.write(bytes.subarray(0, cut), () => socket.write(bytes.subarray(cut)))
    })
    expect(heard).toBe(`${greeting}{"is":"opened"}\n`)
    expect(asked).toEqual([{ path: '/홍길동/notes', gallery: true }])
  })

  it.each([
    ['no JSON', 'GET / HTTP/1.1\r\n\r\n'],
    ['another object', '{"folder":"/x"}\n'],
    ['a wrong type', '{"path":7,"gallery":false}\n'],
    ['a path without end', `${JSON.stringify({ path: 'x'.repeat(5000), gallery: false })}\n`],
    ['a line without end', 'x'.repeat(70_000)],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x0a])],
  ])('opens nothing for %s, and goes on', async (_what, said) => {
    const { address } = await serve()
    const heard = await all(address, (socket) => socket.write(said))
    expect(heard).toBe(`${greeting}{"is":"not-open"}\n`)
    expect(asked).toEqual([])
    expect(await reach(address, request, patienceMs)).toEqual({ holder, outcome: { is: 'opened' } })
  })

  it('lets go of one that says nothing, or goes in the middle of a word', async () => {
    const { address } = await serve(20)
    expect(await all(address, () => undefined)).toBe(greeting)
    expect(await all(address, (socket) => socket.end('{"path":'))).toBe(greeting)
    await all(address, (socket) => socket.once('data', () => socket.destroy()))
    expect(await reach(address, request, patienceMs)).toMatchObject({ outcome: { is: 'opened' } })
    expect(asked).toEqual([request])
  })

  it('stands many that say nothing beside one that does', async () => {
    const { address } = await serve()
    const silent = Array.from({ length: 30 }, () => connect(address))
    onTestFinished(() => silent.forEach((socket) => socket.destroy()))
    await Promise.all(silent.map((socket) => once(socket, 'data')))
    expect(await reach(address, request, patienceMs)).toEqual({ holder, outcome: { is: 'opened' } })
  })

  it('lets go of everybody when it closes', async () => {
    const { address, close } = await serve(2 ** 31 - 1)
    const socket = connect(address)
    await once(socket, 'data')
    close()
    await once(socket, 'close')
    expect(['gone', 'dead']).toContain(await reach(address, request, patienceMs))
  })
})

describe('a later one', () => {
  /** A server of somebody else. */
  async function strange(say: (socket: Socket) => void): Promise<string> {
    const { createServer } = await import('node:net')
    const address = join(await temporaryFolder(), 'strange')
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      say(socket)
    })
    server.listen(address)
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    return address
  }

  it.each([
    ['something else', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['a process that is none', '{"pid":-1,"startedAtMs":0}\n'],
    ['a line without end', 'x'.repeat(70_000)],
  ])('believes nothing of one that greets with %s', async (_what, said) => {
    const address = await strange((socket) => void socket.write(said))
    expect(await reach(address, request, patienceMs)).toBe('silent')
  })

  it.each([
    ['an address elsewhere', { is: 'address', address: 'http://example.org/' }],
    ['an outcome of a later version', { is: 'something' }],
    ['nothing that makes sense', 7],
  ])('knows who is there, and takes no outcome from %s', async (_what, outcome) => {
    const address = await strange((socket) => {
      socket.write(greeting)
      socket.once('data', () => socket.write(`${JSON.stringify(outcome)}\n`))
    })
    expect(await reach(address, request, patienceMs)).toEqual({ holder, outcome: null })
  })

  it('looks again where the other one went before it answered', async () => {
    const address = await strange((socket) => {
      socket.write(greeting)
      socket.once('data', () => socket.destroy())
    })
    expect(await reach(address, request, patienceMs)).toBe('gone')
  })

  it('does not wait without end for one that says nothing', async () => {
    expect(await reach(await strange(() => undefined), request, 20)).toBe('silent')
  })
})
