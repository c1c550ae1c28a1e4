import type { Frame, Mark } from '../mark.ts'
import { travel } from './extent.ts'
import { crossing, slides } from './moving-words.ts'

/** Who of a picture goes on into the next one, who leaves it and who is new there. */
export interface Kinship {
  /** Hardly anything goes on: two pages that dissolve into one another rather than one picture that changes. */
  readonly isPage: boolean
  /** The old mark that goes on as one of the new picture, by key. */
  readonly kept: ReadonlyMap<string, Mark>
}

/** Below this pictures are pages. */
const KIN = 0.25
/** Farther than this share of the stage nobody follows a mark as the same. */
const NEAR = 0.2

export const isSeen = ({ opacity }: Mark): boolean => opacity > 0

export function kinship(from: Frame, to: Frame): Kinship {
  const seen = from.marks.filter(isSeen)
  const old = new Map(seen.map((mark) => [mark.key, mark]))
  const same = to.marks.flatMap((mark): (readonly [Mark, Mark])[] => {
    const was = old.get(mark.key)
    return was?.kind === mark.kind ? [[was, mark]] : []
  })
  const near = same.filter(([was, mark]) => travel(was, mark) < NEAR * to.width)
  if (near.length * 2 < KIN * (seen.length + to.marks.length)) return { isPage: true, kept: new Map() }
  const going = same.filter(([was, mark]) => was.kind !== 'label' || mark.kind !== 'label' || slides(was, mark, same))
  const out = crossing(going)
  return { isPage: false, kept: new Map(going.flatMap(([was]) => (out.has(was.key) ? [] : [[was.key, was]]))) }
}
