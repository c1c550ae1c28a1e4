/** A deck leafed through by itself: no talk begins, no clock runs, nothing is recorded. */
import type { DeckReading, DeckRef, Slide, SlideSource } from '../../contract/deck.ts'
import type { Failure } from '../../contract/failure.ts'
import type { KnobValues, Place } from '../../contract/talk.ts'
import { carry, firstPlace, lastPlace, outlineOf, slideFrom, stepFrom } from '../../core/talk/outline.ts'
import { ask, shell } from '../shell.ts'
import { failureOf } from '../window/failure-of.ts'

/** What can stand below a previewed slide. */
export const previewTabs = ['notes', 'questions', 'source'] as const
export type PreviewTab = (typeof previewTabs)[number]

const isSame = (a: DeckRef, b: DeckRef): boolean => a.course === b.course && a.name === b.name && a.lang === b.lang

export class Preview {
  reading: DeckReading | null = $state.raw(null)
  place: Place | null = $state.raw(null)
  knobs: KnobValues = $state.raw({})
  failure: Failure | null = $state.raw(null)
  readonly #ref: DeckRef
  #sources: { readonly of: DeckReading | null; readonly bySlide: Record<string, Promise<SlideSource>> } = {
    of: null,
    bySlide: {},
  }

  readonly slides: readonly Slide[] = $derived(this.reading?.deck.slides ?? [])
  readonly index: number = $derived(this.slides.findIndex(({ id }) => id === this.place?.slide))
  readonly slide: Slide | null = $derived(this.slides[this.index] ?? null)
  readonly #outline = $derived(outlineOf({ slides: this.slides }))

  constructor(ref: DeckRef) {
    this.#ref = ref
  }

  /** Reads the deck, and again whenever its file is saved, until the returned function is called. */
  start(): () => void {
    void this.#read()
    return shell.listen('deck:changed', ({ ref }) => {
      if (isSame(ref, this.#ref)) void this.#read()
    })
  }

  go(to: 'next' | 'previous' | 'nextSlide' | 'previousSlide' | 'first' | 'last'): void {
    const { place } = this
    if (place === null) return
    const outline = this.#outline
    const found = {
      next: () => stepFrom(outline, place, 'forward'),
      previous: () => stepFrom(outline, place, 'backward'),
      nextSlide: () => slideFrom(outline, place, 'forward'),
      previousSlide: () => slideFrom(outline, place, 'backward'),
      first: () => firstPlace(outline),
      last: () => lastPlace(outline),
    }[to]()
    this.place = found ?? place
  }

  show(slide: string): void {
    if (this.slides.some(({ id }) => id === slide)) this.place = { slide, step: 1 }
  }

  turn(scene: string, knob: string, value: number): void {
    this.knobs = { ...this.knobs, [scene]: { ...this.knobs[scene], [knob]: value } }
  }

  /** What the author wrote for a slide, asked for again once its file was saved. */
  sourceOf({ id }: Slide): Promise<SlideSource> {
    const { reading } = this
    if (this.#sources.of !== reading) this.#sources = { of: reading, bySlide: {} }
    return (this.#sources.bySlide[id] ??= ask('deck:source', { ref: this.#ref, slide: id }))
  }

  async #read(): Promise<void> {
    try {
      const reading = await ask('deck:read', { ref: this.#ref })
      const next = outlineOf(reading.deck)
      this.place = this.place === null ? firstPlace(next) : carry(this.place, this.#outline, next)
      this.reading = reading
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  }
}
