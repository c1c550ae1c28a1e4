import fc from 'fast-check'
import type { Intent } from '../../../src/contract/talk.ts'
import type { Outline, TalkEvent } from '../../../src/core/talk/index.ts'

const slideIds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const

/** An outline of at least one slide, drawn from few ids so that a second one shares some with it. */
export const outlines: fc.Arbitrary<Outline> = fc
  .uniqueArray(
    fc.record(
      {
        id: fc.constantFrom(...slideIds),
        steps: fc.integer({ min: 1, max: 4 }),
        asks: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
      },
      { requiredKeys: ['id', 'steps'] },
    ),
    {
      minLength: 1,
      selector: ({ id }) => id,
    },
  )
  .map((slides) => ({ slides }))

const place = fc.record({ slide: fc.constantFrom(...slideIds, 'gone'), step: fc.integer({ min: 1, max: 9 }) })
const on = fc.option(fc.boolean(), { nil: undefined })

const intents: fc.Arbitrary<Intent> = fc.oneof(
  fc
    .constantFrom('next', 'previous', 'nextSlide', 'previousSlide', 'first', 'last', 'back', 'resetClock')
    .map((type) => ({ type })),
  place.map((to) => ({ type: 'goTo' as const, place: to })),
  on.map((value) => ({ type: 'blackout' as const, on: value })),
  on.map((value) => ({ type: 'pauseClock' as const, on: value })),
  on.map((value) => ({ type: 'log' as const, on: value })),
  fc.option(fc.double({ min: 0, max: 1, noNaN: true })).map((share) => ({ type: 'scrub' as const, share })),
  fc.nat({ max: 3 }).map((choice) => ({ type: 'choose' as const, choice })),
  fc.option(fc.string({ maxLength: 9 })).map((event) => ({ type: 'openEvent' as const, event })),
  fc.record({
    type: fc.constant('setKnob' as const),
    scene: fc.constantFrom('vm', 'path', '__proto__'),
    knob: fc.constantFrom('count', 'speed', 'constructor'),
    value: fc.integer({ min: 0, max: 3 }),
  }),
)

/** Events at times that mostly rise, as a system clock does that is sometimes set back. */
export const events: fc.Arbitrary<TalkEvent[]> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 9, arbitrary: intents },
        { weight: 1, arbitrary: outlines.map((outline) => ({ type: 'outline' as const, outline })) },
        { weight: 1, arbitrary: fc.constant({ type: 'outline' as const, outline: { slides: [] } }) },
      ),
      fc.integer({ min: -500, max: 5000 }),
    ),
    { maxLength: 60 },
  )
  .map((pairs) => {
    let at = 1_790_000_000_000
    return pairs.map(([event, passed]) => ({ ...event, at: (at += passed) }))
  })
