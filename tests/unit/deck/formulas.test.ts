/** Formulas as people write them, and dollars that are none. */
import { describe, expect, test } from 'vitest'
import { codes, places, slideOf } from './deck-of.ts'

function read(body: string) {
  const { slide, problems } = slideOf('', `## T\n\n${body}\n`)
  return { html: slide.html, slide, problems, codes: codes(problems) }
}

describe('a formula', () => {
  test('in a sentence keeps what is between its dollars', () => {
    const { html, codes: said } = read('조건은 $a<b>c$ 이고 집합은 $\\{1,2\\}$이다.')
    expect(html).toContain('<mo>&#x3C;</mo><mi>b</mi><mo>></mo>')
    expect(html).toContain('>{</mo><mn>1,2</mn>')
    expect(html).toMatch(/^<p>조건은 <span data-formula="">.*<\/span> 이고.*<\/span>이다\.<\/p>$/)
    expect(said).toEqual([])
  })

  test.each([
    '$$\n\\begin{aligned} x &= 1 \\\\ y &= 2 \\end{aligned}\n$$',
    '$$\nx\n\n= 1\n$$',
    '- a\n\n  $$\n  x\n  $$',
    '```math\nx^2\n```',
    '> $$\n> x\n> $$',
  ])('stands alone: %j', (body) => {
    const { html, codes: said } = read(body)
    expect(html).toMatch(/<div data-formula="block"><math display="block"/)
    expect(said).toEqual([])
  })

  test('carries no style of its own, which windows refuse', () => {
    expect(read('$\\color{red}{a} \\begin{pmatrix}1&2\\end{pmatrix}$').html).not.toContain(' style=')
    expect(read('$$\n\\begin{aligned} x &= 1 \\end{aligned}\n$$').html).not.toContain(' style=')
  })

  test('has the rows of aligned', () => {
    expect(read('$$\n\\begin{aligned} x &= 1 \\\\ y &= 2 \\end{aligned}\n$$').html.match(/<mtr>/g)).toHaveLength(2)
  })

  test.each(['$$x = 1$$', '$$x\n= 1$$', '앞 $$x$$ 뒤'])('may stand in a sentence as large: %j', (body) => {
    expect(read(body).html).toContain('<span data-formula="block"><math display="block"')
  })

  test.each([
    '$x$를',
    '($x$)',
    '$\\alpha_1$, $y$',
    '**$x$**',
    '$a$-$b$',
    '한글$x$한글',
    '| $x$ |\n| - |\n| $y$ |',
    '$\\text{원 \\$5}$',
  ])('ends where its dollar does: %s', (body) => {
    const { html, codes: said } = read(body)
    expect(html).toContain('<math>')
    expect(html.replace(/<math>.*?<\/math>/g, '')).not.toContain('$')
    expect(said).toEqual([])
  })

  test.each([
    '$5 and $10',
    '$5, $10 and $15',
    '$HOME/$PATH',
    '${a}/${b}',
    'US$5 or A$7$',
    '\\$x\\$',
    'a $ b $ c',
    '`$x$`',
    '$1,000~$2,000',
    'cost: $20',
    '$$',
    '$',
    '$(pwd) and $(ls)',
  ])('is none in %s', (body) => {
    const { html, codes: said } = read(body)
    expect(html).not.toContain('<math')
    expect(said).toEqual([])
  })

  test('that cannot be read stays as it is written and is told', () => {
    const { html, problems } = read('앞 $\\frac{a$ 뒤\n\n$$\n\\nothing\n$$')
    expect(html).toContain('<code>$\\frac{a$</code> 뒤')
    expect(html).toContain('\\nothing')
    expect(places(problems)).toEqual(['bad-formula@11:3', 'bad-formula@13:1'])
  })

  test.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{https://a.example}',
    '\\includegraphics{https://a.example/a.png}',
    '\\class{a}{x}',
    '\\id{a}{x}',
    '\\style{position:fixed}{x}',
    '\\data{a=b}{x}',
    '\\text{<img src=x onerror=alert(1)>}',
    '\\def\\a{\\a\\a}\\a',
    '\\rule{9999em}{9999em}',
  ])('does nothing but be drawn: %s', (tex) => {
    const { html } = read(`$${tex}$`)
    const tags = html.match(/<[^>]*>/g)?.join('') ?? ''
    expect(tags).not.toMatch(/<(?:a|img|script)\b| href| src=| id=|url\(|position:|data-a/)
  })

  test('that is never closed makes no formula of what follows', () => {
    const { html, codes: said } = read('$$\nx = 1\n\n그리고 글이 이어진다.')
    expect(html).not.toContain('<math')
    expect(html).toContain('그리고 글이 이어진다.')
    expect(said).toEqual(['bad-formula'])
  })

  test('appears with its step', () => {
    const { slide } = read('$a$\n\n<!-- step -->\n\n$$\nb\n$$')
    expect(slide.steps).toBe(2)
    expect(slide.html).toContain('<div data-formula="block" data-from="2">')
  })
})
