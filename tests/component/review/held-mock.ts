/** Mock interviews without their window. */
import { fake, Failed } from '../library/fake-shell.ts'
import { vi } from 'vitest'
import type { MockResult } from '../../../src/contract/review-view.ts'
import type { MockAnswer } from '../../../src/contract/review.ts'
import { Mock } from '../../../src/renderer/review/interview/mock.svelte.ts'
import { notices } from '../../../src/renderer/window/notices.svelte.ts'
import { mockQuestion, mockResult } from './sample-mock.ts'

export const full = new Failed({
  code: 'disk-full',
  message: { ko: '디스크가 찼어요.', en: 'The disk is full.' },
} as never)
export const plan = [mockQuestion('하나'), mockQuestion('둘', 3)]

/** A shell that plans two questions and records what is answered; nothing is left of another test. */
export function readyMock(): void {
  sessionStorage.clear()
  notices.list = []
  fake.reset()
  fake.when('review:plan', () => plan)
  fake.when('review:mocks', () => [])
  fake.when('review:mock', ({ kind, answers }: { kind: MockResult['kind']; answers: readonly MockAnswer[] }) =>
    mockResult('m', kind, answers),
  )
}

/** A clock that stands still between the moments that a test lets pass. */
export function stoppedClock() {
  let now = 1_000
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => now)
  return {
    pass: (ms: number) => (now += ms),
    [Symbol.dispose]: () => spy.mockRestore(),
  }
}
export const newMock = (): Mock => new Mock('docker', () => 'ko')
export async function begun(kind: 'practice' | 'real' = 'practice'): Promise<Mock> {
  const mock = newMock()
  await mock.begin(kind, 5, [])
  return mock
}
/** An answer of the shell that comes when a test wants it. */
export function later<T>() {
  let answer: (value: T) => void = () => undefined
  const promise = new Promise<T>((resolve) => (answer = resolve))
  return { promise, answer }
}
