/** The displays stay on while there is a talk, and may sleep again when there is none. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepScreenAwake } from '../../../src/browser-shell/page/awake.ts'

class Lock {
  released = false
  release(): Promise<void> {
    this.released = true
    return Promise.resolve()
  }
}
let locks: Lock[]
let page: EventTarget & { visibilityState: string }
let tell: (talk: unknown) => void
const request = vi.fn<() => Promise<Lock>>()

beforeEach(() => {
  locks = []
  request.mockReset().mockImplementation(() => {
    const lock = new Lock()
    locks.push(lock)
    return Promise.resolve(lock)
  })
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', page)
  vi.stubGlobal('navigator', { wakeLock: { request } })
})
afterEach(() => void vi.unstubAllGlobals())

const turn = (): Promise<void> => new Promise(setImmediate)
const held = (): boolean[] => locks.map(({ released }) => !released)
const seen = (visibilityState: string): boolean => {
  page.visibilityState = visibilityState
  return page.dispatchEvent(new Event('visibilitychange'))
}
async function starts(talk: unknown): Promise<void> {
  keepScreenAwake({
    request: () => Promise.resolve({ value: talk }) as never,
    listen: (_name, listener) => {
      tell = listener as typeof tell
      return () => undefined
    },
  })
  await turn()
}

test('is asked for once while there is a talk, and let go at its end', async () => {
  await starts(null)
  expect(request).not.toHaveBeenCalled()
  for (const revision of [1, 2]) {
    tell({ revision })
    await turn()
  }
  expect(request.mock.calls).toEqual([['screen']])
  expect(held()).toEqual([true])
  tell(null)
  await turn()
  expect(held()).toEqual([false])
  tell({ revision: 1 })
  await turn()
  expect(held()).toEqual([false, true])
})

test('is asked for by a window that comes into a talk, as after it was loaded anew', async () => {
  await starts({ revision: 7 })
  expect(held()).toEqual([true])
})

test('is asked for again when the page, whose lock went as it was hidden, is seen again', async () => {
  await starts({})
  const [first] = locks
  seen('hidden')
  await first?.release()
  tell({})
  await turn()
  expect(held()).toEqual([false])
  seen('visible')
  seen('visible')
  await turn()
  expect(held()).toEqual([false, true])
  tell(null)
  seen('hidden')
  seen('visible')
  await turn()
  expect(held()).toEqual([false, false])
})

test('is let go where the talk ended while it was asked for', async () => {
  await starts(null)
  tell({})
  tell(null)
  await turn()
  expect(held()).toEqual([false])
})

test('is not held by an answer that is older than what was told', async () => {
  const before = starts({})
  tell(null)
  await before
  expect(locks).toEqual([])
})

test('a browser that has none or refuses lets the talk go on, and is asked again later', async () => {
  request.mockRejectedValueOnce(new DOMException('low battery', 'NotAllowedError'))
  await starts({})
  expect(held()).toEqual([])
  tell({})
  await turn()
  expect(held()).toEqual([true])
  vi.stubGlobal('navigator', {})
  await starts({})
  tell({})
  await turn()
  expect(locks).toHaveLength(1)
})
