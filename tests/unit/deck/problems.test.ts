import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Text } from '../../../src/contract/deck.ts'
import { parseCourse, parseQuestions, problemTexts } from '../../../src/core/deck/index.ts'
import { withinDepth } from '../../../src/core/deck/nesting.ts'
import { createReport } from '../../../src/core/deck/problem-report.ts'
import { codes, header, parsed, places, scenes, slideOf } from './deck-of.ts'

const one = (body: string) => `${header}---\nid: one\n---\n${body}`

describe('problems of a slide', () => {
  it.each([
    ['broken YAML', 'title: [a', 'x', ['yaml-broken@9:1']],
    ['an unknown key', 'diagrm: isolation', '', ['unknown-key@8:1']],
    ['a bad value', 'seconds: soon', '', ['bad-value@8:10']],
    ['a bad item', 'covers: [a, "b c"]', '', ['bad-value@8:13']],
    ['an unknown layout', 'layout: colums', '', ['unknown-layout@8:9']],
    ['an unknown scene', 'diagram: isolatio', '', ['unknown-scene@8:10']],
    ['an unknown step', 'diagram: isolation\nsteps: [IS-1, IS-9]', '', ['unknown-scene-step@9:15']],
    ['an unknown step at', 'diagram: isolation\nat: IS-9', '', ['unknown-scene-step@9:5']],
    ['a range that leaves the scene', 'diagram: isolation\nsteps: IS-1..IS-9', '', ['steps-out-of-range@9:8']],
    ['a range that runs backwards', 'diagram: isolation\nsteps: IS-2..IS-1', '', ['steps-out-of-range@9:8']],
    ['a diagram without a scene', 'layout: diagram', '', ['missing-key@6:1']],
    ['steps without a scene', 'steps: VC-1', '', ['misplaced-key@8:1']],
    ['a prediction without a scene', 'predict: false', '', ['misplaced-key@8:1']],
    ['a prediction that is neither there nor not', 'diagram: isolation\npredict: no-one', '', ['bad-value@9:10']],
    ['keys of a question', 'level: 기본', '', ['misplaced-key@8:1']],
    ['a key without a value', 'seconds:', '', ['bad-value@8:9']],
    ['a key that is said to be one, without a value', '? seconds', '', ['bad-value@8:3']],
    ['a value that names nothing', 'diagrm: x\nseconds: *none', '', ['yaml-broken@9:10']],
    ['a value within a list that names nothing', 'diagrm: x\nfacts: [{ id: *none }]', '', ['yaml-broken@9:8']],
    ['a name that stands twenty times', `covers: [&a x${', *a'.repeat(19)}]`, '', []],
    ['a name that stands more often', `covers: [&a x${', *a'.repeat(20)}]`, '', ['yaml-broken@8:9']],
    ['a key that is a list', '? [seconds]\n: 5', '', ['yaml-broken@8:3']],
  ])('tell %s where it stands', (_, keys, body, expected) => {
    expect(places(slideOf(keys, `\n## T\n${body}`).problems)).toEqual(expected)
  })

  it.each([
    ['no heading', '\ntext\n', ['title-missing@6:1']],
    ['a rule', '\n## T\n\n---\n', ['stray-thematic-break@12:1']],
    ['an underlined heading', '\n## T\n\na\nb\n---\n', ['stray-thematic-break@14:1']],
    ['an open fence', '\n## T\n\n```sh\n', ['unclosed-fence@12:1']],
    ['an open comment', '\n## T\n\n  <!-- a\n', ['unclosed-comment@12:3']],
    ['lines that the code has not', '\n## T\n\n```sh {3}\na\nb\n```\n', ['bad-code-lines@12:1']],
    ['lines that cannot be read', '\n## T\n\n- x\n\n  ```sh {1-|2}\n  a\n  ```\n', ['bad-code-lines@14:3']],
    ['the source of a picture', '\n## T\n\n```mermaid\ngraph LR\n```\n', ['undrawn-source@12:1']],
    ['one with more behind its language', '\n## T\n\n```PlantUML {scale: 0.7}\nA -> B\n```\n', ['undrawn-source@12:1']],
    ['one as Quarto writes it', '\n## T\n\n- x\n\n  ```{mermaid}\n  a\n  ```\n', ['undrawn-source@14:3']],
    ['code that is no such source', '\n## T\n\n```yaml\nmermaid: 1\n```\n\n```\nmermaid\n```\n', []],
    ['a remote image', '\n## T\n\na ![x](https://a.b/c.png)\n', ['remote-image@12:3']],
    ['an image of another host', '\n## T\n\n![x](//a.b/c.png)\n', ['remote-image@12:1']],
    ['an image in the text', '\n## T\n\n![x](data:image/png;base64,AAAA)\n', ['remote-image@12:1']],
    ['a link to no slide', '\n## T\n\n[x](#two) [y](#one)\n', ['bad-link@12:1']],
    ['a link that cannot be opened', '\n## T\n\n[x](other.md)\n', ['unopenable-link@12:1']],
    ['a step marker within text', '\n## T\n\na <!-- step --> b\n', ['bad-step-marker@12:3']],
    ['text nested as deeply as may be', `\n## T\n\n${'> '.repeat(50)}b\n`, []],
    ['text nested one deeper', `\n## T\n\n${'> '.repeat(51)}b\n`, ['too-nested@12:1']],
    ['code indented however far', `\n## T\n\n${' '.repeat(120)}b\n`, []],
    ['a list nested by indent', `\n## T\n\n- a\n${' '.repeat(100)}- b\n`, ['too-nested@13:1']],
    ['text nested too deeply', `\n## T\n\na\n${'> '.repeat(60)}b\n`, ['too-nested@13:1']],
    ['HTML nested too deeply', `\n## T\n\n${'<div>'.repeat(5000)}\n`, ['too-nested@9:1']],
  ])('tell %s where it stands', (_, body, expected) => {
    const { deck } = parsed(one(body))
    expect(places(deck.problems)).toEqual(expected)
  })

  it('guess what was meant', () => {
    const fixes = (keys: string) => slideOf(keys, '## T\n').problems.map(({ fix }) => fix?.en)
    expect(fixes('diagrm: isolation')).toEqual(['diagram'])
    expect(fixes('layout: colums')).toEqual(['columns'])
    expect(fixes('diagram: isolatio')).toEqual(['isolation'])
    expect(fixes('entirely-else: 1')).toEqual([expect.stringMatching(/^id, layout, diagram, .*answer$/)])
  })

  it('name an unknown key as it is written, a number or a word of YAML too', () => {
    const keys = ['0x10', '1.0', 'null', 'true', '2026-11-01']
    const { problems } = slideOf(keys.map((key) => `${key}: a`).join('\n'), '## T\n')
    expect(problems.map(({ message }) => keys.find((key) => message.en.includes(`\`${key}\``)))).toEqual(keys)
  })

  it('leave addresses that merely stand in the text alone', () => {
    const { slide, problems } = slideOf('', '## T\n\nhttp://localhost:8000 `x` www.example.com\n')
    expect(problems).toEqual([])
    expect(slide.html).not.toContain('href')
  })
})

describe('ids', () => {
  it('have at most a hundred letters', () => {
    const ids = ['a'.repeat(100), 'b'.repeat(101)]
    const { deck } = parsed(header + ids.map((id) => `---\nid: ${id}\n---\n\n## T\n\n`).join(''))
    expect(deck.slides.map(({ id }) => id)).toEqual(['a'.repeat(100), 'b'.repeat(100)])
    expect(codes(deck.problems)).toEqual(['bad-id'])
  })

  it('are there whatever the author wrote', () => {
    const blocks = ['layout: content', 'id: ""', 'id: Vm_Stack', 'id: a', 'id: a', 'id: [b', 'id: 7']
    const { deck } = parsed(header + blocks.map((block) => `---\n${block}\n---\n\n## T\n\n`).join(''))
    expect(deck.slides.map(({ id }) => id)).toEqual(['slide-1', 'slide-2', 'Vm_Stack', 'a', 'a-2', 'slide-6', '7'])
    expect(places(deck.problems)).toEqual([
      'missing-id@6:1',
      'missing-id@12:1',
      'bad-id@19:5',
      'duplicate-id@31:5',
      'yaml-broken@38:1',
    ])
    expect(deck.problems.map(({ fix }) => fix?.ko).slice(0, 3)).toEqual(['id: slide-1', 'id: slide-2', 'vm-stack'])
  })
})

describe('HTML', () => {
  it('that is harmless stays', () => {
    const { slide, problems } = slideOf(
      '',
      '## T\n\n<kbd>Ctrl</kbd> H<sub>2</sub>O <mark>m</mark>\n\n<details open><summary>s</summary>\n\n**d**\n\n</details>\n',
    )
    expect(problems).toEqual([])
    expect(slide.html).toContain('<kbd>Ctrl</kbd> H<sub>2</sub>O <mark>m</mark>')
    expect(slide.html).toMatch(/<div data-summary="">s<\/div>.*<p><strong>d<\/strong><\/p>/s)
  })

  it.each([
    ['script', '<script>alert(1)</script>\n', '', ['html-removed@11:1']],
    ['style', '<style>p { color: red }</style>\n', '', ['html-removed@11:1']],
    ['a frame', 'a\n\n<iframe src="https://a.b/"></iframe>\n', '<p>a</p>', ['html-removed@13:1']],
    ['a handler', 'a <b onclick="x()">b</b>\n', '<p>a <b>b</b></p>', ['html-removed@11:3']],
    ['a style of its own', '<p style="position: fixed">b</p>\n', '<p>b</p>', ['html-removed@11:1']],
    [
      'our own marks',
      '<p data-from="9" class="x" id="y">b</p>\n',
      '<p>b</p>',
      ['html-removed@11:1', 'html-removed@11:1', 'html-removed@11:1'],
    ],
    [
      'a class that no list has',
      '<ul class="fancy"><li>b</li></ul>\n',
      '<ul class=""><li>b</li></ul>',
      ['html-removed@11:1'],
    ],
    ['a script in a link', '[a](javascript:alert(1))\n', '<p><a>a</a></p>', ['html-removed@11:1']],
    ['a script in an HTML link', '<a href=" javascript:alert(1)">a</a>\n', '<p><a>a</a></p>', ['html-removed@11:1']],
    [
      'a form',
      '<form action="https://a.b"><button>b</button></form>\n',
      'b',
      ['html-removed@11:1', 'html-removed@11:28'],
    ],
    [
      'a picture from elsewhere',
      '<img src="https://a.b/c.png" onerror="x()" alt="c">\n',
      '<img alt="c" data-missing="https://a.b/c.png">',
      ['html-removed@11:1', 'remote-image@11:1'],
    ],
    [
      'drawn scripts',
      '<svg onload="x()"><a>b</a></svg>\n',
      '<p><svg data-drawing="" viewBox="0 0 300 150" width="300" height="150"><g></g></svg></p>',
      ['html-removed@11:1'],
    ],
  ])('that is %s goes, and is told', (_, body, html, expected) => {
    const { slide, problems } = slideOf('', `## T\n\n${body}`)
    expect(slide.html).toBe(html)
    expect(places(problems).sort()).toEqual(expected)
  })
})

describe('problems of a file', () => {
  it.each([
    ['nothing', '', ['no-deck-block@1:1', 'empty-deck@1:1']],
    ['plain Markdown', '# T\n\ntext\n', ['no-deck-block@1:1', 'text-outside-slide@1:1', 'empty-deck@1:1']],
    ['no deck block', '---\nid: a\n---\n\n## T\n', ['no-deck-block@1:1']],
    ['no slides', header, ['empty-deck@1:1']],
    ['no title', '---\nlang: ko\n---\n\n---\nid: a\n---\n\n## T\n', ['missing-key@1:1']],
    ['another language', '---\ntitle: a\nlang: en\n---\n\n---\nid: a\n---\n\n## T\n', ['bad-value@3:7']],
    [
      'text before the first slide',
      `${header}<!-- fine -->\n\nlost\n\n---\nid: a\n---\n\n## T\n`,
      ['text-outside-slide@8:1'],
    ],
    ['a rule before the first slide', `${header}---\n\n---\nid: a\n---\n\n## T\n`, ['stray-thematic-break@6:1']],
    ['a broken header', '---\ntitle: "a\nlang: ko\n---\n\n---\nid: a\n---\n\n## T\n', ['yaml-broken@4:1']],
    ['an open header', '---\ntitle: a\n\n---\nid: a\n---\n\n## T\n', ['unclosed-block@1:1']],
    [
      'no mapping',
      '---\ntitle: a\n---\n\n---\nid: a\n---\n\n## T\n\n---\n- id: b\n---\n\n## B\n',
      ['stray-thematic-break@13:1'],
    ],
  ])('tell %s', (_, text, expected) => {
    expect(places(parsed(text).deck.problems)).toEqual(expected)
  })

  it('leave a deck open: a broken slide shows its problems, the others work', () => {
    const { deck } = parsed(
      `${header}---\nid: a\n---\n\n## A\n\n---\nid: b\nlayout: [\n---\n\n## B\n\n---\nid: c\nseconds: 30\n---\n\n## C\n\n<script>x</script>\n`,
    )
    expect(deck.slides.map(({ id, title, problems }) => [id, title, codes(problems)])).toEqual([
      ['a', 'A', []],
      ['b', 'B', ['yaml-broken']],
      // A warning hides no slide.
      ['c', 'C', []],
    ])
    expect(codes(deck.problems)).toEqual(['yaml-broken', 'html-removed'])
  })

  it('leave a deck with a broken header open', () => {
    const { deck } = parsed('---\ntitle: [\n---\n\n---\nid: a\nseconds: 90\n---\n\n## A\n')
    expect([deck.title, deck.minutes, deck.slides.length]).toEqual(['deck', 2, 1])
  })

  it('tell an emblem that there is not, and show the sheet for it', () => {
    const emblemOf = (line: string) => {
      const { deck } = parsed(`---\ntitle: 덱\n${line}---\n\n---\nid: a\n---\n\n## A\n`)
      return [deck.emblem, ...places(deck.problems)]
    }
    expect(emblemOf('emblem: layers\n')).toEqual(['layers'])
    expect(emblemOf('')).toEqual(['sheet'])
    expect(emblemOf('emblem: whale\n')).toEqual(['sheet', 'bad-value@3:9'])
  })
})

describe('questions', () => {
  const questions = (text: string) => parseQuestions(text, { file: 'questions.ko.md', lang: 'ko', scenes })
  const rest = '\n## 왜?\n\n### 답변\n\n답\n\n### 핵심\n\n- 하나\n'

  it('are read with or without a block of the file', () => {
    for (const lead of ['', header]) {
      const { questions: read, problems } = questions(
        `${lead}---\nid: q-a\nlayout: question\ndiagram: isolation\nat: IS-2\n---\n${rest}`,
      )
      expect(problems).toEqual([])
      expect(read.map(({ id, picture }) => [id, picture])).toEqual([['q-a', { scene: 'isolation', step: 'IS-2' }]])
    }
  })

  it.each([
    ['another layout', `---\nid: q-a\nlayout: code\n---\n${rest}`, ['unknown-layout@3:9']],
    ['a key of slides', `---\nid: q-a\nseconds: 3\n---\n${rest}`, ['unknown-key@3:1']],
    ['a core point that is not there', `---\nid: q-a\ncore: [1, 2]\n---\n${rest}`, ['core-out-of-range@3:11']],
    ['a follow-up that is not there', `---\nid: q-a\nfollowups: [q-a, q-b]\n---\n${rest}`, ['unknown-question@3:18']],
    ['no answer', '---\nid: q-a\n---\n\n## 왜?\n\n### 핵심\n\n- 하나\n', ['missing-section@1:1']],
    ['no points', '---\nid: q-a\n---\n\n## 왜?\n\n### Answer\n\na\n\n### 핵심\n\n글\n', ['missing-section@1:1']],
    ['a part of another name', `---\nid: q-a\n---\n${rest}\n### 출저\n\n- a\n`, ['unknown-section@15:1']],
    ['no heading', '---\nid: q-a\n---\n\n### 답변\n\n답\n\n### 핵심\n\n- 하나\n', ['missing-section@1:1']],
  ])('tell %s', (_, text, expected) => {
    expect(places(questions(text).problems)).toEqual(expected)
  })

  it('are checked where a deck names them', () => {
    const { questions: read } = questions(`---\nid: q-why\n---\n${rest}`)
    expect(places(slideOf('asks: [q-why, q-wy]', '## T\n', read).problems)).toEqual(['unknown-question@8:15'])
    expect(slideOf('asks: [q-wy]', '## T\n', read).problems[0]?.fix?.en).toBe('q-why')
    expect(slideOf('asks: [q-wy]', '## T\n').problems).toEqual([])
  })
})

describe('course.yaml', () => {
  it('says id, title, description, languages and order', () => {
    const text =
      'id: docker-2026_B\ntitle: { ko: 도커, en: Docker }\ndescription: Both\nlanguages: [ko]\ndecks:\n  - 01-a\n  - 02-b\n'
    expect(parseCourse(text, 'course.yaml')).toEqual({
      course: {
        id: 'docker-2026_B',
        title: { ko: '도커', en: 'Docker' },
        description: { ko: 'Both', en: 'Both' },
        languages: ['ko'],
        decks: [
          { name: '01-a', at: { line: 6, column: 5 } },
          { name: '02-b', at: { line: 7, column: 5 } },
        ],
        paths: [],
      },
      problems: [],
    })
  })

  it.each([
    ['an unknown key', 'titel: a\n', ['unknown-key@1:1']],
    ['a bad language', 'languages: [ko, fr]\n', ['bad-value@1:17']],
    ['an id that is no word', 'id: my course\n', ['bad-value@1:5']],
    ['an id that is a number', 'id: 2026\n', ['bad-value@1:5']],
    ['an id that is too long', `id: ${'x'.repeat(65)}\n`, ['bad-value@1:5']],
    ['broken YAML', 'title: a\n  b: c\n', ['yaml-broken@1:8']],
    ['no mapping', '- a\n', ['yaml-broken@1:1']],
  ])('tells %s', (_, text, expected) => {
    expect(places(parseCourse(text, 'course.yaml').problems)).toEqual(expected)
  })

  it('may be empty', () => {
    expect(parseCourse('', 'course.yaml').problems).toEqual([])
  })
})

describe('every problem', () => {
  it('is described for authors', () => {
    const page = readFileSync(new URL('../../../docs/deck-format.md', import.meta.url), 'utf8')
    for (const code of Object.keys(problemTexts)) expect(page).toContain(`| \`${code}\` |`)
  })
})

it.each([
  [1, '1 step', '1 line'],
  [2, '2 steps', '2 lines'],
])('how many there are is said as English says it: %d', (count, steps, lines) => {
  expect(problemTexts['note-step-out-of-range'].said(3, count).message.en).toMatch(new RegExp(`${steps}\\.$`))
  expect(problemTexts['bad-code-lines'].said('9', count).message.en).toContain(`(${lines})`)
})

it('what nests too deeply is told, whatever notices first that the stack ends', () => {
  const report = createReport('deck.ko.md')
  const unclosed = '['
  const deeper = (depth: number): number => deeper(depth + 1) + 1
  // Compiling an expression takes more of the stack than a call does.
  const compiling = (depth: number): number => new RegExp(`[#.]${depth}`).exec('a')?.index ?? compiling(depth + 1) + 1
  for (const work of [deeper, compiling])
    expect(
      withinDepth(
        () => work(0),
        () => -1,
        { at: (point) => point, report },
      ),
    ).toBe(-1)
  expect(codes(report.problems)).toEqual(['too-nested', 'too-nested'])
  const wrong = (): boolean =>
    withinDepth(
      () => new RegExp(unclosed).test(''),
      () => false,
      { at: (point) => point, report },
    )
  expect(wrong).toThrow('Unterminated')
})

it.each(Object.entries(problemTexts))(
  '%s: is told in both languages, and so is what to write instead',
  (_code, { said }) => {
    // Whatever it is about: a text in both languages, a name, a number.
    const given = Array.from({ length: 4 }, () => ({ ko: 'x', en: 'x', toString: () => 'x' }))
    const { message, fix } = (said as (...args: unknown[]) => { message: Text; fix?: Text })(...given)
    for (const text of [message, ...(fix === undefined ? [] : [fix])])
      for (const lang of ['ko', 'en'] as const) expect(text[lang]).not.toBe('')
  },
)
