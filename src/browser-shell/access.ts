/**
 * Who may talk to the loopback server. Any program and any web page on this machine can reach the port, so each request
 * has to prove itself: by the cookie that a ticket was traded for, and for everything of the person's by a secret of
 * its window that is no cookie. A browser shows a cookie to every server on 127.0.0.1, whatever its port, so whoever runs another one
 * there may have ours.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { createPasses, type Passes } from './passes.ts'
import { isSameSecret, newSecret } from './secrets.ts'

export interface Access extends Passes {
  /** The server's own origin, `http://127.0.0.1:PORT`. */
  readonly origin: string
  /** An address that lets one browser in, once. */
  readonly newAddress: (options?: AddressOptions) => string
  /** Whether `enter` would let this ticket in. */
  isOpen(ticket: string): boolean
  /** Uses up a ticket. Gives what its browser gets, or null where the ticket is not ours, used or too old. */
  enter(ticket: string): Entrance | null
  /** 421 where the request was meant for another host, 403 where it comes from another page, else null. */
  refuses(request: Asking): 403 | 421 | null
  /** Whether the request carries the cookie that a ticket was traded for: enough for our code, not for what is the person's. */
  knows(headers: IncomingHttpHeaders): boolean
}

export interface AddressOptions {
  /** The gallery instead of the library. */
  readonly gallery?: boolean
  /** How long it lets somebody in; without it as long as the server runs. */
  readonly livesMs?: number
  /** Called when somebody came in by it. */
  readonly onUsed?: () => void
}

export interface Entrance {
  /** The `Set-Cookie` value. */
  readonly cookie: string
  /** What its windows prove that they have. */
  readonly key: string
}

interface Asking {
  readonly method?: string | undefined
  readonly headers: IncomingHttpHeaders
}

interface Ticket {
  readonly untilMs: number
  readonly onUsed: (() => void) | undefined
}

const isSafe = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD'

/** The access to a server on 127.0.0.1 at this port. */
export function createAccess(port: number): Access {
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  // Two servers of ours on one machine share a browser's cookies, so they need two names.
  const cookieName = `lectern-${port}`
  const secret = newSecret()
  const key = newSecret()
  const tickets = new Map<string, Ticket>()

  function openTicket(given: string): [string, Ticket] | undefined {
    const now = Date.now()
    for (const [ticket, { untilMs }] of tickets) if (untilMs <= now) tickets.delete(ticket)
    return [...tickets].find(([known]) => isSameSecret(known, given))
  }

  return {
    origin,
    newAddress({ gallery = false, livesMs = Infinity, onUsed } = {}) {
      const ticket = newSecret()
      tickets.set(ticket, { untilMs: Date.now() + livesMs, onUsed })
      return `${origin}/enter?ticket=${ticket}${gallery ? '&window=gallery' : ''}`
    },
    isOpen: (ticket) => openTicket(ticket) !== undefined,
    enter(given) {
      const [ticket, { onUsed } = {}] = openTicket(given) ?? []
      if (ticket === undefined) return null
      tickets.delete(ticket)
      onUsed?.()
      return { cookie: `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`, key }
    },
    refuses({ method, headers }) {
      // A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding); the Host header still tells that name.
      if (headers.host !== host) return 421
      if (headers.origin !== undefined && headers.origin !== origin) return 403
      const isUpgrade = headers.upgrade !== undefined
      if ((!isSafe(method) || isUpgrade) && headers.origin !== origin) return 403
      // Pages of other local servers count as the same site and would send our cookie along; opening a window is fine.
      const site = headers['sec-fetch-site'] ?? 'none'
      const isNavigation = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
      return site === 'same-origin' || site === 'none' || (isSafe(method) && isNavigation) ? null : 403
    },
    knows(headers) {
      const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim())
      return cookies.some(
        (cookie) => cookie.startsWith(`${cookieName}=`) && isSameSecret(cookie.slice(cookieName.length + 1), secret),
      )
    },
    ...createPasses(key),
  }
}
