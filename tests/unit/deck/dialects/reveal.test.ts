import { describe, expect, it } from 'vitest'
import { leftOut, outline, read, written } from './made.ts'

describe('a deck of reveal.js', () => {
  it('is divided beside and below', () => {
    expect(outline(read('# A\n\n--\n\n# B\n\n---\n\n# C\n\nNote: c\n'))).toEqual(['a', 'b', 'c'])
  })

  it('is divided where it says itself', () => {
    const head = '---\nseparator: <!--s-->\nverticalSeparator: "^\\n<!--v-->\\n$"\n---\n'
    expect(outline(read(`${head}# A\n\n<!--v-->\n\n# B\n\n<!--s-->\n\n# C\n\nNote: c\n`))).toEqual(['a', 'b', 'c'])
    const deck = read('---\nseparator: "(a|b)+"\n---\n# A\n\n---\n\n# B\n\nNote: c\n')
    expect(outline(deck)).toEqual(['a', 'b'])
    expect(leftOut(deck)).toEqual(['2 separator separator: "(a|b)+" ×2'])
  })

  it('has notes from a line to the end of the slide', () => {
    const deck = read('# A\n\ntext\n\nNotes: say\n\n- this\n\n---\n\n# B\n')
    expect(deck.slides[0]?.notes[0]?.html).toContain('this')
    expect(deck.slides[0]?.html).toBe('<p>text</p>')
  })

  it('shows fragments step by step', () => {
    const fragment = '<!-- .element: class="fragment" -->'
    const deck = read(`# A\n\n- one ${fragment}\n- two ${fragment}\n\nthree ${fragment}\n\nfour\n${fragment}\n`)
    expect(outline(deck)).toEqual(['a (5)'])
    expect(leftOut(deck)).toEqual([])
  })

  it('lights lines of code step by step', () => {
    expect(written('# A\n\n```js [1-2|3]\na\nb\nc\n```\n\nNote: n\n')).toContain('```js {1-2|3}\n')
    expect(written('# A\n\n```js [10: 1|2]\na\nb\n```\n\nNote: n\n')).toContain('```js {1|2}\n')
    expect(written('# A\n\n```js []\na\n```\n\nNote: n\n')).toContain('```js\n')
  })

  it('tells of backgrounds, classes and effects', () => {
    const text =
      '<!-- .slide: data-background="#f00" id="red" -->\n# A <!-- .element: style="color: red" -->\n\nb {.wide}\n\n---\n\n<!-- .slide: data-background="a.png" -->\n'
    const deck = read(text)
    expect(outline(deck)).toEqual(['red', 'slide'])
    expect(deck.slides[1]?.html).toContain('src="a.png"')
    expect(leftOut(deck)).toEqual([
      '1 colour <!-- .slide: data-background="#f00" id="red" --> ×1',
      '2 look <!-- .element: style="color: red" --> ×1',
    ])
    expect(deck.opened?.whole).toBe(1)
  })
})
