import { fake } from '../library/fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-svelte'
import Gallery from '../../../src/renderer/gallery/Gallery.svelte'
import Review from '../../../src/renderer/review/Review.svelte'
import SettingsDialog from '../../../src/renderer/settings/SettingsDialog.svelte'
import { openExport, openLibrary } from '../library/open-library.ts'
import { readyShell } from '../review/open-view.ts'
import { overviewOf } from '../review/sample-statistics.ts'

afterEach(async () => {
  cleanup()
  history.replaceState(null, '', '#')
  await page.viewport(1280, 720)
})

const reviewing = () => readyShell(() => fake.when('review:read', () => overviewOf()))

/** Each window, and a text that is there once it is drawn. */
const windows: Readonly<Record<string, { readonly open: () => Promise<unknown>; readonly ready: string }>> = {
  library: { open: () => openLibrary(), ready: '[type=radio]' },
  'a dialog': { open: async () => openExport(await openLibrary()), ready: 'dialog [type=radio]' },
  settings: {
    open: async () => {
      await reviewing()
      await render(SettingsDialog, { onclose: () => undefined })
    },
    ready: 'dialog [type=range]',
  },
  review: {
    open: async () => {
      await reviewing()
      await render(Review)
    },
    ready: 'main button',
  },
  gallery: {
    open: async () => {
      await readyShell()
      await render(Gallery)
    },
    ready: 'svg[data-scene]',
  },
}

/** What a sheet says of an element in lengths; edges are as wide as whole pixels allow. */
const lengths = [
  'fontSize',
  'paddingTop',
  'paddingLeft',
  'rowGap',
  'columnGap',
  'minHeight',
  'borderTopLeftRadius',
  'outlineOffset',
] as const

/** Every such length in the window, in px, by the way to its element. */
async function measured(name: string, width: number, height: number): Promise<Map<string, number>> {
  cleanup()
  await page.viewport(width, height)
  const { open, ready } = windows[name] ?? expect.fail(name)
  await open()
  await expect.poll(() => document.querySelector(ready)).not.toBeNull()
  const found = new Map<string, number>()
  for (const element of document.body.querySelectorAll('*')) {
    if (element.localName === 'text' && element.closest('svg[viewBox]') && !element.closest('.slide'))
      found.set(`${way(element)} itself`, element.getBoundingClientRect().height)
    if (element.closest('.unseen') || element.parentElement?.closest('svg')) continue
    const style = getComputedStyle(element)
    const at = way(element)
    if (element instanceof HTMLInputElement && /checkbox|radio|range/.test(element.type)) {
      // Where it is seen: some only take the presses of what is drawn for them.
      if (style.opacity !== '0') found.set(`${at} itself`, element.getBoundingClientRect().height)
      continue
    }
    for (const length of lengths) {
      const px = /^([\d.]+)px$/.exec(style[length])?.[1]
      if (px !== undefined && Number(px) > 0) found.set(`${at} ${length}`, Number(px))
    }
  }
  return found
}

function way(element: Element): string {
  const above = element.parentElement
  if (!above) return ''
  const at = [...above.children].indexOf(element)
  return `${way(above)} ${element.localName}${element.classList[0] ? `.${element.classList[0]}` : ''}:${at}`
}

const inSlide = (at: string): boolean => / div\.slide:/.test(at)

test.each(Object.keys(windows))('on a large screen all of it grows alike, and slides as a whole: %s', async (name) => {
  const usual = await measured(name, 1920, 1080)
  const large = await measured(name, 3840, 2160)
  expect(usual.size).toBeGreaterThan(40)
  const strays = [...usual].flatMap(([at, px]) => {
    const grown = (large.get(at) ?? NaN) / px
    // What is drawn is as large as whole pixels allow.
    const slack = at.endsWith('itself') ? 1 / px : 0.012
    return Math.abs(grown - (inSlide(at) ? 1 : 32 / 18.857)) < slack ? [] : [`${at}: ${px} px × ${grown.toFixed(2)}`]
  })
  expect(strays).toEqual([])
})

test.each([
  [960, 600, 16],
  [1280, 720, 16],
  [1920, 1080, 18.856],
  [1920, 1200, 18.856],
  [3840, 1080, 18.856],
])('up to 1920 × 1080 a px is a px: %i × %i', async (width, height, size) => {
  await page.viewport(width, height)
  const root = getComputedStyle(document.documentElement)
  expect([root.getPropertyValue('--px'), root.getPropertyValue('--growth')]).toEqual(['1px', '1'])
  expect(parseFloat(root.fontSize)).toBeCloseTo(size, 2)
})
