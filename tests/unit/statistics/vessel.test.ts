import { describe, expect, it } from 'vitest'
import { glass, inside, vesselOf } from '../../../src/renderer/review/statistics/charts/vessel.ts'

const top = inside.y
const bottom = inside.y + inside.height
const mastery = (known: number, learning: number, fresh: number, held = 0) => ({
  topic: 'images',
  cards: known + learning + fresh,
  known,
  learning,
  new: fresh,
  held,
})

describe('what fills a vessel', () => {
  it('lies upon each other from the bottom to the brim, what is known below', () => {
    const { layers } = vesselOf(mastery(2, 1, 1))
    const quarter = inside.height / 4
    expect(layers).toEqual([
      { part: 'known', cards: 2, y: bottom - 2 * quarter, height: 2 * quarter },
      { part: 'learning', cards: 1, y: bottom - 3 * quarter, height: quarter },
      { part: 'new', cards: 1, y: top, height: quarter },
    ])
  })

  it('leaves out what there is none of', () => {
    expect(vesselOf(mastery(0, 3, 0)).layers).toEqual([{ part: 'learning', cards: 3, y: top, height: inside.height }])
    expect(vesselOf(mastery(0, 0, 0))).toEqual({ layers: [], heldY: null })
  })

  it('says how high stands what comes to mind today, where anything does', () => {
    expect(vesselOf(mastery(4, 0, 0, 0)).heldY).toBeNull()
    expect(vesselOf(mastery(4, 0, 0, 1)).heldY).toBe(bottom - inside.height / 4)
    expect(vesselOf(mastery(4, 0, 0, 4)).heldY).toBe(top)
    // Part of a question, too, for it is a sum of chances.
    expect(vesselOf(mastery(4, 0, 0, 0.5)).heldY).toBe(bottom - inside.height / 8)
  })
})

it('a vessel is a jar, alike on both sides, whose walls go from the lip to the bottom', () => {
  const points = [...glass.matchAll(/-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?/g)].map(([point]) => point.split(',').map(Number))
  const middle = inside.x + inside.width / 2
  const [first, last] = [points[0], points.at(-1)]
  expect([(first?.[0] ?? 0) + (last?.[0] ?? 0), first?.[1]]).toEqual([2 * middle, last?.[1]])
  expect(glass).toBe('M2,6Q8,6,8,14L8,108A16,16,0,0,0,24,124L64,124A16,16,0,0,0,80,108L80,14Q80,6,86,6')
})
