import fc from 'fast-check'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { parseGfm, remarkWritten } from '../../../src/core/deck/markdown-parser.ts'
import { anyDeckText } from './arbitrary.ts'
import { rounds } from '../rounds.ts'

const usual = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkWritten)
  .freeze()
const marks = fc
  .array(
    fc.constantFrom(
      'a',
      'W',
      'ww',
      'www',
      '.',
      '가',
      '나.',
      '*',
      '**',
      '_',
      '~~',
      '~',
      '[',
      '](b)',
      '^1]',
      '(',
      ' ',
      '\n',
      '|',
      ':',
      '/',
      'http',
      '`',
      '==',
      '\n: ',
      '$',
    ),
  )
  .map((parts) => parts.join(''))

describe('parseGfm', () => {
  it('reads texts without addresses as the whole parser does', () => {
    fc.assert(
      fc.property(fc.oneof(marks, anyDeckText), (text) => {
        fc.pre(!/:\/\/|www\.|@/i.test(text))
        expect(parseGfm(text)).toEqual(usual.parse(text))
      }),
      { numRuns: rounds(200, 10_000) },
    )
  })

  it.each(['https://a.b/c', '한글https://a.b/c', '(www.a.b)', 'a@b.co', 'HTTP://A.B', '주소: WWW.a.b'])(
    'finds the address in %s',
    (text) => {
      expect(parseGfm(text)).toEqual(usual.parse(text))
      expect(JSON.stringify(parseGfm(text))).toContain('"link"')
    },
  )
})
