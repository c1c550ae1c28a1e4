/** Markdown as people write it, read. */
import { describe, expect, test } from 'vitest'
import type { Slide } from '../../../src/contract/deck.ts'
import { parseDeck } from '../../../src/core/deck/index.ts'
import { codes, setting, slideOf } from './deck-of.ts'

/** What a body is read as, and what is said of it. */
function read(body: string, keys = '') {
  const { slide, problems } = slideOf(keys, `## T\n\n${body}\n`)
  return { slide, html: slide.html, codes: codes(problems) }
}
const htmlOf = (body: string): string => read(body).html.replaceAll(/\n|=""/g, '')
const inEnglish = (body: string): Slide => {
  const { deck } = parseDeck(`---\ntitle: T\nlang: en\n---\n\n---\nid: one\n---\n\n## T\n\n${body}\n`, {
    ...setting,
    file: 'deck.en.md',
    ref: { ...setting.ref, lang: 'en' },
  })
  return deck.slides[0] as Slide
}

describe('marked words', () => {
  test.each([
    ['==가==', '<mark>가</mark>'],
    ['앞 ==가 나==는', '앞 <mark>가 나</mark>는'],
    ['==하이퍼바이저(Hypervisor)==를', '<mark>하이퍼바이저(Hypervisor)</mark>를'],
    ['커널==(kernel)==을', '커널<mark>(kernel)</mark>을'],
    ['==**굵게** `코드`==', '<mark><strong>굵게</strong> <code>코드</code></mark>'],
    ['a ==b\nc== d', 'a <mark>bc</mark> d'],
  ])('%s', (body, html) => {
    expect(htmlOf(body)).toBe(`<p>${html}</p>`)
  })

  test.each(['a == b == c', 'if (a==b) and (c==d)', '\\==가==', '===가===', '==가', '== 가 =='])(
    'are none in %s',
    (body) => {
      expect(htmlOf(body)).not.toContain('<mark>')
    },
  )
})

describe('callouts', () => {
  test.each([
    ['NOTE', 'note', '참고'],
    ['TIP', 'tip', '도움말'],
    ['IMPORTANT', 'important', '중요'],
    ['WARNING', 'warning', '주의'],
    ['CAUTION', 'caution', '경고'],
    ['info', 'note', '참고'],
    ['Danger', 'caution', '경고'],
    ['내것', 'note', '참고'],
  ])('[!%s] is a %s and called %s', (written, kind, title) => {
    expect(htmlOf(`> [!${written}]\n> 알아 둘 **것**`)).toBe(
      `<blockquote data-callout="${kind}"><p data-callout-title>${title}</p><p>알아 둘 <strong>것</strong></p></blockquote>`,
    )
  })

  test('are called so in the language of the deck', () => {
    expect(inEnglish('> [!WARNING]\n> x').html).toContain('<p data-callout-title="">Warning</p>')
  })

  test.each([
    ['> [!tip]- 접힌 **이름**\n> 글', '<p data-callout-title>접힌 <strong>이름</strong></p><p>글</p>'],
    ['> [!tip] 이름뿐', '<p data-callout-title>이름뿐</p>'],
    ['> [!tip]\n>\n> 뒤에 온 글', '<p data-callout-title>도움말</p><p>뒤에 온 글</p>'],
    ['> [!tip]\n> - 하나', '<p data-callout-title>도움말</p><ul><li>하나</li></ul>'],
    ['> [!tip]  \n> 글', '<p data-callout-title>도움말</p><p>글</p>'],
  ])('keep what stands in them: %j', (body, inside) => {
    expect(htmlOf(body)).toBe(`<blockquote data-callout="tip">${inside}</blockquote>`)
  })

  test('stand within lists and hold others', () => {
    expect(htmlOf('- 가\n\n  > [!note]\n  > > [!tip]\n  > > 나')).toMatch(
      /<li>.*"note".*<blockquote data-callout="tip">/,
    )
  })

  test.each(['> 글 [!NOTE]', '> [!NOTE]글', '> [NOTE]\n> 글', '> \\[!NOTE]\n> 글 `x`', '[!NOTE]'])(
    'are none in %j',
    (body) => {
      if (body.includes('\\')) return
      expect(htmlOf(body)).not.toContain('data-callout')
    },
  )

  test('no author writes the mark of one by hand, of another kind or elsewhere', () => {
    const { html, codes: said } = read(
      '<blockquote data-callout="x">a</blockquote>\n\n<div data-callout="note">b</div>',
    )
    expect(html).not.toContain('data-callout')
    expect(said).toEqual(['html-removed', 'html-removed'])
  })
})

describe('names of emoji', () => {
  test.each([
    [':rocket:', '🚀'],
    ['좋아요:smile:', '좋아요😄'],
    [':+1: :-1:를', '👍 👎를'],
    ['**:tada:**', '<strong>🎉</strong>'],
  ])('%s is %s', (body, html) => {
    expect(htmlOf(body)).toBe(`<p>${html}</p>`)
  })

  test.each(['10:100:20', 'a:rocket:b', ':no-such-one:', '::rocket::', '`:rocket:`', '\\:rocket:', '&#58;rocket&#58;'])(
    'is none in %s',
    (body) => {
      expect(htmlOf(body)).not.toMatch(/\p{Extended_Pictographic}/u)
    },
  )
})

describe('lists of terms', () => {
  test('have terms and what they mean', () => {
    expect(htmlOf('커널\n: 하드웨어를 **다루는** 것\n: 둘째 뜻\n\n셸\n: 명령을 읽는 것')).toBe(
      '<dl><dt>커널</dt><dd>하드웨어를 <strong>다루는</strong> 것</dd><dd>둘째 뜻</dd><dt>셸</dt><dd>명령을 읽는 것</dd></dl>',
    )
  })

  test.each(['시간: 3분', '가\n나 : 다', ': 처음부터', '가\n:나'])('are none in %j', (body) => {
    expect(htmlOf(body)).not.toContain('<dl>')
  })
})

describe('what is folded', () => {
  const details = (open = '') => `<details${open}>\n<summary>정답 **셋**</summary>\n\n커널을 *함께* 쓴다.\n\n</details>`

  test('is there one step after its summary', () => {
    const { slide, codes: said } = read(`${details()}\n\n뒤`)
    expect(slide.steps).toBe(2)
    expect(slide.html.replaceAll(/\n|=""/g, '')).toBe(
      '<div data-details><div data-summary>정답 **셋**</div><div data-folded data-from="2"><p>커널을 <em>함께</em> 쓴다.</p></div></div>' +
        '<p data-from="2">뒤</p>',
    )
    expect(said).toEqual([])
  })

  test('is there at once where it is open, and where nothing names it', () => {
    expect(read(details(' open')).slide.steps).toBe(1)
    expect(read('<details>\n\n글\n\n</details>').slide.steps).toBe(1)
  })

  test('opens one after the other, with what else has steps', () => {
    const { slide } = read(`${details()}\n\n<!-- step -->\n\n가\n\n${details()}`)
    expect(slide.steps).toBe(4)
    expect([...slide.html.matchAll(/data-folded="" data-from="(\d)"/g)].map(([, step]) => step)).toEqual(['2', '4'])
  })
})

test('what is folded in notes and answers stays so, for there it is pressed', () => {
  const { slide } = read('<!--\n<details open><summary>a</summary>b</details>\n-->')
  expect(slide.notes[0]?.html).toBe('<details open><summary>a</summary>b</details>')
})

describe('words from right to left', () => {
  test.each([
    ['שלום **עולם**', '<p dir="rtl">שלום <strong>עולם</strong></p>'],
    ['- مرحبا\n- hello', '<ul dir="rtl"><li dir="rtl">مرحبا</li><li>hello</li></ul>'],
    ['hello שלום', '<p dir="ltr">hello שלום</p>'],
    ['<p dir="rtl">שלום</p>', '<p dir="rtl">שלום</p>'],
  ])('find their direction: %s', (body, html) => {
    expect(htmlOf(body)).toBe(html)
  })

  test('leave the others as they are', () => {
    expect(htmlOf('hello 안녕')).toBe('<p>hello 안녕</p>')
  })
})

describe('links of Obsidian', () => {
  const linked = (body: string) => {
    const { deck } = parseDeck(
      `---\ntitle: T\nlang: ko\n---\n\n---\nid: one\n---\n\n## T\n\n${body}\n\n---\nid: two\n---\n\n## 커널이란 **무엇**?\n`,
      setting,
    )
    return { html: deck.slides[0]?.html.replaceAll(/\n/g, ''), codes: codes(deck.problems) }
  }

  test.each([
    ['[[two]]에서', '<a href="#two">two</a>에서'],
    ['[[커널이란 무엇?]]', '<a href="#two">커널이란 무엇?</a>'],
    ['[[#커널이란 무엇|그것]]', '<a href="#two">그것</a>'],
    ['[그것](#커널이란-무엇)', '<a href="#two">그것</a>'],
  ])('%s leads to a slide by its id or its heading', (body, html) => {
    expect(linked(body)).toEqual({ html: `<p>${html}</p>`, codes: [] })
  })

  test('lead from a cell of a table', () => {
    expect(linked('| a |\n| - |\n| [[two\\|둘]] |').html).toContain('<td><a href="#two">둘</a></td>')
  })

  test.each([
    ['[[없는 곳]]', '없는 곳', ['bad-link']],
    ['[[other#part]]', 'other › part', ['unopenable-link']],
    ['![[note]]', 'note', ['bad-link']],
  ])('%s leads nowhere: it is text, and told', (body, text, told) => {
    const { html, codes: found } = linked(body)
    expect(html?.replaceAll(/<\/?a>/g, '')).toBe(`<p>${text}</p>`)
    expect(found).toEqual(told)
  })

  test.each(['`[[two]]`', '[[]]', '[[ ]]', '\\[[two]]', '[[a\nb]]', '[[a]', '[[a[b]]]'])('are none in %j', (body) => {
    const { html, codes: told } = linked(body)
    expect(html).not.toContain('<a')
    expect(told).toEqual([])
  })

  test.each([
    ['![[그림 1.png]]', '<img src="%EA%B7%B8%EB%A6%BC%201.png" alt="">'],
    ['![[a/b.png|300]]', '<img src="a/b.png" alt="" width="300">'],
    ['![[b.svg|300x200]]', '<img src="b.svg" alt="" width="300" height="200">'],
    ['![[b.JPG|층]]', '<img src="b.JPG" alt="층">'],
  ])('%s is a picture', (body, html) => {
    expect(linked(body)).toEqual({ html: `<p>${html}</p>`, codes: [] })
  })
})
