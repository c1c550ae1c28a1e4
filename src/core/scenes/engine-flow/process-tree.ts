import type { Hand, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import type { Grid } from './grid.ts'
import { oci, who } from './recorded.ts'

/** Who is whose parent, as the host lists it: PID 1, the shim, and its app where that runs. */
export function processTree(pen: Pen, grid: Grid, { head, app }: { head: Words; app: boolean }): void {
  const { theme } = pen
  const x = grid.left + 2
  const [first, step] = [314, 22]
  // Without the app it stands where a line goes down beside it.
  const shim = grid.roomy && app ? 'containerd-shim' : 'shim'
  const mono: Hand = { mono: true }
  pen.say('tree/head', head, [x, first], 180, { weight: 600, ink: theme.soft })
  pen.say('tree/first', `PID ${who.first.pid}`, [x, first + step], 180, { ...mono, ink: theme.soft })
  pen.say('tree/shim', `└ ${who.shim.pid} ${shim}`, [x + 8, first + 2 * step], 240, { ...mono, ink: theme.ink })
  if (!app) return
  pen.say('tree/app', `└ ${who.app.pid} ${oci.program}`, [x + 32, first + 3 * step], 200, {
    ...mono,
    ink: pen.tone('app').word,
  })
}
