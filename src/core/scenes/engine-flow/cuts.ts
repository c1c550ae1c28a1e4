import type { Grid } from './grid.ts'

/** Where lanes are cut off in EF-12, and where the terminal stands. */
export interface Cuts {
  readonly dockerd: number
  readonly containerd: number
  readonly shim: number
  readonly app: number
  readonly terminal: { readonly x: number; readonly w: number }
}

export function cutsFor(grid: Grid): Cuts {
  const { width } = grid
  if (grid.terse) return { dockerd: 316, containerd: 428, shim: 560, app: 520, terminal: { x: width - 272, w: 256 } }
  if (!grid.roomy) return { dockerd: 352, containerd: 512, shim: 660, app: 600, terminal: { x: width - 428, w: 412 } }
  return { dockerd: 560, containerd: 704, shim: 840, app: 768, terminal: { x: width - 428, w: 412 } }
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
