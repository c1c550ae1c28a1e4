/** One thing has one name: what is said of a bug stands in one place, and a course is called 강의. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const src = join(import.meta.dirname, '../../src')
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|svelte)$/.test(name))
const filesWith = (pattern: RegExp): readonly string[] =>
  sources
    .filter((name) => pattern.test(readFileSync(join(src, name), 'utf8')))
    .map((name) => name.replaceAll('\\', '/'))

it('what went wrong unexpectedly is said in one wording', () => {
  expect(filesWith(/예상하지 못한|예기치 (못한|않은)|omething unexpected|unexpected error/i)).toEqual([
    'contract/failure.ts',
  ])
})

it('a course is a 강의, and a path through one a 맞춤 발표, never a 코스 or 경로 as if it were a course or a folder', () => {
  expect(filesWith(/코스|발표 ?경로/)).toEqual([])
  expect(filesWith(/맞춤 발표/)).toEqual([
    'core/deck/problem-causes.ts',
    'core/deck/problem-texts.ts',
    'renderer/words/format.ts',
    'renderer/words/library.ts',
  ])
})
