/** Any events of a progress log. */
import fc from 'fast-check'
import { grades, marks, reviewModes, type ReviewBody } from '../../../src/contract/review.ts'
import { eventOf } from './given.ts'

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((text) => text.replaceAll('/', '_'))
const card = fc.tuple(name, name).map((parts) => parts.join('/'))
const count = fc.nat(100_000_000)

/** Bodies of the kinds that hold the most different things. */
export const bodies: fc.Arbitrary<ReviewBody> = fc.oneof(
  fc.record({
    type: fc.constant('review' as const),
    card,
    mode: fc.constantFrom(...reviewModes),
    grade: fc.constantFrom(...grades),
    suggested: fc.constantFrom(null, ...grades),
    points: fc.array(fc.constantFrom(...marks), { maxLength: 6 }),
    ms: count,
    hints: count,
    gaveUp: fc.boolean(),
    recall: fc.constantFrom('said' as const, 'typed' as const),
    params: name,
  }),
  fc.record({ type: fc.constant('undo' as const), ref: name }),
  fc.record({ type: fc.constant('suspend' as const), card, on: fc.boolean() }),
  fc.record({ type: fc.constant('alias' as const), from: card, to: card }),
  fc.record({ type: fc.constant('course' as const), from: fc.constantFrom('a', 'b'), to: fc.constantFrom('a', 'b') }),
)
/** Events of a few devices, each id once. */
export const events = fc
  .uniqueArray(fc.tuple(fc.constantFrom('aaaa', 'bbbb', 'cccc'), fc.integer({ min: 1, max: 12 }), fc.nat(20), bodies), {
    selector: ([device, seq]) => `${device}-${seq}`,
    maxLength: 20,
  })
  .map((list) => list.map(([device, seq, at, body]) => eventOf(device, seq, at, body)))
