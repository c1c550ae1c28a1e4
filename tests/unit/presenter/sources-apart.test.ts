import { describe, expect, test } from 'vitest'
import { sourcesApart } from '../../../src/renderer/presenter/sources-apart.ts'

const links = '<a href="https://docs.docker.com/">Docker Docs</a>'

describe('sources of a note', () => {
  test.each(['출처:', '출처 :', 'Sources:', 'Source:', 'sources:'])('%s opens them', (opening) => {
    const sources = `<p>${opening} ${links}</p>`
    expect(sourcesApart(`<p>말합니다.</p>\n${sources}`)).toEqual({ spoken: '<p>말합니다.</p>', sources })
  })

  test('may be all there is', () => {
    expect(sourcesApart(`<p>출처: ${links}</p>`)).toEqual({ spoken: '', sources: `<p>출처: ${links}</p>` })
  })

  test.each([
    '<p>출처는 뒤에 말합니다.</p>',
    `<p>출처: ${links}</p>\n<p>그리고 한마디 더.</p>`,
    `<p>말합니다.</p>\n<ul>\n<li>\n<p>출처: ${links}</p>\n</li>\n</ul>`,
    '<p>자료의 출처: 본문에 있습니다.</p>',
    '',
  ])('are what ends a note and nothing else: %s', (html) => {
    expect(sourcesApart(html)).toEqual({ spoken: html, sources: '' })
  })
})
