import { expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import type { Frame } from '../../../src/core/diagram/mark.ts'
import { frameAt } from '../../../src/core/diagram/scene.ts'
import { isolation as scene } from '../../../src/core/scenes/isolation/index.ts'
import { box, boxes, discProblems, textsOf, words } from './inspect.ts'
import { at, every, has } from './isolation-frames.ts'
import { view } from './rough.ts'

it('IS-3: the calls are counted from left to right and from above, and no command is cut', () => {
  for (const width of [1168, 760]) {
    const frame = at('IS-3', {}, width)
    const places = [1, 2, 3, 4].map((n) => {
      const badge = frame.marks.find(({ key }) => key === `step-${n}`)
      return badge?.kind === 'badge' ? { x: badge.x, y: badge.y } : { x: 0, y: 0 }
    })
    const [one, ...inside] = places
    expect(new Set(inside.map(({ x }) => x)).size).toBe(1)
    expect(one?.x ?? 0).toBeLessThan(inside[0]?.x ?? 0)
    expect(inside.map(({ y }) => y)).toEqual(inside.map(({ y }) => y).toSorted((a, b) => a - b))
    expect(textsOf(frame).filter((text) => text.endsWith('/proc/mounts'))).toHaveLength(1)
  }
})

/** Whether a line begins or ends at the process. */
function isTied(frame: Frame): boolean {
  const { x, y, w, h } = box(frame, 'process')
  const near = (px: number, py: number): boolean => px >= x - 4 && px <= x + w + 4 && py >= y - 4 && py <= y + h + 4
  return frame.marks.some((mark) => {
    if (mark.kind !== 'arrow') return false
    return [mark.points[0], mark.points.at(-1)].some((end) => end !== undefined && near(end[0], end[1]))
  })
}

it('ties the process to what it sees, where that is what a step is about', () => {
  for (const { id, frame } of every()) {
    // Who is hit by a limit, and what is behind a fence, is where it stands.
    if (['IS-8', 'IS-10'].includes(id) || !boxes(frame).some(({ key }) => key === 'process')) continue
    expect([id, isTied(frame)]).toEqual([id, true])
  }
})

it('IS-7: the line of the process ends where both of its numbers meet', () => {
  for (const userns of [0, 1, 2]) expect([userns, has(at('IS-7', { userns }), 'same/down')]).toEqual([userns, true])
})

it('IS-8: what the kernel wrote stands beside the one that it ended, and not on the kernel', () => {
  for (const greedy of [1, 2]) {
    const frame = at('IS-8', { greedy })
    const hit = box(frame, greedy === 1 ? 'other' : 'process')
    const log = words(frame.marks, view().measure).find(({ key }) => key.startsWith('oom/log'))
    expect(log?.text).toMatch(/^Killed process/)
    expect([(log?.top ?? 0) > hit.y, (log?.bottom ?? 0) < hit.y + hit.h, (log?.right ?? 0) < hit.x]).toEqual([true, true, true]) // prettier-ignore
  }
})

it.each([1168, 960, 760])('keeps words away from signs and figures in discs, at %i px', (width) => {
  for (const lang of langs) {
    const seen = view(lang, width)
    for (const { id, knobs } of every())
      expect([id, lang, discProblems(frameAt(scene, id, knobs, seen).marks, seen)]).toEqual([id, lang, []])
  }
})

it('IS-1: an ordinary process looks into every card of the host', () => {
  for (const width of [1168, 760]) {
    const frame = at('IS-1', {}, width)
    expect(textsOf(frame)).toEqual(expect.arrayContaining(['평범한 프로세스', '호스트의 셸']))
    const looks = frame.marks.flatMap((m) => (m.kind === 'arrow' && m.key.startsWith('sees/') ? [m] : []))
    const seen = ['host', 'root', 'net', 'uts'].map((key) => {
      const { x, y, w, h } = box(frame, key)
      const reached = looks.filter(({ points, head }) => {
        const [tipX = 0, tipY = 0] = points.at(-1) ?? []
        return head > 0 && tipX > x && tipX < x + w && tipY > y && tipY < y + h
      })
      return [key, reached.length]
    })
    expect(seen).toEqual(seen.map(([key]) => [key, 1]))
  }
})

it.each([1168, 960, 760])(
  'IS-4: what is said of an end of the cable stays within the card of its side, at %i px',
  (width) => {
    for (const lang of langs) {
      const seen = view(lang, width)
      const frame = frameAt(scene, 'IS-4', {}, seen)
      for (const side of ['host', 'inside']) {
        const { x, w } = box(frame, side)
        const said = words(frame.marks, seen.measure).filter(({ key }) => key.startsWith(`end/${side}`))
        expect(said).toHaveLength(2)
        for (const { text, left, right } of said) expect([lang, text, left >= x + 6, right <= x + w - 6]).toEqual([lang, text, true, true]) // prettier-ignore
      }
    }
  },
)

it('IS-7: the line of the numbers has no stub behind the sign that they are equal', () => {
  for (const width of [1168, 760]) {
    const frame = at('IS-7', {}, width)
    const map = frame.marks.find(({ key }) => key === 'map')
    const sign = frame.marks.find(({ key }) => key === 'map/sign')
    if (map?.kind !== 'arrow' || sign?.kind !== 'badge') throw new Error('no map and sign')
    expect(Math.max(...map.points.map(([x]) => x))).toBeLessThanOrEqual(sign.x)
  }
})

it('IS-6: what is not separated is one plate on both sides, what is separated and equal is two', () => {
  for (const width of [1168, 760]) {
    const frame = at('IS-6', {}, width)
    const band = frame.marks.find(({ key }) => key === 'view/user/through')
    const [host, inside] = [box(frame, 'view/user'), box(frame, 'view/user/plate')]
    if (band?.kind !== 'arrow') throw new Error('no band')
    const [left = 0, right = 0] = band.points.map(([x]) => x)
    expect([left < host.x + host.w, right > inside.x]).toEqual([true, true])
    expect([band.stroke, host.h - band.strokeWidth < 2]).toEqual([host.fill, true])
    expect(has(frame, 'view/time/through')).toBe(false)
  }
})
