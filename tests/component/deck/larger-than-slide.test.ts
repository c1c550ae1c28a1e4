/** Tables and code that one screen cannot hold, drawn: in the talk as in print. */
import { fake } from './fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { beforeAll, expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import { overflows } from '../../../src/renderer/slide/fit.ts'
import SlideView from '../../../src/renderer/slide/SlideView.svelte'
import { deckOf } from './sample-deck.ts'

fake.install()
beforeAll(fontsReady)

/** Draws a slide with such a body and gives it back at each of its steps. */
async function steps(body: string, layout = 'content') {
  const deck = deckOf(`---\ntitle: T\nlang: ko\n---\n\n---\nid: one\nlayout: ${layout}\n---\n\n## 제목\n\n${body}\n`)
  const slide = deck.slides[0]
  if (!slide) throw new Error('no slide')
  const props = { deck, slide, knobs: {}, theme: 'light' as const }
  const view = await render(SlideView, { ...props, step: 1 })
  const element = view.container.querySelector<HTMLElement>('.body')
  if (!element) throw new Error('no body')
  return {
    element,
    count: slide.steps,
    to: (step: number) => view.rerender({ ...props, step }),
    seen: (selector: string): string[] =>
      [...element.querySelectorAll<HTMLElement>(selector)]
        .filter((part) => part.checkVisibility({ visibilityProperty: true }))
        .map((part) => part.textContent.trim()),
  }
}
const smallest = (element: Element, selector: string): number =>
  Math.min(...[...element.querySelectorAll(selector)].map((part) => parseFloat(getComputedStyle(part).fontSize)))
const table = (rows: number, columns = 2): string =>
  [
    `|${' 머리 |'.repeat(columns)}`,
    `|${' - |'.repeat(columns)}`,
    ...Array.from({ length: rows }, (_, at) => `| ${at + 1} |${' 제법 긴 뜻 |'.repeat(columns - 1)}`),
  ].join('\n')
const code = (lines: number, more = ''): string =>
  ['```python ' + more, ...Array.from({ length: lines }, (_, at) => `line_${at + 1} = 1`), '```'].join('\n')

test.each([
  ['long', table(30)],
  ['wide', table(4, 16)],
  ['long below text', `앞의 글\n\n${table(41, 3)}\n\n뒤의 글`],
])('each part of a %s table is seen alone, whole and in 18 px at least', async (_, body) => {
  const { element, count, to, seen } = await steps(body)
  const size = smallest(element, 'td')
  for (let step = 1; step < count; step += 1) {
    await to(step)
    expect(seen('table')).toHaveLength(1)
    expect(seen('thead')).toHaveLength(1)
    expect(overflows(element)).toBe(false)
    // The size is that of all parts: nothing jumps.
    expect(smallest(element, 'td')).toBe(size)
  }
  expect(size).toBeGreaterThanOrEqual(18)
  expect(element.hasAttribute('data-overflows')).toBe(false)
})

test('code that is longer than the slide shows the part around the lines that are lit', async () => {
  const { element, to, seen } = await steps(code(60, '{1|30-32|60}'), 'code')
  for (const [step, lit] of [
    [2, ['line_30 = 1', 'line_31 = 1', 'line_32 = 1']],
    [3, ['line_60 = 1']],
    [1, ['line_1 = 1']],
  ] as const) {
    await to(step)
    expect(seen('[data-on]')).toEqual(lit)
    const block = element.querySelector('pre')?.getBoundingClientRect()
    for (const line of element.querySelectorAll('[data-on]')) {
      expect(line.getBoundingClientRect().bottom).toBeLessThanOrEqual(block?.bottom ?? 0)
      expect(line.getBoundingClientRect().top).toBeGreaterThanOrEqual(block?.top ?? 0)
    }
    expect(seen('[data-line]').length).toBeGreaterThanOrEqual(20)
    expect(overflows(element)).toBe(false)
  }
  expect(smallest(element, 'pre')).toBe(18)
  const block = element.querySelector<HTMLElement>('pre')
  expect([block?.dataset['above'], block?.dataset['below']]).toEqual(['', '38'])
})

test('code in which no lines are lit comes in parts, none of them set back', async () => {
  const { element, count, to, seen } = await steps(code(60), 'code')
  const found = new Set<string>()
  for (let step = 1; step <= count; step += 1) {
    await to(step)
    for (const line of seen('[data-line]')) found.add(line)
    for (const line of element.querySelectorAll('[data-line]')) expect(getComputedStyle(line).opacity).toBe('1')
  }
  expect([count, found.size]).toEqual([3, 60])
})

test('a line that is longer than the slide goes on in the next one, behind a hook; a shorter one has none', async () => {
  const { element } = await steps(`\`\`\`bash\nset -e\ndocker run ${'--env NAME=value '.repeat(15)}\n\`\`\``, 'code')
  expect(overflows(element)).toBe(false)
  expect(smallest(element, 'pre')).toBeGreaterThanOrEqual(18)
  const [short, long] = [...element.querySelectorAll('[data-line]')].map((line) =>
    parseFloat(getComputedStyle(line, '::before').height),
  )
  expect(short).toBe(0)
  expect(long).toBeGreaterThan(8)
})

test('what fits at 24 px is not made smaller', async () => {
  const { element } = await steps(`${table(5)}\n\n${code(4)}`)
  expect(Math.min(smallest(element, 'td, th'), smallest(element, 'pre'))).toBe(24)
  expect(element.hasAttribute('data-dense')).toBe(false)
})
