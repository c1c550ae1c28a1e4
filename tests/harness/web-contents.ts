import { EventEmitter } from 'node:events'
import type { PrintToPDFOptions, WebContents, WebFrameMain } from 'electron/main'
import type { ChromiumPage, PageEvents } from './chromium.ts'
import { openPage, sendTo } from './page.ts'
import { preventable, type Surface } from './surface.ts'
import { fromWire } from './wire.ts'

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]
let lastId = 0

/** The page of a window, as the main process sees it. */
export class FakeWebContents extends EventEmitter {
  readonly id = ++lastId
  readonly mainFrame: Pick<WebFrameMain, 'url' | 'parent'>
  #page: ChromiumPage | null = null
  #url = ''
  #isLoading = false
  #isCrashed = false
  #openHandler: OpenHandler | null = null
  readonly #preload: string | undefined
  readonly #onClosed: () => void

  constructor(preload: string | undefined, onClosed: () => void) {
    super()
    this.#preload = preload
    this.#onClosed = onClosed
    const urlNow = (): string => this.getURL()
    this.mainFrame = {
      get url() {
        return urlNow()
      },
      parent: null,
    }
  }

  /** The Chromium page behind it. */
  get page(): ChromiumPage | null {
    return this.#page
  }
  getURL(): string {
    return this.#page === null ? this.#url : fromWire(this.#page.url())
  }
  isLoading(): boolean {
    return this.#isLoading
  }
  isCrashed(): boolean {
    return this.#isCrashed
  }
  send(channel: string, ...args: unknown[]): void {
    const copy = structuredClone(args)
    if (this.#page !== null) sendTo(this.#page, channel, copy)
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }
  async load(url: string): Promise<void> {
    this.#url = url
    this.#isLoading = true
    const page = await openPage(this, url, this.#preload)
    // Without a browser a page is loaded as soon as it is asked for, but never within the call.
    if (page === null) await new Promise((resolve) => setImmediate(resolve))
    this.#isLoading = false
    this.emit('did-finish-load')
    this.emit('did-stop-loading')
  }
  reload(): void {
    if (!this.#isCrashed) return this.#page?.reload()
    // A crashed Chromium page cannot be driven any more; another one takes its place, as another process does in Electron.
    this.#isCrashed = false
    const old = this.#page
    this.#page = null
    old?.letGo()
    void this.load(this.#url).then(() => old?.close())
  }
  async executeJavaScript(code: string): Promise<unknown> {
    if (this.#isLoading) await new Promise((resolve) => this.once('did-stop-loading', resolve))
    return this.#page?.evaluate(code)
  }
  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const page = this.#page
    if (page === null) throw new Error('there is no browser to print with')
    return page.printToPDF({
      preferCSSPageSize: options.preferCSSPageSize ?? false,
      printBackground: options.printBackground ?? false,
      generateTaggedPDF: options.generateTaggedPDF ?? false,
      generateDocumentOutline: options.generateDocumentOutline ?? false,
    })
  }

  /** Whether this navigation is the window's own load or a reload of the page that it is on. */
  expects(url: string): boolean {
    // A request carries no fragment.
    return url === (this.#isLoading ? this.#url : this.getURL()).split('#')[0]
  }
  /** Asks the listeners about a navigation that the page began. */
  letsNavigate(url: string, isMainFrame: boolean): boolean {
    const asked = preventable({ url, isMainFrame, isSameDocument: false, frame: null })
    this.emit('will-frame-navigate', asked)
    if (isMainFrame) this.emit('will-navigate', asked)
    return !asked.defaultPrevented
  }
  /** Asks the handler about a window that the page wants to open; Lectern opens none that way. */
  askToOpen(url: string): void {
    const details = { url, frameName: '', features: '', disposition: 'foreground-tab' as const }
    const answer = this.#openHandler?.(details as Parameters<OpenHandler>[0])
    if (answer?.action !== 'deny') throw new Error(`a window was allowed to open ${url}`)
  }
  /** Is shown by this page; gives what the window wants to hear of it. */
  attach(page: ChromiumPage): Pick<PageEvents, 'closed' | 'crashed'> {
    this.#page = page
    return {
      closed: this.#onClosed,
      crashed: () => {
        this.#isCrashed = true
        this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
      },
    }
  }
}

type Members =
  | 'id'
  | 'getURL'
  | 'isLoading'
  | 'isCrashed'
  | 'send'
  | 'setWindowOpenHandler'
  | 'reload'
  | 'executeJavaScript'
  | 'printToPDF'
  | 'on'
  | 'once'
FakeWebContents satisfies new (...args: never[]) => Surface<WebContents, Members>
