/** The pictures that are held to the pixel. What is painted anywhere is painted in one of them: `looks.test.ts` holds that. */
import type { Lang } from '../../../src/contract/deck.ts'

export interface Look {
  readonly step: string
  /** How far the motion into the step has come, from 0 to 1: some marks are there only on the way. */
  readonly at: number
}

export interface LookSet {
  readonly lang: Lang
  readonly theme: 'light' | 'dark'
  readonly looks: readonly Look[]
}

const still = (step: string): Look => ({ step, at: 1 })

export const lookSets: readonly LookSet[] = [
  {
    lang: 'ko',
    theme: 'light',
    looks: [
      still('EF-11'),
      still('VC-3'),
      still('HP-2'),
      still('IL-8'),
      still('HP-8'),
      { step: 'EF-4', at: 0.6 },
      still('VC-7'),
      still('VC-6'),
    ],
  },
  {
    lang: 'en',
    theme: 'dark',
    looks: [
      still('IS-3'),
      still('EF-12'),
      still('VC-3'),
      { step: 'HP-9', at: 0.6 },
      { step: 'IS-2', at: 0.6 },
      still('IS-8'),
      still('VC-7'),
      still('VC-4'),
      still('HP-2'),
      still('IL-1'),
    ],
  },
]
