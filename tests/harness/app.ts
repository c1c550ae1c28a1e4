import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { preventable, type Main, type Surface } from './surface.ts'

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

interface Knock {
  readonly argv: string[]
  readonly cwd: string
  readonly data: unknown
}

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
  /** By profile folder, as in Electron; a second process leaves its message in the folder and the first one finds it. */
  requestSingleInstanceLock(data?: Record<string, unknown>): boolean {
    const profile = this.getPath('userData')
    mkdirSync(profile, { recursive: true })
    const lock = join(profile, 'stand-in.lock')
    if (existsSync(lock) && isAlive(Number(readFileSync(lock, 'utf8')))) {
      const knock: Knock = { argv: process.argv, cwd: process.cwd(), data }
      writeFileSync(join(profile, `stand-in-${process.pid}.knock`), JSON.stringify(knock))
      return false
    }
    writeFileSync(lock, String(process.pid))
    process.on('exit', () => rmSync(lock, { force: true }))
    setInterval(() => this.#hearKnocks(profile), 50).unref()
    return true
  }
  #hearKnocks(profile: string): void {
    for (const name of readdirSync(profile).filter((file) => file.endsWith('.knock'))) {
      const { argv, cwd, data } = JSON.parse(readFileSync(join(profile, name), 'utf8')) as Knock
      rmSync(join(profile, name))
      this.emit('second-instance', {}, argv, cwd, data)
    }
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
  | 'requestSingleInstanceLock'
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
