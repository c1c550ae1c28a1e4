/** What becomes of windows that go without a word, and of all when the shell ends. */
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { createPasses } from '../../../src/browser-shell/passes.ts'
import { createSockets, type Sockets } from '../../../src/browser-shell/sockets.ts'
import type { Introduction, Push } from '../../../src/browser-shell/wire.ts'
import { introduced, windowName } from './introduced.ts'

let sockets: Sockets
let address = ''
let greet: () => Promise<readonly Push[]> = () => Promise.resolve([])
let again = false
const server = createServer()

const turn = (): Promise<void> => new Promise(setImmediate)

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] })
  sockets = createSockets({
    answer: () => new Promise(() => undefined),
    greet: () => greet(),
  })
  const { admit } = createPasses('key')
  server.removeAllListeners('upgrade')
  server.on('upgrade', (request, socket, head) => sockets.accept(request, socket, head, { kind: 'deck', again, admit }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  sockets.close()
  vi.advanceTimersByTime(300)
  const closed = once(server, 'close')
  server.close()
  await closed
  vi.useRealTimers()
})

/** A window that was let in. */
async function welcomed(
  options: ConstructorParameters<typeof WebSocket>[2] = {},
  said: Introduction = introduced('key'),
): Promise<WebSocket> {
  const window = new WebSocket(address, options)
  await once(window, 'open')
  const heard = once(window, 'message')
  window.send(JSON.stringify(said))
  expect(String((await heard)[0])).toMatch(/^\{"welcome":true,"ownBase":"\/own\/[\w-]{43}\/"\}$/)
  return window
}

it('a window that answers no heartbeat is gone before the second one, one that answers stays', async () => {
  const [silent, living] = [await welcomed({ autoPong: false }), await welcomed()]
  const gone = once(silent, 'close')
  let beats = 0
  living.on('ping', () => (beats += 1))
  for (let beat = 1; beat <= 3; beat += 1) {
    vi.advanceTimersByTime(9_999)
    expect(beats).toBe(beat - 1)
    vi.advanceTimersByTime(1)
    while (beats < beat) await turn()
    if (beat === 1) expect(sockets.open()).toEqual(['deck', 'deck'])
    // The answer is on its way back.
    for (let turns = 0; turns < 20; turns += 1) await turn()
  }
  // Cut off: there is nobody to say goodbye to.
  expect((await gone)[0]).toBe(1006)
  expect(sockets.open()).toEqual(['deck'])
  living.terminate()
})

it('windows are told that the shell ends, and one that does not go is cut off', async () => {
  const [going, staying] = [await welcomed(), await welcomed()]
  const [gone, cut] = [once(going, 'close'), once(staying, 'close')]
  // It reads nothing more, and so says no goodbye.
  staying.pause()
  const stranger = new WebSocket(address)
  const unknown = once(stranger, 'close')
  await once(stranger, 'open')
  while (vi.getTimerCount() < 2) await turn()
  sockets.close()
  const [code, reason] = (await gone) as [number, Buffer]
  expect([code, String(reason)]).toEqual([1001, 'Lectern has ended'])
  expect((await unknown)[0]).toBe(1006)
  while (sockets.open().length > 1) await turn()
  vi.advanceTimersByTime(299)
  for (let turns = 0; turns < 20; turns += 1) await turn()
  expect(sockets.open()).toEqual(['deck'])
  vi.advanceTimersByTime(1)
  await vi.waitFor(() => expect(sockets.open()).toEqual([]))
  staying.resume()
  await cut
})

it('a window that was let in need not prove itself again, and hears no timer of its introduction', async () => {
  const window = await welcomed()
  vi.advanceTimersByTime(5_000)
  for (let turns = 0; turns < 20; turns += 1) await turn()
  expect(window.readyState).toBe(window.OPEN)
  expect(sockets.open()).toEqual(['deck'])
  window.terminate()
})

it('who says nothing is hung up on after five seconds, who proves nothing at once', async () => {
  const [silent, lying] = [new WebSocket(address), new WebSocket(address)]
  const [gone, refused] = [once(silent, 'close'), once(lying, 'close')]
  await Promise.all([once(silent, 'open'), once(lying, 'open')])
  while (vi.getTimerCount() < 3) await turn()
  lying.send(JSON.stringify(introduced('keys')))
  expect((await refused)[0]).toBe(4401)
  vi.advanceTimersByTime(4_999)
  for (let turns = 0; turns < 20; turns += 1) await turn()
  expect([silent.readyState, sockets.open()]).toEqual([silent.OPEN, []])
  vi.advanceTimersByTime(1)
  expect((await gone)[0]).toBe(4401)
})

const right = introduced('key')
it.each([
  'key',
  '[]',
  'null',
  '{}',
  '{"key":"key"}',
  JSON.stringify({ ...right, window: 1 }),
  JSON.stringify(introduced('key', 'short')),
  JSON.stringify(introduced('key', windowName().toUpperCase().replace('0', 'G'))),
  JSON.stringify({ ...right, turn: '1' }),
  JSON.stringify(introduced('key', windowName(), 1.5)),
  JSON.stringify({ ...right, proof: [right.proof] }),
  JSON.stringify({ window: right.window, turn: 1 }),
  Buffer.from(JSON.stringify(right)),
])('nothing is proved by %s', async (said) => {
  const stranger = new WebSocket(address)
  const gone = once(stranger, 'close')
  await once(stranger, 'open')
  stranger.send(said)
  expect((await gone)[0]).toBe(4401)
  expect(sockets.open()).toEqual([])
})

it('a window that comes back takes the place of its last connection, which nobody has seen to be over', async () => {
  const window = windowName()
  const [first, other] = [await welcomed({}, introduced('key', window)), await welcomed()]
  const changed = vi.fn()
  sockets.onChange(() => void changed(sockets.open()))
  const over = once(first, 'close')
  const second = await welcomed({}, introduced('key', window, 2))
  expect((await over)[0]).toBe(1006)
  await vi.waitFor(() => expect(sockets.open()).toEqual(['deck', 'deck']))
  expect(changed.mock.calls).toEqual([[['deck', 'deck']]])
  const heard = once(second, 'message')
  sockets.broadcast('review:changed', null)
  expect(String((await heard)[0])).toBe('{"push":"review:changed","payload":null}')
  second.terminate()
  other.terminate()
})

it('what one window has said opens no second one', async () => {
  const said = introduced('key')
  const window = await welcomed({}, said)
  const thief = new WebSocket(address)
  const gone = once(thief, 'close')
  await once(thief, 'open')
  thief.send(JSON.stringify(said))
  expect((await gone)[0]).toBe(4401)
  expect([window.readyState, sockets.open()]).toEqual([window.OPEN, ['deck']])
  window.terminate()
})

it('what cannot be understood of a socket ends it alone', async () => {
  const [broken, other] = [await welcomed(), await welcomed()]
  const gone = once(broken, 'close')
  // A frame that is masked by nobody and of no known kind.
  ;(broken as unknown as { _socket: { write(bytes: Buffer): void } })._socket.write(Buffer.from([0x8f, 0x00]))
  await gone
  await vi.waitFor(() => expect(sockets.open()).toEqual(['deck']))
  other.terminate()
})

it('a window that comes back is told how things are, but not what it was told newer meanwhile', async () => {
  again = true
  const gathered = Promise.withResolvers<readonly Push[]>()
  greet = () => gathered.promise
  const window = await welcomed()
  const heard: unknown[] = []
  window.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString())))
  sockets.broadcast('talk:unsaved', { code: 'internal', message: { ko: '새', en: 'new' } })
  gathered.resolve([
    { push: 'talk:changed', payload: null },
    { push: 'talk:unsaved', payload: null },
  ])
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  sockets.broadcast('review:changed', null)
  await vi.waitFor(() => expect(heard).toHaveLength(3))
  expect(heard).toEqual([
    { push: 'talk:unsaved', payload: { code: 'internal', message: { ko: '새', en: 'new' } } },
    { push: 'talk:changed', payload: null },
    { push: 'review:changed', payload: null },
  ])
  window.terminate()
  again = false
})
