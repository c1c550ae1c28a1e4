/**
 * Every step of every picture as text, a file a scene in `marks/`: each mark's kind, key, place, tone and words. What is
 * drawn otherwise than before shows as lines of a diff; look at the picture (`npm start -- --gallery`), and where it is
 * meant, `npx vitest run --project unit marks -u` writes the files anew.
 *
 * English says only the lines that differ from Korean. Moments of motions, turned knobs and other widths are a digest
 * each: all marks at all of them would be ten times as long, and what they say follows from the marks of the steps.
 */
import { expect, it } from 'vitest'
import { between } from '../../../src/core/diagram/between.ts'
import type { Lang } from '../../../src/contract/deck.ts'
import type { View } from '../../../src/core/diagram/look.ts'
import type { Frame } from '../../../src/core/diagram/mark.ts'
import { frameAt, type Knobs, type Scene } from '../../../src/core/diagram/scene.ts'
import { scenes } from '../../../src/core/scenes/index.ts'
import { cornersAt } from './inspect.ts'
import { digestOf, markText, tellingTheme } from './mark-text.ts'
import { view } from './rough.ts'

const moments = [0.1, 0.3, 0.5, 0.7, 0.9]

const viewIn = (lang: Lang, width?: number): View => ({ ...view(lang, width), theme: tellingTheme })

const linesOf = ({ marks, flights, links }: Frame): string[] => [
  ...marks.map((mark) => markText(mark, links[mark.key])),
  ...flights.map((flight) => `flight ${markText(flight, links[flight.key])}`),
]

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
  const all = (['ko', 'en'] as const).flatMap((lang) =>
    cornersAt(scene, step).flatMap((knobs) => linesOf(frameAt(scene, step, knobs, viewIn(lang, width)))),
  )
  return `# ${width} px wide at all corners: ${digestOf(all)}`
}

function motionLines(from: Frame, to: Frame, flights: boolean): string {
  const at = between(from, to, flights)
  return moments.map((t) => digestOf(linesOf({ ...at(t), flights: [] }))).join(' ')
}

function textOf(scene: Scene): string {
  const out: string[] = []
  scene.steps.forEach(({ id }, n) => {
    const frames = { ko: frameAt(scene, id, {}, viewIn('ko')), en: frameAt(scene, id, {}, viewIn('en')) }
    const [ko, en] = [linesOf(frames.ko), linesOf(frames.en)]
    const shared = new Set(ko)
    const own = en.filter((line) => !shared.has(line))
    out.push(`## ${id}`, ...ko, `# in English ${digestOf(en)}, ${en.length - own.length} lines the same`, ...own)
    for (const width of [960, 760]) {
      const digests = (['ko', 'en'] as const).map((lang) =>
        digestOf(linesOf(frameAt(scene, id, {}, viewIn(lang, width)))),
      )
      out.push(`# ${width} px wide: ${digests.join(' ')}`)
    }
    for (const knobs of knobsTurned(scene, id)) {
      const [[name, value] = ['', 0]] = Object.entries(knobs)
      const digests = (['ko', 'en'] as const).map((lang) => digestOf(linesOf(frameAt(scene, id, knobs, viewIn(lang)))))
      out.push(`# ${name} at ${value}: ${digests.join(' ')}`)
    }
    const turns = scene.knobs.filter(({ steps }) => steps.includes(id)).length
    if (turns > 0) for (const width of [1168, 960, 760]) out.push(cornersText(scene, id, width))
    for (const lang of ['ko', 'en'] as const) {
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
