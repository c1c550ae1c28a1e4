import type * as Electron from 'electron/main'

/** What `electron/main` exports. */
export type Main = typeof Electron

/**
 * The named members of an Electron class or object. Chained returns (`on(): this`) are let off, everything else is
 * exact: a member that Electron renames or types anew no longer compiles here.
 */
export type Surface<T, K extends keyof T> = {
  [P in K]: T[P] extends (...args: infer A) => infer R ? (...args: A) => [R] extends [T] ? unknown : R : T[P]
}

/** An event that its listeners may prevent. */
export interface Preventable {
  preventDefault(): void
  readonly defaultPrevented: boolean
}

/** A new event of that kind, with the given details on it. */
export function preventable<D extends object>(details: D): D & Preventable {
  let isPrevented = false
  return {
    ...details,
    preventDefault: () => (isPrevented = true),
    get defaultPrevented() {
      return isPrevented
    },
  }
}
