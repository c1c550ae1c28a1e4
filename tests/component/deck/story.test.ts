/** Slides that carry the story of a deck: covers and sections. */
import { fake } from './fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { beforeAll, describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import type { Deck } from '../../../src/contract/deck.ts'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import SlideView from '../../../src/renderer/slide/SlideView.svelte'
import { deckOf } from './sample-deck.ts'
import { slideProblems } from './slide-problems.ts'

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

  test('one of many names only itself', async () => {
    const many = Array.from({ length: 9 }, (_, at) => slideText(`s${at}`, 'section', `제목 ${at}`, `이름 ${at}`))
    const slide = await draw(deckWith('', ...many), 3)
    const said = Array.from(slide.querySelectorAll('.sections > li'), (item) => item.textContent.trim())
    expect(said.filter((label) => label !== '')).toEqual(['이름 3'])
    expect(said).toHaveLength(9)
  })
})
