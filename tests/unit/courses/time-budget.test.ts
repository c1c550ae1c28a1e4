import { expect, it } from 'vitest'
import { unbounded, type WithinBudget } from '../../../src/core/deck/index.ts'
import { readWithinBudget, withinTime, type Budget } from '../../../src/services/courses/reading/time-budget.ts'

const forever = (): never => {
  for (;;);
}
const short: Budget = { fileMs: 30, partMs: 20, partsMs: 50 }

it.each([
  ['a loop', forever],
  ['a regular expression', () => /^(a+)+$/.test(`${'a'.repeat(50)}b`)],
  [
    'a loop that catches what is thrown',
    () => {
      for (;;) {
        try {
          forever()
        } catch {
          // Not even so it goes on.
        }
      }
    },
  ],
])('%s is ended', (_name, work) => {
  expect(withinTime(work, 20)).toBeNull()
})

it('gives what was done, throws what was thrown, and is none the worse for what it ended', () => {
  expect(withinTime(forever, 20)).toBeNull()
  expect(withinTime(() => undefined, 1000)).toEqual({ done: undefined })
  expect(() =>
    withinTime(() => {
      throw new RangeError('too deep')
    }, 1000),
  ).toThrow(RangeError)
  // One within another ends for itself.
  expect(withinTime(() => withinTime(forever, 20), 60_000)).toEqual({ done: null })
})

it('a file that is read in time is read once, without a look at its parts', () => {
  let times = 0
  const read = readWithinBudget('text', (within) => {
    times += 1
    return within(() => 'all')
  })
  expect([read, times]).toEqual([{ done: 'all' }, 1])
})

it('a file that takes too long is read again by its parts, each with its own time', () => {
  const parts = [() => 1, forever, () => 3]
  const read = readWithinBudget('text', (within) => parts.map((part) => within(part)), undefined, {
    ...short,
    partsMs: 60_000,
  })
  expect(read).toEqual([{ done: 1 }, null, { done: 3 }])
})

it('when all the time of a file is used up, no more of it is tried', () => {
  let tried = 0
  const part = (): void => {
    tried += 1
    forever()
  }
  // The whole is tried once or, on a busy machine, twice; then as many as 50 ms have room for at 20 each.
  const read = readWithinBudget('text', (within) => Array.from({ length: 1000 }, () => within(part)), undefined, short)
  expect(read).toEqual(Array(1000).fill(null))
  expect(tried).toBeLessThanOrEqual(5)
})

it('a text that is known to end badly is not read at all, and its guard knows what is read', () => {
  const told: string[] = []
  const guard = { begin: (text: string) => told.push(text) > 1, end: () => void told.push('end') }
  expect(readWithinBudget('bad', (within) => within(forever), guard)).toBeNull()
  expect(readWithinBudget('good', (within) => within(() => 1), guard)).toEqual({ done: 1 })
  expect(() =>
    readWithinBudget(
      'torn',
      () => {
        throw new Error('torn')
      },
      guard,
    ),
  ).toThrow('torn')
  expect(told).toEqual(['bad', 'good', 'end', 'torn', 'end'])
})

/** Something that takes 15 ms and next to nothing of a processor, as all does on a busy machine. */
function waiting(): number {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 15)
  return 1
}
const waitingParts = (within: WithinBudget) => Array.from({ length: 30 }, () => within(waiting))

it('a file that others kept from the processor is read whole at the second try', () => {
  let looks = 0
  const read = readWithinBudget('text', (within) => [waitingParts(within), (looks += 1)], undefined, {
    ...short,
    fileMs: 300,
  })
  expect(read).toEqual([Array(30).fill({ done: 1 }), 1])
})

it('parts that others kept from the processor use up none of the time of their file', () => {
  const read = readWithinBudget(
    'text',
    (within) => (within === unbounded ? forever() : waitingParts(within)),
    undefined,
    {
      fileMs: 20,
      partMs: 10_000,
      partsMs: 300,
    },
  )
  expect(read).toEqual(Array(30).fill({ done: 1 }))
})
