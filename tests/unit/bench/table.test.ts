import { expect, it } from 'vitest'
import { ratio, single, timed } from '../../bench/row.ts'
import { table } from '../../bench/table.ts'

it('shows medians, a 95th percentile only of many samples, and ratios of medians', () => {
  const many = Array.from({ length: 21 }, (_, i) => i)
  const rows = [
    timed('few', [3, 1, 2]),
    timed('many', many),
    ratio('few to many', [3, 1, 2], many),
    single('n', 'count', 7),
  ]
  const cells = table([{ name: 'part', rows }])
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
  expect(cells.slice(2).map((line) => line.slice(1, 6))).toEqual([
    ['part', 'few', '2 ms', '', '3'],
    ['part', 'many', '10 ms', '19', '21'],
    ['part', 'few to many', '0.200 ×', '', ''],
    ['part', 'n', '7', '', ''],
  ])
})

it('lines up, so that it reads as text too', () => {
  const lines = table([{ name: 'a', rows: [single('short', 'ms', 1), single('much longer', 'kB', 1234.5)] }]).split(
    '\n',
  )
  expect(new Set(lines.map((line) => line.length)).size).toBe(1)
})
