import { expect, it, test } from 'vitest'
import { bytesText, sizeText } from '../../../src/core/words/bytes-text.ts'
import { counted } from '../../../src/core/words/counted.ts'
import { durationText, msText } from '../../../src/core/words/duration-text.ts'
import { numberText } from '../../../src/core/words/number-text.ts'
import { t } from '../../../src/core/words/t.ts'

it('words stand in both languages', () => expect(t('덱', 'deck')).toEqual({ ko: '덱', en: 'deck' }))

test.each([
  [0, 0, '0'],
  [1234567, 0, '1,234,567'],
  [0.05, 1, '0.1'],
  [1999.996, 2, '2,000.00'],
])('%d with %d decimals is %s', (value, decimals, text) => expect(numberText(value, decimals)).toBe(text))

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_234_567, '1,234,567 B'],
])('every one of %i bytes is told as %s', (bytes, text) => expect(bytesText(bytes)).toBe(text))

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.00 kB'],
  [29_571, '29.6 kB'],
  [999_499, '999 kB'],
  [999_500, '1.00 MB'],
  [1_143_034, '1.14 MB'],
  [999_500_000, '1.00 GB'],
  [12_345_000_000, '12.3 GB'],
])('a size of %i bytes is %s', (bytes, text) => expect(sizeText(bytes)).toBe(text))

test.each([
  [0.04, '0.0 ms'],
  [52.15, '52.2 ms'],
  [99.9, '99.9 ms'],
  [100, '100 ms'],
  [1234.5, '1,235 ms'],
])('%d ms in a picture are %s', (ms, text) => expect(msText(ms)).toBe(text))

it('a picture may begin with whole milliseconds earlier', () => {
  expect([msText(9.94, 10), msText(10.4, 10), msText(0.4, 0)]).toEqual(['9.9 ms', '10 ms', '0 ms'])
})

test.each([
  [0, '0.0 ms'],
  [999.94, '999.9 ms'],
  [1000, '1.00 s'],
  [61_234, '61.23 s'],
])('%d ms in a list are %s', (ms, text) => expect(durationText(ms)).toBe(text))

test.each([
  [0, '0 boxes'],
  [1, '1 box'],
  [2000, '2,000 boxes'],
])('%d are counted as %s', (count, text) => {
  expect(counted(count, 'box', 'boxes')).toBe(text)
  expect(counted(count, 'step')).toBe(text.replace(/box(es)?/, count === 1 ? 'step' : 'steps'))
})
