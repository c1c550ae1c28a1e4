import type { Text } from '../../../contract/deck.ts'
import type { Point } from '../../diagram/mark.ts'
import type { Pen } from '../../diagram/pen.ts'
import { clear } from '../../diagram/tone.ts'
import { laneX, rows, type Grid } from './grid.ts'
import { sideHeading, type Sub } from './heading.ts'
import { countFirst, countWord } from './names.ts'
import { containerStack, leftOver, leftOverWidth, sameMachine, vmStack } from './stacks.ts'
import { t } from '../../words/t.ts'

export const VMS = [t('가상 머신', 'Virtual machines'), t('VM', 'VMs')] as const
export const CONTAINERS = [t('컨테이너', 'Containers')] as const

export const HOST_KERNEL = t('호스트 커널', 'Host kernel')
export const shared = (apps: number): Text =>
  apps > 1
    ? t(`컨테이너 ${countWord(apps, 'ko')}이 함께 쓰는 하나`, `${countFirst(apps)} containers, one kernel`)
    : t('컨테이너 하나가 쓰는 커널', 'One container, one kernel')

/** What both stacks are called, and what this step says of each. */
export function headings(pen: Pen, grid: Grid, left: Sub, right: Sub): void {
  const width = grid.stack - leftOverWidth(grid)
  sideHeading(pen, 'vm', VMS, left, 0, width)
  sideHeading(pen, 'ct', CONTAINERS, right, grid.right, width)
  leftOver(pen, grid, grid.stack, 'vm')
  leftOver(pen, grid, grid.right + grid.stack, 'ct')
}

/** VC-4: both ways of running the same apps, side by side on the same hardware. */
export function structure(pen: Pen, grid: Grid, apps: number): void {
  const { theme } = pen
  const [ko, en] = [countWord(apps, 'ko'), countWord(apps, 'en')]
  const computers = t(`컴퓨터 ${ko}`, `${en} computer${apps > 1 ? 's' : ''}`)
  const isolated = t(`격리된 프로세스 ${ko}`, `${en} isolated process${apps > 1 ? 'es' : ''}`)
  headings(
    pen,
    grid,
    { words: computers, ink: theme.soft },
    {
      words: isolated,
      shorter: [t('격리된 프로세스', 'isolated processes'), t('프로세스', 'processes')],
      ink: theme.accent,
    },
  )
  vmStack(pen, grid, { guests: 'booted', lit: () => false })
  containerStack(pen, grid, { lit: () => true, kernel: { title: HOST_KERNEL, sub: shared(apps) } })
  sameMachine(pen, grid)
  legend(pen, grid)
}

/** What makes a container, beside the containers: a border, and in it a process. */
function legend(pen: Pen, { engine, width }: Grid): void {
  const { theme } = pen
  const app = pen.tone('app')
  const sample = { x: engine.x, w: 24, h: 18 }
  const hand = { weight: 600, ink: app.word } as const
  const rows = [
    { key: 'border', y: 178, words: t('격리', 'isolation'), look: { fill: clear(theme), edge: theme['app-edge'] } },
    { key: 'process', y: 206, words: t('프로세스', 'process'), look: app },
  ]
  for (const { key, y, words, look } of rows) {
    const dash = key === 'border' ? 5 : 0
    pen.box(`legend/${key}`, { ...sample, y }, look, { r: 4, dash, strokeWidth: 2 })
    const x = sample.x + sample.w + 8
    pen.say(`legend/${key}`, words, [x, y + 15], width - x, hand)
  }
}

/** VC-8: one flaw in a kernel, and how far it reaches; with `crash` that kernel stops. */
export function flaw(pen: Pen, grid: Grid, apps: number, crash: boolean): void {
  const { theme } = pen
  const all = apps > 1 ? (grid.more ? '모두 ' : `${countWord(apps, 'ko')}이 함께 `) : ''
  const together = all + (crash ? '멈춘다' : '위험하다')
  headings(
    pen,
    grid,
    { words: crash ? t('한 대만 멈춘다', 'one stops') : t('한 대에서 막힌다', 'kept to one'), ink: theme.good },
    { words: t(together, crash ? 'all stop' : 'all exposed'), ink: theme['danger-ink'] },
  )
  vmStack(pen, grid, {
    guests: 'booted',
    lit: (part, i) => part === 'hyper' || (part !== 'hard' && (i === 0 || crash)),
    hyper: t('두 번째 벽 · 하이퍼바이저', 'Second wall · hypervisor'),
    hyperWidth: 4,
    struck: 0,
    dead: crash,
  })
  containerStack(pen, grid, {
    lit: (part) => part === 'container' || part === 'kernel',
    kernel: {
      title: crash ? t('호스트 커널 패닉', 'Host kernel panic') : HOST_KERNEL,
      sub: crash ? t('이 커널 위는 모두 멈춘다', 'Everything on it stops') : reach(apps),
      low: true,
    },
    struck: true,
    dead: crash,
  })
  sameMachine(pen, grid)
  reachOfVm(pen, grid, crash)
  reachOfHost(pen, grid, crash)
}

const reach = (apps: number): Text =>
  apps > 1
    ? t(`취약점 하나가 ${countWord(apps, 'ko')} 모두에 닿는다`, `One flaw reaches all ${countWord(apps, 'en')}`)
    : t('취약점이 컨테이너에 닿는다', 'It reaches the container')

/** What a flaw reaches is the app: the tip of an alarm is in the middle of its plate. */
const INTO_APP = rows.app.y + rows.app.h / 2 - 5
const alarm = { strokeWidth: 3.2, head: 10.8, halo: true } as const

function reachOfVm(pen: Pen, grid: Grid, crash: boolean): void {
  const { danger } = pen.theme
  const x = laneX(grid, 0, 0)
  pen.line(
    'vm/down',
    [
      [x, 228],
      [x, 322],
    ],
    danger,
    { ...alarm, head: 0 },
  )
  pen.line(
    'vm/stop',
    [
      [x - 18, 322],
      [x + (grid.terse ? 10 : 18), 322],
    ],
    danger,
    { strokeWidth: 6, halo: true },
  )
  hit(pen, 'vm/hit', x)
  pen.line(
    'vm/up',
    [
      [x, 228],
      [x, INTO_APP],
    ],
    danger,
    alarm,
  )
  struckAt(pen, 'vm/struck', [x, 228], crash, 22, 16)
}

function reachOfHost(pen: Pen, grid: Grid, crash: boolean): void {
  const { danger } = pen.theme
  const lanes = Array.from({ length: grid.shown }, (_, i) => laneX(grid, grid.right, i))
  const from = lanes[Math.floor((grid.shown - 1) / 2)] ?? grid.right
  lanes.forEach((x, i) => {
    const points: readonly Point[] =
      x === from
        ? [
            [from, 272],
            [from, INTO_APP],
          ]
        : [
            [from, 272],
            [x, 272],
            [x, INTO_APP],
          ]
    hit(pen, `ct/hit-${i}`, x)
    pen.line(`ct/up-${i}`, points, danger, alarm)
  })
  struckAt(pen, 'ct/struck', [from, 272], crash, 44, 30)
}

/** A ring in an app, in which the tip of an alarm is seen: on the app itself, red is as dark as green. */
function hit(pen: Pen, key: string, x: number): void {
  const { card, danger } = pen.theme
  pen.badge(key, [x, rows.app.y + rows.app.h / 2], '', { w: 20, fill: card, stroke: danger, strokeWidth: 2.5 })
}

function struckAt(pen: Pen, key: string, at: Point, crash: boolean, w: number, size: number): void {
  pen.badge(key, at, crash ? '×' : '!', { w, size, fill: pen.theme.danger, ink: pen.theme.paper, strokeWidth: 2.5 })
  pen.turns({ knob: 'crash', value: crash ? 0 : 1 })
}
