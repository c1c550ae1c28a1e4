/**
 * What an examiner found wrong or clumsy in the words of the pictures of images and of registries. How a push asks is
 * daemon/internal/distribution/push_v2.go of moby/moby (a digest that is known is looked for by HEAD, then mounted, then
 * uploaded; an unknown one is uploaded at once), where a login is kept docs/reference/commandline/login.md of docker/cli,
 * what `rm -v` takes container_rm.md there; read on 2026-11-30.
 */
import { describe, expect, it } from 'vitest'
import { langs, type Lang, type Text } from '../../../src/contract/deck.ts'
import { BEFORE, frameAt, type Scene, type SceneStep } from '../../../src/core/diagram/scene.ts'
import { hubPushPull } from '../../../src/core/scenes/hub-push-pull/index.ts'
import { imageLayers } from '../../../src/core/scenes/image-layers/index.ts'
import { disk, manifests } from '../../../src/core/scenes/image-layers/recorded.ts'
import { cornersAt, textsOf, words } from '../diagram/inspect.ts'
import { view } from '../diagram/rough.ts'

const scenes = [imageLayers, hubPushPull]

function stepOf(id: string): SceneStep {
  const step = scenes.flatMap(({ steps }) => steps).find((one) => one.id === id)
  if (!step) throw new Error(`no step ${id}`)
  return step
}

function predictionOf(id: string): NonNullable<SceneStep['predict']> {
  const { predict } = stepOf(id)
  if (!predict) throw new Error(`${id} asks nothing`)
  return predict
}

/** Everything a person reads of a step but what was typed and printed: beside the picture, and on it at all knobs. */
function saidIn(scene: Scene, { id, title, caption, myth, foot, predict }: SceneStep, lang: Lang): string[] {
  const asked = predict ? [predict.question, predict.because, ...predict.choices] : []
  const knobs = scene.knobs.filter(({ steps }) => steps.includes(id))
  const labels = knobs.flatMap(({ label, choices = [] }) => [label, ...choices.map((choice) => choice.label)])
  const beside = [title, caption, myth, foot, ...asked, ...labels].map((text: Text) => text[lang])
  const drawn = cornersAt(scene, id).flatMap((corner) => {
    const marks = frameAt(scene, id, corner, view(lang)).marks.filter(({ kind }) => kind !== 'terminal')
    return words(marks, () => 0).map(({ text }) => text)
  })
  return [...beside, ...new Set(drawn)]
}

const every = langs.flatMap((lang) =>
  scenes.flatMap((scene) => scene.steps.map((step) => ({ lang, id: step.id, said: saidIn(scene, step, lang) }))),
)

/** Which of these patterns stands where, of all that is said in a language. */
const found = (lang: Lang, patterns: readonly RegExp[]): string[] =>
  every
    .filter((one) => one.lang === lang)
    .flatMap(({ id, said }) =>
      said.flatMap((text) => patterns.filter((pattern) => pattern.test(text)).map((p) => `${id} ${p.source}: ${text}`)),
    )

describe('corrected', () => {
  it('HP-8: known layers are asked for, others are not', () => {
    const { caption } = stepOf('HP-8')
    expect(caption.ko).toMatch(
      /주고받은 적 있는 레이어는 \*\*HEAD로 먼저 묻습니다.*\n주고받은 적 없는 레이어는 묻지 않고/,
    )
    expect(caption.en).toMatch(/known layer is \*\*asked for by HEAD.*\n.*never pushed or pulled.*without asking/)
    expect([...Object.values(caption)].join()).not.toMatch(/레이어마다|For each layer/)
  })

  it('IL-1: offers no more lines than it asks about', () => {
    const { question, choices, answer } = predictionOf('IL-1')
    expect(question.ko).toContain('네 줄')
    expect(question.en).toContain('four lines')
    expect(choices.map(({ ko }) => ko)).toEqual(['두 줄', '세 줄', '네 줄'])
    expect(answer).toBe(0)
  })

  it('HP-2: speaks of credential stores, which are no repositories', () => {
    expect(found('ko', [/(?<!자격 증명 )저장소/]).filter((line) => line.startsWith('HP-2 '))).toEqual([])
    expect(stepOf('HP-2').title.ko).toContain('자격 증명 저장소')
    expect(stepOf('HP-2').title.en).toContain('credential store')
  })

  it('IL-4, IL-10: reads as if it were written in English first', () => {
    expect(stepOf('IL-4').caption.en).toContain('one manifest per platform')
    expect(stepOf('IL-10').caption.en).toContain('Still, it is not a backup: a single `docker volume rm` deletes it.')
    const clumsy = [/\ba platform\b/, /\bis no (?!request)\w/i, /What becomes of/, /\bhere already\b/, /\bfolders?\b/]
    expect(found('en', clumsy)).toEqual([])
  })

  it('keeps to the words that Koreans use of these things', () => {
    const clumsy = [/부탁/, /나눠|나눕|나누/, /함께 쓴/, /용량으로 막/, /폴더/, /냈는지/, /빌려/, /처리기/]
    expect(found('ko', clumsy)).toEqual([])
  })

  it('writes a size with a space before its unit, wherever it is not what docker printed', () => {
    const printed = /^web 25B/
    for (const lang of langs)
      expect(found(lang, [/\d(?:[kMG]i?B|ms)\b/]).filter((line) => !printed.test(line.replace(/^.*?: /, '')))).toEqual(
        [],
      )
    expect([disk.each, disk.total]).toEqual(['2.07 MB', '2.07 MB'])
  })

  it('says in its foot that it is recorded and what is not, and leaves the rest to the panel of events', () => {
    for (const scene of scenes) {
      const traces = (scene.digests ?? []).map(({ of }) => of.replace(/^.*\//, ''))
      for (const { id, foot } of scene.steps) {
        expect([id, foot.ko]).toEqual([id, expect.stringMatching(/^기록( ·|$)/)])
        expect([id, foot.en]).toEqual([id, expect.stringMatching(/^Recorded( ·| on|$)/)])
        for (const lang of langs) {
          expect([id, traces.filter((name) => foot[lang].includes(name))]).toEqual([id, []])
          expect([id, /\d\.\d|BuildKit|overlay2/.exec(foot[lang])]).toEqual([id, null])
        }
      }
    }
  })
})

describe('a question', () => {
  const asking = scenes.flatMap((scene) =>
    scene.steps.flatMap((step, i) => (step.predict ? [{ scene, step, i, predict: step.predict }] : [])),
  )

  it.each(asking.map((one) => ({ ...one, id: one.step.id })))(
    '$id: is not answered by what is seen as it is asked',
    (one) => {
      const { scene, step, i, predict } = one
      const before = scene.steps[i - 1]
      const shown = i === 0 ? BEFORE : i - 1
      for (const lang of langs) {
        const answer = predict.choices[predict.answer]?.[lang] ?? ''
        const seen = [
          step.title[lang],
          ...(before ? [before.title[lang], before.caption[lang]] : []),
          ...textsOf(frameAt(scene, shown, {}, view(lang))),
        ]
        // A number or word by itself is found in much that has nothing to do with it.
        const tells = (text: string): boolean => (answer.length < 4 ? text === answer : text.includes(answer))
        expect(seen.filter(tells)).toEqual([])
        // Nor does a choice say why it is the right one.
        expect(answer).not.toMatch(/없는 것만|missing/)
      }
    },
  )

  it('IL-5: is about as many layers as the recorded manifests do not share', () => {
    const has = new Set(manifests.a.layers.map(({ digest }) => digest))
    const own = manifests.b.layers.filter(({ digest }) => !has.has(digest)).length
    const { choices, answer, question } = predictionOf('IL-5')
    expect([own, choices[answer]?.ko]).toEqual([1, '한 장'])
    expect([manifests.b.layers.length, question.ko]).toEqual([3, expect.stringContaining('세 장')])
  })
})
