import { EventEmitter } from 'node:events'
import type { BrowserWindow as ElectronWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron/main'
import { app } from './app.ts'
import { screen } from './screen.ts'
import { preventable, type Surface } from './surface.ts'
import { nativeTheme } from './system.ts'
import { FakeWebContents } from './web-contents.ts'

/** How long the window system takes to fill a screen. */
const changeMs = 20

/** Pages that are being closed: the process must not end before them, or they would outlive their app. */
const closing: unknown[] = []

/** Electron's `BrowserWindow`. It refuses what no window of ours may have. */
class FakeBrowserWindow extends EventEmitter {
  static readonly #all = new Set<FakeBrowserWindow>()
  static #focused: FakeBrowserWindow | null = null
  static getAllWindows(): FakeBrowserWindow[] {
    return [...FakeBrowserWindow.#all]
  }
  static getFocusedWindow(): FakeBrowserWindow | null {
    return FakeBrowserWindow.#focused
  }

  readonly webContents: FakeWebContents
  readonly options: BrowserWindowConstructorOptions
  #bounds: Rectangle
  #normal: Rectangle
  #isVisible: boolean
  #isFullScreen = false
  #isMaximized = false
  #isMinimized = false
  #isDestroyed = false

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    app.refuseBeforeReady('BrowserWindow')
    const { webPreferences: web = {} } = options
    const isWeak =
      web.sandbox !== true ||
      web.contextIsolation !== true ||
      web.nodeIntegration !== false ||
      web.webSecurity === false ||
      web.webviewTag === true ||
      web.nodeIntegrationInWorker === true ||
      web.nodeIntegrationInSubFrames === true ||
      web.allowRunningInsecureContent === true ||
      web.experimentalFeatures === true
    if (isWeak) throw new Error('these webPreferences are weak')
    this.options = options
    this.#isVisible = options.show !== false
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.#bounds = { x, y, width, height }
    this.#normal = this.#bounds
    this.webContents = new FakeWebContents(web.preload, () => this.#close())
    FakeBrowserWindow.#all.add(this)
    app.emit('web-contents-created', {}, this.webContents)
    nativeTheme.on('updated', this.#followTheme)
  }

  async loadURL(url: string): Promise<void> {
    const loading = this.webContents.load(url)
    await loading
    if (this.#isDestroyed) throw new Error('ERR_ABORTED')
    this.#layOut()
    this.#followTheme()
    this.emit('ready-to-show')
  }
  readonly #followTheme = (): void => {
    const { themeSource } = nativeTheme
    if (themeSource === 'system') return
    this.webContents.page?.setColorScheme(themeSource)
  }
  #layOut(): void {
    const { width, height } = this.#bounds
    this.webContents.page?.setSize(width, height)
  }

  show(): void {
    this.showInactive()
    this.focus()
  }
  showInactive(): void {
    this.#isVisible = true
  }
  focus(): void {
    this.#isVisible = true
    FakeBrowserWindow.#focused = this
  }
  moveTop(): void {
    /* headless pages do not lie above each other */
  }
  isVisible(): boolean {
    return this.#isVisible
  }
  isFocused(): boolean {
    return FakeBrowserWindow.#focused === this
  }
  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  getBounds(): Rectangle {
    this.#refuseDestroyed()
    return this.#bounds
  }
  getNormalBounds(): Rectangle {
    this.#refuseDestroyed()
    return this.#isFullScreen || this.#isMaximized ? this.#normal : this.#bounds
  }
  setBounds(bounds: Partial<Rectangle>): void {
    this.#refuseDestroyed()
    // A full-screen window stays where it is.
    if (this.#isFullScreen) return
    this.#isMaximized = false
    this.#moveTo({ ...this.#bounds, ...bounds })
    this.#normal = this.#bounds
  }
  #moveTo({ x, y, width, height }: Rectangle): void {
    const before = this.#bounds
    this.#bounds = { x, y, width, height }
    if (x !== before.x || y !== before.y) this.emit('move')
    if (width !== before.width || height !== before.height) this.emit('resize')
    this.#layOut()
  }

  isFullScreen(): boolean {
    return this.#isFullScreen
  }
  setFullScreen(on: boolean): void {
    this.#refuseDestroyed()
    if (on === this.#isFullScreen) return
    // Window systems answer later, not within the call.
    setTimeout(() => {
      if (this.#isDestroyed || on === this.#isFullScreen) return
      if (on) {
        this.#normal = this.#bounds
        this.#moveTo(screen.getDisplayMatching(this.#bounds).bounds)
        this.#isFullScreen = true
      } else {
        this.#isFullScreen = false
        this.#moveTo(this.#normal)
      }
      this.emit(on ? 'enter-full-screen' : 'leave-full-screen')
    }, changeMs)
  }
  isMaximized(): boolean {
    return this.#isMaximized
  }
  maximize(): void {
    this.#normal = this.#bounds
    this.#isMaximized = true
    this.#moveTo(screen.getDisplayMatching(this.#bounds).workArea)
    this.emit('maximize')
  }
  isMinimized(): boolean {
    return this.#isMinimized
  }
  minimize(): void {
    this.#isMinimized = true
  }
  restore(): void {
    this.#isMinimized = false
  }

  close(): void {
    if (this.#isDestroyed) return
    const event = preventable({})
    this.emit('close', event)
    if (!event.defaultPrevented) setImmediate(() => this.destroy())
  }
  destroy(): void {
    if (this.#isDestroyed) return
    closing.push(this.webContents.page?.close())
    this.#closed()
  }
  /** The page was closed by its own hand or by a test's. */
  #close(): void {
    if (this.#isDestroyed) return
    this.emit('close', preventable({}))
    this.#closed()
  }
  #closed(): void {
    this.#isDestroyed = true
    nativeTheme.off('updated', this.#followTheme)
    FakeBrowserWindow.#all.delete(this)
    if (this.isFocused()) FakeBrowserWindow.#focused = null
    this.emit('closed')
    if (FakeBrowserWindow.#all.size === 0) app.allWindowsClosed()
  }
  #refuseDestroyed(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed')
  }
}

app.closeWindows = async () => {
  const asked = new Set<FakeBrowserWindow>()
  const fresh = (): FakeBrowserWindow[] => [...FakeBrowserWindow.getAllWindows()].filter((one) => !asked.has(one))
  // Once more as long as there are new ones: an app that is asked to end while it starts still opens its first window.
  do {
    for (const window of fresh()) {
      asked.add(window)
      window.close()
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
    await Promise.all(closing)
  } while (fresh().length > 0)
  return FakeBrowserWindow.getAllWindows().length === 0
}

type Members =
  | 'loadURL'
  | 'show'
  | 'showInactive'
  | 'focus'
  | 'moveTop'
  | 'isVisible'
  | 'isFocused'
  | 'isDestroyed'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBounds'
  | 'isFullScreen'
  | 'setFullScreen'
  | 'isMaximized'
  | 'maximize'
  | 'isMinimized'
  | 'minimize'
  | 'restore'
  | 'close'
  | 'destroy'
  | 'on'
  | 'once'

FakeBrowserWindow satisfies new (options?: BrowserWindowConstructorOptions) => Surface<ElectronWindow, Members>
export const BrowserWindow = FakeBrowserWindow
