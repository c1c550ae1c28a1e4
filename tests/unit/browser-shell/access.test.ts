import { describe, expect, it } from 'vitest'
import { createAccess } from '../../../src/browser-shell/access.ts'

const port = 4711
const host = `127.0.0.1:${port}`
const origin = `http://${host}`
const ticketIn = (address: string): string => new URL(address).searchParams.get('ticket') ?? ''
const cookieOf = (setCookie: string | null): string => setCookie?.split(';')[0] ?? ''

describe('tickets', () => {
  it('lets in once, by a cookie that no script and no other site gets', () => {
    const access = createAccess(port)
    const ticket = ticketIn(access.newAddress())
    const cookie = access.enter(ticket)
    expect(cookie).toMatch(/^lectern-4711=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(access.enter(ticket)).toBeNull()
    expect(access.knows({ cookie: `other=1; ${cookieOf(cookie)}` })).toBe(true)
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
