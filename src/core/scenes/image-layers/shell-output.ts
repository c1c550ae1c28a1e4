/** Commands as they were recorded, and how this scene writes numbers. */
import { refTo, type Digest, type EventRef, type Json } from '../../traces/digest.ts'
import { eventOf, valueIn, numberIn, textIn } from '../../traces/read-values.ts'

/** A command in a shell as it was recorded. */
export interface Shell {
  readonly ref: EventRef
  readonly command: string
  /** What it printed, line by line; then what it printed as errors. */
  readonly lines: readonly string[]
  readonly errors: readonly string[]
  readonly exitCode: number
  readonly ms: number
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

export function shell(digest: Digest, n: number): Shell {
  const { request, response, t_ms, dur_ms } = eventOf(digest, n)
  const output = valueIn(response, 'output')
  const chunks = Array.isArray(output) ? (output as readonly Json[]) : [{ channel: 'stdout', text: output }]
  const printed = (on: string): string =>
    chunks
      .filter((chunk) => textIn(chunk, 'channel') === on)
      .map((chunk) => textIn(chunk, 'text'))
      .join('')
  const noted = response?.['stderr']
  return {
    ref: refTo(digest, n),
    command: textIn(request, 'command'),
    lines: linesOf(printed('stdout')),
    errors: linesOf(`${printed('stderr')}${typeof noted === 'string' ? noted : ''}`),
    exitCode: numberIn(response, 'exitCode'),
    ms: dur_ms ?? numberIn(response, 't_ms') - t_ms,
  }
}

/** The first twelve figures of a digest or id, as docker shortens it. */
export const shortId = (digest: string): string => digest.replace(/^sha256:/, '').slice(0, 12)
