import type { Hand, Room, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { baseline } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { field, type Grid } from './grid.ts'
import { bytesOf, container, missing, pull, statusOf, type Moment } from './recorded.ts'
import { askedAtOnce, askedForPull } from './refused.ts'
import { imageStore, placeName, sideOf, toStore } from './image-store.ts'
import { armName, armRoom } from './fetching-arm.ts'
import { t } from '../../words/t.ts'
import { bytesText } from '../../words/bytes-text.ts'
import { numberText } from '../../words/number-text.ts'
import { msText } from '../../words/duration-text.ts'

interface Ticket {
  readonly id: string
  readonly moment: Moment
  readonly words: readonly [Words, ...Words[]]
}

const sizeOf = (moment: Moment): string => bytesText(bytesOf(moment))

/** What came for each request, as the arrows go: that dockerd asked for it says the sum below them. */
const tickets: readonly Ticket[] = [
  { id: 'probe', moment: missing.probe, words: [`/v2/ · ${statusOf(missing.probe)} · ${sizeOf(missing.probe)}`] },
  {
    id: 'tag',
    moment: missing.tag,
    words: [`manifests/1 · sha256:${pull.digest}…`, `digest · ${pull.digest}…`, 'digest'],
  },
  { id: 'manifest', moment: missing.manifest, words: [`manifest · ${sizeOf(missing.manifest)}`] },
  { id: 'config', moment: missing.config, words: [`config · ${sizeOf(missing.config)}`] },
  ...pull.layers.map(({ hex, moment }, i): Ticket => ({
    id: `layer-${i}`,
    moment,
    words: [
      t(`레이어 ${hex}… · ${sizeOf(moment)}`, `layer ${hex}… · ${sizeOf(moment)}`),
      t(`레이어 · ${sizeOf(moment)}`, `layer · ${sizeOf(moment)}`),
    ],
  })),
]

/** EF-4: the daemon fetches from the registry, by digest, into the image store. */
export function fetch(pen: Pen, grid: Grid, here: boolean): void {
  const { theme } = pen
  const side = sideOf(grid)
  if (here) askedAtOnce(pen, grid)
  else askedForPull(pen, grid, false)
  const lib = pen.tone('lib')
  const store = imageStore(pen, grid, here)
  const inner = side - 24
  const slabs: readonly [string, Words][] = here
    ? [['app-a', t(`app-a 레이어 ${container.imageLayers}개`, `app-a · ${container.imageLayers} layers`)]]
    : pull.layers.map(({ hex }): [string, Words] => [hex, grid.terse ? hex : t(`레이어 ${hex}`, `layer ${hex}`)])
  slabs.forEach(([id, words], i) => {
    const room = { x: store.x + 12, y: store.y + 44 + i * 38, w: inner, h: 32 }
    const unpacked = (): void => {
      pen.block(`store/${id}`, room, lib, words, { weight: 400, pad: 10 })
      if (here) return
      const y = room.y + room.h / 2
      const points = [
        [armRoom(grid).x - 1, y],
        [room.x + room.w + 2, y],
      ] as const
      pen.line(`store/${id}/unpack`, points, theme.accent, { head: 8, strokeWidth: 2.6 })
    }
    if (!here) pen.place(`store/${id}`, room, { r: 8 })
    pen.with(`fly/layer-${i}`, 'landed', unpacked, { after: 120 })
  })
  const kind = pen.choose(
    [
      t(
        '기록은 overlay2. 새로 설치한\n엔진 29는 containerd 저장소',
        'Recorded: overlay2. New Engine 29\ninstalls: containerd store',
      ),
      t('overlay2 (기록)\n엔진 29: containerd', 'overlay2 (recorded)\nEngine 29: containerd'),
      t('기록은 overlay2', 'here: overlay2'),
    ],
    inner,
    { lines: 2 },
  )
  pen.say('store/kind', kind, [store.x + 12, store.y + store.h - 36], inner, { ink: theme.soft, lines: 2, leading: 22 })
  registryBox(pen, { ...store, x: grid.right - side }, here)
  if (here) {
    toStore(pen, grid)
    nothingToFetch(pen, grid, side)
  } else {
    armName(pen, grid)
    wires(pen, grid, side)
  }
}

function registryBox(pen: Pen, room: Room, here: boolean): void {
  const { theme } = pen
  const look = here ? { fill: `${theme.paper}00`, edge: theme.edge } : { fill: theme.card, edge: pen.tone('hard').edge }
  pen.box('registry', room, look, { r: 10, strokeWidth: here ? 1.5 : 2, dash: here ? 4 : 0 })
  const inner = room.w - 24
  const ink = here ? theme.soft : theme.ink
  pen.say('registry/name', t('레지스트리', 'Registry'), [room.x + 12, room.y + 28], inner, { ...placeName, ink })
  if (here) return
  const soft: Hand = { ink: theme.soft, lines: 3, leading: 22 }
  pen.say(
    'registry/which',
    pen.choose(['registry.example:5000', 'registry.\nexample:5000'], inner, soft),
    [room.x + 12, room.y + 54],
    inner,
    soft,
  )
  // One line at the foot, below the last pill that leaves.
  pen.say(
    'registry/note',
    pen.choose([t('기록은 HTTP, 허브는 HTTPS', 'HTTP here, Hub: HTTPS'), t('기록은 HTTP', 'over HTTP')], inner),
    [room.x + 12, room.y + room.h - 14],
    inner,
    { ink: theme.soft },
  )
}

const [LANE, FIRST] = [26, 222]

/** One lane a request, all of them leftward to dockerd: what it asked for comes from the registry. */
function wires(pen: Pen, grid: Grid, side: number): void {
  const { theme } = pen
  const { x, w: reached } = armRoom(grid)
  const [from, to] = [grid.right - side - 4, x + reached + 3]
  const middleX = (from + to) / 2
  const most = from - to - 48
  const isLayer = ({ id }: Ticket): boolean => id.startsWith('layer')
  // Layers are alike: where one has no room for its digest, none says it.
  const brief = tickets.some((one) => isLayer(one) && !pen.set(one.words[0], most - 28, { weight: 600 }).fits)
  tickets.forEach((ticket, i) => {
    const y = FIRST + i * LANE
    const last = isLayer(ticket)
    const stroke = last ? theme.accent : pen.tone('daemon').edge
    const points = [
      [from, y],
      [to, y],
    ] as const
    pen.line(`wire/${ticket.id}`, points, stroke, { head: 8, strokeWidth: last ? 2.6 : 2 })
    pen.link(`wire/${ticket.id}`, ticket.moment.ref)
    const [first, ...shorter] = ticket.words
    const words = pen.choose(last && brief ? [shorter[0] ?? first] : ticket.words, most - 28)
    const w = Math.ceil(pen.set(words, Infinity, { weight: last ? 600 : 400 }).width) + 28
    const look = { ...pen.tone('plain'), fill: theme.card, edge: stroke }
    const room = { x: middleX - w / 2, y: y - 11, w, h: 22 }
    pen.with(`fly/${ticket.id}`, 'landed', () => {
      const hand = { anchor: 'middle', weight: last ? 600 : 400, leading: 20 } as const
      pen.block(`ticket/${ticket.id}`, room, look, words, { ...hand, r: 11 })
    })
    pen.link(`ticket/${ticket.id}`, ticket.moment.ref)
    pen.packet(`fly/${ticket.id}`, points, last ? sizeOf(ticket.moment) : '', {
      fill: stroke,
      ink: last ? theme['on-accent'] : theme.card,
    })
    pen.link(`fly/${ticket.id}`, ticket.moment.ref)
  })
  const sum = pen.choose(
    [
      t(
        `dockerd가 ${pull.calls}번 요청해 ${numberText(pull.bytes)} B · ${msText(pull.took)}`,
        `dockerd: ${pull.calls} calls, ${numberText(pull.bytes)} B · ${msText(pull.took)}`,
      ),
      t(`${pull.calls}번 · ${bytesText(pull.bytes)}`, `${pull.calls} calls · ${bytesText(pull.bytes)}`),
    ],
    from - to - 32,
  )
  pen.say('wire/sum', sum, [middleX, FIRST + tickets.length * LANE + 4], from - to - 16, {
    anchor: 'middle',
    ink: theme.soft,
  })
  pen.link(`wire/sum"${pen.t(sum)}`, missing.pull.ref)
}

function nothingToFetch(pen: Pen, grid: Grid, side: number): void {
  const { theme } = pen
  const [from, to] = [grid.left + side + 16, grid.right - side - 16]
  const y = (field.y + field.bottom) / 2
  pen.say(
    'wire/none',
    t('받을 것이 없다.\n레지스트리에는 묻지도 않는다', 'Nothing to fetch:\nthe registry is not even asked'),
    [(from + to) / 2, baseline(y, 20, 30, 2)],
    to - from,
    { size: 20, weight: 600, anchor: 'middle', lines: 3, leading: 30, ink: mix(theme.ink, theme.paper, 0.85) },
  )
}
