import type { Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { bottom, middle, rows, top, wallRows, type Grid } from './grid.ts'
import { run, type Moment } from './recorded.ts'
import { t } from '../../words/t.ts'

interface Wall {
  readonly id: 'cgroup' | 'unshare' | 'pivot' | 'capset'
  readonly moment: Moment
  readonly call: readonly [Words, ...Words[]]
  readonly limits: readonly [Words, ...Words[]]
}

/** In the order in which they were built. */
const built: readonly Wall[] = [
  { id: 'cgroup', moment: run.cgroup, call: ['cgroup'], limits: [t('쓰는 양', 'its share'), t('양', 'share')] },
  {
    id: 'unshare',
    moment: run.unshare,
    call: ['unshare', 'ns'],
    limits: [t('보이는 것', 'its view'), t('시야', 'view')],
  },
  { id: 'pivot', moment: run.pivot, call: ['pivot_root', 'root'], limits: [t('루트', 'its root')] },
  {
    id: 'capset',
    moment: run.capset,
    call: ['seccomp · capset', 'capset', 'caps'],
    limits: [t('할 수 있는 일', 'its rights'), t('권한', 'rights')],
  },
]

/** The share of the kernel's colour within each wall: the further in, the more of it. */
const SHADES = [0.05, 0.1, 0.15, 0.21] as const

/** The walls around the app; each goes on to the right, as long as the container lives. */
export function walls(pen: Pen, grid: Grid, lit: boolean, to = grid.right): void {
  const { theme } = pen
  const edge = lit ? theme['kernel-edge'] : mix(theme['kernel-edge'], theme.paper, 0.7)
  built.forEach(({ id, moment }, i) => {
    const room = wallRows[i]
    const shade = SHADES[i]
    if (!room || shade === undefined) return
    const x = grid.x[id]
    const fill = mix(theme['kernel-edge'], theme.paper, lit ? shade : shade * 0.6)
    pen.meter(`wall/${id}/in`, { x, ...room, w: to - x }, 1, fill, { r: 8 })
    pen.line(
      `wall/${id}`,
      [
        [to, room.y],
        [x, room.y],
        [x, room.y + room.h],
        [to, room.y + room.h],
        ...(to < grid.right ? [[to, room.y] as const] : []),
      ],
      edge,
      { dash: 7, strokeWidth: lit ? 2.2 : 1.8, radius: 8 },
    )
    pen.link(`wall/${id}`, moment.ref)
  })
}

const DISC = 26

/** Where each wall was built: a number on the process, and the system call that it made. */
export function gates(pen: Pen, grid: Grid, lit: boolean): void {
  const { theme } = pen
  const disc = { w: DISC, fill: lit ? theme.kernel : mix(theme.kernel, theme.paper, 0.82), ink: theme['on-kernel'] }
  built.forEach(({ id, moment, call, limits }, i) => {
    const x = grid.x[id]
    const next = built[i + 1]
    const after = next ? grid.x[next.id] : grid.right
    const before = built[i - 1] ? grid.x[(built[i - 1] as Wall).id] : grid.x.mount
    // Half the way to the nearer neighbour on either side.
    const room = Math.min(after - x, x - before) - 8
    if (lit) {
      pen.line(
        `gate/${id}/call`,
        [
          [x, bottom('app') + 1],
          [x, top('kernel') - 1],
        ],
        theme['kernel-edge'],
        { head: 8, strokeWidth: 2.2 },
      )
      pen.link(`gate/${id}/call`, moment.ref)
      const hand = { anchor: 'middle', ink: theme['on-kernel'] } as const
      const words = pen.choose(call, room, { weight: 700 })
      pen.say(`gate/${id}/name`, words, [x, rows.kernel.y + 17], room, { ...hand, weight: 700 })
      pen.say(`gate/${id}/what`, pen.choose(limits, room), [x, rows.kernel.y + 34], room, hand)
    }
    pen.badge(`gate/${id}`, [x, middle('app')], String(i + 1), disc)
    pen.link(`gate/${id}`, moment.ref)
  })
  if (lit) return
  pen.say(
    'gate/all',
    pen.choose(
      [
        t('cgroup · 네임스페이스 · 루트 · 권한', 'cgroup · namespaces · root · rights'),
        t('벽 넷은 그대로', 'the four walls stay'),
      ],
      grid.x.exec - grid.x.cgroup - 20,
    ),
    [grid.x.cgroup - 12, rows.kernel.y + 26],
    grid.x.exec - grid.x.cgroup,
    { ink: theme['on-kernel'] },
  )
}
