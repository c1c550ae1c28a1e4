import { describe, expect, it } from 'vitest'
import { oursOf, withIds } from '../../../../src/core/deck/index.ts'
import { outline, read } from './made.ts'

const ref = { course: 'talks', name: 'talk', lang: 'en' } as const
const fixed = (text: string, includes?: ReadonlyMap<string, string>): string => {
  const ours = oursOf(text, { ref, includes })
  return ours === null ? text : withIds(text, ours)
}

describe('ids written into a file', () => {
  it.each([
    ['notes', '# A\n\ntext\n\n## B\n', '# A\n<!-- id: a -->\n\ntext\n\n## B\n<!-- id: b -->\n'],
    ['Windows', '# A\r\n\r\ntext', '# A\r\n<!-- id: a -->\r\n\r\ntext'],
    ['underlined headings', 'A\n===\n\nB\n---\n\nb\n', 'A\n===\n<!-- id: a -->\n\nB\n---\n<!-- id: b -->\n\nb\n'],
    ['slides without a heading', '# A\n\n---\n\nb c\n', '# A\n<!-- id: a -->\n\n---\n\n<!-- id: b-c -->\nb c\n'],
    ['a file without a last line ending', '# A', '# A\n<!-- id: a -->\n'],
    ['ids that are there', '# A\n<!-- id: first -->\n\n## B\n', '# A\n<!-- id: first -->\n\n## B\n<!-- id: b -->\n'],
    [
      'Marp',
      '---\nmarp: true\n---\n\n# A\n\n---\n\n## B\n',
      '---\nmarp: true\n---\n\n# A\n<!-- id: a -->\n\n---\n\n## B\n<!-- id: b -->\n',
    ],
    [
      'reveal.js',
      '# A\n\n--\n\n<!-- .slide: id="x" -->\n# B\n',
      '# A\n<!-- id: a -->\n\n--\n\n<!-- .slide: id="x" -->\n# B\n',
    ],
  ])('are all that changes: %s', (_what, text, expected) => {
    expect(fixed(text)).toBe(expected)
    expect(fixed(expected)).toBe(expected)
    const [before, after] = [read(text), read(expected)]
    expect(outline(after)).toEqual(outline(before))
    expect(after.slides.map(({ html, notes }) => [html, notes])).toEqual(
      before.slides.map(({ html, notes }) => [html, notes]),
    )
  })

  it('stay where the heading changes', () => {
    expect(outline(read(fixed('# A\n\n## B\n').replace('## B', '## Better')))).toEqual(['a', 'b'])
  })

  it('are left to the files that are included', () => {
    const text = '---\nmdc: true\n---\n\n# A\n\n---\nsrc: ./b.md\n---\n'
    expect(fixed(text, new Map([['b.md', '# B\n']]))).toBe(text.replace('# A\n', '# A\n<!-- id: a -->\n'))
  })
})
