/** What crosses the one WebSocket of a window: JSON texts, and nothing else. */
import type { BroadcastName, Broadcasts, Envelope, WindowKind } from '../contract/channels.ts'

export const socketPath = '/shell/socket'

/** What a browser is given when it comes in, to be kept where only pages of our own origin can read it. */
export interface Keys {
  /** A window says it before anything else. */
  readonly key: string
  /** The path, with a secret in it, below which the shell serves and takes what is the person's. */
  readonly ownBase: string
}

/** Where a page keeps its `Keys`, in `localStorage`: unlike a cookie it belongs to one port. */
export const keysItem = 'lectern-keys'

/** The first thing that a window says; the shell answers with `{ welcome: true }`. */
export interface Introduction {
  readonly key: string
}

/** The shell closes a socket with this where the window did not know the key. */
export const strangerCode = 4401
/** The shell closes its sockets with this when it ends. */
export const endedCode = 1001

/** A request, numbered by its window. */
export interface Question {
  readonly id: number
  readonly name: string
  readonly payload?: unknown
}

/** What a window does by itself when the shell asks, because only the page can. */
export type WindowCommand = 'close' | 'fill-screen' | 'leave-screen' | 'switch-screen-filling' | 'swap-displays'

export interface Push<N extends BroadcastName = BroadcastName> {
  readonly push: N
  readonly payload: Broadcasts[N]
}

export type ToWindow =
  | { readonly welcome: true }
  | { readonly id: number; readonly answer: Envelope<unknown> }
  | Push
  | { readonly command: WindowCommand }

/** The address of a window's page on the server. */
export const pagePath = (kind: WindowKind): string => `/${kind}/index.html`
