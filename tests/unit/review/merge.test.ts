import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReviewEvent } from '../../../src/contract/review.ts'
import { fold } from '../../../src/core/review/index.ts'
import { unionOf } from '../../../src/services/progress/merge.ts'
import { logs, picture } from './log.ts'

const named = (log: readonly ReviewEvent[], device: string): readonly ReviewEvent[] =>
  log.map((event, index) => ({ ...event, id: `${device}-${String(index)}` }))

test('the logs of two devices give the same progress however they came together', () => {
  fc.assert(
    fc.property(logs, logs, fc.nat(), (one, other, turn) => {
      const [a, b] = [named(one, 'a'), named(other, 'b')]
      const merged = picture(fold(unionOf(a, b).events))
      const all = [...b, ...a]
      const turned = [...all.slice(turn % (all.length + 1)), ...all.slice(0, turn % (all.length + 1))]
      expect(picture(fold(unionOf(turned, a).events))).toEqual(merged)
    }),
  )
})
