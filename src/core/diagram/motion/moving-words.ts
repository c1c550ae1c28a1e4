import type { Label, Mark } from '../mark.ts'
import { distanceTo, extentOf, meets, travel, type Extent } from './extent.ts'

/** So far words slide by themselves, in px; farther they would be read on the way. */
export const SLIDE = 24
/** Words belong to a plate whose edge or middle they keep to within so many px. */
const LOYAL = 3
/** Words replace others that are not farther than this, in px. */
const REPLACE = 48

type Pair = readonly [was: Mark, now: Mark]

/** The edges and the middle of a plate, in one direction. */
const lines = (start: number, size: number): readonly number[] => [start, start + size / 2, start + size]

/** Whether words stay where they were on one that moves. */
function isOn(was: Label, now: Label, plateWas: Mark, plate: Mark): boolean {
  if (!('w' in plate) || !('w' in plateWas) || !('x' in plate) || !('x' in plateWas)) return false
  if (distanceTo(extentOf(plateWas), [was.x, was.y]) > LOYAL || distanceTo(extentOf(plate), [now.x, now.y]) > LOYAL)
    return false
  const loyal = (a: number, b: number, before: readonly number[], after: readonly number[]): boolean =>
    before.some((edge, i) => Math.abs(a - edge - (b - (after[i] ?? edge))) <= LOYAL)
  return (
    loyal(was.x, now.x, lines(plateWas.x, plateWas.w), lines(plate.x, plate.w)) &&
    loyal(was.y, now.y, lines(plateWas.y, plateWas.h), lines(plate.y, plate.h))
  )
}

/** Whether words slide to their new place, being near or on a plate that moves there; others fade over. */
export function slides(was: Label, now: Label, kept: readonly Pair[]): boolean {
  if (Math.hypot(now.x - was.x, now.y - was.y) <= SLIDE) return true
  return kept.some(([plateWas, plate]) => isOn(was, now, plateWas, plate))
}

/** Where words are when a share of their way has passed. */
function partWay(was: Extent, now: Extent, share: number): Extent {
  const at = (a: number, b: number): number => a + (b - a) * share
  return {
    left: at(was.left, now.left),
    right: at(was.right, now.right),
    top: at(was.top, now.top),
    bottom: at(was.bottom, now.bottom),
  }
}

/** Of words that go on those that would slide through others: of two that move the one that goes farther. */
export function crossing(kept: readonly Pair[]): ReadonlySet<string> {
  const said = kept
    .flatMap(([was, now]) => {
      if (was.kind !== 'label' || now.kind !== 'label') return []
      return [{ key: now.key, px: travel(was, now), was: extentOf(was), now: extentOf(now) }]
    })
    .toSorted((a, b) => b.px - a.px)
  const out = new Set<string>()
  said.forEach((one, i) => {
    if (one.px < 2) return
    const through = said.slice(i + 1).some((other) => {
      if (meets(one.was, other.was) || meets(one.now, other.now)) return false
      return [0.25, 0.5, 0.75].some((share) =>
        meets(partWay(one.was, one.now, share), partWay(other.was, other.now, share)),
      )
    })
    if (through) out.add(one.key)
  })
  return out
}

/** A key without the words in it. */
export const stemOf = (key: string): string => key.replace(/"[^]*$/, '')

/** Of new marks the one that says something else where an old one stood. */
export function replacing(old: Mark, coming: readonly Mark[]): Mark | undefined {
  if (old.kind !== 'label') return undefined
  const stem = stemOf(old.key)
  const { left, right, top, bottom } = extentOf(old)
  const around = { left: left - REPLACE, right: right + REPLACE, top: top - REPLACE, bottom: bottom + REPLACE }
  return coming.find((mark) => mark.kind === old.kind && stemOf(mark.key) === stem && meets(extentOf(mark), around))
}
