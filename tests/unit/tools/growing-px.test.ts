import postcss from 'postcss'
import { describe, expect, test } from 'vitest'
import { growingPx, withGrowingPx } from '../../../tools/growing-px.ts'

const own = (count: number): string => `calc(${count} * var(--px, 1px))`

const built = (css: string, from = '/clone/src/renderer/library/Door.svelte?svelte&type=style&lang.css'): string =>
  postcss([growingPx]).process(css, { from }).css

describe('the px of a window', () => {
  test.each([
    ['8px', own(8)],
    ['-6px auto 1.5px', `${own(-6)} auto ${own(1.5)}`],
    ['min(30rem, calc(100vw - 32px))', `min(30rem, calc(100vw - ${own(32)}))`],
    ['minmax(0, 1fr)/56px', `minmax(0, 1fr)/${own(56)}`],
  ])('%s grow with it', (value, grown) => expect(withGrowingPx(value)).toBe(grown))

  test.each(['0px', '1rem', 'url(a-2px.svg)', '"12px"', "'4px'", '#a1px', 'var(--a4px)', 'area-4px'])(
    '%s stays as it is',
    (value) => expect(withGrowingPx(value)).toBe(value),
  )

  test('grow once, in rules also of queries', () =>
    expect(built('@media (min-width: 900px) { a { gap: 8px } }')).toBe(
      `@media (min-width: 900px) { a { gap: ${own(8)} } }`,
    ))

  test.each([
    ['what says how long they are', ':root { --px: max(1px, 1vw); --growth: tan(atan2(var(--px), 1px)) }', undefined],
    ['descriptors', '@page { size: 1280px 720px }', undefined],
    ['sheets of libraries', 'a { gap: 8px }', '/clone/node_modules/reveal.js/reveal.css'],
  ])('not in %s', (_what, css, from) => expect(built(css, from)).toBe(css))
})
