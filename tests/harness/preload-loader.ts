import { bindingName } from './chromium.ts'

/** Where the stand-in finds the page's end of the bridge: a symbol, so that the page's globals show `shell` alone. */
const bridgeKey = 'lectern.stand-in'

/** What a page says by the binding, as JSON. Each argument lies in a list, which is empty for `undefined`. */
export interface Called {
  readonly id: number
  readonly channel: string
  readonly args: readonly (readonly unknown[])[]
}

/** Plain data as a script says it, whatever its keys are called. */
const literal = (value: unknown): string =>
  value === undefined ? 'undefined' : `JSON.parse(${JSON.stringify(JSON.stringify(value))})`

/** The script that hands a message to the preload of a page. */
export const hearScript = (channel: string, args: readonly unknown[]): string =>
  `globalThis[Symbol.for('${bridgeKey}')]?.hear(${literal(channel)}, ${literal(args)})`

/** The script that tells a preload what it was answered. */
export const answerScript = (id: number, answer: { readonly value: unknown } | { readonly failure: string }): string =>
  `globalThis[Symbol.for('${bridgeKey}')]?.answer(${id}, ${'failure' in answer}, ${literal('failure' in answer ? answer.failure : answer.value)})`

/**
 * The script that runs a preload in a page as Electron's sandboxed loader does: one function with a `require` that knows
 * few modules, and a `contextBridge` that hands copies across. Electron gives it a world of its own; here the closure is it.
 */
export function preloadScript(source: string): string {
  return `(() => {
    if (window !== window.top) return
    const toMain = globalThis.${bindingName}
    delete globalThis.${bindingName}
    const listeners = new Map()
    const asked = []
    Object.defineProperty(globalThis, Symbol.for('${bridgeKey}'), {
      value: {
        hear: (channel, args) => { for (const hear of listeners.get(channel) ?? []) hear({}, ...args) },
        answer: (id, isFailure, value) => isFailure ? asked[id].reject(new Error(value)) : asked[id].resolve(value),
      },
    })
    const call = (channel, args) => new Promise((resolve, reject) => {
      const id = asked.push({ resolve, reject }) - 1
      toMain(JSON.stringify({ id, channel, args: args.map((arg) => arg === undefined ? [] : [arg]) }))
    })
    const ipcRenderer = {
      invoke: async (channel, ...args) => call(channel, structuredClone(args)),
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
