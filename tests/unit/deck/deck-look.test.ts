import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  contrastOf,
  inkOn,
  leastContrast,
  readability,
  readable,
  slideGrounds,
  softOf,
} from '../../../src/core/deck/accent.ts'
import { parseCourse, problemTexts, tileOf } from '../../../src/core/deck/index.ts'
import { parsed, places } from './deck-of.ts'

const slides = '\n---\nid: one\n---\n\n## 하나\n\n글\n\n---\nid: two\n---\n\n## 둘\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'
const deckWith = (keys: string, body = slides) => parsed(`---\ntitle: 도커\nlang: ko\n${keys}---\n${body}`).deck

describe('accent', () => {
  const tokens = readFileSync('src/renderer/look/tokens.css', 'utf8')
  const inTokens = (theme: string, token: string): string => {
    const block = tokens.slice(tokens.indexOf(`[data-theme='${theme}'] {`))
    return new RegExp(`--${token}: (#[\\da-f]{6})`).exec(block)?.[1] ?? ''
  }

  it.each(['light', 'dark'] as const)('is measured on the grounds of the %s theme', (theme) => {
    expect(slideGrounds[theme]).toEqual(['paper', 'card', 'sunk'].map((token) => inTokens(theme, token)))
    expect(readability(inTokens(theme, 'accent'), theme), 'ours').toBeGreaterThanOrEqual(leastContrast)
  })

  it('has the contrast that WCAG says', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  const hues = ['#ffcc00', '#00ff00', '#0b6bcb', '#ff00ff', '#777777', '#000000', '#ffffff', '#f00000', '#123456']
  it.each(hues)('of %s is a shade that can be read, and so is what stands on it and on its ground', (hex) => {
    for (const theme of ['light', 'dark'] as const) {
      const used = readable(hex, theme)
      expect(used).toMatch(/^#[\da-f]{6}$/)
      expect(readability(used, theme)).toBeGreaterThanOrEqual(leastContrast)
      // Nearest: no more of it was changed than is needed.
      if (used !== hex) expect(readability(used, theme)).toBeLessThan(leastContrast + 0.25)
      expect(contrastOf(inkOn(used), used)).toBeGreaterThanOrEqual(leastContrast)
      for (const token of ['ink', 'soft', 'code-keyword', 'code-string', 'code-comment', 'code-number', 'code-name'])
        expect(contrastOf(inTokens(theme, token), softOf(used, theme)), token).toBeGreaterThanOrEqual(leastContrast)
    }
  })

  it('that cannot be read is told where it stands, with the shade that is drawn', () => {
    const { look, problems } = deckWith('accent: "#FC0"\n')
    const light = readable('#ffcc00', 'light')
    expect(look).toEqual({ accent: { light, dark: '#ffcc00' } })
    expect(places(problems)).toEqual(['weak-accent@4:9'])
    expect(problems[0]).toMatchObject({ severity: 'warning', fix: { en: `"${light}"` } })
    expect(problems[0]?.message.en).toContain('1.3:1 in the light theme')
  })

  it('alone makes the shade for the dark in silence; of two each is told', () => {
    expect(deckWith('accent: "#0b5fa5"\n').problems).toEqual([])
    expect(places(deckWith('accent: { light: "#0b5fa5", dark: "#0b5fa5" }\n').problems)).toEqual(['weak-accent@4:35'])
  })

  it.each(['#0b5fa5', 'blue', '"#12345"', '12', '{ dark: "#fff" }', 'true'])(
    'is no colour as %s, which is told',
    (written) => {
      const { look, problems } = deckWith(`accent: ${written}\n`)
      expect(look).toBeUndefined()
      expect(problems.map(({ code }) => code)).toEqual(['bad-value'])
      expect(problems[0]?.message.ko).toContain('따옴표')
    },
  )
})

describe('look of a deck', () => {
  it('is what it says of it, and nothing where it says nothing', () => {
    expect(deckWith('').look).toBeUndefined()
    const { look, problems } = deckWith(
      'footer: { ko: 한빛, en: Hanbit }\nnumbers: true\nlogo: { light: a.svg, dark: b.svg }\n',
    )
    expect(problems).toEqual([])
    expect(look).toEqual({ footer: '한빛', numbers: true, logo: { light: 'a.svg', dark: 'b.svg' } })
  })

  it('takes off what its course has', () => {
    expect(deckWith('footer: false\nnumbers: false\nlogo: false\naccent: false\n').look).toEqual({
      footer: false,
      numbers: false,
      logo: false,
      accent: false,
    })
  })

  it('names its logo among the images, by its place', () => {
    const { images } = parsed(`---\ntitle: 도커\nlang: ko\nlogo: 로고.png\n---\n${slides}`)
    expect(images).toEqual([{ to: '로고.png', at: { line: 4, column: 7 }, slide: null }])
  })

  it.each(['https://a.b/c.png', '/etc/logo.png', 'data:image/png;base64,x'])('has no logo at %s', (path) => {
    const { look, problems } = deckWith(`logo: "${path}"\n`)
    expect(look).toBeUndefined()
    expect(places(problems)).toEqual(['remote-image@4:7'])
  })

  it('of a course is read in both languages', () => {
    const { course, problems } = parseCourse('footer: { ko: 한빛, en: Hanbit }\naccent: "#0b5fa5"\n', 'course.yaml')
    expect(problems).toEqual([])
    expect(course.look?.looks.en).toEqual({
      footer: 'Hanbit',
      accent: { light: '#0b5fa5', dark: expect.any(String) as string },
    })
    expect(course.look?.looks.ko.footer).toBe('한빛')
    expect(parseCourse('title: 도커\n', 'course.yaml').course).not.toHaveProperty('look')
  })
})

describe('tile', () => {
  it('shows the slide that is named', () => {
    const deck = deckWith('tile: one\n')
    expect(deck.problems).toEqual([])
    expect(tileOf(deck)).toBe('one')
  })

  it('that names no slide is told with the nearest', () => {
    const deck = deckWith('tile: twoo\n')
    expect(places(deck.problems)).toEqual(['unknown-tile@4:7'])
    expect(deck.problems[0]).toMatchObject({ severity: 'warning', fix: { ko: 'two' } })
    expect(tileOf(deck)).toBe('two')
  })

  const slide = (id: string, body: string, layout = 'content') =>
    `\n---\nid: ${id}\nlayout: ${layout}\n---\n\n## ${id}\n\n${body}\n`
  it('shows the first picture, else the first table or code, else the first words, and no cover', () => {
    const words = slide('cover', '![](a.png)', 'title') + slide('words', '글')
    const shapes = words + slide('code', '```\na\n```')
    expect(tileOf(deckWith('', slide('cover', '글', 'title')))).toBeNull()
    expect(tileOf(deckWith('', words))).toBe('words')
    expect(tileOf(deckWith('', shapes))).toBe('code')
    expect(tileOf(deckWith('', shapes + slide('image', '![a](a.png)')))).toBe('image')
  })

  it('shows no slide on which something is wrong', () => {
    expect(tileOf(deckWith('', slide('broken', '```\na') + slide('fine', '글')))).not.toBe('broken')
  })
})

it('tells of a weak accent in both languages', () => {
  const { message } = problemTexts['weak-accent'].said('#ffcc00', 'dark', 1.5, 4.5, '#ffdd33')
  expect(message).toEqual({
    ko: '강조색 "#ffcc00"은(는) 어두운 테마에서 대비가 1.5:1이라 글자로 읽기 어려워요(4.5:1 이상). 가장 가까운 "#ffdd33"로 그려요.',
    en: 'The accent "#ffcc00" has a contrast of 1.5:1 in the dark theme, too little for words (4.5:1). The nearest shade, "#ffdd33", is drawn.',
  })
})
