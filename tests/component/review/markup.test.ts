/** The window of reviewing as it is built in each state; where it is meant to be otherwise, `npx vitest run --project component markup -u`. */
import { fake } from '../library/fake-shell.ts'
import { courseOf, libraryOf, notesCourse } from '../library/sample-library.ts'
import '../../../src/renderer/look/base.css'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-svelte'
import type { ReviewOverview } from '../../../src/contract/review-view.ts'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import { recallFirstMs } from '../../../src/renderer/review/card/card-flow.svelte.ts'
import HistoryDialog from '../../../src/renderer/review/files/HistoryDialog.svelte'
import Review from '../../../src/renderer/review/Review.svelte'
import ReviewFields from '../../../src/renderer/settings/ReviewFields.svelte'
import { notices } from '../../../src/renderer/window/notices.svelte.ts'
import { markupOf } from '../markup.ts'
import { openMock } from './open-mock.ts'
import { mockQuestion } from './sample-mock.ts'
import { overviewOf, today } from './sample-statistics.ts'

const card = {
  ...{
    ...mockQuestion('하나', 3),
    topic: '도커와 VM',
    isNew: false,
    reviews: 4,
    lastMissed: [1],
    after: '둘은 무엇인가요?',
  },
  ...{ intervals: { again: 1, hard: 2, good: 5, easy: 90 }, retrievability: 0.71, targetMs: 75_000 },
}
const session = { card, done: 1, left: 4, undo: { card: 'docker/둘', question: '둘은 무엇인가요?' } }
const heading = () => page.getByRole('heading', { level: 1 })

beforeEach(async () => {
  notices.list = []
  fake.reset(libraryOf({ courses: [notesCourse, courseOf({ questions: 7 })] }))
  fake.when('review:session', ({ scope }: { scope: never }) => ({ ...session, scope, counts: overviewOf().counts }))
  fake.when('review:mocks', () => [])
  await look.start()
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  sessionStorage.clear()
  history.replaceState(null, '', '#')
})

const overviews: readonly (readonly [string, Partial<ReviewOverview>])[] = [
  ['start', {}],
  ['start-before-an-interview', { params: { ...overviewOf().params, interview: today }, weak: 4 }],
  ['start-of-a-gentle-day', { counts: { ...overviewOf().counts, due: 0, new: 0, gentle: true }, streak: 0 }],
]
test.each(overviews)('%s is built as it was', async (name, change) => {
  fake.when('review:read', ({ course }: { course: string }) => overviewOf({ course, ...change }))
  history.replaceState(null, '', '#start')
  const { container } = await render(Review)
  await expect.element(heading()).toHaveTextContent('도커')
  await expect(markupOf(container)).toMatchFileSnapshot(`markup/${name}.txt`)
})

test('a card is built as it was, before and after it is opened', async () => {
  fake.when('review:read', () => overviewOf())
  history.replaceState(null, '', '#session/due/1')
  vi.spyOn(performance, 'now').mockReturnValue(1000)
  const { container } = await render(Review)
  await expect.element(heading()).toHaveTextContent('하나 질문인가요?')
  await expect(markupOf(container)).toMatchFileSnapshot('markup/card.txt')
  vi.spyOn(performance, 'now').mockReturnValue(1000 + recallFirstMs)
  await expect.element(page.getByRole('button', { name: '포인트 펼치기' })).toBeEnabled()
  await userEvent.keyboard(' ')
  await expect.element(page.getByRole('list', { name: '답변의 포인트' })).toBeVisible()
  await userEvent.keyboard('1')
  await expect.element(page.getByRole('group', { name: '얼마나 떠올렸나요?' }), { timeout: 5000 }).toBeVisible()
  await expect(markupOf(container)).toMatchFileSnapshot('markup/card-opened.txt')
})

test('an interview is built as it was, from its plan to its report', async () => {
  const { container } = await openMock({ plan: [mockQuestion('하나')] })
  await expect.element(page.getByRole('button', { name: '면접 시작' })).toBeVisible()
  await expect(markupOf(container)).toMatchFileSnapshot('markup/interview-plan.txt')
  vi.spyOn(performance, 'now').mockReturnValue(1000)
  await page.getByRole('radio', { name: /^연습/ }).click()
  await page.getByRole('button', { name: '면접 시작' }).click()
  await expect.element(heading()).toHaveTextContent('하나 질문인가요?')
  await expect(markupOf(container)).toMatchFileSnapshot('markup/interview.txt')
})

test('settings and files are built as they were', async () => {
  const settings = await render(ReviewFields, { overview: overviewOf() })
  await expect.element(page.getByRole('spinbutton', { name: '하루에 새로 배울 질문' })).toBeVisible()
  await expect(markupOf(settings.container)).toMatchFileSnapshot('markup/settings.txt')
  await settings.unmount()
  fake.when('review:backups', () => [
    { name: 'backup-1.zip', at: new Date(2026, 10, 24, 9).getTime(), bytes: 1_400_000 },
  ])
  const files = await render(HistoryDialog, { course: 'docker', lang: 'ko', onclose: () => undefined })
  await expect.element(page.getByText('1.4', { exact: false }).first()).toBeVisible()
  await expect(markupOf(files.container)).toMatchFileSnapshot('markup/files.txt')
})
