import { EventEmitter } from 'node:events'
import type { OnBeforeRequestListenerDetails, Session, WebRequest } from 'electron/main'
import { app } from './app.ts'
import type { Main, Surface } from './surface.ts'

type ProtocolHandler = (request: Request) => Response | Promise<Response>
type BeforeRequest = NonNullable<Parameters<WebRequest['onBeforeRequest']>[0]>

const schemes = new Set<string>()
const protocolHandlers = new Map<string, ProtocolHandler>()
export const protocolHandler = (url: string): ProtocolHandler | undefined =>
  protocolHandlers.get(new URL(url).protocol.slice(0, -1))

export const protocol = {
  registerSchemesAsPrivileged: (list: Electron.CustomScheme[]) => {
    app.refuseAfterReady('protocol.registerSchemesAsPrivileged')
    for (const { scheme } of list) schemes.add(scheme)
  },
  handle: (scheme: string, handler: ProtocolHandler) => {
    app.refuseBeforeReady('protocol.handle')
    if (!schemes.has(scheme)) throw new Error(`${scheme} was not registered before the app was ready`)
    protocolHandlers.set(scheme, handler)
  },
} satisfies Pick<Main['protocol'], 'registerSchemesAsPrivileged' | 'handle'>

/** The default session: it keeps the handlers that it is given, and tests ask them. */
class FakeSession extends EventEmitter {
  permissionRequest: Parameters<Session['setPermissionRequestHandler']>[0] = null
  permissionCheck: Parameters<Session['setPermissionCheckHandler']>[0] = null
  device: Parameters<Session['setDevicePermissionHandler']>[0] = null
  beforeRequest: BeforeRequest | null = null

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest) => {
      this.beforeRequest = listener
    },
  }
  setPermissionRequestHandler(handler: FakeSession['permissionRequest']): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: FakeSession['permissionCheck']): void {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: FakeSession['device']): void {
    this.device = handler
  }
  /** Whether the session lets a request through. */
  lets(url: string): boolean {
    let isCancelled = false
    this.beforeRequest?.({ url } as OnBeforeRequestListenerDetails, ({ cancel }) => (isCancelled = cancel === true))
    return !isCancelled
  }
}

const fake = new FakeSession()
fake satisfies Surface<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'on' | 'once'
>
fake.webRequest.onBeforeRequest satisfies (listener: BeforeRequest) => void

export const session = {
  get defaultSession() {
    app.refuseBeforeReady('session.defaultSession')
    return fake
  },
}
