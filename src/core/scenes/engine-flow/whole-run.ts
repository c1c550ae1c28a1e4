import type { Pen } from '../../diagram/pen.ts'
import { clear, type ToneName } from '../../diagram/tone.ts'
import { ended, outline } from './bar.ts'
import { container, isAlive, named, type Life, type Named } from './lives.ts'
import { clockFor, NAMES, type RunClock } from './run-clock.ts'
import { PLAYHEAD, rows, type Grid, type Lane } from './grid.ts'
import { nameLine, NOW, noteLine, passes } from './lanes.ts'
import { oci, run, runMs } from './recorded.ts'
import { callsUntil, overlayUntil, wordsUntil } from './whole-run-calls.ts'
import { msText } from '../../words/duration-text.ts'
import { t } from '../../words/t.ts'

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
  appName(pen, clock)
  playhead(pen, clock, drag)
}

/** A name: in its colour while something of that name lives, dashed before the first did, grey where it is over. */
function name(pen: Pen, grid: Grid, one: Named, ms: number): void {
  const { lane, words, tone, lives } = one
  const alive = isAlive(one, ms)
  const full = pen.tone(tone)
  const [from, to] = [grid.left, grid.left + NAMES]
  const births = lives.map((life) => life.from)
  const born = Math.max(0, ...births)
  const key = `run/name/${lane}`
  const show = (): void => {
    if (alive) pen.box(key, { x: from, ...rows[lane], w: NAMES }, full)
    else if (ms < Math.min(...births)) outline(pen, key, lane, from, to)
    else ended(pen, key, lane, from, to)
    pen.say(`${key}/words`, words, [grid.left + 12, nameLine(lane)], NAMES - 16, {
      ...{ size: 18, weight: 700, ink: alive ? full.ink : pen.theme.soft },
    })
  }
  pen.with(PLAYHEAD, 'passed', show, { place: passes(clockFor(grid, ms).x(born)) })
  if (ms > 0) return
  // Before anything happens there is room to say who is there.
  const state = alive ? t('이미 돌고 있다', 'already running') : t('아직 없다', 'not there yet')
  pen.say(`${key}/state`, state, [clockFor(grid, ms).x(0) + 16, nameLine(lane)], 200, {
    ...{ size: 18, weight: alive ? 600 : 400, ink: alive ? pen.theme.ink : pen.theme.soft },
  })
}

/** The app's name beside its bar, and not above what runs before it: right of the line, as far as that has come. */
function appName(pen: Pen, { ms, x }: RunClock): void {
  if (ms <= run.exec.ms) return
  const hand = { weight: 600, ink: pen.tone('app').word } as const
  pen.with(PLAYHEAD, 'landed', () => {
    pen.say('run/app/name', oci.program, [x(ms) + 8, noteLine('app')], 60, hand)
    pen.shows(run.exec.ref)
  })
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
