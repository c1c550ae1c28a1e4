/** A stand-in for the part of Electron that a preload script uses: what it exposes, asks and hears is there to be seen. */
export const bridge = {
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  heard: new Map<string, (event: unknown, ...args: unknown[]) => void>(),
}

export const contextBridge = {
  exposeInMainWorld: (key: string, api: unknown): void => void bridge.exposed.set(key, api),
}
export const ipcRenderer = {
  invoke: (...args: unknown[]): Promise<unknown> => {
    bridge.invoked.push(args)
    return Promise.resolve({ value: null })
  },
  on: (channel: string, listener: (event: unknown, ...args: unknown[]) => void): void =>
    void bridge.heard.set(channel, listener),
}
export const webUtils = { getPathForFile: (file: { path?: string }): string => file.path ?? '' }
