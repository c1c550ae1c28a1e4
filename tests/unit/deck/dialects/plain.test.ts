import { describe, expect, it } from 'vitest'
import type { Deck } from '../../../../src/contract/deck.ts'
import { langOfText } from '../../../../src/core/deck/index.ts'
import { outline, read, written } from './made.ts'

describe('Markdown that nobody wrote as slides', () => {
  it('is divided at its headings', () => {
    const deck = read('# 운영체제\n\n## 프로세스란?\n\n- 실행 중인 프로그램\n\n### 상태\n\n글\n')
    expect(outline(deck)).toEqual(['운영체제', '프로세스란', '상태'])
    expect(deck).toMatchObject({ title: '운영체제', problems: [], opened: { dialect: 'plain', whole: 3, leftOut: [] } })
    expect(deck.slides.map(({ layout }) => layout)).toEqual(['title', 'content', 'content'])
  })

  it('is divided at its rules instead, where it has some', () => {
    expect(outline(read('# A\n\ntext\n\n---\n\n## B\n\n### C\n'))).toEqual(['a', 'b'])
  })

  it('is divided at the headings that it has, however deep they begin', () => {
    expect(outline(read('#### A\n\ntext\n\n#### B\n\n##### C\n'))).toEqual(['a', 'b'])
  })

  it('keeps what only looks like a rule or a heading', () => {
    const deck = read('# A\n\n```\n---\n# no heading\n```\n\nTitle\n---\n\ntext\n')
    expect(outline(deck)).toEqual(['a', 'title'])
    expect(deck.problems).toEqual([])
  })

  it('has the lines of its file', () => {
    const deck = read('# A\n\n## B\n\n![](https://a.example/a.png)\n')
    expect(deck.slides.map(({ line }) => line)).toEqual([1, 3])
    expect(deck.problems.map(({ code, line }) => `${code}@${line}`)).toEqual(['remote-image@5'])
  })

  it('has a slide without a heading called by its first words', () => {
    const deck = read('# A\n\n---\n\n그림 없이 **글**만 있다\n\n---\n\n![](a.png)\n')
    expect(deck.slides.slice(1).map(({ id, title, titleHtml }) => [id, title, titleHtml])).toEqual([
      ['그림-없이-글만-있다', '그림 없이 글만 있다', ''],
      ['slide', '…', ''],
    ])
    expect(deck.problems).toEqual([])
  })

  it('defines links and footnotes on the slides that name them', () => {
    const text = '# A\n\n[one][x] [^n]\n\n# B\n\n[x]: https://a.example\n[^n]: said\n'
    const { slides } = read(text)
    expect(slides[0]?.html).toContain('href="https://a.example"')
    expect(slides[0]?.html).toContain('said')
  })

  it('shows comments to the speaker, and an id in one as the id', () => {
    const deck = read('# A\n\n<!-- id: first -->\n\n<!-- say this -->\n\n# B\n')
    expect(outline(deck)).toEqual(['first', 'b'])
    expect(deck.slides[0]?.notes).toEqual([{ step: null, html: '<p>say this</p>' }])
  })
})

describe('ids from headings', () => {
  const ids = (text: string, twin: readonly string[] = []): string[] => read(text, { twin }).slides.map(({ id }) => id)

  it('are the letters and digits of the heading, in whatever script', () => {
    expect(ids('# `docker run` — the [2nd](https://a.example) **Way**\n')).toEqual(['docker-run-the-2nd-way'])
    expect(ids('# 컨테이너(Container)란?\n')).toEqual(['컨테이너-container-란'])
    expect(ids('# 日本語\n')).toEqual(['日本語'])
  })

  it('stay while the text around them changes', () => {
    const before = ids('# A\n\n## B\n\ntext\n\n## C\n')
    expect(ids('# A\n\n## New\n\n## B\n\nother text\n\n## C\n')).toEqual([before[0], 'new', ...before.slice(1)])
  })

  it('are told apart by the heading above, then by number', () => {
    expect(ids('# TCP\n\n## Why\n\n# UDP\n\n## Why\n\n## Why\n')).toEqual(['tcp', 'why', 'udp', 'udp-why', 'why-2'])
  })

  it('are those of the twin that leads, by position', () => {
    const twin = ['운영체제', '프로세스']
    expect(outline(read('# Operating systems\n\n## Process\n\n## Thread\n', { twin }))).toEqual([...twin, 'thread'])
  })

  it('are counted along the twin from the last written id that both have', () => {
    const twin = ['가', '나', '다', '라']
    const text = '# A\n\n# New\n\n# B\n<!-- id: 나 -->\n\n# C\n\n# D\n'
    expect(ids(text, twin)).toEqual(['가', 'new', '나', '다', '라'])
    expect(ids('# A\n<!-- id: 가 -->\n\n# C\n<!-- id: 다 -->\n\n# D\n', twin)).toEqual(['가', '다', '라'])
  })
})

describe('the language', () => {
  it.each([
    ['said', 'en', '---\nlang: en-GB\n---\n\n# 한글\n'],
    ['of its letters', 'ko', '# Docker란\n'],
    ['of no Hangul', 'en', '# 日本語\n'],
    ['of letters where it is another', 'en', '---\nlang: ja\n---\n\n# 日本語\n'],
  ])('is the one %s', (_what, lang, text) => {
    expect(langOfText(text)).toBe(lang)
  })
})

it('is written in our format as it is read', () => {
  const text = '# A\n\ntext\n\n---\n\n## B\n\n- [ ] b\n\n```js\n---\n```\n\n<!-- note [2] -->\n'
  const shown = ({ slides }: Deck) => slides.map((slide) => ({ ...slide, line: 0 }))
  const again = read(`---\ntitle: A\nlang: en\n---\n\n${written(text)}`)
  expect(shown(again)).toEqual(shown(read(text)))
  expect(again.opened).toBeUndefined()
})
