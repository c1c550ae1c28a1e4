import { shortened } from '../../diagram/parts/shortened.ts'
import type { Hand, Words } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import type { Handle, Point } from '../../diagram/mark.ts'
import { clear, mix, type ToneName } from '../../diagram/tone.ts'
import type { EventRef } from '../../traces/digest.ts'
import type { Grid } from './grid.ts'
import { web } from './recorded.ts'
import { t } from '../../words/t.ts'

export const EXAMPLE = t('예시', 'example')

/** A column's name and what it is called in the kernel. */
export function heading(pen: Pen, key: string, name: Words, sub: Words, x: number, back = false): number {
  const ink = back ? pen.tone('plain', true).ink : pen.theme.ink
  const { right } = pen.say(`${key}/name`, name, [x, 22], 240, { size: 20, weight: 700, ink })
  return pen.say(`${key}/sub`, sub, [right + 12, 22], 200, { ink: pen.theme.soft }).right
}

interface CardWords {
  readonly name?: Words
  /** What was typed to see this, or other words on where it comes from. */
  readonly command?: string
  readonly source?: Words
}

const NAMES = { host: t('호스트에서 보면', 'Seen from the host'), inside: t('안에서 보면', 'Seen from inside') }

/** What the host sees, in a solid border, or what is seen inside, in a dashed one. */
export function card(
  pen: Pen,
  grid: Grid,
  side: 'host' | 'inside',
  { name = NAMES[side], command, source }: CardWords = {},
): void {
  const { theme } = pen
  const room = grid[side]
  const look =
    side === 'host'
      ? { fill: theme.card, edge: theme.soft }
      : { fill: mix(theme.app, theme.paper, 0.1), edge: theme['app-edge'] }
  pen.box(side, room, look, { r: 10, strokeWidth: 2, dash: side === 'host' ? 0 : 7 })
  pen.say(`${side}/name`, name, [room.x + 16, room.y + 29], room.w - 32, { size: 18, weight: 700 })
  const at = [room.x + 16, room.y + 56] as const
  if (command !== undefined) {
    const words = shortened(pen, `$ ${command}`, room.w - 32)
    pen.say(`${side}/command`, words, at, room.w - 32, { mono: true, ink: theme.soft })
  } else if (source !== undefined) pen.say(`${side}/source`, source, at, room.w - 32, { ink: theme.soft })
}

/** The one process that all of this is about. */
export function processBox(
  pen: Pen,
  grid: Grid,
  o: { words?: Words; back?: boolean; tone?: ToneName; dash?: number; press?: Handle } = {},
): void {
  const look = pen.tone(o.tone ?? 'app', o.back)
  pen.block('process', grid.process, look, o.words ?? web.program, {
    size: 18,
    weight: 700,
    anchor: 'middle',
    strokeWidth: 2,
    dash: o.dash ?? 0,
  })
  if (o.press) pen.turns(o.press, 'process')
}

/** What the process sees: a line from it into the card of what is seen inside. */
export function sightInside(pen: Pen, { inside, process }: Grid): void {
  const x = inside.x + inside.w / 2
  const y = process.y + process.h / 2
  const path = [
    [process.x + process.w, y],
    [x, y],
    [x, inside.y + inside.h + 2],
  ] as const
  pen.line('sees/inside', path, pen.tone('app').edge, { strokeWidth: 2.4, head: 10, radius: 6 })
  const said = [t(`${web.program}가 보는 것`, `what ${web.program} sees`), t('보는 것', 'its view')] as const
  const room = inside.w / 2 - 14
  pen.say('sees/inside', pen.choose(said, room), [x + 14, y - 2], room, { ink: pen.theme.soft })
}

const ONE_KERNEL = t(
  '호스트의 리눅스 커널 하나 · 컨테이너도 함께 쓴다',
  "The host's one Linux kernel · the container shares it",
)

/** The kernel below everything: there is only one. */
export function kernelBar(pen: Pen, grid: Grid, back = true, words: Words = ONE_KERNEL): void {
  pen.block('kernel', grid.kernel, pen.tone('kernel', back), words, { size: 18, anchor: 'middle', strokeWidth: 2 })
}

/** A place where something could be and is not. */
export function slot(pen: Pen, key: string, x: number, y: number, w: number, h: number): void {
  pen.box(
    key,
    { x, y, w, h },
    { fill: clear(pen.theme), edge: mix(pen.theme.soft, pen.theme.paper, 0.75) },
    {
      r: 5,
      dash: 4,
      strokeWidth: 1.2,
    },
  )
}

/** One line of words in the middle of a height. */
export function row(pen: Pen, key: string, words: Words, x: number, y: number, width: number, hand: Hand = {}): number {
  return pen.say(key, words, [x, baseline(y, hand.size ?? 16)], width, hand).right
}

interface Pair {
  readonly label: Words
  readonly host: Words
  readonly inside: Words
  /** Whether both sides see the same. */
  readonly same: boolean
  readonly mono?: boolean
  readonly hostRef?: EventRef
  readonly insideRef?: EventRef
}

/** The same question asked on both sides, and whether the answers agree. */
export function pair(pen: Pen, grid: Grid, key: string, y: number, o: Pair): void {
  for (const side of ['host', 'inside'] as const) {
    const { x, w } = grid[side]
    pen.say(`${key}/${side}/label`, o.label, [x + 16, y], w - 32, { ink: pen.theme.soft })
    const hand = {
      mono: o.mono ?? false,
      size: o.mono ? 16 : grid.roomy ? 20 : 18,
      weight: o.mono ? 400 : 600,
    } as const
    pen.say(`${key}/${side}`, o[side], [x + 16, y + 25], w - 32, hand)
    const ref = side === 'host' ? o.hostRef : o.insideRef
    if (ref) pen.shows(ref)
  }
  sign(pen, key, [grid.middle, y + 10], o.same)
}

/** Between two answers: equal, or not. */
export function sign(pen: Pen, key: string, at: Point, same: boolean): void {
  const { theme } = pen
  const look = same
    ? { fill: theme.card, ink: theme.ink, stroke: theme.soft }
    : { fill: theme['app-edge'], ink: theme['on-app'], stroke: theme.card }
  pen.badge(`${key}/sign`, at, same ? '=' : '≠', { w: 26, size: 18, ...look })
}
