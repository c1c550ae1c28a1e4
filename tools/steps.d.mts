/** Where the steps are told: a stream, or what stands in for one. */
export interface StepsOut {
  readonly isTTY?: boolean
  write(text: string): unknown
}
export interface Steps {
  /** Goes on to the next step; further than the last it stays there. */
  next(): void
  /** The step that it is at. */
  name(): string
}
/** Runs the steps of a preparation and tells them. */
export function inSteps(
  what: string,
  names: readonly string[],
  work: (steps: Steps) => Promise<unknown>,
  out?: StepsOut,
  now?: () => number,
): Promise<void>
