import type { SlideScene } from '../../contract/deck.ts'

/**
 * The steps of all scenes that ask before they answer, by their ids. Apart from the scenes, so that what only walks
 * through decks need not load the pictures; a test holds the two together.
 */
export const asking: ReadonlySet<string> = new Set([
  'VC-5',
  'VC-7',
  'VC-8',
  'IS-2',
  'IS-6',
  'IS-7',
  'IS-8',
  'EF-3',
  'EF-9',
  'EF-11',
  'EF-12',
  'IL-1',
  'IL-5',
  'IL-7',
  'IL-10',
  'HP-3',
  'HP-6',
  'HP-8',
  'HP-10',
])

/** Which steps of a slide (from 1) show a step of its scene for the first time that asks before it answers. */
export const askedSteps = ({ steps, predicts }: SlideScene): number[] =>
  predicts === false ? [] : steps.flatMap((id, i) => (asking.has(id) && steps.indexOf(id) === i ? [i + 1] : []))
