import { expect, test } from 'vitest'
import { inlinePlain } from '../../../src/core/diagram/inline.ts'
import { sceneOf } from '../../../src/core/scenes/index.ts'
import { spokenQuestion, spokenStep } from '../../../src/renderer/stage/spoken.ts'
import { deckOf } from './sample-deck.ts'

const slide = (id: string) => {
  const found = deckOf().slides.find((each) => each.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const sceneStep = (id: string) => sceneOf('vm-vs-container')?.steps.find((each) => each.id === id)

test('a step is told by what it brings, the first by nothing', () => {
  const said = [1, 2, 3].map((step) => spokenStep(slide('list'), step, 'ko'))
  expect(said).toEqual(['', '나르기: docker push', '실행하기: docker run'])
  expect(spokenStep(slide('cover'), 1, 'ko')).toBe('')
})

test('a picture is told by the caption of its step, in the language of the deck', () => {
  const caption = (lang: 'ko' | 'en') => inlinePlain(sceneStep('VC-3')?.caption[lang] ?? '')
  expect(caption('ko')).not.toBe('')
  expect(spokenStep(slide('stack'), 2, 'ko')).toBe(caption('ko'))
  expect(spokenStep(slide('stack'), 2, 'en')).toBe(caption('en'))
})

test('a question is told point by point, each once, and then its answer', () => {
  const asked = slide('say-it')
  const points = asked.question?.keyPoints.map(({ text }) => text) ?? []
  expect(points).toHaveLength(2)
  const said = Array.from({ length: asked.steps }, (_, index) => spokenStep(asked, index + 1, 'ko'))
  expect(said).toEqual(['', ...points, 'VM은 커널을 각자 갖고 컨테이너는 나눠 씁니다.'])
})

test('what a picture asks is told with its choices, by letters', () => {
  const asked = sceneStep('VC-5')?.predict
  const choices = asked?.choices.map((choice, index) => `${'ABCD'[index]}: ${inlinePlain(choice.ko)}`) ?? []
  expect(choices.length).toBeGreaterThan(1)
  expect(spokenQuestion(slide('beside'), 1, 'ko')).toBe([inlinePlain(asked?.question.ko ?? ''), ...choices].join(' '))
  expect(spokenQuestion(slide('stack'), 1, 'ko')).toBe('')
  expect(spokenQuestion(slide('list'), 1, 'ko')).toBe('')
})
