/** What the pictures of a registry say without a word beside them: what each of them is about is what stands out. */
import { describe, expect, it } from 'vitest'
import type { Arrow, Card, Frame } from '../../../src/core/diagram/mark.ts'
import { at, card, cards } from './hub-frames.ts'
import { box, textsOf } from './inspect.ts'
import { pictureThemes } from './rough.ts'

const { accent, good, danger } = pictureThemes.light
const arrow = (frame: Frame, key: string): Arrow => {
  const found = frame.marks.find((m) => m.key === key)
  if (found?.kind !== 'arrow') throw new Error(`no arrow ${key}`)
  return found
}
const stroke = (frame: Frame, key: string): unknown => {
  const found = frame.marks.find((m) => m.key === key)
  return found && 'stroke' in found && found.stroke
}
const has = (frame: Frame, key: string): boolean => frame.marks.some((m) => m.key === key)

describe('what stands out', () => {
  it.each([0, 1, 2])('in HP-1 is the host and the registry that it leads to (name %i)', (name) => {
    const frame = at('HP-1', { name })
    const parts = ['host', 'space', 'repo', 'tag', 'digest']
    const lit = (of: string): string[] => parts.filter((part) => stroke(frame, `${of}/${part}`) === accent)
    expect([lit('piece'), lit('lead'), lit('place')]).toEqual([['host'], ['host'], ['host']])
  })

  it('in HP-2 is the store that is shut, and the file that is open', () => {
    const frame = at('HP-2')
    expect([stroke(frame, 'store'), stroke(frame, 'file')]).toEqual([good, danger])
    expect([has(frame, 'store/lock/tick'), has(frame, 'file/lock/tick')]).toEqual([true, false])
    // The shackle of the one reaches down to its body, that of the other does not.
    const gap = (key: string): number =>
      box(frame, `${key}/lock`).y - (arrow(frame, `${key}/lock/shackle`).points.at(-1)?.[1] ?? 0)
    expect([gap('store') <= 0, gap('file') > 0]).toEqual([true, true])
    // Who asks whom, and ways that reach from one box to the other.
    expect(textsOf(frame).join('\n')).toContain('dockerd → 레지스트리 hub.example')
    const asks = box(frame, 'check')
    for (const key of ['store', 'file']) {
      const [x, y] = arrow(frame, `${key}/to`).points.at(-1) ?? [0, 0]
      expect((arrow(frame, `${key}/to`).points[0]?.[0] ?? 0) - asks.x - asks.w).toBeCloseTo(1, 5)
      const room = frame.marks.find((m) => m.key === key)
      if (room?.kind !== 'card') throw new Error(`no card ${key}`)
      expect([Math.abs(x - room.x) < 3, y > room.y && y < room.y + room.h]).toEqual([true, true])
    }
  })

  it.each([1168, 760])('in HP-3 is an image that is public and refused all the same, at %i px', (width) => {
    const frame = at('HP-3', {}, width)
    const name = frame.marks.find(({ key }) => key === 'opened/public"공개 이미지')
    const [image, place] = [card(frame, 'opened'), box(frame, 'opened/place')]
    // It is public before anything is asked, right above the image.
    expect(name?.kind === 'label' && !name.cue && image.y - name.y < 16 && name.y < image.y).toBe(true)
    expect([place.x - image.x, image.cue?.flight]).toEqual([2, 'turn-3/fly'])
    const { x, w } = box(frame, 'left')
    for (const n of [1, 2, 3]) {
      const wire = arrow(frame, `turn-${n}/wire`)
      expect([wire.points[0]?.[0], wire.haloWidth]).toEqual([x + w, 0])
    }
    // The way up to the token server passes the first request before that one's head.
    const [up = 0] = arrow(frame, 'turn-2/wire').points[1] ?? []
    const [tip = 0] = arrow(frame, 'turn-1/wire').points[1] ?? []
    expect(tip - arrow(frame, 'turn-1/wire').head - up).toBeGreaterThan(6)
  })

  it.each([0, 1])('in HP-4 is one platform, with what it lists right under it (platform %i)', (platform) => {
    const frame = at('HP-4', { platform })
    for (const side of ['left', 'right']) {
      const slots = cards(frame, new RegExp(`^${side}/[0-9a-f]{12}`)).flatMap((m) => (m.kind === 'card' ? [m] : []))
      const order = slots.toSorted((a, b) => a.y - b.y)
      const chosen = order.findIndex((slot) => slot.stroke === accent)
      const depths = order.slice(chosen + 1, chosen + 4).map(({ x }) => x - (order[chosen]?.x ?? 0))
      expect(depths).toEqual([20, 20, 20])
      // No line of the tree runs behind a slot of another branch.
      for (const mark of frame.marks) {
        if (mark.kind !== 'arrow' || !mark.key.startsWith(`manifest/${side}-`)) continue
        const [[x, from] = [0, 0], [, to] = [0, 0]] = mark.points
        expect(slots.filter((slot) => slot.x < x && x < slot.x + slot.w && slot.y >= from && slot.y < to)).toEqual([])
      }
    }
  })

  it('in HP-8 is each blob, in HP-9 the manifest alone and the digest to write down', () => {
    const [blobs, manifest] = [at('HP-8'), at('HP-9')]
    expect(cards(blobs, /^(probe|call)-[2-5]/).length).toBeGreaterThan(4)
    expect(cards(manifest, /^(probe|call)-[2-5]/)).toHaveLength(0)
    expect(textsOf(manifest)).toContain('먼저 모두 도착')
    const arrived = (frame: Frame): number => frame.marks.filter(({ key }) => key.startsWith('arrived-')).length
    expect([arrived(blobs), arrived(manifest)]).toEqual([0, 4])
    expect([cards(blobs, /^result$/).length, cards(manifest, /^result$/).length]).toEqual([0, 1])
  })

  it('in HP-7 is which sizes are packed and which is not', () => {
    const texts = textsOf(at('HP-7')).join('\n')
    expect(texts).toMatch(/풀면 [\d.]+ MB/)
    expect(texts).toContain('압축된 크기')
  })

  it.each([1168, 760])('in HP-8 is how much each ticket holds, and where lent layers come from, at %i px', (width) => {
    for (const there of [0, 1, 2]) {
      const frame = at('HP-8', { there }, width)
      const byKey = (key: RegExp): Card[] => cards(frame, key).flatMap((m) => (m.kind === 'card' ? [m] : []))
      // A length that has room for how much it is says so itself.
      for (const { w, writings } of byKey(/\/bytes$/)) expect(writings.length > 0 || w < 80).toBe(true)
      for (const probe of byKey(/^probe-/)) {
        const row = probe.key.replace(/^probe-(\d).*/, '$1')
        const disc = frame.marks.find(({ key }) => key === `order-${row}`)
        expect(disc?.kind === 'badge' ? probe.x - disc.x - disc.w / 2 : 0).toBeGreaterThanOrEqual(5)
      }
      for (const mark of frame.marks)
        if (mark.kind === 'arrow' && mark.key.startsWith('lend-')) expect([mark.dash, mark.head > 0]).toEqual([0, true])
    }
  })

  it('in HP-11 are gates in a wall: open beside the road, shut across it', () => {
    const road = arrow(at('HP-11'), 'to-staging').points[0]?.[1] ?? 0
    const tipOf = (signed: number, leaf: string): number =>
      Math.abs((arrow(at('HP-11', { signed }), `gate-policy/${leaf}`).points.at(-1)?.[1] ?? 0) - road)
    for (const leaf of ['upper', 'lower']) {
      expect(tipOf(0, leaf)).toBeLessThan(4)
      expect(tipOf(1, leaf)).toBeGreaterThan(30)
    }
    const [above, below] = ['above', 'below'].map((part) => box(at('HP-11'), `gate-policy/${part}`))
    expect(above && below && above.y + above.h < road && below.y > road).toBe(true)
  })

  it.each([1168, 760])('in HP-12 are verdicts that come from the switch, at %i px', (width) => {
    for (const scanned of [0, 1]) {
      const frame = at('HP-12', { scanned }, width)
      const { x, w } = box(frame, 'switch')
      for (const day of ['pushed', 'later', 'rebuilt']) {
        const { points, head, dash } = arrow(frame, `${day}/told`)
        expect(points[0]?.[0]).toBeCloseTo(x + w / 2, 5)
        const verdict = cards(frame, new RegExp(`^${day}/verdict"`))[0]
        if (verdict?.kind !== 'card') throw new Error('no verdict')
        const [tipX, tipY] = points.at(-1) ?? [0, 0]
        expect([Math.abs(tipX - verdict.x - verdict.w / 2) < 1, Math.abs(tipY - verdict.y) < 3]).toEqual([true, true])
        expect([head > 0, dash > 0]).toEqual([scanned === 1, scanned === 0])
      }
    }
  })
})
