import { axisFor, type Axis } from './axes.ts'
import type { Stage } from './state.ts'

/** One lane a process. A lane's place and height never change in this scene. */
export const rows = {
  cli: { y: 28, h: 32 },
  dockerd: { y: 104, h: 32 },
  containerd: { y: 168, h: 32 },
  shim: { y: 224, h: 32 },
  runc: { y: 268, h: 32 },
  app: { y: 330, h: 32 },
  kernel: { y: 392, h: 40 },
} as const
export type Lane = keyof typeof rows

/** The walls around the app, from the outermost. */
export const wallRows = [
  { y: 308, h: 76 },
  { y: 313, h: 66 },
  { y: 318, h: 56 },
  { y: 323, h: 46 },
] as const

/** What lies below containerd and above the kernel, where no process has been born yet. */
export const field = { y: 212, bottom: 384 } as const

export const middle = (lane: Lane): number => rows[lane].y + rows[lane].h / 2
export const top = (lane: Lane): number => rows[lane].y
export const bottom = (lane: Lane): number => rows[lane].y + rows[lane].h

export interface Grid {
  readonly width: number
  readonly left: number
  readonly right: number
  /** Where the names of lanes begin. */
  readonly name: number
  /** Where what follows a name begins. */
  readonly beside: number
  readonly x: Axis
  /** Of the pill with the moment that a step shows. Before the axis folds it is another one: time never goes back. */
  readonly playhead: string
  readonly roomy: boolean
  readonly terse: boolean
}

/** The steps in which the processes of the container are born, on an axis of their own. */
export const births: readonly Stage[] = ['shim', 'walls', 'exec']

/** Of the pill with the moment, from where the axis of time stays as it is. */
export const PLAYHEAD = 'now'

/** The grid for a stage width and a step; the axis of time folds before EF-9 and before EF-12. */
export function gridFor(width: number, stage: Stage): Grid {
  const chapter = stage === 'steady' ? 'life' : births.includes(stage) ? 'birth' : 'call'
  return {
    width,
    left: 16,
    right: width - 16,
    name: 28,
    beside: width >= 1100 ? 156 : width >= 900 ? 144 : 138,
    x: axisFor(chapter, width),
    playhead: chapter === 'call' ? `${PLAYHEAD}/${chapter}` : PLAYHEAD,
    roomy: width >= 1100,
    terse: width < 900,
  }
}

/** Lines of words between the CLI and the daemon, and the height at which an open call waits. */
export const gapText = { first: 76, second: 94, held: 71 } as const
