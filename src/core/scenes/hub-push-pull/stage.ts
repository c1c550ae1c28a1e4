import { shortened } from '../../diagram/parts/shortened.ts'
import type { Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import { mix } from '../../diagram/tone.ts'
import type { EventRef } from '../../traces/digest.ts'
import { TOP, type Grid } from './grid.ts'

import { bytesText } from '../../words/bytes-text.ts'
import { t } from '../../words/t.ts'

export interface Shell {
  readonly line: string
  readonly output?: string
  readonly ref: EventRef
}

const [PAD, SIZE] = [16, 16]

/** The recorded command and its answer. A command too long for one line goes on after a backslash. */
export function shellCard(pen: Pen, key: string, room: { x: number; w: number; y?: number }, o: Shell): void {
  const width = room.w - 2 * PAD
  const fits = (text: string): boolean => pen.view.measure(text, 400, true) * SIZE <= width
  const typed = `$ ${o.line}`
  const words = o.line.split(' ')
  let lines: string[]
  if (!fits(typed) && o.output === undefined) {
    let n = words.length - 1
    while (n > 1 && !fits(`$ ${words.slice(0, n).join(' ')} \\`)) n--
    lines = [`$ ${words.slice(0, n).join(' ')} \\`, shortened(pen, `    ${words.slice(n).join(' ')}`, width)]
  } else lines = [shortened(pen, typed, width), ...(o.output === undefined ? [] : [shortened(pen, o.output, width)])]
  pen.terminal(key, { x: room.x, y: room.y ?? TOP.y, w: room.w, h: TOP.h }, lines, {
    size: SIZE,
    pad: PAD,
    leading: 27,
  })
  pen.link(`${key}"${lines.join('\n')}`, o.ref)
}

export interface StageLook {
  readonly shell: Shell
  /** What the CLI asks its engine for. */
  readonly asks?: { readonly words: string; readonly ref: EventRef }
  readonly right: Words
}

export const MINE: Words = t('**내 컴퓨터** · dockerd', '**My computer** · dockerd')

/** Terminal, engine and registry: what stays where it is from step to step. */
export function stage(pen: Pen, grid: Grid, o: StageLook): void {
  const { theme } = pen
  const { left, right } = grid
  shellCard(pen, 'shell', { x: 0, w: right.x - 24 }, o.shell)
  detailPanel(pen, grid, 'left', MINE, false)
  detailPanel(pen, grid, 'right', o.right, false)
  if (o.asks) {
    const stroke = theme['daemon-edge']
    pen.line(
      'asks',
      [
        [28, TOP.h],
        [28, left.y - 1],
      ],
      stroke,
      { strokeWidth: 2, head: 9 },
    )
    const key = 'asks/words'
    const width = right.x - 24 - 44
    const words = shortened(pen, o.asks.words, width)
    pen.say(key, words, [42, 94], width, { mono: true, ink: theme.soft })
    pen.link(`${key}"${words}`, o.asks.ref)
  }
}

/** One of the two parties, with its name. */
export function detailPanel(
  pen: Pen,
  { left, right }: Pick<Grid, 'left' | 'right'>,
  side: 'left' | 'right',
  name: Words,
  back: boolean,
): void {
  const { theme } = pen
  const look = pen.tone(side === 'left' ? 'daemon' : 'hard', back)
  const room = side === 'left' ? left : right
  const fill = back ? theme.paper : mix(look.fill, theme.paper, side === 'left' ? 0.6 : 0.4)
  pen.box(side, room, { ...look, fill }, { r: 12 })
  pen.say(`${side}/name`, name, [room.x + 12, 134], room.w - 20, { ink: back ? look.ink : theme.ink })
}

/** The token server: lit where it is asked, else a dashed place that says what the recording lacks. */
export function auth(pen: Pen, grid: Grid, name: Words, sub: readonly [Words, ...Words[]], lit = false): void {
  const { theme } = pen
  const { x, w } = grid.right
  const look = pen.tone('hyper')
  const edge = lit ? look.edge : mix(theme.soft, theme.paper, 0.76)
  const fill = lit ? look.fill : theme.paper
  const room = { x, w, ...TOP }
  pen.box('auth', room, { fill, edge }, { r: 10, dash: lit ? 0 : 5 })
  const ink = lit ? look.ink : theme.soft
  pen.say('auth/name', name, [x + 14, 29], w - 24, { weight: 700, ink })
  pen.say('auth/sub', pen.choose(sub, w - 24), [x + 14, 55], w - 24, { ink })
}

/** Said of recordings that need no token: the Hub would. */
export const noToken = (pen: Pen, grid: Grid): void =>
  auth(pen, grid, 'auth.docker.io', [
    t('기록 아님 · 허브라면 401 먼저', 'not recorded · Hub: 401 first'),
    t('기록 아님', 'not recorded here'),
  ])

const MOST = bytesText(9_999_999)

/** How much travelled, as a number and as a share of the whole image; both grow along with the last flight. */
export function amount(
  pen: Pen,
  grid: Grid,
  label: readonly [Words, ...Words[]],
  bytes: string,
  share: number,
  flight: string | undefined,
): void {
  const { theme } = pen
  const [x, w] = [grid.lane.x + 16, grid.lane.w - 32]
  const big = { size: 28, weight: 700 as const, counts: true }
  const width = pen.set(bytes, Infinity, big).width
  // Beside any number: words that fit beside a small one only would lie under a large one as it counts.
  const rest = w - Math.max(width, pen.set(MOST, Infinity, big).width) - 12
  pen.say('amount/label', pen.choose(label, rest), [x, 126], rest, { ink: theme.soft })
  const grow = (): void => {
    pen.say('amount/bytes', bytes, [x + w, 127], width + 1, { ...big, anchor: 'end' })
    pen.meter('amount', { x, y: 136, w, h: 8 }, Math.max(share, 4 / w), theme.app, { track: theme.rule, r: 4 })
  }
  if (flight === undefined) grow()
  else pen.with(flight, 'along', grow)
}
