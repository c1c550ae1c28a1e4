import type { Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { outline } from './bar.ts'
import type { Grid, Lane } from './grid.ts'
import { noteLine } from './lanes.ts'
import { t } from '../../words/t.ts'

/** Processes that are still to come, as outlines in their lanes: nothing runs before the last steps. */
export function futureProcesses(pen: Pen, grid: Grid, born: readonly Lane[] = []): void {
  const { x } = grid
  const ghost = (key: string, lane: Lane, from: number, to: number, names: readonly [Words, ...Words[]]): void => {
    outline(pen, key, lane, from, to)
    const pad = to - from < 80 ? 6 : 14
    const words = pen.choose(names, to - from - 2 * pad)
    const centred = key === 'start'
    pen.say(`${key}/unborn`, words, [centred ? (from + to) / 2 : from + pad, noteLine(lane)], to - from - 2 * pad, {
      ink: pen.theme.soft,
      anchor: centred ? 'middle' : 'start',
    })
  }
  if (!born.includes('shim'))
    ghost('shim', 'shim', x.shim, grid.right, [t('containerd-shim · 아직 없음', 'containerd-shim · not yet'), 'shim'])
  if (!born.includes('runc'))
    ghost('runc', 'runc', x.runc, x.runcEnd, [t('runc create · 아직 없음', 'runc create · not yet'), 'runc create'])
  ghost('start', 'runc', x.runcStart, x.runcStartEnd, ['start'])
  if (!born.includes('app'))
    ghost('init', 'app', x.init, grid.right, [
      t('앱 프로세스 · 아직 없음', 'app process · not yet'),
      t('앱 · 아직 없음', 'app · not yet'),
    ])
}
