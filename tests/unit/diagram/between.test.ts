import { describe, expect, it } from 'vitest'
import { between, type Way } from '../../../src/core/diagram/between.ts'
import type { Arrow, Badge, Box, Card, Frame, Label, Mark, Meter, Packet } from '../../../src/core/diagram/mark.ts'
import { arrow, at, badge, box, cue, frame, ground, label, look, meter, packet, seen } from './made-marks.ts'

const opacity = (way: Way, ms: number, key: string): number => at(way, ms, key).opacity
const x = (way: Way, ms: number, key: string): number => {
  const mark = at(way, ms, key)
  return 'x' in mark ? mark.x : NaN
}
const keysAt = (way: Way, t: number): string[] => way(t).marks.flatMap((mark) => (mark.opacity > 0 ? [mark.key] : []))

describe('colours', () => {
  const fillAt = (from: string, to: string, t: number): string => {
    const [mark] = between(frame([box('box', 0, 0, { fill: from })]), frame([box('box', 0, 0, { fill: to })]))(t).marks
    return (mark as Box).fill
  }

  it('grow out of what is not seen, and fade into it, in their own hue', () => {
    for (const t of [0.2, 0.4, 0.6]) {
      expect(fillAt('#fbfaf600', '#dd4411', t)).toMatch(/^#dd4411[0-9a-f]{2}$/)
      expect(fillAt('#dd4411', '#fbfaf600', t)).toMatch(/^#dd4411[0-9a-f]{2}$/)
    }
    expect(fillAt('#fbfaf600', '#dd4411', 1)).toBe('#dd4411')
    expect(fillAt('#dd4411', '#fbfaf600', 1)).toBe('#fbfaf600')
    expect(fillAt('#fbfaf600', '#16181d00', 0.4)).toMatch(/00$/)
  })

  it('go by way of Lab, in which the middle of two is not mud', () => {
    // Half of the 300 ms that a change takes, of the 360 that the shortest way does.
    expect(fillAt('#ff0000', '#0000ff', 150 / 360)).toBe('#c10088')
  })

  it('of words cross in the middle, while their ground is neither', () => {
    const inked = (ink: string): Frame => frame([{ ...badge('badge', 0, '1'), ink }])
    const way = between(inked('#000000'), inked('#ffffff'))
    const inkAt = (ms: number): string => (at(way, ms, 'badge') as Badge).ink
    // At 30 and 70 per cent of the way, eased.
    expect([inkAt(126), inkAt(150), inkAt(174)]).toEqual(['#000000', '#777777', '#ffffff'])
  })
})

describe('the stage', () => {
  const way = between(
    frame([...ground, box('stays', 0), box('goes', 0)]),
    frame([...ground, box('stays', 100), box('comes', 300)]),
  )

  it('lets go at once what leaves, and in 200 ms it is gone', () => {
    expect([0, 100, 200].map((ms) => opacity(way, ms, 'goes'))).toEqual([1, 0.5, 0])
  })

  it('moves what stays a little later, and longer where it goes farther', () => {
    expect(x(way, 60, 'stays')).toBe(0)
    expect(x(way, 62, 'stays')).toBeGreaterThan(0)
    expect(x(way, 403, 'stays')).toBeLessThan(100)
    expect(x(way, 405, 'stays')).toBe(100)
    const far = between(frame([...ground, box('far', 0)]), frame([...ground, box('far', 560)]))
    expect([519, 520].map((ms) => x(far, ms, 'far') < 560)).toEqual([true, false])
  })

  it('lets come what is new in the order of reading, each in 240 ms', () => {
    const [from, to] = [frame(ground), frame([...ground, box('first', 0), box('last', 960, 380)])]
    const entering = between(from, to)
    expect(opacity(entering, 90, 'first')).toBe(0)
    expect(opacity(entering, 92, 'first')).toBeGreaterThan(0)
    expect(opacity(entering, 330, 'first')).toBe(1)
    expect(opacity(entering, 200, 'last')).toBe(0)
    expect(opacity(entering, 441, 'last')).toBeLessThan(1)
    expect(opacity(entering, 450, 'last')).toBe(1)
  })

  it('lets wait for a plate that crosses its place what is new there', () => {
    const crossed = between(
      frame([...ground, box('plate', 0)]),
      frame([...ground, box('plate', 100), box('under', 60)]),
    )
    // Half of 345 ms.
    expect(opacity(crossed, 172, 'under')).toBe(0)
    expect(opacity(crossed, 190, 'under')).toBeGreaterThan(0)
  })

  it('draws lines and fills bars that are new', () => {
    const drawn = between(frame(ground), frame([...ground, arrow('line', 0), meter('bar', 0.8)]))
    expect((at(drawn, 150, 'line') as Arrow).drawn).toBeLessThan(1)
    expect((at(drawn, 150, 'bar') as Meter).share).toBeLessThan(0.8)
  })

  it('takes as long as what happens in it, but no less than is seen and no more than is waited for', () => {
    expect(between(frame(ground), frame(ground)).ms).toBe(360)
    expect(way.ms).toBe(405)
    const late = { cue: { flight: '', how: 'landed', after: 4000 } } as const
    const fast = between(frame(ground), frame([...ground, box('late', 0, 0, late)]), true)
    expect(fast.ms).toBe(1600)
    // What is too long for that goes faster, and is not cut.
    expect([1500, 1590].map((ms) => opacity(fast, ms, 'late') > 0)).toEqual([false, true])
  })
})

describe('pages', () => {
  const [from, to] = [frame([box('same', 0), box('old', 100)]), frame([box('same', 900), arrow('new', 0)])]
  const way = between(from, to)

  it('dissolve where next to nothing goes on, and share no key', () => {
    expect(way.ms).toBe(360)
    expect(opacity(way, 0, 'same~')).toBe(1)
    expect(opacity(way, 120, 'same~')).toBe(0.5)
    expect([60, 210, 359].map((ms) => Math.round(opacity(way, ms, 'same') * 100))).toEqual([0, 50, 100])
    expect(x(way, 210, 'same')).toBe(900)
  })

  it('draw and fill nothing', () => {
    expect((at(way, 100, 'new') as Arrow).drawn).toBe(1)
  })
})

describe('words', () => {
  it('slide with their plate, or a little by themselves', () => {
    const on = (dx: number): Frame =>
      frame([...ground, box('plate', dx), label('word"w', 'w', dx + 8, 12), label('near"n', 'n', dx / 10, 90)])
    const way = between(on(0), on(100))
    // Half of 345 ms, and of 300 and a little.
    expect(x(way, 172.5, 'word"w')).toBeCloseTo(58, 0)
    expect(x(way, 152, 'near"n')).toBeCloseTo(5, 0)
  })

  it('fade over where they would cross the stage', () => {
    const way = between(frame([...ground, label('word"w', 'w', 0)]), frame([...ground, label('word"w', 'w', 100)]))
    expect([x(way, 100, 'word"w~'), opacity(way, 100, 'word"w~')]).toEqual([0, 0.5])
    expect([x(way, 300, 'word"w'), opacity(way, 330, 'word"w') > 0.9]).toEqual([100, true])
  })

  it('fade over where they would slide through others', () => {
    const on = (dx: number): Frame =>
      frame([
        ...ground,
        box('plate', dx),
        label('word"word', 'word', dx + 4, 12),
        label('there"there', 'there', 110, 12),
      ])
    expect(keysAt(between(on(0), on(180)), 0.2)).toContain('word"word~')
  })

  it('wait for those that replace them', () => {
    const flight = packet('fly', 600, 700)
    const fresh = label('said"new', 'new', 100, 10, cue('fly', 'landed'))
    const way = between(frame([...ground, label('said"old', 'old', 100)]), frame([...ground, fresh], [flight]), true)
    const landed = 120 + 420
    expect(opacity(way, landed - 90, 'said"old')).toBe(1)
    expect(opacity(way, landed, 'said"old')).toBeCloseTo(0.6)
  })

  it('wait for nobody where others pass their place, or where what they stand on goes away', () => {
    const fresh = label('said"new', 'new', 110, 10, cue('', 'landed'))
    const opacityAt = (from: readonly Mark[], to: readonly Mark[]): number => {
      // Words that come once the stage stands wait long for this one.
      const [near, far] = [box('far', 0, 300), box('far', 800, 300)]
      const old = label('said"old', 'old', 100)
      const way = between(frame([...ground, near, ...from, old]), frame([...ground, far, ...to, fresh]), true)
      return opacity(way, 200, 'said"old')
    }
    const passing = (x: number): Mark[] => [box('plate', x), label('word"w', 'w', x + 8, 12)]
    const under = (x: number): Mark[] => [box('under', x, -15)]
    expect(opacityAt([], [])).toBe(1)
    expect(opacityAt(passing(300), passing(0))).toBe(0)
    expect(opacityAt(under(95), under(100))).toBe(1)
    expect(opacityAt(under(95), under(160))).toBe(0)
  })

  it('on a card make room for one another while its plate stays', () => {
    const card = (text: string): Card => ({
      ...{ kind: 'card', key: 'card', x: 0, y: 0, w: 40, h: 20, ...seen, ...look },
      writings: [{ x: 0, y: 0, size: 16, leading: 20, anchor: 'start', lines: label('', text, 0).lines }],
    })
    const way = between(frame([...ground, card('old')]), frame([...ground, card('new')]))
    const writings = (ms: number): unknown =>
      (at(way, ms, 'card') as Card).writings.map(({ lines, opacity: much = 1 }) => [lines[0]?.[0]?.text, much > 0.4])
    expect(opacity(way, 150, 'card')).toBe(1)
    expect([10, 120, 160, 290].map(writings)).toEqual([
      [['old', true]],
      [['old', true]],
      [['new', false]],
      [['new', true]],
    ])
  })

  it('count where the same words have another number', () => {
    const said = (text: string): Frame => frame([...ground, label('sum', text, 0), badge('now', 0, text)])
    const way = between(said('1,476 B'), said('1,143,603 B'))
    expect(at(way, 150, 'now')).toMatchObject({ text: '572,540 B' })
    expect((at(way, 150, 'sum') as Label).lines[0]?.[0]?.text).toBe('572,540 B')
    const other = between(frame([...ground, badge('now', 0, '198 ms')]), frame([...ground, badge('now', 0, '2.1 s')]))
    expect([140, 160].map((ms) => (at(other, ms, 'now') as Badge).text)).toEqual(['198 ms', '2.1 s'])
  })
})

describe('flights', () => {
  const flight = packet('fly', 0, 500)
  const to = frame(
    [
      ...ground,
      box('goal', 480),
      box('landed', 300, 100, cue('fly', 'landed', 40)),
      box('passed', 250, 0, cue('fly', 'passed')),
      meter('along', 0.8, cue('fly', 'along')),
    ],
    [flight],
  )
  const way = between(frame([...ground, box('goal', 480)]), to, true)
  // Nothing else moves: the pill fades in over 120 ms and takes off.
  const [start, end] = [120, 120 + 550]

  it('take off when the stage stands, as long as their way is', () => {
    expect([start - 1, start + 2, end - 2, end].map((ms) => (at(way, ms, 'fly') as Packet).at)).toEqual([
      0,
      expect.closeTo(0, 2),
      expect.closeTo(1, 2),
      1,
    ])
    expect(
      [0, start - 60, start, end, end + 60, end + 120].map((ms) => Math.round(opacity(way, ms, 'fly') * 100)),
    ).toEqual([0, 50, 100, 100, 50, 0])
    expect(way(1)).toBe(to)
  })

  it('bring what waits for their landing, and in passing what they pass', () => {
    expect([end + 39, end + 150, end + 260].map((ms) => opacity(way, ms, 'landed'))).toEqual([
      0,
      expect.closeTo(0.75, 1),
      1,
    ])
    const middle = start + 275
    expect([middle - 4, middle + 110].map((ms) => opacity(way, ms, 'passed') > 0)).toEqual([false, true])
    expect((at(way, middle, 'along') as Meter).share).toBeCloseTo(0.4, 2)
  })

  it('draw what lies behind them as far as they have come', () => {
    const next = frame([...ground, box('behind', 100, 0, cue('fly', 'behind'))], [flight])
    const drawn = between(frame(ground), next, true)
    const ends = [start, start + 215, end].map((ms) => {
      const { x, w, opacity } = at(drawn, ms, 'behind') as Box
      return opacity > 0 ? x + w : null
    })
    const head = (at(drawn, start + 215, 'fly') as Packet).at * 500
    expect(head).toBeCloseTo(119, 0)
    expect(ends).toEqual([null, expect.closeTo(head, 6), 140])
    expect(at(drawn, end, 'behind')).toBe(next.marks.at(-1))
  })

  it('let fade in what they are past as they set out', () => {
    const next = frame([...ground, box('behind', 100, 0, cue('fly', 'behind'))], [packet('fly', 120, 500)])
    const drawn = between(frame(ground), next, true)
    const seenAt = [0, 40].map((ms) => at(drawn, ms, 'behind') as Box)
    expect(seenAt.map(({ w, opacity }) => [w, opacity])).toEqual([
      [expect.closeTo(20, 6), 0],
      [expect.closeTo(20, 6), 0.5],
    ])
  })

  it('count up from nothing what is new', () => {
    const counting = frame([...ground, label('sum', '1,000 B', 0, 0, cue('fly', 'along'))], [flight])
    const text = (ms: number): unknown =>
      (at(between(frame(ground), counting, true), ms, 'sum') as Label).lines[0]?.[0]?.text
    expect([start + 275, end].map(text)).toEqual(['500 B', '1,000 B'])
  })

  it('make the plate on which they land feel it', () => {
    expect((at(way, end + 120, 'goal') as Box).strokeWidth).toBeCloseTo(2.8)
    expect((at(way, end + 240, 'goal') as Box).strokeWidth).toBe(1)
  })

  it('leave 80 ms apart; those that stop on the way start together', () => {
    const times = (flights: readonly Packet[]): number[] => {
      const both = between(frame(ground), frame(ground, flights), true)
      return flights.map(({ key }) => {
        let ms = 0
        while ((at(both, ms, key) as Packet).at < 1) ms += 1
        return ms
      })
    }
    expect(times([packet('one', 0, 500), packet('two', 0, 500)])).toEqual([670, 750])
    expect(times([packet('one', 0, 500, { stops: [0.5] }), packet('two', 0, 500, { stops: [0.3, 0.6] })])).toEqual([
      780, 890,
    ])
  })

  it('stand half of a stop still', () => {
    const stopping = between(frame(ground), frame(ground, [packet('fly', 0, 500, { stops: [0.5] })]), true)
    const whole = 550 + 55
    const [a, b] = [start + whole / 2 + 1, start + whole / 2 + 54]
    expect([a, b].map((ms) => (at(stopping, ms, 'fly') as Packet).at)).toEqual([0.5, 0.5])
  })

  it('are neither flown nor waited for when a step is taken back or a knob is turned', () => {
    const turned = between(frame([...ground, box('goal', 480)]), to)
    expect(turned.ms).toBeLessThan(500)
    expect(turned(0.5).marks.some(({ kind }) => kind === 'packet')).toBe(false)
  })

  it('that are not in the picture hold nothing up', () => {
    const lonely = between(frame(ground), frame([...ground, box('landed', 300, 100, cue('nothing', 'landed'))]), true)
    expect(lonely.ms).toBeLessThan(500)
  })

  it('can be what is kept and moves: it brings what it passes', () => {
    const before = frame([...ground, badge('now', 0, '0 ms')])
    const after = frame([...ground, badge('now', 300, '600 ms'), box('born', 150, 100, cue('now', 'passed'))])
    const played = between(before, after, true)
    // 2.4 ms a px; its middle goes by the left edge of what it passes halfway.
    expect([1, 360, 719, 720].map((ms) => x(played, ms, 'now'))).toEqual([
      expect.closeTo(0, 0),
      expect.closeTo(150, 0),
      expect.closeTo(300, 0),
      300,
    ])
    expect(at(played, 360, 'now')).toMatchObject({ text: '300 ms' })
    expect([355, 380].map((ms) => opacity(played, ms, 'born') > 0)).toEqual([false, true])
  })

  it('come back once, though they still flew when their move began again', () => {
    const [empty, flown] = [frame(ground), frame(ground, [flight])]
    const halfway = between(empty, flown, true)(0.5)
    expect(keysAt(between(halfway, empty), 0.1)).toContain('fly')
    expect(keysAt(between(halfway, flown, true), 0.1).filter((key) => key.startsWith('fly'))).toEqual(['fly~', 'fly'])
  })
})

describe('what leaves', () => {
  it('keeps its height: above what it lay on, which stays', () => {
    const way = between(
      frame([...ground, box('plate', 0), label('word"w', 'w', 4, 12), box('over', 20)]),
      frame([...ground, box('plate', 0), box('over', 20)]),
    )
    expect(keysAt(way, 0)).toEqual(['a', 'b', 'c', 'd', 'plate', 'word"w', 'over'])
  })

  it('goes up together with what it lay on', () => {
    const [low, high] = [box('low', 0), box('high', 200)]
    const way = between(frame([...ground, low, label('word"w', 'w', 4, 12), high]), frame([...ground, high, low]))
    expect(keysAt(way, 0)).toEqual(['a', 'b', 'c', 'd', 'high', 'low', 'word"w'])
  })

  it('waits where the new picture says for what', () => {
    const flight = packet('fly', 0, 100)
    const to: Frame = { ...frame(ground, [flight]), leaves: { said: cue('fly', 'landed').cue } }
    const way = between(frame([...ground, label('said"old', 'old', 0)]), to, true)
    expect([459, 560, 659.9].map((ms) => Math.round(opacity(way, ms, 'said"old') * 10) / 10)).toEqual([1, 0.5, 0])
  })
})

it('lets what would slip through others leave and come instead', () => {
  const [low, high] = [box('low', 0), box('high', 20)]
  const way = between(frame([...ground, low, high]), frame([...ground, high, low]))
  expect(keysAt(way, 0)).toHaveLength(6)
  expect(keysAt(way, 0.3).filter((key) => key.endsWith('~'))).toHaveLength(1)
  const apart = between(frame([...ground, low, box('far', 200)]), frame([...ground, box('far', 200), low]))
  expect(keysAt(apart, 0.3).some((key) => key.endsWith('~'))).toBe(false)
})
