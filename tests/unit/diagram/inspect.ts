import type { Box, Frame, Mark, Writing } from '../../../src/core/diagram/mark.ts'
import type { View } from '../../../src/core/diagram/look.ts'
import { Pen } from '../../../src/core/diagram/pen.ts'
import { notchOf, settled, type Knobs, type Scene } from '../../../src/core/diagram/scene.ts'
import type { Measure } from '../../../src/core/diagram/text.ts'

export interface Written {
  readonly key: string
  readonly text: string
  readonly size: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function placed(key: string, writing: Writing, dx: number, dy: number, measure: Measure): Written[] {
  const { x, y, lines, size, leading, anchor } = writing
  return lines.map((line, row) => {
    const width = line.reduce((sum, run) => sum + measure(run.text, run.weight, run.mono) * size, 0)
    const left = x + dx - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0)
    const base = y + dy + row * leading
    const text = line.map((run) => run.text).join('')
    return { key, text, size, left, right: left + width, top: base - size * 0.78, bottom: base + size * 0.2 }
  })
}

/** Every line of words in a picture and where it is; the figures in badges left out. */
export function words(marks: readonly Mark[], measure: Measure): Written[] {
  return marks.flatMap((m) => {
    if (m.kind === 'label') return placed(m.key, m, 0, 0, measure)
    if (m.kind === 'terminal') return placed(m.key, m.writing, m.x, m.y, measure)
    if (m.kind === 'card') return m.writings.flatMap((writing) => placed(m.key, writing, m.x, m.y, measure))
    return []
  })
}

export const textsOf = (frame: Frame): string[] => words(frame.marks, () => 0).map(({ text }) => text)

export function penOf(scene: Scene, step: number, knobs: Knobs, view: View): Pen {
  const pen = new Pen(view)
  scene.draw(step, settled(scene, knobs), pen)
  return pen
}

/**
 * The corners of the knobs: every combination of their ends and, where a knob has few values, all of them; of a set also
 * every choice by itself taken out or in.
 */
function corners(scene: Scene): Knobs[] {
  return scene.knobs.reduce<Knobs[]>(
    (all, { id, kind, min, max, step, value, choices = [] }) => {
      const few = (max - min) / step <= 4
      const some = [min, value, max, ...(kind === 'set' ? choices.map((one) => value ^ one.value) : [])]
      const values = few ? Array.from({ length: (max - min) / step + 1 }, (_, i) => min + i * step) : some
      return all.flatMap((knobs) => values.map((v) => ({ ...knobs, [id]: v })))
    },
    [{}],
  )
}

/** For one step: the corners of the knobs that act in it. */
export function cornersAt(scene: Scene, step: string): Knobs[] {
  return corners({ ...scene, knobs: scene.knobs.filter((knob) => knob.steps.includes(step)) })
}

/** For one step: the settings between which its knobs are turned; the corners, and of long ranges the middle too. */
export function settingsAt(scene: Scene, step: string): Knobs[] {
  const long = scene.knobs.filter(({ kind, min, max, step: notch, steps }) => {
    return kind === 'range' && (max - min) / notch > 4 && steps.includes(step)
  })
  return long.reduce<Knobs[]>(
    (all, knob) => {
      const middle = notchOf(knob, (knob.min + knob.max) / 2)
      const among = all.map((knobs) => JSON.stringify({ ...knobs, [knob.id]: middle }))
      return [...new Set([...all.map((knobs) => JSON.stringify(knobs)), ...among])].map(
        (text) => JSON.parse(text) as Knobs,
      )
    },
    cornersAt(scene, step),
  )
}

export const boxes = (frame: Frame): Box[] => frame.marks.filter((m) => m.kind === 'box')
export const box = (frame: Frame, key: string): Box => {
  const found = boxes(frame).find((m) => m.key === key)
  if (!found) throw new Error(`no box ${key}`)
  return found
}

/** Problems with where words are: off the stage, too small, or on top of one another. */
export function wordProblems(marks: readonly Mark[], view: View): string[] {
  const all = words(marks, view.measure)
  const problems: string[] = []
  all.forEach((a, i) => {
    if (a.size < 16) problems.push(`too small: ${a.text}`)
    if (a.left < -0.5 || a.right > view.width + 0.5 || a.top < -1 || a.bottom > view.height + 1)
      problems.push(`off stage: ${a.text}`)
    for (const b of all.slice(i + 1)) {
      const apart =
        a.right <= b.left + 0.5 || b.right <= a.left + 0.5 || a.bottom <= b.top + 0.5 || b.bottom <= a.top + 0.5
      if (!apart) problems.push(`on top of each other: ${a.text} / ${b.text}`)
    }
  })
  return problems
}

/** Discs with a sign or a figure that words come nearer to than so many px. */
export function discProblems(marks: readonly Mark[], view: View, least = 1): string[] {
  const all = words(marks, view.measure)
  return marks.flatMap((disc) => {
    if (disc.kind !== 'badge' || disc.shape !== 'disc' || disc.text === '') return []
    const gap = ({ left, right, top, bottom }: Written): number =>
      Math.hypot(Math.max(left - disc.x, 0, disc.x - right), Math.max(top - disc.y, 0, disc.y - bottom)) - disc.w / 2
    return all.filter((one) => gap(one) < least).map(({ text }) => `${disc.key} ${disc.text} touches ${text}`)
  })
}

/** Problems with where plates are: off the stage, or across one another where neither holds the other. */
export function plateProblems(marks: readonly Mark[], { width, height }: View): string[] {
  const plates = marks.filter((m) => m.kind === 'box' || m.kind === 'card' || m.kind === 'terminal')
  return plates.flatMap((a, n) => {
    const on =
      a.x >= -0.01 && a.y >= -0.01 && a.x + a.w <= width + 0.01 && a.y + a.h <= height + 0.01 && a.w > 0 && a.h > 0
    const crossing = plates.slice(n + 1).filter((b) => {
      const apart =
        a.x + a.w <= b.x + 0.01 || b.x + b.w <= a.x + 0.01 || a.y + a.h <= b.y + 0.01 || b.y + b.h <= a.y + 0.01
      const holds = (o: typeof a, p: typeof a): boolean =>
        o.x <= p.x + 0.01 && o.y <= p.y + 0.01 && o.x + o.w >= p.x + p.w - 0.01 && o.y + o.h >= p.y + p.h - 0.01
      return !apart && !holds(a, b) && !holds(b, a)
    })
    return [...(on ? [] : [`${a.key} is off stage`]), ...crossing.map((b) => `${a.key} crosses ${b.key}`)]
  })
}

/** Every number in a value, however deep. */
export const numbersOf = (value: unknown): number[] => {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : []
}

/** Every colour in a value, however deep. */
export const coloursOf = (value: unknown): string[] => {
  if (typeof value === 'string') return value.startsWith('#') ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(coloursOf) : []
}
