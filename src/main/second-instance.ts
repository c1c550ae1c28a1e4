import * as v from 'valibot'

const schema = v.object({
  path: v.nullable(v.pipe(v.string(), v.maxLength(4096))),
  gallery: v.optional(v.boolean(), false),
})

export type SecondInstance = v.InferOutput<typeof schema>

/** What a second instance was asked to open. Any program may send this message, so it is checked like every other. */
export function readSecondInstance(data: unknown): SecondInstance {
  const parsed = v.safeParse(schema, data)
  return parsed.success ? parsed.output : { path: null, gallery: false }
}
