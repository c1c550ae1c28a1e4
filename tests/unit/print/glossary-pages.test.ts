import { expect, test } from 'vitest'
import { tipPlace } from '../../../src/renderer/slide/tip-place.ts'
import { glossaryPages } from '../../../src/renderer/print/glossary-pages.ts'

test('entries fill the columns of a page in their order, none is cut', () => {
  expect(glossaryPages([40, 60, 50, 60, 100, 10], 100)).toEqual([
    [[0, 1], [2]],
    [[3], [4]],
    [[5], []],
  ])
  expect(glossaryPages([], 100)).toEqual([])
})

test('an entry taller than a column has one to itself', () => {
  expect(glossaryPages([10, 300, 10], 100)).toEqual([
    [[0], [1]],
    [[2], []],
  ])
})

test('a tip stands below its term, within the window, and above where there is no room below', () => {
  const window = { width: 1000, height: 600 }
  const tip = { width: 300, height: 100 }
  expect(tipPlace({ left: 50, top: 80, bottom: 100 }, tip, window)).toEqual({ left: 50, top: 108, above: false })
  expect(tipPlace({ left: 900, top: 520, bottom: 540 }, tip, window)).toEqual({ left: 692, top: 412, above: true })
  expect(tipPlace({ left: -20, top: 20, bottom: 590 }, tip, window)).toEqual({ left: 8, top: 598, above: false })
})
