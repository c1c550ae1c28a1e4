import { numberText } from './number-text.ts'

/** Milliseconds as pictures show them: with a tenth below `wholeFrom`, whole ones from there. */
export const msText = (ms: number, wholeFrom = 100): string => `${numberText(ms, ms < wholeFrom ? 1 : 0)} ms`

/** A duration as a list of events shows it: to a tenth of a millisecond below a second, from there to a hundredth of a second. */
export const durationText = (ms: number): string =>
  ms < 1000 ? `${numberText(ms, 1)} ms` : `${numberText(ms / 1000, 2)} s`
