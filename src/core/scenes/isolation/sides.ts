import type { Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import type { EventRef } from '../../traces/digest.ts'
import type { Grid } from './grid.ts'
import { card, kernelBar, pair, processBox, sightInside } from './parts.ts'
import { names, network, web } from './recorded.ts'
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
  crossing(pen, grid, 'socket', 200, {
    host: t('TCP 소켓', 'TCP socket'),
    inside: network.dnat.to,
    said: network.direct.lines.join(' '),
    ref: network.direct.ref,
  })
  crossing(pen, grid, 'volume', 244, {
    host: t('볼륨의 파일', 'File in a volume'),
    inside: names.note,
    said: names.read.text,
    outwards: true,
    ref: names.read.ref,
  })
  processBox(pen, grid)
  sightInside(pen, grid)
  kernelBar(pen, grid)
}

interface Crossing {
  readonly host: Words
  readonly inside: string
  /** What came through. */
  readonly said: string
  /** It was written inside and read on the host. */
  readonly outwards?: boolean
  readonly ref: EventRef
}

/** Something that is on both sides: a line through the border. */
function crossing(pen: Pen, grid: Grid, key: string, y: number, o: Crossing): void {
  const { theme } = pen
  const { outwards = false, ref } = o
  const h = 36
  const w = grid.roomy ? 208 : grid.host.w - 32
  const look = { ...pen.tone('plain'), edge: theme.accent }
  const host = { x: grid.host.x + 16, y, w, h }
  const inside = { x: grid.inside.x + grid.inside.w - 16 - w, y, w, h }
  const flight = `${key}/packet`
  const end = (side: 'host' | 'inside'): void => {
    if (side === 'host') pen.block(`${key}/host`, host, look, o.host, { anchor: 'middle' })
    else pen.block(`${key}/inside`, inside, look, o.inside, { anchor: 'middle', weight: 400, mono: true })
    pen.shows(ref)
  }
  const [from, to] = outwards ? (['inside', 'host'] as const) : (['host', 'inside'] as const)
  end(from)
  pen.place(`${key}/${to}`, to === 'host' ? host : inside, { r: 8 })
  pen.with(flight, 'landed', () => end(to))
  const middle = y + h / 2
  const path = outwards
    ? ([
        [inside.x, middle],
        [host.x + w + 1, middle],
      ] as const)
    : ([
        [host.x + w, middle],
        [inside.x - 1, middle],
      ] as const)
  pen.with(flight, 'along', () =>
    pen.line(`${key}/line`, path, theme.accent, { strokeWidth: 3.2, head: 10, halo: true }),
  )
  pen.shows(ref)
  if (grid.roomy)
    pen.with(flight, 'passed', () =>
      pen.say(`${key}/said`, o.said, [host.x + w + 20, middle - 8], 180, { mono: true, ink: theme.soft }),
    )
  pen.packet(flight, path, '')
  pen.link(flight, ref)
}
