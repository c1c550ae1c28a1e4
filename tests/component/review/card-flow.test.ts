import * as v from 'valibot'
import { beforeEach, describe, expect, test } from 'vitest'
import { answerEntries } from '../../../src/contract/review.ts'
import { CardFlow, recallFirstMs } from '../../../src/renderer/review/card/card-flow.svelte.ts'
import { reviewCard } from './sample-card.ts'

const card = reviewCard(['하나', '둘'])

/** A card that appeared at 0 ms, with the answer recalled for so long. */
function recalled(ms: number, of = card): CardFlow {
  const flow = new CardFlow(of, 0)
  flow.tick(ms)
  return flow
}

beforeEach(() => sessionStorage.clear())

describe('the time of an answer', () => {
  test('ends when the answer is opened: checking it takes as long as it likes', () => {
    const flow = recalled(8_000)
    flow.reveal()
    flow.tick(60_000)
    flow.mark('hit')
    flow.tick(200_000)
    flow.mark('hit')
    expect(flow.answer('good')).toMatchObject({ ms: 8_000, points: ['hit', 'hit'] })
    // And so it is no slow answer, but one in less than half of the time.
    expect(flow.suggestion?.grade).toBe('easy')
  })

  test('of one given up ends there', () => {
    const flow = recalled(5_000)
    flow.giveUp()
    flow.tick(90_000)
    expect(flow.answer('again')).toMatchObject({ ms: 5_000, gaveUp: true, points: ['miss', 'miss'] })
  })

  test('goes on while it is still recalled, hints asked for or not', () => {
    const flow = recalled(5_000)
    flow.hint()
    flow.tick(15_000)
    flow.reveal()
    expect(flow.answer('hard')).toMatchObject({ ms: 15_000, hints: 1 })
  })

  test('goes on when opening is taken back, and ends anew', () => {
    const flow = recalled(5_000)
    flow.reveal()
    flow.tick(9_000)
    flow.undo()
    expect([flow.shown, flow.open]).toEqual([0, false])
    flow.tick(12_000)
    flow.reveal()
    flow.tick(50_000)
    expect(flow.answer('good').ms).toBe(12_000)
  })

  test('stays what it was over a reload, before opening and after', () => {
    recalled(5_000).hint()
    const again = new CardFlow(card, 1_000_000)
    again.tick(1_002_000)
    expect([again.hints, again.ms]).toEqual([1, 7_000])
    again.reveal()
    const third = new CardFlow(card, 5_000_000)
    third.tick(5_100_000)
    expect(third.shown).toBe(1)
    expect(third.answer('good').ms).toBe(7_000)
  })

  test('can be recorded, though the card stood open for days', () => {
    const flow = recalled(5_000)
    flow.tick(5 * 86_400_000)
    flow.reveal()
    expect(v.is(answerEntries.ms, flow.answer('good').ms)).toBe(true)
  })

  test('is never less than nothing, whatever the clock does', () => {
    const flow = recalled(5_000)
    flow.tick(-100)
    expect(flow.ms).toBe(0)
  })

  test('suggests hard where recalling it took more than twice what it should', () => {
    const flow = recalled(40_001)
    flow.reveal()
    flow.mark('hit')
    flow.mark('hit')
    expect(flow.suggestion).toMatchObject({ grade: 'hard', reasons: [{}, { code: 'slow', ms: 40_001 }] })
  })
})

describe('a card', () => {
  test('is recalled first: before that nothing is shown', () => {
    const flow = recalled(recallFirstMs - 1)
    expect(flow.recalling).toBe(true)
    flow.reveal()
    expect(flow.shown).toBe(0)
    flow.tick(recallFirstMs)
    expect(flow.recalling).toBe(false)
    flow.reveal()
    expect(flow.shown).toBe(1)
  })

  test('shows one point after the other and is open with the last', () => {
    const flow = recalled(5_000)
    flow.reveal()
    expect([flow.shown, flow.open, flow.complete, flow.focus]).toEqual([1, false, false, 0])
    flow.mark('half')
    expect([flow.shown, flow.open, flow.focus]).toEqual([2, true, 1])
    flow.mark('miss')
    expect([flow.complete, flow.marks]).toEqual([true, ['half', 'miss']])
    flow.mark('hit', 0)
    expect(flow.answer('good').points).toEqual(['hit', 'miss'])
    flow.undo()
    expect(flow.marks).toEqual(['half', 'miss'])
  })

  test('without points is open as soon as it is shown, and nothing is suggested', () => {
    const flow = recalled(5_000, reviewCard([]))
    flow.reveal()
    expect([flow.open, flow.shown, flow.complete]).toEqual([true, 0, true])
    expect(flow.suggestion?.grade).toBeNull()
    expect(flow.answer('good').points).toEqual([])
  })

  test('has no points in its answer unless all were checked', () => {
    const flow = recalled(5_000)
    flow.reveal()
    flow.mark('hit')
    expect(flow.suggestion).toBeNull()
    expect(flow.answer('good')).toMatchObject({ points: [], suggested: null })
  })

  test('takes no mark for a point that is not shown, nor the keys there', () => {
    const flow = recalled(5_000)
    flow.reveal()
    flow.mark('hit', 1)
    flow.moveTo(1)
    flow.moveTo(-1)
    expect([flow.marks, flow.focus]).toEqual([[null, null], 0])
  })

  test('gives a hint more than it has points, and none once something is shown', () => {
    const flow = recalled(5_000)
    for (let press = 0; press < 6; press += 1) flow.hint()
    expect(flow.hints).toBe(3)
    flow.reveal()
    flow.hint()
    flow.giveUp()
    expect([flow.hints, flow.gaveUp]).toEqual([3, false])
  })

  test('keeps what was typed, says so, and takes back one thing after the other', () => {
    const flow = recalled(5_000)
    expect(flow.canUndo).toBe(false)
    flow.type('커널을')
    expect(flow.answer('good').recall).toBe('typed')
    flow.by('said')
    expect(flow.answer('good').recall).toBe('said')
    flow.giveUp()
    flow.undo()
    expect([flow.gaveUp, flow.open, flow.marks, flow.typed]).toEqual([false, false, [null, null], '커널을'])
    expect(flow.canUndo).toBe(false)
    flow.undo()
    expect(flow.typed).toBe('커널을')
  })

  test('forgets what a reload would bring back once it is over, and what belongs to another card', () => {
    const flow = recalled(5_000)
    flow.giveUp()
    expect(new CardFlow(reviewCard(['하나', '둘'], 'docker/q-b'), 0).open).toBe(false)
    // The question was written anew meanwhile.
    expect(new CardFlow(reviewCard(['하나', '둘', '셋']), 0).open).toBe(false)
    expect(new CardFlow(card, 0).open).toBe(true)
    flow.end()
    expect(new CardFlow(card, 0).open).toBe(false)
    sessionStorage.setItem('lectern-card', '{"broken')
    expect(new CardFlow(card, 0).open).toBe(false)
  })
})
