import { expect, test, vi } from 'vitest'
import { LecternError } from '../../../src/contract/failure.ts'
import { backgroundWrites } from '../../../src/services/door/background-writes.ts'

const full = new LecternError('disk-full', { ko: '디스크가 가득 찼어요.', en: 'The disk is full.' })
const locked = new LecternError('cannot-write', { ko: '쓸 수 없어요.', en: 'It cannot be written.' })

test('a write that fails is told until the same thing is written well', async () => {
  const onChange = vi.fn()
  const writes = backgroundWrites(onChange)
  expect(writes.trouble()).toBeNull()
  writes.follow('positions', Promise.reject(full))
  await writes.settled()
  expect([writes.trouble(), onChange.mock.calls.length]).toEqual([full.failure, 1])
  // Another thing that is written well takes nothing back.
  writes.follow('settings', Promise.resolve())
  await writes.settled()
  expect([writes.trouble(), onChange.mock.calls.length]).toEqual([full.failure, 1])
  writes.follow('positions', Promise.resolve())
  await writes.settled()
  expect([writes.trouble(), onChange.mock.calls.length]).toEqual([null, 2])
})

test('the same trouble is told once, another one again', async () => {
  const onChange = vi.fn()
  const writes = backgroundWrites(onChange)
  for (const error of [full, full, locked]) {
    writes.follow('positions', Promise.reject(error))
    await writes.settled()
  }
  expect([writes.trouble(), onChange.mock.calls.length]).toEqual([locked.failure, 2])
})

test('of several troubles the first is told, and each goes by itself', () => {
  const writes = backgroundWrites(() => undefined)
  writes.tell('home', full.failure)
  writes.tell('folders', locked.failure)
  expect(writes.trouble()).toEqual(full.failure)
  writes.tell('home', null)
  expect(writes.trouble()).toEqual(locked.failure)
  writes.tell('folders', null)
  expect(writes.trouble()).toBeNull()
})

test('what went wrong last is still told when all goes well again', () => {
  const writes = backgroundWrites(() => undefined)
  expect(writes.lastTrouble()).toBeNull()
  writes.tell('home', full.failure)
  writes.tell('folders', locked.failure)
  writes.tell('home', null)
  writes.tell('folders', null)
  expect([writes.trouble(), writes.lastTrouble()]).toEqual([null, locked.failure])
})

test('it is settled when all writes under way have ended, and only then', async () => {
  const writes = backgroundWrites(() => undefined)
  let end: () => void = () => undefined
  writes.follow('home', Promise.resolve())
  writes.follow('folders', new Promise((resolve) => (end = resolve)))
  const settled = vi.fn()
  const waiting = writes.settled().then(settled)
  await new Promise((resolve) => setImmediate(resolve))
  expect(settled).not.toHaveBeenCalled()
  end()
  await waiting
  expect(settled).toHaveBeenCalledOnce()
  await writes.settled()
})

test('what failed is saved again until that works, then that is told; what was written well meanwhile is not', async () => {
  const onChange = vi.fn()
  const writes = backgroundWrites(onChange, 5)
  let isFull = true
  const save = vi.fn(() => (isFull ? Promise.reject(full) : Promise.resolve()))
  writes.follow('positions', save(), { save })
  await expect.poll(() => save.mock.calls.length).toBeGreaterThan(3)
  expect([writes.trouble(), onChange.mock.calls.length]).toEqual([full.failure, 1])
  isFull = false
  await expect.poll(() => writes.trouble()).toBeNull()
  const calls = save.mock.calls.length
  writes.follow('positions', Promise.reject(full), { save })
  writes.follow('positions', Promise.resolve(), { save })
  await writes.settled()
  // One that is closed tries nothing any more.
  writes.follow('settings', Promise.reject(full), { save })
  writes.close()
  await writes.settled()
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(save.mock.calls.length - calls).toBeLessThanOrEqual(1)
})

test('what is no failure of ours is a mistake of ours, and not hidden', async () => {
  const writes = backgroundWrites(() => undefined)
  const mistake = new TypeError('x is not a function')
  writes.follow('home', Promise.reject(mistake))
  await expect(writes.settled()).rejects.toBe(mistake)
  expect(writes.trouble()).toBeNull()
})
