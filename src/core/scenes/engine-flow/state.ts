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

export interface State {
  readonly stage: Stage
}

export const start: State = { stage: 'parse' }
