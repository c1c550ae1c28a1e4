/** Recordings as pictures need them: some events of a recording, whole and unchanged, with what it was recorded with. */

/** An event of a digest: the digest's name, `#`, and the event's number in the recording. */
export type EventRef = `${string}#${number}`

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
type JsonObject = Readonly<Record<string, Json>>

/** One event as it was recorded; the format is `docker-trace/1`. */
export interface TraceEvent {
  /** Its number in the recording. */
  readonly n: number
  /** Milliseconds since the command was started. */
  readonly t_ms: number
  /** How long the whole call took. */
  readonly dur_ms?: number
  readonly from?: string
  readonly to?: string
  readonly protocol?: string
  /** The process that did it, as the host counts it. */
  readonly pid?: number
  readonly summary: string
  readonly request?: JsonObject
  readonly response?: JsonObject
  readonly stream?: readonly Json[]
}

/**
 * A name or sentence of the recorder: in English, with the id by which it is known in other languages. Digests from
 * before there were ids hold the English alone, and so does what is a name in every language.
 */
export type Said = string | { readonly id: string; readonly en: string }

/** What a digest keeps of a recording. */
export interface Digest {
  readonly schema: 'docker-trace-digest/1'
  /** The recording's place in its set without ending, such as `engine-28.5/docker-tag`. */
  readonly of: string
  readonly title: string
  /** Programs and systems by version, as the recorder noted them. */
  readonly recordedWith: JsonObject
  readonly conditions: readonly Said[]
  /** The parties that events name in `from` and `to`, as they are called in words. */
  readonly actors: Readonly<Record<string, Said>>
  /** Numbers that the recorder read off by itself, those that are used. */
  readonly facts?: JsonObject
  readonly events: readonly TraceEvent[]
}

const parts = (ref: string): readonly [of: string, n: number] => {
  const at = ref.lastIndexOf('#')
  return [ref.slice(0, at), Number(ref.slice(at + 1))]
}

/** The reference to an event of a digest. */
export const refTo = ({ of }: Pick<Digest, 'of'>, n: number): EventRef => `${of}#${n}`

/** Finds an event and its digest by reference; throws a RangeError where the digests lack it. */
export function eventAt(digests: readonly Digest[], ref: EventRef): { digest: Digest; event: TraceEvent } {
  const [of, n] = parts(ref)
  const digest = digests.find((candidate) => candidate.of === of)
  const event = digest?.events.find((candidate) => candidate.n === n)
  if (digest === undefined || event === undefined) throw new RangeError(`no digest holds ${ref}`)
  return { digest, event }
}
