import type { Text } from '../../../contract/deck.ts'
import type { Hand, Words } from '../../diagram/look.ts'
import type { Anchor, Point } from '../../diagram/mark.ts'
import { baseline, type Pen } from '../../diagram/pen.ts'
import { t } from '../../words/t.ts'
import { nodeHead, nodeMarks, processSign, layerSign, type Look } from './container-state-node.ts'
import { run } from './recorded.ts'
import type { ContainerState } from './state.ts'

/** In the order in which the steps come to them. */
const ORDER: readonly ContainerState[] = ['created', 'running', 'paused', 'exited', 'deleted']
const TOP = 24
const LOW = 300
const HEIGHT = 124
/** From the tip of an arrow to the state that it leads to. */
const HEADROOM = 6

/** Where the five states are on a stage, and how large what they say. */
interface Places {
  readonly w: number
  readonly size: number
  /** Of the middle and the right column. */
  readonly middle: number
  readonly right: number
}

function mapFor(width: number): Places {
  const [w, size] = width >= 1100 ? [284, 24] : width >= 900 ? [240, 20] : [188, 16]
  return { w, size, middle: (width - w) / 2, right: width - w }
}

const roomOf = (map: Places, state: ContainerState): { x: number; y: number; w: number; h: number } => {
  const x = { created: 0, running: map.middle, paused: map.middle, exited: map.right, deleted: map.right }[state]
  return { x, y: state === 'paused' || state === 'deleted' ? LOW : TOP, w: map.w, h: HEIGHT }
}

const looks: Readonly<Record<ContainerState, Look>> = {
  created: { name: 'created', process: 'none', layer: 'empty', says: [t('없다', 'none'), t('비었다', 'empty')] },
  running: { name: 'running', process: 'runs', layer: 'filled', says: [t('돈다', 'runs'), t('바뀐다', 'written')] },
  paused: {
    name: 'paused',
    process: 'frozen',
    layer: 'filled',
    says: [t('얼었다', 'frozen'), t('그대로', 'as it is')],
  },
  exited: { name: 'exited', process: 'none', layer: 'filled', says: [t('없다', 'none'), t('**남는다**', '**stays**')] },
  deleted: {
    name: t('삭제됨', 'deleted'),
    process: 'none',
    layer: 'gone',
    says: [t('없다', 'none'), t('없다', 'gone')],
  },
}

const refs: Partial<Record<ContainerState, typeof run.create>> = {
  created: run.create,
  running: run.start,
  exited: run.exited,
}

/** EF-15 to EF-19: the states of a container, what leads from one to the next, and what is left of it in each. */
export function containerStates(pen: Pen, now: ContainerState): void {
  const map = mapFor(pen.view.width)
  const reached = ORDER.indexOf(now)
  ORDER.forEach((state, i) => {
    node(pen, map, state, i < reached ? 'was' : i === reached ? 'is' : 'not yet')
  })
  ways(map).forEach((way) => {
    const comes = ORDER.indexOf(way.comes)
    if (comes <= reached) command(pen, map, way, comes === reached)
  })
  image(pen, map, now === 'created')
  key(pen, map)
}

/** How far below its state the way of `create` begins: at what a container is created from. */
const FROM_IMAGE = 76

/** What a container is created from: no state of it, so it stands outside of them. */
function image(pen: Pen, { w, size }: Places, lit: boolean): void {
  const words = t('이미지', 'image')
  const wide = pen.set(words, Infinity, { size, weight: 600 }).width + 1.5 * size
  const room = { x: (w - wide) / 2, y: TOP + HEIGHT + FROM_IMAGE, w: wide, h: size * 1.6 }
  pen.block('image', room, pen.tone('lib', !lit), words, { size, weight: 600, anchor: 'middle' })
}

/** What moves on the way into each state. */
const FLIGHT = 'command/goes'

function node(pen: Pen, map: Places, state: ContainerState, when: 'was' | 'is' | 'not yet'): void {
  const { theme } = pen
  const room = roomOf(map, state)
  const isNow = when === 'is'
  const surface = { r: 12, dash: state === 'deleted' ? 8 : 0 }
  // Where it will be stands before a command gets there.
  const ahead = pen.tone('plain', true)
  pen.box(`state/${state}/ahead`, room, ahead, surface)
  if (when === 'not yet') {
    nodeHead(pen, `state/${state}`, looks[state], room, map.size, ahead.ink)
    return
  }
  const plain = { ...pen.tone('plain', !isNow), fill: pen.tone('plain').fill, edge: theme.edge }
  const look = state === 'running' ? pen.tone('app', !isNow) : plain
  const draw = (): void => {
    const stroke = isNow ? { stroke: theme.accent, strokeWidth: 4 } : {}
    pen.box(`state/${state}`, room, look, { ...surface, ...stroke })
    const moment = refs[state]
    if (moment) pen.shows(moment.ref)
    nodeHead(pen, `state/${state}`, looks[state], room, map.size, look.ink)
    nodeMarks(pen, `state/${state}`, looks[state], room, map.size, look.ink)
  }
  if (isNow) pen.with(FLIGHT, 'landed', draw)
  else draw()
}

interface Way {
  readonly id: string
  readonly comes: ContainerState
  readonly points: readonly [Point, Point]
  readonly words: Words
  readonly at: Point
  readonly anchor: Anchor
  /** Whether the container goes it as its step arrives. */
  readonly goes: boolean
  readonly note?: { readonly words: Text; readonly at: Point }
}

function ways(map: Places): readonly Way[] {
  const { w, size, middle, right } = map
  const bottom = TOP + HEIGHT
  const [one, two] = [(w + middle) / 2, (middle + w + right) / 2]
  const above = (y: number): number => y - size * 0.6
  const below = (y: number): number => y + size * 1.2
  const [down, up] = [middle + w / 2 - size * 1.25, middle + w / 2 + size * 1.25]
  const between = baseline((bottom + LOW) / 2, size)
  const half = TOP + HEIGHT / 2
  const [out, back] = [TOP + 30, bottom - 24]
  const into = w / 2
  const end = right + w / 2
  const way = (id: string, comes: ContainerState, goes: boolean, points: readonly [Point, Point]) => ({
    ...{ id, comes, goes, points, words: id },
  })
  return [
    { ...way('create', 'created', true, [[into, bottom + FROM_IMAGE], [into, bottom + HEADROOM]]), at: [into + 16, bottom + 56], anchor: 'start' }, // prettier-ignore
    { ...way('start', 'running', true, [[w, half], [middle - HEADROOM, half]]), at: [one, above(half)], anchor: 'middle' }, // prettier-ignore
    { ...way('pause', 'paused', true, [[down, bottom], [down, LOW - HEADROOM]]), at: [down - 16, between], anchor: 'end' }, // prettier-ignore
    { ...way('unpause', 'paused', false, [[up, LOW], [up, bottom + HEADROOM]]), at: [up + 16, between], anchor: 'start' }, // prettier-ignore
    {
      ...way('stop, kill', 'exited', true, [[middle + w, out], [right - HEADROOM, out]]), // prettier-ignore
      ...{ at: [two, above(out)], anchor: 'middle' },
      note: { words: t('또는 앱 종료', 'or app exits'), at: [two, below(out) + 3] },
    },
    { ...way('start ', 'exited', false, [[right, back], [middle + w + HEADROOM, back]]), at: [two, below(back)], anchor: 'middle' }, // prettier-ignore
    { ...way('rm', 'deleted', true, [[end, bottom], [end, LOW - HEADROOM]]), at: [end + 16, between], anchor: 'start' }, // prettier-ignore
  ]
}

function command(pen: Pen, map: Places, way: Way, isNow: boolean): void {
  const { theme } = pen
  const goes = isNow && way.goes
  const ink = goes ? theme.accent : theme.ink
  const draw = (): void => {
    pen.line(`way/${way.id}`, way.points, ink, { strokeWidth: goes ? 3.2 : 2, head: goes ? 14 : 11 })
  }
  const say = (): void => {
    const hand: Hand = { size: map.size, mono: true, weight: 700, anchor: way.anchor, ink }
    pen.say(`way/${way.id}/name`, way.words, way.at, map.w, hand)
    if (way.note)
      pen.say(`way/${way.id}/note`, way.note.words, way.note.at, map.w, {
        ...{ size: map.size, anchor: 'middle', ink },
      })
  }
  if (!isNow) {
    draw()
    say()
    return
  }
  if (!goes) {
    // The way back is there once the container has come.
    pen.with(
      FLIGHT,
      'landed',
      () => {
        draw()
        say()
      },
      { after: 160 },
    )
    return
  }
  pen.with(FLIGHT, 'along', draw)
  pen.with(FLIGHT, 'passed', say)
  // What is created comes from nowhere.
  if (way.comes === 'created') return
  const [from, [x, y]] = way.points
  const ahead = (to: number, since: number): number => to + HEADROOM * Math.sign(to - since)
  pen.packet(FLIGHT, [from, [ahead(x, from[0]), ahead(y, from[1])]], '')
}

/** What the signs in the states stand for, and what `run` is. */
function key(pen: Pen, map: Places): void {
  const { theme } = pen
  const { size } = map
  const hand: Hand = { size, ink: theme.soft }
  const line = size * 1.85
  const y = LOW + HEIGHT - 2 * line - size * 0.8
  const x = size * 2
  const width = map.middle - x - 16
  processSign(pen, 'key/process', 'runs', [size * 0.75, y], size, theme.ink)
  pen.say('key/process', t('프로세스', 'process'), [x, baseline(y, size)], width, hand)
  layerSign(pen, 'key/layer', 'filled', [size * 0.75, y + line], size)
  pen.say('key/layer', t('쓰기 레이어', 'writable layer'), [x, baseline(y + line, size)], width, hand)
  const both = t('`run`은 create와 start', '`run` is create and start')
  pen.say('key/run', both, [0, baseline(y + 2 * line, size)], map.middle - 16, hand)
}
