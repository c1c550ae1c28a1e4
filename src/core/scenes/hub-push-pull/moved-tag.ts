import type { Text } from '../../../contract/deck.ts'
import type { Room } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import { rowY, type Grid } from './grid.ts'
import { landed, pointer, ticket } from './parts.ts'
import { moving, short } from './recorded.ts'
import { detailPanel, shellCard } from './stage.ts'
import { t } from '../../words/t.ts'
import { bytesText } from '../../words/bytes-text.ts'

/** Where the name stands, and what it can stand on. */
const FLAG = { y: 172, h: 40 } as const
const BOX = { y: 236, h: 92 } as const
const FLIGHT = 'moving/fly'

interface Places {
  readonly old: Room
  readonly new: Room
}

const middleOf = ({ x, w }: Room): number => x + w / 2

/** HP-10: the same tag pushed again. Without a rule it moves; an immutable one stays. */
export function movedTag(pen: Pen, grid: Grid, fixed: boolean): void {
  const narrow = grid.width < 900
  const left: Room = { ...grid.left, w: narrow ? 196 : grid.left.w }
  const x = left.w + 24
  const right: Room = { ...grid.right, x, w: grid.width - x }
  const { command } = moving.fixed
  const output = command.output.at(-2) ?? ''
  shellCard(pen, 'shell', { x: 0, w: grid.width }, { line: command.line, output, ref: command.ref })
  detailPanel(pen, { left, right }, 'left', t('**올리는 쪽** · CI', '**Pushing** · CI'), true)
  const name = `\`${moving.image.repo}\``
  detailPanel(pen, { left, right }, 'right', t(`**레지스트리** · ${name}`, `**Registry** · ${name}`), false)
  pushesOfTag(pen, left, x, fixed)
  const gap = narrow ? 24 : 96
  const w = (right.w - 48 - gap) / 2
  const places: Places = {
    old: { x: x + 24, w, ...BOX },
    new: { x: x + 24 + w + gap, w, ...BOX },
  }
  images(pen, places, fixed)
  standingName(pen, places, fixed)
  rule(pen, right, fixed)
  byDigest(pen, right, places.old)
}

/** Two pushes of one name: the first is recorded, the second an example. */
function pushesOfTag(pen: Pen, left: Room, x: number, fixed: boolean): void {
  const { theme } = pen
  const status = moving.put.status
  const one = (key: string, y: number, title: string, sub: Text, stroke: string, dash: number): void => {
    const at: Room = { x: left.x + 12, y, w: left.w - 24, h: 56 }
    pen.card(key, pen.plate(at, { fill: theme.card, edge: stroke }, { dash, strokeWidth: 2 }), [
      pen.writing(title, 12, 23, at.w - 20, { mono: true }),
      pen.writing(sub, 12, 46, at.w - 20, { ink: theme.soft }),
    ])
  }
  one('push-1', 160, `PUT …/1 ${status}`, t('처음 · 기록', 'first · recorded'), pen.tone('plain').edge, 0)
  pen.link('push-1', moving.put.ref)
  const stroke = fixed ? theme.danger : theme.accent
  const sub = fixed ? t('거절 · 예시', 'refused · example') : t('다시 · 예시', 'again · example')
  one('push-2', BOX.y + 18, 'PUT …/1', sub, stroke, 5)
  const y = BOX.y + 46
  const way = [
    [left.x + left.w - 12, y],
    [fixed ? x - 6 : x - 1, y],
  ] as const
  pen.line('push-2/wire', way, stroke, { strokeWidth: 2.6, head: fixed ? 0 : 9 })
  if (fixed) pen.badge('push-2/stop', [x - 2, y], '×', { w: 26, size: 20, fill: theme.danger, ink: theme.paper })
}

/** The two images: the one the name stood on first, and the one that came after it. */
function images(pen: Pen, places: Places, fixed: boolean): void {
  const { theme } = pen
  const lib = pen.tone('lib')
  const card = (
    key: 'old' | 'new',
    title: string,
    lines: readonly [Text, Text],
    edge: string,
    isHere: boolean,
  ): void => {
    const room = places[key]
    const fill = isHere ? lib.fill : theme.paper
    const ink = isHere ? lib.ink : theme.soft
    pen.card(key, pen.plate(room, { fill, edge }, { r: 10, strokeWidth: 2.4, dash: isHere ? 0 : 6 }), [
      pen.writing(title, 18, 32, room.w - 28, { mono: true, size: 20, weight: 700, ink }),
      ...lines.map((line, i) => pen.writing(line, 18, 57 + 22 * i, room.w - 28, { ink: i ? ink : theme.soft })),
    ])
  }
  const old = fixed
    ? t('태그가 계속 여기에 있다', 'the tag is still here')
    : t('남아 있지만 이름이 없다', 'kept, without a name')
  const first = t('처음 올린 것 · 기록', 'pushed first · recorded')
  card('old', short(moving.image.digest), [first, old], lib.edge, true)
  const fresh = fixed ? t('들어오지 못한다', 'rejected') : t('지금 :1이 가리키는 것', 'what :1 points to now')
  const again = t('다시 올린 것 · 예시', 'pushed again · example')
  card('new', 'sha256:…', [again, fresh], fixed ? theme.edge : theme.accent, !fixed)
}

/** The name as a flag over an image: by hand it goes from the one to the other. */
function standingName(pen: Pen, places: Places, fixed: boolean): void {
  const { theme } = pen
  const [from, to] = [middleOf(places.old), middleOf(places.new)]
  const w = places.old.w > 220 ? 116 : 88
  const at = fixed ? from : to
  const soft = mix(theme.soft, theme.paper, 0.5)
  const y = FLAG.y
  const size = { w, h: FLAG.h, size: 24 }
  if (!fixed) {
    pen.badge('moving/was', [from, y], '', {
      shape: 'flag',
      ...size,
      fill: theme.paper,
      stroke: soft,
      strokeWidth: 1.4,
    })
    const way = [
      [from + w / 2 + 6, y],
      [to - w / 2 - 8, y],
    ] as const
    pen.line('moving/way', way, theme.accent, { strokeWidth: 3, head: 12 })
    const words = t('태그 이동', 'the tag moves')
    const room = to - from - w - 16
    const hand = { size: 18, weight: 700 as const, anchor: 'middle' as const, ink: theme.accent }
    const named = (): unknown => pen.say('moving/words', words, [(from + to) / 2, y - 12], room, hand)
    // The flag would hide them on its way.
    if (pen.set(words, room, hand).fits) pen.with(FLIGHT, 'passed', named)
    // The flag covers all of it but its notch.
    pen.place('moving', { x: to - w / 2, y: y - FLAG.h / 2, w: w - FLAG.h / 3, h: FLAG.h })
    pen.packet(
      FLIGHT,
      [
        [from, y],
        [to, y],
      ],
      ':1',
    )
  }
  landed(pen, fixed ? undefined : FLIGHT, () => {
    pen.badge('moving', [at, y], ':1', {
      shape: 'flag',
      ...size,
      fill: theme['accent-soft'],
      ink: theme.ink,
      stroke: theme.accent,
      strokeWidth: 2.6,
    })
  })
  pen.turns({
    knob: 'retag',
    axis: 'x',
    places: [
      [from, 1],
      [to, 0],
    ],
  })
  const pole = [
    [at, y + FLAG.h / 2 + 2],
    [at, BOX.y - 1],
  ] as const
  landed(
    pen,
    fixed ? undefined : FLIGHT,
    () => {
      pointer(pen, 'moving/points', pole, true)
    },
    60,
  )
}

/** Whether the repository lets a tag move: pressed, it is the other. */
function rule(pen: Pen, right: Room, fixed: boolean): void {
  const { theme } = pen
  const words = fixed ? t('불변 태그', 'immutable tags') : t('태그를 옮길 수 있음', 'tags may move')
  const ink = fixed ? theme.danger : theme.soft
  const w = pen.set(words, Infinity, { weight: 600 }).width + 28
  const room: Room = { x: right.x + right.w - w - 12, y: 110, w, h: 32 }
  pen.card(`rule"${words.ko}`, pen.plate(room, { fill: theme.paper, edge: ink }, { r: 16 }), [
    pen.writing(words, w / 2, baseline(16, 16), w - 12, { weight: 600, anchor: 'middle', ink }),
  ])
  pen.turns({ knob: 'retag', value: fixed ? 0 : 1 })
}

/** What a digest names stays the same, wherever the tag is. */
function byDigest(pen: Pen, right: Room, old: Room): void {
  const { theme } = pen
  const { manifest } = moving.fixed
  const y = rowY(6) - 14
  const room: Room = { x: right.x + 24, y, w: right.w - 48, h: 44 }
  const asked = [
    `GET …/manifests/sha256:${short(manifest.digest)}… ${manifest.status}`,
    `GET …@${short(manifest.digest)} ${manifest.status}`,
    `GET ${manifest.status}`,
  ] as const
  const look = { stroke: theme.good, strong: true, link: manifest.ref }
  ticket(pen, 'fixed', room, asked, bytesText(manifest.down), look)
  const x = middleOf(old)
  const way = [
    [x, y],
    [x, BOX.y + BOX.h + 1],
  ] as const
  pen.line('fixed/points', way, theme.good, { strokeWidth: 3, head: 11 })
  const words = t('다이제스트로는 늘 같은 것', 'by digest: always the same')
  const at = [x + 16, (y + BOX.y + BOX.h) / 2 + 6] as const
  pen.say('fixed/words', words, at, right.x + right.w - x - 28, { weight: 600, ink: theme.good })
}
