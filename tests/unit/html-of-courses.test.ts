/** Words of a course become HTML in one place, which knows what links must not do; anything else would be a second one. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name))
  .filter((name) => /\.(ts|mjs|svelte)$/.test(name))

const withAny = (pattern: RegExp): string[] => sources.filter((file) => pattern.test(readFileSync(file, 'utf8')))

test('markup is drawn by one component', () => {
  expect(sources.length).toBeGreaterThan(400)
  expect(withAny(/\{@html/)).toEqual(['src/renderer/parts/CourseHtml.svelte'])
  expect(withAny(/no-at-html-tags/)).toEqual(['src/renderer/parts/CourseHtml.svelte'])
})

test('and written nowhere but into a template, where it is inert', () => {
  expect(
    withAny(/(?:innerHTML|outerHTML|srcdoc)\s*=|insertAdjacentHTML|setHTML|createContextualFragment|document\.write/),
  ).toEqual(['src/renderer/parts/course-images.ts'])
})

test('a link of our own leads to a place on its page or fetches a file', () => {
  const links = sources
    .filter((file) => file.endsWith('.svelte'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/<(?:a|area|iframe)\b[^>]*>/g)].map(([tag]) => `${file}: ${tag}`),
    )
  expect(links.length).toBeGreaterThan(2)
  expect(links.filter((link) => !/ href="#| download\b/.test(link))).toEqual([])
})
