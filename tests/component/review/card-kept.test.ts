/** What a card under review keeps of itself: over a reload, after its answer, and for each step back. */
import { beforeEach, describe, expect, test } from 'vitest'
import { bringBack, CardFlow } from '../../../src/renderer/review/card/card-flow.svelte.ts'
import { reviewCard } from './sample-card.ts'

const card = reviewCard(['하나', '둘', '셋'])

/** All that a person sees of a card. */
const seen = (flow: CardFlow) => ({
  shown: flow.shown,
  open: flow.open,
  marks: flow.marks,
  focus: flow.focus,
  hints: flow.hints,
  sawPicture: flow.sawPicture,
  helps: flow.helps,
  gaveUp: flow.gaveUp,
  recall: flow.recall,
  typed: flow.typed,
  suggestion: flow.suggestion,
})
const untouched = {
  shown: 0,
  open: false,
  marks: [null, null, null],
  focus: 0,
  hints: 0,
  sawPicture: false,
  helps: 0,
  gaveUp: false,
  recall: 'said',
  typed: '',
  suggestion: null,
}

/** A card that appeared at 0 ms and was recalled for five seconds. */
function recalled(of = card): CardFlow {
  const flow = new CardFlow(of, 0)
  flow.tick(5_000)
  return flow
}
function checkAll(flow: CardFlow, mark: 'hit' | 'miss'): void {
  flow.marks.forEach((_, point) => {
    flow.mark(mark, point)
  })
}
/** Answers a card with one mark for all of its points, and is done with it. */
function answered(of = card, mark: 'hit' | 'miss' = 'hit'): void {
  const flow = recalled(of)
  flow.reveal()
  checkAll(flow, mark)
  flow.end()
}

beforeEach(() => sessionStorage.clear())

test('a new card is untouched, and looking at one keeps nothing', () => {
  const flow = recalled()
  expect(seen(flow)).toEqual(untouched)
  expect([flow.points, flow.canUndo, flow.complete]).toEqual([3, false, false])
  expect(sessionStorage).toHaveLength(0)
})

test.each<readonly [string, readonly ((flow: CardFlow) => void)[]]>([
  ['a hint', [(flow) => flow.hint()]],
  ['a look at the picture', [(flow) => flow.seePicture()]],
  ['a point that is shown', [(flow) => flow.reveal()]],
  ['a mark', [(flow) => flow.reveal(), (flow) => flow.mark('half')]],
  ['a mark that was changed', [(flow) => flow.reveal(), (flow) => flow.mark('half'), (flow) => flow.mark('hit', 0)]],
  ['all marks', [(flow) => flow.reveal(), (flow) => checkAll(flow, 'miss')]],
  ['giving up', [(flow) => flow.giveUp()]],
  ['what was typed', [(flow) => flow.type('커널')]],
  ['that it was said after all', [(flow) => flow.type('커널'), (flow) => flow.by('said')]],
  ['a step back', [(flow) => flow.hint(), (flow) => flow.hint(), (flow) => flow.undo()]],
])('a reload brings back %s', (_, acts) => {
  const flow = recalled()
  for (const act of acts) act(flow)
  expect(seen(flow)).not.toEqual(untouched)
  const again = new CardFlow(card, 100_000)
  expect(seen(again)).toEqual(seen(flow))
  expect(again.answerMs).toBe(5_000)
})

test('a reload lets the time of an open answer be, with points or without', () => {
  for (const of of [card, reviewCard([], 'docker/none')]) {
    recalled(of).reveal()
    const again = new CardFlow(of, 100_000)
    again.tick(190_000)
    expect([again.answer('good').ms, again.focus]).toEqual([5_000, 0])
  }
})

test('of a card that was touched but not opened the time goes on', () => {
  recalled().hint()
  const again = new CardFlow(card, 100_000)
  again.tick(101_000)
  expect(again.answerMs).toBe(6_000)
})

test.each([
  ['nothing', null],
  ['a number', 5],
  ['a list', []],
  ['another card', { card: 'docker/q-b', marks: [null, null, null], ms: 9_000 }],
  ['no marks', { card: card.card, ms: 9_000 }],
  ['marks that are none', { card: card.card, marks: 'mis', ms: 9_000 }],
  ['marks of fewer points', { card: card.card, marks: [null], ms: 9_000 }],
  ['no time', { card: card.card, marks: ['hit', 'hit', 'hit'], open: true }],
])('a draft that is %s is none', (_, draft) => {
  sessionStorage.setItem('lectern-card', JSON.stringify(draft))
  const flow = new CardFlow(card, 0)
  expect(seen(flow)).toEqual(untouched)
  expect(flow.answerMs).toBe(0)
})

describe('the seconds until something can be shown', () => {
  test('are told whole, the last one to its end', () => {
    const flow = new CardFlow(card, 0)
    const left = [0, 1, 1_000, 1_001, 2_000, 2_999, 3_000, 9_000].map((ms) => {
      flow.tick(ms)
      return flow.secondsLeft
    })
    expect(left).toEqual([3, 3, 2, 2, 1, 1, 0, 0])
  })

  test('are over for who gave up, for good', () => {
    const flow = new CardFlow(card, 0)
    flow.tick(1_000)
    flow.giveUp()
    expect([flow.recalling, flow.secondsLeft, flow.open, flow.shown]).toEqual([false, 0, true, 3])
    const none = new CardFlow(reviewCard([], 'docker/none'), 0)
    none.giveUp()
    expect([none.recalling, none.secondsLeft, none.open]).toEqual([false, 0, true])
  })

  test('hold hints back too', () => {
    const flow = new CardFlow(card, 0)
    flow.tick(2_999)
    flow.hint()
    expect(flow.hints).toBe(0)
  })
})

describe('help', () => {
  test('is each hint, and the picture once more', () => {
    const flow = recalled()
    flow.hint()
    flow.hint()
    flow.seePicture()
    flow.seePicture()
    expect(flow.helps).toBe(3)
    flow.reveal()
    checkAll(flow, 'hit')
    expect(flow.suggestion).toMatchObject({ grade: 'hard', reasons: [{}, { code: 'hints', hints: 3 }] })
    expect(flow.answer('hard').hints).toBe(3)
  })

  test('is none once an answer is to be seen', () => {
    const [half, none] = [recalled(), recalled(reviewCard([], 'docker/none'))]
    for (const flow of [half, none]) {
      flow.reveal()
      flow.seePicture()
      flow.hint()
      flow.giveUp()
      expect([flow.sawPicture, flow.hints, flow.gaveUp]).toEqual([false, 0, false])
    }
  })

  test('that was looked at stays so, whatever is taken back', () => {
    const flow = recalled()
    flow.hint()
    flow.seePicture()
    flow.undo()
    expect([flow.hints, flow.sawPicture]).toEqual([0, true])
  })
})

describe('the keys', () => {
  test('are at the first point that is not checked yet, of those that are shown', () => {
    const flow = recalled()
    flow.reveal()
    flow.reveal()
    expect([flow.shown, flow.focus]).toEqual([2, 0])
    flow.moveTo(1)
    expect(flow.focus).toBe(1)
    flow.mark('half')
    expect([flow.shown, flow.focus, flow.marks]).toEqual([2, 0, [null, 'half', null]])
    flow.mark('hit')
    expect([flow.shown, flow.focus, flow.open]).toEqual([3, 2, true])
    flow.mark('miss')
    expect([flow.focus, flow.complete]).toEqual([2, true])
  })

  test('stay with a point that was marked anew when all are checked, and reach the first again', () => {
    const flow = recalled()
    flow.reveal()
    checkAll(flow, 'hit')
    flow.mark('miss', 1)
    expect([flow.focus, flow.marks]).toEqual([1, ['hit', 'miss', 'hit']])
    flow.moveTo(0)
    expect(flow.focus).toBe(0)
    flow.moveTo(3)
    expect(flow.focus).toBe(0)
  })

  test('show no more of an answer that is open', () => {
    const flow = recalled()
    flow.giveUp()
    const before = seen(flow)
    flow.reveal()
    expect(seen(flow)).toEqual(before)
    flow.undo()
    expect(flow.canUndo).toBe(false)
  })
})

test('each step back is to what was before it, down to the first', () => {
  const flow = recalled()
  const states = [seen(flow)]
  const acts: readonly (() => void)[] = [
    () => flow.hint(),
    () => flow.reveal(),
    () => flow.mark('half'),
    () => flow.mark('miss'),
    () => flow.mark('hit'),
    () => flow.mark('half', 0),
  ]
  for (const act of acts) {
    act()
    states.push(seen(flow))
  }
  for (const before of states.slice(0, -1).reverse()) {
    expect(flow.canUndo).toBe(true)
    flow.undo()
    expect(seen(flow)).toEqual(before)
    expect(seen(new CardFlow(card, 0))).toEqual(before)
  }
  expect(flow.canUndo).toBe(false)
})

test('a mark that is taken back does not let the time go on', () => {
  const flow = recalled()
  flow.reveal()
  flow.mark('hit')
  flow.tick(60_000)
  flow.undo()
  flow.mark('half')
  expect(flow.answer('good').ms).toBe(5_000)
})

describe('after its answer is taken back', () => {
  const brought = (id = card.card) => {
    bringBack(id)
    return new CardFlow(reviewCard(['하나', '둘', '셋'], id), 100_000)
  }

  test('a card comes with its points as they were marked', () => {
    answered()
    const flow = brought()
    expect([flow.marks, flow.open, flow.complete, flow.answerMs]).toEqual([['hit', 'hit', 'hit'], true, true, 5_000])
  })

  test('it comes as it was answered last, then as it was before, then as new', () => {
    answered(card, 'miss')
    answered(reviewCard(['하나', '둘', '셋'], 'docker/q-b'))
    answered(card, 'hit')
    expect(brought().marks).toEqual(['hit', 'hit', 'hit'])
    sessionStorage.removeItem('lectern-card')
    expect(brought('docker/q-b').open).toBe(true)
    sessionStorage.removeItem('lectern-card')
    expect(brought().marks).toEqual(['miss', 'miss', 'miss'])
    sessionStorage.removeItem('lectern-card')
    expect(seen(brought())).toEqual(untouched)
  })

  test('one that was never answered here leaves the card at hand as it is', () => {
    recalled().hint()
    answered(reviewCard(['하나', '둘', '셋'], 'docker/q-b'))
    recalled().hint()
    bringBack('docker/q-c')
    expect(new CardFlow(card, 0).hints).toBe(1)
    expect(brought('docker/q-b').open).toBe(true)
  })

  test('thirty of them are kept, the newest', () => {
    const ids = Array.from({ length: 31 }, (_, at) => `docker/q-${at}`)
    for (const id of ids) answered(reviewCard(['하나', '둘', '셋'], id))
    expect(brought('docker/q-0').open).toBe(false)
    expect(brought('docker/q-1').open).toBe(true)
  })

  test.each(['{"broken', '{}', '"docker/q-a"', '[null, 5]'])('%s in their place is passed over', (kept) => {
    sessionStorage.setItem('lectern-cards-answered', kept)
    expect(seen(brought())).toEqual(untouched)
    answered()
    expect(brought().open).toBe(true)
  })
})
