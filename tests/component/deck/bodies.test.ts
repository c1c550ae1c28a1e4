/** What is done to the HTML of a slide's body, without a slide around it. */
import { fake } from './fake-shell.ts'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Slide } from '../../../src/contract/deck.ts'
import { addCopyButtons } from '../../../src/renderer/slide/copy-buttons.ts'
import { isListed, sectionsOf } from '../../../src/renderer/slide/deck-sections.ts'
import { revealSteps } from '../../../src/renderer/slide/reveal-steps.ts'

fake.install()

const bodyOf = (html: string): HTMLElement =>
  document.body.appendChild(Object.assign(document.createElement('div'), { innerHTML: html }))
const marked = (body: Element, attribute: string): (string | null)[] =>
  [...body.querySelectorAll(`[${attribute}]`)].map(({ textContent }) => textContent)

describe('the label of a section', () => {
  const section = (html: string) => ({ id: 'a', title: 'heading', layout: 'section', html }) as unknown as Slide

  test.each([
    ['<p> few words </p>', 'few words'],
    [`<p>${'w'.repeat(24)}</p>`, 'w'.repeat(24)],
    [`<p>${'w'.repeat(25)}</p>`, null],
    ['<p>one</p><p>two</p>', null],
    ['<ul><li>one</li></ul>', null],
    ['', null],
  ])('of %j is %j, or else its heading', (html, label) => {
    expect(isListed(section(html))).toBe(label !== null)
    expect(sectionsOf([section(html)])).toEqual([{ id: 'a', label: label ?? 'heading' }])
  })

  test('is that of sections alone', () => {
    expect(sectionsOf([{ ...section('<p>words</p>'), layout: 'content' }, section('<p>words</p>')])).toHaveLength(1)
  })
})

describe('a step', () => {
  test('hides what comes later and lights the lines of the last group that was reached', () => {
    const body = bodyOf(
      '<p data-from="2">two</p><p data-from="10">ten</p>' +
        '<pre data-lit-from="2"><i data-lit="10 2">a</i><i data-lit="2">b</i><i data-lit="4">c</i></pre>',
    )
    const at = (step: number) => {
      revealSteps(body, step)
      return [marked(body, 'data-later'), marked(body, 'data-on'), marked(body, 'data-stepping').length]
    }
    expect(at(1)).toEqual([['two', 'ten'], [], 0])
    expect(at(2)).toEqual([['ten'], ['a', 'b'], 1])
    expect(at(3)).toEqual([['ten'], ['a', 'b'], 1])
    expect(at(4)).toEqual([['ten'], ['c'], 1])
    expect(at(10)).toEqual([[], ['a'], 1])
    expect(at(1)).toEqual([['two', 'ten'], [], 0])
  })
})

describe('buttons that copy', () => {
  afterEach(() => vi.useRealTimers())
  const labels = { copy: 'copy', copied: 'copied' }

  test('are one a block, copy it without its last line break, and go as they came', () => {
    const body = bodyOf('<pre>a\nb\n</pre><p>c</p><pre>d</pre>')
    const copied: string[] = []
    const before = body.innerHTML
    const takeAway = addCopyButtons(body, labels, (text) => (copied.push(text), Promise.resolve(false)))
    const buttons = [...body.querySelectorAll('button')]
    expect(buttons.map(({ type, dataset, textContent }) => [type, dataset['copy'], textContent])).toEqual([
      ['button', '', 'copy'],
      ['button', '', 'copy'],
    ])
    for (const button of buttons) button.click()
    expect(copied).toEqual(['a\nb', 'd'])
    takeAway()
    expect(body.innerHTML).toBe(before)
  })

  test('say so for as long after the last press as after the first', async () => {
    vi.useFakeTimers()
    const body = bodyOf('<pre>a</pre>')
    addCopyButtons(body, labels, () => Promise.resolve(true))
    const button = body.querySelector('button')
    const press = async (): Promise<void> => {
      button?.click()
      await vi.advanceTimersByTimeAsync(0)
    }
    await press()
    expect(button?.textContent).toBe('copied')
    let ms = 0
    for (; button?.textContent === 'copied'; ms += 100) await vi.advanceTimersByTimeAsync(100)
    await press()
    await vi.advanceTimersByTimeAsync(ms - 200)
    await press()
    await vi.advanceTimersByTimeAsync(ms - 200)
    expect(button?.textContent).toBe('copied')
    await vi.advanceTimersByTimeAsync(200)
    expect(button?.textContent).toBe('copy')
  })
})
