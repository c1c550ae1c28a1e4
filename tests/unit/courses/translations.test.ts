import { expect, test } from 'vitest'
import type { Lang } from '../../../src/contract/deck.ts'
import { translationProblems, type Translated } from '../../../src/services/courses/translations.ts'
import { places } from '../deck/deck-of.ts'

const file = (name: string, lang: Lang, ...ids: readonly string[]): Translated => ({
  ...{ name, lang, file: `${name}.${lang}.md` },
  items: ids.map((id, index) => ({ id, line: 10 + index })),
})
const told = (files: readonly Translated[], promised: readonly Lang[] | null) => {
  const problems = translationProblems(files, promised)
  return places(problems).map((place, index) => `${problems[index]?.file} ${place}`)
}

test('a file without its twin is told where the course promises that language, and only there', () => {
  const files = [file('a', 'ko', 'one'), file('b', 'en', 'two')]
  expect(told(files, ['ko', 'en'])).toEqual(['a.ko.md missing-translation@1:1', 'b.en.md missing-translation@1:1'])
  expect(told(files, ['ko'])).toEqual(['b.en.md missing-translation@1:1'])
  expect(told(files, null)).toEqual([])
})

test('of two files each item that the other has not is told at its line, whatever is promised', () => {
  const files = [file('a', 'ko', 'one', 'two'), file('a', 'en', 'two', 'three', 'four')]
  const expected = [
    'a.ko.md missing-translation@10:1',
    'a.en.md missing-translation@11:1',
    'a.en.md missing-translation@12:1',
  ]
  for (const promised of [null, ['ko'] as const, ['ko', 'en'] as const]) expect(told(files, promised)).toEqual(expected)
  const [first] = translationProblems(files, null)
  expect(first?.message.en).toContain('one')
})

test('files of other names are no twins', () => {
  expect(told([file('a', 'ko', 'one'), file('b', 'en', 'two')], [])).toEqual([])
})
