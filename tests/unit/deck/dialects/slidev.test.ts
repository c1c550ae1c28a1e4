import { describe, expect, it } from 'vitest'
import { leftOut, outline, read, written } from './made.ts'

const slidev = (body: string, head = 'mdc: true\n'): string => `---\n${head}---\n\n${body}`

describe('a deck of Slidev', () => {
  it('is divided at each `---`, with the front matter of the slide', () => {
    const deck = read(
      slidev(
        '# A\n\n---\nlayout: center\n---\n\n# B\n\n---\n\n# C\n\n```yaml\n---\na: b\n---\n```\n\n---\nhide: true\n---\n\n# D\n',
      ),
    )
    expect(outline(deck)).toEqual(['a', 'b', 'c'])
    expect(leftOut(deck)).toEqual(['23 hidden hide: true ×3'])
    expect(deck.problems).toEqual([])
  })

  it('counts pictures that it would draw from their source among what is left out, and tells them once', () => {
    const deck = read(slidev("# A\n\n```mermaid {theme: 'neutral'}\ngraph LR\n```\n"))
    expect(leftOut(deck)).toEqual(['7 drawing ```mermaid ×1'])
    expect(deck.opened?.whole).toBe(0)
    expect(deck.problems).toEqual([])
  })

  it('is called and timed as its head says', () => {
    expect(read(slidev('# A\n', 'title: Talk\nduration: 30min\nmdc: true\n'))).toMatchObject({
      title: 'Talk',
      minutes: 30,
    })
  })

  it('reveals what waits for clicks', () => {
    const deck = read(
      slidev(
        '# A\n\n<v-clicks>\n\n- one\n- two\n\n</v-clicks>\n\n<v-click>\n\nthree\n\n</v-click>\n\n<div v-click>four</div>\n',
      ),
    )
    expect(outline(deck)).toEqual(['a (5)'])
    expect(deck.slides[0]?.html).toMatch(
      /<ul data-from="2">\n<li>one[^]*data-from="3">two[^]*data-from="4">three[^]*data-from="5">four/,
    )
    expect(leftOut(deck)).toEqual([])
  })

  it('reveals items of lists within lists as deep as it says', () => {
    const list = '- one\n  - inner\n- two\n'
    expect(outline(read(slidev(`# A\n\n<v-clicks depth="2">\n\n${list}\n</v-clicks>\n`)))).toEqual(['a (4)'])
    expect(outline(read(slidev(`# A\n\n<v-clicks>\n\n${list}\n</v-clicks>\n`)))).toEqual(['a (3)'])
    expect(outline(read(slidev(`# A\n\n<v-clicks>\n\n</v-clicks>\n\n${list}`)))).toEqual(['a'])
  })

  it('lights lines of code step by step', () => {
    expect(written(slidev("# A\n\n```ts {all|2|1-9}{maxHeight:'100px'}\na\nb\nc\n```\n"))).toContain(
      '```ts {1-3|2|1-3}\n',
    )
    expect(written(slidev('# A\n\n```ts {*}\na\nb\n```\n'))).toContain('```ts\n')
    expect(outline(read(slidev('# A\n\n```ts {2|3}\na\nb\nc\n```\n')))).toEqual(['a (2)'])
  })

  it('shows two columns and pictures beside text', () => {
    expect(written(slidev('# A\n\n---\nlayout: two-cols\n---\n\n# L\n\nleft\n\n::right::\n\nright\n'))).toContain(
      'layout: columns\n---\n\n# L\n\nleft\n\n***\n\nright\n',
    )
    const headed = '# A\n\n---\nlayout: two-cols-header\n---\n\n# H\n\n::left::\n\nleft\n\n::right::\n\nright\n'
    expect(written(slidev(headed))).toContain('layout: columns\n---\n\n# H\n\nleft\n\n***\n\nright\n')
    expect(written(slidev('# A\n\n---\nlayout: image-left\nimage: /a.png\n---\n\n# B\n\ntext\n'))).toContain(
      'layout: columns\n---\n\n![](public/a.png)\n\n***\n\n# B\n\ntext\n',
    )
    expect(written(slidev('# A\n\n---\nlayout: image\nimage: a.png\n---\n'))).toContain('![](a.png)')
  })

  it('has its last comment for notes, and no other', () => {
    const deck = read(
      slidev('# A\n\n<!-- not said -->\n\ntext\n\n<!--\nsaid [click] then\n-->\n\n---\n\n# B\n\n<!-- no -->\n\ntext\n'),
    )
    expect(deck.slides.map(({ notes }) => notes.map(({ html }) => html))).toEqual([['<p>said  then</p>'], []])
  })

  it('marks what is marked, and tells of components and what runs', () => {
    const deck = read(
      slidev(
        '# A\n\n<span v-mark.red="2">lit</span> <Tweet id="20" /> {{ $page }}\n\n<Box>\n\nkept\n\n</Box>\n\n<script setup>\na()\n</script>\n',
      ),
    )
    expect(deck.slides[0]?.html).toContain('<mark>lit</mark>')
    expect(deck.slides[0]?.html).toContain('kept')
    expect(deck.slides[0]?.html).not.toContain('$page')
    expect(leftOut(deck)).toEqual([
      '7 component <Tweet> ×1',
      '7 expression {{ $page }} ×1',
      '9 component <Box> ×1',
      '15 script <script setup> ×1',
    ])
  })

  it('takes in the files that it names, and the slides of them that are meant', () => {
    const text = slidev(
      '# A\n\n---\nsrc: ./pages/more.md#2\n---\n\n---\nsrc: ../secret.md\n---\n\n---\nsrc: pages/none.md\n---\n',
    )
    const includes = new Map([['pages/more.md', '# B\n\n---\n\n# C\n']])
    const deck = read(text, { includes })
    expect(outline(deck)).toEqual(['a', 'c'])
    expect(deck.slides[1]?.line).toBe(8)
    expect(leftOut(deck)).toEqual(['12 include src: ../secret.md ×2', '16 include src: pages/none.md ×2'])
  })

  it('ends with files that include each other', () => {
    const includes = new Map([['a.md', '---\nsrc: ./a.md\n---\n']])
    expect(outline(read(slidev('# A\n\n---\nsrc: ./a.md\n---\n'), { includes }))).toEqual(['a'])
  })

  it('tells of its look', () => {
    const deck = read(
      slidev('# A\n', 'theme: seriph\naspectRatio: 4/3\nfonts:\n  sans: Roboto\nbackground: https://a.example/a.jpg\n'),
    )
    expect(leftOut(deck)).toEqual([
      '2 theme theme: seriph ×1',
      '3 size aspectRatio: 4/3 ×1',
      '4 font fonts: ×1',
      '6 background background: https://a.example/a.jpg ×1',
    ])
    expect(leftOut(read(slidev('# A\n', 'theme: default\naspectRatio: 16/9\n')))).toEqual([])
  })
})
