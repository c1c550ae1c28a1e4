/** Writes the JSON Schemas of the YAML blocks to assets/schema, for editors: `node tools/write-schemas.ts`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { schemas } from '../src/core/deck/index.ts'

const titles = {
  deck: 'The first block of a Lectern deck',
  slide: 'The block that begins a slide of a Lectern deck',
  question: 'The block that begins a question of a Lectern course',
  course: 'course.yaml of a Lectern course',
  coverage: 'coverage.yaml of a Lectern course',
  glossary: 'glossary.yaml of a Lectern course',
} as const

/** The text of each schema file by its name. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(schemas).map(([name, schema]) => {
      const json = {
        title: titles[name as keyof typeof titles],
        ...toJsonSchema(schema, { errorMode: 'throw', ignoreActions: ['metadata', 'check'] }),
      }
      return [`${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`]
    }),
  )
}

if (import.meta.main) {
  for (const [name, text] of schemaFiles())
    writeFileSync(join(import.meta.dirname, '..', 'assets', 'schema', name), text)
}
