/** What the review window is told besides its session: overview, statistics, mock interviews. */
import type { EmblemName, Lang, Question, Text } from './deck.ts'
import type { DayCounts, MockAnswer, ReviewParams, ReviewSession } from './review.ts'

/** A deck as a topic of reviewing: the questions that belong to it. Topics add up to the course. */
export interface ReviewTopic {
  readonly name: string
  /** Null for the questions that no deck asks. */
  readonly title: string | null
  /** The name of its picture. */
  readonly emblem: EmblemName
  readonly cards: number
  /** Of them known, and being learnt; see `Mastery`. */
  readonly known: number
  readonly learning: number
  /** Cards to review today and cards never answered, limits aside. */
  readonly due: number
  readonly new: number
  /** By question: how many follow-ups may hang on it in an interview. */
  readonly chains: readonly number[]
}

/** Where a course stands. */
export interface ReviewOverview {
  readonly course: string
  readonly title: Text
  readonly lang: Lang
  /** The shell's clock, in milliseconds since 1970, and the person's day by it (it begins at 04:00). */
  readonly at: number
  readonly day: string
  readonly cards: number
  readonly counts: DayCounts
  readonly streak: number
  /** The next day with something due, or null where nothing was ever answered. */
  readonly nextDue: { readonly day: string; readonly cards: number } | null
  readonly topics: readonly ReviewTopic[]
  /** What holds for the course, and what is set for all courses. */
  readonly params: Required<ReviewParams>
  readonly general: Required<ReviewParams>
  /** How long an answer to one of its cards takes as a rule, in milliseconds; null before one was measured. */
  readonly usualMs: number | null
  /** Cards that fade, went badly or lacked a point. */
  readonly weak: number
  readonly undo: ReviewSession['undo']
  /** What the person is to be told about the logs on disk. */
  readonly notices: readonly Text[]
}

/** Answers given on a day, and the time those of reviewing took in milliseconds. */
export interface DayOfWork {
  readonly day: string
  readonly reviews: number
  readonly ms: number
  /** Answers in mock interviews, taken over into reviewing or not; none of them is among `reviews`. */
  readonly mock: number
}

/** All mock interviews of a course together. */
export interface MockTotals {
  readonly interviews: number
  /** Questions that stood by themselves, and follow-ups. */
  readonly questions: number
  readonly followUps: number
  readonly ms: number
  /** The mean of their scores, 0 to 1; null where no points were checked. */
  readonly score: number | null
}

/**
 * The cards of a topic. Each is new (never answered), being learnt (the last answer that counted was *again*, or the
 * memory holds less than a week) or known; `held` counts those that are still known today with 90 % or more.
 */
export interface Mastery {
  /** The deck's name; null for the whole course. */
  readonly topic: string | null
  readonly cards: number
  readonly held: number
  readonly known: number
  readonly learning: number
  readonly new: number
}

export interface MissedPoint {
  readonly card: string
  readonly index: number
  readonly misses: number
  readonly halves: number
  readonly of: number
}

export interface Statistics {
  readonly today: DayCounts
  /** Days in a row on which something was reviewed; days with nothing due neither count nor break it. */
  readonly streak: number
  /** The last 26 weeks, today last. */
  readonly days: readonly DayOfWork[]
  /** The whole course first, then its topics. A card that two decks ask is in both. */
  readonly mastery: readonly Mastery[]
  /** Cards due on each of the next 14 days, today first, what is overdue in it; no answers foreseen. */
  readonly forecast: readonly { readonly day: string; readonly cards: number }[]
  /** Null where no interview was held. */
  readonly mock: MockTotals | null
  /** The points missed most, by share of the times they were checked; of what was checked once nothing is said. */
  readonly missedPoints: readonly MissedPoint[]
  /** Cards with more than one answer whose time was measured. */
  readonly cards: readonly { readonly card: string; readonly answers: number; readonly medianMs: number }[]
}

/** Statistics with the words for what they name by id. */
export interface ReviewStatistics {
  readonly statistics: Statistics
  readonly titles: Readonly<Record<string, string>>
  /** By card: the question and its key points, as text. */
  readonly questions: Readonly<Record<string, { readonly text: string; readonly points: readonly string[] }>>
}

/** A question in a mock interview. */
export interface MockQuestion {
  readonly card: string
  readonly after: string | null
  readonly question: Question
  readonly targetMs: number
}

export interface MockReport {
  readonly ms: number
  /** The mean of the questions whose points were checked, 0 to 1; null without any. */
  readonly score: number | null
  readonly questions: readonly {
    readonly card: string
    readonly after: string | null
    readonly score: number | null
    readonly ms: number
    readonly hints: number
    /** Indexes of the key points, counting from 0. */
    readonly missed: readonly number[]
    readonly halves: readonly number[]
  }[]
  readonly topics: readonly { readonly topic: string; readonly score: number | null; readonly questions: number }[]
}

/** A finished interview, as the log keeps it. */
export interface MockResult {
  /** The event's id. */
  readonly id: string
  readonly at: number
  readonly kind: 'practice' | 'real'
  readonly answers: readonly MockAnswer[]
  readonly report: MockReport
  readonly titles: ReviewStatistics['titles']
  readonly questions: ReviewStatistics['questions']
  /** Whether its answers were taken over into reviewing. */
  readonly adopted: boolean
}

/** A copy of all logs. */
export interface BackupEntry {
  readonly name: string
  readonly at: number
  readonly bytes: number
}

/** A file that was written where the person wanted it, or a link to fetch it by. */
export type HandedOut = { readonly file: string } | { readonly href: string }
