import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isInstalled } from '../../../tools/is-installed.mjs'

const root = join(import.meta.dirname, '../../..')
const jsonIn = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as object

const lock = {
  packages: {
    '': { name: 'lectern' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/for-mac': { version: '1.0.0', integrity: 'sha512-m', optional: true },
  },
}
const a = lock.packages['node_modules/a']

test.each([
  ['all that is not for other systems', { 'node_modules/a': a }, true],
  ['all', { 'node_modules/a': a, 'node_modules/for-mac': lock.packages['node_modules/for-mac'] }, true],
  ['more than that', { 'node_modules/a': a, 'node_modules/b': a }, true],
  ['nothing', {}, false],
  ['another version', { 'node_modules/a': { ...a, version: '1.0.1' } }, false],
  ['other bytes', { 'node_modules/a': { ...a, integrity: 'sha512-b' } }, false],
  [
    'another version for this system',
    { 'node_modules/a': a, 'node_modules/for-mac': { ...a, version: '2.0.0' } },
    false,
  ],
])('what npm has installed: %s', (_name, packages, is) => expect(isInstalled(lock, { packages })).toBe(is))

test('where npm has not ended there is no list of what it installed', () => {
  expect(isInstalled(lock, null)).toBe(false)
  expect(isInstalled(lock, {})).toBe(false)
})

test('these tests run on what the lock file names', () => {
  expect(isInstalled(jsonIn('package-lock.json'), jsonIn('node_modules/.package-lock.json'))).toBe(true)
})
