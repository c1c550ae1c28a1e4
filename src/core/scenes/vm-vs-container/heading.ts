import type { Words } from '../../diagram/look.ts'
import type { Pen } from '../../diagram/pen.ts'
import type { Weight } from '../../diagram/mark.ts'

export interface Sub {
  readonly words: Words
  /** What is said in their place where there is no room for them, the longest first. */
  readonly shorter?: readonly Words[]
  readonly ink: string
  readonly weight?: Weight
  /** The flight that shows it: it is said once that has landed. */
  readonly flight?: string
}

/**
 * The name of a part of the picture and what this step says of it, on one line. A shorter wording of the name is
 * taken where both do not fit.
 */
export function sideHeading(
  pen: Pen,
  key: string,
  names: readonly [Words, ...Words[]],
  sub: Sub,
  x: number,
  width: number,
): void {
  const [size, gap] = [22, pen.view.width >= 1100 ? 18 : 12]
  const hand = { size: 18, weight: sub.weight ?? 600, ink: sub.ink }
  const least = pen.set(names.at(-1) ?? names[0], Infinity, { size, weight: 700 }).width
  const words = pen.choose([sub.words, ...(sub.shorter ?? [])], width - least - gap, hand)
  const needed = pen.set(words, Infinity, hand).width + gap
  const name = pen.choose(names, width - needed, { size, weight: 700 })
  const { right } = pen.say(`${key}/name`, name, [x, 22], width, { size, weight: 700 })
  const say = (): unknown => pen.say(`${key}/sub`, words, [right + gap, 22], x + width - right - gap, hand)
  if (sub.flight === undefined) say()
  else pen.with(sub.flight, 'landed', say)
}
