import type { Text } from '../../../contract/deck.ts'
import type { Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import type { Grid } from './grid.ts'
import { card, EXAMPLE, kernelBar, processBox } from './parts.ts'
import { owners } from './recorded.ts'
import { t } from '../../words/t.ts'

/** How user numbers are mapped: not at all, for containers only, or for the daemon as well. */
export type Mapping = 'off' | 'remap' | 'rootless'

/** The number that a rootless set-up maps root to is whoever runs it; this one stands for any. */
const SOMEONE = 1000

interface Owner {
  readonly uid: number
  readonly name: Text
  readonly map: string | undefined
  readonly daemon: Text
  readonly outcome: Text
  readonly safe: boolean
}

const cases: Readonly<Record<Mapping, Owner>> = {
  off: {
    uid: owners.plain.uid,
    name: t('root', 'root'),
    map: owners.plain.map,
    daemon: t('dockerd · root', 'dockerd · root'),
    outcome: t('뚫리면 호스트의 root', "escaped: the host's root"),
    safe: false,
  },
  remap: {
    uid: owners.remapped.uid,
    name: t('권한 없는 번호', 'no privileges'),
    map: owners.remapped.map,
    daemon: t('dockerd · 여전히 root', 'dockerd · still root'),
    outcome: t('뚫려도 권한 없는 번호', 'escaped: no privileges'),
    safe: true,
  },
  rootless: {
    uid: SOMEONE,
    name: t('일반 사용자 · 예시', 'normal user · example'),
    map: undefined,
    daemon: t('dockerd · 일반 사용자', 'dockerd · normal user'),
    outcome: t('데몬까지 일반 사용자', 'the daemon is one too'),
    safe: true,
  },
}

/** What the chip of the user namespace says. */
export const mappingWords = (mapping: Mapping): Words | undefined =>
  mapping === 'off' ? undefined : mapping === 'remap' ? `${owners.inside.uid} → ${owners.remapped.uid}` : 'rootless'

/** IS-7: who root inside is outside. */
export function ownUsers(pen: Pen, grid: Grid, mapping: Mapping): void {
  const { theme } = pen
  const owner = cases[mapping]
  const ps = mapping === 'remap' ? owners.remapped.ps : owners.plain.ps
  card(
    pen,
    grid,
    'host',
    mapping === 'rootless' ? { source: t('기록 아님 · 예시', 'not recorded · example') } : { command: ps.command },
  )
  card(pen, grid, 'inside', { command: owners.inside.command })
  const big = { size: grid.roomy ? 64 : 44, weight: 700 } as const
  const [left, right] = [grid.host.x + 16, grid.inside.x + 16]
  const width = grid.host.w - 32
  const ink = owner.safe ? theme['app-ink'] : theme['danger-ink']
  const label = { ink: theme.soft } as const
  pen.say('host/label', t('호스트에서의 UID', 'UID on the host'), [left, 96], width, label)
  const { right: uidEnd } = pen.say('host/uid', String(owner.uid), [left, grid.roomy ? 152 : 144], width, {
    ...big,
    ink,
  })
  if (mapping !== 'rootless') pen.shows(ps.ref)
  pen.say('host/user', owner.name, [left, grid.roomy ? 180 : 170], width, { size: 18, weight: 600, ink })
  pen.say('inside/label', t('안에서의 UID', 'UID inside'), [right, 96], width, label)
  pen.say('inside/uid', String(owners.inside.uid), [right, grid.roomy ? 152 : 144], width, big)
  pen.shows(mapping === 'remap' ? owners.remapped.inside.ref : owners.inside.ref)
  pen.say('inside/user', 'root', [right, grid.roomy ? 180 : 170], width, { size: 18, weight: 600 })
  pen.line(
    'map',
    [
      // The sign of equal numbers stands for both ends; without it the line comes from the number inside.
      [mapping === 'off' ? grid.middle : right - 12, 130],
      [uidEnd + 16, 130],
    ],
    ink,
    { strokeWidth: 3.2, head: 11, halo: true },
  )
  if (mapping === 'off')
    pen.badge('map/sign', [grid.middle, 130], '=', { w: 26, size: 18, fill: theme.danger, ink: theme.card })
  // The process that has both numbers.
  pen.line(
    'same/down',
    [
      [grid.middle, 130 + (mapping === 'off' ? 13 : 0)],
      [grid.middle, grid.process.y],
    ],
    pen.tone('app').edge,
    { strokeWidth: 3 },
  )
  const row = { y: 232, h: 44 }
  pen.block('daemon', { x: left, w: width, ...row }, pen.tone('daemon'), owner.daemon, { size: 17 })
  const safe = { ...pen.tone('plain'), fill: mix(theme.app, theme.paper, 0.2), edge: theme['app-edge'], ink: theme.ink }
  pen.block('outcome', { x: right, w: width, ...row }, owner.safe ? safe : pen.tone('danger'), owner.outcome, {
    size: 17,
  })
  pen.say('uid-map/name', 'uid_map', [left, 208], 80, { mono: true, ink: theme.soft })
  pen.say('uid-map', owner.map ?? EXAMPLE, [left + 76, 208], width - 76, { mono: owner.map !== undefined })
  if (mapping !== 'rootless') pen.shows((mapping === 'remap' ? owners.remapped : owners.plain).file.ref)
  processBox(pen, grid)
  kernelBar(pen, grid)
}
