/** Values that fit a schema, and values that nearly do, as fast-check makes them up. */
import fc from 'fast-check'

/** A schema as it is in memory: what of it is there depends on its type. */
interface AnySchema {
  readonly type: string
  readonly wrapped?: AnySchema
  readonly item?: AnySchema
  readonly key?: AnySchema
  readonly value?: AnySchema
  readonly entries?: Readonly<Record<string, AnySchema>>
  readonly options?: readonly unknown[]
  readonly literal?: unknown
  readonly items?: readonly AnySchema[]
  readonly pipe?: readonly AnySchema[]
}

const odd = fc.constantFrom<unknown>(
  '',
  ' ',
  '..',
  '../../../etc/passwd',
  '/',
  '/dev/zero',
  '/proc/self/mem',
  '\0',
  '\uD800',
  '가',
  '가',
  '__proto__',
  'constructor',
  'toString',
  '<img src=x onerror=alert(1)>',
  'https://example.com/\r\nX: y',
  'mailto:a@b.c?body=x',
  'x'.repeat(5000),
  -1,
  -0,
  0,
  0.5,
  1,
  2 ** 31,
  2 ** 53,
  1e308,
  NaN,
  -Infinity,
  8.64e15 + 1,
  null,
  undefined,
  true,
  [],
  {},
  [[]],
  { __proto__: null },
  { length: 1e9 },
)

/** Words that mean something to whoever reads the value: by the key that they stand under, or under any. */
export interface Known {
  readonly byKey: Readonly<Record<string, readonly (string | number)[]>>
  readonly any: readonly string[]
}

export function arbitraryOf(schema: unknown, { byKey, any }: Known): fc.Arbitrary<unknown> {
  const wordFor = (key: string): fc.Arbitrary<unknown> =>
    fc.oneof(
      { weight: 40, arbitrary: fc.constantFrom(...(byKey[key] ?? any)) },
      { weight: 4, arbitrary: fc.constantFrom(...any) },
      { weight: 1, arbitrary: odd },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
    )
  const some = (one: AnySchema, key: string): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 60, arbitrary: fitting(one, key) }, { weight: 1, arbitrary: odd })
  function fitting(one: AnySchema, key = ''): fc.Arbitrary<unknown> {
    switch (one.type) {
      case 'string':
        return wordFor(key)
      case 'number':
        return fc.oneof(
          fc.constantFrom(0, 1, 2, 3, 5, 10, 1e3, 1e12),
          fc.integer({ min: -5, max: 2 ** 40 }),
          fc.double(),
        )
      case 'boolean':
        return fc.boolean()
      case 'picklist':
        return fc.constantFrom(...(one.options ?? []))
      case 'literal':
        return fc.constant(one.literal)
      case 'undefined':
        return fc.constant(undefined)
      case 'null':
        return fc.constant(null)
      case 'optional':
      case 'exact_optional':
        return fitting(one.wrapped as AnySchema, key)
      case 'nullable':
        return fc.option(some(one.wrapped as AnySchema, key), { nil: null })
      case 'array':
        return fc.array(some(one.item as AnySchema, key), { maxLength: 4 })
      case 'record':
        return fc.dictionary(fc.constantFrom(...any), some(one.value as AnySchema, key), { maxKeys: 3 })
      case 'tuple':
        return fc.tuple(...(one.items ?? []).map((item) => some(item, key)))
      case 'union':
      case 'variant':
        return fc.oneof(...(one.options as readonly AnySchema[]).map((option) => fitting(option, key)))
      case 'object':
      case 'strict_object':
      case 'loose_object':
        return recordOf(Object.entries(one.entries ?? {}))
      default:
        throw new Error(`No values are known for a schema of the type ${one.type}`)
    }
  }
  function recordOf(entries: readonly (readonly [string, AnySchema])[]): fc.Arbitrary<unknown> {
    const values = Object.fromEntries(entries.map(([name, entry]) => [name, some(entry, name)]))
    const requiredKeys = entries.flatMap(([name, { type }]) => (type.endsWith('optional') ? [] : [name]))
    return fc.record(values, { requiredKeys })
  }
  return fc.oneof({ weight: 30, arbitrary: fitting(schema as AnySchema) }, odd, fc.jsonValue({ maxDepth: 3 }))
}
