import { describe, expect, it } from 'vitest'
import type { GlossaryTerm } from '../../../src/contract/deck.ts'
import { choseongOf, markTerms, parseGlossary, termsFor } from '../../../src/core/deck/index.ts'
import { places } from './deck-of.ts'

const term = (id: string, ko: string, en: string, ...also: string[]): GlossaryTerm => ({
  id,
  term: { ko, en },
  also,
  definition: { ko: `${ko}의 뜻입니다.`, en: `What ${en} means.` },
  slide: null,
})
const terms = [
  term('image', '이미지', 'image'),
  term('container-image', '컨테이너 이미지', 'container image'),
  term('container', '컨테이너', 'container'),
  term('registry', '레지스트리', 'registry'),
  term('oci', 'OCI', 'OCI'),
  term('cgroup', 'cgroup', 'cgroup', '컨트롤 그룹'),
  term('at', 'A&B', 'A&B'),
]
/** What is marked, with its term. */
const marks = (html: string) =>
  [...markTerms(html, terms).matchAll(/<dfn data-term="([^"]+)" tabindex="0">([^]*?)<\/dfn>/g)].map(
    ([, id, text]) => `${id}:${text}`,
  )

describe('parseGlossary', () => {
  it('reads terms in both languages', () => {
    const read = parseGlossary(
      `terms:
  - id: kernel
    term: { ko: 커널, en: kernel }
    also: [리눅스 커널]
    definition: { ko: 핵심입니다., en: The core. }
    slide: 01-a#first
  - id: oci
    term: OCI
    definition: { ko: 표준입니다., en: The standard. }
`,
      'glossary.yaml',
    )
    expect(read.problems).toEqual([])
    expect(read.terms).toEqual([
      {
        id: 'kernel',
        term: { ko: '커널', en: 'kernel' },
        also: ['리눅스 커널'],
        definition: { ko: '핵심입니다.', en: 'The core.' },
        slide: { deck: '01-a', slide: 'first' },
      },
      {
        id: 'oci',
        term: { ko: 'OCI', en: 'OCI' },
        also: [],
        definition: { ko: '표준입니다.', en: 'The standard.' },
        slide: null,
      },
    ])
    expect(read.slides).toMatchObject([{ deck: '01-a', range: { first: 'first' }, at: { line: 6, column: 12 } }])
  })

  it('tells what is wrong at its place, and keeps the rest', () => {
    const read = parseGlossary(
      `terms:
  - id: one
    term: 하나
    definition: {}
  - id: two
    term: { ko: 둘, en: two }
    definition: 뜻
    slide: 01-a
    colour: red
  - id: two
    term: { ko: 둘, en: other }
    definition: 뜻
  - 셋
title: x
`,
      'glossary.yaml',
    )
    expect(places(read.problems)).toEqual([
      'bad-value@4:17',
      'bad-value@8:12',
      'unknown-key@9:5',
      'repeated-term@10:5',
      'duplicate-id@10:9',
      'bad-value@13:5',
      'unknown-key@14:1',
    ])
    expect(read.terms.map(({ id }) => id)).toEqual(['two', 'two-2'])
    expect(places(parseGlossary('', 'g').problems)).toEqual(['missing-key@1:1'])
    expect(places(parseGlossary('terms: x', 'g').problems)).toEqual(['bad-value@1:8'])
  })
})

describe('markTerms', () => {
  it('marks the first place of each term, and changes nothing else', () => {
    const html = '<p>이미지로 <strong>컨테이너</strong>를 띄우면 이미지는 그대로입니다.</p>'
    const marked = markTerms(html, terms)
    expect(marks(html)).toEqual(['image:이미지', 'container:컨테이너'])
    expect(marked.replace(/<\/?dfn[^>]*>/g, '')).toBe(html)
    expect(markTerms(html, [])).toBe(html)
  })

  it('takes the longer of two terms', () => {
    expect(marks('<p>컨테이너 이미지와 컨테이너</p>')).toEqual([
      'container-image:컨테이너 이미지',
      'container:컨테이너',
    ])
    expect(marks('<p>A container\nimage</p>')).toEqual(['container-image:container\nimage'])
  })

  it('marks nothing in links, headings and code, but looks further', () => {
    const html =
      '<h3>이미지</h3><p><a href="#x" title="a > 이미지">이미지</a> <code>이미지</code> <kbd>이미지</kbd></p>' +
      '<pre><code><span class="hljs-x">이미지</span></code></pre><table><tr><th>이미지</th><td>그 이미지</td></tr></table>'
    expect(marks(html)).toEqual(['image:이미지'])
    expect(markTerms(html, terms)).toContain('<td>그 <dfn')
  })

  it('takes a Korean term before a particle and not within another word', () => {
    expect(marks('<p>이미지네이션, 썸이미지, 이미지들은</p>')).toEqual(['image:이미지'])
    expect(markTerms('<p>이미지네이션과 썸이미지</p>', terms)).not.toContain('dfn')
    for (const text of ['컨테이너입니다', '컨테이너보다', '(컨테이너)', '컨테이너·VM'])
      expect(marks(text)).toHaveLength(1)
  })

  it('takes an English term in the plural, at the start of a sentence and alone', () => {
    expect(marks('<p>Images and two registries, cgroups</p>')).toEqual([
      'image:Images',
      'registry:registries',
      'cgroup:cgroups',
    ])
    expect(marks('<p>cgroup은 imagery, image-based, my-image, image.png, oci, OCIx</p>')).toEqual(['cgroup:cgroup'])
    expect(marks('<p>an image. OCI/other</p>')).toEqual(['image:image'])
  })

  it('finds other spellings, and those that HTML writes otherwise', () => {
    expect(marks('<p>컨트롤 그룹, A&#x26;B</p>')).toEqual(['cgroup:컨트롤 그룹', 'at:A&#x26;B'])
  })
})

describe('termsFor', () => {
  const found = (search: string, lang: 'ko' | 'en' = 'ko') => termsFor(search, terms, lang).map(({ id }) => id)

  it('gives all in the order of the language', () => {
    expect(found('', 'en')).toEqual(['at', 'cgroup', 'container', 'container-image', 'image', 'oci', 'registry'])
    expect(found('').indexOf('registry')).toBeLessThan(found('').indexOf('image'))
  })

  it('finds by name in both languages, by other spellings and by initial consonants', () => {
    expect(found('컨테')).toEqual(['container', 'container-image'])
    expect(found('REG')).toEqual(['registry'])
    expect(found('컨트롤그룹')).toEqual(['cgroup'])
    expect(choseongOf('컨테이너 A')).toBe('ㅋㅌㅇㄴ A')
    expect(found('ㅋㅌㅇㄴ')).toEqual(['container', 'container-image'])
  })

  it('puts names that begin with it first, and definitions last', () => {
    expect(found('이미지')).toEqual(['image', 'container-image'])
    expect(found('컨테이너의')).toEqual(['container'])
    expect(found('없는 말')).toEqual([])
  })
})
