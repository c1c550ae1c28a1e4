import { askedSteps } from '../../core/scenes/asks.ts'
import { scenes, type Scene, type SceneStep } from '../../core/scenes/index.ts'
import type { Answered, KnobValues } from '../../contract/talk.ts'

/** What the gallery, or the review of a question, shows: one scene at one step, and what was turned, chosen and opened there. */
export class Visit {
  scene: Scene = $state.raw(scenes[0] as Scene)
  /** From 1. */
  step = $state(1)
  asking = $state(false)
  /** How the step's question has been answered just now. */
  answered: Answered | null = $state.raw(null)
  held: number | null = $state(null)
  knobs: KnobValues = $state.raw({})
  /** Open at first where there is room for it beside the picture. */
  logOpen = $state(window.innerWidth >= 1400)
  event: string | null = $state(null)

  readonly shown: SceneStep = $derived(this.scene.steps[this.step - 1] as SceneStep)

  /** @param asks whether the first step asks before it answers, where it has something to ask */
  constructor(address: string, asks = false) {
    this.goTo(address, asks)
  }

  /** Goes to `#scene/step`, as an address keeps it; a step that is not there is the first, a scene the one shown. */
  goTo(address: string, asks = false): void {
    const [id, step] = address.replace(/^#/, '').split('/')
    const scene = scenes.find((each) => each.id === id)
    if (!scene) return
    this.scene = scene
    this.#arrive(
      Math.max(
        0,
        scene.steps.findIndex((each) => each.id === step),
      ) + 1,
      asks,
    )
  }

  get address(): string {
    return `#${this.scene.id}/${this.shown.id}`
  }

  showScene(scene: Scene): void {
    this.scene = scene
    this.#arrive(1, true)
  }

  /** Any step at once, its answer shown. */
  showStep(step: number): void {
    this.#arrive(Math.min(Math.max(step, 1), this.scene.steps.length), false)
  }

  next(): void {
    if (this.asking) this.answer(null)
    else if (this.step < this.scene.steps.length) this.#arrive(this.step + 1, true)
  }

  previous(): void {
    if (this.step > 1) this.#arrive(this.step - 1, false)
  }

  /** Goes on from the question to its answer, with the choice that was pressed if there was one. */
  answer(chosen: number | null): void {
    this.asking = false
    this.answered = { chosen }
  }

  turn(scene: string, knob: string, value: number): void {
    this.knobs = { ...this.knobs, [scene]: { ...this.knobs[scene], [knob]: value } }
  }

  openEvent(event: string | null): void {
    this.event = event
    if (event !== null) this.logOpen = true
  }

  #arrive(step: number, asks: boolean): void {
    const played = { id: this.scene.id, steps: this.scene.steps.map(({ id }) => id) }
    this.step = step
    this.asking = asks && askedSteps(played).includes(step)
    this.answered = null
    this.held = null
    this.event = null
  }
}
