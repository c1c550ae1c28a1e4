import { fake, Failed } from '../library/fake-shell.ts'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import type { ReviewOverview } from '../../../src/contract/review-view.ts'
import ReviewFields from '../../../src/renderer/settings/ReviewFields.svelte'
import { readyShell } from '../review/open-view.ts'
import { overviewOf } from '../review/sample-statistics.ts'

async function open(overview: ReviewOverview = overviewOf()) {
  await readyShell()
  return { screen: await render(ReviewFields, { overview }) }
}
const withInterview = (interview: string | null): ReviewOverview =>
  overviewOf({ params: { ...overviewOf().params, interview } })

describe('settings of reviewing', () => {
  test('are saved at once for this course, quietly confirmed', async () => {
    const { screen } = await open()
    const field = screen.getByRole('spinbutton', { name: '하루에 새로 배울 질문' })
    await expect.element(field).toHaveValue(20)
    await expect.element(screen.getByRole('status')).toMatchTextContent(/^\s*$/)
    await field.fill('15')
    await userEvent.keyboard('{Tab}')
    await expect.poll(() => fake.payloads('review:set')).toEqual([{ course: 'docker', set: { newPerDay: 15 } }])
    await expect.element(screen.getByRole('status')).toMatchTextContent('저장했어요')
    const due = screen.getByRole('spinbutton', { name: '하루에 복습할 질문' })
    await due.fill('80')
    await userEvent.keyboard('{Tab}')
    await expect.poll(() => fake.payloads('review:set').at(-1)).toEqual({ course: 'docker', set: { duePerDay: 80 } })
  })

  test('have round buttons of one size, however long the words beside them are', async () => {
    const { screen } = await open()
    screen.container.style.inlineSize = '400px'
    await expect.element(screen.getByRole('radio', { name: /모든 강의/ })).toBeVisible()
    const sizes = Array.from(screen.container.querySelectorAll<HTMLElement>('input[type=radio]'), (radio) =>
      [radio.offsetWidth, radio.offsetHeight].join(' '),
    )
    expect(sizes).toEqual(['18 18', '18 18'])
  })

  test('are set for all courses where that is chosen, and say what this course has of its own', async () => {
    const { screen } = await open()
    const field = screen.getByRole('spinbutton', { name: '하루에 새로 배울 질문' })
    await screen.getByRole('radio', { name: /모든 강의/ }).click()
    await expect.element(field).toHaveValue(10)
    await expect.element(field).toHaveAccessibleDescription(/이 강의에는 따로 정했어요: 20개/)
    await expect
      .element(screen.getByRole('spinbutton', { name: '하루에 복습할 질문' }))
      .not.toHaveAccessibleDescription(/따로 정했어요/)
    await field.fill('12')
    await userEvent.keyboard('{Tab}')
    await expect.poll(() => fake.payloads('review:set')).toEqual([{ course: null, set: { newPerDay: 12 } }])
    await screen.getByRole('radio', { name: /이 강의만/ }).click()
    await expect.element(field).toHaveValue(20)
  })

  test.each(['-1', '1001', '2.5', ''])('do not save %j, and say what may stand there', async (wrong) => {
    const { screen } = await open()
    const field = screen.getByRole('spinbutton', { name: '하루에 새로 배울 질문' })
    await field.fill(wrong)
    await userEvent.keyboard('{Tab}')
    await expect.element(screen.getByRole('alert')).toMatchTextContent('0부터 1,000까지의 수를 적어 주세요.')
    await expect.element(field).toHaveAttribute('aria-invalid', 'true')
    expect(fake.payloads('review:set')).toEqual([])
  })

  test('say nothing is wrong while it is typed, only once it is left', async () => {
    const { screen } = await open()
    const field = screen.getByRole('spinbutton', { name: '하루에 새로 배울 질문' })
    await field.fill('1001')
    await expect.element(field).toHaveAttribute('aria-invalid', 'false')
    await userEvent.keyboard('{Tab}')
    await expect.element(field).toHaveAttribute('aria-invalid', 'true')
    await field.fill('10010')
    await expect.element(field).toHaveAttribute('aria-invalid', 'false')
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
  })

  test('confirm each one anew', async () => {
    const { screen } = await open()
    const confirmed = (): Element | null => screen.getByRole('status').element().querySelector('span')
    let last = confirmed()
    for (const [name, value] of [
      ['하루에 새로 배울 질문', '15'],
      ['하루에 복습할 질문', '80'],
    ] as const) {
      await screen.getByRole('spinbutton', { name }).fill(value)
      await userEvent.keyboard('{Tab}')
      await expect.poll(() => confirmed() !== null && confirmed() !== last).toBe(true)
      last = confirmed()
    }
  })

  test('say in words what a share of memory means, and save it when the thumb is let go', async () => {
    const { screen } = await open()
    const slider = screen.getByRole('slider', { name: '얼마나 기억할까요?' })
    await expect.element(slider).toHaveAttribute('aria-valuetext', '90%, 100번 물으면 90번 떠올리기')
    await expect.element(slider).toHaveAccessibleDescription(/균형이 좋아요/)
    slider.element().focus()
    await userEvent.keyboard('{End}')
    await expect.element(slider).toHaveAccessibleDescription(/복습이 꽤 많아져요/)
    await expect.poll(() => fake.payloads('review:set')).toEqual([{ course: 'docker', set: { retention: 0.95 } }])
    await userEvent.keyboard('{Home}')
    await expect.element(slider).toHaveAccessibleDescription(/복습이 가장 적어요/)
    await expect.poll(() => fake.payloads('review:set').at(-1)).toEqual({ course: 'docker', set: { retention: 0.8 } })
  })

  test('take the day of the interview, say it in days, and clear it', async () => {
    const { screen } = await open()
    const field = screen.getByLabelText('면접 날짜')
    await expect.element(screen.getByRole('button', { name: '날짜 지우기' })).not.toBeInTheDocument()
    await field.fill('2026-12-06')
    await expect
      .poll(() => fake.payloads('review:set'))
      .toEqual([{ course: 'docker', set: { interview: '2026-12-06' } }])
    await expect.element(field).toHaveAccessibleDescription(/^D-12: /)
    await screen.getByRole('button', { name: '날짜 지우기' }).click()
    await expect.poll(() => fake.payloads('review:set').at(-1)).toEqual({ course: 'docker', set: { interview: null } })
    await expect.element(field).toHaveValue('')
    await expect.element(field).toHaveFocus()
  })

  test.each([
    ['2026-11-24', /^D-day: 오늘이 면접이에요/],
    ['2026-11-26', /^D-2: 마지막 사흘/],
    ['2026-11-20', /^4일 전에 지났어요/],
  ])('say what the interview on %s means today', async (day, means) => {
    const { screen } = await open(withInterview(day))
    await expect.element(screen.getByLabelText('면접 날짜')).toHaveAccessibleDescription(means)
  })

  test('do not take a day that is over', async () => {
    const { screen } = await open()
    await screen.getByLabelText('면접 날짜').fill('2026-11-23')
    await expect.element(screen.getByRole('alert')).toMatchTextContent('오늘부터의 날짜를 골라 주세요.')
    expect(fake.payloads('review:set')).toEqual([])
  })

  test('save a day that is typed over another when the field is left, and none on the way to it', async () => {
    const { screen } = await open(withInterview('2026-12-06'))
    const element = screen.getByLabelText('면접 날짜').element() as HTMLInputElement
    const passed = new Set<string>()
    element.addEventListener('change', () => passed.add(element.value.slice(0, 4)))
    element.focus()
    // The year is the first or the last part, as the browser's language has it: the others take no more than two digits.
    const toYear = new Intl.DateTimeFormat().formatToParts().filter(({ type }) => type !== 'literal')
    const before = toYear.findIndex(({ type }) => type === 'year')
    await userEvent.keyboard('{ArrowRight}'.repeat(before))
    await userEvent.keyboard('2026')
    await userEvent.keyboard('2027')
    await expect.poll(() => element.value).toBe('2027-12-06')
    // Else it is not seen what passes by.
    expect(passed.size).toBeGreaterThan(2)
    expect(fake.payloads('review:set')).toEqual([])
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
    element.blur()
    await expect
      .poll(() => fake.payloads('review:set'))
      .toEqual([{ course: 'docker', set: { interview: '2027-12-06' } }])
  })

  test('save a day that is typed by Enter too', async () => {
    // Each part of it can go up.
    const { screen } = await open(withInterview('2027-02-06'))
    const element = screen.getByLabelText('면접 날짜').element() as HTMLInputElement
    element.focus()
    await userEvent.keyboard('{ArrowUp}')
    await expect.poll(() => element.value).not.toBe('2027-02-06')
    const day = element.value
    expect(fake.payloads('review:set')).toEqual([])
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => fake.payloads('review:set')).toEqual([{ course: 'docker', set: { interview: day } }])
    element.blur()
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
    expect(fake.payloads('review:set')).toHaveLength(1)
  })

  test('do not take a day that is decades ahead, which is a slip', async () => {
    const { screen } = await open()
    for (const year of ['2062', '2620', '6202']) {
      await screen.getByLabelText('면접 날짜').fill(`${year}-12-06`)
      await expect.element(screen.getByRole('alert')).toMatchTextContent('10년 안의 날짜를 골라 주세요.')
    }
    expect(fake.payloads('review:set')).toEqual([])
    await screen.getByLabelText('면접 날짜').fill('2036-12-31')
    await expect.poll(() => fake.payloads('review:set')).toHaveLength(1)
  })

  test('say nothing of a day whose year is still being typed', async () => {
    const { screen } = await open()
    const field = screen.getByLabelText('면접 날짜')
    await field.fill('2026-11-23')
    await expect.element(screen.getByRole('alert')).toBeVisible()
    for (const year of ['0002', '0020', '0202']) {
      await field.fill(`${year}-12-06`)
      await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
      await expect.element(field).toHaveAttribute('aria-invalid', 'false')
    }
    expect(fake.payloads('review:set')).toEqual([])
  })

  test('take back what they said of a number once another stands there', async () => {
    const { screen } = await open()
    const field = screen.getByRole('spinbutton', { name: '하루에 새로 배울 질문' })
    await field.fill('1001')
    await userEvent.keyboard('{Tab}')
    await expect.element(screen.getByRole('alert')).toBeVisible()
    await screen.rerender({ overview: overviewOf({ params: { ...overviewOf().params, newPerDay: 5 } }) })
    await expect.element(field).toHaveValue(5)
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
    await expect.element(field).toHaveAttribute('aria-invalid', 'false')
  })

  test('say why something could not be saved, and show what still holds', async () => {
    const { screen } = await open()
    fake.when('review:set', () => {
      throw new Failed({ code: 'disk-full', message: { ko: '디스크가 가득 찼어요.', en: 'The disk is full.' } })
    })
    const field = screen.getByRole('spinbutton', { name: '하루에 새로 배울 질문' })
    await field.fill('15')
    await userEvent.keyboard('{Tab}')
    await expect.element(screen.getByRole('alert')).toMatchTextContent('디스크가 가득 찼어요.')
    await expect.element(field).toHaveValue(20)
    await expect.element(screen.getByRole('status')).not.toMatchTextContent('저장했어요')
  })

  test('follow what is set elsewhere', async () => {
    const { screen } = await open()
    await screen.rerender({ overview: overviewOf({ params: { ...overviewOf().params, newPerDay: 5 } }) })
    await expect.element(screen.getByRole('spinbutton', { name: '하루에 새로 배울 질문' })).toHaveValue(5)
  })
})
