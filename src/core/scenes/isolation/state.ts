import type { NamespaceId } from './recorded.ts'

export type Picture =
  'host' | 'processes' | 'root' | 'network' | 'names' | 'eight' | 'owners' | 'dials' | 'rights' | 'fences'

/** What the steps change; everything else follows from it and the knobs. */
export interface State {
  readonly picture: Picture
  /** The namespaces that the container has of its own so far, and which of them this step adds. */
  readonly own: readonly NamespaceId[]
  readonly fresh: readonly NamespaceId[]
}

export const start: State = { picture: 'host', own: [], fresh: [] }
