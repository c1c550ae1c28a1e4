import { expect, it } from 'vitest'
import { between } from '../../../src/core/diagram/between.ts'
import type { Arrow, Line, Mark } from '../../../src/core/diagram/mark.ts'
import { frameAt, stepIndex, type Scene } from '../../../src/core/diagram/scene.ts'
import { scenes } from '../../../src/core/scenes/index.ts'
import { lookSets, type Look } from '../../e2e/app/looks.ts'
import { meaningOf, tellingTheme } from './mark-text.ts'
import { view } from './rough.ts'

const asked = { ...view('ko'), theme: tellingTheme }

function marksAt(scene: Scene, { step, at }: Look): readonly Mark[] {
  const index = stepIndex(scene, step)
  const to = frameAt(scene, index, {}, asked)
  return index === 0 ? to.marks : between(frameAt(scene, index - 1, {}, asked), to, true)(at).marks
}

/** Which way the last piece of a line goes. */
function direction({ points }: Arrow): string {
  const [[x, y] = [0, 0], [toX, toY] = [0, 0]] = points.slice(-2)
  const [right, down] = [toX - x, toY - y]
  return Math.abs(right) > Math.abs(down) ? (right > 0 ? 'right' : 'left') : down > 0 ? 'down' : 'up'
}

function* linesOf(mark: Mark): Generator<Line> {
  if (mark.kind === 'label') yield* mark.lines
  if (mark.kind === 'terminal') yield* mark.writing.lines
  if (mark.kind === 'card') for (const { lines } of mark.writings) yield* lines
}

/** Everything about a mark that is painted in a way of its own. */
function* waysOf(mark: Mark): Generator<string> {
  yield mark.kind
  if ('dash' in mark && mark.dash > 0) yield `${mark.kind} with dashes`
  if ('strokeWidth' in mark && mark.strokeWidth === 0) yield `${mark.kind} without a border`
  if (mark.kind === 'arrow') {
    yield `${mark.head > 0 ? 'head' : 'line'} going ${direction(mark)}`
    if (mark.haloWidth > 0) yield 'halo'
    if (mark.radius > 0 && mark.points.length > 2) yield 'bend'
  }
  if (mark.kind === 'badge') yield mark.shape
  if (mark.kind === 'packet') yield mark.text === '' ? 'dot' : 'pill'
  if (mark.kind === 'meter') yield `meter ${mark.upright ? 'upright' : 'lying'}, ${mark.share < 1 ? 'partly' : 'full'}`
  const colours = ['fill', 'stroke', 'ink', 'track'].map((name) => (mark as unknown as Record<string, unknown>)[name])
  for (const colour of colours) if (typeof colour === 'string') yield `in ${meaningOf(colour)}`
  for (const line of linesOf(mark)) {
    for (const { weight, mono, ink } of line) yield* [`${mono ? 'mono' : 'text'} ${weight}`, `in ${meaningOf(ink)}`]
  }
}

/** Ways by name; mixed colours have none and follow from the others. */
const waysIn = (marks: readonly Mark[]): Set<string> =>
  new Set(marks.flatMap((mark) => [...waysOf(mark)]).filter((way) => !/^in (#|back-|.*=)/.test(way)))

it.each(lookSets)('shows every way of painting among the pictures held to the pixel in $theme', ({ looks }) => {
  const every = scenes.flatMap((scene) =>
    scene.steps.flatMap(({ id }) => [1, 0.6].flatMap((at) => [...waysIn(marksAt(scene, { step: id, at }))])),
  )
  const shown = looks.flatMap((look) => {
    const scene = scenes.find(({ steps }) => steps.some(({ id }) => id === look.step))
    if (scene === undefined) throw new Error(`no scene has the step ${look.step}`)
    return [...waysIn(marksAt(scene, look).filter(({ opacity }) => opacity > 0.2))]
  })
  expect([...new Set(every)].filter((way) => !shown.includes(way))).toEqual([])
})
