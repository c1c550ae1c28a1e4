import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { idleAfter } from '../../../src/renderer/stage/idle-cursor.ts'

const element = document.createElement('div')
let letGo: () => void

beforeEach(() => {
  vi.useFakeTimers()
  letGo = idleAfter(3000)(element) ?? (() => undefined)
})
afterEach(() => {
  letGo()
  vi.useRealTimers()
})
const isIdle = (): boolean => element.dataset['idle'] !== undefined

test('a pointer is idle once it has rested long enough, and no sooner', () => {
  vi.advanceTimersByTime(2999)
  expect(isIdle()).toBe(false)
  vi.advanceTimersByTime(1)
  expect(isIdle()).toBe(true)
})

test.each(['pointermove', 'pointerdown'])('%s wakes it, and the rest begins anew', (event) => {
  vi.advanceTimersByTime(3000)
  window.dispatchEvent(new PointerEvent(event))
  expect(isIdle()).toBe(false)
  vi.advanceTimersByTime(2000)
  window.dispatchEvent(new PointerEvent(event))
  vi.advanceTimersByTime(2999)
  expect(isIdle()).toBe(false)
  vi.advanceTimersByTime(1)
  expect(isIdle()).toBe(true)
})

test('it is left alone once the window has let it go', () => {
  letGo()
  vi.advanceTimersByTime(5000)
  window.dispatchEvent(new PointerEvent('pointermove'))
  vi.advanceTimersByTime(5000)
  expect(isIdle()).toBe(false)
})
