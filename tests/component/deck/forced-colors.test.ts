/** With high contrast the system chooses the colours of windows; slides keep theirs, on screens and on paper. */
import '../../../src/renderer/look/base.css'
import { afterEach, expect, test } from 'vitest'
import { cleanup, render } from 'vitest-browser-svelte'
import type { ThemeName } from '../../../src/contract/library.ts'
import SlideView from '../../../src/renderer/slide/SlideView.svelte'
import { deckOf } from './sample-deck.ts'
import { forceColors } from './stub-media.ts'

afterEach(() => forceColors(false))

const drawn = ['color', 'background-color', 'border-top-color', 'fill', 'stroke', 'box-shadow']

test.each(['light', 'dark', 'contrast'] satisfies ThemeName[])('slides keep the colours of %s', async (theme) => {
  const deck = deckOf()
  for (const slide of deck.slides) {
    const { container } = await render(SlideView, { deck, slide, step: slide.steps, knobs: {}, theme })
    const all = [...container.querySelectorAll('.slide, .slide *')]
    const colours = (): string[] =>
      all.map((one) => {
        const style = getComputedStyle(one)
        return `${one.localName} ${drawn.map((name) => style.getPropertyValue(name)).join(' ')}`
      })
    const before = colours()
    await forceColors(true)
    expect(colours()).toEqual(before)
    // What words are given as a ground cannot be asked; it is given wherever this is not said.
    expect(all.filter((one) => getComputedStyle(one).getPropertyValue('forced-color-adjust') !== 'none')).toEqual([])
    await forceColors(false)
    cleanup()
  }
})
