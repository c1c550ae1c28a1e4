import { shortened } from '../../diagram/parts/shortened.ts'
import type { Text } from '../../../contract/deck.ts'
import type { Room } from '../../diagram/look.ts'
import type { Point } from '../../diagram/mark.ts'
import type { Pen } from '../../diagram/pen.ts'
import type { Call } from './recorded-calls.ts'
import { slotMiddle, ROW, rowY, TOP, type Grid } from './grid.ts'
import { blobSlot, inTurn, landed, ticket } from './parts.ts'
import { token } from './recorded.ts'
import { auth, stage } from './stage.ts'
import { t } from '../../words/t.ts'
import { bytesText } from '../../words/bytes-text.ts'

const FLIGHT = 22

interface Turn {
  readonly call: Call
  readonly row: number
  readonly asked: string
  readonly answer: string
  readonly note: string
  readonly stroke: string
  readonly title: Text
}

/** HP-3: refused, a token, and again with it. */
export function challenge(pen: Pen, grid: Grid): void {
  const { theme } = pen
  const { refused, granted, head } = token
  const host = token.server.replace(/:.*$/, '')
  stage(pen, grid, {
    shell: { line: token.command.line, output: token.command.output[0] ?? '', ref: token.command.ref },
    asks: { words: `POST /images/create … ${token.asked.status}`, ref: token.asked.ref },
    right: t(`**레지스트리** · \`${token.hub}\``, `**Registry** · \`${token.hub}\``),
  })
  auth(
    pen,
    grid,
    t(`토큰 서버 \`${host}\``, `Token server \`${host}\``),
    [t('auth.docker.io를 대신한 서버', 'stands in for auth.docker.io'), t('시험용 서버', 'as auth.docker.io')],
    true,
  )
  const turns: readonly Turn[] = [
    {
      call: refused,
      row: 0,
      asked: `GET ${refused.path}`,
      answer: `${refused.status} · ${bytesText(refused.down)}`,
      note: `Bearer realm="${/realm="([^"]+)"/.exec(token.challenge)?.[1] ?? ''}"`,
      stroke: theme.danger,
      title: t('먼저 거절', 'Refused first'),
    },
    {
      call: granted,
      row: 2,
      asked: 'GET /token',
      answer: `${granted.status} · ${bytesText(granted.down)}`,
      note: `scope=${token.scope}`,
      stroke: pen.tone('hyper').edge,
      title: t('토큰 받기', 'A token'),
    },
    {
      call: head,
      row: 4,
      asked: 'HEAD …/manifests/1',
      answer: String(head.status),
      note: `Authorization: ${token.bearer}`,
      stroke: theme.good,
      title: t('토큰을 들고 다시', 'Again, with the token'),
    },
  ]
  turns.forEach((turn, i) => drawTurn(pen, grid, turn, i + 1))
  pen.place('token', tokenRoom(grid), { r: 8 })
  const asked = openedRoom(grid)
  const name = t('공개 이미지', 'Public image')
  pen.say('opened/public', name, [asked.x, asked.y - 9], asked.w, { weight: 600, ink: theme.good })
  pen.place('opened', asked, { r: 8 })
  landed(pen, 'turn-2/fly', () => tokenCard(pen, grid))
  landed(pen, 'turn-3/fly', () => opened(pen, grid))
}

/** The way of a request, from the edge of the engine. The one for the token leaves its row and goes up to the token server. */
function wayOf({ lane, right }: Grid, { call, row }: Turn): readonly Point[] {
  const y = slotMiddle(row)
  if (call !== token.granted)
    return [
      [lane.x, y],
      [right.x - 4, y],
    ]
  const up = right.x - 22
  return [
    [lane.x, y],
    [up, y],
    [up, TOP.y + TOP.h / 2],
    [right.x - 2, TOP.y + TOP.h / 2],
  ]
}

/** A request and its answer. */
function drawTurn(pen: Pen, grid: Grid, turn: Turn, n: number): void {
  const { theme } = pen
  const { lane } = grid
  const y = slotMiddle(turn.row)
  const from = lane.x
  const key = `turn-${n}`
  const flight = `${key}/fly`
  const way = wayOf(grid, turn)
  pen.line(`${key}/wire`, way, turn.stroke, { strokeWidth: 2.4, head: 9, radius: 8 })
  const room = { x: from + 46, y: rowY(turn.row), w: lane.w - 46 - 32, h: ROW }
  pen.place(key, room, { r: 8 })
  const width = (text: string): number => pen.view.measure(text, 400, true) * 16
  // Where there is little room, how much came back matters less than what was asked.
  const all = width(turn.asked) + width(turn.answer) + 38 <= room.w
  const answer = all ? turn.answer : String(turn.call.status)
  ticket(pen, key, room, [turn.asked, shortened(pen, turn.asked, room.w - 38 - width(answer))], answer, {
    stroke: turn.stroke,
    strong: true,
    link: turn.call.ref,
    flight,
  })
  pen.badge(`${key}/n`, [from + 24, y], String(n), { fill: theme.ink, ink: theme.paper })
  const note = shortened(pen, turn.note, room.w - 12)
  const below = [room.x + 12, rowY(turn.row) + ROW + FLIGHT] as const
  const say = (): unknown => pen.say(`${key}/note`, note, below, room.w - 12, { mono: true, ink: theme.soft })
  landed(pen, flight, say, 80)
  const back: readonly Point[] = [...way].reverse()
  pen.packet(flight, back, String(turn.call.status), { fill: turn.stroke, ink: theme.paper, timed: inTurn(n - 1) })
  pen.link(flight, turn.call.ref)
}

const tokenRoom = ({ left }: Grid): Room => ({ x: left.x + 12, y: rowY(1), w: left.w - 24, h: 3 * 40 - 8 })

/** What the token is good for, at the engine that holds it. */
function tokenCard(pen: Pen, grid: Grid): void {
  const look = pen.tone('hyper')
  const card = tokenRoom(grid)
  pen.card(
    'token',
    pen.plate(card, look, { strokeWidth: 2.4 }),
    [
      pen.writing(t('토큰 (Bearer)', 'Token (Bearer)'), 14, 27, card.w - 28, { size: 18, weight: 700, ink: look.ink }),
      pen.writing(`\`${token.repo}\` · ${token.actions}`, 14, 55, card.w - 28, { ink: look.ink }),
      pen.writing(t(`${token.seconds}초 동안만`, `for ${token.seconds} s`), 14, 79, card.w - 28, {
        ink: look.ink,
      }),
      pen.writing(t('로그인은 하지 않았다', 'nobody has logged in'), 14, 101, card.w - 28, { ink: look.ink }),
    ],
    12,
  )
  pen.link('token', token.granted.ref)
}

const openedRoom = ({ right }: Grid): Room => ({ x: right.x + 12, y: rowY(4), w: right.w - 24, h: ROW })

/** What the token opens. */
function opened(pen: Pen, grid: Grid): void {
  blobSlot(pen, 'opened', openedRoom(grid), `\`${token.repo}:1\``, {
    kind: 'list',
    standing: 'have',
    end: 'HEAD 200',
  })
}
