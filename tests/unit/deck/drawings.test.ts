import { describe, expect, it } from 'vitest'
import type { Slide } from '../../../src/contract/deck.ts'
import { createDeckMemo, markTerms, parseDeck, parseQuestions } from '../../../src/core/deck/index.ts'
import { catalogue } from '../../../src/core/scenes/index.ts'

const ref = { course: 'c', name: 'a', lang: 'ko' } as const
const deckOf = (body: string, drawings: Readonly<Record<string, string>> = {}, keys = '') =>
  parseDeck(`---\ntitle: T\nlang: ko\n---\n\n---\nid: one\n${keys}---\n\n## T\n\n${body}\n`, {
    ...{ file: 'a.ko.md', ref, scenes: catalogue },
    drawings: new Map(Object.entries(drawings)),
  })

function slideOf(body: string, drawings?: Readonly<Record<string, string>>, keys?: string): Slide {
  const [slide] = deckOf(body, drawings, keys).deck.slides
  if (!slide) throw new Error('no slide')
  return slide
}
const told = (body: string, drawings?: Readonly<Record<string, string>>): string[] =>
  deckOf(body, drawings).deck.problems.map(({ code, message }) => `${code}: ${message.en}`)
const inner = (body: string): string =>
  (/<svg[^>]*>(.*)<\/svg>/s.exec(slideOf(body).html)?.[1] ?? '').replaceAll(/\s*\n\s*/g, '')

describe('an `<svg>` in the text', () => {
  it('is drawn as it was written, in a paragraph or by itself', () => {
    const svg = '<svg width="40" height="20"><rect width="40" height="20" fill="#0f7d69" stroke-width="2"/></svg>'
    const drawn =
      '<svg data-drawing="" viewBox="0 0 40 20" width="40" height="20"><rect width="40" height="20" fill="#0f7d69" stroke-width="2"></rect></svg>'
    expect(slideOf(svg).html).toBe(`<p>${drawn}</p>`)
    expect(slideOf(`a ${svg} b`).html).toBe(`<p>a ${drawn} b</p>`)
    expect(slideOf(`<div>\n${svg}\n</div>`).html).toContain(drawn)
    expect(told(svg)).toEqual([])
  })

  it('keeps elements of all kinds, on lines of their own and with ends of their own', () => {
    const body = `<svg viewBox="0 0 10 10">
  <defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>
  <ellipse cx="1" cy="1" rx="1" ry="1" fill="url(#g)"/>
  <polyline points="0,0 1,1"></polyline>
  <text x="1"><tspan>가 &amp; <b>나</b></tspan></text>
</svg>`
    expect(inner(body.replace('<b>나</b>', '나'))).toBe(
      '<defs><linearGradient id="drawing-1-g"><stop offset="0" stop-color="red"></stop></linearGradient></defs>' +
        '<ellipse cx="1" cy="1" rx="1" ry="1" fill="url(#drawing-1-g)"></ellipse><polyline points="0,0 1,1"></polyline>' +
        '<text x="1"><tspan>가 &#x26; 나</tspan></text>',
    )
    expect(told(body.replace('<b>나</b>', '나'))).toEqual([])
  })

  it.each([
    ['<svg width="2in" height="1in"></svg>', 'viewBox="0 0 192 96" width="192" height="96"'],
    ['<svg viewBox="0 0 30 10"></svg>', 'viewBox="0 0 30 10" width="30" height="10"'],
    ['<svg viewBox="0, 0, 30, 10" width="60"></svg>', 'viewBox="0 0 30 10" width="60" height="20"'],
    ['<svg viewBox="0 0 30 10" height="20" width="100%"></svg>', 'viewBox="0 0 30 10" width="60" height="20"'],
    ['<svg viewBox="none"></svg>', 'viewBox="0 0 300 150" width="300" height="150"'],
    ['<svg><title>가</title></svg>', 'role="img" aria-label="가" viewBox="0 0 300 150" width="300" height="150"'],
  ])('has a size of its own: %s', (svg, size) => {
    expect(slideOf(svg).html).toBe(`<p><svg data-drawing="" ${size}></svg></p>`)
  })

  it('says in attributes what it says in styles, and sets words in our fonts', () => {
    expect(inner('<svg><path d="M0 0" style="fill:#fff; stroke : url(#a) !important;-x:1"/></svg>')).toBe(
      '<path d="M0 0" fill="#fff" stroke="url(#drawing-1-a)"></path>',
    )
    expect(
      inner(
        '<svg><style>/* a */ .a, rect { fill: red } .a { stroke: blue } g .a { fill: green } #b { fill: black }</style><rect class="a" fill="white"/><rect id="b" class="a" style="stroke:none"/></svg>',
      ),
    ).toBe('<rect fill="red" stroke="blue"></rect><rect id="drawing-1-b" fill="black" stroke="none"></rect>')
    expect(inner('<svg><text font-family="Arial">a</text><text style="font-family: Courier">b</text></svg>')).toBe(
      '<text>a</text><text font-family="Lectern Mono, D2Coding, monospace">b</text>',
    )
  })

  it('shares no id with another one', () => {
    const svg = '<svg><g id="a"></g><use xlink:href="#a"/></svg>'
    expect(slideOf(`${svg}\n\n${svg}`).html.match(/(?:id|href)="[^"]*"/g)).toEqual([
      ...['id="drawing-1-a"', 'href="#drawing-1-a"', 'id="drawing-2-a"', 'href="#drawing-2-a"'],
    ])
  })

  it.each([
    ['<script>x()</script>', '<script>'],
    ['<foreignObject><p>x</p></foreignObject>', '<foreignObject>'],
    ['<animate attributeName="href" to="x"/>', '<animate>'],
    ['<set attributeName="onload" to="x"/>', '<set>'],
    ['<image href="https://a.example/a.png"/>', '<image>'],
    ['<g onclick="x()"/>', 'onclick="…"'],
    ['<use href="https://a.example/a.svg#a"/>', 'href="https://a.example/a.svg#a"'],
    ['<use href="data:image/svg+xml,x#a"/>', 'href="data:image/svg+xml,x#a"'],
    ['<g fill="url(https://a.example/#a)"/>', 'fill="url(https://a.example/#a)"'],
    ['<g fill="url(#a) url(//a.example)"/>', 'fill="url(#a) url(//a.example)"'],
    ['<g style="mask: url(//a.example/#a)"/>', 'mask="url(//a.example/#a)"'],
    ['<g fill="u\\72l(//a.example)"/>', 'fill="u\\72l(//a.example)"'],
  ])('loses what could run, load or look like ours, and tells it: %s', (part, what) => {
    const body = `<svg>${part}<circle r="1"/></svg>`
    expect(inner(body).replace(/<(g|use)><\/\1>/, '')).toBe('<circle r="1"></circle>')
    expect(told(body)).toEqual([`html-removed: HTML was removed for safety: ${what}.`])
  })

  it.each([
    ['without an end', '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/>'],
    [
      'of billions',
      Array.from({ length: 12 }, (_, n) => `<g id="a${n + 1}">${`<use href="#a${n}"/>`.repeat(10)}</g>`).join(''),
    ],
    [
      'of patterns within patterns',
      Array.from(
        { length: 12 },
        (_, n) => `<pattern id="a${n + 1}">${`<rect fill="url(#a${n})"/>`.repeat(10)}</pattern>`,
      ).join(''),
    ],
  ])('that would be drawn %s is not drawn', (_, parts) => {
    const body = `<svg><g id="a0"><path d="M0 0"/></g>${parts}</svg>`
    expect(inner(body)).toBe('')
    expect(told(body)).toEqual(['html-removed: HTML was removed for safety: <use>.'])
  })

  it('stays as it was written where it is code, never ends or is only named', () => {
    expect(slideOf('`<svg>` is a tag').html).toContain('<code>')
    expect(slideOf('A <svg> is a tag').html).toBe('<p>A &#x3C;svg> is a tag</p>')
  })

  it('has no words that terms are marked in', () => {
    const term = { id: 'k', term: { ko: '커널', en: 'kernel' }, also: [], definition: { ko: '', en: '' }, slide: null }
    const html = markTerms(slideOf('<svg><text>커널</text></svg>\n\n커널').html, [term])
    expect(html).toContain('<text>커널</text>')
    expect(html).toContain('>커널</dfn>')
  })

  it('shows in a question all that it has, without steps', () => {
    const file = `---\nid: q\n---\n\n## Q\n\n### 답변\n\n<svg><g data-step="2"/></svg>\n\n### 핵심 포인트\n\n- a\n`
    const [question] = parseQuestions(file, { file: 'q.ko.md', lang: 'ko', scenes: catalogue }).questions
    expect(question?.answerHtml).toContain('<g></g>')
  })
})

describe('the steps of a drawing', () => {
  const stepped = '<svg><g data-step="1"/><g data-step="2"><g data-step="3"/></g><g data-step="x"/></svg>'
  const from = (html: string) => html.match(/data-(?:from|step)="[^"]*"/g) ?? []

  it('are steps of the slide, at which its groups come with whatever else does', () => {
    const alone = slideOf(stepped)
    expect([alone.steps, from(alone.html)]).toEqual([3, ['data-from="2"', 'data-from="3"']])
    const beside = slideOf(`${stepped}\n\n<!-- step -->\n\na`)
    expect([beside.steps, from(beside.html)]).toEqual([3, ['data-from="2"', 'data-from="3"', 'data-from="2"']])
    expect(slideOf(`${stepped}\n\n- a\n- b\n- c\n- d`, {}, 'steps: list\n').steps).toBe(5)
  })

  it('are there at once where the drawing comes later', () => {
    const { steps, html } = slideOf(`a\n\n<!-- step -->\n\n<!-- step -->\n\n${stepped}`)
    expect([steps, from(html)]).toEqual([3, ['data-from="3"']])
  })

  it('are at most as many as a slide is pressed through', () => {
    expect(slideOf('<svg><g data-step="100"/><g data-step="-2"/><g data-step="2.5"/></svg>').steps).toBe(1)
  })

  it('keep a lit line of code lit', () => {
    const { html } = slideOf(`${stepped}\n\n\`\`\`sh {1|2}\na\nb\n\`\`\``)
    expect(html).toContain('data-lit="2 3"')
  })
})

describe('a file whose groups have steps', () => {
  const file =
    '<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><title>t</title><text>가</text><g data-step="2"/></svg>\n'

  it('stands in the text in place of its image, and says what that said', () => {
    const body = '![A & B](pictures/a%20b.svg "캡션"){width=50% fill dark=b.svg}'
    const { html, steps } = slideOf(body, { 'pictures/a b.svg': file })
    expect(steps).toBe(2)
    expect(html).toBe(
      '<p><svg data-drawing="" role="img" aria-label="A &#x26; B" viewBox="0 0 80 40" width="50%" title="캡션" data-fill="" preserveAspectRatio="xMidYMid slice" data-look="light"><text>가</text><g data-from="2"></g></svg>' +
        '<img src="b.svg" alt="A &#x26; B" title="캡션" width="50%" data-fill="" data-look="dark"></p>',
    )
    expect(deckOf(body, { 'pictures/a b.svg': file }).images.map(({ to }) => to)).toEqual(['pictures/a b.svg', 'b.svg'])
  })

  it('stays an image where nothing of it can be read', () => {
    expect(slideOf('![a](a.svg)', { 'a.svg': 'data-step=' }).html).toBe('<p><img src="a.svg" alt="a"></p>')
  })

  it('tells what of it had to go, with its name', () => {
    expect(told('![a](a.svg)', { 'a.svg': file.replace('<g', '<script/><g') })).toEqual([
      'html-removed: HTML was removed for safety: a.svg: <script>.',
    ])
  })

  it('is read anew when it changes', () => {
    const memo = createDeckMemo()
    const text = '---\ntitle: T\nlang: ko\n---\n\n---\nid: one\n---\n\n## T\n\n![a](a.svg)\n'
    const read = (drawing: string) =>
      parseDeck(text, { file: 'a', ref, scenes: catalogue, memo, drawings: new Map([['a.svg', drawing]]) })
    expect(read(file).deck.slides[0]?.steps).toBe(2)
    expect(read(file.replace('"2"', '"3"')).deck.slides[0]?.steps).toBe(3)
  })
})
