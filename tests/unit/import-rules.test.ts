import { ESLint } from 'eslint'
import ts from 'typescript-eslint'
import { expect, test } from 'vitest'
// @ts-expect-error plain JavaScript, shared with eslint.config.js
import { importRules } from '../../tools/import-rules.js'

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
  ['src/core/deck/x.ts', '../../services/static-files.ts', paths],
  ['src/core/deck/x.ts', '../../renderer/shell.ts', paths],
  ['src/services/x.ts', '../renderer/shell.ts', paths],
  ['src/services/x.ts', '../cli/index.ts', paths],
  ['src/renderer/deck/x.ts', '../../services/static-files.ts', paths],
  ['src/preload/x.ts', '../core/deck/index.ts', paths],
  ['src/main/x.ts', '../cli/index.ts', paths],
  ['src/cli/x.ts', '../renderer/shell.ts', paths],
  ['src/browser-shell/x.ts', '../cli/index.ts', paths],
  ['src/core/deck/x.ts', 'node:fs', packages],
  ['src/core/scenes/x.ts', 'node:fs', packages],
  ['src/renderer/library/x.ts', 'node:path', packages],
  ['src/core/talk/x.ts', 'd3', packages],
  ['src/renderer/library/x.ts', 'd3-shape', packages],
  ['src/renderer/review/x.ts', 'd3', packages],
  ['src/renderer/review/charts/x.ts', 'node:fs', packages],
  ['src/renderer/deck/x.ts', 'reveal.js', packages],
  ['src/services/x.ts', 'electron', packages],
  ['src/renderer/stage/x.ts', 'electron/renderer', packages],
  ['src/core/diagram/x.ts', 'svelte', packages],
])('%s may not import %s', async (file, specifier, rule) => {
  expect(await complaints(file, `import '${specifier}'\n`)).toContain(rule)
})

test.each([
  ['src/core/diagram/x.ts', 'd3'],
  ['src/renderer/review/charts/x.ts', 'd3'],
  ['src/renderer/stage/x.ts', 'reveal.js'],
  ['src/main/x.ts', 'electron/main'],
  ['src/services/x.ts', 'node:fs'],
  ['src/renderer/deck/x.ts', '../../core/deck/index.ts'],
  ['src/services/x.ts', '../contract/channels.ts'],
  ['src/browser-shell/x.ts', '../services/static-files.ts'],
])('%s may import %s', async (file, specifier) => {
  expect(await complaints(file, `import '${specifier}'\n`)).toEqual([])
})
