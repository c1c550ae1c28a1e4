/** Milliseconds since 1970 with their fractions, on a clock that never runs backwards within a recording. */
export const now = (): number => performance.timeOrigin + performance.now()
