import { fake } from './fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'
import type { Deck, Problem, Slide } from '../../../src/contract/deck.ts'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import SlideView from '../../../src/renderer/slide/SlideView.svelte'
import { deckOf } from './sample-deck.ts'

fake.install()

const deck = deckOf()
const slideOf = (id: string): Slide => {
  const slide = deck.slides.find((each) => each.id === id)
  if (!slide) throw new Error(`no slide ${id}`)
  return slide
}

async function draw(id: string, step = 1, more: Record<string, unknown> = {}) {
  const screen = await render(SlideView, { deck, slide: slideOf(id), step, knobs: {}, theme: 'light', ...more })
  const slide = screen.container.querySelector<HTMLElement>('.slide')
  if (!slide) throw new Error('nothing was drawn')
  return { slide, screen }
}

const isSeen = (element: Element): boolean => getComputedStyle(element).visibility === 'visible'
const withText = (root: HTMLElement, selector: string, text: string): HTMLElement => {
  const found = Array.from(root.querySelectorAll<HTMLElement>(selector)).find((each) => each.textContent.includes(text))
  if (!found) throw new Error(`nothing with ${text}`)
  return found
}

beforeAll(fontsReady)

describe('every layout', () => {
  test.each(deck.slides.map(({ id, layout }) => [id, layout]))(
    '%s (%s) is 1280 × 720 and nothing overflows',
    async (id) => {
      const { slide } = await draw(id, slideOf(id).steps)
      const frame = slide.getBoundingClientRect()
      expect([frame.width, frame.height]).toEqual([1280, 720])
      expect(slide.querySelectorAll('[data-overflows]')).toHaveLength(0)
      for (const part of slide.querySelectorAll('header, .main, .main *:not(svg *), .caption, footer')) {
        const box = part.getBoundingClientRect()
        if (box.width === 0 && box.height === 0) continue
        const where = `${part.tagName} ${part.className} ${part.textContent.slice(0, 20)}`
        expect(box.right, where).toBeLessThanOrEqual(frame.right - 54)
        expect(box.left, where).toBeGreaterThanOrEqual(frame.left + 54)
        expect(box.bottom, where).toBeLessThanOrEqual(frame.bottom)
      }
      const main = slide.querySelector('.main')?.getBoundingClientRect()
      const footer = slide.querySelector('footer')?.getBoundingClientRect()
      expect(main?.bottom).toBeLessThanOrEqual(footer?.top ?? 0)
    },
  )

  test.each(['list', 'columns', 'table', 'myth', 'beside', 'say-it'])(
    'text of %s is at least 24 px, and in Korean breaks between words',
    async (id) => {
      const { slide } = await draw(id, slideOf(id).steps)
      expect(slide.lang).toBe('ko')
      expect(getComputedStyle(slide).wordBreak).toBe('keep-all')
      for (const part of slide.querySelectorAll('.body :is(p, li, td, th)')) {
        expect(parseFloat(getComputedStyle(part).fontSize), part.textContent).toBeGreaterThanOrEqual(24)
      }
    },
  )

  test('text that cannot fit says so', async () => {
    const slide = { ...slideOf('list'), html: '<p>끝없이 이어지는 문장입니다.</p>'.repeat(40) }
    const screen = await render(SlideView, { deck, slide, step: 1, knobs: {}, theme: 'light' })
    expect(screen.container.querySelector('.body')?.hasAttribute('data-overflows')).toBe(true)
  })
})

describe('the size of words', () => {
  /** The sizes that a text is set in as it grows, each once, in the order in which they come. */
  async function sizesOf(id: string, part: string, growing: (length: number) => Partial<Slide>): Promise<number[]> {
    const screen = await render(SlideView, { deck, slide: slideOf(id), step: 1, knobs: {}, theme: 'light' })
    const seen: number[] = []
    for (let length = 1; length <= 60; length += 1) {
      await screen.rerender({ slide: { ...slideOf(id), ...growing(length) } })
      const element = screen.container.querySelector<HTMLElement>(part)
      const size = parseFloat(element?.style.getPropertyValue('--size') ?? '')
      if (seen.at(-1) !== size) seen.push(size)
      if (element?.hasAttribute('data-overflows')) break
    }
    return seen
  }
  const title = (length: number): Partial<Slide> => ({ titleHtml: '커널은 하나다 '.repeat(length) })

  test.each([
    ['cover', [88, 80, 72, 64, 56, 48, 40, 34]],
    ['part', [72, 64, 56, 48]],
    ['list', [42, 38, 34, 30]],
    ['say-it', [68, 60, 52, 44, 36]],
  ])('of the title of %s goes down in steps as it grows, and stops where it can still be read', async (id, sizes) => {
    const seen = await sizesOf(id, '.title', title)
    expect(sizes).toEqual(expect.arrayContaining(seen))
    expect(seen).toEqual(seen.toSorted((a, b) => b - a))
    expect([seen[0], seen.at(-1)]).toEqual([sizes[0], sizes.at(-1)])
  })

  test('of the body beside a picture begins at 26 px and ends at 24', async () => {
    const seen = await sizesOf('beside', '.body', (length) => ({ html: '<p>커널은 하나다.</p>'.repeat(length) }))
    expect([seen[0], seen.at(-1)]).toEqual([26, 24])
    expect(seen).toEqual(seen.toSorted((a, b) => b - a))
  })

  test.each([
    ['list', (lines: number) => `<ul>${'<li>커널은 하나다.</li>'.repeat(lines)}</ul>`, 8],
    ['columns', (lines: number) => `<div data-column="">${'<p>커널은 하나다.</p>'.repeat(lines)}</div>`, 8],
    ['table', (lines: number) => `<table>${'<tr><td>커널은</td><td>하나다.</td></tr>'.repeat(lines)}</table>`, 3],
    ['myth', (lines: number) => `<div data-part="truth">${'<p>커널은 하나다.</p>'.repeat(lines)}</div>`, 8],
  ])(
    'of the body of %s goes from 38 px to 24 as it grows, and its rows become as dense as they may',
    async (id, html, row) => {
      const rows = new Set<string>()
      const seen = await sizesOf(id, '.body', (lines) => {
        rows.add(document.querySelector<HTMLElement>('.body')?.style.getPropertyValue('--row') ?? '')
        return { html: html(lines) }
      })
      expect([seen[0], seen.at(-1)]).toEqual([38, 24])
      expect(seen).toEqual(seen.toSorted((a, b) => b - a))
      expect(Array.from(rows).slice(-1)).toEqual([`${row}px`])
    },
  )
})

test('the emblem of the deck stands before its name, a pixel and a half round at every size', async () => {
  const drawn = async (own: Deck) => {
    const screen = await render(SlideView, { deck: own, slide: slideOf('list'), step: 1, knobs: {}, theme: 'light' })
    const emblem = screen.container.querySelector('.kicker > [data-emblem]')
    if (!emblem) throw new Error('there is no emblem')
    return emblem
  }
  const emblem = await drawn({ ...deck, emblem: 'layers' })
  expect(emblem.getAttribute('data-emblem')).toBe('layers')
  expect(emblem.nextElementSibling?.textContent).toBe(deck.title)
  const { left, width, height } = emblem.getBoundingClientRect()
  expect([left, width, height]).toEqual([56, 26, 26])
  for (const path of emblem.querySelectorAll('path')) {
    const { vectorEffect, strokeWidth, stroke } = getComputedStyle(path)
    expect([vectorEffect, strokeWidth]).toEqual(['non-scaling-stroke', '1.6px'])
    expect(stroke, 'a colour of its own').not.toBe('none')
  }
  expect((await drawn(deck)).getAttribute('data-emblem')).toBe('sheet')
})

describe('steps', () => {
  test('what comes later keeps its place unseen', async () => {
    const { slide, screen } = await draw('list', 1)
    const later = withText(slide, 'li', '나르기')
    const { top } = later.getBoundingClientRect()
    expect(isSeen(withText(slide, 'li', '만들기'))).toBe(true)
    expect(isSeen(later)).toBe(false)
    await screen.rerender({ step: 2 })
    expect(isSeen(later)).toBe(true)
    expect(later.getBoundingClientRect().top).toBe(top)
    expect(isSeen(withText(slide, 'li', '실행하기'))).toBe(false)
  })

  test('a code block lights one group of lines at a time and keeps the last', async () => {
    const { slide, screen } = await draw('code', 1)
    const lit = () => Array.from(slide.querySelectorAll('[data-on]'), (line) => line.textContent.trim())
    expect(lit()).toEqual(['docker run -d --name web nginx:1.29'])
    await screen.rerender({ step: 2 })
    expect(lit()).toHaveLength(2)
    await screen.rerender({ step: 4 })
    expect(lit()).toEqual(['# NSpid:  43303   1'])
    await screen.rerender({ step: 1 })
    expect(lit()).toEqual(['docker run -d --name web nginx:1.29'])
  })

  test('lines of code that are lit together are one block with one bar, the others are set back', async () => {
    const { slide } = await draw('code', 2)
    const block = slide.querySelector('pre')?.getBoundingClientRect()
    const lit = Array.from(slide.querySelectorAll('[data-on]'))
    const [upper, lower] = lit.map((line) => line.getBoundingClientRect())
    if (!block || !upper || !lower) throw new Error('two lines are lit')
    expect(lower.top, 'without a seam').toBeLessThan(upper.bottom)
    expect([upper.left, upper.right, lower.left], 'from edge to edge').toEqual([block.left, block.right, block.left])
    for (const line of lit) {
      const { borderRadius, backgroundImage, boxShadow, opacity } = getComputedStyle(line)
      expect([borderRadius, boxShadow, opacity]).toEqual(['0px', 'none', '1'])
      expect(backgroundImage).toMatch(/^linear-gradient\(to right, rgb\(.+\) 6px, rgb\(.+\) 6px\)$/)
    }
    const others = Array.from(slide.querySelectorAll('[data-line]:not([data-on])'))
    expect(others.map((line) => getComputedStyle(line).opacity)).toEqual(['0.62', '0.62'])
    expect(others.every((line) => Number.isInteger(line.getBoundingClientRect().height))).toBe(true)
  })

  test('a picture has the caption, the myth and the dots of its step', async () => {
    const { slide, screen } = await draw('stack', 1)
    const caption = () => slide.querySelector('.caption')?.textContent
    const first = caption()
    expect(slide.querySelector<SVGElement>('.picture svg')?.dataset['step']).toBe('VC-2')
    expect(slide.querySelectorAll('.dots i.on')).toHaveLength(1)
    await screen.rerender({ step: 2 })
    expect(slide.querySelector<SVGElement>('.picture svg')?.dataset['step']).toBe('VC-3')
    expect(caption()).not.toBe(first)
    expect(slide.querySelector('.myth')?.textContent).toContain('VM도 커널을 공유한다')
    expect(slide.querySelectorAll('.dots i.on')).toHaveLength(2)
    expect(slide.querySelectorAll('.dots i')).toHaveLength(3)
    const drawn = slide.querySelector<SVGSVGElement>('.picture svg')?.getScreenCTM()
    expect(drawn && [drawn.a, drawn.e, drawn.f].map(Math.round), 'at its own size, in line with the title').toEqual([
      1, 56, 144,
    ])
  })

  test('a question stands alone first, then shows its key points one by one and at last the answer in a line', async () => {
    const { slide, screen } = await draw('say-it', 1)
    expect(slide.textContent).toContain('Docker와 VM을 비교해 주세요.')
    const part = (selector: string) => slide.querySelector<HTMLElement>(selector)
    const isPartSeen = (selector: string) =>
      Array.from(slide.querySelectorAll(selector), (one) =>
        one.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      )
    const seen = () => [isPartSeen('[data-key-points] > li > div'), isPartSeen('[data-answer]')]
    const alone = part('.title')?.getBoundingClientRect()
    expect(seen()).toEqual([[false, false], [false]])
    expect(isPartSeen('.main li'), 'not even the numbers').toEqual([false, false])
    expect(part('.title')?.style.getPropertyValue('--size')).toBe('68px')
    const frame = slide.getBoundingClientRect()
    expect(alone && alone.top - frame.top).toBeGreaterThan(200)
    const places: unknown[] = []
    for (const [step, shown] of [
      [2, [[true, false], [false]]],
      [3, [[true, true], [false]]],
      [4, [[true, true], [true]]],
    ] as const) {
      await screen.rerender({ step })
      expect(seen()).toEqual(shown)
      expect(part('.title')?.offsetTop).toBe(32)
      expect(isPartSeen('[data-key-points] > li'), 'the numbers of all').toEqual([true, true])
      const weights = Array.from(
        slide.querySelectorAll('[data-key-points] > li'),
        (li) => getComputedStyle(li).fontWeight,
      )
      expect(weights).toEqual([step === 2 ? '700' : '400', step === 3 ? '700' : '400'])
      places.push(Array.from(slide.querySelectorAll<HTMLElement>('.body > *, .body li'), (one) => one.offsetTop))
    }
    expect(places[1]).toEqual(places[0])
    expect(places[2]).toEqual(places[0])
  })
})

describe('what a slide can do', () => {
  test('in print and thumbnails nothing: no knobs, no buttons', async () => {
    const { slide } = await draw('code', 1)
    expect(slide.querySelectorAll('button, input')).toHaveLength(0)
  })

  test('links between slides move the talk and links outside open elsewhere', async () => {
    const go = vi.fn()
    const open = vi.fn()
    const { slide } = await draw('list', 1, { actions: { go, open } })
    withText(slide, 'a', '그림').click()
    withText(slide, 'a', '문서').click()
    expect(go).toHaveBeenCalledExactlyOnceWith('stack')
    expect(open).toHaveBeenCalledExactlyOnceWith('https://docs.docker.com/')
    expect(location.href).not.toContain('#stack')
  })

  test('a code block can be copied, without the button’s own words', async () => {
    const copy = vi.fn(() => Promise.resolve(true))
    const { slide } = await draw('code', 1, { actions: { copy } })
    slide.querySelector<HTMLElement>('[data-copy]')?.click()
    expect(copy).toHaveBeenCalledOnce()
    expect(copy).toHaveBeenCalledWith(
      expect.stringMatching(/^docker run -d --name web nginx:1\.29\npid=.*\n.*\n# NSpid: {2}43303 {3}1$/),
    )
    await expect.poll(() => slide.querySelector('[data-copy]')?.textContent).toBe('복사함')
  })

  test('a code block that could not be copied does not say that it was', async () => {
    const copied = Promise.resolve(false)
    const { slide } = await draw('code', 1, { actions: { copy: () => copied } })
    const label = slide.querySelector('[data-copy]')?.textContent
    slide.querySelector<HTMLElement>('[data-copy]')?.click()
    await copied
    // Whatever waits for the answer has gone on by then.
    await new Promise((resolve) => setTimeout(resolve))
    expect(label).not.toBe('복사함')
    expect(slide.querySelector('[data-copy]')?.textContent).toBe(label)
  })

  test('knobs show where the picture has some that act, and turn', async () => {
    const turned = vi.fn()
    const played = { id: 'vm-vs-container', steps: ['VC-8'] }
    const slide = { ...slideOf('stack'), scene: played, steps: 1 }
    const screen = await render(SlideView, { deck, slide, step: 1, knobs: {}, theme: 'light', onturn: turned })
    const control = screen.container.querySelector<HTMLInputElement>('.turn input')
    expect(control).not.toBeNull()
    control?.click()
    if (control?.type === 'range') {
      control.stepUp()
      control.dispatchEvent(new Event('input', { bubbles: true }))
    }
    expect(turned).toHaveBeenCalled()
    expect(turned.mock.calls[0]?.[0]).toBe('vm-vs-container')
  })
})

test('a slide whose picture is not known shows the rest beside an empty frame, and no word of what is wrong', async () => {
  const { slide } = await draw('broken')
  expect(slide.dataset['layout']).toBe('diagram')
  expect(slide.querySelector('.picture .absent')?.textContent).toBe('')
  expect(slide.querySelector('h2')?.textContent).toBe('그림이 없는 슬라이드')
  expect(slide.textContent).not.toMatch(/vm-vs-containr|\.md|\d+행/)
})

test('a frame with what it shows stands for an image that is not there, and the slide for itself', async () => {
  const html = '<p>중요한 글</p><p><img alt="디스크" data-missing=""></p>'
  const missing = { ...(slideOf('broken').problems[0] as Problem), code: 'missing-image' }
  const slide = { ...slideOf('list'), html, titleHtml: '제목 <img alt="표지" data-missing="">', problems: [missing] }
  const screen = await render(SlideView, { deck, slide, step: 1, knobs: {}, theme: 'light' })
  await expect.element(screen.getByRole('img', { name: '디스크' })).toBeVisible()
  await expect.element(screen.getByRole('img', { name: '표지' })).toBeVisible()
  expect(screen.container.querySelector('.slide')?.getAttribute('data-layout')).toBe('content')
  expect(screen.container.querySelector('.body')?.textContent).toContain('중요한 글')
  expect(screen.container.querySelector('img')).toBeNull()
})

test('images are looked for in the course’s folder', async () => {
  const slide = { ...slideOf('list'), html: '<p><img src="images/a.png" alt="그림"></p>' }
  const own = { ...deck, ref: { ...deck.ref, course: '/home/나/노트' } }
  const screen = await render(SlideView, { deck: own, slide, step: 1, knobs: {}, theme: 'light' })
  const image = screen.container.querySelector('img')
  expect(image?.getAttribute('src')).toBe(`/course/${encodeURIComponent('/home/나/노트')}/images/a.png`)
})
