import type { Text } from '../../../contract/deck.ts'
import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import type { EventRef } from '../../traces/digest.ts'
import { ROW_HEIGHT, ROWS, type Grid } from './grid.ts'
import { heading, kernelBar, processBox, row } from './parts.ts'
import { kernel, rights, use } from './recorded.ts'
import { t } from '../../words/t.ts'

const FENCE = { y: 304, h: 64 }

/** IS-10: three fences side by side, and the three ways through them. */
export function fences(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const { host, inside } = grid
  for (const [i, [x, w]] of [
    [0, grid.chips],
    [host.x, host.w],
    [inside.x, inside.w],
  ].entries())
    pen.line(
      `verb-${i}`,
      [
        [x ?? 0, 32],
        [(x ?? 0) + (w ?? 0), 32],
      ],
      theme.accent,
      { strokeWidth: 3 },
    )
  heading(pen, 'use', t('쓰는 양', 'Use'), 'cgroup', host.x)
  heading(pen, 'do', t('할 수 있는 일', 'Do'), t('권한과 필터', 'rights'), inside.x)
  amounts(pen, grid)
  permissions(pen, grid)
  pen.box(
    'fence',
    { x: 0, w: grid.width, ...FENCE },
    { fill: mix(theme.app, theme.paper, 0.08), edge: theme['app-edge'] },
    { r: 10, dash: 7, strokeWidth: 2 },
  )
  processBox(pen, grid)
  const one = kernel.inside.lines.join('')
  kernelBar(pen, grid, false, t(`커널은 하나: 안에서도 밖에서도 ${one}`, `One kernel: ${one} inside and outside`))
  pen.shows(kernel.inside.ref)
  holes(pen, grid)
}

function amounts(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const { x, w } = grid.host
  const rows: readonly (readonly [string, string | Text, number | undefined, EventRef | undefined])[] = [
    ['cpu', 'CPU', use.cpu.limit, use.cpu.file.ref],
    ['memory', t('메모리', 'Memory'), use.memory.limit, use.memory.file.ref],
    ['pids', 'PID', use.pids.limit, use.pids.file.ref],
    ['io', 'I/O', undefined, undefined],
  ]
  rows.forEach(([id, name, limit, ref], i) => {
    const y = ROWS[i as 0 | 1 | 2 | 3]
    const look = { fill: theme.card, edge: theme.soft }
    pen.box(`row/${id}`, { x, y, w, h: ROW_HEIGHT }, look)
    row(pen, `${id}/name`, name, x + 14, y + 28, 80, { size: 17, weight: 700 })
    const track = { x: x + 88, y: y + 18, w: w - 88 - 14, h: 20 }
    if (limit === undefined) {
      row(pen, `${id}/limit`, t('정하지 않음', 'not set'), x + w - 14, y + 28, track.w, {
        anchor: 'end',
        ink: theme.soft,
      })
      return
    }
    const share = 0.4
    const words = id === 'memory' ? `${limit} MiB` : String(limit)
    const bar = { ...track, w: track.w - 66 }
    pen.meter(`${id}/share`, bar, share, mix(theme.app, theme.paper, 0.6), { track: theme.rule, r: 4 })
    const at = bar.x + bar.w * share
    pen.line(
      `${id}/stop`,
      [
        [at, y + 12],
        [at, y + 44],
      ],
      theme.ink,
      { strokeWidth: 3 },
    )
    row(pen, `${id}/limit`, words, x + w - 14, y + 28, 80, { anchor: 'end' })
    if (ref) pen.shows(ref)
  })
}

function permissions(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const { x, w } = grid.inside
  const total = rights.kept.length + rights.dropped.length
  const rows: readonly (readonly [string, string | Text, string | Text, EventRef | undefined])[] = [
    ['cap', 'capability', `${rights.kept.length} / ${total}`, rights.refs.set],
    ['seccomp', 'seccomp', t(`${rights.allowed}개 허용`, `${rights.allowed} allowed`), rights.refs.seccomp],
    ['lsm', 'AppArmor', t('기록 아님', 'not recorded'), undefined],
    [
      'masked',
      t('가린 경로', 'Hidden paths'),
      t(`${rights.masked.length}곳`, String(rights.masked.length)),
      rights.refs.masking,
    ],
  ]
  rows.forEach(([id, name, value, ref], i) => {
    const y = ROWS[i as 0 | 1 | 2 | 3]
    pen.box(`right/${id}`, { x, y, w, h: ROW_HEIGHT }, { fill: theme.card, edge: theme.soft }, { dash: ref ? 0 : 5 })
    const right = row(pen, `right/${id}/name`, name, x + 14, y + 28, w - 120, { size: 17, weight: 700 })
    row(pen, `right/${id}/value`, value, x + w - 14, y + 28, x + w - 14 - right - 8, {
      anchor: 'end',
      ink: ref ? theme.ink : theme.soft,
    })
    if (ref) pen.shows(ref)
  })
}

interface Hole {
  readonly id: string
  readonly name: string | Text
  /** The longest that fits is said. */
  readonly what: readonly [Text, ...Text[]]
  /** Whether someone has to open it. */
  readonly opened: boolean
  readonly x: number
  readonly w: number
}

/** Two holes that people open themselves, and one that is always there. */
function holes(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const { process } = grid
  const pad = 8
  const half = (process.x - 16 - pad - 12) / 2
  const right = process.x + process.w + 16
  const list: readonly Hole[] = [
    {
      id: 'privileged',
      name: '--privileged',
      what: [t('할 수 있는 일을 다 연다', 'lets it do anything')],
      opened: true,
      x: pad,
      w: half,
    },
    {
      id: 'socket',
      name: t('docker.sock 마운트', 'docker.sock'),
      what: [
        t('호스트의 도커 데몬을 조종한다', "controls the host's dockerd"),
        t('도커 데몬을 조종한다', 'controls dockerd'),
      ],
      opened: true,
      x: pad + half + 12,
      w: half,
    },
    {
      id: 'kernel',
      name: t('같은 커널', 'The same kernel'),
      what: [t('취약점도 공유한다', 'shares its flaws')],
      opened: false,
      x: right,
      w: grid.width - right - pad,
    },
  ]
  for (const { id, name, what, opened, x, w } of list) {
    const look = { fill: theme['danger-soft'], edge: theme.danger }
    const middle = x + w / 2
    pen.card(`hole/${id}`, pen.plate({ x, y: 312, w, h: 48 }, look, { strokeWidth: 2, dash: opened ? 5 : 0 }), [
      pen.writing(name, w / 2, 20, w - 16, { size: 17, weight: 700, anchor: 'middle', ink: theme['danger-ink'] }),
      pen.writing(pen.choose(what, w - 16), w / 2, 40, w - 16, { anchor: 'middle' }),
    ])
    if (id === 'kernel') pen.shows(kernel.inside.ref)
    const out = [
      [middle, 360],
      [middle, grid.kernel.y - 1],
    ] as const
    const flight = `hole/${id}/packet`
    pen.with(flight, 'along', () => {
      pen.line(`hole/${id}/out`, out, theme.danger, { strokeWidth: 3.2, head: 10, halo: true })
    })
    const end = [middle, grid.kernel.y + 3] as const
    pen.with(flight, 'landed', () => pen.badge(`hole/${id}/end`, end, '', { w: 14, fill: theme.danger }))
    pen.packet(flight, [[middle, 356], end], '', { fill: theme.danger })
  }
}
