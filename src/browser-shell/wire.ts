/** What crosses the one WebSocket of a window: JSON texts, and nothing else. */
import type { BroadcastName, Broadcasts, Envelope, WindowKind } from '../contract/channels.ts'

export const socketPath = '/shell/socket'

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
  { readonly id: number; readonly answer: Envelope<unknown> } | Push | { readonly command: WindowCommand }

/** The address of a window's page on the server. */
export const pagePath = (kind: WindowKind): string => `/${kind}/index.html`
