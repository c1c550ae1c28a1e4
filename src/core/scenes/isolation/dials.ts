import { cross } from '../../diagram/parts/cross.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { clear, mix, type Tone } from '../../diagram/tone.ts'
import { PROCESS, ROW_HEIGHT, ROWS, type Grid } from './grid.ts'
import { heading, kernelBar, processBox } from './parts.ts'
import { DEFAULT, dialsOf, eaters, NO_LIMIT, type Dial, type Load } from './dial-list.ts'
import { use } from './recorded.ts'
import { t } from '../../words/t.ts'

interface Track {
  readonly x: number
  readonly w: number
  /** Where the limit stands: the same place in every row, whatever it limits. */
  readonly limit: number
}

/** Where beside a process is told what was typed, and below it what the kernel wrote when it ended it. */
const [COMMAND, LOG] = [PROCESS.y + 20, PROCESS.y + 43]

/** How far along its bar every limit stands: the largest of what was wanted still fits. */
const LIMIT = 0.24

/** IS-8: one line for all limits, and four different ends at it. */
export function dials(pen: Pen, grid: Grid, state: Load): void {
  const { theme } = pen
  const { x, w } = grid.both
  const right = heading(pen, 'use', t('쓰는 양', 'Use'), 'cgroup', x)
  const names = grid.roomy ? 184 : 112
  const track = { x: x + names, w: w - names - 124, limit: 0 }
  track.limit = track.x + Math.round(track.w * LIMIT)
  if (state.limits) legend(pen, x + w, right)
  dialsOf(state).forEach((dial, i) => drawDial(pen, grid, track, dial, (ROWS[i] ?? 0) + ROW_HEIGHT / 2, state.limits))
  ioDial(pen, grid, track, ROWS[3] + ROW_HEIGHT / 2)
  if (state.limits) {
    pen.line(
      'limit',
      [
        [track.limit, 32],
        [track.limit, ROWS[2] + ROW_HEIGHT + 4],
      ],
      theme.ink,
      { strokeWidth: 3 },
    )
  }
  limitSwitch(pen, track.limit, state.limits)
  bottom(pen, grid, state)
}

/** The word over the line of all limits: a press on it sets them, or takes them off. */
function limitSwitch(pen: Pen, x: number, on: boolean): void {
  const { theme } = pen
  const look = on
    ? { fill: theme.ink, edge: theme.ink, ink: theme.card }
    : { ...pen.tone('plain', true), ink: theme.ink }
  const words = t('한도', 'limit')
  const w = pen.set(words, Infinity, { weight: 700 }).width + 24
  pen.card('limit/word', pen.plate({ x: x - w / 2, y: 4, w, h: 26 }, look, { r: 13, dash: on ? 0 : 5 }), [
    pen.writing(words, w / 2, 19, w, { weight: 700, anchor: 'middle', ink: look.ink }),
  ])
  pen.turns({ knob: 'limits', value: on ? 0 : 1 })
}

function legend(pen: Pen, right: number, from: number): void {
  const { theme } = pen
  const wanted = t('더 원한 만큼', 'wanted more')
  const width = pen.set(wanted, Infinity).width
  if (right - width - 36 < from + 140) return
  pen.say('legend', wanted, [right, 22], width + 4, { anchor: 'end', ink: theme.soft })
  const y = 9
  pen.box(
    'legend',
    { x: right - width - 36, y, w: 24, h: 16 },
    { fill: theme.card, edge: theme['app-edge'] },
    { r: 4, dash: 4 },
  )
}

function drawDial(pen: Pen, grid: Grid, track: Track, dial: Dial, y: number, limits: boolean): void {
  const { theme } = pen
  const { x, w } = grid.both
  const danger = dial.danger ?? false
  if (danger) {
    const look = { fill: theme['danger-soft'], edge: theme.danger }
    pen.box('use/struck', { x: x - 8, y: y - 30, w: w + 8, h: 60 }, look, { r: 10, strokeWidth: 2 })
  }
  pen.say(`${dial.id}/name`, dial.name, [x + 8, y - 4], 104, { size: 18, weight: 700 })
  const file = grid.roomy ? `${dial.file} ${limits ? dial.set.value : dial.unset.value}` : dial.file
  pen.say(`${dial.id}/file`, file, [x + 8, y + 20], track.x - x - 16, { mono: true, ink: theme.soft })
  pen.shows((limits ? dial.set : dial.unset).ref)
  const scale = (track.limit - track.x) / dial.limit
  const h = 28
  const at = (amount: number): number => Math.min(track.w, amount * scale)
  pen.box(
    `${dial.id}/track`,
    { x: track.x, y: y - h / 2, w: track.w, h },
    { fill: theme.rule, edge: theme.rule },
    { strokeWidth: 0, r: 6 },
  )
  // Where there is no limit, the same scale is kept: the bar simply goes on.
  const used = limits ? Math.min(dial.limit, dial.wanted) : dial.wanted
  const solid = danger ? theme.danger : theme.app
  if (used > 0)
    pen.box(
      `${dial.id}/used`,
      { x: track.x, y: y - h / 2, w: at(used), h },
      { fill: solid, edge: solid },
      { strokeWidth: 0, r: 6 },
    )
  pen.shows(dial.ref)
  const more = limits && dial.wanted > dial.limit
  const edge = danger ? theme.danger : theme['app-edge']
  if (more) {
    const from = track.x + at(dial.limit)
    const room = { x: from, y: y - h / 2, w: at(dial.wanted) - at(dial.limit), h }
    pen.box(`${dial.id}/wanted`, room, { fill: theme.card, edge }, { dash: 4, strokeWidth: 2, r: 4 })
  }
  amounts(pen, track, dial, y, { used, more, end: track.x + at(dial.wanted), solid: at(used), danger })
  const ink = danger ? theme['danger-ink'] : theme.ink
  pen.say(`${dial.id}/end`, dial.end, [x + w - 12, y - 4], 116, { size: 18, weight: 700, anchor: 'end', ink })
  pen.say(`${dial.id}/end/detail`, dial.endDetail, [x + w - 12, y + 20], 116, {
    anchor: 'end',
    ink: danger ? theme['danger-ink'] : theme.soft,
  })
}

interface Amounts {
  readonly used: number
  readonly more: boolean
  readonly end: number
  readonly solid: number
  readonly danger: boolean
}

/** What was used stands in its bar where it fits; what was wanted stands behind the end of what was wanted. */
function amounts(pen: Pen, track: Track, dial: Dial, y: number, { used, more, end, solid, danger }: Amounts): void {
  const { theme } = pen
  const words = dial.text(used)
  const hand = { weight: 600 } as const
  const inside = solid >= pen.set(words, Infinity, hand).width + 12
  const at = baseline(y, 16)
  if (words && inside)
    pen.say(`${dial.id}/used`, words, [track.x + solid - 8, at], solid, {
      ...hand,
      anchor: 'end',
      ink: danger ? theme.card : theme['on-app'],
    })
  const behind = more ? dial.text(dial.wanted) : inside ? '' : words
  if (!behind) return
  const width = pen.set(behind, Infinity).width
  const within = more && end - track.x - solid >= width + 16
  // Not across the line of the limit.
  const after = end < track.limit && end + width + 12 > track.limit ? track.limit + 8 : end + 8
  pen.say(`${dial.id}/wanted`, behind, [within ? end - 8 : after, at], track.x + track.w, {
    anchor: within ? 'end' : 'start',
    ink: danger && within ? theme['danger-ink'] : theme.ink,
  })
}

function ioDial(pen: Pen, grid: Grid, track: Track, y: number): void {
  const { theme } = pen
  const { x, w } = grid.both
  pen.say('io/name', 'I/O', [x + 8, y - 4], 104, { size: 18, weight: 700 })
  pen.say('io/file', 'io.max', [x + 8, y + 20], 104, { mono: true, ink: theme.soft })
  pen.box(
    'io/track',
    { x: track.x, y: y - 14, w: track.w, h: 28 },
    { fill: theme.rule, edge: theme.rule },
    { strokeWidth: 0, r: 6 },
  )
  const words = t('정하지 않음 · 기록 아님', 'not set · not recorded')
  pen.say('io/unset', words, [track.x + 12, baseline(y, 16)], track.w - 24, { ink: theme.ink })
  pen.say('io/end', NO_LIMIT, [x + w - 12, y - 4], 116, { size: 18, weight: 700, anchor: 'end' })
  pen.say('io/end/detail', DEFAULT, [x + w - 12, y + 20], 116, { anchor: 'end', ink: theme.soft })
}

/** Who is hit, and the dial that does not exist. */
function bottom(pen: Pen, grid: Grid, { limits, greedy }: Load): void {
  const { theme } = pen
  const { process } = grid
  const killed = limits && greedy !== 'nobody'
  kernelBar(pen, grid, !killed)
  const first = greedy === 'first'
  const dead = { tone: 'danger', words: 'dd' } as const
  const press = { knob: 'greedy', value: (eaters.indexOf(greedy) + 1) % eaters.length }
  processBox(pen, grid, { ...(first ? (killed ? dead : { words: 'dd' }) : {}), press })
  const other = { x: process.x - 24 - 112, y: PROCESS.y, w: 112, h: PROCESS.h }
  if (greedy === 'other') {
    const look: Tone = pen.tone(killed ? 'danger' : 'app')
    pen.block('other', other, look, 'dd', { size: 18, weight: 700, anchor: 'middle', strokeWidth: 2 })
    pen.turns({ knob: 'greedy', value: eaters.indexOf('nobody') }, 'other')
    if (grid.roomy) {
      const said = use.memory.other.command.split(' dd ')[0] ?? ''
      pen.say('other/from', `$ ${said} dd …`, [other.x - 16, COMMAND], other.x - 16 - grid.host.x, {
        mono: true,
        anchor: 'end',
        ink: theme.soft,
      })
      pen.shows(use.memory.other.ref)
    }
  }
  if (killed) {
    const hit = first ? process : other
    const x = hit.x + hit.w / 2
    pen.line(
      'oom',
      [
        [x, grid.kernel.y],
        [x, hit.y + hit.h + 1],
      ],
      theme.danger,
      { strokeWidth: 3.2, head: 10 },
    )
    pen.shows(use.memory.log.ref)
    pen.say('oom', 'SIGKILL', [x - 12, hit.y + hit.h + 18], 90, {
      weight: 700,
      anchor: 'end',
      ink: theme['danger-ink'],
    })
    if (grid.roomy) {
      const said = use.memory.log[first ? 'first' : 'other'][0] ?? ''
      pen.say('oom/log', said, [hit.x - 16, LOG], 260, { mono: true, anchor: 'end', ink: theme.soft })
      pen.shows(use.memory.log.ref)
    }
    cross(pen, 'oom/cross', [hit.x + hit.w - 18, hit.y + 24], { ink: theme.danger, size: 6 })
  }
  const x = process.x + process.w + 24
  const soft = pen.tone('plain', true)
  pen.block(
    'tc',
    { x, y: PROCESS.y, w: grid.width - x, h: PROCESS.h },
    { ...soft, fill: clear(theme), edge: mix(theme.soft, theme.paper, 0.8) },
    pen.choose(
      [
        t('네트워크 대역폭 한도는 없다\ntc로 제한한다', 'no network bandwidth:\nthat is for tc'),
        t('대역폭은\ntc로 제한', 'bandwidth\nis for tc'),
      ],
      grid.width - x - 16,
      { lines: 2 },
    ),
    { weight: 400, anchor: 'middle', pad: 8, dash: 4, lines: 2, leading: 20, ink: theme.soft },
  )
}
