import { max, scaleBand, scaleLinear, tickStep, ticks } from 'd3'

export interface Bar {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Bars {
  readonly bars: readonly Bar[]
  /** Where the axis has a line: the value and its height. */
  readonly lines: readonly { readonly value: number; readonly y: number }[]
  /** The middle of each band. */
  readonly middle: (index: number) => number
  /** The index at a place, the nearest beyond the ends. */
  readonly at: (x: number) => number
}

/** What a value of nothing is drawn with: a trace, so that the day is seen to be there. */
const trace = 2

/**
 * Lays values out as bars.
 * @param unit the smallest step that the axis may name
 */
export function barsOf(
  values: readonly number[],
  place: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  unit: number,
): Bars {
  const { left, top, width, height } = place
  const most = Math.max(unit, max(values) ?? 0)
  const step = Math.max(unit, Math.ceil(tickStep(0, most / unit, 3)) * unit)
  const highest = Math.ceil(most / step) * step
  const y = scaleLinear([0, highest], [top + height, top])
  const x = scaleBand(
    values.map((_, index) => index),
    [left, left + Math.max(1, width)],
  ).padding(0.28)
  const placeOf = (index: number): number => x(index) ?? left
  return {
    bars: values.map((value, index) => {
      const tall = Math.max(trace, y(0) - y(value))
      return { x: placeOf(index), y: y(0) - tall, width: x.bandwidth(), height: tall }
    }),
    lines: ticks(0, highest / step, highest / step).map((line) => ({ value: line * step, y: y(line * step) })),
    middle: (index) => placeOf(index) + x.bandwidth() / 2,
    at: (where) => Math.min(values.length - 1, Math.max(0, Math.floor((where - left) / x.step()))),
  }
}
