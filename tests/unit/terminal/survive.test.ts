import { afterEach, expect, it } from 'vitest'
import { survive } from '../../../src/services/terminal/survive.ts'

const takeBack: (() => void)[] = []
afterEach(() => {
  for (const one of takeBack.splice(0)) one()
})

const events = ['uncaughtException', 'unhandledRejection'] as const
const streams = [process.stdout, process.stderr]

/** What listens for errors from now on, without the listeners of whoever runs the tests. */
function surviving(): {
  readonly told: unknown[]
  readonly fail: (error: unknown, event?: (typeof events)[number]) => void
} {
  const before = new Map(events.map((event) => [event, process.listeners(event as 'exit')]))
  const beforeOf = streams.map((stream) => stream.listeners('error'))
  const told: unknown[] = []
  survive((error) => told.push(error))
  const added = new Map(
    events.map((event) => [
      event,
      process.listeners(event as 'exit').filter((one) => !before.get(event)?.includes(one)),
    ]),
  )
  for (const [event, listeners] of added)
    for (const one of listeners) takeBack.push(() => process.off(event as 'exit', one))
  streams.forEach((stream, index) => {
    const own = stream.listeners('error').filter((one) => !beforeOf[index]?.includes(one))
    expect(own).toHaveLength(1)
    for (const one of own) takeBack.push(() => stream.off('error', one as never))
  })
  const fail = (error: unknown, event: (typeof events)[number] = 'uncaughtException'): void => {
    for (const one of added.get(event) ?? []) (one as (error: unknown) => void)(error)
  }
  return { told, fail }
}

it('tells an error that nobody caught once, however often it comes, and whatever was thrown', () => {
  const { told, fail } = surviving()
  const [one, other] = [new Error('one'), new Error('other')]
  const bare = new Error('bare')
  delete bare.stack
  for (let round = 0; round < 3; round += 1) {
    fail(one)
    fail(other, 'unhandledRejection')
    fail('words')
    fail(bare)
  }
  expect(told).toEqual([one, other, 'words', bare])
})

it('remembers a hundred: of more it tells each time, and never loses one', () => {
  const { told, fail } = surviving()
  for (let round = 0; round < 2; round += 1) for (let number = 0; number < 101; number += 1) fail(`error ${number}`)
  expect(told).toHaveLength(102)
  expect(told.slice(-2)).toEqual(['error 100', 'error 100'])
})

it('takes a terminal that was closed for no error', () => {
  const { told } = surviving()
  for (const stream of streams) expect(() => stream.emit('error', new Error('EPIPE'))).not.toThrow()
  expect(told).toEqual([])
})
