/** The checklist of what only a real Electron can show: each point says how it fails and what holds it here. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')
const points = readFileSync(join(root, 'docs/electron-checklist.md'), 'utf8')
  .split(/^- \[ \] /m)
  .slice(1)

test.each(points.map((point) => [point.split('\n')[0] ?? '', point]))('%s', (_title, point) => {
  expect(point).toMatch(/^ {2}- \*\*Fails\*\*: ./m)
  expect(point).toMatch(/^ {2}- \*\*Held by\*\*: ./m)
  const files = [...point.matchAll(/`((?:src|tests|tools)\/[\w./-]+)`/g)].map(([, file = '']) => file)
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
})
