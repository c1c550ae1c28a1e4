/** Milliseconds since 1970 with their fractions, on a clock that never runs backwards within a recording. */
export const preciseNow = (): number => performance.timeOrigin + performance.now()
