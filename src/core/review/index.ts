/** Self-review: what a log of answers says about a person's memory, and what to ask next. */
export { cardIdOf, courseOf, questionOf } from './card-id.ts'
export { dueDayOf, type CardProgress, type PointHistory } from './card-progress.ts'
export { addDays, dayOf, daysBetween, type Day } from './day.ts'
export { paramsVersion, type Intervals, type Memory } from './memory.ts'
export { defaultParams, type Params } from './params.ts'
export {
  apply,
  cardOf,
  dayRecord,
  fold,
  knownCards,
  lastUndoable,
  paramsOf,
  reviewedDays,
  type DayRecord,
  type Progress,
} from './progress.ts'
export { suggestGrade, targetMsOf, type Answered, type Reason, type Suggestion } from './suggest.ts'
