/** Self-review: what a log of answers says about a person's memory, and what to ask next. */
export { cardIdOf, courseOf, questionOf } from './card-id.ts'
export { dueDayOf, type CardProgress, type PointHistory } from './card-progress.ts'
export { addDays, dayOf, daysBetween, type Day } from './day.ts'
export { paramsVersion, type Intervals, type Memory } from './memory.ts'
export { defaultParams, type Params } from './params.ts'
export {
  apply,
  cardOf,
  courseNameOf,
  dayRecord,
  firstNameOf,
  fold,
  knownCards,
  lastUndoable,
  nameOf,
  paramsOf,
  reviewedDays,
  type DayRecord,
  type Progress,
} from './progress.ts'
export { suggestGrade, targetMsOf, type Answered, type Reason, type Suggestion } from './suggest.ts'
export { ankiFile, type AnkiFile, type AnkiQuestion } from './anki.ts'
export { idsOfAnki } from './anki-read.ts'
export { courseCards, type AskingDeck, type CourseCard, type CourseCards } from './course-cards.ts'
export { dayCounts } from './day-counts.ts'
export { dueDay, intervalsFor, isDue, isWeak, retrievabilityOn, weaknessOf } from './due.ts'
export { chainFrom, followUpOf, mockReport, mostFollowUps, planMock, type MockSetting } from './mock.ts'
export { queueOf, type AskedCard, type Moment, type Queue } from './queue.ts'
export { queueList } from './queue-list.ts'
export { masteryOf, median, mocksIn, statisticsOf, streakOn } from './statistics.ts'
export { restTopic, topicCards, topicOf } from './topic-cards.ts'
export { onTrueDays } from './true-days.ts'
export { weakPath, type WeakSlide } from './weak-path.ts'
