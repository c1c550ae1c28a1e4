import { fake, Failed } from '../library/fake-shell.ts'
import { describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import type { ReviewStatistics } from '../../../src/contract/review-view.ts'
import StatisticsView from '../../../src/renderer/review/statistics/StatisticsView.svelte'
import { reviewStatisticsWords } from '../../../src/renderer/words/review-statistics.ts'
import { pressKey } from '../deck/press-key.ts'
import { complaints, inTheme, readyShell } from './open-view.ts'
import { addDays } from '../../../src/core/review/index.ts'
import { ofNewPerson, statisticsOf, today } from './sample-statistics.ts'

async function open(statistics: ReviewStatistics = statisticsOf()) {
  await readyShell(() => fake.when('review:statistics', () => statistics))
  const onleave = vi.fn<() => void>()
  const screen = await render(StatisticsView, { course: 'docker', lang: 'ko', onleave })
  return { screen, onleave }
}
const textOf = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim()
const rowsOf = (table: Element): string[] =>
  [...table.querySelectorAll('tr')].map((row) => [...row.children].map(textOf).join(' '))

describe('statistics', () => {
  test('begin to be read at their heading', async () => {
    const { screen } = await open()
    const heading = screen.getByRole('heading', { level: 1 })
    await expect.element(heading).toBeVisible()
    expect(document.activeElement).toBe(heading.element())
  })

  test('tell of today: done, due, new, the limits and the days in a row', async () => {
    const { screen } = await open()
    const today = screen.getByRole('region', { name: '오늘', exact: true })
    await expect.element(today).toBeVisible()
    const pairs = [...today.element().querySelectorAll('dl > div')].map(textOf)
    expect(pairs).toEqual(['이어서 복습 9일', '마친 질문 7', '남은 복습 12', '남은 새 질문 3'])
    await expect.element(today).toMatchTextContent('하루 한도: 복습 60개, 새 질문 10개')
    expect(fake.payloads('review:statistics')).toEqual([{ course: 'docker', lang: 'ko' }])
    await expect.element(today).not.toMatchTextContent('한도를 줄였어요')
  })

  test('say that a day is gentler than set', async () => {
    const today = { ...statisticsOf().statistics.today, gentle: true }
    const { screen } = await open(statisticsOf({ today }))
    await expect.element(screen.getByText('오랜만이라 오늘은 복습 한도를 줄였어요.')).toBeVisible()
  })

  test('are asked for again when something was reviewed', async () => {
    const { screen } = await open()
    await expect.element(screen.getByText('9일', { exact: true })).toBeVisible()
    fake.when('review:statistics', () => statisticsOf({ streak: 10 }))
    fake.tell('review:changed', null)
    await expect.element(screen.getByText('10일', { exact: true })).toBeVisible()
  })

  test('show half a year by weeks, today marked, each day to be chosen by keyboard', async () => {
    const { screen } = await open()
    const map = screen.getByRole('slider', { name: /26주 동안 답한 횟수/ })
    await expect.element(map).toHaveAttribute('aria-valuetext', '11월 24일 (화): 7번, 5분')
    const svg = map.element().querySelector('svg')
    expect(svg?.querySelectorAll('.track')).toHaveLength(182)
    expect(svg?.querySelectorAll('.today')).toHaveLength(1)
    const months = [...(svg?.querySelectorAll('text') ?? [])].map(textOf)
    for (const month of ['6월', '7월', '8월', '9월', '10월', '11월']) expect(months).toContain(month)
    map.element().focus()
    await userEvent.keyboard('{ArrowLeft}')
    await expect.element(map).toHaveAttribute('aria-valuetext', expect.stringMatching(/^11월 17일 \(화\)/))
    await userEvent.keyboard('{ArrowUp}')
    await expect.element(map).toHaveAttribute('aria-valuetext', expect.stringMatching(/^11월 16일 \(월\)/))
    await userEvent.keyboard('{Home}')
    await expect.element(map).toHaveAttribute('aria-valuenow', '0')
    await userEvent.keyboard('{ArrowLeft}')
    await expect.element(map).toHaveAttribute('aria-valuenow', '0')
  })

  test('end the days at both ends, and leave what is pressed with Ctrl to the browser', async () => {
    const { screen } = await open()
    const map = screen.getByRole('slider', { name: /26주 동안 답한 횟수/ })
    await expect.element(map).toHaveAttribute('aria-valuenow', '181')
    await expect.element(map).toHaveAttribute('aria-valuemax', '181')
    map.element().focus()
    for (const code of ['ArrowRight', 'ArrowDown']) expect(pressKey(code).defaultPrevented).toBe(true)
    await expect.element(map).toHaveAttribute('aria-valuenow', '181')
    for (const other of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
      expect(pressKey('Home', other).defaultPrevented).toBe(false)
    expect(pressKey('Tab').defaultPrevented).toBe(false)
    await expect.element(map).toHaveAttribute('aria-valuenow', '181')
    pressKey('Home')
    pressKey('ArrowDown')
    await expect.element(map).toHaveAttribute('aria-valuenow', '1')
    pressKey('ArrowUp')
    await expect.element(map).toHaveAttribute('aria-valuenow', '0')
    pressKey('ArrowRight')
    await expect.element(map).toHaveAttribute('aria-valuenow', '7')
    pressKey('End')
    await expect.element(map).toHaveAttribute('aria-valuenow', '181')
  })

  test('tell the day of the square under the pointer, and keep it where there is none', async () => {
    const { screen } = await open()
    const map = screen.getByRole('slider', { name: /26주 동안 답한 횟수/ })
    await expect.element(map).toHaveAttribute('aria-valuenow', '181')
    const picture = map.element()
    const squares = [...picture.querySelectorAll('.track')].map((square) => square.getBoundingClientRect())
    const pointAt = (x: number, y: number) => {
      picture.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true }))
      return Number(picture.getAttribute('aria-valuenow'))
    }
    for (const index of [0, 9, 100, 180]) {
      const { left, right, top, bottom } = squares[index] ?? new DOMRect()
      pointAt(left + 1, top + 1)
      await expect.element(map).toHaveAttribute('aria-valuenow', String(index))
      pointAt(right - 1, bottom - 1)
      await expect.element(map).toHaveAttribute('aria-valuenow', String(index))
    }
    const { left, top } = picture.getBoundingClientRect()
    pointAt(left + 1, top + 1)
    await new Promise((resolve) => requestAnimationFrame(resolve))
    await expect.element(map).toHaveAttribute('aria-valuenow', '180')
  })

  test('say how much was answered on how many days, and list the weeks, the last first', async () => {
    const days = Array.from({ length: 16 }, (_, index) => ({
      day: addDays(today, index - 15),
      reviews: index % 5 === 0 ? index : 0,
      ms: index * 1000,
      mock: 0,
    }))
    const { screen } = await open(statisticsOf({ days }))
    await expect.element(screen.getByText('3일 동안 30번 답했어요.')).toBeVisible()
    const rows = rowsOf(screen.getByRole('table', { name: /26주/ }).element()).map((row) => row.trim())
    expect(rows).toEqual([
      '주 월 화 수 목 금 토 일',
      '11. 23. 주 0 15',
      '11. 16. 주 0 0 0 10 0 0 0',
      '11. 9. 주 0 0 0 0 0 5 0',
    ])
  })

  test('fill a square the more, the more was answered', async () => {
    const { screen } = await open()
    await expect.element(screen.getByRole('slider', { name: /26주/ })).toBeVisible()
    const wide = (level: number): number =>
      Number(document.querySelector(`[role="slider"] .level-${level}`)?.getAttribute('width'))
    expect(wide(1)).toBeGreaterThan(0)
    expect(wide(2)).toBeGreaterThan(wide(1))
    expect(wide(4)).toBeGreaterThan(wide(2))
  })

  test('tell the day under the pointer', async () => {
    const { screen } = await open()
    const slider = screen.getByRole('slider', { name: /앞으로 14일/ })
    await expect.element(slider).toHaveAttribute('aria-valuetext', '11월 24일 (화): 없음')
    const bar = slider.element().querySelectorAll('.bar')[3]
    await userEvent.hover(bar ?? slider)
    await expect.element(slider).toHaveAttribute('aria-valuetext', '11월 27일 (금): 6문항')
  })

  test('draw the course as its decks, filled by what is known, learnt and new, with what comes to mind', async () => {
    const { screen } = await open()
    const region = screen.getByRole('region', { name: '주제별로 외운 정도' })
    const jars = region.getByRole('list').last().getByRole('listitem')
    await expect
      .poll(() => jars.elements().map((jar) => textOf(jar.querySelector('strong') ?? jar)))
      .toEqual(['강의 전체', '도커와 VM', '격리의 원리', '컨테이너 보안'])
    const second = jars.nth(1)
    await expect.element(second).toMatchTextContent('50% 외움')
    await expect.element(second).toMatchTextContent('외움 6, 외우는 중 4, 새 질문 2, 지금 떠올릴 수 있음 8')
    const picture = second.element().querySelector('.jar')
    const height = (part: string): number => Number(picture?.querySelector(`rect.${part}`)?.getAttribute('height'))
    expect(height('known') / height('learning')).toBeCloseTo(6 / 4)
    expect(height('known') / height('new')).toBeCloseTo(6 / 2)
    // Told apart without colour: by a pattern, and by numbers.
    expect(picture?.querySelector('rect.learning')?.getAttribute('fill')).toMatch(/^url\(#/)
    expect(picture?.querySelector('text.known')?.textContent).toBe('6')
    // Eight of twelve come to mind: two thirds of the jar.
    const held = Number(/ ([\d.]+)H/.exec(picture?.querySelector('.held')?.getAttribute('d') ?? '')?.[1])
    const known = picture?.querySelector('rect.known')
    const bottom = Number(known?.getAttribute('y')) + height('known')
    expect((bottom - held) / height('known')).toBeCloseTo(8 / 6)
    expect(jars.nth(3).element().querySelector('.held')).toBeNull()
  })

  test('foresee fourteen days and tell the time of four weeks', async () => {
    const { screen } = await open()
    const forecast = screen.getByRole('slider', { name: /앞으로 14일/ })
    await expect.element(forecast).toBeVisible()
    const bars = [...forecast.element().querySelectorAll('.bar')]
    expect(bars).toHaveLength(14)
    const tall = bars.map((bar) => Number(bar.getAttribute('height')))
    expect((tall[1] ?? 0) / (tall[3] ?? 1)).toBeCloseTo(5 / 6)
    const time = screen.getByRole('slider', { name: /하루에 쓴 시간/ })
    expect(time.element().querySelectorAll('.bar')).toHaveLength(28)
    await expect.element(time).toHaveAttribute('aria-valuetext', '11월 24일 (화): 5분')
  })

  test('name the days that fit, counted from today, and each month that begins', async () => {
    const { screen } = await open()
    const forecast = screen.getByRole('slider', { name: /앞으로 14일/ })
    await expect.element(forecast).toBeVisible()
    const named = (slider: Element, selector: string) => [...slider.querySelectorAll(selector)].map(textOf)
    expect(named(forecast.element(), 'text.now')).toEqual(['오늘'])
    expect(named(forecast.element(), 'text.month')).toEqual(['12월'])
    const time = screen.getByRole('slider', { name: /하루에 쓴 시간/ }).element()
    expect(named(time, 'text.now')).toEqual(['오늘'])
    expect(named(time, 'text.month')).toEqual(['11월'])
    // Every so many days, and today is one of them.
    const numbers = named(time, 'text[text-anchor="middle"]:not(.month)').map(Number)
    const steps = new Set(
      numbers.slice(1).flatMap((day, index) => (day > (numbers[index] ?? 99) ? day - (numbers[index] ?? 0) : [])),
    )
    expect(steps.size).toBe(1)
    expect((24 - (numbers.at(-1) ?? 0)) % ([...steps][0] ?? 1)).toBe(0)
  })

  test('write names, values and axes within their picture, none over another', async () => {
    const { screen } = await open()
    await expect.element(screen.getByRole('slider', { name: /앞으로 14일/ })).toBeVisible()
    for (const slider of screen.getByRole('slider').elements()) {
      const room = slider.getBoundingClientRect()
      const boxes = [...slider.querySelectorAll('text')].map((text) => ({
        text: textOf(text),
        box: text.getBoundingClientRect(),
      }))
      expect(boxes.length).toBeGreaterThan(3)
      for (const [index, { text, box }] of boxes.entries()) {
        expect(box.left, text).toBeGreaterThanOrEqual(room.left - 1)
        expect(box.right, text).toBeLessThanOrEqual(room.right + 1)
        for (const other of boxes.slice(index + 1)) {
          const isApart =
            box.right <= other.box.left ||
            other.box.right <= box.left ||
            box.bottom <= other.box.top + 4 ||
            other.box.bottom <= box.top + 4
          expect(isApart, `${text} and ${other.text}`).toBe(true)
        }
      }
    }
  })

  test('sum up what comes, and how long the days of four weeks were on which there was something to do', async () => {
    const days = Array.from({ length: 40 }, (_, index) => ({
      day: addDays(today, index - 39),
      reviews: 0,
      ms: 0,
      mock: 0,
    }))
    const onDay = (index: number, reviews: number, ms: number) =>
      (days[index] = { day: addDays(today, index - 39), reviews, ms, mock: 0 })
    onDay(11, 9, 3_600_000)
    onDay(12, 1, 60_000)
    onDay(39, 4, 180_000)
    const { screen } = await open(statisticsOf({ days }))
    await expect.element(screen.getByText('새로 답하지 않으면 14일 동안 50문항이 돌아와요.')).toBeVisible()
    await expect.element(screen.getByText('최근 4주 가운데 복습한 2일의 하루 평균: 2분')).toBeVisible()
    const times = rowsOf(screen.getByRole('table', { name: '하루에 쓴 시간' }).element())
    expect([times.length, times[1], times.at(-1)]).toEqual([29, '10월 28일 (수) 1분', '11월 24일 (화) 3분'])
    const forecast = rowsOf(screen.getByRole('table', { name: '앞으로 14일' }).element())
    expect(forecast.slice(0, 3)).toEqual(['날짜 질문', '11월 24일 (화) 0', '11월 25일 (수) 5'])
  })

  test.each([
    [[179_499], '최근 4주 가운데 복습한 1일의 하루 평균: 2분 59초'],
    [[179_500], '최근 4주 가운데 복습한 1일의 하루 평균: 3분'],
    [[60_000, 298_999], '최근 4주 가운데 복습한 2일의 하루 평균: 2분 59초'],
  ])('tell the mean of %j ms as it is', async (times, said) => {
    const days = times.map((ms, index) => ({ day: addDays(today, index), reviews: 1, ms, mock: 0 }))
    const { screen } = await open(statisticsOf({ days }))
    await expect.element(screen.getByText(said, { exact: true })).toBeVisible()
  })

  test('say so where nothing was done in four weeks', async () => {
    const days = statisticsOf().statistics.days.map(({ day }, index) => ({
      day,
      reviews: index === 0 ? 3 : 0,
      ms: 0,
      mock: 0,
    }))
    const { screen } = await open(statisticsOf({ days, streak: 0 }))
    await expect.element(screen.getByText('최근 4주 동안 답하지 않았어요.')).toBeVisible()
    await expect.element(screen.getByText('오늘 답하면 첫날이 돼요.')).toBeVisible()
  })

  test('rank by what is known: no point that was never asked, no question without a time, eight at most', async () => {
    const { questions } = statisticsOf()
    const asked = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [`docker/s${index}`, { text: `질문 ${index}`, points: [] }]),
    )
    const cards = [
      ...Object.keys(asked).map((card, index) => ({ card, answers: 1, medianMs: (index + 1) * 10_000 })),
      { card: 'docker/gone', answers: 9, medianMs: 900_000 },
      { card: 'docker/q1', answers: 9, medianMs: 0 },
    ]
    const missedPoints = [
      { card: 'docker/q1', index: 0, misses: 1, halves: 2, of: 4 },
      { card: 'docker/q1', index: 1, misses: 0, halves: 0, of: 0 },
      { card: 'docker/q1', index: 7, misses: 1, halves: 0, of: 1 },
    ]
    const { screen } = await open({ ...statisticsOf({ cards, missedPoints }), questions: { ...questions, ...asked } })
    const slow = screen.getByRole('region', { name: '오래 걸린 질문' })
    const names = () => [...slow.element().querySelectorAll('.name')].map(textOf)
    await expect.element(slow).toBeVisible()
    expect(names()).toEqual([9, 8, 7, 6, 5, 4, 3, 2].map((index) => `질문 ${index}`))
    const bars = [...slow.element().querySelectorAll('.fill')].map((bar) => Number(bar.getAttribute('width')))
    expect([bars[0], bars[1], bars.at(-1)]).toEqual([100, 90, 30])
    const missed = screen.getByRole('region', { name: '자주 놓치는 포인트' })
    expect([...missed.element().querySelectorAll('.value strong')].map(textOf)).toEqual(['50%'])
    expect(missed.element().querySelector('.fill')?.getAttribute('width')).toBe('50')
  })

  test('tell mock interviews apart', async () => {
    const days = statisticsOf().statistics.days.map((day, at, all) =>
      at === all.length - 1 ? { ...day, mock: 6 } : day,
    )
    const mock = { interviews: 2, questions: 10, followUps: 3, ms: 900_000, score: 0.714 }
    const { screen } = await open(statisticsOf({ mock, days }))
    const region = screen.getByRole('region', { name: '모의 면접' })
    for (const said of ['2번', '질문 10개, 꼬리 질문 3개', '평균 71점'])
      await expect.element(region.getByText(said, { exact: true })).toBeVisible()
    await expect.element(screen.getByText(/모의 면접에서는 6문항에 답했어요/)).toBeVisible()
    const slider = screen.getByRole('slider', { name: /^26주/ })
    await expect.element(slider).toHaveAttribute('aria-valuetext', expect.stringMatching(/7번, 5분, 모의 면접 6문항$/))
  })

  test('say so where nothing was missed and nothing timed', async () => {
    const { screen } = await open(statisticsOf({ cards: [], missedPoints: [] }))
    await expect.element(screen.getByText(reviewStatisticsWords.ko.missedNone)).toBeVisible()
    await expect.element(screen.getByText(reviewStatisticsWords.ko.slowNone)).toBeVisible()
  })

  test('name a deck that is gone by its id, and know nothing of one without questions', async () => {
    const mastery = [
      { topic: null, cards: 40, held: 1, known: 1, learning: 0, new: 39 },
      { topic: '09-gone', cards: 0, held: 0, known: 0, learning: 0, new: 0 },
    ]
    const { screen } = await open(statisticsOf({ mastery }))
    const region = screen.getByRole('region', { name: '주제별로 외운 정도' })
    const jars = region.getByRole('list').last().getByRole('listitem')
    await expect.element(jars.nth(1)).toMatchTextContent(/^\s*09-gone\s*0% 외움/)
    // A layer that is too thin for its number has none.
    expect(jars.nth(0).element().querySelector('text.known')).toBeNull()
    expect(jars.nth(0).element().querySelector('text.new')?.textContent).toBe('39')
    expect(jars.nth(0).element().querySelector('strong')?.lang).toBe('')
    expect(jars.nth(1).element().querySelector('strong')?.lang).toBe('ko')
  })

  test('list the points missed most with their questions, and the slowest questions', async () => {
    const { screen } = await open()
    const missed = screen.getByRole('region', { name: '자주 놓치는 포인트' })
    const points = missed.getByRole('listitem')
    // A point that the course does not have any more is not named.
    await expect.poll(() => points.elements().length).toBe(2)
    await expect.element(points.nth(0)).toMatchTextContent('볼륨에 둔 데이터는 남는다')
    await expect.element(points.nth(0)).toMatchTextContent('컨테이너를 삭제하면 데이터는 어떻게 되나요?')
    await expect.element(points.nth(0)).toMatchTextContent('88%')
    await expect.element(points.nth(0)).toMatchTextContent('4번 중 놓침 3번, 일부 1번')
    const slow = screen.getByRole('region', { name: '오래 걸린 질문' }).getByRole('listitem')
    await expect.element(slow.nth(0)).toMatchTextContent('컨테이너와 VM은 무엇이 다른가요?')
    await expect.element(slow.nth(0)).toMatchTextContent('2분 10초')
    await expect.element(slow.nth(1)).toMatchTextContent('45초')
  })

  test('have every chart as a table too, read out at any time and seen on demand', async () => {
    const { screen } = await open()
    await expect.element(screen.getByRole('table').first()).toBeInTheDocument()
    const names = screen
      .getByRole('table')
      .elements()
      .map((table) => textOf(table.querySelector('caption') ?? table))
    expect(names).toEqual([
      '26주 동안 답한 횟수',
      '주제별로 외운 정도',
      '앞으로 14일',
      '하루에 쓴 시간',
      '자주 놓치는 포인트',
      '오래 걸린 질문',
    ])
    const table = screen.getByRole('table', { name: '주제별로 외운 정도' })
    expect(rowsOf(table.element())[2]).toBe('도커와 VM 12 6 4 2 8')
    const box = (): number => table.element().parentElement?.getBoundingClientRect().height ?? 0
    expect(box()).toBeLessThanOrEqual(1)
    const toggle = screen.getByRole('button', { name: '표로 보기: 주제별로 외운 정도' })
    await expect.element(toggle).toHaveAttribute('aria-expanded', 'false')
    await toggle.click()
    expect(box()).toBeGreaterThan(100)
    await screen.getByRole('button', { name: '표 접기: 주제별로 외운 정도' }).click()
    expect(box()).toBeLessThanOrEqual(1)
  })

  test('invite someone who is new, over the course’s empty jars', async () => {
    const { screen, onleave } = await open(ofNewPerson())
    await expect.element(screen.getByRole('heading', { name: '아직 답한 질문이 없어요' })).toBeVisible()
    await expect.element(screen.getByRole('region', { name: '주제별로 외운 정도' })).toBeVisible()
    await expect.element(screen.getByRole('slider')).not.toBeInTheDocument()
    expect(await complaints()).toEqual([])
    await screen.getByRole('button', { name: '복습하러 가기' }).click()
    expect(onleave).toHaveBeenCalledOnce()
  })

  test('show nothing of a course without questions but the way back', async () => {
    const { screen } = await open(statisticsOf({ ...ofNewPerson().statistics, mastery: [] }))
    await expect.element(screen.getByRole('heading', { name: '아직 답한 질문이 없어요' })).toBeVisible()
    expect(screen.getByRole('region').elements()).toEqual([])
  })

  test('are shown to who knows a question already, though nothing was answered on these days', async () => {
    const mastery = [{ topic: null, cards: 26, held: 1, known: 1, learning: 0, new: 25 }]
    const { screen } = await open(statisticsOf({ ...ofNewPerson().statistics, mastery }))
    await expect.element(screen.getByRole('region', { name: '오늘', exact: true })).toBeVisible()
  })

  test('are those that were asked for last, whatever is answered first', async () => {
    const answers: ((statistics: ReviewStatistics) => void)[] = []
    await readyShell(() =>
      fake.when('review:statistics', () => new Promise<ReviewStatistics>((resolve) => answers.push(resolve))),
    )
    const screen = await render(StatisticsView, { course: 'docker', lang: 'ko', onleave: () => undefined })
    await expect.element(screen.getByRole('status')).toHaveTextContent('통계를 세고 있어요…')
    fake.tell('review:changed', null)
    await expect.poll(() => answers.length).toBe(2)
    answers[1]?.(statisticsOf({ streak: 10 }))
    await expect.element(screen.getByText('10일', { exact: true })).toBeVisible()
    answers[0]?.(statisticsOf({ streak: 3 }))
    await new Promise((resolve) => requestAnimationFrame(resolve))
    await expect.element(screen.getByText('10일', { exact: true })).toBeVisible()
  })

  test('say why they cannot be had, and try again', async () => {
    await readyShell(() =>
      fake.when('review:statistics', () => {
        throw new Failed({ code: 'not-found', message: { ko: '라이브러리에 없는 강의예요.', en: 'Not there.' } })
      }),
    )
    const screen = await render(StatisticsView, { course: 'gone', lang: 'ko', onleave: () => undefined })
    await expect.element(screen.getByRole('alert')).toMatchTextContent('라이브러리에 없는 강의예요.')
    fake.when('review:statistics', () => statisticsOf())
    await screen.getByRole('button', { name: '다시 시도' }).click()
    await expect.element(screen.getByRole('region', { name: '오늘', exact: true })).toBeVisible()
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
  })

  test('are left by the button and by Escape, but not while a dialog is open', async () => {
    const { screen, onleave } = await open()
    await screen.getByRole('button', { name: '복습 처음 화면' }).click()
    expect(onleave).toHaveBeenCalledTimes(1)
    const dialog = document.body.appendChild(document.createElement('dialog'))
    dialog.showModal()
    await userEvent.keyboard('{Escape}')
    expect(onleave).toHaveBeenCalledTimes(1)
    dialog.remove()
    await userEvent.keyboard('{Escape}')
    expect(onleave).toHaveBeenCalledTimes(2)
  })

  test.each(['light', 'dark', 'contrast'] as const)('please axe in the %s theme', async (theme) => {
    const { screen } = await open()
    await expect.element(screen.getByRole('slider').first()).toBeVisible()
    inTheme(theme)
    await expect.poll(() => document.documentElement.dataset['theme']).toBe(theme)
    await screen.getByRole('button', { name: /^표로 보기: 26주/ }).click()
    expect(await complaints()).toEqual([])
  })
})
