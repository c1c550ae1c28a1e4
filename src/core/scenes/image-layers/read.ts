/** Reads recorded events; each of these throws where the digest lacks what a picture wants to show. */
import { format } from 'd3'
import { refTo, type Digest, type EventRef, type Json, type TraceEvent } from '../../traces/digest.ts'

export const lacks = (what: string): never => {
  throw new Error(`the recordings lack ${what}`)
}

/** A digest as it comes out of its file. */
export const digestOf = (json: unknown): Digest => json as Digest

export function eventOf(digest: Digest, n: number): TraceEvent {
  return digest.events.find((event) => event.n === n) ?? lacks(`event ${n} of ${digest.of}`)
}

/** What lies at the end of a path into JSON. */
export function inside(json: Json | undefined, ...path: readonly (string | number)[]): Json {
  let at: Json | undefined = json
  for (const step of path) {
    if (at === null || typeof at !== 'object') return lacks(path.join('.'))
    at = (at as Readonly<Record<string | number, Json>>)[step]
  }
  return at ?? lacks(path.join('.'))
}

export const textIn = (json: Json | undefined, ...path: readonly (string | number)[]): string => {
  const found = inside(json, ...path)
  return typeof found === 'string' ? found : lacks(`words at ${path.join('.')}`)
}

export const numberIn = (json: Json | undefined, ...path: readonly (string | number)[]): number => {
  const found = inside(json, ...path)
  return typeof found === 'number' ? found : lacks(`a number at ${path.join('.')}`)
}

export const listIn = (json: Json | undefined, ...path: readonly (string | number)[]): readonly Json[] => {
  const found = inside(json, ...path)
  return Array.isArray(found) ? (found as readonly Json[]) : lacks(`a list at ${path.join('.')}`)
}

/** The part of a recorded text that is shown. */
export function part(text: string, pattern: RegExp): string {
  const [, shown] = pattern.exec(text) ?? []
  return shown ?? lacks(`${pattern} in ${text}`)
}

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
  const output = inside(response, 'output')
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

const three = format('.3r')
const whole = format(',.0f')

/** Bytes as the docker command writes them: thousands, three figures. */
export function sizeText(bytes: number): string {
  if (bytes < 1e3) return `${whole(bytes)} B`
  return bytes < 1e6 ? `${three(bytes / 1e3)} kB` : `${three(bytes / 1e6)} MB`
}

/** Every byte, for comparing. */
export const bytesText = (bytes: number): string => `${whole(bytes)} B`

export const msText = (ms: number): string => `${whole(ms)} ms`

/** The first twelve figures of a digest or id, as docker shortens it. */
export const shortId = (digest: string): string => digest.replace(/^sha256:/, '').slice(0, 12)
