/** What crosses the one WebSocket of a window: JSON texts, and nothing else. */
import type { BroadcastName, Broadcasts, Envelope, WindowKind } from '../contract/channels.ts'

export const socketPath = '/shell/socket'

/** Where a page keeps the key that its browser was given when it came in, in `localStorage`: unlike a cookie it belongs to one port. */
export const keyItem = 'lectern-key'

/** The first thing that a window says; the shell answers with `{ welcome: true }`. */
export interface Introduction {
  /** A name that the window made for itself, which nobody can guess. */
  readonly window: string
  /** How many times it has connected, with this one. */
  readonly turn: number
  /** The `signedText` of both, signed with the key (HMAC-SHA-256, in hex): the key itself is never said. */
  readonly proof: string
}

/** What a window signs. */
export const signedText = (window: string, turn: number): string => `${window} ${turn}`

/** The shell closes a socket with this where the window did not prove that it has the key. */
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
  /** With the path, with a secret of this window in it, below which the shell serves and takes what is the person's. */
  | { readonly welcome: true; readonly ownBase: string }
  | { readonly id: number; readonly answer: Envelope<unknown> }
  | Push
  | { readonly command: WindowCommand }

/** The address of a window's page on the server. */
export const pagePath = (kind: WindowKind): string => `/${kind}/index.html`
