import type { Lang } from '../../../contract/deck.ts'
import type { Failure } from '../../../contract/failure.ts'
import type { MockQuestion, MockResult } from '../../../contract/review-view.ts'
import type { Mark, MockAnswer } from '../../../contract/review.ts'
import { failureOf } from '../../window/failure-of.ts'
import { notices } from '../../window/notices.svelte.ts'
import { ask, shell } from '../../shell.ts'
import { dropDraft, keepDraft, readDraft } from './interview-draft.ts'
import * as held from './interview.ts'

/** How often the clock is read, in milliseconds: often enough that no second is skipped. */
const tickMs = 500

const isSame = (a: readonly MockAnswer[], b: readonly MockAnswer[]): boolean =>
  a.length === b.length &&
  a.every((one, index) => {
    const other = b[index]
    return one.card === other?.card && one.ms === other.ms && one.points.join() === other.points.join()
  })

/**
 * The mock interviews of a course: the one that is being held, those that were, and the report that is open. What is
 * being held survives a reload and is forgotten only once it is on the disk, or given up.
 */
export class Mock {
  readonly course: string
  readonly #lang: () => Lang
  /** What is being held; null in between. */
  interview: held.Interview | null = $state.raw(null)
  /** The report that is open. */
  result: MockResult | null = $state.raw(null)
  /** Those held before, the newest first; null until they are read. */
  earlier: readonly MockResult[] | null = $state.raw(null)
  /** The shell is being asked; what would change the interview has to wait. */
  busy = $state(false)
  /** The clock is stopped. */
  #paused = false
  /** The topics had no question to ask. */
  isEmpty = $state(false)
  /** Why the interview could not be recorded. */
  failure: Failure | null = $state.raw(null)
  /** The key point that was moved to; null: the first that is not checked. */
  #moved: number | null = $state(null)
  #readAt = performance.now()

  /** @param lang the language of the questions of the next interview */
  constructor(course: string, lang: () => Lang) {
    this.course = course
    this.#lang = lang
    this.interview = readDraft(course)
  }

  readonly current = $derived(this.interview ? held.currentOf(this.interview) : null)
  readonly place = $derived(this.interview ? held.placeOf(this.interview) : null)
  readonly answered = $derived(this.interview ? held.answeredOf(this.interview) : 0)
  /** The key point that the keys mark, from 0; null where all are checked. */
  readonly point: number | null = $derived.by(() => {
    if (this.interview?.now.phase !== 'checking' || !this.current) return null
    if (this.#moved !== null) return this.#moved
    const first = this.current.marks.indexOf(null)
    return first < 0 ? null : first
  })

  /** Follows the log and the clock until the returned function is called. */
  start(): () => void {
    const stop = shell.listen('review:changed', () => void this.read())
    const timer = setInterval(() => this.tick(), tickMs)
    const leave = (): void => {
      this.tick()
      if (this.interview) keepDraft(this.interview)
    }
    window.addEventListener('pagehide', leave)
    void this.read()
    void this.record()
    return () => {
      stop()
      clearInterval(timer)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }

  /** Reads which interviews were held. */
  async read(): Promise<void> {
    try {
      this.earlier = await ask('review:mocks', { course: this.course, lang: this.#lang() })
      this.result = this.earlier.find(({ id }) => id === this.result?.id) ?? this.result
    } catch (error) {
      notices.fail(error)
    }
  }

  /** Counts the time since the last call for the question that is being answered. */
  tick(now = performance.now()): void {
    const passed = now - this.#readAt
    this.#readAt = now
    if (this.interview && !this.#paused && !this.busy) this.interview = held.passTime(this.interview, passed)
  }

  /** Stops the clock, or lets it go on. */
  pause(isPaused: boolean): void {
    this.tick()
    this.#paused = isPaused
  }

  /** Plans an interview and asks its first question. */
  async begin(kind: held.InterviewKind, count: 5 | 10, topics: readonly string[]): Promise<void> {
    const { course, busy } = this
    if (busy || this.interview) return
    const lang = this.#lang()
    const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
    await this.#whileBusy(async () => {
      const plan = await ask('review:plan', { course, lang, topics: [...topics], count, seed })
      const interview = held.beginInterview({ course, lang, kind }, plan)
      this.isEmpty = interview === null
      if (interview) this.#set(interview)
    })
  }

  /** Space and the main button: shows the points, or goes on once they are checked; a real interview just goes on. */
  async go(): Promise<void> {
    const { interview, current } = this
    if (!interview || !current || this.busy) return
    this.tick()
    if (interview.now.phase === 'done') await this.record()
    else if (interview.now.phase === 'answering' && interview.kind === 'practice') this.#change(held.showPoints)
    else if (interview.now.phase === 'answering' || held.isChecked(current)) await this.#goOn(interview)
  }

  hint(): void {
    this.#change(held.giveHint)
  }
  skip(): void {
    this.#change(held.skipChain)
  }
  undo(): void {
    this.failure = null
    this.#change(held.undone)
  }
  endEarly(): void {
    this.#change(held.endEarly)
  }

  /** Marks the point that the keys are at, or the given one. */
  mark(mark: Mark, point = this.point): void {
    if (point !== null) this.#change((interview) => held.markPoint(interview, point, mark))
  }
  moveTo(point: number): void {
    if (this.interview?.now.phase === 'checking' && this.current?.marks[point] !== undefined) this.#moved = point
  }
  /** To the point before or after; from behind the last one back to it. */
  moveBy(by: -1 | 1): void {
    this.moveTo((this.point ?? this.current?.marks.length ?? 0) + by)
  }

  /** Forgets the interview. */
  giveUp(): void {
    this.interview = null
    this.failure = null
    dropDraft(this.course)
  }

  /** Records an interview that is done, once, and opens its report. It stays where that fails. */
  async record(): Promise<void> {
    const { interview, course } = this
    if (interview?.now.phase !== 'done' || this.busy) return
    const { lang, kind, sent } = interview
    const answers = held.answersOf(interview)
    this.busy = true
    this.failure = null
    try {
      // Its answer may have been lost on the way the last time, with a reload for example.
      const known = sent ? await ask('review:mocks', { course, lang }) : []
      this.interview = { ...interview, sent: true }
      keepDraft(this.interview)
      this.result =
        known.find((one) => isSame(one.answers, answers)) ??
        (await ask('review:mock', { course, lang, kind, answers: [...answers] }))
      this.giveUp()
      void this.read()
    } catch (error) {
      this.failure = failureOf(error)
    } finally {
      this.busy = false
    }
  }

  /** Takes the answers of the open report over into reviewing. */
  async adopt(): Promise<void> {
    const { result, course, busy } = this
    if (!result || result.adopted || busy) return
    await this.#whileBusy(async () => {
      await ask('review:adopt', { course, lang: this.#lang(), mock: result.id })
      if (this.result?.id === result.id) this.result = { ...this.result, adopted: true }
    })
  }

  open(result: MockResult): void {
    this.result = result
  }
  close(): void {
    this.result = null
    this.isEmpty = false
  }

  async #goOn(interview: held.Interview): Promise<void> {
    const followUp = held.mayFollowUp(interview) ? await this.#followUp(interview) : null
    // It may have been given up meanwhile.
    if (this.interview?.now === interview.now) this.#change((now) => held.goOn(now, followUp))
  }

  /** What follows up; an interview goes on without where that cannot be told. */
  async #followUp({ lang, plan, now }: held.Interview): Promise<MockQuestion | null> {
    const { current, course } = this
    if (!current) return null
    let followUp: MockQuestion | null = null
    await this.#whileBusy(async () => {
      const asked = now.asked.map(({ card, after }) => ({ card, after }))
      const planned = [...plan, ...now.skipped]
      followUp = await ask('review:followUp', { course, lang, card: current.card, asked, planned })
    })
    return followUp
  }

  async #whileBusy(doing: () => Promise<void>): Promise<void> {
    this.busy = true
    try {
      await doing()
    } catch (error) {
      notices.fail(error)
    } finally {
      this.tick()
      this.busy = false
    }
  }

  #change(change: (interview: held.Interview) => held.Interview): void {
    this.tick()
    if (!this.interview || this.busy) return
    this.#set(change(this.interview))
  }
  #set(interview: held.Interview): void {
    const isMoved = interview.now !== this.interview?.now
    this.interview = interview
    if (isMoved) this.#moved = null
    keepDraft(interview)
    if (isMoved) void this.record()
  }
}
