import { expect, test } from 'vitest'
import { inBothLanguages } from '../../../src/core/deck/both-languages.ts'

test.each([
  ['a text of its own', '강의', { ko: '강의', en: '강의' }],
  ['both', { ko: '강의', en: 'Course' }, { ko: '강의', en: 'Course' }],
  ['Korean alone', { ko: '강의' }, { ko: '강의', en: '강의' }],
  ['English alone', { en: 'Course' }, { ko: 'Course', en: 'Course' }],
  ['neither', {}, null],
  ['nothing', undefined, null],
])('what is written in one language stands for the other too: %s', (_, written, both) => {
  expect(inBothLanguages(written)).toEqual(both)
})
