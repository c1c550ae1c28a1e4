import { fake } from '../deck/fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cleanup, render } from 'vitest-browser-svelte'
import { page } from 'vitest/browser'
import type { ThemeName } from '../../../src/contract/library.ts'
import type { Place } from '../../../src/contract/talk.ts'
import { withCover } from '../../../src/core/deck/index.ts'
import { inlinePlain } from '../../../src/core/diagram/inline.ts'
import { sceneOf } from '../../../src/core/scenes/index.ts'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import Presenter from '../../../src/renderer/presenter/Presenter.svelte'
import { notices } from '../../../src/renderer/window/notices.svelte.ts'
import { pressKey } from '../deck/press-key.ts'
import { deckOf, deckWith, longDeck, questions } from '../deck/sample-deck.ts'
import { reduceMotion } from '../deck/stub-media.ts'

fake.install()

beforeAll(async () => {
  fake.present(deckOf())
  await look.start()
})
afterEach(async () => {
  cleanup()
  notices.list = []
  await page.viewport(1280, 720)
})

async function open(place: Place = { slide: 'list', step: 1 }, deck = deckOf()) {
  fake.present(deck, questions, place)
  fake.tell('settings:changed', fake.settings)
  const screen = await render(Presenter)
  const one = (selector: string): HTMLElement => {
    const found = screen.container.querySelector<HTMLElement>(selector)
    if (!found) throw new Error(`no ${selector}`)
    return found
  }
  const thumbs = () =>
    Array.from(screen.container.querySelectorAll<HTMLElement>('.thumb .slide'), (slide) => ({
      slide: slide.dataset['slide'],
      later: slide.querySelectorAll('[data-later]').length,
    }))
  await expect.poll(() => thumbs()[0]?.slide).toBe(place.slide)
  return { screen, one, thumbs, notes: () => one('.notes') }
}
const place = () => fake.snapshot?.place
const intents = () => fake.asked.filter(({ name }) => name === 'talk:intent').map(({ payload }) => payload)
const isWithin = (part: Element, box: Element): boolean => {
  const [a, b] = [part.getBoundingClientRect(), box.getBoundingClientRect()]
  return a.top >= b.top - 1 && a.bottom <= b.bottom + 1
}

describe('notes', () => {
  test('show the slide’s own words and the answer of the question that it asks', async () => {
    const { notes } = await open()
    expect(notes().textContent).toContain('여는 말입니다.')
    expect(notes().textContent).toContain('Docker와 VM을 비교해 주세요.')
    expect(notes().textContent).toContain('가장 큰 차이는 무엇을 나눠 쓰느냐입니다.')
    expect(notes().lang).toBe('ko')
  })

  test('mark a question that only the other language has, in that language', async () => {
    const [first] = questions
    if (!first) throw new Error('there are no questions')
    fake.present(deckOf(), [{ ...first, lang: 'en', text: 'Compare them.' }, ...questions.slice(1)], {
      slide: 'list',
      step: 1,
    })
    fake.tell('settings:changed', fake.settings)
    const { container } = await render(Presenter)
    await expect.poll(() => container.querySelector<HTMLElement>('.notes article')?.lang).toBe('en')
    const tags = [...container.querySelectorAll<HTMLElement>('.notes article h2 .tag')]
    expect(tags.map(({ lang, textContent }) => [lang, textContent])).toEqual([['en', 'English']])
    cleanup()
    expect((await open()).notes().querySelector('.tag')).toBeNull()
  })

  test('mark the part that belongs to the current step, and keep it on later steps', async () => {
    const { one } = await open()
    const now = () => one('.notes [data-now]').textContent.trim()
    expect(now()).toBe('첫 단계의 말입니다.')
    fake.intend({ type: 'next' })
    await expect.poll(now).toBe('둘째 단계의 말입니다.')
    fake.intend({ type: 'next' })
    await expect.poll(() => place()?.step).toBe(3)
    expect(now()).toBe('둘째 단계의 말입니다.')
    fake.intend({ type: 'first' })
  })

  test('scroll to the part of the step', async () => {
    const long = '말이 길어집니다. '.repeat(160)
    const { one, notes } = await open({ slide: 'list', step: 1 }, deckWith('[1] 첫 단계의 말입니다.', `[1] ${long}`))
    fake.intend({ type: 'next' })
    await expect.poll(() => one('.notes [data-now]').textContent.trim()).toBe('둘째 단계의 말입니다.')
    await expect.poll(() => isWithin(one('.notes [data-now]'), notes())).toBe(true)
  })

  describe('where less motion is wanted', () => {
    beforeEach(() => reduceMotion(true))
    afterEach(() => reduceMotion(false))

    /** Twice: what is asked for in the first is there in the second. */
    const frames = async (): Promise<void> => {
      await document.fonts.ready
      for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame)
    }
    const openLong = () => {
      const long = '말이 이어집니다. '.repeat(160)
      const parts = `[1] 첫 단계의 말입니다.\n\n${long}\n\n[2] 둘째 단계의 말입니다.\n\n[3] ${long}`
      return open({ slide: 'list', step: 1 }, deckWith('[1] 첫 단계의 말입니다.\n\n[2] 둘째 단계의 말입니다.', parts))
    }

    test.each([
      ['all but its first line is in sight', 'top', -2, true],
      ['it is the first in sight', 'top', 2, false],
      ['it is the last in sight', 'bottom', -2, false],
      ['its last line fades', 'bottom', 2, true],
    ] as const)('the part of the step is aimed at, as far as there is need: %s', async (_what, edge, by, moves) => {
      const { one, notes } = await openLong()
      const box = notes()
      const part = one('.notes [data-part="2"]')
      const seen = box.getBoundingClientRect()
      const fade =
        parseFloat(getComputedStyle(box).getPropertyValue('--fade')) * parseFloat(getComputedStyle(box).fontSize)
      const to = edge === 'top' ? seen.top : seen.bottom - fade
      await frames()
      box.scrollTop += part.getBoundingClientRect()[edge] - (to + by)
      const before = box.scrollTop
      fake.intend({ type: 'next' })
      await expect.poll(() => one('.notes [data-now]')).toBe(part)
      await frames()
      if (moves) expect((part.getBoundingClientRect().top - seen.top) / seen.height).toBeCloseTo(0.15, 2)
      else expect(box.scrollTop).toBe(before)
    })

    test('another slide begins with its first words', async () => {
      const slides = ['가', '나'].map(
        (word) => `---\nid: ${word}\nlayout: content\n---\n\n## ${word}\n\n<!-- ${`${word}라는 말. `.repeat(400)} -->`,
      )
      const deck = deckOf(`---\ntitle: 두 장\nlang: ko\n---\n\n${slides.join('\n\n')}\n`)
      const { notes } = await open({ slide: '가', step: 1 }, deck)
      await frames()
      notes().scrollTop = 200
      await frames()
      expect(notes().scrollTop).toBe(200)
      fake.intend({ type: 'next' })
      await expect.poll(() => notes().textContent).toContain('나라는 말.')
      await frames()
      expect(notes().scrollTop).toBe(0)
    })

    test('the up and down keys go there at once, else on the way', async () => {
      const { notes } = await openLong()
      await frames()
      notes().scrollTop = 0
      pressKey('ArrowDown')
      expect(notes().scrollTop / notes().clientHeight).toBeCloseTo(0.4, 2)
      await reduceMotion(false)
      const before = notes().scrollTop
      pressKey('ArrowDown')
      expect(notes().scrollTop).toBe(before)
      await expect.poll(() => notes().scrollTop).toBeGreaterThan(before)
    })
  })

  test('go one line → depth → answer by one key, on a Hangul keyboard too', async () => {
    const { screen, notes } = await open()
    const isOn = (name: string) => screen.getByRole('button', { name, exact: true })
    await expect.element(isOn('답변')).toHaveAttribute('aria-pressed', 'true')
    pressKey('KeyN', { key: 'ㅜ' })
    await expect.element(isOn('깊이')).toHaveAttribute('aria-pressed', 'true')
    expect(notes().textContent).toContain('커널이 하드웨어를 다루기 때문입니다.')
    expect(notes().textContent).toContain('엔진을 하이퍼바이저 자리에 그린다')
    pressKey('KeyN')
    await expect.element(isOn('한 줄')).toHaveAttribute('aria-pressed', 'true')
    expect(notes().textContent).toContain('VM은 커널을 각자 갖고 컨테이너는 나눠 씁니다.')
    expect(notes().textContent).not.toContain('가장 큰 차이는')
    pressKey('KeyN')
    await expect.element(isOn('답변')).toHaveAttribute('aria-pressed', 'true')
  })

  test('of a slide without a question are its own', async () => {
    const { notes, screen } = await open({ slide: 'cover', step: 1 })
    expect(notes().textContent).toContain('인사말입니다.')
    await expect.element(screen.getByRole('heading', { name: '발표자 노트' })).toBeVisible()
  })

  test('grow and shrink within bounds, and the size is kept', async () => {
    const { notes } = await open()
    const size = () => parseFloat(getComputedStyle(notes()).fontSize)
    const before = size()
    pressKey('Equal', { shiftKey: true, key: '+' })
    await expect.poll(size).toBeCloseTo(before * 1.1, 1)
    expect(fake.settings.notesScale).toBe(1.1)
    for (let i = 0; i < 30; i += 1) {
      pressKey('Minus')
      await Promise.resolve()
    }
    await expect.poll(() => fake.settings.notesScale).toBe(0.8)
    const larger = () => {
      pressKey('Equal', { shiftKey: true, key: '+' })
      return fake.settings.notesScale
    }
    await expect.poll(larger, { interval: 4 }).toBe(3)
    for (let i = 0; i < 3; i += 1) await expect.poll(larger).toBe(3)
    pressKey('Digit0')
    await expect.poll(() => fake.settings.notesScale).toBe(1)
  })

  test('scroll by the up and down keys', async () => {
    const { notes } = await open({ slide: 'list', step: 1 }, deckWith('여는 말입니다.', '여는 말입니다. '.repeat(200)))
    const start = notes().scrollTop
    pressKey('ArrowDown')
    // By a part of what is seen, so that the last lines seen are still there to read on from.
    const byAPart = () => (notes().scrollTop - start) / notes().clientHeight
    await expect.poll(byAPart).toBeCloseTo(0.4, 2)
    pressKey('ArrowUp')
    await expect.poll(() => notes().scrollTop).toBe(start)
    expect(intents()).toEqual([])
  })

  test('open links outside by the shell', async () => {
    const { screen } = await open()
    pressKey('KeyN')
    await screen.getByRole('link', { name: 'Docker Docs' }).click()
    expect(fake.asked.at(-1)).toEqual({ name: 'link:open', payload: { url: 'https://docs.docker.com/' } })
  })

  test('lead to another slide by its name', async () => {
    const { screen } = await open(undefined, deckWith('여는 말입니다.', '[그림](#stack)을 봅니다.'))
    await screen.getByRole('region', { name: '발표자 노트' }).getByRole('link', { name: '그림' }).click()
    expect(intents()).toEqual([{ type: 'goTo', place: { slide: 'stack', step: 1 } }])
  })

  test('begin with what is wrong with the slide, which the audience is not told', async () => {
    const { notes, one } = await open(
      { slide: 'list', step: 1 },
      deckWith('[그림](#stack)', '[그림](#stak) ![디스크](https://a.b/c.png)'),
    )
    const wrong = Array.from(notes().querySelectorAll('.wrong li'), (item) => item.textContent)
    expect(wrong).toHaveLength(2)
    expect(wrong.join('\n')).toMatch(/\d+행.*#stak.*\n.*\d+행.*c\.png/s)
    expect(one('.thumb .slide').textContent).not.toContain('#stak')
    expect(one('.thumb .slide').dataset['layout']).toBe('content')
  })

  test('of a slide that has none say so', async () => {
    const { notes } = await open({ slide: 's1', step: 1 }, longDeck(2))
    expect(notes().textContent.trim()).toBe('이 슬라이드에는 노트가 없어요.')
  })
})

describe('now and next', () => {
  test('the next step is a step, then a slide, then the end', async () => {
    const { thumbs, screen } = await open({ slide: 'list', step: 2 })
    expect(thumbs()).toEqual([
      { slide: 'list', later: 1 },
      { slide: 'list', later: 0 },
    ])
    fake.intend({ type: 'next' })
    await expect.poll(() => thumbs()[1]?.slide).toBe('stack')
    await expect.element(screen.getByText('다음 슬라이드')).toBeVisible()
    fake.intend({ type: 'last' })
    await expect.element(screen.getByText('마지막입니다')).toBeVisible()
    expect(thumbs()).toHaveLength(1)
  })

  test('counts slide and step', async () => {
    const { one } = await open({ slide: 'list', step: 2 })
    expect(one('[data-counter]').textContent).toBe('03 · 2/3')
    fake.intend({ type: 'next' })
    await expect.poll(() => one('[data-counter]').textContent).toBe('03 · 3/3')
  })

  test('counts no cover that was made: what was written first is slide 1', async () => {
    const { one, screen } = await open({ slide: 'lectern-cover', step: 1 }, withCover(longDeck(3)))
    expect(one('[data-counter]').textContent).toBe('표지')
    expect(one('.bar .pace b').textContent).toBe('표지')
    expect(one('.next h2 span:last-child').textContent.trim()).toBe('01 · 1/2')
    expect(one('.time').textContent).toContain('0:00')
    fake.intend({ type: 'next' })
    await expect.poll(() => one('[data-counter]').textContent).toBe('01 · 1/2')
    await expect.element(screen.getByText('슬라이드 1/3')).toBeVisible()
  })

  test('thumbnails take neither focus nor clicks', async () => {
    const { screen } = await open()
    for (const thumb of screen.container.querySelectorAll<HTMLElement>('.thumb')) expect(thumb.inert).toBe(true)
  })

  test('draws two slides of two thousand', async () => {
    const { thumbs } = await open({ slide: 's1000', step: 2 }, longDeck(2000))
    expect(thumbs().map(({ slide }) => slide)).toEqual(['s1000', 's1001'])
  })

  test('keeps the place when the deck changes under it', async () => {
    const { one, notes } = await open({ slide: 'list', step: 2 })
    fake.rewrite(deckWith('[2] 둘째 단계의 말입니다.', '[2] 고쳐 쓴 말입니다.'))
    await expect.poll(() => notes().textContent).toContain('고쳐 쓴 말입니다.')
    expect(one('[data-counter]').textContent).toBe('03 · 2/3')
  })

  test('tells a screen reader where it is, and that it is black', async () => {
    const { screen } = await open({ slide: 'list', step: 2 })
    const title = '앱을 이미지로 싸서 나르고 실행한다'
    const said = screen.getByRole('status').filter({ hasText: title })
    await expect.element(said).toHaveTextContent(`${title}. 3단계 중 2단계`)
    expect(document.title).toBe(`발표자 화면 · 도커와 VM · ${title}`)
    fake.intend({ type: 'blackout' })
    await expect.element(said).not.toBeInTheDocument()
    await expect.element(screen.getByRole('status').filter({ hasText: '청중 화면이 검은' })).toBeInTheDocument()
  })

  test('says that the audience sees black', async () => {
    const { screen } = await open()
    expect(screen.getByText('청중 화면이 검은 상태예요').query()).toBeNull()
    pressKey('Period')
    await expect.element(screen.getByText('청중 화면이 검은 상태예요').first()).toBeVisible()
    await expect.element(screen.getByRole('button', { name: /검정/ })).toHaveAttribute('aria-pressed', 'true')
  })
})

describe('follow-ups', () => {
  test('are listed; a digit jumps to the slide that answers, Backspace returns to the exact step', async () => {
    const { screen } = await open({ slide: 'list', step: 2 })
    await expect.element(screen.getByRole('button', { name: '1 커널이 왜 중요한가요? 4번째 장' })).toBeEnabled()
    await expect.element(screen.getByRole('button', { name: /쿠버네티스/ })).toBeDisabled()
    pressKey('Digit2')
    await expect.element(screen.getByText(/^이 덱에는 답하는 슬라이드가 없어요: .*쿠버네티스/)).toBeVisible()
    expect(place()).toEqual({ slide: 'list', step: 2 })
    pressKey('Digit1')
    expect(place()).toEqual({ slide: 'stack', step: 1 })
    await screen.getByRole('button', { name: /돌아가기/ }).click()
    expect(place()).toEqual({ slide: 'list', step: 2 })
  })
})

describe('clock', () => {
  test('counts on from the snapshot, against the planned minutes', async () => {
    fake.present(deckOf(), questions, { slide: 'list', step: 1 })
    const { screen } = await open()
    await expect.element(screen.getByRole('timer')).toHaveTextContent('0:00 / 12:00')
    await expect.element(screen.getByText('넘기면 시계가 시작돼요')).toBeVisible()
    fake.intend({ type: 'next' })
    await expect.element(screen.getByRole('timer')).toHaveTextContent('0:01 / 12:00')
    pressKey('KeyT')
    await expect.element(screen.getByText('시계 멈춤')).toBeVisible()
  })

  const clockAt = (minutes: number) => {
    const start = Date.now()
    fake.happen({ type: 'resetClock', at: start })
    fake.happen({ type: 'pauseClock', on: false, at: start })
    fake.happen({ type: 'pauseClock', on: true, at: start + minutes * 60_000 })
  }

  test('tells what is left of the planned time, and then by how much it is over', async () => {
    const { screen, one } = await open()
    const mark = () => parseFloat(one('.track u').style.insetInlineStart)
    clockAt(3)
    await expect.element(screen.getByRole('timer')).toHaveTextContent('3:00 / 12:00')
    await expect.element(screen.getByText('남은 시간 9:00')).toBeVisible()
    expect(mark()).toBe(25)
    clockAt(12)
    await expect.element(screen.getByText('남은 시간 0:00')).toBeVisible()
    expect(one('.time').classList.contains('over')).toBe(false)
    clockAt(13.5)
    await expect.element(screen.getByText('1:30 넘음')).toBeVisible()
    expect(screen.getByText(/남은 시간/).query()).toBeNull()
    expect(one('.time').classList.contains('over')).toBe(true)
    expect(mark()).toBe(100)
    await expect.element(screen.getByText(/^현재 시각 \d\d:\d\d$/)).toBeVisible()
  })

  test('counts up alone where no time was planned', async () => {
    const { screen, one } = await open({ slide: 's1', step: 1 }, longDeck(2))
    clockAt(3)
    await expect.poll(() => one('.time').textContent.trim()).toBe('3:00')
    expect(screen.getByText(/남은 시간|넘음/).query()).toBeNull()
    expect(one('.track').querySelector('u')).toBeNull()
  })

  test('stands beside how far the talk has come, counted in steps', async () => {
    const { screen, one } = await open({ slide: 's2', step: 1 }, longDeck(4))
    const bar = screen.getByRole('progressbar', { name: '발표가 나아간 정도' })
    await expect.element(bar).toHaveAttribute('aria-valuenow', '38')
    expect(one('.track i').style.inlineSize).toBe('37.5%')
    await expect.element(screen.getByText('슬라이드 2/4')).toBeVisible()
    fake.intend({ type: 'first' })
    await expect.element(bar).toHaveAttribute('aria-valuenow', '13')
    fake.intend({ type: 'last' })
    await expect.element(bar).toHaveAttribute('aria-valuenow', '100')
  })

  test('is reset by a button that must be held', async () => {
    const { screen } = await open()
    const button = screen.getByRole('button', { name: 'R 0으로 (1초 누르기)' }).element()
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    button.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(intents()).toEqual([])
    await expect.element(screen.getByText('R 0으로 (1초 누르기)', { exact: true })).toBeVisible()
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    await expect.poll(() => intents()).toEqual([{ type: 'resetClock' }])
    await expect.poll(() => screen.getByText('R 0으로 (1초 누르기)', { exact: true }).query()).toBeNull()
    // The click that ends the hold means nothing, and nothing was let go too soon.
    button.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(intents()).toHaveLength(1)
    expect(screen.getByText('R 0으로 (1초 누르기)', { exact: true }).query()).toBeNull()
  })

  test.each(['pointerleave', 'blur'])('is not reset where %s ends the hold', async (end) => {
    const { screen } = await open()
    const button = screen.getByRole('button', { name: 'R 0으로 (1초 누르기)' }).element()
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    expect(screen.getByText('R 0으로 (1초 누르기)', { exact: true }).query()).toBeNull()
    button.dispatchEvent(new Event(end))
    await expect.element(screen.getByText('R 0으로 (1초 누르기)', { exact: true })).toBeVisible()
  })

  test('is reset once by a key that is held, however often it repeats', async () => {
    const { screen } = await open()
    const button = screen.getByRole('button', { name: 'R 0으로 (1초 누르기)' }).element()
    const press = (repeat: boolean) => {
      const event = new KeyboardEvent('keydown', { code: 'Enter', repeat, bubbles: true, cancelable: true })
      button.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(press(false)).toBe(true)
    const repeating = setInterval(() => press(true), 100)
    await expect.poll(intents).toEqual([{ type: 'resetClock' }])
    clearInterval(repeating)
    const other = new KeyboardEvent('keydown', { code: 'Tab', bubbles: true, cancelable: true })
    button.dispatchEvent(other)
    expect(other.defaultPrevented).toBe(false)
  })

  test('is reset at once by the click of a screen reader, also after a key was let go too soon', async () => {
    const { screen } = await open()
    const button = screen.getByRole('button', { name: 'R 0으로 (1초 누르기)' }).element()
    button.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', bubbles: true, cancelable: true }))
    button.dispatchEvent(new KeyboardEvent('keyup', { code: 'Enter', bubbles: true }))
    expect(intents()).toEqual([])
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(intents()).toEqual([{ type: 'resetClock' }])
  })
})

describe('the picture of a slide', () => {
  const scrubs = () => intents().filter((intent) => (intent as { type: string }).type === 'scrub')

  test('is held in its motion by hand, at most once a picture, and let go', async () => {
    const { screen } = await open({ slide: 'stack', step: 1 })
    const motion = screen.getByRole('slider', { name: '이 단계의 움직임' })
    const letGo = screen.getByRole('button', { name: '놓기' })
    await expect.element(motion).toHaveAttribute('aria-valuetext', '놓여 있음')
    await expect.element(motion).toHaveValue('1')
    await expect.element(letGo).not.toBeInTheDocument()
    const input = motion.element() as HTMLInputElement
    for (const value of ['0.2', '0.6']) {
      input.value = value
      input.dispatchEvent(new Event('input', { bubbles: true }))
    }
    await expect.element(motion).toHaveAttribute('aria-valuetext', '60 %')
    expect(scrubs()).toEqual([{ type: 'scrub', share: 0.6 }])
    await letGo.click()
    await expect.element(motion).toHaveAttribute('aria-valuetext', '놓여 있음')
    expect(scrubs()).toHaveLength(2)
    await expect.element(letGo).not.toBeInTheDocument()
    // The button is gone, and the keyboard is not lost with it.
    await expect.element(motion).toHaveFocus()
  })

  test('has a log, which takes the room of what comes next', async () => {
    const { screen, thumbs } = await open({ slide: 'stack', step: 1 })
    const log = screen.getByRole('button', { name: /^L 기록/ })
    await expect.element(log).toHaveAttribute('aria-pressed', 'false')
    expect(thumbs()).toHaveLength(2)
    await log.click()
    await expect.element(log).toHaveAttribute('aria-pressed', 'true')
    expect(thumbs()).toHaveLength(1)
    await log.click()
    await expect.poll(() => thumbs().length).toBe(2)
  })

  test('asks the audience, and tells the answer only here; its motion and knobs wait', async () => {
    const asked = sceneOf('vm-vs-container')?.steps.find(({ id }) => id === 'VC-5')?.predict
    const because = inlinePlain(asked?.because.ko ?? '')
    const { screen, one } = await open({ slide: 'beside', step: 1, asking: true })
    expect(one('.answer').textContent).toContain(because)
    expect(one('.answer b').textContent).toBe('ABCD'[asked?.answer ?? -1])
    expect(screen.getByRole('slider').query()).toBeNull()
    fake.intend({ type: 'log' })
    await expect.poll(() => fake.snapshot?.log).not.toBeNull()
    expect(screen.container.querySelectorAll('.logs')).toHaveLength(0)
    fake.intend({ type: 'next' })
    await expect.poll(() => screen.container.querySelector('.answer')).toBeNull()
    expect(screen.container.querySelectorAll('.logs')).toHaveLength(1)
    await expect.element(screen.getByRole('button', { name: /^L 기록/ })).toHaveAttribute('aria-pressed', 'true')
    await expect.element(screen.getByRole('slider', { name: '이 단계의 움직임' })).toBeEnabled()
  })

  test('is not there to be moved on a slide of words', async () => {
    const { screen } = await open({ slide: 'list', step: 1 })
    expect(screen.getByRole('slider').query()).toBeNull()
  })
})

describe('the tools of the window', () => {
  const asked = () => fake.asked.map(({ name, payload }) => [name, payload])

  test('open the window of the audience', async () => {
    const { screen } = await open()
    await screen.getByRole('button', { name: '청중 창 열기' }).click()
    expect(asked()).toContainEqual(['window:open', { window: 'deck' }])
  })

  test('end the talk', async () => {
    const { screen } = await open()
    const button = screen.getByRole('button', { name: '발표 끝내기 (1초 누르기)' }).element()
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await expect.element(screen.getByRole('heading', { name: '진행 중인 발표가 없어요' })).toBeVisible()
    expect(document.title).toBe('Lectern · 발표자 화면')
  })

  test('lead back and forth, pause the clock, and make the audience’s window black', async () => {
    const { screen } = await open({ slide: 'list', step: 2 })
    for (const name of ['이전', '다음', 'B 검정', 'T 시계'])
      await screen.getByRole('button', { name, exact: true }).click()
    expect(intents()).toEqual([{ type: 'previous' }, { type: 'next' }, { type: 'blackout' }, { type: 'pauseClock' }])
  })
})

describe('the look of the window', () => {
  const inTheme = async (theme: ThemeName | 'system') => {
    const { one } = await open()
    fake.tell('settings:changed', { ...fake.settings, theme })
    await expect.poll(() => look.settings.theme).toBe(theme)
    return one('.window')
  }

  test('is dark where nobody chose, for a bright one blinds in a dark room; what the audience sees is not', async () => {
    const window = await inTheme('system')
    expect(look.theme).toBe('light')
    await expect.poll(() => window.dataset['theme']).toBe('dark')
    expect(window.querySelector<HTMLElement>('.thumb .slide')?.dataset['theme']).toBe('light')
  })

  test.each(['light', 'dark', 'contrast'] as const)('is %s where a person chose that', async (theme) => {
    const window = await inTheme(theme)
    await expect.poll(() => window.dataset['theme']).toBe(theme)
  })
})

describe('keys in the presenter window', () => {
  test.each([
    ['ArrowRight', 'next'],
    ['Space', 'next'],
    ['PageDown', 'next'],
    ['ArrowLeft', 'previous'],
    ['PageUp', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['Period', 'blackout'],
    ['KeyB', 'blackout'],
  ])('%s asks for %s', async (code, type) => {
    await open({ slide: 'list', step: 2 })
    pressKey(code)
    expect(intents()).toEqual([{ type }])
  })

  test('a focused button keeps Space and gives the arrows to the talk', async () => {
    const { screen } = await open()
    screen.getByRole('button', { name: '한 줄' }).element().focus()
    expect(pressKey('Space').defaultPrevented).toBe(false)
    pressKey('ArrowRight')
    pressKey('PageDown')
    expect(intents()).toEqual([{ type: 'next' }, { type: 'next' }])
  })

  test('? shows the keys, those of the notes too', async () => {
    const { screen } = await open()
    pressKey('Slash', { shiftKey: true })
    await expect.element(screen.getByRole('dialog')).toBeVisible()
    await expect.element(screen.getByText('노트 글자 크게')).toBeVisible()
    pressKey('Slash', { shiftKey: true })
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
  })

  test('Escape closes the keys and leaves the screen of the audience as it is', async () => {
    const { screen } = await open()
    const left = () => fake.asked.filter(({ name }) => name === 'window:fullscreen')
    fake.tell('keys:show', { window: 'deck' })
    fake.tell('keys:show', { window: 'presenter' })
    await expect.element(screen.getByRole('dialog')).toBeVisible()
    pressKey('Escape')
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
    expect(left()).toEqual([])
    pressKey('Escape')
    await expect.poll(left).toHaveLength(1)
  })
})

describe('the splitter', () => {
  test('moves by keyboard, alone, and is kept', async () => {
    const { screen, one } = await open()
    const splitter = screen.getByRole('separator', { name: '노트 너비' })
    const before = one('main').getBoundingClientRect().width
    splitter.element().focus()
    pressKey('ArrowLeft')
    await expect.poll(() => fake.settings.notesShare).toBeCloseTo(0.64)
    await expect.poll(() => one('main').getBoundingClientRect().width).toBeLessThan(before)
    await expect.element(splitter).toHaveAttribute('aria-valuenow', '64')
    expect(intents()).toEqual([])
    pressKey('ArrowRight')
    await expect.element(splitter).toHaveAttribute('aria-valuenow', '66')
  })

  test.each([
    ['Home', 'ArrowLeft', 30],
    ['End', 'ArrowRight', 80],
  ])('leaves room for both sides: %s goes as far as there is', async (end, further, percent) => {
    const { screen, one } = await open()
    const splitter = screen.getByRole('separator', { name: '노트 너비' })
    splitter.element().focus()
    pressKey(end)
    await expect.element(splitter).toHaveAttribute('aria-valuenow', String(percent))
    pressKey(further)
    await expect.poll(() => fake.asked.filter(({ name }) => name === 'settings:write').length).toBe(2)
    expect(fake.settings.notesShare).toBe(percent / 100)
    expect(one('.side').getBoundingClientRect().width / 1280).toBeCloseTo(1 - percent / 100, 3)
  })

  test('moves under the pointer, and is kept where it is let go', async () => {
    const { screen, one } = await open()
    const splitter = screen.getByRole('separator', { name: '노트 너비' })
    const { left, width } = one('.notes').getBoundingClientRect()
    await splitter.dropTo(page.elementLocator(one('.notes')))
    await expect.poll(() => fake.settings.notesShare).toBeCloseTo(Math.max(0.3, (left + width / 2) / 1280), 2)
    const written = fake.asked.filter(({ name }) => name === 'settings:write')
    expect(written).toHaveLength(1)
    // From then on it stands where the settings say, whoever sets them.
    fake.tell('settings:changed', { ...fake.settings, notesShare: 0.5 })
    await expect.element(splitter).toHaveAttribute('aria-valuenow', '50')
  })
})

test.each([
  [1440, 900],
  [1280, 720],
  [960, 600],
  [390, 780],
])('at %i × %i nothing is cut off and everything needed is in sight', async (width, height) => {
  await page.viewport(width, height)
  const { one, screen } = await open()
  for (const selector of ['.notes', '.bar', '.thumb', '[data-counter]', '.time']) {
    const box = one(selector).getBoundingClientRect()
    expect(box.left, selector).toBeGreaterThanOrEqual(0)
    expect(box.right, selector).toBeLessThanOrEqual(width)
    expect(box.bottom, selector).toBeLessThanOrEqual(height)
    expect(box.height, selector).toBeGreaterThan(0)
  }
  expect(one('.notes').getBoundingClientRect().height).toBeGreaterThan(height * 0.25)
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
  await expect.element(screen.getByRole('button', { name: '다음', exact: true })).toBeVisible()
})

test('a deck without slides is not shown, and comes as soon as it has one', async () => {
  const { screen } = await open()
  fake.rewrite(deckOf('---\ntitle: 빈 덱\nlang: ko\n---\n'))
  await expect.element(screen.getByRole('heading', { name: '덱을 보여 줄 수 없어요' })).toBeVisible()
  fake.rewrite(deckOf())
  await expect.element(screen.getByRole('button', { name: '다음', exact: true })).toBeVisible()
})

test('keys come to nothing where nothing is shown', async () => {
  const { screen } = await open()
  fake.rewrite(deckOf('---\ntitle: 빈 덱\nlang: ko\n---\n'))
  await expect.element(screen.getByRole('heading', { name: '덱을 보여 줄 수 없어요' })).toBeVisible()
  const thrown: unknown[] = []
  const hear = (event: ErrorEvent): void => void thrown.push(event.error)
  window.addEventListener('error', hear)
  for (const code of ['ArrowDown', 'ArrowUp', 'KeyN', 'Digit1']) pressKey(code)
  window.removeEventListener('error', hear)
  expect(thrown).toEqual([])
})

test('a window that is gone hears neither keys nor the talk', async () => {
  const { screen } = await open()
  await screen.unmount()
  fake.asked = []
  pressKey('ArrowRight')
  fake.tell('keys:show', { window: 'presenter' })
  const { deck } = fake.reading ?? {}
  if (deck) fake.tell('deck:changed', { ref: deck.ref, revision: 2 })
  expect(fake.asked).toEqual([])
})

test('without a talk it is calm and leads to the library', async () => {
  fake.end()
  const screen = await render(Presenter)
  await expect.element(screen.getByRole('heading', { name: '진행 중인 발표가 없어요' })).toBeVisible()
  await expect.element(screen.getByRole('button', { name: '강의 목록 열기' })).toBeVisible()
})

describe('a rehearsal', () => {
  test('is graded beside the answer, and counts in reviewing', async () => {
    const { screen } = await open()
    await screen.getByText('연습 채점').first().click()
    await screen.getByRole('button', { name: '어려움' }).first().click()
    await expect.element(screen.getByText('이번 연습은 ‘어려움’.', { exact: false })).toBeVisible()
    expect(fake.asked.findLast(({ name }) => name === 'review:rehearse')?.payload).toMatchObject({
      course: deckOf().ref.course,
      grade: 'hard',
    })
  })
})
