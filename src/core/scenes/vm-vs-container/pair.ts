import type { Pen } from '../../diagram/pen.ts'
import type { Grid } from './grid.ts'
import { heading } from './heading.ts'
import { countFirst, countWord } from './names.ts'
import { containerStack, leftOver, sameMachine, vmStack } from './stacks.ts'

export const VMS = [
  { ko: '가상 머신', en: 'Virtual machines' },
  { ko: 'VM', en: 'VMs' },
] as const
export const CONTAINERS = [{ ko: '컨테이너', en: 'Containers' }] as const

/** VC-4: both ways of running the same apps, side by side on the same hardware. */
export function structure(pen: Pen, grid: Grid, apps: number): void {
  const { theme } = pen
  const [ko, en] = [countWord(apps, 'ko'), countWord(apps, 'en')]
  heading(
    pen,
    'vm',
    VMS,
    { words: { ko: `커널 ${ko}`, en: `${en} kernel${apps > 1 ? 's' : ''}` }, ink: theme.soft },
    0,
    grid.stack,
  )
  heading(
    pen,
    'ct',
    CONTAINERS,
    { words: { ko: '커널은 하나', en: 'one kernel' }, ink: theme.accent },
    grid.right,
    grid.stack,
  )
  vmStack(pen, grid, { guests: 'booted', lit: () => false })
  containerStack(pen, grid, {
    lit: () => true,
    kernel: {
      title: { ko: '호스트 커널', en: 'Host kernel' },
      sub: {
        ko: `컨테이너 ${ko}${apps > 1 ? '이' : '가'} 함께 쓰는 하나`,
        en: `${countFirst(apps)} container${apps > 1 ? 's' : ''}, one kernel`,
      },
    },
  })
  sameMachine(pen, grid)
  leftOver(pen, grid, 0, 'vm')
  leftOver(pen, grid, grid.right, 'ct')
}
