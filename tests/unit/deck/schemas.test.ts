import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { schemas } from '../../../src/core/deck/schema.ts'
import { schemaFiles } from '../../../tools/write-schemas.ts'

const folder = join(import.meta.dirname, '../../../assets/schema')

describe('assets/schema', () => {
  it('says what the checks say; else run: node tools/write-schemas.ts', () => {
    const written = Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    )
    expect(written).toEqual(Object.fromEntries(schemaFiles()))
  })

  it('has a file for each kind of block', () => {
    expect([...schemaFiles().keys()]).toEqual(Object.keys(schemas).map((kind) => `${kind}.schema.json`))
  })

  it('knows every key that the page for authors names, and no other', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/deck-format.md'), 'utf8')
    for (const text of schemaFiles().values()) {
      const { properties } = JSON.parse(text) as { properties: Record<string, { description: string }> }
      for (const [key, { description }] of Object.entries(properties)) {
        expect(page).toContain(`\`${key}\``)
        expect(description).not.toBe('')
      }
    }
  })
})
