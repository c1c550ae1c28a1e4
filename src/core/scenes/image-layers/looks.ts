import type { Pen } from '../../diagram/pen.ts'
import { mix, type Tone } from '../../diagram/tone.ts'

/** What can be written to: warm, in this scene only where a container's own data is. */
export function warm(pen: Pen): Tone {
  const { theme } = pen
  return { fill: theme['accent-soft'], edge: theme.accent, ink: theme.ink, word: theme.accent }
}

/** A sheet that shows what lies under it: a breath of its tone on the page. */
export const sheetFill = (pen: Pen, { fill }: Pick<Tone, 'fill'>): string => mix(fill, pen.theme.paper, 0.36)

/** A place with nothing in it. The page's own colour, since a place that is filled later has a colour to come from. */
export function hollow(pen: Pen): Tone {
  const { theme } = pen
  return { fill: theme.paper, edge: theme.edge, ink: theme.soft, word: theme.soft }
}
