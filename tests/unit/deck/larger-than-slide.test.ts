/** Tables and code that one screen cannot hold. */
import { describe, expect, test } from 'vitest'
import { pagesOf } from '../../../src/core/scenes/printed-pages.ts'
import { parsed, places, slideOf } from './deck-of.ts'

const table = (rows: number, columns = 2, cell = '뜻'): string =>
  [
    `| ${Array.from({ length: columns }, (_, at) => `머리${at}`).join(' | ')} |`,
    `|${' - |'.repeat(columns)}`,
    ...Array.from({ length: rows }, (_, at) => `| ${at + 1} |${` ${cell} |`.repeat(columns - 1)}`),
  ].join('\n')
const code = (lines: number, more = '', line = 'x = 1'): string =>
  ['```python ' + more, ...Array.from({ length: lines }, () => line), '```'].join('\n')
const read = (body: string, keys = '') => slideOf(keys, `## T\n\n${body}\n`)

/** The parts of a table: when each is there, and what its first column and its heading hold. */
const partsOf = (html: string) =>
  [...html.matchAll(/<table([^>]*)>(.*?)<\/table>/gs)].map(([, when = '', inside = '']) => ({
    when: when.trim(),
    heading: [...inside.matchAll(/<th>(.*?)<\/th>/g)].map(([, text]) => text).join(' '),
    rows: [...inside.matchAll(/<tr>\s*<td>(.*?)<\/td>/g)].map(([, text]) => Number(text)),
  }))

describe('a table', () => {
  test('that one screen holds stays whole', () => {
    const { slide, problems } = read(table(14))
    expect(partsOf(slide.html)).toHaveLength(1)
    expect([slide.steps, slide.screens, problems]).toEqual([1, undefined, []])
    expect(slide.html).not.toContain('data-pages')
  })

  test('that is longer is divided evenly over steps, each with the heading, and told', () => {
    const { slide, problems } = read(table(31))
    const parts = partsOf(slide.html)
    expect(parts.map(({ when }) => when)).toEqual(['data-until="1"', 'data-from="2" data-until="2"', 'data-from="3"'])
    expect(parts.map(({ heading }) => heading)).toEqual(Array(3).fill('머리0 머리1'))
    expect(parts.map(({ rows }) => rows.length)).toEqual([11, 11, 9])
    expect(parts.flatMap(({ rows }) => rows)).toEqual(Array.from({ length: 31 }, (_, at) => at + 1))
    expect([slide.steps, slide.screens]).toEqual([3, [1, 2]])
    expect(places(problems)).toEqual(['divided-table@11:1'])
    expect(problems[0]?.message.ko).toContain('3단계')
  })

  test('whose cells take two lines is divided sooner, and so is one that stands below text', () => {
    const long =
      '아주 긴 설명이 들어 있는 칸이라서 한 줄에는 다 들어가지 못하고 다음 줄로 넘어가는 뜻풀이입니다. '.repeat(2)
    expect(read(table(14, 2, long)).slide.steps).toBe(2)
    expect(read(`${'글\n\n'.repeat(5)}${table(14)}`).slide.steps).toBe(2)
    expect(read(table(14, 3), 'layout: columns').slide.steps).toBe(1)
    expect(read(`글\n\n***\n\n${table(14, 3, long)}`, 'layout: columns').slide.steps).toBeGreaterThan(2)
  })

  test('that is wider has its first column beside the others in turn', () => {
    const { slide } = read(table(3, 16, '제법 긴 뜻'))
    const parts = partsOf(slide.html)
    expect(parts.length).toBeGreaterThan(1)
    for (const { heading, rows } of parts) {
      expect(heading).toMatch(/^머리0 /)
      expect(rows).toEqual([1, 2, 3])
    }
    const others = parts.flatMap(({ heading }) => heading.split(' ').slice(1))
    expect(others).toEqual(Array.from({ length: 15 }, (_, at) => `머리${at + 1}`))
  })

  test('gives way before what follows it comes', () => {
    const { slide } = read(`${table(30)}\n\n<!-- step -->\n\n끝`)
    expect(slide.html).toContain('<p data-from="4">끝</p>')
    expect([slide.steps, slide.screens]).toEqual([4, [1, 2]])
  })

  test('whose cells reach over others, and one beside a picture, is left as it is', () => {
    const rows = '<tr><td>1</td></tr>'.repeat(40)
    expect(read(`<table><tbody><tr><td rowspan="2">0</td></tr>${rows}</tbody></table>`).slide.steps).toBe(1)
    expect(read(`<table><tbody><tr><td>0</td></tr>${rows}</tbody></table>`).slide.steps).toBe(3)
    expect(read(table(40), 'diagram: isolation\nat: IS-1').problems).toEqual([])
  })
})

describe('code', () => {
  const litAt = (html: string) =>
    [...html.matchAll(/<span data-line(?:="")?(?: data-lit="([\d ]+)")?>/g)].map(([, steps]) => steps ?? '')

  test('that one screen holds has no steps of its own', () => {
    const { slide, problems } = read(code(22))
    expect([slide.steps, slide.screens, problems]).toEqual([1, undefined, []])
  })

  test('that is longer is shown in parts, and told', () => {
    const { slide, problems } = read(code(60))
    expect([slide.steps, slide.screens]).toEqual([3, [1, 2]])
    expect(slide.html).toContain('<pre data-paged="" data-lit-from="1">')
    expect(litAt(slide.html)).toEqual(['1', '2', '3'].flatMap((step) => Array<string>(20).fill(step)))
    expect(places(problems)).toEqual(['long-code@11:1'])
  })

  test('whose lines are longer than the slide is longer for it', () => {
    expect(read(code(12)).slide.steps).toBe(1)
    expect(read(code(12, '', `x = "${'가'.repeat(60)}"`)).slide.steps).toBe(2)
  })

  test('with lines to light keeps their steps, and is told', () => {
    const { slide, problems } = read(code(60, '{1|30-32|60}'))
    expect([slide.steps, slide.screens]).toEqual([3, undefined])
    expect(slide.html).not.toContain('data-paged')
    expect(places(problems)).toEqual(['long-code@11:1'])
    expect(places(read(code(60, '{1|99}')).problems)).toEqual(['bad-code-lines@11:1', 'long-code@11:1'])
  })
})

test('a page a slide has one for each part that would be on none', () => {
  const { deck } = parsed(
    `---\ntitle: T\nlang: ko\n---\n\n---\nid: a\n---\n\n## A\n\n${table(30)}\n\n---\nid: b\n---\n\n## B\n\n${code(60, '{1|60}')}\n`,
  )
  const pages = pagesOf(deck, 'final').map(({ slide, step, first, last }) => [slide.id, step, first, last])
  expect(pages).toEqual([
    ['a', 1, true, false],
    ['a', 2, false, true],
    ['b', 2, true, true],
  ])
})
