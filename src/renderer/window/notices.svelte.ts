/** Short messages to the person: news goes by itself, trouble stays until it is dismissed. */
import type { Problem, Text } from '../../contract/deck.ts'
import { failureOf } from './failure-of.ts'

export interface NoticeAction {
  readonly label: Text
  readonly run: () => void
}

export interface Notice {
  readonly id: symbol
  readonly kind: 'news' | 'trouble'
  readonly text: Text
  readonly problems: readonly Problem[]
  readonly action: NoticeAction | null
}

const newsMs = 6_000

class Notices {
  list: readonly Notice[] = $state.raw([])
  /** What this window could not do last, also once it was dismissed. */
  lastTrouble: Text | null = $state.raw(null)

  /** Says that something went as asked; goes away after some seconds. */
  tell(text: Text): void {
    const id = this.#add({ kind: 'news', text, problems: [], action: null })
    setTimeout(() => this.dismiss(id), newsMs)
  }

  /** Shows why a request could not be met, and what may be done about it; says nothing where the person cancelled it. */
  fail(error: unknown, action: NoticeAction | null = null): void {
    const { code, message, problems = [] } = failureOf(error)
    if (code === 'cancelled') return
    this.lastTrouble = message
    this.#add({ kind: 'trouble', text: message, problems, action })
  }

  dismiss(id: symbol): void {
    this.list = this.list.filter((notice) => notice.id !== id)
  }

  #add(notice: Omit<Notice, 'id'>): symbol {
    const id = Symbol()
    // The same thing twice is said once.
    const others = this.list.filter(({ text }) => text.en !== notice.text.en)
    this.list = [...others, { id, ...notice }]
    return id
  }
}

export const notices = new Notices()
