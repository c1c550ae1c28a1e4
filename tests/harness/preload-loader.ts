/** Where the stand-in finds the page's end of the bridge: a symbol, so that the page's globals show `shell` alone. */
export const bridgeKey = 'lectern.stand-in'

/**
 * The script that runs a preload in a page as Electron's sandboxed loader does: one function with a `require` that knows
 * few modules, and a `contextBridge` that hands copies across. Electron gives it a world of its own; here the closure is it.
 */
export function preloadScript(source: string): string {
  return `(() => {
    if (window !== window.top) return
    const toMain = globalThis.__toMain
    delete globalThis.__toMain
    const listeners = new Map()
    Object.defineProperty(globalThis, Symbol.for('${bridgeKey}'), {
      value: (channel, args) => { for (const hear of listeners.get(channel) ?? []) hear({}, ...args) },
    })
    const ipcRenderer = {
      invoke: async (channel, ...args) => toMain(channel, structuredClone(args)),
      on: (channel, hear) => { listeners.set(channel, [...(listeners.get(channel) ?? []), hear]); return ipcRenderer },
      off: (channel, hear) => { listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== hear)); return ipcRenderer },
    }
    const isPlain = (value) => value !== null && typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value))
    // Functions become proxies that copy their arguments and answers; plain data is copied and frozen.
    const cross = (value) => {
      if (typeof value === 'function')
        return (...args) => {
          const answer = value(...args.map(cross))
          return answer instanceof Promise ? answer.then(cross) : cross(answer)
        }
      if (value instanceof File) return value
      if (Array.isArray(value)) return value.map(cross)
      if (isPlain(value)) return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cross(inner)])))
      // Whatever cannot be cloned, such as a Svelte proxy, fails here as it fails in Electron.
      return structuredClone(value)
    }
    const contextBridge = {
      exposeInMainWorld: (key, api) => Object.defineProperty(globalThis, key, { value: cross(api), enumerable: true }),
    }
    // A file that a test drops has no path of its own; a test may lend it one.
    const webUtils = { getPathForFile: (file) => file[Symbol.for('${bridgeKey}.path')] ?? '' }
    const electron = { contextBridge, ipcRenderer, webUtils }
    const loadable = { electron, 'electron/common': electron, 'electron/renderer': electron }
    const require = (name) => {
      if (Object.hasOwn(loadable, name)) return loadable[name]
      throw new Error('module not found: ' + name)
    }
    const module = { exports: {} }
    ;(function (require, process, exports, module) { ${source}
    })(require, { type: 'renderer', sandboxed: true, contextIsolated: true, platform: 'linux', versions: {} }, module.exports, module)
  })()`
}
