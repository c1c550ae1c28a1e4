import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { linkNotice } from '../../../src/browser-shell/page/notice.ts'

let tell: ReturnType<typeof linkNotice>
beforeEach(() => {
  vi.useFakeTimers()
  document.documentElement.lang = 'en'
  tell = linkNotice()
})
afterEach(() => {
  tell('up')
  vi.useRealTimers()
})

/** What the line over the window says, or null where there is none. */
const said = (): string | null => {
  const lines = [...document.body.children].map(
    (child) => child.shadowRoot?.querySelector('[role=status]')?.textContent,
  )
  return lines.find((line) => line !== undefined) ?? null
}
const after = (ms: number): string | null => {
  vi.advanceTimersByTime(ms)
  return said()
}

test('a short gap is not worth a word', () => {
  tell('down')
  expect(after(1499)).toBeNull()
  tell('up')
  expect(after(60_000)).toBeNull()
})

test('a longer one is told, and after a while what to do about it', () => {
  tell('down')
  expect(after(1500)).toMatch(/Connecting again/)
  expect(after(18_499)).toMatch(/Connecting again/)
  expect(after(1)).toMatch(/has ended.*npm start/)
  tell('up')
  expect(said()).toBeNull()
})

test('a gap after a gap has all its time', () => {
  tell('down')
  after(19_000)
  tell('up')
  tell('down')
  expect(after(1500)).toMatch(/Connecting again/)
})

test('an end that the shell told is told at once, in the language of the window', () => {
  document.documentElement.lang = 'ko'
  tell('ended')
  expect(after(1500)).toMatch(/Lectern이 끝났어요.*npm start/)
})

test('a window that the shell does not know is told how to come in', () => {
  tell('down')
  after(5000)
  tell('stranger')
  expect(after(1500)).toMatch(/does not know this window/)
  expect(after(60_000)).toMatch(/does not know this window/)
})
