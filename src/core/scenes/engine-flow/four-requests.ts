import { eventsPanelRow } from '../../diagram/parts/events-panel-row.ts'
import type { Hand, Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { baseline } from '../../diagram/pen.ts'
import { t } from '../../words/t.ts'
import { msText } from '../../words/duration-text.ts'
import { FLY, numberDisc } from './calls.ts'
import { futureProcesses } from './future-processes.ts'
import { field, gapText, type Grid } from './grid.ts'
import { run, statusOf, type Moment } from './recorded.ts'

interface Request {
  readonly moment: Moment
  readonly sent: string
  readonly wants: Words
}

/** In the order in which they were sent; their numbers stand on their arrows, too. */
const requests: readonly Request[] = [
  { moment: run.ping, sent: 'HEAD /_ping', wants: t('데몬이 있나?', 'is the daemon there?') },
  { moment: run.create, sent: 'POST …/create?name=web', wants: t('자리를 만든다', 'set it up') },
  { moment: run.wait, sent: 'POST …/wait', wants: t('끝나면 알려 달라', 'tell me when it ends') },
  { moment: run.start, sent: 'POST …/start', wants: t('이제 시작한다', 'now start it') },
]
const [PAD, TIME, GAP, DISC] = [10, 64, 14, 24]
const HEAD = 34
const ROW = 34

/** EF-6: one command is four requests, and the one that starts comes last and is still open. */
export function fourRequests(pen: Pen, grid: Grid): void {
  open(pen, grid)
  const { left: x } = grid
  const w = Math.min(grid.x.shim - 20, 560) - x
  const head: Hand = { size: 20, weight: 700 }
  const words = t('`docker run` 한 번은 요청 네 번', 'One `docker run`, four requests')
  pen.say('requests/head', words, [x + PAD, field.y + 21], w - 2 * PAD, head)
  requests.forEach((request, i) => {
    const draw = (): void => row(pen, request, i + 1, { x, y: field.y + HEAD + i * ROW, w, h: ROW - 2 })
    if (request.moment === run.start) pen.with(FLY.start, 'landed', draw)
    else draw()
  })
  futureProcesses(pen, grid)
}

/** A request: its number, when it was sent, and what it wants of the daemon. Its row opens its event. */
function row(
  pen: Pen,
  { moment, sent, wants }: Request,
  number: number,
  room: { x: number; y: number; w: number; h: number },
): void {
  const { theme } = pen
  const starts = moment === run.start
  const line = baseline(room.h / 2, 16)
  const hand: Hand = { mono: true, ink: starts ? theme.ink : theme.soft }
  const wish: Hand = { weight: starts ? 700 : 400, ink: starts ? theme.accent : theme.ink, anchor: 'end' }
  const time = PAD + DISC + GAP + TIME
  const inner = room.w - PAD - time - GAP
  const wished = pen.set(wants, Infinity, wish).width
  const writings = [
    pen.writing(msText(moment.ms), time, line, TIME, { ...hand, anchor: 'end' }),
    pen.writing(sent, time + GAP, line, inner - wished - GAP, hand),
    pen.writing(wants, room.w - PAD, line, wished + 1, wish),
  ]
  eventsPanelRow(pen, `requests/${moment.ref}`, room, writings, { lit: starts, event: moment.ref, rise: 8 })
  numberDisc(pen, `requests/number-${number}`, [room.x + PAD + DISC / 2, room.y + room.h / 2], number, starts)
}

/** The request to start stays open until the program runs. */
function open(pen: Pen, { x }: Grid): void {
  const [status, answered] = [statusOf(run.start), msText(run.start.end)]
  const room = x.answer - 12 - x.start - 12
  const words = pen.choose(
    [
      t(`start는 열린 채 기다린다. 답 ${status}는 ${answered}에`, `start stays open; its answer ${status} comes at ${answered}`), // prettier-ignore
      t(`답 ${status}는 ${answered}에`, `answered at ${answered}`),
    ],
    room,
  )
  const say = (): unknown =>
    pen.say('held/why', words, [x.answer - 12, gapText.second], room, { anchor: 'end', ink: pen.theme.soft })
  pen.with(FLY.start, 'landed', say, { after: 200 })
}
