import type { Hand, Stroke, Words } from '../../diagram/look.ts'
import type { Point } from '../../diagram/mark.ts'
import type { Pen } from '../../diagram/pen.ts'
import { bottom, gapText, top, type Grid, type Lane } from './grid.ts'
import { missing, run, statusOf, type Moment } from './recorded.ts'
import { t } from '../../words/t.ts'

/** Requests that travel while their step arrives. */
export const FLY = { create: 'fly/create', start: 'fly/start', task: 'fly/task', run: 'fly/run' } as const

/** From where a call stands to its arrow and to the one that answers it; wider apart where a number is on the first. */
const [PAIR, COUNTED] = [6, 9] as const

export type Weight = 'now' | 'lit' | 'past' | 'danger'

export function strokeOf(pen: Pen, weight: Weight): { stroke: string; style: Stroke & { readonly head: number } } {
  const { theme } = pen
  switch (weight) {
    case 'now':
      return { stroke: theme.accent, style: { strokeWidth: 3.2, head: 11 } }
    case 'danger':
      return { stroke: theme.danger, style: { strokeWidth: 2.6, head: 10 } }
    case 'lit':
      return { stroke: pen.tone('daemon').edge, style: { strokeWidth: 2.2, head: 9 } }
    case 'past':
      return { stroke: pen.tone('daemon', true).edge, style: { strokeWidth: 1.8, head: 8.5 } }
  }
}

/** An arrow from one lane down (or up) to another; with a smaller head where another is near. */
export function hop(
  pen: Pen,
  key: string,
  x: number,
  from: Lane,
  to: Lane,
  weight: Weight,
  moment?: Moment,
  room = Infinity,
): void {
  const { stroke, style } = strokeOf(pen, weight)
  const down = top(from) < top(to)
  const [y0, y1] = down ? [bottom(from) + 1, top(to) - 1] : [top(from) - 1, bottom(to) + 1]
  pen.line(
    key,
    [
      [x, y0],
      [x, y1],
    ],
    stroke,
    { ...style, head: Math.min(style.head, room) },
  )
  if (moment) pen.link(key, moment.ref)
}

interface Call {
  readonly id: string
  readonly x: number
  readonly moment: Moment
  readonly name: Words
  readonly answer?: Words
  readonly weight: Weight
  /** Whether the answer came, and how it looks. */
  readonly back?: Weight
  /** The flight that it is, while it is on its way. */
  readonly flight?: string
  /** The how-manieth request it is, where that is the point. */
  readonly number?: number
}

/** The number of a request, on its arrow or beside its name; `now` it is the one that the step is about. */
export function numberDisc(pen: Pen, key: string, at: Point, number: number, now: boolean): void {
  const fill = now ? pen.theme.accent : pen.tone('daemon').edge
  pen.badge(key, at, String(number), { w: 20, fill, ink: now ? pen.theme['on-accent'] : pen.theme.card })
}

/** Where on an arrow its number stands: right below the lane of the CLI. */
const NUMBER = bottom('cli') + 13

/** Calls of the CLI to the daemon, each with its name and answer beside it. */
function call(pen: Pen, c: Call, room: number): void {
  const { theme } = pen
  const paired = c.back !== undefined
  const { flight, number } = c
  const pair = number === undefined ? PAIR : COUNTED
  const from = c.x - (paired ? pair : 0)
  const ask = (): void => hop(pen, `call/${c.id}`, from, 'cli', 'dockerd', c.weight, c.moment)
  if (flight === undefined) ask()
  else pen.with(flight, 'along', ask)
  if (c.back) hop(pen, `call/${c.id}/back`, c.x + pair, 'dockerd', 'cli', c.back, c.moment)
  if (c.weight === 'past') return
  if (number !== undefined) {
    const at = [from, NUMBER] as const
    const count = (): void => numberDisc(pen, `call/${c.id}/number`, at, number, c.weight === 'now')
    if (flight === undefined) count()
    else pen.with(flight, 'passed', count)
  }
  const x = c.x + (paired ? pair + 9 : number === undefined ? 10 : 15)
  const ink = c.weight === 'now' ? theme.accent : theme.ink
  const hand: Hand = { size: 17, weight: 700, ink }
  let name = { right: x }
  const say = (): unknown => (name = pen.say(`call/${c.id}/name`, c.name, [x, gapText.first], room, hand))
  if (flight === undefined) say()
  else pen.with(flight, 'passed', say)
  pen.link(`call/${c.id}/name"${pen.t(c.name)}`, c.moment.ref)
  if (c.answer === undefined) return
  const ink2 = c.back === 'danger' ? theme['danger-ink'] : theme.soft
  const second: Hand = { ink: ink2, weight: c.back === 'danger' ? 700 : 400 }
  pen.say(`call/${c.id}/answer`, c.answer, [x, gapText.second], Math.max(room, name.right - x), second)
}

/** How far the CLI has come in asking: the last is what the step is about. */
export type Asked = 'ping' | 'create' | 'created' | 'start' | 'waiting' | 'done'

/** The calls of `docker run`, as far as they have been made. */
export function calls(pen: Pen, grid: Grid, asked: Asked): void {
  const { x } = grid
  const past = asked === 'waiting' || asked === 'done'
  const weight = (now: boolean): Weight => (past ? 'past' : now ? 'now' : 'lit')
  const room = 72
  const nth = (number: number): Pick<Call, 'number'> => (asked === 'start' ? { number } : {})
  call(
    pen,
    {
      id: 'ping',
      x: x.ping,
      moment: run.ping,
      name: 'ping',
      answer: statusOf(run.ping),
      weight: weight(false),
      back: weight(false),
      ...nth(1),
    },
    room,
  )
  const create: Call = {
    id: 'create',
    x: x.create,
    moment: run.create,
    name: 'create',
    weight: weight(asked === 'create'),
    ...(asked === 'create' ? { flight: FLY.create } : {}),
  }
  if (asked === 'create') call(pen, create, 120)
  else {
    const back = weight(asked === 'created')
    call(pen, { ...create, answer: statusOf(run.create), back, ...nth(2) }, room)
  }
  if (asked !== 'start' && !past) return
  if (asked === 'start' && x.attach !== null) attach(pen, x.attach)
  const wait = {
    id: 'wait',
    x: x.wait,
    moment: run.wait,
    name: 'wait',
    answer: t('열림', 'open'),
    weight: weight(false),
  }
  call(pen, { ...wait, ...nth(3) }, room)
  const flying = asked === 'start' ? { flight: FLY.start } : {}
  call(
    pen,
    {
      id: 'start',
      x: x.start,
      moment: run.start,
      name: 'start',
      weight: weight(asked === 'start'),
      ...flying,
      ...nth(4),
    },
    room,
  )
  if (asked === 'start') pen.with(FLY.start, 'landed', () => held(pen, grid, asked), { after: 60 })
  else held(pen, grid, asked)
}

/** In the foreground the CLI attaches before it starts; with -d it does not. */
function attach(pen: Pen, x: number): void {
  const { theme } = pen
  pen.line(
    'call/attach',
    [
      [x, bottom('cli') + 1],
      [x, top('dockerd') - 1],
    ],
    theme.edge,
    { dash: 5, head: 8.5, strokeWidth: 1.8 },
  )
  pen.link('call/attach', missing.attach.ref)
  pen.say('call/attach/name', 'attach', [x + 10, gapText.first], 70, { ink: theme.soft })
  pen.say('call/attach/answer', t('-d면 없음', '-d: none'), [x + 10, gapText.second], 78, { ink: theme.soft })
}

/** The call to start stays open until the program runs. */
function held(pen: Pen, grid: Grid, asked: Asked): void {
  const { x } = grid
  const { stroke } = strokeOf(pen, asked === 'start' ? 'lit' : 'past')
  const y = gapText.held
  const from = x.start + (asked === 'start' ? 64 : 12)
  pen.line(
    'call/held',
    [
      [from, y],
      [x.answer, y],
      [x.answer, bottom('cli') + 1],
    ],
    stroke,
    { dash: asked === 'done' ? 0 : 3, strokeWidth: 1.8, head: 8.5, radius: 6 },
  )
  pen.link('call/held', run.start.ref)
}
