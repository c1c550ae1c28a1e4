/** Who does what when, to the millisecond, on a stage of 1000 × 500 px. */
import { describe, expect, test } from 'vitest'
import type { Frame, Mark, Packet } from '../../../src/core/diagram/mark.ts'
import { flightOpacity, timetable, type Cast } from '../../../src/core/diagram/motion/timetable.ts'

const box = (key: string, x: number, y: number, look: object = {}): Mark =>
  ({ kind: 'box', key, x, y, w: 10, h: 10, ...look }) as Mark
const words = (key: string, x: number, y: number, look: object = {}): Mark =>
  ({
    ...{ kind: 'label', key, x, y, size: 10, leading: 20, anchor: 'start' },
    lines: [[{ text: 'ab', mono: true, weight: 400, ink: '#000000' }]],
    ...look,
  }) as unknown as Mark
const flight = (key: string, look: object = {}): Packet =>
  ({
    ...{ kind: 'packet', key, w: 20, h: 10, at: 0, timed: { after: 0, ms: 200 } },
    points: [
      [100, 400],
      [300, 400],
    ],
    ...look,
  }) as unknown as Packet

interface Told {
  /** The new picture. */
  readonly marks: readonly Mark[]
  /** What goes on, as it was. */
  readonly was?: readonly Mark[]
  readonly gone?: readonly Mark[]
  readonly flights?: readonly Packet[]
  readonly leaves?: Frame['leaves']
}
/** Milliseconds of all that happens, by key. */
function timesOf({ marks, was = [], gone = [], flights, leaves }: Told, cast: Partial<Cast> = {}) {
  const to = { width: 1000, height: 500, marks, flights: flights ?? [], leaves } as unknown as Frame
  const kept = new Map(was.map((mark) => [mark.key, mark]))
  const table = timetable({
    ...{ to, isPage: false, kept, changing: kept, leaving: gone, flights: flights !== undefined },
    ...cast,
  })
  const times = (spans: Iterable<readonly [string, { readonly start: number; readonly end: number }]>) =>
    Object.fromEntries(
      Array.from(spans, ([key, { start, end }]) => [key, [start, end].map((ms) => Math.round(ms * 10) / 10)]),
    )
  return {
    ...{ ms: table.ms, whole: table.whole, spans: times(table.spans), leaving: times(table.leaving) },
    ...{ courses: times(table.courses), blows: Object.fromEntries(table.blows) },
  }
}

describe('the stage', () => {
  test('moves at once, or a little after what leaves, longer the farther it goes and never for longer than is watched', () => {
    const told = { was: [box('near', 0, 0), box('far', 0, 100)], marks: [box('near', 100, 0), box('far', 900, 100)] }
    expect(timesOf(told)).toMatchObject({ ms: 520, spans: { near: [0, 345], far: [0, 520] } })
    expect(timesOf({ ...told, gone: [box('x', 0, 300)] })).toMatchObject({
      ...{ ms: 580, whole: 580, spans: { near: [60, 405], far: [60, 580] }, leaving: { x: [0, 200] } },
    })
  })

  test('lets come what is new in the order of reading', () => {
    const marks = [
      box('first', 0, 0),
      box('right', 1000, 0),
      box('below', 0, 500),
      box('last', 1000, 500),
      box('off', -50, -50),
    ]
    expect(timesOf({ marks }).spans).toEqual({
      ...{ first: [90, 330], right: [174, 414], below: [126, 366], last: [210, 450], off: [90, 330] },
    })
  })

  test.each<[string, Mark, Mark, Mark, number]>([
    ['until a plate has passed half of its way', box('a', 0, 0), box('a', 200, 0), box('new', 100, 0), 195],
    [
      'words until words have passed three quarters',
      words('a', 0, 10),
      words('a', 200, 10),
      words('new', 100, 10),
      292.5,
    ],
    ['words until a plate has passed half', box('a', 0, 0), box('a', 200, 0), words('new', 100, 10), 195],
    ['for nothing that hardly moves', box('a', 100, 0), box('a', 108, 0), box('new', 100, 0), 90],
    ['for nothing elsewhere', box('a', 0, 0), box('a', 200, 0), box('new', 100, 11), 90],
    ['for no bar', box('a', 0, 0, { kind: 'meter' }), box('a', 200, 0, { kind: 'meter' }), box('new', 100, 0), 90],
  ])('has what is new wait %s', (_, was, now, coming, start) => {
    const { spans } = timesOf({ was: [was], marks: [now, coming] })
    const sweep = 120 * (0.07 + (0.3 * ('y' in coming && coming.y === 11 ? 11 : coming.kind === 'label' ? 2 : 0)) / 500)
    expect(spans['new']?.[0]).toBeCloseTo(start + sweep, 1)
  })

  test('takes no less than is seen, and leaves out what stays', () => {
    const still = box('a', 0, 0)
    expect(timesOf({ was: [still], marks: [still] }, { changing: new Map() })).toEqual({
      ...{ ms: 360, whole: 360, spans: {}, leaving: {}, courses: {}, blows: {} },
    })
  })

  test('of pages dissolves as a whole', () => {
    const told = { marks: [box('new', 500, 250)], gone: [words('x"a', 0, 0)] }
    expect(timesOf(told, { isPage: true })).toMatchObject({
      ...{ ms: 360, spans: { new: [60, 360] }, leaving: { 'x"a': [0, 240] } },
    })
  })
})

describe('words that are replaced', () => {
  test('go when those that come are about to be said', () => {
    const { spans, leaving } = timesOf({
      marks: [words('n"b', 0, 258)],
      gone: [words('n"a', 0, 258), words('o"a', 0, 400)],
    })
    expect(spans['n"b']).toEqual([108, 348])
    expect(leaving).toEqual({ 'n"a': [28, 228], 'o"a': [0, 200] })
  })

  test('go before anything else is said in their place, and never before the beginning', () => {
    const late = words('n"b', 40, 8, { cue: { flight: 'f', how: 'landed', after: 0 } })
    const flights = [flight('f')]
    const gone = [words('n"a', 0, 8)]
    expect(timesOf({ marks: [late], gone, flights }).leaving).toEqual({ 'n"a': [240, 440] })
    expect(timesOf({ marks: [late, words('other"x', 5, 8)], gone, flights }).leaving['n"a']?.[0]).toBeCloseTo(10.4, 1)
    expect(timesOf({ marks: [words('n"b', 0, 8)], gone }).leaving).toEqual({ 'n"a': [10, 210] })
  })

  test('wait where the picture says for what', () => {
    const told = { marks: [], gone: [words('n"a', 0, 8)], leaves: { n: { flight: 'f', how: 'landed', after: 50 } } }
    expect(timesOf({ ...told, flights: [flight('f')] } as never).leaving).toEqual({ 'n"a': [290, 490] })
    // Nothing flies on a step back.
    expect(timesOf(told as never).leaving).toEqual({ 'n"a': [0, 200] })
  })
})

describe('flights', () => {
  test('take off as the stage is about to stand, 80 ms apart; those with stops or a time of their own together', () => {
    const plain = { timed: undefined }
    const told = { was: [box('a', 0, 0)], marks: [box('a', 900, 0)] }
    const starts = (...flights: readonly Packet[]) =>
      Object.values(timesOf({ ...told, flights }).courses).map(([start]) => start)
    expect(starts(flight('f', plain), flight('g', plain), flight('h', plain))).toEqual([500, 580, 660])
    expect(starts(flight('f', { ...plain, stops: [0.5] }), flight('g', plain))).toEqual([500, 500])
    expect(starts(flight('f'), flight('g'))).toEqual([500, 500])
    // Its pill fades in before that.
    expect(Object.values(timesOf({ marks: [], flights: [flight('f')] }).courses)).toEqual([[120, 320]])
  })

  test('bring what waits for them: passed, landed, along, behind, or for the stage', () => {
    const cue = (how: string, after = 0, flightKey = 'f', place?: readonly [number, number]) => ({
      cue: { flight: flightKey, how, after, ...(place && { place }) },
    })
    const marks = [
      box('landed', 0, 0, cue('landed', 30)),
      box('passed', 200, 380, cue('passed', 5)),
      box('passed elsewhere', 0, 0, cue('passed', 0, 'f', [150, 395])),
      box('along', 0, 0, cue('along', 7)),
      box('behind', 0, 0, cue('behind', 9)),
      box('stage', 0, 0, cue('landed', 11, '')),
    ]
    const { spans, ms } = timesOf({ marks, flights: [flight('f')] })
    expect(spans).toEqual({
      ...{ landed: [350, 570], passed: [225, 445], 'passed elsewhere': [170, 390] },
      ...{ along: [127, 327], behind: [129, 329], stage: [11, 231] },
    })
    expect(ms).toBe(570)
  })

  test('are over once they have faded, and go faster where that is longer than is waited for', () => {
    const lasting = (ms: number) => {
      const { ms: shown, whole } = timesOf({ marks: [], flights: [flight('f', { timed: { after: 0, ms } })] })
      return [shown, whole]
    }
    expect([lasting(200), lasting(1360), lasting(1361)]).toEqual([
      [440, 440],
      [1600, 1600],
      [1600, 1601],
    ])
  })

  test('strike the plate that they land on: the nearest, of those the smallest, and none that is large or far', () => {
    const struck = (...plates: readonly Mark[]) =>
      timesOf({ was: plates, marks: plates, flights: [flight('f')] }, { changing: new Map() }).blows
    const at = (key: string, x: number, look: object = {}) => box(key, x, 395, look)
    expect(struck(at('near', 310), at('holds', 295), at('far', 328))).toEqual({ holds: 320 })
    expect(struck(at('wide', 290, { w: 40 }), at('small', 295))).toEqual({ small: 320 })
    expect(struck(at('edge', 328))).toEqual({ edge: 320 })
    expect(struck(at('beyond', 329))).toEqual({})
    expect(struck(box('low', 295, 300, { h: 149 }))).toEqual({ low: 320 })
    expect(struck(box('high', 295, 300, { h: 150 }))).toEqual({})
    expect(struck(at('bar', 295, { kind: 'meter' }), words('said', 295, 400))).toEqual({})
  })

  test('are what is kept and moves as well, where others wait for it', () => {
    const waits = box('waits', 500, 0, { cue: { flight: 'head', how: 'landed', after: 0 } })
    const told = { was: [box('head', 0, 0)], marks: [box('head', 300, 0), waits] }
    expect(timesOf({ ...told, flights: [] })).toMatchObject({
      courses: { head: [0, 720] },
      spans: { head: [0, 720], waits: [720, 940] },
    })
    expect(timesOf({ ...told, flights: [flight('f')] }).courses).toEqual({ head: [60, 780], f: [760, 960] })
    // One that hardly moves is waited for by nobody.
    expect(timesOf({ ...told, marks: [box('head', 8, 0), waits], flights: [] }).courses).toEqual({})
    expect(timesOf(told).courses).toEqual({})
  })

  test('are seen from a little before they take off until a little after they have landed', () => {
    const seen = (ms: number): number => Number(flightOpacity({ start: 200, end: 500 }, ms).toFixed(3))
    expect([79, 80, 140, 200, 350, 500, 560, 620, 700].map(seen)).toEqual([0, 0, 0.5, 1, 1, 1, 0.5, 0, 0])
  })
})
