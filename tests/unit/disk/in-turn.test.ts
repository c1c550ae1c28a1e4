import { describe, expect, it } from 'vitest'
import { makeInTurn } from '../../../src/services/disk/in-turn.ts'

/** A piece of work that ends when it is told to. */
function held(): { work: () => Promise<void>; end: () => void; fail: () => void; isBegun: () => boolean } {
  let begun = false
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  return {
    work: () => {
      begun = true
      return promise
    },
    end: () => resolve(),
    fail: () => reject(new Error('it broke')),
    isBegun: () => begun,
  }
}
/** Lets everything that can go on without a timer go on. */
const idle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('one thing at a time', () => {
  it('begins a thing only when the one before it has ended, in the order in which they were asked for', async () => {
    const inTurn = makeInTurn()
    const [first, second, third] = [held(), held(), held()]
    const all = [first, second, third].map(({ work }) => inTurn(work))
    const begun = (): readonly boolean[] => [first, second, third].map(({ isBegun }) => isBegun())
    await idle()
    expect(begun()).toEqual([true, false, false])
    third.end()
    second.end()
    await idle()
    expect(begun()).toEqual([true, false, false])
    first.end()
    await Promise.all(all)
    expect(begun()).toEqual([true, true, true])
  })

  it('never begins at once, so that who asks goes on first', async () => {
    const steps: string[] = []
    const done = makeInTurn()(() => steps.push('work'))
    steps.push('asked')
    await done
    expect(steps).toEqual(['asked', 'work'])
  })

  it('resolves with what the work gives, whether at once or later', async () => {
    const inTurn = makeInTurn()
    expect(await inTurn(() => 1)).toBe(1)
    expect(await inTurn(() => Promise.resolve('later'))).toBe('later')
  })

  it('tells a failure to who asked and goes on with the next, also where the work throws at once', async () => {
    const inTurn = makeInTurn()
    const first = held()
    const broken = inTurn(first.work)
    const thrown = inTurn(() => {
      throw new Error('at once')
    })
    const next = inTurn(() => 'next')
    first.fail()
    await expect(broken).rejects.toThrow('it broke')
    await expect(thrown).rejects.toThrow('at once')
    expect(await next).toBe('next')
  })

  it('is settled when all that was asked for has ended, also badly; what is asked for later is not waited for', async () => {
    const inTurn = makeInTurn()
    await inTurn.settled()
    const [first, second, later] = [held(), held(), held()]
    const asked = [inTurn(first.work), inTurn(second.work)]
    let isSettled = false
    const settled = inTurn.settled().then(() => (isSettled = true))
    void inTurn(later.work)
    first.end()
    await idle()
    expect(isSettled).toBe(false)
    second.fail()
    await settled
    expect(later.isBegun()).toBe(true)
    later.end()
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  })

  it('leaves other queues alone', async () => {
    const first = held()
    const waiting = makeInTurn()(first.work)
    expect(await makeInTurn()(() => 'done')).toBe('done')
    first.end()
    await waiting
  })
})
