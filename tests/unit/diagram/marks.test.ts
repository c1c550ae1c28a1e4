/**
 * Every step of every picture as text, a file a scene in `marks/`: each mark's kind, key, place, tone and words. What is
 * drawn otherwise than before shows as lines of a diff; look at the picture (`npm start -- --gallery`), and where it is
 * meant, `npx vitest run --project unit marks -u` writes the files anew.
 *
 * English says only the lines that differ from Korean. Moments of motions, turned knobs and other widths are a digest
 * each: all marks at all of them would be ten times as long, and what they say follows from the marks of the steps. So
 * are the rooms that words have, which tell where they break and shrink once they or their letters are wider, and what a
 * step says beside its picture, with the numbers in it and its events.
 */
import { expect, it } from 'vitest'
import { between } from '../../../src/core/diagram/between.ts'
import { langs, type Lang } from '../../../src/contract/deck.ts'
import type { Hand, View, Words } from '../../../src/core/diagram/look.ts'
import type { Frame } from '../../../src/core/diagram/mark.ts'
import { Pen } from '../../../src/core/diagram/pen.ts'
import { frameAt, settled, stepIndex, type Knobs, type Scene, type SceneStep } from '../../../src/core/diagram/scene.ts'
import { scenes } from '../../../src/core/scenes/index.ts'
import { cornersAt } from './inspect.ts'
import { cueText, digestOf, handleText, markText, tellingTheme } from './mark-text.ts'
import { view } from './rough.ts'

const moments = [0.1, 0.3, 0.5, 0.7, 0.9]

const viewIn = (lang: Lang, width?: number): View => ({ ...view(lang, width), theme: tellingTheme })

const linesOf = ({ marks, flights, leaves = {}, links, handles }: Frame): string[] => [
  ...marks.map((mark) => markText(mark, links[mark.key])),
  ...flights.map((flight) => `flight ${markText(flight, links[flight.key])}`),
  ...Object.entries(leaves).map(([key, cue]) => `${JSON.stringify(key)} leaves ${cueText(cue)}`),
  ...Object.entries(handles).map(([key, handle]) => `${JSON.stringify(key)} turns ${handleText(handle)}`),
]

/** A pen that also keeps in what room which words were to be set. */
class RoomPen extends Pen {
  readonly rooms: string[] = []

  override set(words: Words, width: number, hand: Hand = {}): ReturnType<Pen['set']> {
    const { size = 16, lines = 1 } = hand
    this.rooms.push(`${size} px, ${lines} lines, ${width.toFixed(2)} wide: ${this.t(words)}`)
    return super.set(words, width, hand)
  }
}

/** All lines of a picture, and the rooms of its words. */
function linesAt(scene: Scene, step: string, knobs: Knobs, view: View): readonly string[] {
  const pen = new RoomPen(view)
  scene.draw(stepIndex(scene, step), settled(scene, knobs), pen)
  const { marks, flights, leaves, links, handles } = pen
  return [...linesOf({ ...view, marks, flights, leaves, links, handles }), ...pen.rooms]
}

/** One digest of a step as wide as pictures get and as anything between, by turns in either language. */
function widthsText(scene: Scene, step: string): string {
  const widths = Array.from({ length: 35 }, (_, n) => 760 + 12 * n)
  return digestOf(widths.flatMap((width, n) => linesAt(scene, step, {}, viewIn(n % 2 === 0 ? 'ko' : 'en', width))))
}

/** What a step says beside its picture: a digest, and the numbers, which mostly are recorded ones. */
function wordsText({ title, caption, myth, foot, predict }: SceneStep, lang: Lang): string {
  const asked = predict === undefined ? [] : [predict.question, ...predict.choices, predict.because]
  const said = [title, caption, myth, foot, ...asked].map((words) => words[lang])
  const numbers = said.join(' ').match(/\d[\d.,]*\b/g) ?? []
  return [`# says in ${lang} ${digestOf([...said, String(predict?.answer)])}:`, ...numbers].join(' ')
}

/** Each knob that acts in a step at every one of its values, where they are few, else at both ends; the others as they stand. */
function knobsTurned({ knobs }: Scene, step: string): Knobs[] {
  return knobs
    .filter(({ steps }) => steps.includes(step))
    .flatMap(({ id, min, max, step: notch, value }) => {
      const count = (max - min) / notch
      const values = count <= 4 ? Array.from({ length: count + 1 }, (_, n) => min + n * notch) : [min, max]
      return values.filter((one) => one !== value).map((one) => ({ [id]: one }))
    })
}

/** One digest of the pictures of a step at all corners of its knobs together, in both languages. */
function cornersText(scene: Scene, step: string, width: number): string {
  const all = langs.flatMap((lang) =>
    cornersAt(scene, step).flatMap((knobs) => linesAt(scene, step, knobs, viewIn(lang, width))),
  )
  return `# ${width} px wide at all corners: ${digestOf(all)}`
}

function motionLines(from: Frame, to: Frame, flights: boolean): string {
  const at = between(from, to, flights)
  const digests = moments.map((t) => digestOf(linesOf({ ...at(t), flights: [], leaves: {} })))
  return [`${Math.round(at.ms)} ms`, ...digests].join(' ')
}

function textOf(scene: Scene): string {
  // Steps are headings of their own; what the knobs are called and offer is said once.
  const out = [JSON.stringify(scene.title), ...scene.knobs.map((knob) => JSON.stringify(knob)), '']
  scene.steps.forEach((step, n) => {
    const { id } = step
    const frames = { ko: frameAt(scene, id, {}, viewIn('ko')), en: frameAt(scene, id, {}, viewIn('en')) }
    const [ko, en] = [linesOf(frames.ko), linesOf(frames.en)]
    const shared = new Set(ko)
    const own = en.filter((line) => !shared.has(line))
    out.push(`## ${id}`, ...ko, `# in English ${digestOf(en)}, ${en.length - own.length} lines the same`, ...own)
    out.push(...langs.map((lang) => wordsText(step, lang)), `# of events ${(step.events ?? []).join(' ')}`)
    for (const width of [1168, 960, 760]) {
      const digests = langs.map((lang) => digestOf(linesAt(scene, id, {}, viewIn(lang, width))))
      out.push(`# ${width} px wide: ${digests.join(' ')}`)
    }
    for (const knobs of knobsTurned(scene, id)) {
      const [[name, value] = ['', 0]] = Object.entries(knobs)
      const digests = langs.map((lang) => digestOf(linesAt(scene, id, knobs, viewIn(lang))))
      out.push(`# ${name} at ${value}: ${digests.join(' ')}`)
    }
    out.push(`# from 760 to 1168 px: ${widthsText(scene, id)}`)
    const turns = scene.knobs.filter(({ steps }) => steps.includes(id)).length
    if (turns > 0) for (const width of [1168, 960, 760]) out.push(cornersText(scene, id, width))
    for (const lang of langs) {
      const to = frames[lang]
      const before = n === 0 ? { ...to, marks: [] } : frameAt(scene, n - 1, {}, viewIn(lang))
      out.push(`# ${lang} into it at ${moments.join(' ')}: ${motionLines(before, to, true)}`)
      if (n > 0) out.push(`# ${lang} back from it: ${motionLines(to, before, false)}`)
    }
    out.push('')
  })
  return out.join('\n')
}

it.each(scenes)('$id has the marks that it had, at every step and on the way', async (scene) => {
  await expect(textOf(scene)).toMatchFileSnapshot(`marks/${scene.id}.txt`)
})
