import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median, quantile, shareOver } from '../../bench/statistics.ts'

describe('quantile', () => {
  it('finds the middle of an odd number and halves an even one', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([4, 1, 3, 2])).toBe(2.5)
  })
  it('goes from the smallest to the largest, by straight line between neighbours', () => {
    const samples = [10, 20, 30, 40, 50]
    expect([0, 0.25, 0.875, 1].map((p) => quantile(samples, p))).toEqual([10, 20, 45, 50])
  })
  it('says that it does not know where nothing was measured', () => {
    expect(median([])).toBeNaN()
    expect(shareOver([], 20)).toBeNaN()
  })
  it('leaves the samples in their order', () => {
    const samples = [3, 1, 2]
    median(samples)
    expect(samples).toEqual([3, 1, 2])
  })
  it('never falls as the share rises, and stays among the samples', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const samples = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 })
    fc.assert(
      fc.property(samples, share, share, (values, p, q) => {
        const [low, high] = [quantile(values, Math.min(p, q)), quantile(values, Math.max(p, q))]
        expect(low).toBeLessThanOrEqual(high)
        expect(low).toBeGreaterThanOrEqual(Math.min(...values))
        expect(high).toBeLessThanOrEqual(Math.max(...values))
      }),
    )
  })
})

describe('shareOver', () => {
  it('counts what lies above the limit and not what lies on it', () => {
    expect(shareOver([16.7, 20, 20.1, 33.3], 20)).toBe(0.5)
  })
})
