/** What the steps change; everything else follows from it and the knobs. */
export interface State {
  readonly picture:
    'name' | 'login' | 'token' | 'platform' | 'pull' | 'limit' | 'tag' | 'push' | 'moved' | 'promote' | 'scan'
  /** Whether a push has come to its manifest. */
  readonly last: boolean
}

export const start: State = { picture: 'name', last: false }
