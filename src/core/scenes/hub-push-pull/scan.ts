import type { Text } from '../../../contract/deck.ts'
import type { Room } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { tick } from './parts.ts'
import { moving, short } from './recorded.ts'
import { t } from '../../words/t.ts'

const TOGGLE = { y: 0, h: 72 } as const
/** The image of each day, and in it its layers, the base the lowest. */
const IMAGE = { y: 172, h: 184 } as const
const SLAB = { y: IMAGE.y + 48, h: 56, gap: 8, pad: 12 } as const
const LINE = 396
/** The middle of the switch, and the line on which what it sets off goes to the verdicts. */
const SWITCH = { right: 50, line: 88, verdict: 104 } as const
/** So long after a day comes the next. */
const DAY_MS = 360

interface Day {
  readonly key: 'pushed' | 'later' | 'rebuilt'
  readonly when: readonly [Text, Text]
  readonly base: readonly [Text, Text]
  readonly verdict: Text
  readonly good: boolean
}

const days: readonly Day[] = [
  {
    key: 'pushed',
    when: [t('올린 날', 'Day of the push'), t('올린 날', 'Pushed')],
    base: [t('베이스', 'base'), t('베이스', 'base')],
    verdict: t('통과', 'pass'),
    good: true,
  },
  {
    key: 'later',
    when: [t('새 CVE가 나온 날', 'Day of a new CVE'), t('새 CVE', 'New CVE')],
    base: [t('같은 베이스', 'the same base'), t('베이스', 'base')],
    verdict: t('위험', 'at risk'),
    good: false,
  },
  {
    key: 'rebuilt',
    when: [t('다시 빌드한 날', 'Day of the rebuild'), t('다시 빌드', 'Rebuilt')],
    base: [t('고쳐진 베이스', 'the fixed base'), t('새 베이스', 'fixed')],
    verdict: t('통과', 'pass'),
    good: true,
  },
]

/** HP-12: one image on three days. It stays as it is, what is known about it does not; and only a scan that is on tells. */
export function scan(pen: Pen, on: boolean): void {
  const { width } = pen.view
  const gap = width >= 1100 ? 150 : width >= 900 ? 110 : 84
  const w = (width - gap * (days.length - 1)) / days.length
  toggle(pen, width, on)
  timeline(pen, width)
  days.forEach((day, i) => {
    const room: Room = { x: i * (w + gap), w, ...IMAGE }
    drawDay(pen, day, room, on)
    // What becomes known comes one day after the other.
    const known = (): void => {
      told(pen, day, width, room.x + room.w / 2, on)
      verdict(pen, day, room.x + room.w / 2, on)
      if (!day.good) cve(pen, room)
      if (i) untilThen(pen, day, room.x - gap, gap)
    }
    if (i) pen.then(known, i * DAY_MS)
    else known()
  })
  pen.link('pushed', moving.put.ref)
}

/** Off until someone turns it on; pressed, it turns. */
function toggle(pen: Pen, width: number, on: boolean): void {
  const { theme } = pen
  const edge = on ? theme.accent : theme.soft
  const head = t('저장소 설정 · 이미지 스캔', 'Repository settings · image scanning')
  const rest = [
    t('Docker Scout 또는 정적 스캔, 저장소마다 켠다', 'Docker Scout or static scanning, switched on per repository'),
    t('Scout나 정적 스캔을 저장소마다', 'Scout or static, per repository'),
  ] as const
  const room = width - 150
  pen.card(
    'setting',
    pen.plate({ x: 0, w: width, ...TOGGLE }, { fill: theme.card, edge }, { r: 12, strokeWidth: 2.4 }),
    [
      pen.writing(head, 20, 31, room, { size: 18, weight: 700 }),
      pen.writing(pen.choose(rest, room), 20, 56, room, { ink: theme.soft }),
    ],
  )
  pen.turns({ knob: 'scanned', value: on ? 0 : 1 })
  const x = width - SWITCH.right - 30
  const fill = on ? theme.accent : theme.soft
  pen.box('switch', { x, y: 19, w: 60, h: 34 }, { fill, edge: fill }, { r: 17 })
  pen.turns({ knob: 'scanned', value: on ? 0 : 1 })
  pen.badge('switch/knob', [x + (on ? 43 : 17), 36], '', { w: 26, fill: theme.paper, stroke: theme.paper })
  pen.turns({ knob: 'scanned', value: on ? 0 : 1 })
  const hand = { weight: 700 as const, anchor: 'end' as const, ink: on ? theme.accent : theme.soft }
  pen.say('switch/on', on ? t('켬', 'on') : t('끔', 'off'), [x - 10, 42], 50, hand)
}

/** A verdict comes from the scan that was switched on: off, nothing comes. */
function told(pen: Pen, { key }: Day, width: number, middle: number, on: boolean): void {
  const { theme } = pen
  const x = width - SWITCH.right
  const way = [
    [x, TOGGLE.h + 1],
    [x, SWITCH.line],
    [middle, SWITCH.line],
    [middle, SWITCH.verdict - 1],
  ] as const
  const look = on ? { strokeWidth: 3, head: 10 } : { strokeWidth: 2, dash: 5 }
  pen.line(`${key}/told`, way, on ? theme.accent : theme.edge, { ...look, radius: 8 })
}

/** The days pass from left to right. */
function timeline(pen: Pen, width: number): void {
  const { theme } = pen
  const way = [
    [0, LINE],
    [width - 2, LINE],
  ] as const
  pen.line('time', way, theme.edge, { strokeWidth: 2.4, head: 11 })
  pen.say('example', t('예시', 'example'), [width, LINE - 14], 80, { anchor: 'end', ink: theme.soft })
}

/** The image on a day, and what a scan says about it. */
function drawDay(pen: Pen, day: Day, room: Room, on: boolean): void {
  const { theme } = pen
  const { key, good } = day
  const amber = on && !good
  const look = amber ? pen.tone('hyper') : pen.tone('lib')
  const middle = room.x + room.w / 2
  const hand = { size: 18, weight: 700 as const, anchor: 'middle' as const }
  pen.say(`${key}/when`, pen.choose(day.when, room.w, hand), [middle, LINE + 30], room.w, hand)
  pen.badge(`${key}/day`, [middle, LINE], '', { w: 18, fill: amber ? look.edge : theme.soft, stroke: theme.paper })
  const digest = key === 'rebuilt' ? 'sha256:…' : short(moving.image.digest)
  const outer = { fill: amber ? look.fill : theme.card, edge: look.edge }
  pen.card(key, pen.plate(room, outer, { r: 12, strokeWidth: amber ? 3.4 : 2 }), [
    pen.writing(digest, 16, 32, room.w - 28, { mono: true, size: 18, weight: 700, ink: amber ? look.ink : theme.ink }),
  ])
  const layers = [
    { name: 'app', words: t('내 앱', 'my app'), tone: look },
    {
      name: 'base',
      // The flaw takes its place beside the words.
      words: pen.choose(day.base, room.w - 2 * SLAB.pad - (good ? 28 : 104), { weight: 600 }),
      tone: key === 'rebuilt' ? pen.tone('app') : look,
    },
  ]
  layers.forEach(({ name, words, tone }, i) => {
    const y = SLAB.y + i * (SLAB.h + SLAB.gap)
    const plate = { x: room.x + SLAB.pad, y, w: room.w - 2 * SLAB.pad, h: SLAB.h }
    pen.card(`${key}/${name}`, pen.plate(plate, tone, { strokeWidth: 1.8, r: 6 }), [
      pen.writing(words, 16, 34, plate.w - 24, { weight: 600, ink: tone.ink }),
    ])
  })
}

/** A flaw that was in the base all along becomes known. */
function cve(pen: Pen, room: Room): void {
  const { theme } = pen
  const [w, h] = [64, 32]
  const x = room.x + room.w - SLAB.pad - w - 12
  const y = SLAB.y + SLAB.h + SLAB.gap + (SLAB.h - h) / 2
  const plate = pen.plate({ x, y, w, h }, { fill: theme.danger, edge: theme.danger }, { r: 5 })
  pen.card('cve', plate, [pen.writing('CVE', w / 2, 22, w - 8, { weight: 700, anchor: 'middle', ink: theme.paper })])
}

/** What the scan says; nothing where it is off. */
function verdict(pen: Pen, { key, verdict: words, good }: Day, middle: number, on: boolean): void {
  const { theme } = pen
  const said = on ? words : t('모름', 'unknown')
  const ground = !on ? theme.paper : good ? theme.good : theme['hyper-edge']
  const ink = on ? theme.paper : theme.soft
  const hand = { size: 22, weight: 700 as const, ink }
  const w = pen.set(said, Infinity, hand).width + 74
  const room: Room = { x: middle - w / 2, y: SWITCH.verdict, w, h: 48 }
  const edge = on ? ground : theme.soft
  pen.card(
    `${key}/verdict"${said.ko}`,
    pen.plate(room, { fill: ground, edge }, { r: 24, dash: on ? 0 : 5, strokeWidth: 2 }),
    [pen.writing(said, 52, 32, w - 58, hand)],
  )
  const [x, y] = [room.x + 28, room.y + 24]
  const sign = { size: 26, weight: 700 as const, anchor: 'middle' as const, ink }
  if (on && good) tick(pen, `${key}/sign`, [x - 8, y], ink)
  else pen.say(`${key}/sign`, on ? '!' : '?', [x, y + 9], 24, sign)
}

/** What lies between two days: the image stays, or is built again. */
function untilThen(pen: Pen, { key }: Day, x: number, gap: number): void {
  const { theme } = pen
  const y = IMAGE.y + IMAGE.h / 2 + 20
  const rebuilt = key === 'rebuilt'
  const way = [
    [x + 10, y],
    [x + gap - 10, y],
  ] as const
  const stroke = rebuilt ? theme.good : theme.soft
  pen.line(`${key}/from`, way, stroke, {
    strokeWidth: rebuilt ? 4 : 2.4,
    head: rebuilt ? 14 : 10,
    dash: rebuilt ? 0 : 5,
  })
  const hand = { weight: 700 as const, anchor: 'middle' as const, ink: rebuilt ? theme.good : theme.soft }
  const words = rebuilt
    ? ([t('다시 빌드', 'rebuild'), t('빌드', 'rebuild')] as const)
    : ([t('그대로', 'unchanged'), t('그대로', 'as is')] as const)
  pen.say(`${key}/from/words`, pen.choose(words, gap - 4, hand), [x + gap / 2, y - 14], gap - 4, hand)
}
