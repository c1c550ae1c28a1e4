import * as v from 'valibot'
import type { Text } from '../../contract/deck.ts'

/** Adds what the value must be, in both languages; JSON Schema gets the English with the description before it. */
export const described = <S extends v.GenericSchema>(schema: S, description: string, ko: string, en: string) =>
  v.pipe(schema, v.metadata({ expected: { ko, en } satisfies Text }), v.description(`${description} ${en}`))

/** A line of text that says something. */
export const line = v.pipe(v.string(), v.regex(/\S/), v.maxLength(1000))
