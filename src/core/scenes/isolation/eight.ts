import type { Words } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { mix, type Tone } from '../../diagram/tone.ts'
import type { EventRef } from '../../traces/digest.ts'
import { t } from '../../words/t.ts'
import { chipNames } from './chip-names.ts'
import type { Grid } from './grid.ts'
import { card, kernelBar, sign } from './parts.ts'
import { group, host, names, namespaceIds, network, owners, root, web, type NamespaceId } from './recorded.ts'

const TOP = 46
const PITCH = 30
const HEIGHT = 26
const [CORNER, EDGE] = [4, 1.4]
const WALL = { y: 308, h: 48 }

type Wordings = readonly [Words, ...Words[]]

/** What one namespace separates: what the host has, and what is inside once it is separated. */
interface Separated {
  readonly host: Wordings
  /** What the host sees of it then, where that is another. */
  readonly outside?: { readonly words: Wordings; readonly ref: EventRef }
  readonly own: Wordings
  /** It is separated, and all the same nothing in it differs. */
  readonly same?: boolean
  readonly hostRef?: EventRef
  readonly ownRef?: EventRef
}

const [first, second] = web.processes
const docker0 = host.addresses.lines.find(({ name }) => name === 'docker0')
const separated: Readonly<Record<NamespaceId, Separated>> = {
  pid: {
    host: [`${first?.pid} ${first?.comm}, ${second?.pid} ${second?.comm} …`, t('프로세스 전부', 'all processes')],
    own: [`${web.insidePid} ${web.program}`],
    hostRef: web.tree.ref,
    ownRef: web.status.ref,
  },
  mnt: {
    host: [t('호스트의 / · 마운트 테이블', "the host's / and its mounts"), t('호스트의 /', "the host's /")],
    own: [`/ · ${root.listing.lines.join(' ')}`, 'overlay /'],
    hostRef: group.ref,
    ownRef: root.listing.ref,
  },
  net: {
    host: [`lo, docker0 ${docker0?.ip}`, 'lo, docker0'],
    own: [`lo, eth0 ${network.eth0.ip}`, 'lo, eth0'],
    hostRef: host.addresses.ref,
    ownRef: network.inside.ref,
  },
  uts: { host: [names.host], own: [web.hostname], hostRef: host.hostname.ref },
  ipc: {
    host: [t('호스트의 큐와 공유 메모리', "the host's queues"), t('호스트의 큐', "the host's")],
    own: [t('자기 큐와 공유 메모리', 'queues of its own'), t('자기 큐', 'its own')],
    hostRef: group.ref,
    ownRef: group.ref,
  },
  cgroup: {
    host: [group.outside.lines[0] ?? '', `…${group.outside.lines[0]?.slice(-13)}`],
    own: [group.inside.lines[0] ?? ''],
    hostRef: group.outside.ref,
    ownRef: group.inside.ref,
  },
  time: {
    host: [t('켜진 뒤 흐른 시간', 'time since boot'), t('켜진 뒤의 시간', 'since boot')],
    own: [t('켜진 뒤 흐른 시간 · 오프셋 0', 'time since boot · offset 0'), t('오프셋 0', 'offset 0')],
    same: true,
    hostRef: group.ref,
  },
  user: {
    // Who root is outside is asked by the next step.
    host: [t('호스트의 사용자', "the host's users"), t('호스트의 것', "the host's")],
    outside: {
      words: [
        t(`UID ${owners.remapped.uid} · 권한 없는 번호`, `UID ${owners.remapped.uid} · no privileges`),
        `UID ${owners.remapped.uid}`,
      ],
      ref: owners.remapped.ps.ref,
    },
    own: [`UID ${owners.inside.uid} root`],
    hostRef: group.ref,
    ownRef: owners.remapped.inside.ref,
  },
}

/** IS-6: what each namespace takes away; where one is off, what the host has reaches into the container. */
export function eightViews(pen: Pen, grid: Grid, own: readonly NamespaceId[]): void {
  card(pen, grid, 'host')
  card(pen, grid, 'inside')
  namespaceIds.forEach((id, i) => view(pen, grid, id, TOP + i * PITCH, own.includes(id)))
  timeOfDay(pen, grid)
  kernelBar(pen, grid)
}

/** One row: a plate on either side and whether they differ; what is not separated goes through the border as one. */
function view(pen: Pen, { host, inside, middle, roomy }: Grid, id: NamespaceId, y: number, isOwn: boolean): void {
  const { theme } = pen
  const one = separated[id]
  const same = !isOwn || one.same === true
  const from = { x: host.x + 8, y, w: host.w - 16, h: HEIGHT }
  const into = { x: inside.x + 8, y, w: inside.w - 16, h: HEIGHT }
  // Equal rows have one quiet look on both sides.
  const quiet = { fill: mix(theme.hard, theme.paper, 0.7), edge: theme['hard-edge'], ink: theme.ink }
  const own = same ? quiet : pen.tone('lib')
  const outer = same ? quiet : { fill: theme.card, edge: mix(theme['hard-edge'], theme.paper, 0.6) }
  pen.box(`view/${id}`, from, outer, { r: CORNER, strokeWidth: EDGE })
  pen.box(`view/${id}/plate`, into, own, { r: CORNER, strokeWidth: EDGE })
  if (!isOwn) bridge(pen, `view/${id}/through`, [from.x + from.w, into.x], y + HEIGHT / 2, quiet)
  const size = roomy ? 17 : 16
  const at = baseline(y + HEIGHT / 2, size)
  const first = from.x + (host.w >= 300 ? 100 : 80)
  pen.say(`view/${id}/name`, chipNames[id], [from.x + 10, at], 90, { size, weight: 700 })
  const say = (side: string, wordings: Wordings, x: number, width: number, ink: string, ref?: EventRef): void => {
    const hand = { size, mono: typeof wordings[0] === 'string', ink } as const
    pen.say(`view/${id}/${side}`, pen.choose(wordings, width, hand), [x, at], width, hand)
    if (ref) pen.shows(ref)
  }
  const outside = isOwn ? one.outside : undefined
  const reach = from.x + from.w - first - 6
  say('host', outside?.words ?? one.host, first, reach, theme.ink, outside?.ref ?? one.hostRef)
  if (isOwn) say('inside', one.own, into.x + 12, into.w - 20, own.ink, one.ownRef)
  // The very same words: not longer ones, though there is more room.
  else say('inside', one.host, into.x + 12, reach, own.ink, one.hostRef)
  sign(pen, `view/${id}`, [middle, y + HEIGHT / 2], same)
}

/** What is not separated is one thing that no border parts, where what is separated and equal is two. */
function bridge(
  pen: Pen,
  key: string,
  [left, right]: readonly [number, number],
  y: number,
  look: Pick<Tone, 'fill' | 'edge'>,
): void {
  const band = (key: string, inset: number, stroke: string, strokeWidth: number): void => {
    const path = [
      [left - inset, y],
      [right + inset, y],
    ] as const
    pen.line(key, path, stroke, { strokeWidth })
  }
  // As long as it takes to cover the corners of both plates.
  band(`${key}/edge`, CORNER, look.edge, HEIGHT + EDGE)
  band(key, CORNER + 2, look.fill, HEIGHT - EDGE)
}

/** Below both cards lies one thing that no switch separates. */
function timeOfDay(pen: Pen, { both, middle }: Grid): void {
  const room = { x: both.x, w: both.w, ...WALL }
  pen.box('wall', room, pen.tone('hard'), { strokeWidth: 2 })
  const words = t('**실제 시각** · 스위치가 없다: 언제나 하나', '**The time of day** · no switch: always one')
  pen.say('wall', words, [middle, baseline(room.y + room.h / 2, 18)], room.w - 24, { size: 18, anchor: 'middle' })
}
