import type { Pen } from '../../diagram/pen.ts'
import { clear, type ToneName } from '../../diagram/tone.ts'
import { container, isAlive, named, type Life, type Named } from './lives.ts'
import { clockFor, NAMES, type RunClock } from './run-clock.ts'
import { rows, type Grid, type Lane } from './grid.ts'
import { nameLine, NOW, passes, PLAYHEAD } from './lanes.ts'
import { runMs } from './recorded.ts'
import { callsUntil, overlayUntil, wordsUntil } from './whole-run-calls.ts'
import { msText } from '../../words/duration-text.ts'

/**
 * EF-13 and EF-14: what had happened until a moment of the run, each thing at its recorded time, and nothing else. Where
 * `turns`, a hand takes the line of the moment along.
 */
export function wholeRun(pen: Pen, grid: Grid, ms: number, turns: boolean): void {
  const clock = clockFor(grid, ms)
  const drag = (): void => {
    if (turns) pen.turns({ knob: 'moment', axis: 'x', places: [0, runMs].map((at) => [clock.x(at), at] as const) })
  }
  // Wherever the hand comes down beside the names, it has the line.
  const field = { x: clock.x(0) - 12, y: 0, w: clock.x(runMs) - clock.x(0) + 24, h: pen.view.height }
  pen.meter('run/field', field, 0, clear(pen.theme))
  drag()
  overlayUntil(pen, clock)
  for (const one of named) {
    name(pen, grid, one, ms)
    for (const life of one.lives) bar(pen, one.lane, one.tone, life, clock)
  }
  for (const { tone, life } of container) bar(pen, 'app', tone, life, clock)
  callsUntil(pen, clock)
  wordsUntil(pen, clock)
  playhead(pen, clock, drag)
}

/** A name, in a frame that is drawn through only while something of that name lives. */
function name(pen: Pen, grid: Grid, one: Named, ms: number): void {
  const { lane, words, tone, lives } = one
  const alive = isAlive(one, ms)
  const full = pen.tone(tone)
  const { y, h } = rows[lane]
  const born = Math.max(0, ...lives.map(({ from }) => from))
  const show = (): void => {
    const look = alive ? full : { fill: clear(pen.theme), edge: pen.theme.edge }
    pen.box(`run/name/${lane}`, { x: grid.left, y, w: NAMES, h }, look, alive ? {} : { dash: 4, strokeWidth: 1.5 })
    pen.say(`run/name/${lane}/words`, words, [grid.left + 12, nameLine(lane)], NAMES - 16, {
      ...{ size: 18, weight: 700, ink: alive ? full.ink : pen.theme.soft },
    })
  }
  pen.with(PLAYHEAD, 'passed', show, { place: passes(clockFor(grid, ms).x(born)) })
}

/** A life as far as it has been lived. */
function bar(pen: Pen, lane: Lane, tone: ToneName, { key, from, to }: Life, { ms, x }: RunClock): void {
  const [start, end] = [Math.max(0, from), Math.min(ms, to)]
  if (end <= start) return
  const { y, h } = rows[lane]
  pen.with(PLAYHEAD, 'behind', () => {
    pen.box(`run/${key}`, { x: x(start), y, w: x(end) - x(start), h }, pen.tone(tone), { r: 6 })
  })
}

function playhead(pen: Pen, { ms, x }: RunClock, drag: () => void): void {
  const at = x(ms)
  pen.with(PLAYHEAD, 'along', () => {
    pen.line('run/line', [passes(at), [at, pen.view.height]], pen.theme.accent, { strokeWidth: 2.4 })
  })
  const text = msText(ms, 0)
  const w = pen.view.measure(msText(runMs, 0), 700, false) * 16 + 28
  pen.badge(PLAYHEAD, passes(at), text, { shape: 'pill', w, h: NOW.h, strokeWidth: 0, stroke: pen.theme.paper })
  drag()
}
