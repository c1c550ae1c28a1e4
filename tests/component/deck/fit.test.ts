/** How large a body and a line are drawn, in boxes whose content has heights that are known. */
import { beforeAll, describe, expect, test } from 'vitest'
import { filledShare, filling, fitted, overflows } from '../../../src/renderer/slide/fit.ts'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'

beforeAll(() => fontsReady())

/** A box of 1000 × 500 with content in it. */
function boxOf(html: string, style = ''): HTMLElement {
  const box = document.createElement('div')
  box.style.cssText = `position: relative; inline-size: 1000px; block-size: 500px; overflow: hidden; ${style}`
  box.innerHTML = html
  return document.body.appendChild(box)
}
const rows = (count: number, height: string, more = ''): string =>
  `<div style="block-size: ${height}; ${more}"></div>`.repeat(count)
const drawn = (box: HTMLElement): string =>
  ['--size', '--row'].map((name) => parseFloat(box.style.getPropertyValue(name))).join(' ')
/** Twice: what is observed in the first frame is fitted in the second. */
const frames = async (): Promise<void> => {
  for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame)
}

describe('what a box holds more of than it shows', () => {
  test.each([
    ['all', rows(1, '500px'), false],
    ['a pixel less, for layout rounds', rows(1, '501px'), false],
    ['too much down', rows(1, '502px'), true],
    ['too much aside', rows(1, '20px', 'inline-size: 1002px'), true],
    [
      'code that would have to scroll aside',
      `<pre style="inline-size: 100px; overflow: hidden">${rows(1, '9px', 'inline-size: 102px')}</pre>`,
      true,
    ],
    [
      'code that shows all',
      `<pre style="inline-size: 100px; overflow: hidden">${rows(1, '9px', 'inline-size: 101px')}</pre>`,
      false,
    ],
  ])('%s', (_what, html, isMore) => {
    expect(overflows(boxOf(html))).toBe(isMore)
  })

  test('the share of it that is filled goes from the first to the last, without what stands apart', () => {
    expect(filledShare(boxOf(''))).toBe(0)
    expect(filledShare(boxOf(rows(2, '100px', 'margin-block-end: 50px')))).toBe(0.5)
    expect(filledShare(boxOf(rows(1, '400px', 'position: absolute') + rows(1, '100px')))).toBe(0.2)
    expect(filledShare(boxOf(rows(1, '100px'), 'display: grid; align-content: end'))).toBe(0.2)
  })
})

describe('a line', () => {
  const line = rows(1, 'calc(10 * var(--size))')

  test.each([
    [[50, 40, 30], 50, false],
    [[60, 50, 40], 50, false],
    [[90, 80, 70], 70, true],
  ])('of %j px is as large as fits, and says where even the smallest does not', (sizes, size, isTooMuch) => {
    const box = boxOf(line)
    fitted(sizes, 'words')(box)
    expect([box.style.getPropertyValue('--size'), box.hasAttribute('data-overflows')]).toEqual([`${size}px`, isTooMuch])
  })

  test('without words, and in no room, is left alone', () => {
    const [empty, unseen] = [boxOf(line), boxOf(line, 'display: none')]
    fitted([50], '')(empty)
    fitted([50], 'words')(unseen)
    expect([empty, unseen].map((box) => box.style.getPropertyValue('--size'))).toEqual(['', ''])
  })

  test('is fitted anew in other room and once an image is there, until it is gone', async () => {
    const box = boxOf(`${line}<img alt="" style="position: absolute; inset: 0">`)
    const size = () => box.style.getPropertyValue('--size')
    const stop = fitted([60, 50, 40, 30], 'words')(box)
    expect(size()).toBe('50px')
    box.style.blockSize = '420px'
    await expect.poll(size).toBe('40px')
    const content = box.firstElementChild as HTMLElement
    content.style.blockSize = 'calc(12 * var(--size))'
    await frames()
    expect(size()).toBe('40px')
    box.querySelector('img')?.dispatchEvent(new Event('load'))
    expect(size()).toBe('30px')
    stop?.()
    box.style.blockSize = '1000px'
    box.querySelector('img')?.dispatchEvent(new Event('load'))
    await frames()
    expect(size()).toBe('30px')
  })

  test('that goes before its turn comes is fitted no more', async () => {
    const box = boxOf(line)
    const stop = fitted([60, 50, 40], 'words')(box)
    box.style.blockSize = '420px'
    // The observer has told of it, and the frame in which it would be fitted has not come.
    await new Promise(requestAnimationFrame)
    stop?.()
    box.style.removeProperty('--size')
    await frames()
    expect(box.style.getPropertyValue('--size')).toBe('')
  })
})

describe('a body', () => {
  test('is as airy and as large as its amount allows', async () => {
    const quarters = Array.from({ length: 60 }, (_, at) => (at + 1) / 4)
    // Within a quarter of a row the type stops to grow, and the densest of all gets a little air.
    const amounts = [...quarters, 3.3, 3.35, 3.4, 3.45, 11.3].sort((a, b) => a - b)
    const found = amounts.map((amount) => {
      const box = boxOf(rows(1, `calc((var(--size) + 2 * var(--row)) * ${amount})`))
      filling('words')(box)
      const share = Math.round(filledShare(box) * 100)
      const told = box.hasAttribute('data-overflows') ? ', too much' : ''
      expect(box.hasAttribute('data-measuring')).toBe(false)
      box.remove()
      return `${amount} rows: ${drawn(box)}, ${share} %${told}`
    })
    await expect(`${found.join('\n')}\n`).toMatchFileSnapshot('fit.txt')
  })

  test('keeps for its key points the room of the highest, measured as all are drawn', () => {
    const points = [20, 60, 40].map((height) => `<li style="block-size: ${height}px"></li>`).join('')
    const box = boxOf(`<ul data-key-points style="padding: 0; margin: 0">${points}</ul>`)
    const list = box.querySelector('ul')
    filling('words')(box)
    expect(list?.style.getPropertyValue('--room')).toBe('60px')
    // One that is the current one is higher, and each of them will be.
    const style = document.createElement('style')
    style.textContent = '[data-measuring] li:first-child { block-size: 70px !important }'
    box.append(style)
    filling('words')(box)
    expect(list?.style.getPropertyValue('--room')).toBe('70px')
    style.remove()
    // What was kept before would keep itself.
    for (const point of box.querySelectorAll('li')) point.style.blockSize = 'max(30px, var(--room, 0px))'
    filling('words')(box)
    expect(list?.style.getPropertyValue('--room')).toBe('30px')
  })
})
