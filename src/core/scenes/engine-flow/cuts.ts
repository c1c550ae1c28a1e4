import type { Grid } from './grid.ts'

/** Where lanes are cut off in EF-12, and where the terminal stands. */
export interface Cuts {
  readonly dockerd: number
  readonly containerd: number
  /** Where dockerd comes back, and where it stops the app that it finds. */
  readonly back: number
  readonly stops: number
  readonly shim: number
  readonly app: number
  readonly terminal: { readonly x: number; readonly w: number }
}

export function cutsFor(grid: Grid): Cuts {
  const [dockerd, back] = grid.terse ? [352, 484] : grid.roomy ? [560, 820] : [430, 640]
  const stops = back + (grid.terse ? 24 : 40)
  const app = stops + (grid.terse ? 30 : 40)
  const from = grid.x.cliEnd + 24
  return {
    ...{ dockerd, back, stops, app, containerd: dockerd + (grid.terse ? 8 : 40), shim: app + 20 },
    terminal: { x: from, w: back - (grid.terse ? 12 : 24) - from },
  }
}

/** Where the two signals stand on the axis, and what ends when. */
export interface Ends {
  readonly cli: number
  readonly term: number
  readonly kill: number
  readonly app: number
  readonly shim: number
  readonly answer: number
  readonly cliEnd: number
}

export function endsFor(grid: Grid): Ends {
  if (grid.terse) return { cli: 340, term: 398, kill: 576, app: 634, shim: 664, answer: 704, cliEnd: 728 }
  if (!grid.roomy) return { cli: 424, term: 490, kill: 728, app: 786, shim: 820, answer: 872, cliEnd: 896 }
  return { cli: 512, term: 620, kill: 888, app: 948, shim: 992, answer: 1064, cliEnd: 1096 }
}
