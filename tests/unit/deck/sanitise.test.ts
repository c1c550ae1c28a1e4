import { describe, expect, test } from 'vitest'
import { parseDeck } from '../../../src/core/deck/index.ts'
import { codes, setting, slideOf } from './deck-of.ts'

/** The HTML of a slide with such a body, and what is said of it. */
function read(html: string) {
  const { slide, problems } = slideOf('', `## T\n\n${html}\n`)
  return { html: slide.html, codes: codes(problems), said: problems.map(({ message }) => message.en).join('\n') }
}

describe('HTML of an author', () => {
  test.each([
    ...['abbr', 'b', 'blockquote', 'code', 'del', 'div', 'em', 'figure', 'h3', 'h4', 'i', 'ins', 'kbd'],
    ...['mark', 'ol', 'p', 'pre', 'q', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'u', 'ul', 'var'],
  ])('stays where it only says what a text is: %s', (tag) => {
    const found = read(`<${tag}>x</${tag}>`)
    expect(found.codes).toEqual([])
    expect(found.html).toContain(`<${tag}`)
  })

  test('a figure keeps its caption', () => {
    const { html, codes: said } = read('<figure><p>x</p><figcaption>y</figcaption></figure>')
    expect(html).toContain('<figure><p>x</p><figcaption>y</figcaption></figure>')
    expect(said).toEqual([])
  })

  test.each(['script', 'style', 'iframe', 'object', 'template', 'textarea', 'title', 'noscript'])(
    'goes with all that is in it where it runs, loads or restyles: %s',
    (tag) => {
      const found = read(`<p>before</p><${tag}>inside</${tag}><p>after</p>`)
      expect(found.codes).toContain('html-removed')
      expect(found.said).toContain(`<${tag}>`)
      expect(found.html).toContain('before')
      expect(found.html).not.toContain(`<${tag}`)
      expect(found.html).not.toContain('inside')
    },
  )

  test.each(['form', 'button', 'article', 'picture'])(
    'goes and leaves its text where it is of use elsewhere: %s',
    (tag) => {
      const found = read(`<${tag}>inside</${tag}>`)
      expect(found.codes).toContain('html-removed')
      expect(found.html).not.toContain(`<${tag}`)
      expect(found.html).toContain('inside')
    },
  )

  test('what is in something that goes is not told of as well, unless it stays', () => {
    expect(read('<iframe><b onclick="x">y</b></iframe>').codes).toEqual(['html-removed'])
    expect(read('<article><b onclick="x">y</b></article>').codes).toEqual(['html-removed', 'html-removed'])
  })

  test.each([
    ['style="color: red"', 'style="color: red"'],
    ['id="x"', 'id="x"'],
    ['class="a b"', 'class="a b"'],
    ['for="x"', 'for="x"'],
    ['onclick="x()"', 'onclick="x()"'],
    ['data-from="2"', 'data-from="2"'],
    ['aria-hidden="true"', 'aria-hidden="true"'],
    ['tabindex="1"', 'tabindex="1"'],
  ])('loses %s, which is told', (attribute, told) => {
    const found = read(`<p ${attribute}>x</p>`)
    expect(found.codes).toEqual(['html-removed'])
    expect(found.said).toContain(told)
    expect(found.html).toBe('<p>x</p>')
  })

  test.each([
    ['p', 'title="x"'],
    ['p', 'lang="en"'],
    ['p', 'dir="rtl"'],
    ['p', 'align="center"'],
    ['p', 'aria-label="x"'],
    ['div', 'align="right"'],
    ['ol', 'start="3"'],
    ['ol', 'reversed'],
    ['del', 'datetime="2026"'],
    ['q', 'cite="https://a.example/"'],
    ['q', 'cite="http://a.example/"'],
  ])('on %s keeps %s', (tag, attribute) => {
    const found = read(`<${tag} ${attribute}>x</${tag}>`)
    expect(found.codes).toEqual([])
    expect(found.html).toContain(attribute)
  })

  test.each(['colspan="2"', 'rowspan="3"', 'scope="row"'])('in a table keeps %s', (attribute) => {
    const found = read(`<table><tbody><tr><th ${attribute}>x</th></tr></tbody></table>`)
    expect(found.codes).toEqual([])
    expect(found.html).toContain(attribute)
  })
})

describe('links', () => {
  test.each(['https://a.example/', 'mailto:a@example.org'])('lead to %s', (href) => {
    expect(read(`<a href="${href}">x</a>`).html).toContain(`href="${href}"`)
    expect(read(`[x](${href})`).html).toContain(`href="${href}"`)
  })

  test.each([
    'http://a.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    'ftp://a.example/',
  ])('lead nowhere from %s', (href) => {
    expect(read(`<a href="${href}">x</a>`).html).not.toContain('href=')
    expect(read(`[x](${href})`).html).not.toContain('href=')
  })
})

test.each([
  ['ht&Tab;tp://a.example/x.png', 'http://a.example/x.png'],
  ['&#1; https://a.example/x.png', 'https://a.example/x.png'],
  ['&NewLine;//a.example/x.png', '//a.example/x.png'],
  ['ja&NewLine;vascript:x()', ''],
  ['/etc/x.png', ''],
  ['c:\\\\x.png', ''],
  ['file:///x.png', ''],
])('a picture from elsewhere is a name and none, however its address is spelled: %s', (src, name) => {
  const found = read(`<img src="${src}" alt="x">`)
  expect(found.html).toBe(`<img alt="x" data-missing="${name}">`)
  expect(found.codes).toEqual(['remote-image'])
})

test('a picture written out in the text has no name, and no author says that one is missing', () => {
  expect(read(`![x](data:image/png;base64,${'A'.repeat(400)})`).html).toBe('<p><img alt="x" data-missing=""></p>')
  expect(read('<img src="a.png" data-missing="b.png" alt="x">').html).toBe('<img src="a.png" alt="x">')
})

test('a quote names no place that runs something', () => {
  expect(read('<q cite="javascript:x">x</q>').html).toBe('<p><q>x</q></p>')
})

test('what Markdown itself makes is never told of', () => {
  const body = '- [x] done\n- [ ] open\n\na[^1]\n\n[^1]: note\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n'
  const found = read(body)
  expect(found.codes).toEqual([])
  for (const part of ['type="checkbox"', 'checked', 'disabled', 'align="center"', 'class="task-list-item"'])
    expect(found.html).toContain(part)
})

test('what Markdown makes is not told of beside HTML of an author either', () => {
  const found = read('- [x] done\n\n<b>x</b>\n\na[^1]\n\n[^1]: note\n')
  expect(found.codes).toEqual([])
  expect(found.html).toContain('type="checkbox"')
  expect(found.html).toContain('<p>각주</p>')
})

test('a picture of the course keeps its place, beside HTML too', () => {
  for (const body of ['![a](x.png)', '![a](x.png) <b>x</b>', '<img src="x.png" alt="a">']) {
    const found = read(body)
    expect(found.codes).toEqual([])
    expect(found.html).toContain('<img src="x.png" alt="a">')
  }
})

test('the way back from a footnote is worded in the language of the deck', () => {
  const body = 'a[^1] b[^1]\n\n[^1]: note\n'
  const labels = (html: string) => [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label)
  expect(labels(read(body).html)).toEqual(['각주 1에서 본문으로 돌아가기', '각주 1에서 본문으로 돌아가기 (2)'])
  const english = `---\ntitle: T\nlang: en\n---\n\n---\nid: one\n---\n\n## T\n\n${body}`
  const ref = { course: 'docker', name: 'deck', lang: 'en' } as const
  const { deck } = parseDeck(english, { ...setting, file: 'deck.en.md', ref })
  expect(labels(deck.slides[0]?.html ?? '')).toEqual([
    'Back to the text from footnote 1',
    'Back to the text from footnote 1 (2)',
  ])
})
