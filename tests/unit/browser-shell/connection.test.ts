import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect, type Connection } from '../../../src/browser-shell/page/connection.ts'

/** A socket that the test opens and closes; what was sent over it can be read. */
class FakeSocket extends EventTarget {
  static readonly opened: FakeSocket[] = []
  readonly sent: { id: number; name: string }[] = []
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
    FakeSocket.opened.push(this)
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text) as { id: number; name: string })
  }
  is(state: 'open' | 'close'): void {
    this.dispatchEvent(new Event(state))
  }
  say(message: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
  }
}
const tries = FakeSocket.opened
const last = (): FakeSocket => tries.at(-1) as FakeSocket

let connection: Connection
const link = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', FakeSocket)
  vi.stubGlobal('location', { host: '127.0.0.1:4000' })
  tries.length = 0
  link.mockReset()
  connection = connect('deck')
  connection.onLink(link)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** How long it waits before it tries once more, in ms. */
function waitsBeforeNext(): number {
  const before = tries.length
  let ms = 0
  for (; tries.length === before && ms < 10_000; ms += 50) vi.advanceTimersByTime(50)
  return ms
}

describe('the connection of a window', () => {
  it('says which window it is of, and when it comes again', () => {
    expect(last().url).toBe('ws://127.0.0.1:4000/shell/socket?window=deck')
    last().is('open')
    last().is('close')
    vi.advanceTimersByTime(100)
    expect(last().url).toMatch(/\?window=deck&again$/)
  })

  it('is tried again after twice as long each time, at most two seconds, and soon once it was up', () => {
    const waits = Array.from({ length: 7 }, () => {
      last().is('close')
      return waitsBeforeNext()
    })
    expect(waits).toEqual([100, 200, 400, 800, 1600, 2000, 2000])
    last().is('open')
    last().is('close')
    expect(waitsBeforeNext()).toBe(100)
  })

  it('tells that it is gone, and back, and nothing of the first time', () => {
    last().is('open')
    expect(link).not.toHaveBeenCalled()
    last().is('close')
    expect(link.mock.calls).toEqual([[false]])
    vi.advanceTimersByTime(100)
    last().is('close')
    expect(link.mock.calls).toEqual([[false]])
    vi.advanceTimersByTime(200)
    last().is('open')
    expect(link.mock.calls).toEqual([[false], [true]])
  })

  it('asks a question again, and gives up what may have been done', async () => {
    last().is('open')
    const [question, act] = [connection.ask('deck:read', {}), connection.ask('talk:end', undefined)]
    expect(last().sent.map(({ name }) => name)).toEqual(['deck:read', 'talk:end'])
    last().is('close')
    await expect(act).resolves.toMatchObject({ failure: { code: 'internal' } })
    // While it is down, an act is not even kept; a question waits.
    await expect(connection.ask('talk:end', undefined)).resolves.toMatchObject({ failure: { code: 'internal' } })
    const later = connection.ask('library:read', undefined)
    vi.advanceTimersByTime(100)
    last().is('open')
    expect(last().sent.map(({ name }) => name)).toEqual(['deck:read', 'library:read'])
    for (const { id, name } of last().sent) last().say({ id, answer: { value: name } })
    expect(await Promise.all([question, later])).toEqual([{ value: 'deck:read' }, { value: 'library:read' }])
  })

  it('keeps what is asked before it is up the first time, whatever it is', async () => {
    const act = connection.ask('talk:end', undefined)
    expect(last().sent).toEqual([])
    last().is('open')
    expect(last().sent).toMatchObject([{ name: 'talk:end' }])
    last().say({ id: last().sent[0]?.id, answer: { value: null } })
    expect(await act).toEqual({ value: null })
  })

  it('hands on what the shell tells and orders', () => {
    const [push, command] = [vi.fn(), vi.fn()]
    connection.onPush(push)
    connection.onCommand(command)
    last().is('open')
    last().say({ push: 'talk:changed', payload: null })
    last().say({ command: 'close' })
    expect(push).toHaveBeenCalledExactlyOnceWith({ push: 'talk:changed', payload: null })
    expect(command).toHaveBeenCalledExactlyOnceWith('close')
  })
})
