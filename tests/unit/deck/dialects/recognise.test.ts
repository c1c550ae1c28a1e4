import { describe, expect, it } from 'vitest'
import { dialectOf } from '../../../../src/core/deck/index.ts'

describe('the format of a file', () => {
  it.each([
    ['ours', 'lectern', '---\ntitle: T\n---\n\n---\nid: a\n---\n\n## A\n'],
    ['ours with Windows lines', 'lectern', '---\r\ntitle: T\r\n---\r\n\r\n---\r\nid: a\r\n---\r\n\r\n## A\r\n'],
    ['ours whose slides have no ids', 'lectern', '---\ntitle: T\n---\n\n---\nlayout: columns\n---\n\n## A\n'],
    ['ours whose own block is missing', 'lectern', '---\nid: a\n---\n\n## A\n'],
    ['ours whose YAML is broken', 'lectern', '---\ntitle: T\n---\n\n---\nid: a\ncovers: [\n---\n\n## A\n'],
    ['nothing', 'lectern', '\n'],
    ['a title and no slides', 'lectern', '---\ntitle: T\n---\n'],
    ['Marp', 'marp', '---\nmarp: true\n---\n\n# A\n'],
    ['Marp without the word', 'marp', '# A\n\n---\n\n<!-- _class: lead -->\n\n# B\n'],
    ['Marp by its backgrounds', 'marp', '# A\n\n---\n\n![bg](a.png)\n'],
    ['Marp of early days', 'marp', '<!-- $theme: gaia -->\n\n# A\n'],
    ['Slidev', 'slidev', '---\ntheme: seriph\ntitle: T\n---\n\n# A\n\n---\nlayout: center\n---\n\n# B\n'],
    ['Slidev by its head', 'slidev', '---\nhighlighter: shiki\n---\n\n# A\n'],
    ['Slidev by its clicks', 'slidev', '# A\n\n<v-clicks>\n\n- a\n\n</v-clicks>\n'],
    ['Slidev with our words', 'slidev', '---\ntitle: T\n---\n\n# A\n\n---\nlayout: two-cols\n---\n\n# B\n'],
    ['reveal.js by notes', 'reveal', '# A\n\nNote: say this\n'],
    ['reveal.js by attributes', 'reveal', '# A\n\n---\n\n<!-- .slide: id="b" -->\n\n# B\n'],
    ['reveal.js by slides below', 'reveal', '# A\n\n--\n\n# B\n'],
    ['notes', 'plain', '# A\n\n## B\n\ntext\n'],
    ['notes with a rule', 'plain', '# A\n\n---\n\ntext\n'],
    ['notes with front matter', 'plain', '---\ntitle: T\ntags: [a]\n---\n\n# A\n'],
    ['notes that show a deck of Marp', 'plain', '# A\n\n```markdown\n---\nmarp: true\n---\n![bg](a.png)\n```\n'],
  ])('knows %s', (_what, dialect, text) => {
    expect(dialectOf(text)).toBe(dialect)
  })

  it('is what the file says, whatever it looks like', () => {
    expect(dialectOf('---\ndialect: reveal\nmarp: true\n---\n\n# A\n')).toBe('reveal')
    expect(dialectOf('---\ndialect: plain\n---\n\n# A\n\nNote: b\n')).toBe('plain')
  })
})
