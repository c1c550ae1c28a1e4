import { afterEach, describe, expect, it, vi } from 'vitest'
import { createAccess, type Entrance } from '../../../src/browser-shell/access.ts'
import { introduced } from './introduced.ts'

const port = 4711
const host = `127.0.0.1:${port}`
const origin = `http://${host}`
const ticketIn = (address: string): string => new URL(address).searchParams.get('ticket') ?? ''
const cookieOf = (entrance: Entrance | null): string => entrance?.cookie.split(';')[0] ?? ''

describe('tickets', () => {
  it('lets in once, by a cookie that no script and no other site gets', () => {
    const access = createAccess(port)
    const ticket = ticketIn(access.newAddress())
    const entrance = access.enter(ticket)
    expect(entrance?.cookie).toMatch(/^lectern-4711=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(access.enter(ticket)).toBeNull()
    expect(access.knows({ cookie: `other=1; ${cookieOf(entrance)}` })).toBe(true)
  })

  it('gives every entrance a ticket of its own', () => {
    const access = createAccess(port)
    const [first, second] = [access.newAddress(), access.newAddress()]
    expect(first).not.toBe(second)
    expect(access.enter(ticketIn(second))).not.toBeNull()
    expect(access.enter(ticketIn(first))).not.toBeNull()
  })

  it('knows no guessed ticket and no cookie of another server', () => {
    const access = createAccess(port)
    const other = createAccess(port)
    access.newAddress()
    const foreign = cookieOf(other.enter(ticketIn(other.newAddress())))
    for (const guess of ['', 'x', 'x'.repeat(43)]) expect(access.enter(guess)).toBeNull()
    for (const cookie of [undefined, '', 'lectern-4711=', foreign, `xlectern-4711=1; ${foreign}`]) {
      expect(access.knows({ cookie })).toBe(false)
    }
  })
})

describe('tickets with an end', () => {
  afterEach(() => void vi.useRealTimers())

  it('lets in only so long, and others go on', () => {
    vi.useFakeTimers()
    const access = createAccess(port)
    const short = ticketIn(access.newAddress({ livesMs: 10_000 }))
    const other = ticketIn(access.newAddress({ livesMs: 10_000 }))
    const long = ticketIn(access.newAddress())
    vi.advanceTimersByTime(9_999)
    expect(access.enter(short)).not.toBeNull()
    vi.advanceTimersByTime(1)
    expect(access.isOpen(other)).toBe(false)
    expect(access.enter(other)).toBeNull()
    vi.advanceTimersByTime(1e9)
    expect(access.enter(long)).not.toBeNull()
  })

  it('tells when it was used, and not when it was looked at', () => {
    const access = createAccess(port)
    const onUsed = vi.fn()
    const ticket = ticketIn(access.newAddress({ onUsed }))
    expect(access.isOpen(ticket)).toBe(true)
    expect(onUsed).not.toHaveBeenCalled()
    access.enter(ticket)
    access.enter(ticket)
    expect(onUsed).toHaveBeenCalledOnce()
  })
})

describe('what is no cookie', () => {
  const access = createAccess(port)
  const entrance = access.enter(ticketIn(access.newAddress()))
  const key = entrance?.key ?? ''
  const cookie = cookieOf(entrance).split('=')[1] ?? ''
  const ownBase = access.admit(introduced(key))?.ownBase ?? ''

  it('is told by nothing that other servers see', () => {
    const secrets = [cookie, key, ownBase.split('/')[2]]
    expect(new Set(secrets).size).toBe(3)
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/)
  })

  it('lets windows in by the key of this run alone', () => {
    for (const guess of ['', key.slice(1), `${key}x`, cookie, ownBase])
      expect(access.admit(introduced(guess))).toBeNull()
  })

  it('opens what is the person’s by the path of a window alone', () => {
    expect(access.ownPath(`${ownBase}course/a/b.png`)).toBe('/course/a/b.png')
    for (const guess of ['/course/a/b.png', `/own/${key}/course/a/b.png`, `/own/${cookie}/course/a/b.png`])
      expect(access.ownPath(guess)).toBeNull()
  })
})

describe('refusals', () => {
  const access = createAccess(port)

  it.each([
    ['another host', 421, { method: 'GET', headers: { host: 'evil.example:4711' } }],
    ['another name of this machine', 421, { method: 'GET', headers: { host: 'localhost:4711' } }],
    ['no host', 421, { method: 'GET', headers: {} }],
    ['a foreign page', 403, { method: 'GET', headers: { host, origin: 'https://evil.example' } }],
    ['a page that hides where it is from', 403, { method: 'GET', headers: { host, origin: 'null' } }],
    ['a page of another local server', 403, { method: 'GET', headers: { host, 'sec-fetch-site': 'same-site' } }],
    [
      'a picture on a foreign page',
      403,
      { method: 'GET', headers: { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' } },
    ],
    [
      'a frame on a foreign page',
      403,
      {
        method: 'GET',
        headers: { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
      },
    ],
    ['a write without an origin', 403, { method: 'PUT', headers: { host } }],
    ['a form of another local server', 403, { method: 'POST', headers: { host, origin: 'http://127.0.0.1:80' } }],
    ['a socket without an origin', 403, { method: 'GET', headers: { host, upgrade: 'websocket' } }],
    [
      'a foreign socket',
      403,
      { method: 'GET', headers: { host, upgrade: 'websocket', origin: 'http://evil.example' } },
    ],
  ] as const)('refuses %s', (_what, status, request) => {
    expect(access.refuses(request)).toBe(status)
  })

  it.each([
    [
      'an address that was typed or clicked',
      {
        method: 'GET',
        headers: { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      },
    ],
    ['our own pages', { method: 'GET', headers: { host, 'sec-fetch-site': 'same-origin' } }],
    ['our own writes', { method: 'PUT', headers: { host, origin, 'sec-fetch-site': 'same-origin' } }],
    ['our own sockets', { method: 'GET', headers: { host, origin, upgrade: 'websocket' } }],
  ] as const)('lets through %s', (_what, request) => {
    expect(access.refuses(request)).toBeNull()
  })
})
