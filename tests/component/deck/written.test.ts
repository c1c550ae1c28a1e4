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

/** Draws a slide with such a body; `step` from the end. */
async function drawn(
  body: string,
  {
    keys = '',
    step = 0,
    title = '제목',
    theme = 'light',
  }: { keys?: string; step?: number; title?: string; theme?: ThemeName } = {},
) {
  const deck = deckOf(`---\ntitle: T\nlang: ko\n---\n\n---\nid: one\n${keys}---\n\n## ${title}\n\n${body}\n`)
  const slide = deck.slides[0] as Slide
  const { container } = await render(SlideView, {
    deck,
    slide,
    step: step || slide.steps,
    knobs: {},
    theme,
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
  expect(styleOf(code).getPropertyValue('box-decoration-break')).toBe('clone')
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
