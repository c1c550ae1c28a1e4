import type { Lang, Text } from '../../contract/deck.ts'
import type { Digest, EventRef } from '../traces/digest.ts'
import { inlinePlain } from './inline.ts'
import type { Frame } from './mark.ts'
import type { View } from './look.ts'
import { Pen } from './pen.ts'

/** A question that a step asks before it shows the answer. */
export interface Prediction {
  readonly question: Text
  /** Two to four. */
  readonly choices: readonly Text[]
  /** Which choice is right, counted from 0. */
  readonly answer: number
  /** Why it is, in a sentence. */
  readonly because: Text
}

/** One press of "next" in a picture. Title, caption, myth and foot may hold `**bold**`, `` `code` `` and line breaks. */
export interface SceneStep {
  readonly id: string
  readonly title: Text
  readonly caption: Text
  /** The misconception that the step clears up. */
  readonly myth: Text
  /** Where its numbers come from and under which conditions. */
  readonly foot: Text
  readonly predict?: Prediction
  /** The recorded events that the step shows, in the order in which they happened. */
  readonly events?: readonly EventRef[]
}

/**
 * Something to turn and see what happens. Its value is a number; the kinds give numbers a meaning: of a `choice` each is one
 * choice, of a `set` it is the sum of the choices that are in it, each a power of two.
 */
export interface Knob {
  readonly id: string
  readonly label: Text
  readonly kind: 'range' | 'choice' | 'switch' | 'set'
  readonly min: number
  readonly max: number
  readonly step: number
  /** Where it stands before anyone turns it. */
  readonly value: number
  readonly unit: Text
  readonly choices?: readonly { readonly value: number; readonly label: Text }[]
  /** Ids of the steps in which it acts. */
  readonly steps: readonly string[]
}

export type Knobs = Readonly<Record<string, number>>

export interface Scene {
  readonly id: string
  readonly title: Text
  readonly steps: readonly SceneStep[]
  readonly knobs: readonly Knob[]
  /** The recordings that the scene is drawn from. */
  readonly digests?: readonly Digest[]
  /** Draws a step (counted from 0; `BEFORE`: the scene before any) with the pen. Every knob has a value within its bounds. */
  draw(step: number, knobs: Knobs, pen: Pen): void
}

/** A scene as it is written: a start, what each step changes, and one layout for every state. */
interface Script<S> extends Omit<Scene, 'draw' | 'steps'> {
  readonly start: S
  readonly steps: readonly (SceneStep & { readonly change: Partial<S> })[]
  /** `knob` gives where a knob stands. */
  layout(state: S, knob: (id: string) => number, pen: Pen): void
}

/** All changes up to a step, so that no step depends on another having been shown. */
export const stateAt = <S>({ start, steps }: Pick<Script<S>, 'start' | 'steps'>, step: number): S =>
  steps.slice(0, step + 1).reduce((state, { change }) => ({ ...state, ...change }), start)

export const defineScene = <S>(script: Script<S>): Scene => ({
  id: script.id,
  title: script.title,
  steps: script.steps,
  knobs: script.knobs,
  digests: script.digests ?? [],
  draw: (step, knobs, pen) => {
    const knob = (id: string): number => {
      const value = knobs[id]
      if (value === undefined) throw new RangeError(`${script.id} has no knob ${id}`)
      return value
    }
    script.layout(stateAt(script, step), knob, pen)
  },
})

export const knobDefaults = (scene: Scene): Knobs =>
  Object.fromEntries(scene.knobs.map((knob) => [knob.id, knob.value]))

/** The given settings brought onto the knobs' own scales; what is not given stands at its default. */
export const settled = (scene: Scene, knobs: Knobs): Knobs =>
  Object.fromEntries(scene.knobs.map((knob) => [knob.id, notchOf(knob, Number(knobs[knob.id]))]))

/** The notch of a knob's scale that is next to a value; where it stands by itself if that is no number. */
export function notchOf({ min, max, step, value }: Knob, wanted: number): number {
  const notch = min + Math.round((wanted - min) / step) * step
  return Number.isFinite(notch) ? Math.min(max, Math.max(min, notch)) : value
}

/** Where a scene stands before its first step: so it is seen where that step asks first. */
export const BEFORE = -1

/** Where a step stands in its scene, counted from 0; throws a RangeError where there is no such step. */
export function stepIndex(scene: Scene, step: number | string): number {
  if (step === BEFORE) return BEFORE
  const index = typeof step === 'number' ? step : scene.steps.findIndex(({ id }) => id === step)
  if (!scene.steps[index]) throw new RangeError(`${scene.id} has no step ${step}`)
  return index
}

/** The picture of a step (by index or id): the same arguments always give the same frame. */
export function frameAt(scene: Scene, step: number | string, knobs: Knobs, view: View): Frame {
  const pen = new Pen(view)
  scene.draw(stepIndex(scene, step), settled(scene, knobs), pen)
  const { marks, flights, leaves, links, handles } = pen
  return { width: view.width, height: view.height, marks, flights, leaves, links, handles }
}

/** What a step shows, in words: its title, which step of how many, its caption; before all steps the scene's title. */
export function describeStep(scene: Scene, step: number | string, lang: Lang): string {
  const index = stepIndex(scene, step)
  if (index === BEFORE) return inlinePlain(scene.title[lang])
  const total = scene.steps.length
  const { title, caption } = scene.steps[index] ?? { title: scene.title, caption: scene.title }
  const place = lang === 'ko' ? `${total}단계 중 ${index + 1}단계` : `step ${index + 1} of ${total}`
  return `${inlinePlain(title[lang])} (${place}). ${inlinePlain(caption[lang])}`
}
