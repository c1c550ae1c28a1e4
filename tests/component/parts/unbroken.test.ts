import '../../../src/renderer/look/base.css'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import CourseHtml from '../../../src/renderer/parts/CourseHtml.svelte'
import Inline from '../../../src/renderer/parts/Inline.svelte'
import { unbrokenWords, withUnbrokenCode } from '../../../src/renderer/parts/unbroken.ts'

/** In each width that a text is given, which of its words stand on more than one line. */
function broken(element: HTMLElement, words: readonly string[]): string[] {
  const found = []
  const range = document.createRange()
  for (let width = 320; width >= 180; width -= 3) {
    element.style.inlineSize = `${width}px`
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const nodes: Node[] = []
    while (walker.nextNode()) nodes.push(walker.currentNode)
    const text = nodes.map((node) => node.textContent).join('')
    for (const word of words) {
      let start = text.indexOf(word)
      let end = start + word.length
      expect(start).toBeGreaterThanOrEqual(0)
      for (const node of nodes) {
        const { length } = node.textContent ?? ''
        if (start >= 0 && start < length) range.setStart(node, start)
        if (end > 0 && end <= length) range.setEnd(node, end)
        start -= length
        end -= length
      }
      if (new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size > 1) found.push(word)
    }
  }
  return [...new Set(found)]
}

const options = ['--memory와', '--cpus를', '--security-opt']

test('words of a course break no option after its hyphens', async () => {
  const html =
    '<p>첫 번째 대가는 한도입니다. <code>--memory</code>와 <code>--cpus</code>를 직접 겁니다. <code>docker run --security-opt no-new-privileges</code>도요.</p>'
  const { container } = await render(CourseHtml, { html, as: 'div' })
  expect(broken(container, options)).toEqual([])
  expect(container.textContent).toContain('docker run --security-opt no-new-privileges')
})

test('words of a picture break none either', async () => {
  const text = '첫 번째 대가는 한도입니다. `--memory`와 `--cpus`를 직접 겁니다. `docker run --security-opt`도요.'
  const { container } = await render(Inline, { text })
  expect(broken(container, options)).toEqual([])
})

test('what is longer than a narrow line may break, and blocks are left to their own lines', () => {
  expect(unbrokenWords('qemu -kernel vmlinuz - a-b')).toEqual([
    { text: 'qemu ', isWhole: false },
    { text: '-kernel', isWhole: true },
    { text: ' vmlinuz - ', isWhole: false },
    { text: 'a-b', isWhole: true },
  ])
  expect(unbrokenWords('/lib/x86_64-linux-gnu/libc.so.6')).toEqual([
    { text: '/lib/x86_64-linux-gnu/libc.so.6', isWhole: false },
  ])
  const block = '<pre tabindex="0"><code>docker run --rm</code></pre>'
  expect(withUnbrokenCode(block)).toBe(block)
  expect(withUnbrokenCode('<code>a&#x3C;b -v</code>')).toBe('<code>a&#x3C;b <span class="unbroken">-v</span></code>')
})
