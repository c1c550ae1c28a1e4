import type { Text } from '../../../contract/deck.ts'
import type { Hand, Pen, Words } from '../../diagram/pen.ts'
import { baseline } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { hop } from './calls.ts'
import { bottom, field, gapText, type Grid } from './grid.ts'
import { log } from './log.ts'
import {
  bytesOf,
  bytesText,
  container,
  countText,
  missing,
  msText,
  outputOf,
  pull,
  run,
  statusOf,
  type Moment,
} from './recorded.ts'

const t = (ko: string, en: string): Text => ({ ko, en })

/** What the CLI asks where the image is not there: create is refused, so it asks for a pull. */
function askedForPull(pen: Pen, grid: Grid, now: boolean): void {
  const { theme } = pen
  const { x } = grid
  const name = (key: string, words: Words, at: number, ink: string, moment: Moment, weight: 700 | 400 = 700): void => {
    pen.say(key, words, [at, gapText.first], 190, { size: weight === 700 ? 17 : 16, weight, ink })
    pen.link(`${key}"${pen.t(words)}`, moment.ref)
  }
  const pair = now ? 'lit' : 'past'
  hop(pen, 'call/ping', x.ping - 6, 'cli', 'dockerd', pair, missing.ping)
  hop(pen, 'call/ping/back', x.ping + 6, 'dockerd', 'cli', pair, missing.ping)
  hop(pen, 'call/create', x.create - 6, 'cli', 'dockerd', pair, missing.refusal)
  hop(pen, 'call/create/back', x.create + 6, 'dockerd', 'cli', now ? 'danger' : 'past', missing.refusal)
  const pullX = x.create + (grid.terse ? 116 : 140)
  hop(pen, 'call/pull', pullX, 'cli', 'dockerd', now ? 'now' : 'lit', missing.pull)
  if (now) {
    name('call/ping/name', 'ping', x.ping + 15, theme.ink, missing.ping)
    pen.say('call/ping/answer', statusOf(missing.ping), [x.ping + 15, gapText.second], 60, { ink: theme.soft })
    name('call/create/name', 'create', x.create + 15, theme.ink, missing.refusal)
    pen.say('call/create/answer', `${statusOf(missing.refusal)} ✕`, [x.create + 15, gapText.second], 90, {
      weight: 700,
      ink: theme['danger-ink'],
    })
  }
  name('call/pull/name', 'images/create', pullX + 11, now ? theme.accent : theme.ink, missing.pull)
  pen.say('call/pull/answer', t('곧 pull', 'that is, pull'), [pullX + 11, gapText.second], 120, { ink: theme.soft })
}

/** What the CLI asks where the image is there: create is answered at once. */
function askedAtOnce(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const { x } = grid
  hop(pen, 'call/ping', x.ping - 6, 'cli', 'dockerd', 'lit', run.ping)
  hop(pen, 'call/ping/back', x.ping + 6, 'dockerd', 'cli', 'lit', run.ping)
  hop(pen, 'call/create', x.create - 6, 'cli', 'dockerd', 'now', run.create)
  hop(pen, 'call/create/back', x.create + 6, 'dockerd', 'cli', 'now', run.create)
  pen.say('call/ping/name', 'ping', [x.ping + 15, gapText.first], 60, { size: 17, weight: 700 })
  pen.say('call/ping/answer', statusOf(run.ping), [x.ping + 15, gapText.second], 60, { ink: theme.soft })
  pen.say('call/create/name', 'create', [x.create + 15, gapText.first], 90, {
    size: 17,
    weight: 700,
    ink: theme.accent,
  })
  pen.say('call/create/answer', `${statusOf(run.create)}`, [x.create + 15, gapText.second], 90, { ink: theme.soft })
}

/** EF-3: the refusal, and what the CLI does then. */
export function refused(pen: Pen, grid: Grid, here: boolean): void {
  const room = { x: grid.left, right: grid.right, bottom: 336 }
  const y = 340
  if (here) {
    askedAtOnce(pen, grid)
    log(
      pen,
      'log',
      [t('기록 · 이미지가 있을 때', 'Recorded · with the image here')],
      [
        { moment: run.ping, what: ['HEAD /_ping'], mark: statusOf(run.ping) },
        {
          moment: run.create,
          what: ['POST /containers/create?name=web'],
          mark: t(`${statusOf(run.create)} · 묻고 바로 답`, `${statusOf(run.create)} · answered at once`),
          now: true,
        },
      ],
      { ...room, note: t('404도 pull도 없다', 'No 404, no pull') },
    )
    pen.terminal('said', { x: grid.left, y, w: grid.right - grid.left, h: 36 }, [outputOf(run.typed)[0] ?? ''])
    pen.link(`said"${outputOf(run.typed)[0] ?? ''}`, run.typed.ref)
    return
  }
  askedForPull(pen, grid, true)
  log(
    pen,
    'log',
    [
      t('기록 · 다른 실행, 이미지가 없을 때', 'Recorded · another run, whose image was not here'),
      t('기록 · 이미지가 없을 때', 'Recorded · image not here'),
    ],
    [
      {
        moment: missing.refusal,
        what: ['POST /containers/create'],
        mark: grid.roomy ? `404 ${pull.refusal}` : t('404 이미지 없음', '404 no such image'),
      },
      {
        moment: missing.pull,
        what: [
          `POST /images/create?fromImage=${pull.image.replace(/:[^:]*$/, '')}&tag=${pull.image.replace(/^.*:/, '')}`,
          `POST /images/create?fromImage=…/busybox&tag=${pull.image.replace(/^.*:/, '')}`,
        ],
        mark: t('CLI가 부탁한다', 'the CLI asks for it'),
        now: true,
      },
    ],
    {
      ...room,
      note: t('기본은 --pull missing: 없을 때만 받는다', 'The default is --pull missing: only what is not here'),
    },
  )
  pen.terminal('said', { x: grid.left, y, w: grid.right - grid.left, h: 36 }, [pull.unable])
  pen.link(`said"${pull.unable}`, missing.typed.ref)
}

interface Ticket {
  readonly id: string
  readonly moment: Moment
  readonly words: readonly [Words, ...Words[]]
}

const tickets: readonly Ticket[] = [
  {
    id: 'tag',
    moment: missing.tag,
    words: [`HEAD manifests/1 → sha256:${pull.digest}…`, `HEAD → ${pull.digest}…`, `HEAD → digest`],
  },
  {
    id: 'manifest',
    moment: missing.manifest,
    words: [
      `GET manifest · ${bytesText(bytesOf(missing.manifest))}`,
      `manifest ${bytesText(bytesOf(missing.manifest))}`,
    ],
  },
  {
    id: 'config',
    moment: missing.config,
    words: [`GET config · ${bytesText(bytesOf(missing.config))}`, `config ${bytesText(bytesOf(missing.config))}`],
  },
  ...pull.layers.map(({ hex, moment }, i): Ticket => ({
    id: `layer-${i}`,
    moment,
    words: [
      t(`GET 층 ${hex}… · ${bytesText(bytesOf(moment))}`, `GET layer ${hex}… · ${bytesText(bytesOf(moment))}`),
      t(`층 · ${bytesText(bytesOf(moment))}`, `layer · ${bytesText(bytesOf(moment))}`),
    ],
  })),
]

/** EF-4: the daemon fetches from the registry, by digest, into the image store. */
export function fetch(pen: Pen, grid: Grid, here: boolean): void {
  const { theme } = pen
  const side = grid.terse ? 152 : grid.roomy ? 248 : 200
  const h = field.bottom - field.y
  const store = { x: grid.left, y: field.y, w: side, h }
  const registry = { x: grid.right - side, y: field.y, w: side, h }
  if (here) askedAtOnce(pen, grid)
  else askedForPull(pen, grid, false)
  const drop = store.x + side / 2
  pen.line(
    'store/from',
    [
      [drop, bottom('containerd') + 1],
      [drop, store.y - 1],
    ],
    pen.tone('daemon').edge,
    { head: 8 },
  )
  const lib = pen.tone('lib')
  pen.box('store', store, { fill: theme.card, edge: lib.edge }, { r: 10, strokeWidth: 2 })
  const hand: Hand = { size: 18, weight: 700 }
  const inner = side - 24
  pen.say('store/name', t('이미지 저장소', 'Image store'), [store.x + 12, store.y + 28], inner, hand)
  const slabs: readonly [string, Words][] = here
    ? [['app-a', t(`app-a · 층 ${container.imageLayers}개`, `app-a · ${container.imageLayers} layers`)]]
    : pull.layers.map(({ hex }): [string, Words] => [hex, grid.terse ? `${hex}` : t(`층 ${hex}`, `layer ${hex}`)])
  slabs.forEach(([id, words], i) => {
    const y = store.y + 44 + i * 38
    pen.block(`store/${id}`, { x: store.x + 12, y, w: inner, h: 32 }, lib, words, { weight: 400, rise: -12 })
  })
  const kind = pen.choose(
    [
      t(
        '기록은 overlay2. 새로 설치한\nEngine 29는 containerd 저장소',
        'Recorded: overlay2. New Engine 29\ninstalls: containerd store',
      ),
      t('overlay2 (기록)\nEngine 29: containerd', 'overlay2 (recorded)\nEngine 29: containerd'),
      t('기록은 overlay2', 'here: overlay2'),
    ],
    inner,
    { lines: 2 },
  )
  pen.say('store/kind', kind, [store.x + 12, store.y + h - 36], inner, { ink: theme.soft, lines: 2, leading: 22 })
  registryBox(pen, registry, here, hand)
  if (here) nothingToFetch(pen, grid, side)
  else wires(pen, grid, side)
}

function registryBox(pen: Pen, room: { x: number; y: number; w: number; h: number }, here: boolean, hand: Hand): void {
  const { theme } = pen
  const look = here ? { fill: `${theme.paper}00`, edge: theme.edge } : { fill: theme.card, edge: pen.tone('hard').edge }
  pen.box('registry', room, look, { r: 10, strokeWidth: here ? 1.5 : 2, dash: here ? 4 : 0 })
  const inner = room.w - 24
  const ink = here ? theme.soft : theme.ink
  pen.say('registry/name', t('레지스트리', 'Registry'), [room.x + 12, room.y + 28], inner, { ...hand, ink })
  if (here) return
  const soft: Hand = { ink: theme.soft, lines: 3, leading: 22 }
  pen.say(
    'registry/which',
    pen.choose(['registry.example:5000', 'registry.\nexample:5000'], inner, soft),
    [room.x + 12, room.y + 54],
    inner,
    soft,
  )
  pen.say(
    'registry/note',
    pen.choose(
      [
        t('이 기록은 HTTP였다.\nDocker Hub는 HTTPS', 'Recorded over HTTP.\nDocker Hub: HTTPS'),
        t('기록은 HTTP,\nHub는 HTTPS', 'here: HTTP\nHub: HTTPS'),
      ],
      inner,
      { lines: 2 },
    ),
    [room.x + 12, room.y + room.h - 36],
    inner,
    soft,
  )
}

const [LANE, FIRST] = [30, 222]

/** One lane a request, all of them leftward: what was asked for comes from the registry. */
function wires(pen: Pen, grid: Grid, side: number): void {
  const { theme } = pen
  const [from, to] = [grid.right - side - 4, grid.left + side + 4]
  const middleX = (from + to) / 2
  const most = from - to - 48
  tickets.forEach((ticket, i) => {
    const y = FIRST + i * LANE
    const last = ticket.id.startsWith('layer')
    const stroke = last ? theme.accent : pen.tone('daemon').edge
    const points = [
      [from, y],
      [to, y],
    ] as const
    pen.line(`wire/${ticket.id}`, points, stroke, { head: 8, strokeWidth: last ? 2.6 : 2 })
    pen.link(`wire/${ticket.id}`, ticket.moment.ref)
    const words = pen.choose(ticket.words, most - 28)
    const w = Math.ceil(pen.set(words, Infinity, { weight: last ? 600 : 400 }).width) + 28
    const look = { ...pen.tone('plain'), fill: theme.card, edge: stroke }
    pen.block(`ticket/${ticket.id}`, { x: middleX - w / 2, y: y - 12, w, h: 24 }, look, words, {
      anchor: 'middle',
      r: 12,
      weight: last ? 600 : 400,
      leading: 20,
    })
    pen.link(`ticket/${ticket.id}`, ticket.moment.ref)
    pen.packet(
      `fly/${ticket.id}`,
      points,
      last ? bytesText(bytesOf(ticket.moment)) : '',
      stroke,
      last ? theme['on-accent'] : theme.card,
    )
    pen.link(`fly/${ticket.id}`, ticket.moment.ref)
  })
  const sum = pen.choose(
    [
      t(
        `${pull.calls}번 묻고 ${countText(pull.bytes)} 바이트 · pull ${msText(pull.took)}`,
        `${pull.calls} calls, ${countText(pull.bytes)} bytes · pull ${msText(pull.took)}`,
      ),
      t(`${pull.calls}번 · ${bytesText(pull.bytes)}`, `${pull.calls} calls · ${bytesText(pull.bytes)}`),
    ],
    from - to - 32,
  )
  pen.say('wire/sum', sum, [middleX, FIRST + 5 * LANE - 1], from - to - 16, { anchor: 'middle', ink: theme.soft })
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
