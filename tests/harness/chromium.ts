/** The Chromium whose pages are the windows (HARNESS_CDP), and the pages of it. */
import { connectDevTools, type DevTools, type DevToolsSession } from './devtools.ts'

/** What a page tells who holds it. */
export interface PageEvents {
  /** It was closed, by whom ever. */
  closed(): void
  crashed(): void
  /** It asks for something: the answer decides what becomes of the request. */
  asksFor(request: PageRequest): 'let' | 'stay' | 'block' | 'fail'
  /** It opened another page, which asks for this address; that page does not live on. */
  asksToOpen(url: string): void
  /** Its script called the binding, in a frame at this address. */
  calls(payload: string, frame: { readonly url: string; readonly isTop: boolean }): Promise<string>
}

export interface PageRequest {
  readonly url: string
  readonly isNavigation: boolean
  readonly isMainFrame: boolean
}

interface Attached {
  readonly targetId: string
  readonly session: DevToolsSession
  /** Where it was when it was found. */
  readonly url: string
}

interface Frame {
  readonly id: string
  readonly url: string
}

/** What a page's scripts call to reach the main process. */
export const bindingName = '__toMain'

/** One page, driven as a window is. */
export class ChromiumPage {
  readonly #browser: DevToolsSession
  readonly #session: DevToolsSession
  readonly #targetId: string
  readonly #frames = new Map<string, string>()
  readonly #frameOfContext = new Map<number, string>()
  readonly #gone = Promise.withResolvers<void>()
  #main: Frame
  #events: PageEvents | null = null

  constructor(browser: DevToolsSession, { targetId, session, url }: Attached) {
    this.#browser = browser
    this.#session = session
    this.#targetId = targetId
    this.#main = { id: targetId, url }
  }

  url(): string {
    return this.#main.url
  }

  /** Tells `events` from here on; `script` runs in every document before the page's own. */
  async hold(events: PageEvents, script: string | null): Promise<void> {
    const { on, send } = this.#session
    this.#events = events
    on('Page.frameNavigated', ({ frame }) => {
      const url = frame.url + (frame.urlFragment ?? '')
      this.#frames.set(frame.id, url)
      if (frame.parentId === undefined) this.#main = { id: frame.id, url }
    })
    on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      this.#frames.set(frameId, url)
      if (frameId === this.#main.id) this.#main = { id: frameId, url }
    })
    on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData as { frameId?: string }
      if (frameId !== undefined) this.#frameOfContext.set(context.id, frameId)
    })
    on('Runtime.executionContextDestroyed', ({ executionContextId }) => this.#frameOfContext.delete(executionContextId))
    on('Runtime.executionContextsCleared', () => this.#frameOfContext.clear())
    on('Runtime.bindingCalled', ({ payload, executionContextId }) => void this.#call(payload, executionContextId))
    on('Inspector.targetCrashed', () => this.#events?.crashed())
    on('Page.windowOpen', ({ url }) => this.#events?.asksToOpen(url))
    on('Fetch.requestPaused', ({ requestId, request, resourceType, frameId }) => {
      const asked = {
        url: request.url,
        isNavigation: resourceType === 'Document',
        isMainFrame: frameId === this.#main.id,
      }
      const fate = this.#events?.asksFor(asked) ?? 'let'
      this.#tell(
        fate === 'let'
          ? send('Fetch.continueRequest', { requestId })
          : fate === 'stay'
            ? // No content: the navigation ends and the page stays, as in Electron.
              send('Fetch.fulfillRequest', { requestId, responseCode: 204 })
            : send('Fetch.failRequest', { requestId, errorReason: fate === 'block' ? 'BlockedByClient' : 'Failed' }),
      )
    })
    await Promise.all([
      send('Page.enable'),
      send('Runtime.enable'),
      send('Runtime.addBinding', { name: bindingName }),
      send('Fetch.enable'),
      script === null ? null : send('Page.addScriptToEvaluateOnNewDocument', { source: script }),
    ])
  }

  /** What it does from here on concerns nobody. */
  letGo(): void {
    this.#events = null
  }

  /** Goes to an address; resolves once the page has loaded. */
  async goto(url: string): Promise<void> {
    const loaded = new Promise((resolve) => this.#session.on('Page.loadEventFired', resolve))
    const { errorText } = await this.#session.send('Page.navigate', { url })
    if (errorText !== undefined) throw new Error(`${errorText} at ${url}`)
    await Promise.race([loaded, this.#gone.promise])
  }
  reload(): void {
    this.#tell(this.#session.send('Page.reload'))
  }
  /** The value of an expression, as JSON hands it over. */
  async evaluate(expression: string): Promise<unknown> {
    const options = { expression, awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', options)
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  setSize(width: number, height: number): void {
    const screen = { screenWidth: width, screenHeight: height }
    const metrics = { width, height, ...screen, deviceScaleFactor: 0, mobile: false }
    this.#tell(this.#session.send('Emulation.setDeviceMetricsOverride', metrics))
  }
  setColorScheme(scheme: 'light' | 'dark'): void {
    const features = [{ name: 'prefers-color-scheme', value: scheme }]
    this.#tell(this.#session.send('Emulation.setEmulatedMedia', { features }))
  }
  async printToPDF(options: {
    preferCSSPageSize: boolean
    printBackground: boolean
    generateTaggedPDF: boolean
    generateDocumentOutline: boolean
  }): Promise<Buffer> {
    const { data } = await this.#session.send('Page.printToPDF', options)
    return Buffer.from(data, 'base64')
  }
  async close(): Promise<void> {
    this.#tell(this.#browser.send('Target.closeTarget', { targetId: this.#targetId }))
    await this.#gone.promise
  }

  /** Told by the browser. */
  closed(): void {
    this.#gone.resolve()
    this.#events?.closed()
  }

  async #call(payload: string, contextId: number): Promise<void> {
    const frameId = this.#frameOfContext.get(contextId) ?? this.#main.id
    const isTop = frameId === this.#main.id
    const frame = { url: (isTop ? this.#main.url : this.#frames.get(frameId)) ?? '', isTop }
    const expression = await this.#events?.calls(payload, frame)
    if (expression !== undefined) this.#tell(this.#session.send('Runtime.evaluate', { expression, contextId }))
  }
  /** Says something to a page that may be gone or elsewhere by then, which nobody misses. */
  #tell(sent: Promise<unknown>): void {
    sent.catch(() => undefined)
  }
}

export interface Chromium {
  /** A page with nothing on it: the first time the one that the browser began with. */
  newPage(): Promise<ChromiumPage>
}

async function connect(address: string): Promise<Chromium> {
  const devTools: DevTools = await connectDevTools(address, () => process.exit(0))
  const attached = new Map<string, Attached>()
  const pages = new Map<string, ChromiumPage>()
  const awaited = new Map<string, () => void>()

  /** What a page opened may load nothing. */
  const block = (session: DevToolsSession): void => {
    session.on('Fetch.requestPaused', ({ requestId }) => {
      session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => undefined)
    })
    session.send('Fetch.enable').catch(() => undefined)
  }
  devTools.on('Target.attachedToTarget', ({ sessionId, targetInfo: { type, targetId, openerId, url } }) => {
    const session = devTools.session(sessionId)
    const isOpened = openerId !== undefined && pages.has(openerId)
    if (type === 'page') {
      attached.set(targetId, { session, targetId, url })
      if (isOpened) block(session)
      awaited.get(targetId)?.()
    }
    const running = session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined)
    // Not before it runs: its opener waits for that. Nor once it asks for something: an address may fail before that.
    if (isOpened) running.then(() => devTools.send('Target.closeTarget', { targetId })).catch(() => undefined)
  })
  devTools.on('Target.detachedFromTarget', ({ targetId = '' }) => {
    attached.delete(targetId)
    pages.get(targetId)?.closed()
    pages.delete(targetId)
  })
  await devTools.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })

  const take = (target: Attached): ChromiumPage => {
    const page = new ChromiumPage(devTools, target)
    pages.set(target.targetId, page)
    return page
  }
  return {
    async newPage() {
      for (const target of attached.values())
        if (target.url === 'about:blank' && !pages.has(target.targetId)) return take(target)
      const { targetId } = await devTools.send('Target.createTarget', { url: 'about:blank' })
      if (!attached.has(targetId)) await new Promise<void>((resolve) => awaited.set(targetId, resolve))
      awaited.delete(targetId)
      const target = attached.get(targetId)
      if (target === undefined) throw new Error('the page was closed')
      return take(target)
    },
  }
}

let connecting: Promise<Chromium> | null = null

/** The browser, or null where tests need no pages (HARNESS_CDP is not set). */
export function theChromium(): Promise<Chromium> | null {
  const address = process.env['HARNESS_CDP']
  if (address === undefined || address === '') return null
  connecting ??= connect(address)
  return connecting
}
