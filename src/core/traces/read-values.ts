/**
 * Reads recorded values for pictures. Each of these throws where the recording lacks what is asked for, so that a
 * picture never shows a number that nobody recorded.
 */
import type { Digest, Json, TraceEvent } from './digest.ts'

type Path = readonly (string | number)[]

export const lacks = (what: string): never => {
  throw new Error(`the recordings lack ${what}`)
}

/** A digest as it comes out of its file: what TypeScript infers from so much JSON is of no use. */
export const digestOf = (json: unknown): Digest => json as Digest

/** The event with this number. */
export const eventOf = ({ of, events }: Digest, n: number): TraceEvent =>
  events.find((event) => event.n === n) ?? lacks(`event ${n} of ${of}`)

/** What lies at the end of a path into JSON. */
export function valueIn(json: Json | undefined, ...path: Path): Json {
  const found = path.reduce<Json | undefined>(
    (at, step) =>
      typeof at === 'object' && at !== null ? (at as Readonly<Record<string | number, Json>>)[step] : undefined,
    json,
  )
  return found ?? lacks(path.join('.'))
}

/** The same, where a text is wanted. */
export function textIn(json: Json | undefined, ...path: Path): string {
  const found = valueIn(json, ...path)
  return typeof found === 'string' ? found : lacks(`a text at ${path.join('.')}`)
}

/** The same, where a number is wanted. */
export function numberIn(json: Json | undefined, ...path: Path): number {
  const found = valueIn(json, ...path)
  return typeof found === 'number' ? found : lacks(`a number at ${path.join('.')}`)
}

/** The same, where a list is wanted. */
export function listIn(json: Json | undefined, ...path: Path): readonly Json[] {
  const found = valueIn(json, ...path)
  return Array.isArray(found) ? (found as readonly Json[]) : lacks(`a list at ${path.join('.')}`)
}

/** The part of a recorded text that a pattern's first group finds, or all that it finds where it has no group. */
export function part(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)
  return found?.[1] ?? found?.[0] ?? lacks(`${String(pattern)} in ${text}`)
}
