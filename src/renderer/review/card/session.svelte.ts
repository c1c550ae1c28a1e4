import type { Grade, ReviewScope, ReviewSession } from '../../../contract/review.ts'
import { notices } from '../../window/notices.svelte.ts'
import { Visit } from '../../picture/visit.svelte.ts'
import { ask, shell } from '../../shell.ts'
import { reviewWords } from '../../words/review.ts'
import { bringBack, CardFlow } from './card-flow.svelte.ts'

/** A review session as the window runs it: the card at hand, and what is asked of the shell. */
export class Session {
  readonly scope: ReviewScope
  state: ReviewSession | null = $state.raw(null)
  flow: CardFlow | null = $state.raw(null)
  /** The picture behind the card, while it is shown. */
  visit: Visit | null = $state.raw(null)
  /** A request is under way: a second answer to the same card must not be given. */
  busy = $state(false)

  constructor(scope: ReviewScope) {
    this.scope = scope
  }

  /** Reads the session and follows it until the returned function is called. */
  start(): () => void {
    void this.#ask(() => ask('review:session', { scope: this.scope }))
    const stop = shell.listen('review:changed', () => {
      // Another device may have answered the very card.
      if (!this.busy) void this.#ask(() => ask('review:session', { scope: this.scope }))
    })
    const timer = setInterval(() => this.flow?.tick(), 250)
    return () => {
      stop()
      clearInterval(timer)
    }
  }

  /** Records the grade and goes on once it is on the disk; the card stays as it is where it cannot be. */
  async grade(grade: Grade): Promise<void> {
    const { flow, scope } = this
    if (!flow?.complete || this.busy) return
    await this.#ask(async () => {
      const { points, ...answer } = flow.answer(grade)
      const state = await ask('review:answer', { scope, ...answer, points: [...points] })
      flow.end()
      return state
    })
  }

  /** Takes back the last thing: in the card at hand, else the last answer. */
  async undo(): Promise<void> {
    if (this.flow?.canUndo) {
      this.flow.undo()
      return
    }
    const what = this.state?.undo
    if (!what || this.busy) return
    const takeBack = async (): Promise<ReviewSession | null> => {
      const state = await ask('review:undo', { scope: this.scope })
      if (state?.card) bringBack(state.card.card)
      return state
    }
    if (!(await this.#ask(takeBack))) return
    const question = what.question ?? what.card ?? ''
    notices.tell({ ko: reviewWords.ko.undone(question), en: reviewWords.en.undone(question) })
  }

  async act(act: 'bury' | 'suspend' | 'reset'): Promise<void> {
    const card = this.flow?.card.card
    if (card === undefined || this.busy) return
    if (!(await this.#ask(() => ask('review:card', { scope: this.scope, card, act })))) return
    const said = { bury: 'buried', suspend: 'suspended', reset: 'wasReset' } as const
    notices.tell({ ko: reviewWords.ko[said[act]], en: reviewWords.en[said[act]] })
  }

  togglePicture(): void {
    const { flow } = this
    const picture = flow?.card.question.picture
    if (this.visit || !picture) this.visit = null
    else if (!flow.recalling) {
      flow.seePicture()
      this.visit = new Visit(`#${picture.scene}/${picture.step}`, true)
    }
  }

  /** Asks and takes the session that is answered; false where that failed, which is told. */
  async #ask(request: () => Promise<ReviewSession | null>): Promise<boolean> {
    this.busy = true
    try {
      const state = await request()
      if (state) this.#take(state)
      return true
    } catch (error) {
      notices.fail(error)
      return false
    } finally {
      this.busy = false
    }
  }

  #take(state: ReviewSession): void {
    const { card } = state
    const isSame = card?.card === this.flow?.card.card && state.done === this.state?.done
    this.state = state
    if (isSame) return
    this.visit = null
    this.flow = card && new CardFlow(card)
  }
}
