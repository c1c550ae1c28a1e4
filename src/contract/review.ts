/** Self-review: what the progress log holds, what windows ask of a review and what they are told. */
import * as v from 'valibot'
import { langs, type Question } from './deck.ts'

/** How an answer went, worst first; the four grades of FSRS. */
export const grades = ['again', 'hard', 'good', 'easy'] as const
export type Grade = (typeof grades)[number]

/** How one key point of an answer went. */
export const marks = ['hit', 'half', 'miss'] as const
export type Mark = (typeof marks)[number]

/**
 * What a review is for. `due` is the day's work (what is due, then what is new), `ahead` takes what is not due yet,
 * `weak` what is remembered worst; `rehearsal` was graded while presenting, `mock` taken over from a mock interview,
 * `script` came from the command line.
 */
export const sessionModes = ['due', 'ahead', 'weak'] as const
export type SessionMode = (typeof sessionModes)[number]
export const reviewModes = [...sessionModes, 'rehearsal', 'mock', 'script'] as const
export type ReviewMode = (typeof reviewModes)[number]

const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most))
/** What the record counts to: of a question that stood open longer than a day, nobody knows how long it took. */
const mostCounted = 100_000_000
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted))
/** A measured time as the record takes it, in ms. */
export const recordedMs = (ms: number): number => Math.min(mostCounted, Math.max(0, Math.round(ms)))
/** `COURSE/QUESTION`: the course's key and the question's id, the same in both languages. */
export const cardIdSchema = v.pipe(v.string(), v.regex(/^[^/]+\/[^/]+$/u), v.maxLength(500))
/** The key of a course in the log: `docker` for a bundled one, else what `services/progress/course-identity.ts` says. */
export const courseKeySchema = v.pipe(v.string(), v.regex(/^[^/]+$/u), v.maxLength(250))
const daySchema = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const eventId = text(100)
const points = v.pipe(v.array(v.picklist(marks)), v.maxLength(100), v.readonly())

/** What a person sets for a course (`course`), or for all of them (`course: null`). Absent keys stay as they were. */
export const reviewParamsSchema = v.strictObject({
  newPerDay: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000))),
  duePerDay: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
  /** The share of answers that should still be known when asked again. */
  retention: v.exactOptional(v.pipe(v.number(), v.minValue(0.8), v.maxValue(0.95))),
  /** The day of the interview, or null for none. */
  interview: v.exactOptional(v.nullable(daySchema)),
})
export type ReviewParams = Readonly<v.InferOutput<typeof reviewParamsSchema>>

/** One answer in a mock interview. */
export const mockAnswerSchema = v.strictObject({
  card: cardIdSchema,
  /** The question that this one followed up, or null for one of the plan. */
  after: v.nullable(cardIdSchema),
  points,
  ms: count,
  hints: count,
})
export type MockAnswer = Readonly<v.InferOutput<typeof mockAnswerSchema>>

/** What an interview holds, in the order of asking. */
export const mockAnswersSchema = v.pipe(v.array(mockAnswerSchema), v.minLength(1), v.maxLength(100), v.readonly())

/** An answer as a person gives it. */
export const answerEntries = {
  card: cardIdSchema,
  grade: v.picklist(grades),
  /** What the points suggested; null where nothing was suggested. */
  suggested: v.nullable(v.picklist(grades)),
  /** By the order of the question's key points. Empty where they were not checked. */
  points,
  /** From the question's appearance to its grade; 0 where nobody measured. */
  ms: count,
  hints: count,
  /** "모르겠어요" was said. */
  gaveUp: v.boolean(),
  /** How the answer was recalled. */
  recall: v.picklist(['said', 'typed']),
}

/** What every event of the log begins with. */
const common = {
  v: v.literal(1),
  /** Counts the events of one device, from 1. */
  seq: v.pipe(count, v.minValue(1)),
  /** Unique over all devices. */
  id: eventId,
  /** Milliseconds since 1970. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000)),
  /** Minutes that the place's time was ahead of UTC. */
  tz: v.pipe(v.number(), v.integer(), v.minValue(-1000), v.maxValue(1000)),
  /** The day that it counts for, where it happened: a day begins at 04:00. Stored, so that travel does not rewrite it. */
  day: daySchema,
}

/** What a caller says; the log adds `v`, `seq`, `id`, `at`, `tz`, `day`. */
const bodies = {
  review: {
    type: v.literal('review'),
    mode: v.picklist(reviewModes),
    ...answerEntries,
    /** The version of the scheduling parameters that it was scheduled with. */
    params: text(40),
    /** The interview that it was taken over from. */
    from: v.exactOptional(eventId),
  },
  undo: { type: v.literal('undo'), ref: eventId },
  /** Takes a card out of reviewing, or back in. */
  suspend: { type: v.literal('suspend'), card: cardIdSchema, on: v.boolean() },
  /** Puts a card off until the next day. */
  bury: { type: v.literal('bury'), card: cardIdSchema },
  /** Begins a card anew; its history stays in the log. */
  reset: { type: v.literal('reset'), card: cardIdSchema },
  /** What was known as `from` is now `to` (a question was renamed). */
  alias: { type: v.literal('alias'), from: cardIdSchema, to: cardIdSchema },
  /** What was recorded of the course `from` belongs to the course `to`: it is one and the same. */
  course: { type: v.literal('course'), from: courseKeySchema, to: courseKeySchema },
  /** A log was taken over; says how many events came with it. */
  import: { type: v.literal('import'), source: text(300), events: count },
  params: { type: v.literal('params'), course: v.nullable(courseKeySchema), set: reviewParamsSchema },
  mock: {
    type: v.literal('mock'),
    course: courseKeySchema,
    kind: v.picklist(['practice', 'real']),
    answers: mockAnswersSchema,
  },
}
export const reviewBodySchema = v.variant('type', [
  v.strictObject(bodies.review),
  v.strictObject(bodies.undo),
  v.strictObject(bodies.suspend),
  v.strictObject(bodies.bury),
  v.strictObject(bodies.reset),
  v.strictObject(bodies.alias),
  v.strictObject(bodies.course),
  v.strictObject(bodies.import),
  v.strictObject(bodies.params),
  v.strictObject(bodies.mock),
])
/** An event as its caller says it. */
export type ReviewBody = Readonly<v.InferOutput<typeof reviewBodySchema>>

export const reviewEventSchema = v.variant('type', [
  v.strictObject({ ...common, ...bodies.review }),
  v.strictObject({ ...common, ...bodies.undo }),
  v.strictObject({ ...common, ...bodies.suspend }),
  v.strictObject({ ...common, ...bodies.bury }),
  v.strictObject({ ...common, ...bodies.reset }),
  v.strictObject({ ...common, ...bodies.alias }),
  v.strictObject({ ...common, ...bodies.course }),
  v.strictObject({ ...common, ...bodies.import }),
  v.strictObject({ ...common, ...bodies.params }),
  v.strictObject({ ...common, ...bodies.mock }),
])
/** One event of a progress log, without its checksum. */
export type ReviewEvent = Readonly<v.InferOutput<typeof reviewEventSchema>>
export type ReviewEventOf<T extends ReviewEvent['type']> = Extract<ReviewEvent, { type: T }>

/** Which cards a session is about. */
export const reviewScopeSchema = v.strictObject({
  /** The course's id in the library. */
  course: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
  mode: v.picklist(sessionModes),
  /** The name of a deck: only the questions that it asks; null for all. */
  topic: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  /** When the session began (ms since 1970): what was answered since then is done in it. */
  since: v.pipe(v.number(), v.integer(), v.minValue(0)),
  lang: v.picklist(langs),
})
export type ReviewScope = Readonly<v.InferOutput<typeof reviewScopeSchema>>

/** The numbers of a day. */
export interface DayCounts {
  /** Cards still to come today, limits applied: seen before, and new ones. */
  readonly due: number
  readonly new: number
  /** Cards whose first answer of the day was given today. */
  readonly done: number
  readonly limits: { readonly due: number; readonly new: number }
  /** The person was away for days: `limits.due` is gentler than set. */
  readonly gentle: boolean
}

/** A card as a session shows it. */
export interface ReviewCard {
  readonly card: string
  readonly question: Question
  /** The title of the deck that it belongs to; null where no deck asks it. */
  readonly topic: string | null
  readonly isNew: boolean
  /** How often it was reviewed. */
  readonly reviews: number
  /** Indexes of the key points that were missed or half known the last time. */
  readonly lastMissed: readonly number[]
  /** The question that it follows up in this session, as its text; null where it stands by itself. */
  readonly after: string | null
  /** Days until it would be asked again, by grade. */
  readonly intervals: Readonly<Record<Grade, number>>
  /** How long an answer should take. */
  readonly targetMs: number
  readonly retrievability: number | null
}

/** A session at this moment: wholly a function of the log, so that a reload finds it where it was. */
export interface ReviewSession {
  readonly scope: ReviewScope
  /** What is asked now; null when all is done. */
  readonly card: ReviewCard | null
  /** Answers given in this session, and what is still to come. */
  readonly done: number
  readonly left: number
  readonly counts: DayCounts
  /** Whether there is something to undo, and of which card. */
  readonly undo: { readonly card: string | null; readonly question: string | null } | null
}
