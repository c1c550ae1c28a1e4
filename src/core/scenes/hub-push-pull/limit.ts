import type { Room } from '../../diagram/look.ts'
import type { Handle } from '../../diagram/mark.ts'
import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import type { Call } from './recorded-calls.ts'
import { lengthOf, LENGTHS } from './byte-length.ts'
import { ROW } from './grid.ts'
import { ticket } from './parts.ts'
import { docs, pings, pulls } from './recorded.ts'
import { shellCard } from './stage.ts'
import { t } from '../../words/t.ts'
import { bytesText } from '../../words/bytes-text.ts'

/** HP-6: what a pull asks, which of it counts, and how much of the window is left. */
export function limit(pen: Pen, used: number): void {
  const again = used > 1
  const { width } = pen.view
  const gap = width >= 1100 ? 64 : 32
  const left = Math.round((width - gap) * (width >= 1100 ? 0.42 : 0.46))
  const pull = pulls[again ? 2 : 0]
  const { line, output, ref } = pull.command
  // What a pull beyond the limit prints was not recorded.
  const answer = used > docs.pullLimits.anonymous ? {} : { output: output.at(-2) ?? '' }
  shellCard(pen, 'shell', { x: 0, w: width }, { line, ref, ...answer })
  requests(pen, { x: 0, y: 104, w: left, h: 336 }, again)
  counter(pen, { x: left + gap, y: 104, w: width - left - gap, h: 336 }, used)
}

/** The recorded requests, the one that counts set apart. */
function requests(pen: Pen, room: Room, again: boolean): void {
  const { theme } = pen
  const [first, , second] = pulls
  const total = first.blobs.reduce((sum, { down }) => sum + down, 0)
  const head = t('pull이 보낸 요청', 'A pull asks for')
  const hand = { size: 22, weight: 700 as const }
  pen.say('asked', head, [room.x, 122], room.w - 80, hand)
  pen.say('counts', t('횟수', 'counts'), [room.x + room.w - 32, 122], 80, { anchor: 'middle', ink: theme.soft })
  const free = room.w - 88 - pen.set(head, Infinity, hand).width - 16
  const length = pen.choose(LENGTHS, free)
  if (pen.set(length, free).fits)
    pen.say('length', length, [room.x + room.w - 72, 122], free, { anchor: 'end', ink: theme.soft })
  const rows: { call: Call | undefined; asked: string; bytes: number; counts: boolean }[] = (
    again ? [first, second] : [first]
  ).flatMap((pull, i) => [
    { call: pings[i], asked: 'GET /v2/', bytes: pings[i]?.down ?? 0, counts: false },
    { call: pull.head, asked: 'HEAD manifests/1', bytes: 0, counts: false },
    { call: pull.manifest, asked: 'GET manifests/sha256:…', bytes: pull.manifest.down, counts: true },
    ...(i === 0
      ? [{ call: first.blobs[1], asked: `GET blobs/… × ${first.blobs.length}`, bytes: total, counts: false }]
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
      [asked, asked.replace('sha256:', ''), asked.replace('/sha256:…', ''), asked.replace(/ .*/, '')],
      bytesText(bytes),
      {
        length: lengthOf(bytes, room.w - mark - 12),
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
  const quiet = { weight: 600 as const, ink: theme.soft }
  pen.say('asked/sum', pen.choose(wordings, room.w, quiet), [room.x, bottom], room.w, quiet)
}

/** Windows of six hours on one scale: a bar is as long as so many pulls are allowed. */
function counter(pen: Pen, room: Room, used: number): void {
  const { theme } = pen
  const { hours, anonymous, personal } = docs.pullLimits
  const head = t(`${hours}시간 한도 · 문서`, `Limit per ${hours} hours · documented`)
  pen.say('window', head, [room.x, 122], room.w, { size: 22, weight: 700 })
  const px = room.w / personal
  const open = plan(pen, room, 'anonymous', anonymous, 166, px)
  const count = `${Math.min(used, anonymous)} / ${anonymous}`
  const hand = { size: 28, weight: 700 as const, ink: theme.accent, anchor: 'end' as const, counts: true }
  pen.say('anonymous/count', count, [room.x + room.w, 168], 140, hand)
  const filled = Math.min(used, anonymous) * px
  pen.meter('anonymous/used', { ...open, w: filled }, 1, theme.accent, { r: 4 })
  over(pen, { x: open.x + open.w + 10, y: open.y, w: room.w - open.w - 10, h: open.h }, anonymous + 1, used > anonymous)
  const middle = open.y + open.h / 2
  pen.badge('anonymous/hold', [open.x + filled, middle], '', {
    w: 24,
    fill: theme.accent,
    stroke: theme.paper,
    strokeWidth: 3,
  })
  pen.turns(handleOf(open, anonymous))
  plan(pen, room, 'personal', personal, 306, px)
  pen.say('personal/count', String(personal), [room.x + room.w, 308], 100, { ...hand, ink: theme.soft })
  const rest = t('Pro·Team·Business는 한도 없음 (공정 사용)', 'Pro, Team, Business: none (fair use)')
  pen.say('others', rest, [room.x, 422], room.w, { ink: theme.soft })
}

/** A hand counts the pulls along the bar, and one more beyond its end. */
const handleOf = ({ x, w }: Room, most: number): Handle => ({
  knob: 'pulls',
  axis: 'x',
  places: [
    [x + w / most, 1],
    [x + w, most],
    [x + w + 12, most + 1],
  ],
})

/** A kind of account, and a bar for what it may pull. Gives where the bar is. */
function plan(pen: Pen, room: Room, key: 'anonymous' | 'personal', pulls: number, y: number, px: number): Room {
  const { theme } = pen
  const names = {
    anonymous: [
      t('로그인 없이 · IPv4 주소나 IPv6 /64마다', 'Not logged in · per IPv4 address or IPv6 /64'),
      t('로그인 없이 · IP마다', 'Not logged in · per IP'),
    ],
    personal: [t('Personal 계정', 'Personal account'), t('Personal', 'Personal')],
  } as const
  const lit = key === 'anonymous'
  const rest = room.w - 150
  pen.say(`${key}/name`, pen.choose(names[key], rest), [room.x, y], rest, { ink: lit ? theme.ink : theme.soft })
  const bar: Room = { x: room.x, y: y + 16, w: pulls * px, h: 56 }
  const edge = lit ? theme.accent : theme.edge
  pen.box(key, bar, { fill: theme.card, edge }, { r: 6, strokeWidth: lit ? 2.4 : 1.6 })
  if (lit) pen.turns(handleOf(bar, pulls))
  return bar
}

/** What the pull beyond the limit gets. */
function over(pen: Pen, room: Room, n: number, isReached: boolean): void {
  const { status } = docs.pullLimits
  const wordings = [
    t(`${n}번째 pull → ${status} Too Many Requests`, `pull ${n} → ${status} Too Many Requests`),
    t(`${n}번째 pull → ${status}`, `pull ${n} → ${status}`),
    t(`${n}번째 → ${status}`, `no. ${n} → ${status}`),
  ] as const
  const look = pen.tone('danger', !isReached)
  const words = pen.choose(wordings, room.w - 28, { weight: 700 })
  pen.card('over', pen.plate(room, look, { strokeWidth: isReached ? 3 : 1.8, dash: isReached ? 0 : 5 }), [
    pen.writing(words, 14, 24, room.w - 24, { weight: 700, ink: look.ink }),
    pen.writing(t('기록 아님', 'not recorded'), 14, 46, room.w - 24, { ink: look.ink }),
  ])
}
