/**
 * Who may talk to the loopback server: only windows that came in by a ticket, and only from our own pages.
 * Any program and any web page on this machine can reach the port, so each request has to prove itself.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export interface Access {
  /** The server's own origin, `http://127.0.0.1:PORT`. */
  readonly origin: string
  /** An address that lets one browser in, once: to the library, or to the gallery. */
  readonly newAddress: (gallery?: boolean) => string
  /** The `Set-Cookie` value for a ticket that is ours and unused, else null. */
  enter(ticket: string): string | null
  /** 421 where the request was meant for another host, 403 where it comes from another page, else null. */
  refuses(request: Asking): 403 | 421 | null
  /** Whether the request carries the cookie that a ticket was traded for. */
  knows(headers: IncomingHttpHeaders): boolean
}

interface Asking {
  readonly method?: string | undefined
  readonly headers: IncomingHttpHeaders
}

const newSecret = (): string => randomBytes(32).toString('base64url')
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
/** Compares in the same time wherever the two differ, and whatever their lengths are. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

const isSafe = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD'

/** The access to a server on 127.0.0.1 at this port. */
export function createAccess(port: number): Access {
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  // Cookies ignore ports, so two servers on one machine need two names.
  const cookieName = `lectern-${port}`
  const secret = newSecret()
  const tickets = new Set<string>()

  return {
    origin,
    newAddress(gallery = false) {
      const ticket = newSecret()
      tickets.add(ticket)
      return `${origin}/enter?ticket=${ticket}${gallery ? '&window=gallery' : ''}`
    },
    enter(ticket) {
      const match = [...tickets].find((known) => isSame(known, ticket))
      if (match === undefined) return null
      tickets.delete(match)
      return `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`
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
        (cookie) => cookie.startsWith(`${cookieName}=`) && isSame(cookie.slice(cookieName.length + 1), secret),
      )
    },
  }
}
