/**
 * All that windows may ask and all that the record of reviewing takes, a line a value: what is taken tomorrow and was
 * not today, or no more, shows as lines of a diff. Where it is meant, `npx vitest run --project unit schemas -u` writes
 * the files anew.
 */
import { expect, test } from 'vitest'
import { requestSchemas } from '../../../src/contract/channels.ts'
import { reviewBodySchema, reviewEventSchema } from '../../../src/contract/review.ts'

/** What is known of a schema from outside: valibot's objects, read as data. */
type Known = Readonly<Record<string, unknown>>

const told = (parts: readonly unknown[], between: string): string =>
  parts
    .filter((part) => part !== undefined)
    .map(String)
    .join(between)

const nested = (schema: unknown, depth: number): string[] => schemaLines(schema as Known, depth)

/** Limits and patterns stand beside the type, what is in it below it. */
function schemaLines(schema: Known, depth = 0): string[] {
  const pad = '  '.repeat(depth + 1)
  const { type, pipe = [], options = [], entries = {}, item, wrapped, literal, key, value } = schema
  const limits = (pipe as readonly Known[])
    .filter((one) => one['kind'] !== 'schema')
    .map((one) => told([one['type'], one['requirement']], ' '))
  const choices = options as readonly unknown[]
  const words = choices.filter((option) => typeof option === 'string')
  const named = Object.entries(entries as Known).flatMap(([name, one]) => {
    const [first = '', ...rest] = nested(one, depth + 1)
    return [`${pad}${name}: ${first}`, ...rest]
  })
  const within = [...choices.filter((option) => typeof option === 'object'), item, wrapped, key, value]
    .filter((one) => one !== undefined)
    .flatMap((one) => {
      const [first = '', ...rest] = nested(one, depth + 1)
      return [`${pad}${first}`, ...rest]
    })
  const head = [type, literal, words.join(' | ') || undefined, ...limits]
  return [told(head, ', '), ...named, ...within]
}

const text = (schemas: Readonly<Record<string, unknown>>): string =>
  Object.entries(schemas)
    .map(([name, schema]) => `${name}: ${nested(schema, 0).join('\n')}\n`)
    .join('\n')

test('windows may ask what they might', async () => {
  await expect(text(requestSchemas)).toMatchFileSnapshot('schemas/requests.txt')
})

test('the record takes what it took', async () => {
  const kept = { event: reviewEventSchema, body: reviewBodySchema }
  await expect(text(kept)).toMatchFileSnapshot('schemas/record.txt')
})
