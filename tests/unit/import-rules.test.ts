import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ESLint } from 'eslint'
import ts from 'typescript-eslint'
import { expect, test } from 'vitest'
// @ts-expect-error plain JavaScript, shared with eslint.config.js
import { floors, importRules } from '../../tools/import-rules.js'

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: ts.parser } }, ...(importRules as never[])],
})

async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath })
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'parser')
}

const paths = 'import-x/no-restricted-paths'
const packages = 'no-restricted-imports'

test.each([
  ['src/contract/x.ts', '../core/deck/index.ts', paths],
  ['src/core/deck/x.ts', '../../services/disk/static-files.ts', paths],
  ['src/core/deck/x.ts', '../../renderer/shell.ts', paths],
  ['src/services/x.ts', '../renderer/shell.ts', paths],
  ['src/services/x.ts', '../cli/index.ts', paths],
  ['src/renderer/deck/x.ts', '../../services/disk/static-files.ts', paths],
  ['src/preload/x.ts', '../core/deck/index.ts', paths],
  ['src/main/x.ts', '../cli/index.ts', paths],
  ['src/cli/x.ts', '../renderer/shell.ts', paths],
  ['src/browser-shell/x.ts', '../cli/index.ts', paths],
  ['src/services/disk/x.ts', '../courses/library.ts', paths],
  ['src/services/talks/x.ts', '../export/pdf-name.ts', paths],
  ['src/services/reviews/x.ts', '../door/answer.ts', paths],
  ['src/renderer/words/x.ts', '../parts/focused.ts', paths],
  ['src/renderer/picture/x.ts', '../slide/fit.ts', paths],
  ['src/renderer/library/x.ts', '../deck/main.ts', paths],
  ['src/core/diagram/x.ts', '../scenes/index.ts', paths],
  ['src/browser-shell/x.ts', '../../tools/node.mjs', paths],
  ['src/core/deck/x.ts', 'node:fs', packages],
  ['src/core/scenes/x.ts', 'node:fs', packages],
  ['src/renderer/library/x.ts', 'node:path', packages],
  ['src/core/talk/x.ts', 'd3', packages],
  ['src/renderer/library/x.ts', 'd3-shape', packages],
  ['src/renderer/review/x.ts', 'd3', packages],
  ['src/renderer/review/statistics/charts/x.ts', 'node:fs', packages],
  ['src/renderer/deck/x.ts', 'reveal.js', packages],
  ['src/services/x.ts', 'electron', packages],
  ['src/renderer/stage/x.ts', 'electron/renderer', packages],
  ['src/core/diagram/x.ts', 'svelte', packages],
])('%s may not import %s', async (file, specifier, rule) => {
  expect(await complaints(file, `import '${specifier}'\n`)).toContain(rule)
})

/** Folders of a wing as they are on disk: one that has no floor would be held to nothing. */
test.each(Object.entries(floors as Record<string, string[][]>))('every room of %s has its floor', (wing, storeys) => {
  const rooms = readdirSync(join('src', wing), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(storeys.flat().sort()).toEqual(
    rooms
      .map(({ name }) => name)
      .filter((name) => name !== 'public')
      .sort(),
  )
})

test.each([
  ['src/core/diagram/x.ts', 'd3'],
  ['src/renderer/review/statistics/charts/x.ts', 'd3'],
  ['src/renderer/stage/x.ts', 'reveal.js'],
  ['src/main/x.ts', 'electron/main'],
  ['src/services/x.ts', 'node:fs'],
  ['src/renderer/deck/x.ts', '../../core/deck/index.ts'],
  ['src/services/x.ts', '../contract/channels.ts'],
  ['src/browser-shell/x.ts', '../services/disk/static-files.ts'],
])('%s may import %s', async (file, specifier) => {
  expect(await complaints(file, `import '${specifier}'\n`)).toEqual([])
})

/** Every import of the sources, of types and of components too, which ESLint's rule leaves out. */
function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^\s*(?:import|export)\b[^'\n]*(?:\n[^'\n]+)*?'(\.[^'?]+)/gm)]
    .map(([, specifier = '']) => join(dirname(file), specifier))
    .filter((path) => /\.(ts|svelte)$/.test(path))
}

/** The first circle of imports that is found, as its files in order. */
function circle(files: readonly string[]): string[] {
  const done = new Set<string>()
  const walk = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return []
    for (const next of importsOf(file)) {
      const found = walk(next, [...way, file])
      if (found.length > 0) return found
    }
    done.add(file)
    return []
  }
  for (const file of files) {
    const found = walk(file, [])
    if (found.length > 0) return found
  }
  return []
}

test('imports go in no circle, not even those of types', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|svelte)$/.test(name))
  expect(files.length).toBeGreaterThan(400)
  expect(circle(files.map((name) => join('src', name)))).toEqual([])
})
