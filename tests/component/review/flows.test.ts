/** A hundred presses and more on made-up cards, reloads among them; where it is meant to be otherwise, `npx vitest run --project component flows -u`. */
import { beforeEach, expect, test } from 'vitest'
import { grades, marks, type ReviewCard } from '../../../src/contract/review.ts'
import { CardFlow } from '../../../src/renderer/review/card/card-flow.svelte.ts'
import { Seeded } from '../../unit/seeded.ts'
import { mockQuestion } from './sample-mock.ts'

const cardOf = (points: number): ReviewCard => ({
  ...{ ...mockQuestion('하나', points), topic: null, isNew: false, reviews: points, lastMissed: [], after: null },
  ...{ intervals: { again: 1, hard: 2, good: 5, easy: 9 }, targetMs: 20_000, retrievability: 0.9 },
})

type Press = readonly [name: string, act: (flow: CardFlow, seeded: Seeded) => unknown]
const presses: readonly [Press, ...Press[]] = [
  ['reveal', (flow) => flow.reveal()],
  ['mark', (flow, seeded) => flow.mark(seeded.one(marks))],
  ['mark', (flow, seeded) => flow.mark(seeded.one(marks))],
  ['mark at', (flow, seeded) => flow.mark(seeded.one(marks), seeded.count(0, 4))],
  ['move', (flow, seeded) => flow.moveTo(seeded.count(-1, 4))],
  ['hint', (flow) => flow.hint()],
  ['give up', (flow) => flow.giveUp()],
  ['type', (flow, seeded) => flow.type(seeded.one(['', 'a', 'b']))],
  ['by', (flow, seeded) => flow.by(seeded.one(['said', 'typed']))],
  ['undo', (flow) => flow.undo()],
  ['undo', (flow) => flow.undo()],
]

beforeEach(() => sessionStorage.clear())

test.each([0, 1, 2, 3, 4])('a card of %i points goes where it went', async (points) => {
  const seeded = new Seeded(points + 1)
  const card = cardOf(points)
  const rows: string[] = []
  let at = 1000
  let flow = new CardFlow(card, at)
  for (let turn = 0; turn < 120; turn += 1) {
    at += seeded.count(0, 2500)
    flow.tick(at)
    const [name, act] = seeded.one(presses)
    if (seeded.isSo(0.04)) {
      flow.end()
      flow = new CardFlow(card, at)
      rows.push('another')
    } else if (seeded.isSo(0.1)) {
      flow = new CardFlow(card, at)
      rows.push('reload')
    } else {
      act(flow, seeded)
      rows.push(name)
    }
    const { shown, open, focus, ms, recalling, complete, canUndo, typed } = flow
    const is = Object.entries({ open, recalling, complete, canUndo }).flatMap(([what, so]) => (so ? [what] : []))
    const kept = flow.answer(seeded.one(grades))
    const said = [kept.ms, kept.points.length, kept.suggested, kept.hints, kept.gaveUp, kept.recall, kept.grade]
    const why = flow.suggestion?.reasons.map(({ code }) => code).join('+') ?? ''
    rows.push(`  ${[`${shown}@${focus}`, ms, typed, ...is, flow.marks.join(), ...said, why].join(' ')}`)
  }
  await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot(`flows/${points}.txt`)
})
