/** The one bridge between a window and the main process. It runs sandboxed and shows the page nothing but `window.shell`. */
import { contextBridge, ipcRenderer, webUtils } from 'electron/renderer'
import type { BroadcastName, Broadcasts, Shell } from '../contract/channels.ts'

type Listener = (payload: unknown) => void
const listeners = new Map<string, Set<Listener>>()

ipcRenderer.on('broadcast', (_event, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload)
})

const shell: Shell = {
  // Names and payloads are checked where it counts, at the main process's door.
  request: (name, ...payload) => ipcRenderer.invoke('request', name, payload[0]),
  listen<N extends BroadcastName>(name: N, listener: (payload: Broadcasts[N]) => void) {
    const named = listeners.get(name) ?? new Set<Listener>()
    // A function of its own for each call: the same listener given twice is heard twice and leaves one by one.
    const hear: Listener = (payload) => listener(payload as Broadcasts[N])
    listeners.set(name, named.add(hear))
    return () => void named.delete(hear)
  },
  pathOf: (file) => webUtils.getPathForFile(file) || null,
  // Nothing but our windows knows our scheme, so nothing has to be kept from others.
  ownBase: '/',
}

contextBridge.exposeInMainWorld('shell', shell)
