import type { Text } from '../../../contract/deck.ts'
import type { Handle } from '../../diagram/mark.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { clear } from '../../diagram/tone.ts'
import { t } from '../../words/t.ts'
import { AFTER, contentOf, COPY, copyUp, fileMade, whiteout } from './acts.ts'
import { cell, columnAt, gridFor, layerRow, middleOf, rows, type Grid } from './grid.ts'
import type { Lift } from './lift.ts'
import { hollow } from './looks.ts'
import { box, web } from './recorded.ts'
import type { Shell } from './shell-output.ts'
import { appTile, axis, bracket, contents, large, layers, mergedFrame, tile, writable, type Stacked } from './stack.ts'
import { WRITES, type Acts, type Write } from './state.ts'
import { terminal } from './terminal.ts'

const NOTHING: Acts = { write: 'none', deleted: false }

/**
 * IL-6: the writable sheet drops on top, still empty; what is seen comes from below. Where a sheet is lifted, only what is
 * seen of that one.
 */
export function started(pen: Pen, lifted: number): void {
  const grid = gridFor(pen.view.width)
  terminal(pen, 'shell', { ...rows.terminal, x: 0, w: grid.main }, shown([web.run]), web.run.ref)
  draw(pen, grid, appTile, NOTHING, { drops: true, lift: { knob: 'lifted', sheet: lifted } })
}

/** IL-7: a changed file is copied up first, a deleted one is only hidden. */
export function written(pen: Pen, acts: Acts): void {
  const grid = gridFor(pen.view.width)
  const stack = acts.write === 'large' ? large : appTile
  const commands = commandsOf(acts)
  terminal(pen, 'shell', { ...rows.terminal, x: 0, w: grid.main }, shown(commands), commands[0]?.ref)
  const reads = acts.write === 'none' && !acts.deleted
  draw(pen, grid, stack, acts, { container: reads ? web.second.name : stack.container })
}

function commandsOf({ write, deleted }: Acts): readonly Shell[] {
  if (write === 'large') return deleted ? [box.first, box.remove] : [box.first]
  const made = write === 'change' ? [web.change] : write === 'create' ? [web.create] : []
  const all = deleted ? [...made, web.remove] : made
  return all.length ? all : [web.untouched]
}

/** Two lines: two commands, or one and the first line of its answer. */
const shown = (commands: readonly Shell[]): string[] =>
  [...commands.map(({ command }) => `$ ${command}`), ...commands.flatMap(({ lines }) => lines)].slice(0, 2)

const layerOf = ({ files }: Stacked, id: string): number | undefined => files.find((file) => file.id === id)?.layer

interface Around {
  readonly container?: string
  /** The sheet has just been put on top. */
  readonly drops?: boolean
  readonly lift?: Lift
}

function draw(pen: Pen, grid: Grid, stack: Stacked, acts: Acts, around: Around = {}): void {
  const { container = stack.container, drops = false, lift } = around
  const { write, deleted } = acts
  const lifted = lift?.sheet ?? 0
  /** Comes where it is read through the sheet that has dropped, or by what the act has made of it. */
  const comes = (i: number, own: boolean, gone: boolean, seen: boolean, show: () => void): void => {
    const { drop, act } = AFTER
    if (drops) pen.then(show, drop.sight + i * drop.apart + (seen ? drop.seen : 0))
    else if (own) pen.with(COPY, 'landed', show, { after: act.seen })
    else if (gone) pen.with(COPY, 'landed', show, { after: act.gone })
    else show()
  }
  const acting = write !== 'none' || deleted
  const changed = write === 'change' || write === 'large'
  const touched = (id: string): boolean => (id === 'page' && changed) || (id === 'conf' && deleted)
  layers(pen, grid, stack, {
    lit: (n) => !acting && (lifted === 0 || n === lifted),
    litFile: (id) => (acting ? touched(id) : lifted === 0 || layerOf(stack, id) === lifted),
    ...(lift ? { lift } : {}),
  })
  if (lifted > 0) contents(pen, grid, lifted, web.lower.ref)
  axis(pen, grid, stack, (id) => id !== 'new' || write === 'create')
  if (drops)
    pen.then(() => {
      writable(pen, grid, true, lift)
      pen.shows(web.upperBefore.ref)
    })
  else writable(pen, grid, !acting, lift)
  mergedFrame(pen, grid)
  let column = 0
  stack.files.forEach((file, i) => {
    const created = file.id === 'new' && write === 'create'
    if (file.layer === 0 && !created) {
      if (!lift && write !== 'large') unmade(pen, grid, i, acts)
      return
    }
    const own = (file.id === 'page' && changed) || created
    const gone = file.id === 'conf' && deleted
    const lit = lifted > 0 && file.layer === lifted
    const back = lifted > 0 ? !lit : acting && !own
    const words = own ? (created ? 'new' : contentOf(write)) : 'text' in file ? file.text : ''
    comes(column, own, gone, true, () => {
      merged(pen, grid, i, { own, gone, lit, back, words })
      if (!lift) pressed(pen, `merged/${i}`, acts, file.id)
    })
    const from = rows.merged.y + rows.merged.h
    const to = own || gone ? rows.upper.y + 3 : layerRow(file.layer || 1, lifted).y + 3
    const x = middleOf(columnAt(grid, i))
    const sight = [
      [x, from],
      [x, to],
    ] as const
    const { theme } = pen
    const stroke = lit ? pen.tone('lib').edge : lifted > 0 ? theme.rule : own || gone ? theme.soft : theme.edge
    comes(column, own, gone, false, () => {
      pen.line(`sight/${file.id}`, sight, stroke, { dash: 5, head: 8, strokeWidth: lit ? 2.6 : 1.8 })
    })
    column += 1
  })
  if (drops && lifted === 0) pen.then(() => reading(pen, grid), AFTER.drop.words)
  else if (!drops && !acting) reading(pen, grid)
  if (changed) copyUp(pen, grid, write)
  if (write === 'create') fileMade(pen, grid)
  const order = write === 'none' ? 1 : changed ? 3 : 2
  if (deleted) pen.with(COPY, 'landed', () => whiteout(pen, grid, order), { after: AFTER.act.whiteout })
  brackets(pen, grid, stack, container, acts)
}

/** A press in the merged view does to a file what can be done to it there, or takes it back. */
function pressed(pen: Pen, key: string, { write, deleted }: Acts, file: string): void {
  const writes = (to: Write): Handle => ({ knob: 'write', value: WRITES.indexOf(write === to ? 'none' : to) })
  if (file === 'page') pen.turns(writes(write === 'large' ? 'large' : 'change'), key)
  if (file === 'new') pen.turns(writes('create'), key)
  if (file === 'conf') pen.turns({ knob: 'delete', value: deleted ? 0 : 1 }, key)
}

/** The place in the merged view where a file is not yet: nothing is seen of it, and a press makes the file. */
function unmade(pen: Pen, grid: Grid, i: number, acts: Acts): void {
  const none = clear(pen.theme)
  pen.box(`merged/${i}`, cell(columnAt(grid, i), rows.merged), { fill: none, edge: none }, { r: 6 })
  pressed(pen, `merged/${i}`, acts, 'new')
}

interface Seen {
  readonly own: boolean
  readonly gone: boolean
  readonly lit: boolean
  readonly back: boolean
  readonly words: Text | string
}

function merged(pen: Pen, grid: Grid, i: number, { own, gone, lit, back, words }: Seen): void {
  const room = cell(columnAt(grid, i), rows.merged)
  const key = `merged/${i}`
  if (gone) {
    tile(pen, key, room, hollow(pen), t('없음', 'gone'), { dash: 5, mono: false })
    return
  }
  const look = pen.tone('lib', back)
  const plain = { ...look, fill: lit ? look.fill : pen.theme.card, ink: back ? look.ink : pen.theme.ink }
  const strong = own || lit ? { strokeWidth: 2.4 } : {}
  tile(pen, key, room, own ? { ...plain, edge: pen.theme.accent } : plain, words, strong)
}

function reading(pen: Pen, grid: Grid): void {
  const x = middleOf(columnAt(grid, 0)) + 12
  const y = baseline((rows.merged.y + rows.merged.h + rows.upper.y) / 2, 16)
  pen.say('sight/word', t('위에서 아래로 읽는다', 'read from the top down'), [x, y], 220, { ink: pen.theme.soft })
}

function brackets(pen: Pen, grid: Grid, stack: Stacked, container: string, { write, deleted }: Acts): void {
  const { theme } = pen
  const top = { y: rows.merged.y, h: rows.upper.y + rows.upper.h - rows.merged.y }
  const grown = write === 'large' ? [{ words: `+${box.grown} MB`, mono: true, ink: theme.accent }] : []
  bracket(pen, grid, 'of/container', top, t('컨테이너', 'Container'), [{ words: container, mono: true }, ...grown])
  const kept =
    write !== 'none' || deleted
      ? { words: t('✓ 그대로', '✓ intact'), ink: theme.good }
      : { words: t('읽기 전용', 'read-only') }
  bracket(pen, grid, 'of/image', rows.layers, t('이미지', 'Image'), [{ words: stack.image, mono: true }, kept])
}
