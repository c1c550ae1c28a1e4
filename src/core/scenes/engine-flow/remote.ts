import type { Text } from '../../../contract/deck.ts'
import type { Hand } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { baseline } from '../../diagram/pen.ts'
import { field, type Grid } from './grid.ts'
import { container, options, run } from './recorded.ts'
import { t } from '../../words/t.ts'
import { bytesText } from '../../words/bytes-text.ts'

interface Way {
  readonly id: string
  readonly address: string
  readonly note: Text
  readonly now: boolean
}

const ways = (desktop: boolean): readonly Way[] => [
  {
    id: 'unix',
    address: `unix://${container.socket}`,
    note: t('이 기록 · 같은 컴퓨터', 'recorded here · same computer'),
    now: !desktop,
  },
  {
    id: 'desktop',
    address: 'unix://~/.docker/run/docker.sock',
    note: t('예시 · 맥에서 VM 속 데몬으로', 'example · Mac to the daemon in the VM'),
    now: desktop,
  },
  { id: 'ssh', address: 'ssh://me@server', note: t('예시 · 다른 컴퓨터', 'example · another computer'), now: false },
  {
    id: 'tls',
    address: 'tcp://server:2376',
    note: t('예시 · TLS로 다른 컴퓨터', 'example · another computer, TLS'),
    now: false,
  },
]

/** EF-2: the request on its way, and where the daemon that it goes to may be. */
export function remoteCall(pen: Pen, grid: Grid, desktop: boolean): void {
  const split = grid.terse ? 336 : grid.roomy ? 528 : 440
  request(pen, grid, split)
  places(pen, grid, desktop, split + (grid.terse ? 16 : 40))
}

/** The request itself, as it went over the socket. */
function request(pen: Pen, grid: Grid, split: number): void {
  const inner = split - grid.left - 32
  const head: Hand = { weight: 600, ink: pen.theme.soft }
  const size: Hand = { weight: 700, ink: pen.theme.accent, anchor: 'end' }
  const bytes = bytesText(container.createBytes)
  const from = [
    t(`요청 하나 · HTTP · ${container.socket}`, `One request · HTTP · ${container.socket}`),
    t('요청 하나 · HTTP', 'One request · HTTP'),
  ] as const
  const room = split - grid.left - pen.set(bytes, Infinity, size).width - 30
  pen.say('request/head', pen.choose(from, room, head), [grid.left + 10, field.y + 16], room, head)
  pen.say('request/bytes', bytes, [split - 10, field.y + 16], 120, size)
  pen.shows(run.create.ref)
  const fit = (...lines: readonly [string, ...string[]]): string => pen.t(pen.choose(lines, inner, { mono: true }))
  const lines = [
    fit(`POST ${container.path} HTTP/1.1`, `POST ${container.path}`, `POST …/create${options.name.sent}`),
    `Content-Type: ${container.contentType}`,
    '',
    fit(`{"Image":"${options.image.sent}",`),
    ` "HostConfig":{`,
    fit(`   "Memory":${options.memory.sent}, …}}`),
  ]
  const y = field.y + 26
  const place = { x: grid.left, y, w: split - grid.left, h: field.bottom - y }
  pen.terminal('request', place, lines, { leading: 23, pad: 16 })
  pen.shows(run.create.ref)
}

/** The same CLI, four addresses: DOCKER_HOST or a context chooses. */
function places(pen: Pen, grid: Grid, desktop: boolean, x: number): void {
  const { theme } = pen
  const w = grid.right - x
  const head = pen.choose(
    [
      t(
        '데몬이 있는 곳 · DOCKER_HOST나 docker context로 고른다',
        'Where the daemon is · chosen by DOCKER_HOST or docker context',
      ),
      t('데몬이 있는 곳 · DOCKER_HOST', 'Where the daemon is · DOCKER_HOST'),
    ],
    w - 24,
    { weight: 600 },
  )
  pen.say('ways/head', head, [x + 12, field.y + 16], w - 24, {
    weight: 600,
    ink: theme.soft,
  })
  const note = { ink: theme.soft } as const
  // Beside the addresses, where there is room for all notes; else only whether it was recorded.
  const addressWidth = 282
  const noteRoom = w - 24 - addressWidth
  const beside = ways(desktop).every((way) => pen.set(way.note, noteRoom, note).fits)
  const short = (way: Way): Text => (way.id === 'unix' ? t('기록', 'recorded') : t('예시', 'example'))
  ways(desktop).forEach((way, i) => {
    const h = 30
    const y = field.y + 26 + i * (h + 8)
    const line = baseline(h / 2, 16)
    const ink = way.now ? theme.ink : theme.soft
    const look = way.now
      ? { fill: theme['accent-soft'], edge: theme.accent }
      : { fill: `${theme.paper}00`, edge: theme.edge }
    pen.card(
      `ways/${way.id}`,
      pen.plate({ x, y, w, h }, look, { dash: way.id === 'unix' ? 0 : 4, strokeWidth: way.now ? 2 : 1.4 }),
      [
        pen.writing(way.address, 12, line, w - 24, { mono: true, ink }),
        pen.writing(beside ? way.note : short(way), w - 12, line, noteRoom, { ...note, ink, anchor: 'end' }),
      ],
    )
    if (way.id === 'unix') pen.link(`ways/${way.id}`, run.create.ref)
  })
}
