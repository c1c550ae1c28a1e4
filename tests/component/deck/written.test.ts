/** Markdown as people write it, drawn. */
import { fake } from './fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { beforeAll, describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import type { Slide } from '../../../src/contract/deck.ts'
import { themes, type ThemeName } from '../../../src/contract/library.ts'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import SlideView from '../../../src/renderer/slide/SlideView.svelte'
import { readOut } from './read-out.ts'
import { deckOf } from './sample-deck.ts'

fake.install()
beforeAll(fontsReady)

interface Drawing {
  readonly keys?: string
  readonly step?: number
  readonly title?: string
  readonly theme?: ThemeName
  readonly imageBase?: string
}

/** Draws a slide with such a body; `step` from the end. */
async function drawn(
  body: string,
  { keys = '', step = 0, title = '제목', theme = 'light', imageBase = '' }: Drawing = {},
) {
  const deck = deckOf(`---\ntitle: T\nlang: ko\n---\n\n---\nid: one\n${keys}---\n\n## ${title}\n\n${body}\n`)
  const slide = deck.slides[0] as Slide
  const { container } = await render(SlideView, {
    deck,
    slide,
    step: step || slide.steps,
    knobs: {},
    theme,
    imageBase,
  })
  const view = container.querySelector<HTMLElement>('.slide')
  if (!view) throw new Error('nothing was drawn')
  const find = (selector: string): HTMLElement => {
    const found = view.querySelector<HTMLElement>(selector)
    if (!found) throw new Error(`no ${selector}`)
    return found
  }
  return { view, find, slide, deck }
}

const styleOf = (element: Element, pseudo?: string): CSSStyleDeclaration => getComputedStyle(element, pseudo)
const numbersOf = async (): Promise<string[]> => (await readOut()).filter((text) => /^\d+$/.test(text))

describe('numbers of lists', () => {
  test.each([
    ['go on where a list begins', '1. 가\n2. 나\n\n글\n\n3. 다\n4. 라', '1 2 3 4'],
    ['go on behind a step', '1. 가\n\n<!-- step -->\n\n2. 나', '1 2'],
    ['go on in rows', '3. **가** `a`: 말\n4. **나** `b`: 말\n\n글\n\n5. **다** `c`: 말\n6. **라**: 말', '3 4 5 6'],
    ['run back', '<ol reversed>\n<li>가</li>\n<li>나</li>\n</ol>', '2 1'],
    ['count inside each other', '1. 가\n   1. 나\n   2. 다\n2. 라\n   1. 마', '1 1 2 2 1'],
  ])('%s', async (_, body, numbers) => {
    await drawn(body)
    expect((await numbersOf()).join(' ')).toBe(numbers)
  })

  test.each(['1. 가\n   1. 나', '- 가\n  1. 나', '- 가\n  - 나\n    1. 다'])('stand on no blot: %j', async (body) => {
    const { view } = await drawn(body)
    for (const item of view.querySelectorAll('.body ol > li'))
      expect(styleOf(item, '::before').backgroundColor).toBe('rgba(0, 0, 0, 0)')
    for (const item of view.querySelectorAll('.body ul > li'))
      expect(styleOf(item, '::before').backgroundColor).not.toBe('rgba(0, 0, 0, 0)')
  })
})

test.each(themes)('code among words stands on a ground that one sees, on each of its lines, in %s', async (theme) => {
  const long = 'docker exec --interactive --tty web sh '.repeat(4).trim()
  const { view, find } = await drawn(`글 \`${long}\`을 쓴다`, { theme })
  const code = find('p > code')
  expect(code.getClientRects().length).toBeGreaterThan(1)
  // With `clone` Chromium leaves `text-wrap: pretty` out, and the last line may be a single word.
  expect(styleOf(code).getPropertyValue('box-decoration-break')).toBe('slice')
  const paint = new OffscreenCanvas(1, 1).getContext('2d')
  const lightness = (...grounds: string[]): number => {
    for (const ground of grounds) {
      if (!paint) throw new Error('nothing can be painted')
      paint.fillStyle = ground
      paint.fillRect(0, 0, 1, 1)
    }
    const [r = 0, g = 0, b = 0] = paint?.getImageData(0, 0, 1, 1).data ?? []
    const linear = [r, g, b].map((each) => ((each / 255 + 0.055) / 1.055) ** 2.4)
    return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0)
  }
  const paper = styleOf(view).backgroundColor
  const two = [lightness(paper), lightness(paper, styleOf(code).backgroundColor)]
  expect((Math.max(...two) + 0.05) / (Math.min(...two) + 0.05)).toBeGreaterThan(1.08)
})

test.each([
  ['rows of one grid where each has a few paragraphs', '', true],
  ['of their own heights where one has a list', '\n\n- 하나', false],
])('columns are %s', async (_, more, isOneGrid) => {
  const column = (words: string): string => `### 이름\n\n${words}\n\n짧은 말`
  const body = [
    column('짧은 말'),
    column('긴 말이라서 두 줄이나 세 줄로 나뉘는 것'.repeat(2)),
    column('말') + more,
  ].join('\n\n***\n\n')
  const { view } = await drawn(body, { keys: 'layout: columns\n' })
  const tops = Array.from(view.querySelectorAll('[data-column] > p:nth-of-type(2)'), (part) =>
    Math.round(part.getBoundingClientRect().top),
  )
  expect(tops).toHaveLength(3)
  expect(new Set(tops).size === 1).toBe(isOneGrid)
})

describe('keys and tasks', () => {
  test('a key is nearly as large as the words beside it, and grows with them', async () => {
    const { view, find } = await drawn('<kbd>Ctrl</kbd>을 누른다\n\n- <kbd>C</kbd>도', { title: '<kbd>Esc</kbd>' })
    const sizes = [...view.querySelectorAll('kbd')].map((key) => {
      const around = key.parentElement as HTMLElement
      return parseFloat(styleOf(key).fontSize) / parseFloat(styleOf(around).fontSize)
    })
    expect(sizes).toHaveLength(3)
    for (const size of sizes) expect(size).toBeCloseTo(0.76, 2)
    expect(find('p kbd').clientHeight).toBeGreaterThan(24)
  })

  test.each(['- [x] 한 일\n- [ ] 할 일', '- [x] 한 일\n\n- [ ] 할 일', '- 가\n  - [x] 한 일\n  - [ ] 할 일'])(
    'boxes have the height of letters, a tick that one sees and no bullet: %j',
    async (body) => {
      const { view } = await drawn(body)
      const boxes = [...view.querySelectorAll<HTMLInputElement>('input')]
      expect(boxes.map(({ checked }) => checked)).toEqual([true, false])
      for (const box of boxes) {
        const item = box.closest('li') as HTMLElement
        expect(box.offsetHeight / parseFloat(styleOf(item).fontSize)).toBeCloseTo(0.86, 1)
        expect(styleOf(item, '::before').content).toBe('none')
        expect(styleOf(box, '::before').content).toBe(box.checked ? '""' : 'none')
      }
      const [done, open] = boxes.map((box) => styleOf(box).backgroundColor)
      expect(done).not.toBe(open)
    },
  )

  test('a numbered task keeps its number', async () => {
    await drawn('1. [x] 한 일\n2. [ ] 할 일')
    expect(await numbersOf()).toEqual(['1', '2'])
  })
})

test('what a diff takes out and puts in differs in colour and ground', async () => {
  const { find } = await drawn('```diff\n a\n-b\n+c\n```')
  const looks = ['code', '.hljs-deletion', '.hljs-addition'].map((selector) => {
    const { color, backgroundColor } = styleOf(find(selector))
    return [color, backgroundColor]
  })
  expect(new Set(looks.map(([color]) => color)).size).toBe(3)
  expect(new Set(looks.map(([, ground]) => ground)).size).toBe(3)
})

test('a link in a title looks as one in the body, and the title in lists is plain words', async () => {
  const { find, slide } = await drawn('[글](#one)', { title: '제목 [링크](#one) <kbd>Esc</kbd>' })
  expect(styleOf(find('h2 a')).color).toBe(styleOf(find('.body a')).color)
  expect(slide.title).toBe('제목 링크 Esc')
})

describe('words from right to left', () => {
  test('begin at the right, with their bullets and numbers, and code among them does not', async () => {
    const { find } = await drawn('שלום\n\n- שלום\n\n1. مرحبا\n\n   ```sh\n   ls\n   ```', { title: 'שלום עולם' })
    for (const selector of ['h2', '.body > p', '.body ul > li', '.body ol > li']) {
      const element = find(selector)
      const words = document.createRange()
      words.selectNodeContents(element.querySelector('p') ?? element)
      const [line, box] = [words.getClientRects()[0] as DOMRect, find('.main').getBoundingClientRect()]
      expect([selector, line.left > box.left + box.width / 2]).toEqual([selector, true])
    }
    expect(styleOf(find('.body ul > li'), '::before').right).not.toBe('auto')
    expect([styleOf(find('pre')).direction, styleOf(find('.body ol')).direction]).toEqual(['ltr', 'rtl'])
  })
})

test('each kind of callout has a colour of its own, and its title has it too', async () => {
  const kinds = ['note', 'tip', 'important', 'warning', 'caution']
  const { view } = await drawn(kinds.map((kind) => `> [!${kind}]\n> 글`).join('\n\n'))
  const colours = [...view.querySelectorAll('[data-callout]')].map((callout) => {
    const title = callout.querySelector('[data-callout-title]') as Element
    expect(styleOf(title).color).toBe(styleOf(callout).borderInlineStartColor)
    return styleOf(title).color
  })
  expect(new Set(colours).size).toBe(5)
})

test('what is folded keeps its place below its summary, unseen for a step', async () => {
  const body = '<details>\n<summary>정답</summary>\n\n글\n\n</details>'
  const [asked, told] = [await drawn(body, { step: 1 }), await drawn(body)]
  expect(styleOf(asked.find('[data-summary]')).visibility).toBe('visible')
  expect(styleOf(asked.find('[data-folded]')).visibility).toBe('hidden')
  expect(styleOf(told.find('[data-folded] p')).visibility).toBe('visible')
  expect(asked.view.querySelector('details, summary')).toBe(null)
})

test('terms stand beside what they mean, footnotes are no smaller than 18 px', async () => {
  const { find } = await drawn('커널[^1]\n: 다루는 것\n\n[^1]: 각주')
  const [term, meaning] = [find('dt').getBoundingClientRect(), find('dd').getBoundingClientRect()]
  expect(term.top).toBeCloseTo(meaning.top, 0)
  expect(meaning.left).toBeGreaterThan(term.right)
  expect(parseFloat(styleOf(find('[data-footnotes] li')).fontSize)).toBeGreaterThanOrEqual(18)
})

test('formulas are drawn in a face that has their signs, rows of them below each other', async () => {
  const { find, view } = await drawn('값 $x$\n\n$$\n\\begin{aligned} x &= 1 \\\\ y &= 2 \\end{aligned}\n$$')
  const face = [...document.fonts].find(({ family }) => family.includes('Lectern Math'))
  await face?.load()
  expect(face?.status).toBe('loaded')
  expect(styleOf(find('math')).fontFamily).toContain('Lectern Math')
  const [first, second] = [...view.querySelectorAll('mtr')].map((row) => row.getBoundingClientRect())
  expect(second?.top).toBeGreaterThanOrEqual(first?.bottom ?? Infinity)
  expect(view.querySelector('[data-overflows]')).toBe(null)
})

describe('pictures', () => {
  /** Whatever its name, a picture of such a size. */
  const sized = (width: number, height: number): string =>
    `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'/%3E#`
  const card = '![카드](card.png)'
  const settled = async (
    body: string,
    more: Parameters<typeof drawn>[1] = {},
    [width, height]: readonly [number, number] = [1000, 700],
  ) => {
    const found = await drawn(body, { imageBase: sized(width, height), ...more })
    const images = [...found.view.querySelectorAll<HTMLImageElement>('.body img')]
    await Promise.all(images.map((image) => image.decode()))
    // As once they are loaded, which is told some time after they are decoded.
    for (const image of images) image.dispatchEvent(new Event('load'))
    return { ...found, images, body: found.find('.body') }
  }
  const boxes = (images: readonly Element[]): DOMRect[] => images.map((image) => image.getBoundingClientRect())
  /** As a part of the width that there is, and of that between what is left of it and right of it. */
  const widthOf = (image: Element, body: Element): number[] => {
    const [inner, outer] = [image.getBoundingClientRect(), body.getBoundingClientRect()]
    return [inner.width / outer.width, (inner.left - outer.left) / (outer.width - inner.width)].map((n) =>
      Math.round(n * 100),
    )
  }

  test.each([
    ['under a list, above a line', `- 첫째\n- 둘째\n- 셋째\n- 넷째\n\n${card}\n\n그림 아래 한 줄`, 150],
    ['below each other', `${card}\n\n${card}`, 200],
    ['three in one paragraph', `글\n\n${card}\n${card}\n${card}`, 100],
    ['in columns', `${card}\n\n***\n\n가\n\n${card}`, 300, 'layout: columns\n'],
    ['below a scene that closes', `글\n\n${card}`, 100, 'layout: closing\n'],
    ['alone', card, 400],
  ])('take the room that is left, whole and in the middle: %s', async (_, text, least, keys = '') => {
    const { images, body, find } = await settled(text, { keys })
    expect(body.hasAttribute('data-overflows')).toBe(false)
    for (const box of boxes(images)) {
      expect(box.height).toBeGreaterThan(least)
      expect(box.width / box.height).toBeCloseTo(1000 / 700, 1)
      expect(box.bottom).toBeLessThanOrEqual(find('.main').getBoundingClientRect().bottom + 1)
    }
    if (keys === '') expect(widthOf(images[0] as Element, body)[1]).toBe(50)
    expect(parseFloat(styleOf(body).fontSize)).toBeGreaterThanOrEqual(24)
  })

  test('are never larger than they are, and have their titles below them', async () => {
    const { images, find } = await settled('![카드](card.png "카드 **한** 장")', {}, [300, 100])
    expect(boxes(images)[0]).toMatchObject({ width: 300, height: 100 })
    expect(find('figcaption').textContent).toBe('카드 **한** 장')
    expect(parseFloat(styleOf(find('figcaption')).fontSize)).toBeGreaterThanOrEqual(24)
  })

  test('are as wide as they are said to be, in the middle and not out of shape', async () => {
    const { images, body } = await settled('![카드](card.png){width=40%}\n\n![카드](card.png){width=100px}')
    expect(widthOf(images[0] as Element, body)).toEqual([40, 50])
    expect(boxes(images)[1]?.width).toBe(100)
    expect(styleOf(images[0] as Element).objectFit).toBe('contain')
    expect(body.textContent.trim()).toBe('')
  })

  test('fill the room that is left where they are to, however small they are', async () => {
    const { images, body } = await settled('글\n\n![카드](card.png){fill}', {}, [30, 20])
    const [box] = boxes(images)
    expect(widthOf(images[0] as Element, body)[0]).toBe(100)
    expect(body.getBoundingClientRect().bottom - (box?.bottom ?? 0)).toBeLessThan(4)
    expect(styleOf(images[0] as Element).objectFit).toBe('cover')
  })

  test.each(['light', 'dark', 'contrast'] as const)('have another one where the slide is dark: %s', async (theme) => {
    const { images } = await settled('![카드](card.png){dark=night.png width=50%}', { theme })
    const seen = images.filter((image) => image.offsetParent !== null)
    expect(seen.map(({ src }) => src.split('#')[1])).toEqual([theme === 'dark' ? 'night.png' : 'card.png'])
    expect(seen[0]?.alt).toBe('카드')
  })

  test('that replace each other stand in one place, one at each step', async () => {
    const text = '![하나](1.png "첫째")\n![둘](2.png)\n\n글 **셋**'
    for (const [step, shown] of [
      [1, ['1.png']],
      [2, ['2.png']],
      [3, []],
    ] as const) {
      const { images, find, slide, view } = await settled(text, { keys: 'layout: frames\n', step })
      expect(slide.steps).toBe(3)
      const seen = images.filter((image) => styleOf(image).visibility === 'visible')
      expect(seen.map(({ src }) => src.split('#')[1])).toEqual(shown)
      expect(styleOf(find('strong')).visibility).toBe(step === 3 ? 'visible' : 'hidden')
      const middles = [...view.querySelectorAll('[data-turn]')].map((turn) => {
        const { top, bottom } = turn.getBoundingClientRect()
        return Math.round((top + bottom) / 2)
      })
      expect(new Set(middles).size).toBe(1)
    }
  })
})

describe('a drawing in the text', () => {
  const svg = (size: string) =>
    `<svg ${size} viewBox="0 0 200 100"><text x="100" y="50">가</text><g data-step="2"><rect width="200" height="100"/></g></svg>`

  test('shows its groups at their steps, in the place that they have from the start', async () => {
    const [first, second] = [await drawn(svg(''), { step: 1 }), await drawn(svg(''), { step: 2 })]
    expect(first.slide.steps).toBe(2)
    expect([first, second].map(({ find }) => styleOf(find('.body rect')).visibility)).toEqual(['hidden', 'visible'])
    const places = [first, second].map(({ find, view }) => {
      const { left, top, width, height } = find('.body svg').getBoundingClientRect()
      return [left, top - view.getBoundingClientRect().top, width, height]
    })
    expect(places[0]).toEqual(places[1])
  })

  test('is as large as it is, or as the room that is left lets it be, and in our fonts', async () => {
    const { find } = await drawn(svg(''))
    const text = styleOf(find('.body text'))
    expect([find('.body svg').getBoundingClientRect().width, text.fontSize]).toEqual([200, '16px'])
    expect(text.fontFamily).toContain('Lectern Text')
    const large = await drawn(`글\n\n${svg('width="3000"')}\n\n글`)
    expect(large.find('.body').hasAttribute('data-overflows')).toBe(false)
    const { width, height } = large.find('.body svg').getBoundingClientRect()
    expect([width <= 1280, height > 200, height < 560]).toEqual([true, true, true])
    const middle = large.find('.body svg').getBoundingClientRect()
    expect(Math.abs(middle.left + middle.right - 1280 - 2 * large.view.getBoundingClientRect().left)).toBeLessThan(130)
  })

  test('stands in a sentence where it is written in one', async () => {
    const { find } = await drawn('글 <svg width="20" height="20"><circle r="9"/></svg> 글')
    const [paragraph, drawing] = [find('.body p'), find('.body svg')].map((one) => one.getBoundingClientRect())
    expect(paragraph?.height).toBeLessThan(100)
    expect((drawing?.left ?? 0) > (paragraph?.left ?? 0)).toBe(true)
  })
})
