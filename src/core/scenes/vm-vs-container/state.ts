/** What the steps change; everything else follows from it and the knobs. */
export interface State {
  readonly picture: 'machine' | 'pair' | 'lanes' | 'memory' | 'desktop' | 'together'
  /** How far the guests on the left have come. */
  readonly guests: 'none' | 'empty' | 'booted'
  /** What the pair of stacks is about. */
  readonly about: 'structure' | 'call' | 'flaw'
}

export const start: State = { picture: 'machine', guests: 'none', about: 'structure' }
