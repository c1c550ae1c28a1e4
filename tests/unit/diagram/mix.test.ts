/** What is halfway between two marks, to the value. */
import { describe, expect, test } from 'vitest'
import type { Card, Mark } from '../../../src/core/diagram/mark.ts'
import { colour, counting, mixed, uncounted } from '../../../src/core/diagram/motion/mix.ts'

describe('numbers in words', () => {
  test('count, with as many decimals and commas as they will have', () => {
    const way = counting('3 of 1,000 in 1.5 s', '5 of 2,000 in 2.50 s')
    expect([-1, 0, 0.25, 0.5, 1, 2].map(way)).toEqual([
      '3 of 1,000 in 1.5 s',
      '3 of 1,000 in 1.5 s',
      '4 of 1,250 in 1.75 s',
      '4 of 1,500 in 2.00 s',
      '5 of 2,000 in 2.50 s',
      '5 of 2,000 in 2.50 s',
    ])
    expect(counting('1000', '3000')(0.5)).toBe('2000')
    expect(counting('1,000', '3000')(0.5)).toBe('2,000')
  })

  test('change at half where the words around them are others', () => {
    const way = counting('1 cat', '9 dogs')
    expect([0, 0.49, 0.5, 1].map(way)).toEqual(['1 cat', '1 cat', '9 dogs', '9 dogs'])
  })

  test('are none before they begin', () => {
    const label = { kind: 'label', key: 'a', lines: [[{ text: '1,234 of 5.6', bold: true }], [{ text: 'none' }]] }
    expect(uncounted(label as never)).toEqual({
      ...label,
      lines: [[{ text: '0 of 0', bold: true }], [{ text: 'none' }]],
    })
  })
})

test('a colour goes by way of what the eye sees, and what is not seen takes the hue of the other', () => {
  expect([0, 0.5, 1].map(colour('#000000', '#ffffff'))).toEqual(['#000000', '#777777', '#ffffff'])
  expect([0, 0.5, 1].map(colour('#00000000', '#ff0000'))).toEqual(['#ff000000', '#ff000080', '#ff0000'])
  expect([0, 0.5, 1].map(colour('#ff0000', '#00000000'))).toEqual(['#ff0000', '#ff000080', '#ff000000'])
})

/** A mark that looks so. */
const box = (look: object): Mark => ({ kind: 'box', key: 'a', ...look }) as never
/** What is shown at shares of the way from one to the other. */
const between = (from: object, to: object, ...shares: readonly number[]): unknown[] =>
  shares.map((share) => mixed(box(from), box(to))?.(share))

describe('between two marks', () => {
  test('is nothing where they look the same, wherever they come from', () => {
    const look = { kind: 'box', x: 1, points: [[1, 2]], style: { fill: '#ffffff' } }
    const same = (from: object, to: object): unknown => mixed(from as Mark, to as Mark)
    expect(same({ ...look, key: 'a' }, structuredClone({ ...look, key: 'a' }))).toBeUndefined()
    expect(
      same(
        { ...look, key: 'a', rise: 1, cue: { after: 1 }, stops: [1] },
        { ...look, key: 'b', rise: 2, cue: { after: 2 }, stops: [] },
      ),
    ).toBeUndefined()
  })

  test('numbers are halfway, in lists and in what has parts too', () => {
    expect(
      between({ x: 0, style: { w: 2, h: 5 }, at: [[0, 4]] }, { x: 10, style: { w: 4, h: 5 }, at: [[8, 4]] }, 0.25),
    ).toEqual([box({ x: 2.5, style: { w: 2.5, h: 5 }, at: [[2, 4]] })])
  })

  test('what cannot be halfway changes at half: weights, names, lists of other lengths, what was not there', () => {
    const [from, to] = [
      { weight: 400, dash: 'none', at: [1], is: true },
      { weight: 700, dash: '4 4', at: [1, 2], is: false, more: 'x' },
    ]
    expect(between(from, to, 0.49, 0.5)).toEqual([{ ...from, more: undefined }, to].map(box))
  })

  test('colours mix on the whole way, and those of words in its middle', () => {
    const [from, to] = [
      { fill: '#000000', ink: '#000000' },
      { fill: '#ffffff', ink: '#ffffff' },
    ]
    expect(between(from, to, 0.35, 0.5, 0.65)).toEqual(
      [
        { fill: '#525252', ink: '#000000' },
        { fill: '#777777', ink: '#777777' },
        { fill: '#9e9e9e', ink: '#ffffff' },
      ].map(box),
    )
  })

  test('what is a colour in one of them only, or a list of parts in one of them only, changes at half', () => {
    const [from, to] = [
      { fill: 'none', stroke: '#000000', look: { w: 1 }, points: 4 },
      { fill: '#ffffff', stroke: 'none', look: 3, points: { w: 1 } },
    ]
    expect(between(from, to, 0.25, 0.49, 0.5)).toEqual([from, from, to].map(box))
  })

  test('words count where they are words', () => {
    expect(between({ text: '1 s', name: '1 s' }, { text: '3 s', name: '3 s' }, 0.25)).toEqual([
      box({ text: '2 s', name: '1 s' }),
    ])
  })

  test('a line that is a point has no piece to put corners in', () => {
    const arrow = (...points: readonly (readonly number[])[]): Mark => ({ kind: 'arrow', key: 'a', points }) as never
    const [point, line] = [arrow([0, 0]), arrow([0, 0], [4, 0])]
    expect([0.49, 0.5].map((share) => mixed(point, line)?.(share))).toEqual([point, line])
  })

  test('a line gets the corners of the other in the middle of its longest pieces', () => {
    const arrow = (points: readonly (readonly number[])[]): Mark => ({ kind: 'arrow', key: 'a', points }) as never
    const long = arrow([
      [0, 0],
      [10, 0],
      [40, 0],
    ])
    expect(
      mixed(
        arrow([
          [0, 8],
          [40, 8],
        ]),
        long,
      )?.(0.5),
    ).toEqual(
      arrow([
        [0, 4],
        [15, 4],
        [40, 4],
      ]),
    )
    const four = arrow([
      [0, 0],
      [10, 0],
      [10, 0],
      [40, 0],
    ])
    expect(mixed(long, four)?.(0.5)).toEqual(
      arrow([
        [0, 0],
        [10, 0],
        [17.5, 0],
        [40, 0],
      ]),
    )
    expect(
      mixed(
        long,
        arrow([
          [0, 0],
          [10, 0],
          [40, 0],
        ]),
      ),
    ).toBeUndefined()
  })
})

describe('a card', () => {
  const writing = (text: string, x = 0, look: object = {}) => ({
    x,
    y: 0,
    anchor: 'start',
    lines: [[{ text }]],
    ...look,
  })
  const card = (x: number, ...writings: readonly object[]): Mark => ({ kind: 'card', key: 'a', x, writings }) as never
  const said = (mark: Mark | undefined): unknown[] =>
    (mark as Card | undefined)?.writings.map(({ x, opacity, lines }) => [lines[0]?.[0]?.text, x, opacity]) ?? []

  test('keeps the words that are on both, wherever they stand, and looks no further where nothing else changes', () => {
    const way = mixed(card(0, writing('a', 0)), card(10, writing('a', 20)))
    expect(way?.(0.5)).toMatchObject({ x: 5 })
    expect(said(way?.(0.5))).toEqual([['a', 10, 1]])
    expect(mixed(card(0, writing('a')), card(0, writing('a')))).toBeUndefined()
    // The same words set otherwise are others.
    expect(mixed(card(0, writing('a')), card(0, writing('a', 0, { anchor: 'end' })))).toBeDefined()
  })

  test('lets words go in the first half and come in the second', () => {
    const way = mixed(
      card(0, writing('old', 0, { opacity: 0.8 }), writing('stays')),
      card(0, writing('stays'), writing('new')),
    )
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => said(way?.(share)))).toEqual([
      [
        ['old', 0, 0.8],
        ['stays', 0, undefined],
      ],
      [
        ['old', 0, 0.4],
        ['stays', 0, undefined],
      ],
      [['stays', 0, undefined]],
      [
        ['stays', 0, undefined],
        ['new', 0, 0.5],
      ],
      [
        ['stays', 0, undefined],
        ['new', 0, 1],
      ],
    ])
  })

  test('takes words for kept once each', () => {
    const way = mixed(card(0, writing('a')), card(0, writing('a'), writing('a')))
    expect(said(way?.(0.75))).toEqual([
      ['a', 0, undefined],
      ['a', 0, 0.5],
    ])
  })
})
