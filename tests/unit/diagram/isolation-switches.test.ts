import { describe, expect, it } from 'vitest'
import { langs } from '../../../src/contract/deck.ts'
import { inlinePlain } from '../../../src/core/diagram/inline.ts'
import type { Frame } from '../../../src/core/diagram/mark.ts'
import type { Knobs } from '../../../src/core/diagram/scene.ts'
import { isolation as scene } from '../../../src/core/scenes/isolation/index.ts'
import { box } from './inspect.ts'
import { at, chipIds, every, has, lit } from './isolation-frames.ts'
import { view } from './rough.ts'

describe('IS-6, eight switches', () => {
  const everyone = 255
  const bit = (id: string): number => 2 ** chipIds.findIndex((one) => one === id)
  const shown = (own: number): Map<string, string> => {
    const { marks } = at('IS-6', { own })
    return new Map(marks.map((mark) => [mark.key, JSON.stringify(mark)]))
  }
  const said = (frame: Frame, id: string, side: string): string => {
    const found = frame.marks.find(({ key }) => key.startsWith(`view/${id}/${side}"`))
    return found?.kind === 'label' ? (found.lines[0] ?? []).map(({ text }) => text).join('') : ''
  }
  const signs = (own: number): string[] => {
    const { marks } = at('IS-6', { own })
    const found = new Map(marks.flatMap((mark) => (mark.kind === 'badge' ? [[mark.key, mark.text] as const] : [])))
    return chipIds.map((id) => found.get(`view/${id}/sign`) ?? '')
  }

  it.each(chipIds)('%s changes its own chip and row, and nothing else but the count', (id) => {
    const [on, off] = [shown(everyone), shown(everyone - bit(id))]
    const changed = [...new Set([...on.keys(), ...off.keys()])].filter((key) => on.get(key) !== off.get(key))
    const others = changed.filter((key) => !new RegExp(`^(chip-${id}|switch-${id}.*|view/${id}\\b.*)$`).test(key))
    expect(others).toEqual(['see/count"8 / 8', 'see/count"7 / 8'])
    expect(changed).toContain(`chip-${id}`)
    expect(changed).toContain(`view/${id}/through`)
  })

  it.each(chipIds)('%s: off, what the host has is seen inside as well; on, the container has its own', (id) => {
    const [on, off] = [at('IS-6', { own: everyone }), at('IS-6', { own: everyone - bit(id) })]
    expect(said(off, id, 'inside')).toBe(said(off, id, 'host'))
    expect(has(off, `view/${id}/through`)).toBe(true)
    expect(has(on, `view/${id}/through`)).toBe(false)
    expect(said(on, id, 'inside')).not.toBe('')
    // What is seen differs, but the time since boot: its namespace changes nothing.
    if (id === 'time') expect(said(on, id, 'inside')).toBe(`${said(on, id, 'host')} · 오프셋 0`)
    else expect(said(on, id, 'inside')).not.toBe(said(on, id, 'host'))
  })

  it('says of every row whether both sides differ, and gives equal ones one quiet look of their own', () => {
    expect(signs(everyone - bit('user'))).toEqual(['≠', '≠', '≠', '≠', '≠', '≠', '=', '='])
    expect(signs(everyone)).toEqual(['≠', '≠', '≠', '≠', '≠', '≠', '=', '≠'])
    expect(signs(0)).toEqual(chipIds.map(() => '='))
    const frame = at('IS-6')
    const fills = (id: string): string[] => [box(frame, `view/${id}`).fill, box(frame, `view/${id}/plate`).fill]
    const quiet = fills('time')
    expect(new Set([...quiet, ...fills('user')]).size).toBe(1)
    for (const id of chipIds.slice(0, 6))
      expect([id, fills(id).some((fill) => quiet.includes(fill))]).toEqual([id, false])
  })

  it('stands as containers are by default: all but that of users', () => {
    expect(lit(at('IS-6'))).toEqual(chipIds.filter((id) => id !== 'user'))
    expect(shown(everyone - bit('user'))).toEqual(new Map(at('IS-6').marks.map((m) => [m.key, JSON.stringify(m)])))
  })

  it('is turned at the chips: a press on one changes its own bit', () => {
    for (const own of [0, everyone - bit('user'), everyone])
      for (const id of chipIds)
        expect(at('IS-6', { own }).handles[`chip-${id}`]).toEqual({ knob: 'own', value: own ^ bit(id) })
    for (const { id, frame } of every().filter((one) => one.id !== 'IS-6'))
      expect([id, Object.values(frame.handles).some(({ knob }) => knob === 'own')]).toEqual([id, false])
  })
})

it('is turned where the thing itself is: a signal at the process, users at their chip, limits at their line', () => {
  const press = (step: string, knobs: Knobs, key: string): unknown => at(step, knobs).handles[key]
  for (const signal of [0, 1, 2])
    expect(press('IS-2', { signal }, 'process')).toEqual({ knob: 'signal', value: (signal + 1) % 3 })
  for (const userns of [0, 1, 2])
    expect(press('IS-7', { userns }, 'chip-user')).toEqual({ knob: 'userns', value: (userns + 1) % 3 })
  for (const limits of [0, 1])
    expect(press('IS-8', { limits }, 'limit/word')).toEqual({ knob: 'limits', value: 1 - limits })
  for (const greedy of [0, 1, 2])
    expect(press('IS-8', { greedy }, 'process')).toEqual({ knob: 'greedy', value: (greedy + 1) % 3 })
  expect(press('IS-8', { greedy: 1 }, 'other')).toEqual({ knob: 'greedy', value: 0 })
})

describe('the whole slide is the picture’s', () => {
  it('draws no record beside it, and takes the width that it has', () => {
    for (const { id, frame } of every()) {
      expect([id, has(frame, 'panel')]).toEqual([id, false])
      expect([id, box(frame, 'kernel').w]).toEqual([id, frame.width])
    }
  })

  it('says in one line where its numbers come from, which the log tells at length', () => {
    for (const lang of langs) {
      const { measure } = view(lang, 1168)
      for (const { id, foot } of scene.steps) {
        const width = measure(inlinePlain(foot[lang]), 400, false) * 18
        expect([id, lang, width < 1168 - 100, foot[lang].includes('\n')]).toEqual([id, lang, true, false])
      }
    }
  })

  it('shows the new root, and that the process sees it, once it has landed', () => {
    const { marks } = at('IS-3')
    const landing = ['new/path', 'dir-bin', 'uses', 'old/gone']
    for (const key of landing)
      expect([key, marks.find((mark) => mark.key.startsWith(key))?.cue?.flight]).toEqual([key, 'pivot/packet'])
  })

  it('carries the answer through the border where it comes from: in by the socket, out by the volume', () => {
    const [socket, volume] = at('IS-5').flights.map(({ points }) => (points.at(-1)?.[0] ?? 0) - (points[0]?.[0] ?? 0))
    expect(socket).toBeGreaterThan(0)
    expect(volume).toBeLessThan(0)
  })

  it('ends every hole in the kernel', () => {
    const frame = at('IS-10')
    for (const { key, points } of frame.flights) {
      const end = frame.marks.find((mark) => mark.key === key.replace('packet', 'end'))
      expect([key, end?.kind === 'badge' && [end.x, end.y], end?.cue?.flight]).toEqual([key, points.at(-1), key])
    }
    expect(frame.flights).toHaveLength(3)
  })
})
