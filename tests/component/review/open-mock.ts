import { fake } from '../library/fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { cleanup, render } from 'vitest-browser-svelte'
import type { MockQuestion, MockResult } from '../../../src/contract/review-view.ts'
import type { MockAnswer } from '../../../src/contract/review.ts'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import { notices } from '../../../src/renderer/window/notices.svelte.ts'
import MockView from '../../../src/renderer/review/interview/MockView.svelte'
import { mockQuestion, mockResult, topics } from './sample-mock.ts'

interface Opened {
  readonly plan?: readonly MockQuestion[]
  /** What follows up, by card. */
  readonly followUps?: Readonly<Record<string, MockQuestion>>
  readonly topics?: typeof topics
  readonly earlier?: readonly MockResult[]
  readonly onleave?: () => void
  /** Has the last word on the shell. */
  readonly prepare?: () => void
}

/** The mock interview of a course over a shell that plans and records it; what the window kept stays. */
export async function openMock({
  plan,
  followUps = {},
  earlier = [],
  topics: asked = topics,
  onleave,
  prepare,
}: Opened = {}) {
  cleanup()
  notices.list = []
  fake.reset()
  let held = earlier
  fake.when('review:mocks', () => held)
  fake.when('review:plan', () => plan ?? [mockQuestion('하나'), mockQuestion('둘', 3)])
  fake.when('review:followUp', ({ card }: { card: string }) => followUps[card] ?? null)
  fake.when('review:mock', ({ kind, answers }: { kind: MockResult['kind']; answers: readonly MockAnswer[] }) => {
    const result = mockResult(`m${held.length}`, kind, answers, 1_700_000_000_000)
    held = [result, ...held]
    return result
  })
  fake.when('review:adopt', ({ mock }: { mock: string }) => {
    held = held.map((one) => (one.id === mock ? { ...one, adopted: true } : one))
    return null
  })
  prepare?.()
  await look.start()
  return render(MockView, { course: 'docker', lang: 'ko', topics: asked, onleave: onleave ?? (() => undefined) })
}
