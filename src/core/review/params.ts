import type { ReviewEventOf, ReviewParams } from '../../contract/review.ts'

/** All that a person sets about reviewing. */
export type Params = Required<ReviewParams>

/** For who has set nothing. */
export const defaultParams: Params = { newPerDay: 10, duePerDay: 60, retention: 0.9, interview: null }

/** What holds after these events for a course, or for all of them (null): a course's own word goes first. */
export function paramsAfter(events: readonly ReviewEventOf<'params'>[], course: string | null): Params {
  const setFor = (key: string | null): ReviewParams =>
    events.reduce<ReviewParams>((set, event) => (event.course === key ? { ...set, ...event.set } : set), {})
  return { ...defaultParams, ...setFor(null), ...(course === null ? {} : setFor(course)) }
}
