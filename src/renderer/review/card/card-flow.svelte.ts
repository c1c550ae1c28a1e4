import { recordedMs, type Grade, type Mark, type ReviewCard } from '../../../contract/review.ts'
import { suggestGrade, type Suggestion } from '../../../core/review/index.ts'

/** So long the answer is recalled before anything can be shown, in milliseconds. */
export const recallFirstMs = 3_000

/** What of a card under review would be lost with its window. */
interface Draft {
  readonly card: string
  /** How many key points are shown. */
  readonly shown: number
  /** The answer is open: all points are shown, or there are none. */
  readonly open: boolean
  readonly marks: readonly (Mark | null)[]
  readonly focus: number
  readonly hints: number
  readonly sawPicture: boolean
  readonly gaveUp: boolean
  readonly recall: 'said' | 'typed'
  readonly typed: string
  /** Milliseconds since the card appeared. */
  readonly ms: number
}

const key = 'lectern-card'
/** Cards that were answered, as they were then; the newest last. */
const answeredKey = 'lectern-cards-answered'
const mostAnswered = 30

function stored(name: string): unknown {
  try {
    // What is not there is read as null.
    return JSON.parse(String(sessionStorage.getItem(name)))
  } catch {
    return null
  }
}
const draftsAnswered = (): readonly (Partial<Draft> | null)[] => {
  const drafts = stored(answeredKey)
  return Array.isArray(drafts) ? (drafts as readonly Partial<Draft>[]) : []
}

/** After the answer to a card was taken back: it comes with the points as they were marked. */
export function bringBack(card: string): void {
  const drafts = draftsAnswered()
  const at = drafts.findLastIndex((draft) => draft?.card === card)
  if (at < 0) return
  sessionStorage.setItem(key, JSON.stringify(drafts[at]))
  sessionStorage.setItem(answeredKey, JSON.stringify(drafts.slice(0, at)))
}

const isDraft = (value: unknown, card: ReviewCard): value is Draft => {
  const draft = value as Partial<Draft> | null
  return (
    typeof draft === 'object' &&
    draft?.card === card.card &&
    Array.isArray(draft.marks) &&
    draft.marks.length === card.question.keyPoints.length &&
    typeof draft.ms === 'number'
  )
}

/** One card from its question to its grade: what is shown, checked and hinted at. Survives a reload. */
export class CardFlow {
  readonly card: ReviewCard
  shown = $state(0)
  open = $state(false)
  marks: readonly (Mark | null)[] = $state.raw([])
  /** The key point that the keys mark. */
  focus = $state(0)
  /** 1: the number of points was told; each one more tells how the next point begins. */
  hints = $state(0)
  /** The picture was looked at before the answer was shown: one more hint. */
  sawPicture = $state(false)
  gaveUp = $state(false)
  recall: 'said' | 'typed' = $state('said')
  typed = $state('')
  /** Milliseconds since the card appeared; counted on by `tick`. */
  ms = $state(0)
  #startedAt: number
  /** What to go back to, the newest last. */
  #before: readonly Omit<Draft, 'card' | 'ms' | 'sawPicture'>[] = $state.raw([])

  constructor(card: ReviewCard, now = performance.now()) {
    this.card = card
    this.#startedAt = now
    this.marks = card.question.keyPoints.map(() => null)
    this.#take(now)
  }

  readonly points = $derived.by(() => this.card.question.keyPoints.length)
  /** Nothing can be shown yet: first comes the recall. */
  readonly recalling = $derived(this.ms < recallFirstMs && this.shown === 0 && !this.open)
  /** Whole seconds until something can be shown; 0 from then on. */
  readonly secondsLeft = $derived.by(() => (this.recalling ? Math.ceil((recallFirstMs - this.ms) / 1000) : 0))
  /** How long the answer took, or takes. */
  readonly answerMs = $derived.by(() => this.#doneMs ?? this.ms)
  readonly helps = $derived.by(() => this.hints + (this.sawPicture ? 1 : 0))
  readonly complete = $derived(this.open && !this.marks.includes(null))
  readonly canUndo = $derived(this.#before.length > 0)

  /** The grade that the points suggest; null before all of them are checked. */
  readonly suggestion: Suggestion | null = $derived.by(() => {
    if (!this.complete) return null
    const { question, targetMs, reviews } = this.card
    return suggestGrade({
      points: this.marks.filter((mark) => mark !== null),
      core: question.keyPoints.map(({ core }) => core),
      gaveUp: this.gaveUp,
      hints: this.helps,
      ms: this.answerMs,
      targetMs,
      reviews,
    })
  })
  /** When the answer was opened: checking it is not part of answering. */
  #doneMs: number | null = $state(null)

  tick(now = performance.now()): void {
    this.ms = Math.max(0, now - this.#startedAt)
  }

  /** Shows the next key point, or the answer where there is none left. */
  reveal(): void {
    if (this.recalling || this.open) return
    this.#keep()
    this.#doneMs ??= this.ms
    if (this.shown < this.points) this.shown += 1
    if (this.shown === this.points) this.open = true
    // The keys stay with the first point that is not checked yet.
    this.focus = this.#firstOpen() ?? this.focus
    this.#save()
  }

  /** Marks a point, that which the keys are at unless given, and goes on: to the next unchecked one, showing it if need be. */
  mark(mark: Mark, point = this.focus): void {
    if (point >= this.shown) return
    this.#keep()
    this.focus = point
    this.marks = this.marks.map((one, index) => (index === this.focus ? mark : one))
    if (this.#firstOpen() === null && !this.open) {
      this.shown += 1
      if (this.shown === this.points) this.open = true
    }
    this.focus = this.#firstOpen() ?? this.focus
    this.#save()
  }

  moveTo(point: number): void {
    if (point >= 0 && point < this.shown) this.focus = point
  }

  hint(): void {
    if (this.recalling || this.shown > 0 || this.open || this.hints > this.points) return
    this.#keep()
    this.hints += 1
    this.#save()
  }

  /** The picture is looked at: a hint as well, as long as nothing of the answer is shown. */
  seePicture(): void {
    if (this.shown > 0 || this.open || this.sawPicture) return
    this.sawPicture = true
    this.#save()
  }

  /** "모르겠어요": everything is shown, and all of it counts as missed until it is marked otherwise. */
  giveUp(): void {
    if (this.shown > 0 || this.open) return
    this.#keep()
    this.#doneMs ??= this.ms
    this.gaveUp = true
    this.shown = this.points
    this.open = true
    this.marks = this.marks.map(() => 'miss')
    this.#save()
  }

  type(typed: string): void {
    this.recall = 'typed'
    this.typed = typed
    this.#save()
  }
  /** Answers aloud, or by typing. */
  by(recall: 'said' | 'typed'): void {
    this.recall = recall
    this.#save()
  }

  /** Takes back what was done last with this card. */
  undo(): void {
    const before = this.#before.at(-1)
    if (!before) return
    this.#before = this.#before.slice(0, -1)
    Object.assign(this, before)
    if (!this.open && this.shown === 0) this.#doneMs = null
    this.#save()
  }

  /** The answer as the log keeps it. */
  answer(grade: Grade) {
    const { marks, suggestion, helps, gaveUp, recall } = this
    const points = marks.filter((mark) => mark !== null)
    return {
      card: this.card.card,
      grade,
      suggested: suggestion?.grade ?? null,
      points: points.length === marks.length ? points : [],
      ms: recordedMs(this.answerMs),
      hints: helps,
      gaveUp,
      recall,
    }
  }

  /** The answer is recorded: a reload brings back the next card, and only undo this one. */
  end(): void {
    sessionStorage.setItem(answeredKey, JSON.stringify([...draftsAnswered(), this.#draft].slice(-mostAnswered)))
    sessionStorage.removeItem(key)
  }

  #firstOpen(): number | null {
    const index = this.marks.findIndex((mark, at) => mark === null && at < this.shown)
    return index < 0 ? null : index
  }
  #keep(): void {
    const { shown, open, marks, focus, hints, gaveUp, recall, typed } = this
    this.#before = [...this.#before, { shown, open, marks, focus, hints, gaveUp, recall, typed }]
  }
  get #draft(): Draft {
    const { shown, open, marks, focus, hints, sawPicture, gaveUp, recall, typed } = this
    const { answerMs: ms, card } = this
    return { card: card.card, shown, open, marks, focus, hints, sawPicture, gaveUp, recall, typed, ms }
  }
  #save(): void {
    sessionStorage.setItem(key, JSON.stringify(this.#draft))
  }
  #take(now: number): void {
    const draft = stored(key)
    if (!isDraft(draft, this.card)) return
    const { shown, open, marks, focus, hints, sawPicture, gaveUp, recall, typed, ms } = draft
    Object.assign(this, { shown, open, marks, focus, hints, sawPicture, gaveUp, recall, typed, ms })
    this.#startedAt = now - ms
    if (shown > 0 || open) this.#doneMs = ms
  }
}
