import type { Pen } from '../../diagram/pen.ts'
import type { EventRef } from '../../traces/digest.ts'
import type { Grid } from './grid.ts'
import { EventsPanel } from './events-panel.ts'
import { card, kernelBar, pair, processBox, row } from './parts.ts'
import { group, names, network, web } from './recorded.ts'
import { t } from '../../words/t.ts'

/** IS-5: its own host name and IPC objects, and two things that cross the border all the same. */
export function ownNames(pen: Pen, grid: Grid): void {
  const { theme } = pen
  card(pen, grid, 'host', { command: 'hostname' })
  card(pen, grid, 'inside', { source: t('config.json에서', 'from its config.json') })
  pair(pen, grid, 'uts', 92, {
    label: t('호스트 이름', 'Host name'),
    host: names.host,
    inside: web.hostname,
    same: false,
  })
  pair(pen, grid, 'ipc', 146, {
    label: t('System V IPC · POSIX 큐', 'System V IPC · POSIX queues'),
    host: t('호스트의 것', "the host's"),
    inside: t(`자기 것 · ${names.queues.path}`, `its own · ${names.queues.path}`),
    same: false,
    insideRef: names.queues.ref,
  })
  for (const side of ['host', 'inside'] as const) {
    const { x, w } = grid[side]
    pen.line(
      `${side}/rule`,
      [
        [x + 16, 190],
        [x + w - 16, 190],
      ],
      theme.rule,
      { strokeWidth: 1.6 },
    )
  }
  const socket = network.dnat.to
  crossing(pen, grid, 'socket', 200, { host: t('TCP 소켓', 'TCP socket'), inside: socket, ref: network.direct.ref })
  crossing(pen, grid, 'volume', 244, {
    host: t('볼륨의 파일', 'File in a volume'),
    inside: names.note,
    ref: names.read.ref,
  })
  processBox(pen, grid)
  kernelBar(pen, grid)

  const panel = new EventsPanel(pen, grid, t('기록 · 자기 것을 만드는 호출', 'Recorded · the calls that make it'))
  panel.entries(
    'own',
    [names.queues, names.memory, names.set].map(({ at, ref }, i) => ({
      mark: at,
      words: ['mqueue', 'shm (tmpfs)', 'sethostname'][i] ?? '',
      ref,
    })),
    56,
  )
  panel.session({ about: t('소켓은 통한다', 'A socket gets through'), ...network.direct })
  panel.session({ about: t('볼륨도 통한다', 'So does a volume'), ...names.read, lines: [names.read.text] })
}

interface Crossing {
  readonly host: Parameters<typeof row>[2]
  readonly inside: string
  readonly ref: EventRef
}

/** Something that is on both sides: a line through the border. */
function crossing(pen: Pen, grid: Grid, key: string, y: number, { host, inside, ref }: Crossing): void {
  const { theme } = pen
  const h = 36
  const look = { ...pen.tone('plain'), edge: theme.accent }
  const [a, b] = [grid.host, grid.inside].map(({ x, w }) => ({ x: x + 16, y, w: w - 32, h })) as [
    typeof grid.host,
    typeof grid.host,
  ]
  pen.block(`${key}/host`, a, look, host, { anchor: 'middle' })
  const flight = `${key}/packet`
  pen.place(`${key}/inside`, b, { r: 8 })
  pen.with(flight, 'landed', () => {
    pen.block(`${key}/inside`, b, look, inside, { anchor: 'middle', weight: 400, mono: true })
  })
  pen.shows(ref)
  const path = [
    [a.x + a.w, y + h / 2],
    [b.x - 1, y + h / 2],
  ] as const
  pen.with(flight, 'along', () =>
    pen.line(`${key}/line`, path, theme.accent, { strokeWidth: 3.2, head: 10, halo: true }),
  )
  pen.shows(ref)
  pen.packet(flight, path, '')
  pen.link(flight, ref)
}

/** IS-6: a cgroup path and clocks of its own; the time of day stays one. */
export function ownClocks(pen: Pen, grid: Grid): void {
  const { theme } = pen
  card(pen, grid, 'host', { command: group.outside.command })
  card(pen, grid, 'inside', { command: group.inside.command })
  pair(pen, grid, 'cgroup', 92, {
    label: t('cgroup 경로', 'cgroup path'),
    host: group.outside.lines[0] ?? '',
    inside: group.inside.lines[0] ?? '',
    same: false,
    mono: true,
    hostRef: group.outside.ref,
    insideRef: group.inside.ref,
  })
  pair(pen, grid, 'clock', 146, {
    label: t('켜진 뒤 흐른 시간', 'Time since boot'),
    host: t('호스트의 시계', "the host's clock"),
    inside: t('자기 시계 · 예시', 'its own · example'),
    same: false,
  })
  const x = grid.host.x + 16
  const w = grid.inside.x + grid.inside.w - 16 - x
  const y = 236
  // One thing in both cards at once: a bar that bridges them.
  pen.badge('wall', [x + w / 2, y], '', {
    shape: 'tile',
    w,
    h: 64,
    fill: theme.hard,
    stroke: theme['hard-edge'],
    strokeWidth: 2,
  })
  pen.say('wall', t('실제 시각', 'The time of day'), [grid.middle, y - 4], w - 32, {
    size: 18,
    weight: 700,
    anchor: 'middle',
  })
  pen.say(
    'wall/what',
    t('하나뿐이라 따로 맞출 수 없다', 'only one: it cannot be set apart'),
    [grid.middle, y + 20],
    w - 32,
    {
      anchor: 'middle',
      ink: theme.soft,
    },
  )
  processBox(pen, grid)
  kernelBar(pen, grid)

  const panel = new EventsPanel(
    pen,
    grid,
    t('기록 · 네임스페이스 번호 (호스트, web)', 'Recorded · namespaces (host, web)'),
  )
  panel.memberships(group.memberships, ['cgroup', 'time'], group.ref)
  panel.note(
    t(
      'Engine 28.5에서는 time이 아직 같다(=).\n29.5부터 따로다.',
      'With Engine 28.5 time is still shared (=);\nfrom 29.5 on it is not.',
    ),
  )
  panel.session({ about: t('안에서', 'Inside'), ...group.inside })
}
