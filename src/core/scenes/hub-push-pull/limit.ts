import type { Room } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import type { Call } from './recorded-calls.ts'
import { ROW } from './grid.ts'
import { ticket } from './parts.ts'
import { docs, pings, pulls } from './recorded.ts'
import { shellCard } from './stage.ts'
import { t } from '../../words/t.ts'
import { bytesText } from '../../words/bytes-text.ts'

/** How many pulls one bar of the counter holds. */
const PER_BAR = 20
const [BAR, PITCH, PAD] = [7, 10, 8]

/** HP-6: what a pull asks, which of it counts, and how much of the window is left. */
export function limit(pen: Pen, again: boolean): void {
  const { width } = pen.view
  const gap = width >= 1100 ? 64 : 32
  const left = Math.round((width - gap) * (width >= 1100 ? 0.42 : 0.46))
  const pull = pulls[again ? 2 : 0]
  shellCard(
    pen,
    'shell',
    { x: 0, w: width },
    { line: pull.command.line, output: pull.command.output.at(-2) ?? '', ref: pull.command.ref },
  )
  requests(pen, { x: 0, y: 104, w: left, h: 336 }, again)
  counter(pen, { x: left + gap, y: 104, w: width - left - gap, h: 336 }, again ? 2 : 1)
}

/** The recorded requests, the one that counts set apart. */
function requests(pen: Pen, room: Room, again: boolean): void {
  const { theme } = pen
  const [first, , second] = pulls
  const total = first.blobs.reduce((sum, { down }) => sum + down, 0)
  pen.say('asked', t('pull이 보낸 요청', 'What a pull asks'), [room.x, 122], room.w - 80, { size: 22, weight: 700 })
  pen.say('counts', t('횟수', 'counts'), [room.x + room.w - 32, 122], 80, { anchor: 'middle', ink: theme.soft })
  const rows: { call: Call | undefined; asked: string; bytes: string; counts: boolean }[] = (
    again ? [first, second] : [first]
  ).flatMap((pull, i) => [
    { call: pings[i], asked: 'GET /v2/', bytes: '', counts: false },
    { call: pull.head, asked: 'HEAD manifests/1', bytes: bytesText(0), counts: false },
    { call: pull.manifest, asked: 'GET manifests/sha256:…', bytes: bytesText(pull.manifest.down), counts: true },
    ...(i === 0
      ? [{ call: first.blobs[1], asked: `GET blobs/… × ${first.blobs.length}`, bytes: bytesText(total), counts: false }]
      : []),
  ])
  const pitch = again ? 36 : 56
  const mark = 64
  rows.forEach(({ call, asked, bytes, counts }, i) => {
    const y = 140 + i * pitch + (again && i > 3 ? 8 : 0)
    const stroke = counts ? theme.accent : mix(theme.soft, theme.paper, 0.76)
    ticket(
      pen,
      `asked-${i}`,
      { x: room.x, y, w: room.w - mark - 12, h: ROW },
      [asked, asked.replace('sha256:', ''), asked.replace('/sha256:…', '')],
      bytes,
      {
        stroke,
        fill: counts ? theme['accent-soft'] : theme.paper,
        ink: counts ? theme.ink : theme.soft,
        strong: counts,
        link: call?.ref,
      },
    )
    pen.say(`counts-${i}`, counts ? '+1' : '0', [room.x + room.w - mark / 2, y + 22], mark, {
      size: counts ? 22 : 18,
      weight: counts ? 700 : 400,
      anchor: 'middle',
      ink: counts ? theme.accent : theme.soft,
    })
  })
  const bottom = 140 + rows.length * pitch + (again ? 32 : 24)
  const wordings = again
    ? ([
        t('두 번째는 레이어가 0개여도 1회', 'The second time: no layers, still one pull'),
        t('레이어가 0개여도 1회', 'No layers, still one pull'),
      ] as const)
    : ([
        t('세는 것은 용량이 아니라 매니페스트 GET', 'Counted: GETs of manifests, not bytes'),
        t('매니페스트 GET만 센다', 'Only manifest GETs count'),
      ] as const)
  const hand = { weight: 600 as const, ink: theme.soft }
  pen.say('asked/sum', pen.choose(wordings, room.w, hand), [room.x, bottom], room.w, hand)
}

interface Plan {
  readonly key: string
  readonly pulls: number
  readonly name: { ko: string; en: string }
  readonly short: { ko: string; en: string }
}

/** Windows of six hours, drawn to one scale: a bar is twenty pulls. */
function counter(pen: Pen, room: Room, used: number): void {
  const { theme } = pen
  const { hours, anonymous, personal, status } = docs.pullLimits
  pen.say('window', t(`${hours}시간 한도 · 문서`, `Limit per ${hours} hours · documented`), [room.x, 122], room.w, {
    size: 22,
    weight: 700,
  })
  const plans: readonly Plan[] = [
    {
      key: 'anonymous',
      pulls: anonymous,
      name: t('로그인 없이 · IPv4 주소나 IPv6 /64마다', 'Not logged in · per IPv4 address or IPv6 /64'),
      short: t('로그인 없이 · IP마다', 'Not logged in · per IP'),
    },
    {
      key: 'personal',
      pulls: personal,
      name: t('Personal 계정', 'Personal account'),
      short: t('Personal', 'Personal'),
    },
  ]
  let y = 152
  plans.forEach((plan, p) => {
    const lit = p === 0
    const label = `${used} / ${plan.pulls}`
    const number = { size: 22, weight: 700 as const, ink: lit ? theme.accent : theme.soft }
    const count = lit ? label : String(plan.pulls)
    const wide = pen.set(count, Infinity, number).width
    pen.say(
      `${plan.key}/name`,
      pen.choose([plan.name, plan.short], room.w - wide - 12),
      [room.x, y],
      room.w - wide - 12,
      {
        ink: lit ? theme.ink : theme.soft,
      },
    )
    pen.say(`${plan.key}/count`, count, [room.x + room.w, y + 2], wide + 1, { ...number, anchor: 'end' })
    const bars = plan.pulls / PER_BAR
    const tub: Room = { x: room.x, y: y + 10, w: room.w, h: bars * PITCH + 2 * PAD - (PITCH - BAR) }
    pen.box(
      `${plan.key}/tub`,
      tub,
      { fill: theme.card, edge: lit ? theme.accent : theme.edge },
      { strokeWidth: lit ? 2.2 : 1.6 },
    )
    for (let i = 0; i < bars; i++) {
      const share = lit && i === 0 ? used / PER_BAR : 0
      const bar: Room = { x: tub.x + PAD, y: tub.y + PAD + i * PITCH, w: tub.w - 2 * PAD, h: BAR }
      pen.meter(`${plan.key}-${i}`, bar, share, theme.accent, { track: theme.rule, r: 3 })
    }
    y = tub.y + tub.h + 8
    if (lit) {
      over(pen, { x: room.x, y, w: room.w, h: ROW }, anonymous + 1, status)
      y += ROW + 32
    }
  })
  pen.say(
    'others',
    t('Pro·Team·Business는 한도 없음 (공정 사용)', 'Pro, Team, Business: none (fair use)'),
    [room.x, 436],
    room.w,
    { ink: theme.soft },
  )
}

/** What the next pull gets. */
function over(pen: Pen, room: Room, n: number, status: number): void {
  const { theme } = pen
  const words = t(`${n}번째 pull → ${status} Too Many Requests`, `pull ${n} → ${status} Too Many Requests`)
  const brief = t(`${n}번째 → ${status}`, `pull ${n} → ${status}`)
  const look = pen.tone('danger')
  pen.card('over', pen.plate(room, look, { strokeWidth: 2 }), [
    pen.writing(pen.choose([words, brief], room.w - 120, { weight: 600 }), 12, 21.5, room.w - 24, {
      weight: 600,
      ink: look.ink,
    }),
    pen.writing(t('기록 아님', 'not recorded'), room.w - 12, 21.5, 110, { anchor: 'end', ink: theme['danger-ink'] }),
  ])
}
