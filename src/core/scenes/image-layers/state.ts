/** What the steps change; everything else follows from it and the knobs. */
export interface State {
  readonly picture:
    | 'asked'
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

/** The first step asks before it answers: what it asks about is the Dockerfile alone. */
export const start: State = { picture: 'asked' }

/** What is written, in the order of the knob's values. */
export const WRITES = ['none', 'change', 'create', 'large'] as const
export type Write = (typeof WRITES)[number]

/** What was done in the container; everything that is seen follows from it. */
export interface Acts {
  readonly write: Write
  readonly deleted: boolean
}
