import type { Grade, Mark } from '../../contract/review.ts'

/** Why a grade is suggested, as a code that the window words. `point` counts from 0; times in milliseconds. */
export type Reason =
  | { readonly code: 'gave-up' }
  | { readonly code: 'core-missed'; readonly point: number }
  | { readonly code: 'points'; readonly hit: number; readonly half: number; readonly of: number }
  | { readonly code: 'hints'; readonly hints: number }
  | { readonly code: 'slow'; readonly ms: number; readonly targetMs: number }
  | { readonly code: 'fast'; readonly ms: number; readonly targetMs: number }

export interface Answered {
  readonly points: readonly Mark[]
  /** By the order of the key points: whether it must be said. */
  readonly core: readonly boolean[]
  readonly gaveUp: boolean
  readonly hints: number
  readonly ms: number
  readonly targetMs: number
  /** How often the card was reviewed before. */
  readonly reviews: number
}

export interface Suggestion {
  /** Null where nothing was checked and nothing speaks for itself. */
  readonly grade: Grade | null
  readonly reasons: readonly Reason[]
}

const enough = 2 / 3
const firm = 0.9
/** Reviews before which nothing is called easy: so early it only says that the answer is still fresh. */
const early = 2

/** How long an answer should take, in milliseconds: half a minute to begin and a quarter for each key point. */
export function targetMsOf(keyPoints: number): number {
  return 30_000 + 15_000 * keyPoints
}

/** Hit points in full and half known ones by half, as a share of all; null without any. */
export function shareOf(points: readonly Mark[]): number | null {
  if (points.length === 0) return null
  const sum = points.reduce((total, mark) => total + (mark === 'hit' ? 1 : mark === 'half' ? 0.5 : 0), 0)
  return sum / points.length
}

/**
 * The grade that an answer's key points suggest, and what decided it: a third lost or a core point missed is *again*;
 * gaps, hints and twice the target time are *hard*; all of it in half the time is *easy*, not in the first two reviews.
 */
export function suggestGrade(answered: Answered): Suggestion {
  const { points, core, gaveUp, hints, ms, targetMs, reviews } = answered
  const share = shareOf(points)
  const counted: Reason = {
    code: 'points',
    hit: points.filter((mark) => mark === 'hit').length,
    half: points.filter((mark) => mark === 'half').length,
    of: points.length,
  }
  const missedCore = points.flatMap((mark, point): readonly Reason[] =>
    mark === 'miss' && core[point] === true ? [{ code: 'core-missed', point }] : [],
  )
  if (gaveUp) return { grade: 'again', reasons: [{ code: 'gave-up' }, ...missedCore] }
  if (share === null) return { grade: null, reasons: [] }
  if (share < enough || missedCore.length > 0) return { grade: 'again', reasons: [...missedCore, counted] }

  const hinted: readonly Reason[] = hints > 0 ? [{ code: 'hints', hints }] : []
  const slow: readonly Reason[] = ms > 2 * targetMs ? [{ code: 'slow', ms, targetMs }] : []
  if (share < firm || hinted.length > 0 || slow.length > 0) {
    return { grade: 'hard', reasons: [counted, ...hinted, ...slow] }
  }
  if (share === 1 && ms < targetMs / 2 && reviews >= early) {
    return { grade: 'easy', reasons: [counted, { code: 'fast', ms, targetMs }] }
  }
  return { grade: 'good', reasons: [counted] }
}
