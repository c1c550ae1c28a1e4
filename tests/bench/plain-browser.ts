/**
 * A browser that nobody looks into. Playwright has every byte of the network told to it, which costs a window time in
 * proportion to what it receives; here only `Page.navigate` and `Runtime.evaluate` are spoken.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'
import { browserPath } from './browser.ts'
import { inTempFolder } from './places.ts'

export interface PlainPage {
  /** Goes to an address; resolves as soon as its document has come, long before it is drawn. */
  goto(url: string): Promise<void>
  /** Runs a function in the page; it may refer to nothing but its argument. */
  evaluate<A, T>(work: (argument: A) => T | Promise<T>, argument: A): Promise<T>
  /** Forgets cookies and cache with the page. */
  close(): Promise<void>
}

export interface PlainBrowser {
  newPage(): Promise<PlainPage>
}

interface Reply {
  readonly id?: number
  readonly result?: Record<string, unknown>
  readonly error?: { readonly message: string }
}

const flags = [
  '--headless',
  '--remote-debugging-port=0',
  '--window-size=1280,720',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
]

type Send = (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>>

/** Speaks the DevTools protocol over one socket. */
async function connect(address: string): Promise<{ send: Send; close: () => void }> {
  const socket = new WebSocket(address, { maxPayload: 2 ** 28, perMessageDeflate: false })
  await once(socket, 'open')
  const waiting = new Map<number, (reply: Reply) => void>()
  let sent = 0
  socket.on('message', (data: Buffer) => {
    const reply = JSON.parse(data.toString()) as Reply
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply)
  })
  const send: Send = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++sent
      waiting.set(id, ({ result = {}, error }) => {
        waiting.delete(id)
        if (error === undefined) resolve(result)
        else reject(new Error(`${method}: ${error.message}`))
      })
      socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }))
    })
  return { send, close: () => socket.close() }
}

async function openPage(send: Send): Promise<PlainPage> {
  const { browserContextId } = await send('Target.createBrowserContext')
  const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  const inPage = (method: string, params: object): Promise<Record<string, unknown>> =>
    send(method, params, String(sessionId))
  return {
    goto: async (url) => {
      const { errorText } = await inPage('Page.navigate', { url })
      if (typeof errorText === 'string') throw new Error(`${url}: ${errorText}`)
    },
    evaluate: async (work, argument) => {
      const expression = `(${work.toString()})(${argument === undefined ? '' : JSON.stringify(argument)})`
      const answer = await inPage('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
      const { result, exceptionDetails } = answer as {
        result: { value?: unknown }
        exceptionDetails?: { exception?: { description?: string }; text: string }
      }
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result.value as never
    },
    close: async () => {
      await send('Target.disposeBrowserContext', { browserContextId })
    },
  }
}

/**
 * Starts a browser without a window, gives it to `work`, and ends it.
 * @param more flags besides the usual ones
 */
export function withPlainBrowser<T>(more: readonly string[], work: (browser: PlainBrowser) => Promise<T>): Promise<T> {
  return inTempFolder(async (profile) => {
    // Chromium refuses to sandbox itself for root, as in most containers.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const child = spawn(browserPath(), [...flags, ...more, ...asRoot, `--user-data-dir=${profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const ended = once(child, 'exit')
    try {
      for await (const line of createInterface(child.stderr)) {
        const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
        if (address === undefined) continue
        child.stderr.resume()
        const { send, close } = await connect(address)
        const result = await work({ newPage: () => openPage(send) })
        await send('Browser.close')
        close()
        return result
      }
      throw new Error('the browser ended before it listened')
    } finally {
      child.kill()
      await ended
    }
  })
}
