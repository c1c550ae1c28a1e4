import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { requestSchemas } from '../../../src/contract/channels.ts'
import type { Introduction } from '../../../src/browser-shell/wire.ts'
import { introduced } from './introduced.ts'
import { connect, type Connection } from '../../../src/browser-shell/page/connection.ts'

/** A socket that the test opens and closes; what was sent over it can be read. */
class FakeSocket extends EventTarget {
  static readonly opened: FakeSocket[] = []
  /** What it was told about the window, before anything was asked. */
  readonly introduced: Introduction[] = []
  readonly sent: { id: number; name: string }[] = []
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
    FakeSocket.opened.push(this)
  }
  send(text: string): void {
    const message = JSON.parse(text) as { id: number; name: string } | Introduction
    if ('proof' in message) this.introduced.push(message)
    else this.sent.push(message)
  }
  /** It is open, and the shell lets the window in by it. */
  opens(): void {
    this.dispatchEvent(new Event('open'))
    this.say({ welcome: true, ownBase: '/own/secret/' })
  }
  closes(code = 1006): void {
    this.dispatchEvent(Object.assign(new Event('close'), { code }))
  }
  say(message: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
  }
}
const tries = FakeSocket.opened
const last = (): FakeSocket => tries.at(-1) as FakeSocket

let connection: Connection
const link = vi.fn()

/** What the browser was given when it came in. */
function keep(key: string | null): void {
  vi.stubGlobal('localStorage', { getItem: (item: string) => (item === 'lectern-key' ? key : null) })
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', FakeSocket)
  vi.stubGlobal('location', { host: '127.0.0.1:4000' })
  keep('first')
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

/** What the window says of itself once its socket is open. */
async function introduction(): Promise<Introduction> {
  const socket = last()
  socket.dispatchEvent(new Event('open'))
  return vi.waitFor(() => {
    const [said] = socket.introduced
    if (said === undefined) throw new Error('has said nothing')
    return said
  })
}

describe('the connection of a window', () => {
  it('says which window it is of, and when it comes again', () => {
    expect(last().url).toBe('ws://127.0.0.1:4000/shell/socket?window=deck')
    last().opens()
    last().closes()
    vi.advanceTimersByTime(100)
    expect(last().url).toMatch(/\?window=deck&again$/)
  })

  it('is tried again after twice as long each time, at most two seconds, and soon once it was up', () => {
    const waits = Array.from({ length: 7 }, () => {
      last().closes()
      return waitsBeforeNext()
    })
    expect(waits).toEqual([100, 200, 400, 800, 1600, 2000, 2000])
    last().opens()
    last().closes()
    expect(waitsBeforeNext()).toBe(100)
  })

  it('tells that it is gone, and back, and nothing of the first time', () => {
    last().opens()
    expect(link).not.toHaveBeenCalled()
    last().closes()
    expect(link.mock.calls).toEqual([['down']])
    vi.advanceTimersByTime(100)
    last().closes()
    expect(link.mock.calls).toEqual([['down']])
    vi.advanceTimersByTime(200)
    last().opens()
    expect(link.mock.calls).toEqual([['down'], ['up']])
  })

  it('proves that it has the key before anything else, and asks nothing before it is let in', async () => {
    void connection.ask('talk:end', undefined)
    const said = await introduction()
    expect(said).toEqual(introduced('first', said.window, 1))
    expect(said.window).toMatch(/^[0-9a-f]{32}$/)
    expect([last().sent, connection.ownBase]).toEqual([[], '/'])
    last().say({ welcome: true, ownBase: '/own/secret/' })
    expect(last().sent).toMatchObject([{ name: 'talk:end' }])
    expect(connection.ownBase).toBe('/own/secret/')
  })

  it('is the same window with another proof whenever it comes back, and another than those beside it', async () => {
    const first = await introduction()
    last().closes()
    vi.advanceTimersByTime(100)
    expect(await introduction()).toEqual(introduced('first', first.window, 2))
    connect('deck')
    const other = await introduction()
    expect(other.window).not.toBe(first.window)
    expect(other).toEqual(introduced('first', other.window, 1))
  })

  it('has its files where the shell says that they are now', () => {
    last().opens()
    last().closes()
    vi.advanceTimersByTime(100)
    last().say({ welcome: true, ownBase: '/own/other/' })
    expect(connection.ownBase).toBe('/own/other/')
  })

  it('comes back by the key of a new start, once its browser has it', async () => {
    keep(null)
    const { proof, window } = await introduction()
    expect(proof).toBe('')
    last().closes(4401)
    vi.advanceTimersByTime(100)
    last().closes(4401)
    expect(link.mock.calls).toEqual([['stranger']])
    keep('second')
    vi.advanceTimersByTime(200)
    expect(await introduction()).toEqual(introduced('second', window, 2))
    last().say({ welcome: true, ownBase: '/own/secret/' })
    expect(link.mock.calls).toEqual([['stranger'], ['up']])
  })

  it('tells an end that the shell told, and goes on looking', () => {
    last().opens()
    last().closes(1001)
    vi.advanceTimersByTime(100)
    last().closes()
    expect(link.mock.calls).toEqual([['ended']])
    vi.advanceTimersByTime(200)
    last().opens()
    expect(link.mock.calls).toEqual([['ended'], ['up']])
  })

  it('asks a question again, and gives up what may have been done', async () => {
    last().opens()
    const [question, act] = [connection.ask('deck:read', {}), connection.ask('talk:end', undefined)]
    expect(last().sent.map(({ name }) => name)).toEqual(['deck:read', 'talk:end'])
    last().closes()
    await expect(act).resolves.toMatchObject({ failure: { code: 'internal' } })
    // While it is down, an act is not even kept; a question waits.
    await expect(connection.ask('talk:end', undefined)).resolves.toMatchObject({ failure: { code: 'internal' } })
    const later = connection.ask('library:read', undefined)
    vi.advanceTimersByTime(100)
    last().opens()
    expect(last().sent.map(({ name }) => name)).toEqual(['deck:read', 'library:read'])
    for (const { id, name } of last().sent) last().say({ id, answer: { value: name } })
    expect(await Promise.all([question, later])).toEqual([{ value: 'deck:read' }, { value: 'library:read' }])
  })

  it('asks once more only what changes nothing, of all that can be asked', async () => {
    last().opens()
    const given = new Set<string>()
    for (const name of Object.keys(requestSchemas))
      void connection.ask(name, undefined).then((answer) => 'failure' in answer && given.add(name))
    last().closes()
    await vi.advanceTimersByTimeAsync(100)
    last().opens()
    const again = [
      'shell:features',
      'settings:read',
      'library:read',
      'folders:list',
      'deck:read',
      'talk:read',
      'print:read',
    ]
    expect(last().sent.map(({ name }) => name)).toEqual(again)
    expect([...given]).toEqual(Object.keys(requestSchemas).filter((name) => !again.includes(name)))
  })

  it('hears an answer to what it has given up without a word', () => {
    last().opens()
    void connection.ask('talk:end', undefined)
    last().closes()
    vi.advanceTimersByTime(100)
    last().opens()
    last().say({ id: 1, answer: { value: null } })
    last().say({ id: 99, answer: { value: null } })
    expect(link.mock.calls.at(-1)).toEqual(['up'])
  })

  it('keeps what is asked before it is up the first time, whatever it is', async () => {
    const act = connection.ask('talk:end', undefined)
    expect(last().sent).toEqual([])
    last().opens()
    expect(last().sent).toMatchObject([{ name: 'talk:end' }])
    last().say({ id: last().sent[0]?.id, answer: { value: null } })
    expect(await act).toEqual({ value: null })
  })

  it('hands on what the shell tells and orders', () => {
    const [push, command] = [vi.fn(), vi.fn()]
    connection.onPush(push)
    connection.onCommand(command)
    last().opens()
    last().say({ push: 'talk:changed', payload: null })
    last().say({ command: 'close' })
    expect(push).toHaveBeenCalledExactlyOnceWith({ push: 'talk:changed', payload: null })
    expect(command).toHaveBeenCalledExactlyOnceWith('close')
  })
})
