import { describe, expect, it } from 'vitest'
import { overflowProblems } from '../../../src/services/export/overflows.ts'
import { header, parsed } from './deck-of.ts'

const { deck } = parsed(`${header}---\nid: one\n---\n\n## T\n\n---\nid: two\n---\n\n## T\n`)

describe('overflowProblems', () => {
  it('tells each part of a slide once, with its steps and its worst, where the slide begins', () => {
    const problems = overflowProblems(deck, [
      { slide: 'two', step: 1, part: 'body', by: 12 },
      { slide: 'two', step: 2, part: 'body', by: 30 },
      { slide: 'two', step: 2, part: 'body', by: 30 },
      { slide: 'two', step: 2, part: 'title', by: 4 },
      { slide: 'one', step: 1, part: 'foot', by: 24 },
    ])
    expect(problems.map(({ file, line, code, severity, message }) => [file, line, code, severity, message.en])).toEqual(
      [
        [
          'deck.ko.md',
          6,
          'overflow',
          'error',
          'On the slide "one" the line at the bottom overflows by 24 px, at step 1.',
        ],
        ['deck.ko.md', 12, 'overflow', 'error', 'On the slide "two" the body overflows by 30 px, at step 1, 2.'],
        ['deck.ko.md', 12, 'overflow', 'error', 'On the slide "two" the title overflows by 4 px, at step 2.'],
      ],
    )
    expect(problems[1]?.message.ko).toBe('"two" 슬라이드의 본문이 자리를 30px 벗어나요. 단계: 1, 2.')
  })

  it('is silent where nothing overflows', () => {
    expect(overflowProblems(deck, [])).toEqual([])
  })
})
