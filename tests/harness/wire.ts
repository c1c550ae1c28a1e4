/** How addresses of our own scheme travel in a Chromium. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'

type Answer = (request: Request) => Response | Promise<Response>
/** `lectern://app` by the loopback address that it travels as, and the other way round. */
const byWire = new Map<string, string>()
const byOrigin = new Map<string, Promise<string>>()

/** Addresses that a page asked for and that nobody but the network could have answered. Tests want this empty. */
export const leaks: string[] = []

const originOf = (url: string): string => {
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}

async function relay(
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
  answer: Answer,
): Promise<void> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value)
  const method = request.method ?? 'GET'
  const answered = await answer(new Request(origin + (request.url ?? '/'), { method, headers }))
  response.writeHead(answered.status, Object.fromEntries(answered.headers))
  if (answered.body === null) response.end()
  else Readable.fromWeb(answered.body as never).pipe(response)
}

/**
 * The address under which Chromium, which cannot load foreign schemes, gets what the scheme's handler answers. Each
 * origin has a loopback server of its own: bodies handed over by DevTools would take seconds for a font.
 */
export async function toWire(url: string, answer: Answer): Promise<string> {
  const origin = originOf(url)
  const opening =
    byOrigin.get(origin) ??
    new Promise<string>((resolve) => {
      const server = createServer((request, response) => {
        relay(request, response, origin, answer).catch(() => response.destroy())
      })
      server.listen(0, '127.0.0.1', () => {
        const wire = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
        byWire.set(wire, origin)
        resolve(wire)
      })
      server.unref()
    })
  byOrigin.set(origin, opening)
  return (await opening) + url.slice(origin.length)
}

/** The address as the app knows it; one that does not travel by us stays as it is. */
export function fromWire(url: string): string {
  if (!URL.canParse(url)) return url
  const wire = originOf(url)
  const origin = byWire.get(wire)
  return origin === undefined ? url : origin + url.slice(wire.length)
}
