import { describe, expect, it } from 'vitest'
import { leftOut, outline, read, written } from './made.ts'

const marp = (body: string, head = ''): string => `---\nmarp: true\n${head}---\n\n${body}`

describe('a deck of Marp', () => {
  it('is divided at its rules and at the headings that it names', () => {
    expect(outline(read(marp('# A\n\n***\n\n# B\n\n- - -\n\n# C\n\nText\n---\n')))).toEqual(['a', 'b', 'c'])
    expect(outline(read(marp('# A\n\n## B\n\n### C\n', 'headingDivider: 2\n')))).toEqual(['a', 'b'])
    expect(outline(read(marp('# A\n\n## B\n\n### C\n', 'headingDivider: [1, 3]\n')))).toEqual(['a', 'c'])
  })

  it('shows lists item by item that are marked so', () => {
    const deck = read(marp('# A\n\n* one\n* two\n  - inner\n\n1) three\n\n---\n\n# B\n\n- one\n\n1. two\n'))
    expect(outline(deck)).toEqual(['a (4)', 'b'])
    expect(deck.slides[0]?.html).toMatch(
      /<ul data-from="2">\n<li>one[^]*data-from="3">two[^]*<ol data-from="4">\n<li>three/,
    )
  })

  it('has notes in comments and directives in others', () => {
    const deck = read(marp('# A\n\n<!-- _class: lead -->\n<!--\nsay [2] this\n-->\n'))
    expect(deck.slides[0]?.notes).toEqual([{ step: null, html: '<p>say [2] this</p>' }])
    expect(deck.problems).toEqual([])
  })

  it('puts a background beside the text', () => {
    expect(written(marp('![bg right:40%](a.png)\n\n# A\n\ntext\n'))).toBe(
      '---\nid: a\nlayout: columns\n---\n\n# A\n\ntext\n\n***\n\n![](a.png)\n',
    )
    expect(written(marp('# A\n\ntext\n\n![bg left](a.png)\n'))).toContain('![](a.png)\n\n***\n\n# A')
    expect(leftOut(read(marp('# A\n\n![bg left](a.png)\n')))).toEqual([])
  })

  it('sizes pictures', () => {
    expect(written(marp('# A\n\n![w:300 h:20px a pod](a.png)\n'))).toContain(
      '<img src="a.png" alt="a pod" width="300" height="20">',
    )
  })

  it('tells what is left out, with its line and on how many slides', () => {
    const head = 'theme: gaia\nsize: 4:3\nheader: H\npaginate: true\nstyle: |\n  a { b: c }\n'
    const body =
      '# A\n\n---\n\n<!-- _backgroundColor: red -->\n![bg blur:4px](x.png)\n\n# B\n\ntext\n\n<style scoped>\nh1 {}\n</style>\n'
    const deck = read(marp(body, head))
    expect(leftOut(deck)).toEqual(
      [
        '3 theme theme: gaia ×2',
        '4 size size: 4:3 ×2',
        '5 pageFrame header: H ×2',
        '7 style style: | ×2',
        '15 colour _backgroundColor: red ×1',
        '16 filter ![bg blur:4px](…) ×1',
        '16 background ![bg](x.png) ×1',
        '22 style <style scoped> ×1',
      ].toSorted((a, b) => Number.parseInt(a) - Number.parseInt(b)),
    )
    expect(deck.opened?.whole).toBe(1)
    expect(deck.problems).toEqual([])
  })

  it.each(['bg', 'bg left', 'bg fit'])('tells of a picture in the line where it is written: ![%s]', (words) => {
    const deck = read(
      marp(`# A\n\ntext\n\n![${words}](https://example.com/a.png)\n\n![bg](https://example.com/b.png)\n`),
    )
    const lines = leftOut(deck).filter((one) => one.includes('.png'))
    expect(lines.map((one) => [one.split(' ')[0], /[ab].png/.exec(one)?.[0]])).toEqual(
      lines.map((one) => (one.includes('a.png') ? ['9', 'a.png'] : ['11', 'b.png'])),
    )
    expect(lines.join(' ')).toMatch(/a\.png[^]*b\.png/)
  })

  it('carries classes and headers on until they change', () => {
    const deck = read(marp('# A\n\n<!-- class: lead -->\n\n---\n\n# B\n\n---\n\n# C\n\n<!-- class: "" -->\n'))
    expect(deck.slides.map(({ layout }) => layout)).toEqual(['title', 'section', 'content'])
  })

  it('keeps the line at the foot of the whole deck and the numbers, and tells of what is no line of words', () => {
    const deck = read(marp('# A\n\n---\n\n# B\n', 'footer: Acme **Docs**\npaginate: true\n'))
    expect(deck.look).toEqual({ footer: 'Acme **Docs**', numbers: true })
    expect(leftOut(deck)).toEqual([])
    expect(deck.problems).toEqual([])
    const pictured = read(marp('# A\n', 'footer: "![w:20](logo.png) Acme"\n'))
    expect(pictured.look).toBeUndefined()
    expect(leftOut(pictured)).toEqual(['3 pageFrame footer: "![w:20](logo.png) Acme" ×1'])
    const single = read(marp('# A\n\n---\n\n<!-- footer: From here -->\n\n# B\n'))
    expect(single.look).toBeUndefined()
    expect(leftOut(single)).toHaveLength(1)
  })
})
