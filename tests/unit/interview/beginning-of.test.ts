import { expect, test } from 'vitest'
import { beginningOf } from '../../../src/renderer/review/card/beginning-of.ts'

test.each([
  ['컨테이너는 커널을 나눠 써요', '컨테이너는'],
  ['  a  container shares ', 'a'],
  // Of so short a point the first word would be half of it.
  ['커널 공유', '커'],
  ['격리', '격'],
  ['', ''],
])('a hint tells how “%s” begins: “%s”', (text, beginning) => {
  expect(beginningOf(text)).toBe(beginning)
})
