/** The part of the story that a step shows; everything else follows from it and the knobs. */
export type Stage =
  | 'parse'
  | 'ask'
  | 'missing'
  | 'pull'
  | 'created'
  | 'start'
  | 'spec'
  | 'hand'
  | 'shim'
  | 'walls'
  | 'exec'
  | 'steady'
  | 'names'
  | 'whole'

/** The states of a container, the last of which is none. */
export type ContainerState = 'created' | 'running' | 'paused' | 'exited' | 'deleted'

export interface State {
  readonly stage: Stage
  /** The container's state where that is what is drawn. */
  readonly life: ContainerState | null
}

export const start: State = { stage: 'parse', life: null }
