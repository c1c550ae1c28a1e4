import { afterEach, beforeEach, expect, test } from 'vitest'
import { startStage, type Stage } from '../../../src/renderer/stage/start-stage.ts'

/** Slides with everything in them that reveal.js would do something about by itself. */
const slides = ['one', 'two', 'three'].map(
  (id, index) => `<section data-auto-animate><h2>${id}</h2>
    <p class="fragment" data-fragment-index="${5 - index}">a</p><p class="fragment">b</p>
    <p><a href="#/2">link</a></p><aside class="notes">note</aside></section>`,
)

let viewport: HTMLElement
let root: HTMLElement
let stage: Stage
let address: string
beforeEach(async () => {
  address = location.href
  viewport = document.createElement('div')
  viewport.className = 'reveal-viewport'
  root = document.createElement('div')
  root.className = 'reveal'
  root.innerHTML = `<div class="slides">${slides.join('')}</div>`
  viewport.append(root)
  document.body.append(viewport)
  viewport.style.width = root.style.width = '640px'
  viewport.style.height = root.style.height = '360px'
  stage = await startStage(root, 'none')
  stage.show(0, 'one two three')
  await atRest()
})
afterEach(() => {
  stage.stop()
  viewport.remove()
  history.replaceState(null, '', address)
})

/** reveal.js lets things move again a little later. */
const atRest = () => expect.poll(() => root.querySelector('.no-transition, .disable-slide-transitions')).toBeNull()
const scale = (): number => Number(viewport.style.getPropertyValue('--slide-scale'))
const shown = (): string | undefined => root.querySelector('section.present h2')?.textContent

test('a stage is what reveal.js was told to make of it, and nothing else', async () => {
  const states = [viewport.outerHTML]
  stage.show(1, 'one two three')
  await atRest()
  states.push(viewport.outerHTML)
  await expect(states.join('\n\n')).toMatchFileSnapshot('markup/stage.txt')
})

/** What a person or another page may do that reveal.js would follow if it were let. */
const pokes: Readonly<Record<string, () => unknown>> = {
  keys: () => {
    for (const keyCode of [13, 27, 32, 33, 34, 35, 36, 37, 38, 39, 40, 66, 70, 71, 74, 78, 79, 83, 86, 190, 191])
      document.dispatchEvent(
        new KeyboardEvent('keydown', { keyCode, key: '?', shiftKey: keyCode === 191, bubbles: true }),
      )
    document.dispatchEvent(new KeyboardEvent('keypress', { charCode: 63, shiftKey: true, bubbles: true }))
  },
  wheel: () => root.dispatchEvent(new WheelEvent('wheel', { deltaY: 400, bubbles: true })),
  touch: () => {
    const at = (type: string, x: number): unknown =>
      root.dispatchEvent(new PointerEvent(type, { pointerType: 'touch', clientX: x, clientY: 100, bubbles: true }))
    return [at('pointerdown', 600), at('pointermove', 100), at('pointerup', 100)]
  },
  messages: () => window.postMessage(JSON.stringify({ method: 'slide', args: [2] }), '*'),
  address: () => (location.hash = '#/2'),
}

test.each(Object.keys(pokes))('it stays where it is, whatever is done: %s', async (poke) => {
  // That it was pressed is noted by reveal.js, and is all that it makes of it.
  const now = (): string => viewport.outerHTML.replace(' focused', '')
  const before = now()
  pokes[poke]?.()
  // Messages and addresses are heard of later.
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(now()).toBe(before)
})

test('the focus stays where it is when the window comes back', () => {
  const button = document.createElement('button')
  viewport.append(button)
  button.focus()
  document.dispatchEvent(new Event('visibilitychange'))
  expect(document.activeElement).toBe(button)
})

test('going on leaves the address of the window alone', () => {
  const before = [location.href, history.length]
  stage.show(2, 'one two three')
  expect([shown(), location.href, history.length]).toEqual(['three', ...before])
})

test('a slide is as large as its place, from a twentieth up to twelve times', async () => {
  expect(scale()).toBe(0.5)
  for (const [width, expected] of [
    [1280, 1],
    [640, 0.5],
    [20, 0.05],
    [1280 * 13, 12],
  ] as const) {
    root.style.cssText = `width: ${String(width)}px; height: ${String((width * 9) / 16)}px`
    await expect.poll(scale).toBe(expected)
  }
})

test('sections that come and go are taken in anew, the one that is shown stays', () => {
  stage.show(1, 'one two three')
  root.querySelector('section')?.remove()
  stage.show(0, 'two three')
  expect([shown(), root.querySelectorAll('section.present').length]).toEqual(['two', 1])
})

test('slides take turns as they are told to, and once it is stopped it follows nothing any more', async () => {
  expect(root.classList.contains('none')).toBe(true)
  stage.cross('fade')
  expect(root.classList.contains('fade')).toBe(true)
  stage.stop()
  expect(root.querySelector('.controls')).toBeNull()
  root.style.width = '320px'
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(scale()).toBe(0.5)
})
