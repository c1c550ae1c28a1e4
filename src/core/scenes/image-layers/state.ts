/** What the steps change; everything else follows from it and the knobs. */
export interface State {
  readonly picture:
    | 'dockerfile'
    | 'changes'
    | 'manifest'
    | 'platforms'
    | 'shared'
    | 'started'
    | 'written'
    | 'several'
    | 'lifetimes'
    | 'volumes'
    | 'hidden'
}

export const start: State = { picture: 'dockerfile' }
