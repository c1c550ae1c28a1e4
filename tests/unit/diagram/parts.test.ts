import { describe, expect, it } from 'vitest'
import { along, drawnLine } from '../../../src/core/diagram/geometry.ts'
import { inlineParts, inlinePlain } from '../../../src/core/diagram/inline.ts'
import type { Box, Frame, Run } from '../../../src/core/diagram/mark.ts'
import { motion, Player, STILL, TURN, turning, type Clock } from '../../../src/core/diagram/player.ts'
import { stateAt } from '../../../src/core/diagram/scene.ts'
import { wrap, widthOf } from '../../../src/core/diagram/text.ts'
import { parseTokens } from '../../../src/core/diagram/theme.ts'
import { contrast, setBack, tone, type ToneName } from '../../../src/core/diagram/tone.ts'
import { pictureThemes, roughMeasure, themeNames } from './rough.ts'

describe('inline words', () => {
  it('takes bold, code and breaks apart', () => {
    expect(inlineParts('a **b** `c()`\nd')).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'strong', text: 'b' },
      { kind: 'text', text: ' ' },
      { kind: 'code', text: 'c()' },
      { kind: 'break', text: '\n' },
      { kind: 'text', text: 'd' },
    ])
    expect(inlinePlain('a **b** `c()`\nd')).toBe('a b c() d')
    expect(inlineParts('2 ** 3')).toEqual([{ kind: 'text', text: '2 ** 3' }])
  })
})

describe('wrap', () => {
  const run = (text: string, weight: Run['weight'] = 400): Run => ({ text, weight, ink: '#000000', mono: false })
  const lines = (runs: Run[], limit: number): string[] =>
    wrap(runs, limit, 16, roughMeasure).map((line) => line.map(({ text }) => text).join(''))

  it('keeps Korean words whole and loses none', () => {
    const text = '가상 머신은 컴퓨터를 통째로 흉내 냅니다'
    const set = lines([run(text)], 160)
    expect(set.length).toBeGreaterThan(1)
    expect(set.join(' ')).toBe(text)
    for (const line of set) expect(widthOf([run(line)], 16, roughMeasure)).toBeLessThanOrEqual(160)
  })
  it('evens its lines', () => {
    const [first = '', second = ''] = lines([run('하나 둘 셋 넷 다섯 여섯 일곱 여덟')], 200)
    expect(Math.abs(first.length - second.length)).toBeLessThan(6)
  })
  it('breaks after a hyphen, and keeps a middle dot with what it follows', () => {
    expect(lines([run('containerd-shim')], 90)).toEqual(['containerd-', 'shim'])
    expect(lines([run('CPU · 메모리')], 60)).toEqual(['CPU ·', '메모리'])
  })
  it('keeps the look of every piece over a break', () => {
    const set = wrap([run('컨테이너는 '), run('호스트 커널', 700), run('로 바로 갑니다')], 110, 16, roughMeasure)
    const flat = set.flat().map(({ text, weight }) => [text.trim(), weight])
    expect(flat).toContainEqual(['호스트 커널', 700])
  })
})

describe('lines', () => {
  it('knows the point and the heading a share of the way', () => {
    const points = [
      [0, 0],
      [100, 0],
      [100, 100],
    ] as const
    expect(along(points, 0.25)).toMatchObject({ tip: [50, 0], angle: 0 })
    expect(along(points, 0.75)).toMatchObject({ tip: [100, 50], angle: 90 })
    expect(along(points, 1).tip).toEqual([100, 100])
    expect(along([], 0.5).tip).toEqual([0, 0])
  })
  it('is drawn only as far as it has come, and stops where its head begins', () => {
    const points = [
      [0, 0],
      [100, 0],
    ] as const
    expect(drawnLine(points, 0.5, 0, 0)).toBe('M0,0L50,0')
    expect(drawnLine(points, 1, 0, 10)).toBe('M0,0L90,0')
  })
})

describe('motion', () => {
  it('plays a single step forward in full, a step back in short, and jumps otherwise', () => {
    expect(motion(2, 3)).toEqual({ ms: null, flights: true })
    expect(motion(3, 2)).toEqual({ ms: 260, flights: false })
    expect(motion(0, 3)).toEqual(STILL)
    expect(motion(4, 4)).toEqual(STILL)
    expect(TURN).toEqual({ ms: 300, flights: false })
  })
  it('watches in full what a knob sends, and nothing that flew before or only comes with its step', () => {
    const flight = (sent?: boolean): Pick<Frame, 'flights'> => ({
      flights: [{ key: 'f', ...(sent ? { sent } : {}) } as Frame['flights'][number]],
    })
    const none = { flights: [] }
    expect(turning(none, flight(true))).toEqual({ ms: null, flights: true })
    expect(turning(flight(true), flight(true))).toEqual(TURN)
    expect(turning(none, flight())).toEqual(TURN)
    expect(turning(flight(true), none)).toEqual(TURN)
  })
  it('plays a step for as long as what happens in it, and others for as long as they are given', () => {
    const box = (x: number): Box => ({
      ...{ kind: 'box', key: 'box', opacity: 1, rise: 0, x, y: 0, w: 10, h: 10, r: 0 },
      ...{ fill: '#ffffff', stroke: '#000000', strokeWidth: 1, dash: 0, gap: 0 },
    })
    const frame = (x: number): Frame => ({
      width: 1000,
      height: 100,
      marks: [box(x)],
      flights: [],
      links: {},
      handles: {},
    })
    let tick: ((elapsedMs: number) => void) | undefined
    const clock: Clock = (next) => {
      tick = next
      return { stop: () => (tick = undefined) }
    }
    const player = new Player(() => undefined, clock)
    const takes = (ms: number): boolean => {
      tick?.(ms - 0.01)
      const isStill = tick !== undefined
      tick?.(ms)
      return isStill && tick === undefined
    }
    player.go(frame(0), STILL)
    player.go(frame(180), motion(0, 1))
    expect(takes(300 + 0.45 * 180)).toBe(true)
    player.go(frame(0), motion(1, 0))
    expect(takes(260)).toBe(true)
    player.go(frame(180), TURN)
    expect(takes(300)).toBe(true)
  })
  it('makes the way before it starts the clock', () => {
    const asked: string[] = []
    const empty: Frame = { width: 1, height: 1, marks: [], flights: [], links: {}, handles: {} }
    const next: Frame = Object.defineProperty({ ...empty }, 'marks', { get: () => (asked.push('marks'), []) })
    const player = new Player(
      () => undefined,
      () => (asked.push('clock'), { stop: () => undefined }),
    )
    player.go(empty, STILL)
    player.go(next, motion(0, 1))
    expect([asked[0], asked.at(-1)]).toEqual(['marks', 'clock'])
  })
  it('needs no clock to stand still', () => {
    const shown: number[] = []
    const player = new Player(
      ({ width }) => shown.push(width),
      () => expect.fail('no clock needed'),
    )
    player.go({ width: 1, height: 1, marks: [], flights: [], links: {}, handles: {} }, motion(0, 1))
    player.go({ width: 2, height: 1, marks: [], flights: [], links: {}, handles: {} }, STILL)
    expect(shown).toEqual([1, 2])
  })
})

it('folds the changes up to a step', () => {
  const script = { start: { a: 0, b: 0 }, steps: [{ change: {} }, { change: { a: 1 } }, { change: { b: 2 } }] }
  expect([0, 1, 2].map((i) => stateAt(script as never, i))).toEqual([
    { a: 0, b: 0 },
    { a: 1, b: 0 },
    { a: 1, b: 2 },
  ])
})

describe('themes', () => {
  const tones: ToneName[] = ['kernel', 'app', 'lib', 'guest', 'daemon', 'hyper', 'hard', 'plain', 'danger']

  it('come out of tokens.css, and a missing colour is told', () => {
    expect(pictureThemes.light.paper).toMatch(/^#/)
    expect(pictureThemes.dark.paper).not.toBe(pictureThemes.light.paper)
    expect(() => parseTokens("[data-theme='light'] { --paper: #ffffff; }")).toThrow('--card')
  })

  it.each(themeNames)('%s: words are legible and edges visible, set back or not', (name) => {
    const theme = pictureThemes[name]
    for (const id of tones) {
      for (const look of [tone(theme, id), setBack(theme, id)]) {
        expect([id, contrast(look.ink, look.fill) >= 4.5]).toEqual([id, true])
        expect([id, contrast(look.word, theme.paper) >= 4.5]).toEqual([id, true])
        expect([id, contrast(look.edge, theme.paper) >= 3]).toEqual([id, true])
      }
    }
    const onPaper = ['ink', 'soft', 'accent', 'good', 'danger-ink', 'hyper-ink', 'kernel-ink'] as const
    for (const token of onPaper) expect([token, contrast(theme[token], theme.paper) >= 4.5]).toEqual([token, true])
    expect(contrast(theme['on-accent'], theme.accent)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(theme.ink, theme['accent-soft'])).toBeGreaterThanOrEqual(4.5)
    for (const token of ['ink', 'soft'] as const) expect(contrast(theme[token], theme.sunk)).toBeGreaterThanOrEqual(4.5)
  })
})
