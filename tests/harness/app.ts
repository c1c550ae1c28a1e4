import { EventEmitter } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { preventable, type Main, type Surface } from './surface.ts'

/** Electron's `app`, with its rules about what comes before and after `ready`. */
class FakeApp extends EventEmitter {
  readonly isPackaged = false
  readonly name = 'Lectern'
  readonly #ready = Promise.withResolvers<void>()
  readonly #paths = new Map<string, string>()
  #isReady = false
  #isQuitting = false
  /** Closes every window; false if one of them prevented it. Set by the windows. */
  closeWindows: () => Promise<boolean> = () => Promise.resolve(true)

  enableSandbox(): void {
    this.refuseAfterReady('app.enableSandbox')
  }
  getVersion(): string {
    return packageJson.version
  }
  getPreferredSystemLanguages(): string[] {
    return [process.env['HARNESS_LANG'] ?? 'ko-KR']
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }
  getPath(name: Parameters<Main['app']['getPath']>[0]): string {
    return this.#paths.get(name) ?? join(tmpdir(), name)
  }
  /** There is no dock: what it would show is told to who started this. */
  setBadgeCount(count?: number): boolean {
    console.log(`badge ${count ?? ''}`)
    return true
  }
  setAppUserModelId(): void {
    /* a matter of the Windows task bar */
  }
  isReady(): boolean {
    return this.#isReady
  }
  whenReady(): Promise<void> {
    return this.#ready.promise
  }
  focus(): void {
    /* a matter of the macOS dock */
  }
  quit(): void {
    if (this.#isQuitting) return
    const event = preventable({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#isQuitting = true
    void this.closeWindows().then((allClosed) => {
      this.#isQuitting = false
      if (!allClosed) return
      const leaving = preventable({})
      this.emit('will-quit', leaving)
      if (!leaving.defaultPrevented) this.exit(0)
    })
  }
  exit(code = 0): void {
    this.emit('quit', {}, code)
    process.exit(code)
  }
  /** Said by the windows when the last one is gone; not during `quit`, as in Electron. */
  allWindowsClosed(): void {
    if (!this.#isQuitting) this.emit('window-all-closed')
  }
  /** Electron says `ready` only after the entry module, top-level awaits included, is through. */
  becomeReady(): void {
    this.#isReady = true
    this.#ready.resolve()
    this.emit('ready')
  }
  refuseAfterReady(what: string): void {
    if (this.#isReady) throw new Error(`${what} must be called before the app is ready`)
  }
  refuseBeforeReady(what: string): void {
    if (!this.#isReady) throw new Error(`${what} cannot be used before the app is ready`)
  }
}

type Members =
  | 'isPackaged'
  | 'name'
  | 'enableSandbox'
  | 'getVersion'
  | 'getPreferredSystemLanguages'
  | 'getPath'
  | 'setPath'
  | 'setAppUserModelId'
  | 'setBadgeCount'
  | 'isReady'
  | 'whenReady'
  | 'focus'
  | 'quit'
  | 'exit'
  | 'on'
  | 'once'
  | 'off'

const fake = new FakeApp()
fake satisfies Surface<Main['app'], Members>
export const app = fake

// Electron quits in order when it is asked to end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
