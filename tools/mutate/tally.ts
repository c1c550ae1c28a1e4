import type { Drawn } from './draw.ts'

/** What became of a fault: some test failed, none did, or it is none (its types are wrong). */
export type Fate = 'killed' | 'survived' | 'not counted'
export interface Outcome extends Drawn {
  readonly fate: Fate
  /** The test file that failed, what the compiler says, or which tests did not see it. */
  readonly by: string
  /** In seconds. */
  readonly seconds: number
}

const quoted = (text: string): string => JSON.stringify(text.replaceAll(/\s+/g, ' ').slice(0, 48))

export const outcomeLine = ({ fate, file, line, kind, was, text, by, seconds }: Outcome): string =>
  `${fate.padEnd(11)} ${file}:${line} ${kind}: ${quoted(was)} → ${quoted(text)} (${by}, ${seconds} s)`

/** The last line of a run: how many of each, and the share of those that count. */
export function tally(outcomes: readonly Pick<Outcome, 'fate'>[]): string {
  const of = (fate: Fate): number => outcomes.filter((outcome) => outcome.fate === fate).length
  const [killed, survived] = [of('killed'), of('survived')]
  const counted = killed + survived
  const share = counted === 0 ? 'nothing to tell' : `${((100 * killed) / counted).toFixed(1)} % killed`
  return `${killed} killed, ${survived} survived, ${of('not counted')} not counted: ${share}`
}
