import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { carried, listFile, refusals, withNeeded, written, type Lock } from '../../tools/licences.ts'

const packages = carried()

test('all that Lectern carries may be passed on, and the list that goes along is of these very packages', () => {
  expect(refusals(packages)).toEqual([])
  // `npm run licences -- --write` writes it anew.
  expect(readFileSync(listFile, 'utf8')).toBe(written(packages))
})

test('what windows and main process are built from is among them, whatever list of package.json names it', () => {
  const names = packages.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['svelte', 'd3-shape', 'reveal.js', 'valibot', 'pretendard', 'unified']))
  for (const tool of ['vitest', 'eslint', 'electron-builder']) expect(names).not.toContain(tool)
})

test('each says whose work it is', () => {
  expect(packages.filter(({ copyright }) => copyright.length === 0)).toEqual([])
  expect(packages.find(({ name }) => name === 'd3-shape')?.copyright[0]).toMatch(/^Copyright .*Mike Bostock$/)
})

test('a licence that is not on the list is refused, and so is none', () => {
  expect(
    refusals([
      { name: 'a', licence: 'GPL-3.0' },
      { name: 'b', licence: 'unknown' },
      { name: 'c', licence: 'MIT' },
    ]),
  ).toEqual(['a is under GPL-3.0', 'b is under unknown'])
})

test('what a package needs is the copy that Node would find', () => {
  const lock: Lock = {
    'node_modules/a': { version: '1', dependencies: { b: '2' } },
    'node_modules/a/node_modules/b': { version: '2', dependencies: { c: '1' } },
    'node_modules/b': { version: '1' },
    'node_modules/c': { version: '1', optionalDependencies: { absent: '1' } },
  }
  expect(withNeeded(lock, ['a'])).toEqual(['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/c'])
})
