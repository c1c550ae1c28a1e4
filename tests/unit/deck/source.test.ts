import fc from 'fast-check'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../src/core/deck/lines.ts'
import { outside, sourceText, splitSource } from '../../../src/core/deck/source.ts'
import { anyDeckText } from './arbitrary.ts'
import { rounds } from '../rounds.ts'

const blocks = (text: string) => splitSource(text).sections.map(({ yaml, line }) => [line, yaml.trim()])

describe('splitSource', () => {
  it('cuts a file at its YAML blocks', () => {
    expect(splitSource('---\ntitle: a\n---\n\n---\nid: b\n---\n\n## B\n')).toEqual({
      lead: '',
      sections: [
        { open: '---\n', yaml: 'title: a\n', close: '---\n', body: '\n', line: 1 },
        { open: '---\n', yaml: 'id: b\n', close: '---\n', body: '\n## B\n', line: 5 },
      ],
      unclosed: [],
    })
  })

  it.each([
    ['a backtick fence', '```\n---\nid: x\n---\n```\n'],
    ['a tilde fence', '~~~yaml\n---\nid: x\n---\n~~~\n'],
    ['a longer fence around a shorter one', '````\n```\n---\nid: x\n---\n```\n````\n'],
    ['a fence of the other kind inside', '```\n~~~\n---\nid: x\n---\n```\n'],
    ['an indented fence', '   ```\n---\nid: x\n---\n   ```\n'],
    ['a fence in a list', '- a\n\n  ```\n  ---\n  id: x\n  ---\n  ```\n'],
    ['a comment', '<!--\n---\nid: x\n---\n-->\n'],
    ['a comment with a fence in it', '<!--\n```\n-->\n<!--\n---\nid: x\n---\n-->\n'],
  ])('takes --- in %s for what stands there', (_, body) => {
    expect(blocks(`---\ntitle: a\n---\n${body}\n---\nid: b\n---\n`)).toEqual([
      [1, 'title: a'],
      [4 + body.split('\n').length, 'id: b'],
    ])
  })

  it.each([
    ['a fence closed by more marks', '```\ncode\n`````\n'],
    ['backticks with a backtick behind them', '``` a`b\n'],
    ['a fence indented by four', '    ```\n'],
    ['a comment closed on its line', '<!-- a -->\n'],
    ['the shortest comment', '<!-->\n'],
    ['a rule of other marks', '***\n___\n- - -\n----\n'],
  ])('goes on after %s', (_, body) => {
    expect(blocks(`---\ntitle: a\n---\n${body}---\nid: b\n---\n`).map(([, yaml]) => yaml)).toEqual([
      'title: a',
      'id: b',
    ])
  })

  it.each([
    ['a rule', 'text\n\n---\n\nmore: or less\n'],
    ['a heading underlined', 'Heading\n---\n'],
    ['two rules', '---\n\n---\n'],
    ['a rule before a paragraph with colons in Korean', '---\n참고: 내용\n---\n'],
    ['a rule at the end', 'text\n\n---'],
  ])('does not begin a slide at %s', (_, body) => {
    expect(blocks(`---\ntitle: a\n---\n\n---\nid: b\n---\n${body}`)).toHaveLength(2)
  })

  it.each([
    ['at once, whatever its first key is', '', 'source', true],
    ['below an empty line, where its first key is one of ours', '\n', 'id', true],
    ['below an empty line with any other key, which is a rule and a text', '\n', 'source', false],
  ])('begins a slide %s', (_, gap, key, begins) => {
    expect(blocks(`---\ntitle: a\n---\n\n---\n${gap}${key}: b\nlayout: content\n---\n`)).toHaveLength(begins ? 2 : 1)
  })

  it('keeps a block whose YAML is broken', () => {
    expect(blocks('---\ntitle: a\n---\n\n---\nid: [b\nlayout content\n---\n')).toEqual([
      [1, 'title: a'],
      [5, 'id: [b\nlayout content'],
    ])
  })

  it('ends a block that is not closed at its first empty line', () => {
    const source = splitSource('---\ntitle: a\n---\n\n---\nid: b\n\n## B\n\n---\nid: c\n---\n\n## C\n')
    expect(source.sections.map(({ yaml, close, body }) => [yaml, close, body])).toEqual([
      ['title: a\n', '---\n', '\n'],
      ['id: b\n', '', '\n## B\n\n'],
      ['id: c\n', '---\n', '\n## C\n'],
    ])
  })

  it('does not lose the slides after a fence or a comment that is not closed', () => {
    const source = splitSource('---\nid: a\n---\n```sh\nls\n\n---\nid: b\n---\n<!-- note\n\n---\nid: c\n---\n')
    expect(source.sections.map(({ yaml }) => yaml)).toEqual(['id: a\n', 'id: b\n', 'id: c\n'])
    expect(source.unclosed).toEqual([
      { kind: 'fence', closing: '```', line: 4, column: 1 },
      { kind: 'comment', closing: '-->', line: 10, column: 1 },
    ])
  })

  it('works alike with every kind of line ending', () => {
    const text = '---\ntitle: a\n---\n\n```\n---\n```\n\n---\nid: b\n---\n\n## B\n'
    for (const ending of ['\r\n', '\r']) {
      expect(splitSource(text.replaceAll('\n', ending)).sections.map(({ line }) => line)).toEqual([1, 9])
    }
  })

  it('finds the first block behind a byte order mark', () => {
    const source = splitSource('\uFEFF---\ntitle: a\n---\n')
    expect(source.lead).toBe('\uFEFF')
    expect(source.sections).toHaveLength(1)
  })

  it('agrees with a Markdown parser about what is code or a comment', () => {
    const parser = unified().use(remarkParse)
    const mark = 'here'
    const line = fc.constantFrom(
      mark,
      mark,
      '```',
      '``` sh',
      '````',
      '~~~',
      '~~~~ a`b',
      '   ```',
      '    ```',
      '<!--',
      '-->',
      '<!-- a -->',
      '',
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (written) => {
        const { lines: free, unclosed } = outside(linesOf(written.join('\n')))
        fc.pre(unclosed.length === 0)
        const hidden = new Set<number>()
        visit(parser.parse(written.join('\n')), ['code', 'html'], ({ position }) => {
          for (let at = position?.start.line ?? 1; at <= (position?.end.line ?? 0); at += 1) hidden.add(at - 1)
        })
        const marks = written.flatMap((text, at) => (text === mark ? [at] : []))
        expect(marks.filter((at) => free.includes(at))).toEqual(marks.filter((at) => !hidden.has(at)))
      }),
      { numRuns: rounds(200, 10_000) },
    )
  })

  it('prints the bytes that it was given, whatever they are', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => sourceText(splitSource(text)) === text))
    fc.assert(fc.property(anyDeckText, (text) => sourceText(splitSource(text)) === text))
  })

  it('looks at each line a few times only, however much is left open', () => {
    const looks = (count: number) => {
      let seen = 0
      const lines = linesOf('```x\n~~~~y`\n<!-- z\n---\n'.repeat(count))
      outside(
        new Proxy(lines, {
          get: (of, index) => {
            seen += 1
            return Reflect.get(of, index) as unknown
          },
        }),
      )
      return seen / lines.length
    }
    expect(looks(4000)).toBeLessThan(10)
    expect(looks(4000)).toBeCloseTo(looks(1000), 1)
  })
})
