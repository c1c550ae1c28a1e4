/** One wrong thing never hides a slide: it is shown as well as it can be, and what is wrong is told. */
import { expect, it } from 'vitest'
import { parseQuestions } from '../../../src/core/deck/index.ts'
import { codes, header, parsed, scenes, slideOf } from './deck-of.ts'

it.each([
  ['a misspelt key', 'secnds: 5', '## T\n\nx', 'unknown-key'],
  ['a bad value', 'seconds: soon', '## T\n\nx', 'bad-value'],
  ['an unknown layout', 'layout: colums', '## T\n\nx', 'unknown-layout'],
  ['a misspelt picture key', 'layout: diagram\ndiagrm: isolation', '## T\n\nx', 'missing-key'],
  ['an image from elsewhere', '', '## T\n\nx ![y](https://a.b/c.png)', 'remote-image'],
  ['a link to no slide', '', '## T\n\n[x](#nowhere)', 'bad-link'],
  ['a dead question', 'asks: [q-no]', '## T\n\nx', 'unknown-question'],
  ['a rule', '', '## T\n\nx\n\n---\n', 'stray-thematic-break'],
  ['an open fence', '', '## T\n\n```sh\nx', 'unclosed-fence'],
  ['lines that the code has not', '', '## T\n\n```sh {3}\nx\n```', 'bad-code-lines'],
  ['a step that is not there in the notes', '', '## T\n\nx\n\n<!--\n[4] x\n-->', 'note-step-out-of-range'],
  ['a myth without its truth', 'layout: myth', '## T\n\n### Myth\n\nx', 'missing-section'],
  ['a block that cannot be read', 'title: [a', '## T\n\nx', 'yaml-broken'],
  ['an unknown picture', 'diagram: isolatio', '## T\n\nx', 'unknown-scene'],
  ['an unknown step', 'diagram: isolation\nat: IS-9', '## T\n\nx', 'unknown-scene-step'],
  ['steps that leave the picture', 'diagram: isolation\nsteps: IS-2..IS-1', '## T\n\nx', 'steps-out-of-range'],
])('a slide is shown despite %s', (_, keys, body, code) => {
  const { slide, problems } = slideOf(keys, `\n${body}\n`, [])
  expect(codes(problems)).toContain(code)
  expect(slide.title).toBe('T')
  expect(slide.html).toMatch(/>x/)
})

it('a block that is never closed leaves its slide and those after it', () => {
  const { deck } = parsed(`${header}---\nid: one\nlayout: content\n\n## T\n\nx\n\n---\nid: two\n---\n\n## U\n`)
  expect(codes(deck.problems)).toEqual(['unclosed-block'])
  expect(deck.slides.map(({ id, title, html }) => [id, title, html])).toEqual([
    ['one', 'T', '<p>x</p>'],
    ['two', 'U', ''],
  ])
})

it.each([
  [
    'a slide whose last key is followed by text',
    `${header}---\nid: one\nA text\n\nmore: x\n\n---\nid: two\n---\n\n## U\n`,
  ],
  ['the last slide', `${header}---\nid: one\n---\n\n## T\n\n---\nid: two\n`],
  ['the deck', '---\ntitle: T\n\n## A\n\nx\n\n---\nid: two\n---\n\n## U\n'],
])('one block that is never closed is one problem: that of %s', (_, text) => {
  expect(codes(parsed(text).deck.problems)).toEqual(['unclosed-block'])
})

it('text outside of slides is told once, however much it is', () => {
  const { deck } = parsed(`${header}lost\n\n***\n\nlost too\n\n---\nid: one\n---\n\n## T\n`)
  expect(codes(deck.problems)).toEqual(['text-outside-slide'])
})

it('a question whose id stands twice is told, and no card of its own', () => {
  const one = (id: string, title: string) =>
    `---\nid: ${id}\n---\n\n## ${title}\n\n### Answer\n\na\n\n### Key points\n\n- b\n\n`
  const text = [one('q', 'A?'), one('q', 'B?'), one('q-2', 'C?'), one('q', 'D?')].join('')
  const { questions, problems } = parseQuestions(text, { file: 'q.en.md', lang: 'en', scenes })
  expect(questions.map(({ id, text: asked }) => [id, asked])).toEqual([
    ['q', 'A?'],
    ['q-2', 'C?'],
  ])
  expect(codes(problems)).toEqual(['duplicate-id', 'duplicate-id'])
})

it('a link that leads nowhere is its text, in title, body and notes; one that leads on stays', () => {
  const { slide } = slideOf('', '\n## [T](#no)\n\n[x](#no) [one](#one) y[^1]\n\n[^1]: z\n\n<!-- [n](#no) -->\n')
  expect([slide.titleHtml, slide.notes[0]?.html]).toEqual(['T', '<p>n</p>'])
  expect(slide.html).toContain('<p>x <a href="#one">one</a> y')
  expect(slide.html).toContain('href="#user-content-fn-one--1"')
})

it('in a question too, which belongs to no deck', () => {
  const text = '---\nid: q\n---\n\n## [T](#a)\n\n### Answer\n\n[x](#a)\n\n### Key points\n\n- [k](#a)\n'
  const { questions, problems } = parseQuestions(text, { file: 'q.en.md', lang: 'en', scenes })
  expect(codes(problems)).toEqual(['bad-link', 'bad-link', 'bad-link'])
  expect([questions[0]?.titleHtml, questions[0]?.answerHtml, questions[0]?.keyPoints[0]?.html]).toEqual([
    'T',
    '<p>x</p>',
    'k',
  ])
})

it.each([
  ['takes too long to read', `## T & <b>\n\nx < y\n<!-- secret -->\n\n- z ${'<!-- s'.repeat(3)}\n`, () => null],
  ['is nested too deeply', `## T & <b>\n\nx < y\n<!-- secret -->\n\n- z <!-- s`, undefined],
])('what %s is plain words, without those that are a speaker’s', (_, body, within) => {
  const deep = within === undefined ? `-->\n\n${'<div>'.repeat(9000)}` : ''
  const { deck } = parsed(`${header}---\nid: one\n---\n\n${body}${deep}`, undefined, within)
  const [slide] = deck.slides
  expect(codes(slide?.problems ?? [])[0]).toMatch(/^too-/)
  expect([slide?.title, slide?.titleHtml]).toEqual(['T & <b>', 'T &#x26; &#x3C;b>'])
  expect(slide?.html).toMatch(/^<p>x &#x3C; y<\/p>\n<p>- z<\/p>(?:\n<p>(?:&#x3C;div>)+|$)/)
  expect(slide?.html).not.toContain('secret')
})

it('of a long text that cannot be read as much is shown as a slide holds', () => {
  const { deck } = parsed(`${header}---\nid: one\n---\n\n## T\n\n${'*'.repeat(600_000)}`)
  expect(codes(deck.problems)).toEqual(['too-slow'])
  expect(deck.slides[0]?.html).toBe(`<p>${'*'.repeat(2000)}…</p>`)
})
