import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { binOf, root, withCompileCache } from '../../../tools/node.mjs'

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

it('has what Node compiles kept in the clone, unless the person has said where', () => {
  expect(withCompileCache({ HOME: '/h' })).toEqual({ HOME: '/h', NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') })
  expect(withCompileCache({ NODE_COMPILE_CACHE: '/mine' })).toEqual({ NODE_COMPILE_CACHE: '/mine' })
})
