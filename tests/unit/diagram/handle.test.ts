import { describe, expect, it } from 'vitest'
import { valueUnderHand } from '../../../src/core/diagram/handle.ts'
import { defineScene, type Knob } from '../../../src/core/diagram/scene.ts'

const text = { ko: '', en: '' }
const knob: Knob = { id: 'at', label: text, kind: 'range', min: 0, max: 900, step: 5, value: 0, unit: text, steps: [] }
const scene = defineScene({
  id: 'any',
  title: text,
  steps: [],
  knobs: [knob],
  start: {},
  layout: () => undefined,
})
const along = {
  knob: 'at',
  axis: 'x',
  places: [
    [100, 0],
    [200, 800],
    [300, 900],
  ],
} as const
const at = (x: number): number | null => valueUnderHand(scene, along, [x, 777])

describe('the value under a hand', () => {
  it('lies between those of the two places that the hand is between, on a notch', () => {
    expect([100, 150, 200, 250, 300].map(at)).toEqual([0, 400, 800, 850, 900])
    expect(at(100.9)).toBe(5)
    expect(at(233)).toBe(835)
  })

  it('is that of the end beyond the ends', () => {
    expect([-1e6, 99, 301, 1e6].map(at)).toEqual([0, 0, 900, 900])
  })

  it('follows the other axis where that is meant', () => {
    expect(valueUnderHand(scene, { ...along, axis: 'y' }, [777, 150])).toBe(400)
  })

  it('is the one that a press stands for, wherever it pressed', () => {
    expect(valueUnderHand(scene, { knob: 'at', value: 50 }, [1, 2])).toBe(50)
    expect(valueUnderHand(scene, { knob: 'at', value: 5000 }, [1, 2])).toBe(900)
  })

  it('is none where the scene has no such knob', () => {
    expect(valueUnderHand(scene, { knob: 'other', value: 1 }, [0, 0])).toBeNull()
  })
})
