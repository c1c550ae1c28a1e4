/** The value below which a share `p` (0 to 1) of the samples lies, between neighbours by straight line; NaN of none. */
export function quantile(samples: readonly number[], p: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const place = p * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return low === undefined || high === undefined ? NaN : low + (high - low) * (place - Math.floor(place))
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5)

/** The share (0 to 1) of the samples above a limit; NaN of none. */
export const shareOver = (samples: readonly number[], limit: number): number =>
  samples.filter((sample) => sample > limit).length / samples.length
