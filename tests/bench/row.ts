import { median, quantile } from './statistics.ts'

/** One measured number. */
export interface Row {
  readonly what: string
  readonly unit: 'ms' | '×' | 'kB' | 'MB' | '%' | 'pages' | 'count'
  /** Of several samples the median. */
  readonly value: number
  /** What 95 of 100 samples stay below; null where there are too few to say. */
  readonly p95: number | null
  readonly samples: number
}

/** Below this a 95th percentile is only the largest sample by another name. */
const enough = 20

/** A row of durations in milliseconds. */
export const timed = (what: string, samples: readonly number[]): Row => ({
  what,
  unit: 'ms',
  value: median(samples),
  p95: samples.length < enough ? null : quantile(samples, 0.95),
  samples: samples.length,
})

/** A row of a single number. */
export const single = (what: string, unit: Row['unit'], value: number): Row => ({
  what,
  unit,
  value,
  p95: null,
  samples: 1,
})

/** How many times the first median is the second. */
export const ratio = (what: string, a: readonly number[], b: readonly number[]): Row =>
  single(what, '×', median(a) / median(b))
