/**
 * Eight made-up talks of two hundred intents each, changes of the deck among them: where each is after every tenth, and a
 * digest of all that its windows were told. Where it is meant to be otherwise, `npx vitest run --project unit walks -u`
 * writes the file anew.
 */
import { expect, test } from 'vitest'
import type { Intent } from '../../../src/contract/talk.ts'
import { reduce, snapshotOf, startTalk, type Outline, type TalkEvent } from '../../../src/core/talk/index.ts'
import { digestOfValue } from '../digest-of-value.ts'
import { Seeded } from '../seeded.ts'

const slideIds = ['a', 'b', 'c', 'd', 'e', 'f', 'gone'] as const
const plain = [
  'next',
  'next',
  'next',
  'previous',
  'nextSlide',
  'previousSlide',
  'first',
  'last',
  'back',
  'resetClock',
] as const
const switches = ['blackout', 'pauseClock', 'log'] as const

function intent(seeded: Seeded): Intent {
  if (seeded.isSo(0.6)) return { type: seeded.one(plain) }
  const asking = seeded.isSo(0.2) ? ({ asking: true } as const) : {}
  if (seeded.isSo(0.3))
    return { type: 'goTo', place: { slide: seeded.one(slideIds), step: seeded.count(1, 6), ...asking } }
  if (seeded.isSo(0.4)) return { type: seeded.one(switches), on: seeded.one([true, false, undefined]) }
  if (seeded.isSo(0.3)) return { type: 'scrub', share: seeded.one([null, 0, 0.5, 1]) }
  if (seeded.isSo(0.4)) return { type: 'openEvent', event: seeded.one([null, 'path#1']) }
  return { type: 'setKnob', scene: seeded.one(['vm', 'layers']), knob: 'count', value: seeded.count(0, 3) }
}

function outline(seeded: Seeded): Outline {
  const kept = slideIds.filter((id) => id !== 'gone' && seeded.isSo(0.8))
  const slides = kept.map((id) => ({
    id,
    steps: seeded.count(1, 4),
    ...(seeded.isSo(0.3) ? { asks: [seeded.count(1, 4)] } : {}),
  }))
  return { slides: slides.length > 0 || seeded.isSo(0.5) ? slides : [{ id: 'a', steps: 1 }] }
}

test('talks go where they went', async () => {
  const lines = Array.from({ length: 8 }, (_, n) => {
    const seeded = new Seeded(n + 1)
    const slides = slideIds
      .slice(0, 6)
      .map((id) => ({ id, steps: seeded.count(1, 4), asks: [1, 2].slice(seeded.count(0, 2)) }))
    const deck = { course: 'c', name: 'deck', lang: 'ko' } as const
    const place = n === 0 ? undefined : { slide: seeded.one(slideIds), step: seeded.count(1, 5) }
    let state = startTalk({ talkId: 't', deck, outline: { slides }, place })
    let at = 1_790_000_000_000
    const told = []
    const out = [`## from ${state.place.slide}:${state.place.step}`]
    for (let turn = 1; turn <= 200; turn += 1) {
      at += seeded.count(-50, 3000)
      const event: TalkEvent = seeded.isSo(0.04)
        ? { type: 'outline', outline: outline(seeded), at }
        : { ...intent(seeded), at }
      state = reduce(state, event)
      told.push([snapshotOf(state), state.history.length])
      const { slide, step, asking } = state.place
      if (turn % 10 === 0)
        out.push(
          `${turn}. ${slide}:${step}${asking ? ' asking' : ''} ${state.mode} ${state.revision} ${digestOfValue(told.splice(0))}`,
        )
    }
    return [...out, ''].join('\n')
  })
  await expect(lines.join('\n')).toMatchFileSnapshot('walks.txt')
})
