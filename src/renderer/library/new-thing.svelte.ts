/** What is being begun in the dialog, and what it would be on disk. */
import { templateNames, type NewPlan, type NewThing, type TemplateName } from '../../contract/beginning.ts'
import { langs, type Lang } from '../../contract/deck.ts'
import type { Failure } from '../../contract/failure.ts'
import type { CourseSummary } from '../../contract/library.ts'
import { ask } from '../shell.ts'
import { failureOf } from '../window/failure-of.ts'

export type NewKind = NewThing['what']

/** Typing is waited for so long before it is planned. */
const pauseMs = 120

export class Beginning {
  what: NewKind = $state('course')
  title = $state('')
  template: TemplateName = $state(templateNames[0])
  spoken: Lang | 'both' = $state('ko')
  /** Where a course is to lie; empty: among the person's documents. */
  parent = $state('')
  /** The course that a deck or question is for. */
  course = $state('')
  edit = $state(true)
  isMaking = $state(false)
  plan: NewPlan | null = $state.raw(null)
  failure: Failure | null = $state.raw(null)

  /** The courses to which something can be added. */
  readonly courses: readonly CourseSummary[]
  #planned = Symbol()

  constructor(courses: readonly CourseSummary[], what: NewKind, course: string | null, lang: Lang) {
    this.courses = courses.filter(({ bundled }) => !bundled)
    this.course = this.courses.find(({ id }) => id === course)?.id ?? this.courses[0]?.id ?? ''
    this.what = this.course === '' ? 'course' : what
    const decks = this.courses.find(({ id }) => id === this.course)?.decks ?? []
    const own = langs.filter((one) => decks.some(({ ref }) => ref.lang === one))
    this.spoken = this.what === 'course' || own.length !== 1 ? lang : (own[0] ?? lang)
  }

  /** What would be asked for; null while it has no title. */
  readonly thing: NewThing | null = $derived.by(() => {
    const title = this.title.trim()
    if (title === '') return null
    const languages: Lang[] = this.spoken === 'both' ? [...langs] : [this.spoken]
    const { what, template, course, parent } = this
    if (what === 'course') return { what, title, template, languages, parent: parent.trim() || null }
    if (what === 'deck') return { what, title, template, languages, course }
    return { what, title, languages, course }
  })

  /** Plans what stands there, once nothing has changed for a moment; gives back how to leave that. */
  follow(): () => void {
    const { thing } = this
    const mine = (this.#planned = Symbol())
    if (thing === null) {
      this.plan = null
      this.failure = null
      return () => undefined
    }
    const timer = setTimeout(() => void this.#look(thing, mine), pauseMs)
    return () => clearTimeout(timer)
  }

  async #look(thing: NewThing, mine: symbol): Promise<void> {
    try {
      const plan = await ask('new:plan', thing)
      if (mine !== this.#planned) return
      this.plan = plan
      this.failure = null
    } catch (error) {
      if (mine === this.#planned) this.failure = failureOf(error)
    }
  }
}
