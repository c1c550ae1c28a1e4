/** What a run came to: how many passed and failed, and by name what passed on a second try and what was skipped. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  /** What failed, by name and with the first line of why. */
  readonly failures: readonly string[]
  readonly flaky: readonly string[]
  readonly skipped: readonly string[]
  /** What failed without being a test. */
  readonly troubles: readonly string[]
}
/** What a run of Vitest comes to, of what `vitest-results.mjs` wrote. */
export function countVitest(name: string, result: object | undefined, code: number): Outcome
/** What a run of Playwright comes to, of what its JSON reporter wrote. */
export function countPlaywright(name: string, result: object | undefined, code: number): Outcome
/** The last lines of `npm test`. */
export function tellOutcomes(outcomes: readonly Outcome[]): {
  readonly lines: readonly string[]
  readonly isGood: boolean
}
