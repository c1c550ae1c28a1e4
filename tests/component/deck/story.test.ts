/** Slides that carry the story of a deck: covers, sections and closings. */
import { fake } from './fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { beforeAll, describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import type { Deck } from '../../../src/contract/deck.ts'
import { withCover } from '../../../src/core/deck/index.ts'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import SlideView from '../../../src/renderer/slide/SlideView.svelte'
import { deckOf } from './sample-deck.ts'
import { overflowing, slideProblems } from './slide-problems.ts'

fake.install()
beforeAll(fontsReady)

const slideText = (id: string, layout: string, title: string, body: string): string =>
  `---\nid: ${id}\nlayout: ${layout}\n---\n\n## ${title}\n\n${body}\n`
const questions = '끝나면 말로 답할 수 있어요\n\n- 커널은 누가 나눠 쓰나요?\n- 무엇이 다른가요?\n- 언제 쓰나요?'
const deckWith = (head: string, ...slides: readonly string[]): Deck =>
  deckOf(`---\ntitle: 도커와 VM\nlang: ko\n${head}---\n\n${slides.join('\n')}`)

async function draw(deck: Deck, at: number): Promise<HTMLElement> {
  const slide = deck.slides[at]
  if (!slide) throw new Error('the deck has no such slide')
  expect(slide.problems).toEqual([])
  const screen = await render(SlideView, { deck, slide, step: slide.steps, knobs: {}, theme: 'light' })
  const view = screen.container.querySelector<HTMLElement>('.slide')
  if (!view) throw new Error('nothing was drawn')
  expect(slideProblems(view)).toEqual([])
  return view
}
const boxOf = (slide: HTMLElement, selector: string): DOMRect => {
  const [part, frame] = [slide.querySelector(selector)?.getBoundingClientRect(), slide.getBoundingClientRect()]
  if (!part) throw new Error(`there is no ${selector}`)
  return new DOMRect(part.x - frame.x, part.y - frame.y, part.width, part.height)
}

describe('a cover', () => {
  const cover = slideText('cover', 'title', '도커와 VM', questions)

  test('has the title, how long and how much it is, what can be answered afterwards, and the emblem beside', async () => {
    const slide = await draw(deckWith('minutes: 12\nemblem: vm\n', cover, slideText('a', 'content', 'A', 'a')), 0)
    expect(slide.querySelector('.amount')?.textContent).toBe('12분 · 2장')
    expect(slide.querySelector<HTMLElement>('.title')?.style.getPropertyValue('--size')).toBe('88px')
    const { x, y, width, height } = boxOf(slide, '.emblem')
    expect([x, y, width, height]).toEqual([840, 168, 384, 384])
    expect(boxOf(slide, '.body').right, 'beside the emblem').toBeLessThanOrEqual(776)
    expect(slide.querySelectorAll('.body li')).toHaveLength(3)
    expect(slide.querySelector('.kicker')?.textContent.trim(), 'the title says it').toBe('')
  })

  test('says whose deck it is where its course has a name, without the emblem that stands beside it', async () => {
    const slide = await draw({ ...deckWith('emblem: vm\n', cover), courseTitle: '도커' }, 0)
    expect(slide.querySelector('.kicker')?.textContent.trim()).toBe('도커')
    expect(slide.querySelector('.kicker svg')).toBeNull()
  })

  test('of a path says what the path is called', async () => {
    const slide = await draw({ ...deckWith('', cover), title: '전체 강의', courseTitle: '도커' }, 0)
    expect(slide.querySelector('.kicker')?.textContent.trim()).toBe('전체 강의')
  })

  test('stands in the middle of the height', async () => {
    const slide = await draw(deckWith('emblem: vm\n', cover), 0)
    const above = boxOf(slide, '.title').top
    const below = 720 - boxOf(slide, '.body').bottom
    expect(Math.abs(above - below)).toBeLessThanOrEqual(2)
  })

  test('of a deck without emblem takes the whole width, and one without minutes tells its slides', async () => {
    const slide = await draw(deckWith('', cover), 0)
    expect(slide.querySelector('.emblem')).toBeNull()
    expect(slide.querySelector('.amount')?.textContent).toBe('1장')
  })

  test.each([
    [3, '도커와 VM'],
    [3, '긴 제목을 가진 덱 '.repeat(7)],
    [4, 'A title that goes on and on, '.repeat(5)],
  ])(
    'that was made has its place for all that it says, and counts the slides without itself: %i, %s',
    async (count, title) => {
      const headings = Array.from({ length: count }, (_, n) => `${'한 줄로는 모자란 긴 장 제목 '.repeat(6)}${n}`)
      const slides = headings.map((heading, n) => slideText(`s${n}`, 'section', heading, '글'))
      const slide = await draw(
        { ...withCover({ ...deckWith('emblem: vm\n', ...slides), title }), courseTitle: '도커' },
        0,
      )
      expect(slide.querySelector('.title')?.textContent.trim()).toBe(title.trim())
      expect(slide.querySelector('.amount')?.textContent).toBe(`${count}장`)
      expect(slide.querySelector('.kicker')?.textContent.trim()).toBe('도커')
      expect(slide.querySelectorAll('.body li')).toHaveLength(count)
      expect(overflowing(slide)).toEqual([])
      expect(boxOf(slide, '.title').top, 'below the course').toBeGreaterThan(boxOf(slide, '.kicker').bottom)
    },
  )

  test('that is not the first slide tells nothing of the deck', async () => {
    const slide = await draw(deckWith('minutes: 12\n', slideText('a', 'content', 'A', 'a'), cover), 1)
    expect(slide.querySelector('.amount')).toBeNull()
  })
})

describe('a section', () => {
  const sections = [
    slideText('one', 'section', '도커는 나르고 실행한다', '도커가 하는 일'),
    slideText('a', 'content', 'A', 'a'),
    slideText('two', 'section', '커널은 하나, 벽은 여럿', 'VM과 컨테이너'),
    slideText('three', 'section', '맥에는 리눅스 커널이 없다', '- 목록은\n- 이름이 아니다'),
  ]

  test('has its number and all sections as rules, those that passed set apart and the current in ink', async () => {
    const slide = await draw(deckWith('', ...sections), 2)
    expect(slide.querySelector('.count')?.textContent).toBe('2 / 3')
    const items = Array.from(slide.querySelectorAll('.sections > li'))
    expect(items.map((item) => item.textContent.trim())).toEqual([
      '도커가 하는 일',
      'VM과 컨테이너',
      '맥에는 리눅스 커널이 없다',
    ])
    expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step', null])
    const rules = items.map((item) => getComputedStyle(item).borderTopColor)
    expect(new Set(rules).size, 'passed, current and to come look different').toBe(3)
    expect(getComputedStyle(slide).color).toBe(rules[1])
    expect(slide.querySelector('.body'), 'what the rules say is not said twice').toBeNull()
    const widths = items.map((item) => Math.round(item.getBoundingClientRect().width))
    expect(new Set(widths).size).toBe(1)
  })

  test('whose body is more than a name keeps it', async () => {
    const slide = await draw(deckWith('', ...sections), 3)
    expect(slide.querySelectorAll('.body li')).toHaveLength(2)
  })

  test('that is the only one has no number and keeps its words', async () => {
    const slide = await draw(deckWith('', ...sections.slice(0, 2)), 0)
    expect(slide.querySelector('.count, .sections')).toBeNull()
    expect(slide.querySelector('.body')?.textContent.trim()).toBe('도커가 하는 일')
  })

  test('of a path through several decks counts only with those of its own cover', async () => {
    const covers = ['하나', '둘'].map((title, at) => slideText(`c${at}`, 'title', title, '면접 스터디'))
    const [one = '', , two = ''] = sections
    const other = slideText('other', 'section', '다른 덱의 구간', '다른 덱')
    const slide = await draw(deckWith('', covers[0] ?? '', one, two, covers[1] ?? '', other), 2)
    expect(slide.querySelector('.count')?.textContent).toBe('2 / 2')
    expect(slide.querySelectorAll('.sections > li')).toHaveLength(2)
  })

  test('one of many names only itself', async () => {
    const many = Array.from({ length: 9 }, (_, at) => slideText(`s${at}`, 'section', `제목 ${at}`, `이름 ${at}`))
    const slide = await draw(deckWith('', ...many), 3)
    const said = Array.from(slide.querySelectorAll('.sections > li'), (item) => item.textContent.trim())
    expect(said.filter((label) => label !== '')).toEqual(['이름 3'])
    expect(said).toHaveLength(9)
  })
})

describe('a closing', () => {
  const three = '1. VM은 커널을 각자 갖는다\n2. 컨테이너는 하나를 나눠 쓴다\n3. 현실은 VM 위의 컨테이너다'
  const closing = slideText('end', 'closing', '가져갈 것 셋', three)
  const asking = (id: string, asks: string): string => slideText(id, `content\nasks: [${asks}]`, id, 'a')
  const onward = (slide: HTMLElement): (string | undefined)[] =>
    Array.from(slide.querySelectorAll('.onward > span'), (part) => part.textContent)

  test('has its sentences large in the middle, and below them the questions to review and the next deck', async () => {
    const deck = deckWith('', asking('a', 'q-vm, q-kernel'), asking('b', 'q-vm'), closing)
    const slide = await draw({ ...deck, next: '격리의 원리' }, 2)
    expect(onward(slide)).toEqual(['복습 질문 2개', '다음 덱 격리의 원리'])
    const list = slide.querySelector('.body li')
    if (!list) throw new Error('there is no list')
    expect(getComputedStyle(list).fontSize).toBe('38px')
    const [above, below] = [
      boxOf(slide, '.body').top - boxOf(slide, '.title').bottom,
      682 - boxOf(slide, '.onward').bottom,
    ]
    expect(Math.abs(above - below)).toBeLessThanOrEqual(40)
  })

  test('says only what there is: no questions, no next deck', async () => {
    const deck = deckWith('', closing)
    expect(onward(await draw({ ...deck, next: '격리의 원리' }, 0))).toEqual(['다음 덱 격리의 원리'])
    expect(onward(await draw(deck, 0))).toEqual([])
  })

  test('of a path through several decks counts from its own cover and leads to the next one', async () => {
    const cover = (id: string, title: string): string => slideText(id, 'title', title, '면접 스터디')
    const second = slideText('end-2', 'closing', '가져갈 것 셋', three)
    const whole = [
      cover('c1', '하나'),
      asking('a', 'q-vm'),
      closing,
      cover('c2', '둘'),
      asking('b', 'q-kernel'),
      second,
    ]
    const deck = deckWith('', ...whole)
    expect(onward(await draw(deck, 2))).toEqual(['복습 질문 1개', '다음 덱 둘'])
    expect(onward(await draw(deck, 5))).toEqual(['복습 질문 1개'])
  })
})
