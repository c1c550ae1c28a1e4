/** How large the words of a slide are, in pixels: the largest of the sizes at which they fit their place. */
import type { Layout } from '../../contract/deck.ts'

type Sizes = Partial<Record<Layout, readonly number[]>>

const usualTitle = [42, 38, 34, 30]
/** A question that stands alone. */
const askedTitle = [68, 60, 52, 44, 36]
const titles: Sizes = {
  title: [88, 80, 72, 64, 56, 48, 40, 34],
  section: [72, 64, 56, 48],
  question: [40, 36, 32, 28],
}
/** Of those whose body does not fill the place below the title. */
const bodies: Sizes = {
  diagram: [26, 25, 24],
  section: [32, 30, 28, 26, 24],
  title: [32, 30, 28, 26, 24],
  closing: [38, 36, 34, 32, 30, 28, 26, 24],
}

/** The sizes of a title. */
export const titleSizes = (layout: Layout | 'asked'): readonly number[] =>
  layout === 'asked' ? askedTitle : (titles[layout] ?? usualTitle)

/** The sizes of a body, or undefined where it fills its place instead. */
export const bodySizes = (layout: Layout): readonly number[] | undefined => bodies[layout]
