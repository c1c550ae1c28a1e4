import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  arrangementKey,
  centred,
  fitInto,
  nextScreen,
  placeTalk,
  screenKey,
  screenUnder,
  type Screen,
} from '../../../src/main/displays.ts'

const screenAt = (id: number, x: number, y = 0, width = 1920, height = 1080, internal = false): Screen => ({
  id,
  label: `Screen ${id}`,
  internal,
  bounds: { x, y, width, height },
  workArea: { x, y: y + 30, width, height: height - 30 },
})
const laptop = screenAt(1, 0, 0, 1440, 900, true)
const projector = screenAt(2, 1440)
const third = screenAt(3, 1440 + 1920)

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
const inside = (outer: Area, inner: Area): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

describe('where the windows of a talk go', () => {
  test('the deck fills the other display and the presenter is on the primary one', () => {
    for (const [screens, primary, other] of [
      [[laptop, projector], laptop, projector],
      [[projector, laptop], laptop, projector],
      [[laptop, projector], projector, laptop],
    ] as const) {
      const { deck, presenter } = placeTalk(screens, primary.id)
      expect(deck).toEqual({ screen: other, bounds: other.bounds, isFullScreen: true })
      expect(presenter).toEqual({ screen: primary, bounds: primary.workArea, isFullScreen: false })
    }
  })

  test('the first display is the desk where the primary one has just gone', () => {
    expect(placeTalk([laptop, projector], 99)).toEqual(placeTalk([laptop, projector], laptop.id))
    expect(placeTalk([laptop], 99)).toEqual(placeTalk([laptop], laptop.id))
    expect(() => placeTalk([], 99)).toThrow('no display')
  })

  test('of several others an external one is preferred', () => {
    const panel = screenAt(4, -1440, 0, 1440, 900, true)
    expect(placeTalk([panel, third, projector], third.id).deck.screen).toBe(projector)
  })

  test('the display that was chosen before is taken, and the presenter makes room', () => {
    const { deck, presenter } = placeTalk([laptop, projector, third], laptop.id, screenKey(laptop))
    expect(deck.screen).toBe(laptop)
    expect(presenter.screen).not.toBe(laptop)
    expect(placeTalk([laptop, projector], laptop.id, 'a display that is not here').deck.screen).toBe(projector)
  })

  test('one display holds both beside each other, neither over the other', () => {
    const { deck, presenter } = placeTalk([laptop], laptop.id, screenKey(laptop))
    expect(deck.isFullScreen || presenter.isFullScreen).toBe(false)
    expect(inside(laptop.workArea, deck.bounds)).toBe(true)
    expect(inside(laptop.workArea, presenter.bounds)).toBe(true)
    expect(deck.bounds.x).toBeGreaterThanOrEqual(presenter.bounds.x + presenter.bounds.width)
  })

  test('the presenter is never under the deck, whatever displays there are', () => {
    const screens = fc
      .uniqueArray(fc.record({ column: fc.integer({ min: -3, max: 3 }), internal: fc.boolean() }), {
        selector: ({ column }) => column,
        minLength: 2,
        maxLength: 5,
      })
      .map((list) => list.map(({ column, internal }, i) => screenAt(i + 1, column * 1920, 0, 1920, 1080, internal)))
    fc.assert(
      fc.property(screens, fc.nat(4), fc.option(fc.nat(4)), (all, primary, chosen) => {
        const key = chosen === null ? null : screenKey(all[chosen % all.length] as Screen)
        const { deck, presenter } = placeTalk(all, (primary % all.length) + 1, key)
        expect(deck.isFullScreen).toBe(true)
        expect(presenter.screen.id).not.toBe(deck.screen.id)
        if (key !== null) expect(screenKey(deck.screen)).toBe(key)
      }),
    )
  })
})

test('swapping goes round all displays', () => {
  const screens = [third, laptop, projector]
  const round = [laptop]
  for (let i = 0; i < 3; i++) round.push(nextScreen(screens, round.at(-1) as Screen))
  expect(round).toEqual([laptop, projector, third, laptop])
})

test('displays above each other follow from the top down', () => {
  const [top, middle, bottom] = [screenAt(7, 0, -1080), screenAt(1, 0, 0), screenAt(3, 0, 1080)]
  const next = (from: Screen) => nextScreen([bottom, middle, top], from)
  expect([top, middle, bottom].map(next)).toEqual([middle, bottom, top])
})

test('an arrangement is the same in any order and another one when a display moves', () => {
  expect(arrangementKey([laptop, projector])).toBe(arrangementKey([projector, laptop]))
  expect(arrangementKey([laptop, projector])).not.toBe(arrangementKey([laptop, screenAt(2, -1920)]))
})

test('the display under a window is the one that shows most of it', () => {
  const screens = [laptop, projector]
  expect(screenUnder(screens, { x: 1300, y: 0, width: 400, height: 300 })).toBe(projector)
  expect(screenUnder(screens, { x: 1200, y: 0, width: 400, height: 300 })).toBe(laptop)
  expect(screenUnder(screens, { x: 9000, y: 0, width: 400, height: 300 })).toBeNull()
})

test('the display under a window is the one that shares most points with it, and the first of those that share as many', () => {
  const area = fc.record({
    ...{ x: fc.integer({ min: -4, max: 4 }), y: fc.integer({ min: -4, max: 4 }) },
    ...{ width: fc.integer({ min: 1, max: 5 }), height: fc.integer({ min: 1, max: 5 }) },
  })
  const points = ({ x, y, width, height }: Area): string[] =>
    Array.from({ length: width * height }, (_, n) => `${x + (n % width)} ${y + Math.floor(n / width)}`)
  fc.assert(
    fc.property(fc.array(area, { maxLength: 4 }), area, (areas, bounds) => {
      const screens = areas.map(({ x, y, width, height }, id) => screenAt(id, x, y, width, height))
      const under = new Set(points(bounds))
      const shared = areas.map((one) => points(one).filter((point) => under.has(point)).length)
      const most = Math.max(0, ...shared)
      expect(screenUnder(screens, bounds)).toBe(most === 0 ? null : screens[shared.indexOf(most)])
    }),
  )
})

test('bounds in the middle have as much room on either side, and may be no larger than their area', () => {
  expect(centred({ x: 100, y: 50, width: 1000, height: 700 }, { width: 600, height: 400 })).toEqual({
    ...{ x: 300, y: 200, width: 600, height: 400 },
  })
  expect(centred({ x: 100, y: 50, width: 1000, height: 700 }, { width: 2000, height: 400 })).toEqual({
    ...{ x: 100, y: 200, width: 1000, height: 400 },
  })
})

test('where no display is left the window stays on its own', () => {
  expect(nextScreen([], laptop)).toBe(laptop)
})

test('bounds are moved and shrunk into their area, and kept where they fit', () => {
  const bounds = fc.record({
    x: fc.integer({ min: -9000, max: 9000 }),
    y: fc.integer({ min: -9000, max: 9000 }),
    width: fc.integer({ min: 1, max: 5000 }),
    height: fc.integer({ min: 1, max: 5000 }),
  })
  fc.assert(
    fc.property(bounds, (wanted) => {
      const fitted = fitInto(laptop.workArea, wanted)
      expect(inside(laptop.workArea, fitted)).toBe(true)
      if (inside(laptop.workArea, wanted)) expect(fitted).toEqual(wanted)
      expect(inside(laptop.workArea, centred(laptop.workArea, wanted))).toBe(true)
    }),
  )
})
