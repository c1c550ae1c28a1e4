/** Which windows are in, and what that is worth to who has heard or seen one of them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPasses, type Pass, type Passes } from '../../../src/browser-shell/passes.ts'
import type { Introduction } from '../../../src/browser-shell/wire.ts'
import { introduced, windowName } from './introduced.ts'

let passes: Passes

beforeEach(() => {
  vi.useFakeTimers()
  passes = createPasses('key')
})
afterEach(() => void vi.useRealTimers())

function admitted(said: Introduction): Pass {
  const pass = passes.admit(said)
  if (pass === null) throw new Error('was not let in')
  return pass
}
const picture = ({ ownBase }: Pass): string | null => passes.ownPath(`${ownBase}course/a/b.png`)

describe('the proof of a window', () => {
  it('counts once', () => {
    const said = introduced('key')
    expect(passes.admit(said)).not.toBeNull()
    expect(passes.admit(said)).toBeNull()
  })

  it('is of another turn each time that the window comes back, and of no earlier one', () => {
    const window = windowName()
    const turns = [2, 1, 3, 3, 7, 4].map((turn) => passes.admit(introduced('key', window, turn)) !== null)
    expect(turns).toEqual([true, false, true, false, true, false])
    expect(passes.admit(introduced('key', windowName(), 1))).not.toBeNull()
  })

  it.each<[string, (of: Introduction) => Partial<Introduction>]>([
    ['another window', () => ({ window: windowName() })],
    ['another turn', () => ({ turn: 2 })],
    ['another run', ({ window }) => introduced('other', window)],
    ['a window without a key', () => ({ proof: '' })],
    ['a window that was cut short', ({ proof }) => ({ proof: proof.slice(0, -1) })],
    ['a window that says more', ({ proof }) => ({ proof: `${proof}0` })],
    [
      'a window whose path somebody saw',
      ({ window }) => ({ proof: admitted(introduced('key', window)).ownBase.slice(5, -1), turn: 2 }),
    ],
    ['no turn at all', ({ window }) => introduced('key', window, 0)],
    ['a turn before the first', ({ window }) => introduced('key', window, -1)],
  ])('opens nothing as that of %s', (_, change) => {
    const said = introduced('key')
    expect(passes.admit({ ...said, ...change(said) })).toBeNull()
  })
})

describe('the path of a window', () => {
  it('is its own, and the same when it comes back', () => {
    const window = windowName()
    const [first, other] = [admitted(introduced('key', window)), admitted(introduced('key'))]
    expect(other.ownBase).not.toBe(first.ownBase)
    expect(admitted(introduced('key', window, 2)).ownBase).toBe(first.ownBase)
    expect([picture(first), picture(other)]).toEqual(['/course/a/b.png', '/course/a/b.png'])
    // Nobody finds it out from the name of the window, which it says.
    expect(createPasses('key').admit(introduced('key', window))?.ownBase).not.toBe(first.ownBase)
  })

  it('leads on for a minute after the window has gone, and no longer', () => {
    const [gone, stays] = [admitted(introduced('key')), admitted(introduced('key'))]
    gone.leave()
    vi.advanceTimersByTime(59_999)
    expect(picture(gone)).toBe('/course/a/b.png')
    vi.advanceTimersByTime(1)
    expect([picture(gone), picture(stays)]).toEqual([null, '/course/a/b.png'])
    vi.advanceTimersByTime(1e9)
    expect(picture(stays)).toBe('/course/a/b.png')
  })

  it('leads on for a window that has come back, late or before it was missed', () => {
    const window = windowName()
    const first = admitted(introduced('key', window))
    const second = admitted(introduced('key', window, 2))
    first.leave()
    vi.advanceTimersByTime(120_000)
    expect(picture(second)).toBe('/course/a/b.png')
    second.leave()
    vi.advanceTimersByTime(120_000)
    expect(picture(second)).toBeNull()
    admitted(introduced('key'))
    expect(picture(admitted(introduced('key', window, 3)))).toBe('/course/a/b.png')
    expect(picture(second)).toBe('/course/a/b.png')
  })

  it('is no other than it is', () => {
    const { ownBase } = admitted(introduced('key'))
    expect(passes.ownPath(`${ownBase}course/a\nb.png`)).toBe('/course/a\nb.png')
    const secret = ownBase.slice(5, -1)
    for (const guess of [
      '/course/a/b.png',
      ownBase.slice(0, -1),
      `/own/${secret.slice(0, -1)}/course/a/b.png`,
      `/own/${secret}x/course/a/b.png`,
      `/own//${secret}/course/a/b.png`,
      `/x${ownBase}course/a/b.png`,
      '/own//course/a/b.png',
    ])
      expect([guess, passes.ownPath(guess)]).toEqual([guess, null])
  })
})
