import type { Hand, Room, Words } from '../../diagram/look.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import type { Tone } from '../../diagram/tone.ts'
import type { Span } from './grid.ts'
import { sheetFill } from './looks.ts'

import { appLayers, builds, dockerfile, historyCommand } from './recorded.ts'
import { terminal } from './terminal.ts'
import { t } from '../../words/t.ts'
import { sizeText } from '../../words/bytes-text.ts'

/** What the knob says of the Dockerfile, in the order of its values. */
export const CHANGES = ['first', 'none', 'run', 'copy', 'cmd'] as const
type Change = (typeof CHANGES)[number]

const ROW = { y: 96, h: 56, step: 68 }
const rowAt = (i: number): { y: number; h: number } => ({ y: ROW.y + i * ROW.step, h: ROW.h })

interface Places {
  readonly lines: Span
  readonly made: Span
  readonly built: Span
}

function placesFor(width: number): Places {
  const [lines, gap, made, tail] =
    width >= 1100 ? [560, 72, 288, 40] : width >= 900 ? [440, 56, 248, 32] : [332, 44, 208, 24]
  const x = lines + gap
  return {
    lines: { x: 0, w: lines },
    made: { x, w: made },
    built: { x: x + made + tail, w: width - x - made - tail },
  }
}

/** IL-1: which lines of a Dockerfile make a layer, which only write into the config, and what a change costs. */
export function fromDockerfile(pen: Pen, knob: number): void {
  const places = placesFor(pen.view.width)
  const change = CHANGES[knob] ?? 'first'
  const shell = change === 'first' ? builds.first : builds.again
  terminal(pen, 'build/shell', { x: 0, y: 0, w: pen.view.width, h: 40 }, [`$ ${shell.command}`], shell.ref)
  heads(pen, places, change)
  dockerfile.forEach(({ id }, i) => {
    const makes = i < 3
    const look = pen.tone(makes ? 'lib' : 'plain')
    const changed = id === change
    const room = dockerfileLine(pen, places, i, look, changed)
    const again = CHANGES.indexOf(changed ? 'none' : (id as Change))
    if (again >= 0) pen.turns({ knob: 'line', value: again }, `line/${id}`)
    const y = room.y + room.h / 2
    pen.line(
      `line/${id}/to`,
      [
        [room.w + 4, y],
        [places.made.x - 6, y],
      ],
      makes ? look.edge : pen.theme.soft,
      { head: 9, dash: makes ? 0 : 6 },
    )
  })
  made(pen, places)
  results(pen, places, change)
}

/** Before IL-1 answers: the Dockerfile, its lines all alike. */
export function dockerfileAlone(pen: Pen): void {
  const places = placesFor(pen.view.width)
  terminal(
    pen,
    'build/shell',
    { x: 0, y: 0, w: pen.view.width, h: 40 },
    [`$ ${builds.first.command}`],
    builds.first.ref,
  )
  pen.say('head/lines', 'Dockerfile', [places.lines.x, 78], places.lines.w, headHand(pen))
  dockerfile.forEach((_, i) => dockerfileLine(pen, places, i, pen.tone('plain'), false))
}

function dockerfileLine(pen: Pen, { lines }: Places, i: number, look: Tone, changed: boolean): Room {
  const { id = '', line = '' } = dockerfile[i] ?? {}
  const room = { ...lines, ...rowAt(i) }
  pen.block(
    `line/${id}`,
    room,
    { ...look, fill: changed ? pen.theme['accent-soft'] : look.fill, ink: pen.theme.ink },
    line.replace(/^\w+/, '**$&**'),
    {
      mono: true,
      weight: 400,
      lines: 2,
      leading: 22,
      pad: 16,
      stroke: changed ? pen.theme.accent : look.edge,
      strokeWidth: changed ? 2.4 : 1.6,
    },
  )
  return room
}

const headHand = (pen: Pen): Hand => ({ weight: 600, ink: pen.theme.soft })

function heads(pen: Pen, { lines, made, built }: Places, change: Change): void {
  const hand = headHand(pen)
  const say = (key: string, words: readonly [Words, ...Words[]], { x, w }: Span): void => {
    pen.say(key, pen.choose(words, w, hand), [x, 78], w, hand)
  }
  say('head/lines', ['Dockerfile'], lines)
  say('head/made', [t('레이어를 만드는 명령', 'Makes a layer')], made)
  const recorded = change === 'first' || change === 'none'
  say(
    'head/built',
    recorded
      ? [t('빌드 결과 · 기록', 'Build result, recorded'), t('빌드 · 기록', 'Recorded')]
      : [t('빌드 결과 · 예시', 'Build result, example'), t('빌드 · 예시', 'Example')],
    built,
  )
}

/** A layer as a card: its name and its size. */
function layerCard(pen: Pen, n: number, room: Room): void {
  const look = pen.tone('lib')
  const layer = appLayers[n - 1]
  const key = `layer/${n}`
  pen.box(key, room, { fill: sheetFill(pen, look), edge: look.edge }, { strokeWidth: 2 })
  const name = t(`레이어 ${n}`, `Layer ${n}`)
  const size = layer ? sizeText(layer.bytes) : ''
  const narrow = room.w < 150
  const [first, second] = narrow ? [24, 45] : [34, 34]
  pen.say(`${key}/name`, name, [room.x + 12, room.y + first], room.w - 24, { weight: 600 })
  pen.say(
    `${key}/size`,
    size,
    [narrow ? room.x + 12 : room.x + room.w - 12, room.y + second],
    narrow ? room.w - 24 : 90,
    { mono: true, anchor: narrow ? 'start' : 'end', ink: pen.theme.soft },
  )
}

function made(pen: Pen, { made: { x, w } }: Places): void {
  const half = (w - 12) / 2
  layerCard(pen, 1, { x, w: half, ...rowAt(0) })
  layerCard(pen, 2, { x: x + half + 12, w: half, ...rowAt(0) })
  layerCard(pen, 3, { x, w, ...rowAt(1) })
  layerCard(pen, 4, { x, w, ...rowAt(2) })
  const top = rowAt(3).y
  const config = { x, w, y: top, h: ROW.step + ROW.h }
  const look = pen.tone('plain')
  pen.box('config', config, look, { r: 10 })
  pen.link('config', historyCommand.ref)
  const hand: Hand = { weight: 600, size: 17 }
  const { right } = pen.say('config/name', t('설정', 'Config'), [x + 16, top + 36], w - 32, hand)
  pen.say('config/size', sizeText(0), [x + w - 16, top + 36], x + w - 16 - right - 8, {
    mono: true,
    anchor: 'end',
    ink: pen.theme.soft,
  })
  const soft: Hand = { ink: pen.theme.soft, lines: 2, leading: 24 }
  pen.say('config/only', t('설정만 바꾸는 명령', 'Metadata only'), [x + 16, top + 68], w - 32, soft)
  pen.say('config/not', t('레이어는 생기지 않는다', 'no layer appears'), [x + 16, top + 94], w - 32, {
    ...soft,
    ink: pen.theme.ink,
    weight: 600,
  })
}

interface Result {
  readonly words: Words
  readonly kind: 'plain' | 'kept' | 'again' | 'none'
}

/** What became of a line in this build: the cache holds up to the first line that changed. */
function resultOf(i: number, change: Change): Result | null {
  const line = dockerfile[i]
  if (!line) return null
  if (!('first' in line))
    return change === 'cmd' && line.id === 'cmd'
      ? { words: t('설정만 새로', 'new config'), kind: 'again' }
      : { words: t('빌드 단계 없음', 'no build step'), kind: 'none' }
  if (change === 'first') return { words: line.first, kind: 'plain' }
  const changed = dockerfile.findIndex(({ id }) => id === change)
  if (changed >= 0 && i >= changed) return { words: t('다시 빌드', 'rebuilt'), kind: 'again' }
  return { words: line.again, kind: line.again === 'CACHED' ? 'kept' : 'plain' }
}

function results(pen: Pen, { built: { x, w } }: Places, change: Change): void {
  const { theme } = pen
  const inks = { plain: theme.ink, kept: theme.good, again: theme.accent, none: theme.soft }
  dockerfile.forEach(({ id }, i) => {
    const result = resultOf(i, change)
    if (!result) return
    const { words, kind } = result
    const { y, h } = rowAt(i)
    const middle = y + h / 2
    const ink = inks[kind]
    const isSigned = kind === 'kept' || kind === 'again'
    const left = isSigned ? x + 36 : x
    if (isSigned)
      pen.badge(`built/${id}/sign`, [x + 13, middle], kind === 'kept' ? '✓' : '!', {
        fill: ink,
        ink: theme.paper,
        stroke: theme.paper,
      })
    const recorded = typeof words === 'string'
    pen.say(`built/${id}`, words, [left, baseline(middle, 16)], x + w - left, {
      mono: recorded,
      weight: recorded ? 400 : 600,
      ink,
    })
  })
}
