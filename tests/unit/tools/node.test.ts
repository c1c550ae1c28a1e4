import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { binOf } from '../../../tools/node.mjs'

it.each([
  'electron-vite',
  'eslint',
  'prettier',
  'tsc',
  'svelte-check',
  'vitest',
  'playwright',
  'electron-builder',
  'install-electron',
])('finds the script of %s, which is started without npm', (tool) => {
  expect(existsSync(binOf(tool))).toBe(true)
})
