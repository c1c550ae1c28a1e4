import { describe, expect, it } from 'vitest'
import type { Slide } from '../../../src/contract/deck.ts'
import { skimDeck, sourceText } from '../../../src/core/deck/index.ts'
import { askedSteps } from '../../../src/core/scenes/asks.ts'
import { codes, header, parsed, places, setting, slideOf } from './deck-of.ts'

const noteSteps = ({ notes }: Slide) => notes.map(({ step, html }) => [step, html])

describe('a slide', () => {
  it('is its heading, body and keys', () => {
    const { deck } = parsed(
      `${header}---\nid: vm-stack\nlayout: code\nseconds: 60\ncovers: [S1.1-07]\nasks: [q-vm]\n---\n\n## VM은 **커널**부터\n\n본문 *글*\n`,
    )
    expect(deck.problems).toEqual([])
    expect(deck.slides).toEqual([
      {
        id: 'vm-stack',
        line: 6,
        layout: 'code',
        title: 'VM은 커널부터',
        titleHtml: 'VM은 <strong>커널</strong>부터',
        html: '<p>본문 <em>글</em></p>',
        steps: 1,
        scene: null,
        notes: [],
        seconds: 60,
        covers: ['S1.1-07'],
        facts: [],
        asks: ['q-vm'],
        question: null,
        problems: [],
      },
    ])
  })

  it('has emphasis that works beside Korean', () => {
    const { slide } = slideOf('', '## 제목\n\n**하이퍼바이저(Hypervisor)**를 **"커널"**은\n')
    expect(slide.html).toBe('<p><strong>하이퍼바이저(Hypervisor)</strong>를 <strong>"커널"</strong>은</p>')
  })

  it('keeps a tilde that means a range', () => {
    expect(slideOf('', '## 제목\n\n5~10초, 1~2분 ~~지움~~\n').slide.html).toBe('<p>5~10초, 1~2분 <del>지움</del></p>')
  })

  it('takes the settings behind images for those, and tells of others', () => {
    const html = (body: string): string => slideOf('', `## T\n\n${body}\n`).slide.html
    expect(html('![a](a.png){width=40%}')).toBe('<p><img src="a.png" alt="a" width="40%"></p>')
    expect(html('![a](a.png "B"){ fill  width=300px } b')).toBe(
      '<p><img src="a.png" alt="a" title="B" data-fill="" width="300"> b</p>',
    )
    expect(html('![a][r]{dark="b c.png" width=50%}\n\n[r]: a.png')).toBe(
      '<p><img src="a.png" alt="a" width="50%" data-look="light"><img src="b%20c.png" alt="a" width="50%" data-look="dark"></p>',
    )
    expect(html('![a](a.png) {fill}')).toContain(' {fill}')
    const { slide, problems } = slideOf('', '## T\n\n![a](a.png){.big width=wide fill}\n')
    expect(places(problems)).toEqual(['unknown-image-setting@11:1', 'unknown-image-setting@11:1'])
    expect(slide.html).toBe('<p><img src="a.png" alt="a" data-fill=""></p>')
    expect(
      parsed(`${header}---\nid: one\n---\n\n## T\n\n![a](a.png){dark=b.png}\n`).images.map(({ to }) => to),
    ).toEqual(['a.png', 'b.png'])
  })

  it('has GFM tables, task lists and footnotes of its own', () => {
    const { slide, problems } = slideOf(
      '',
      '## T\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n\n- [x] done\n\nfoot[^1]\n\n[^1]: note\n',
    )
    expect(problems).toEqual([])
    expect(slide.html).toContain('<th align="right">b</th>')
    expect(slide.html).toContain('type="checkbox"')
    expect(slide.html).toMatch(/href="#user-content-fn-one--1" id="user-content-fn-one-ref-1"/)
    expect(slide.html).toMatch(/<li id="user-content-fn-one--1">/)
    expect(slide.html).toContain('각주')
  })

  it('makes links of addresses', () => {
    const { slide, problems } = slideOf('', '## T\n\n주소:https://a.b/c, (https://d.e) a@b.co\n')
    expect(problems).toEqual([])
    expect([...slide.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://a.b/c',
      'https://d.e',
      'mailto:a@b.co',
    ])
  })

  it('takes the first heading wherever it stands', () => {
    const { slide } = slideOf('', 'lead\n\n# T\n\n## Next\n')
    expect([slide.title, slide.html]).toEqual(['T', '<p>lead</p>\n\n<h2>Next</h2>'])
  })
})

describe('steps', () => {
  it('are one where nothing is revealed', () => {
    expect(slideOf('', '## T\n\ntext\n').slide.steps).toBe(1)
  })

  it('rise at each marker, for what follows it', () => {
    const { slide } = slideOf('', '## T\n\na\n\n<!-- step -->\n\nb\n\nc\n\n<!--step-->\n- d\n')
    expect(slide.steps).toBe(3)
    expect(slide.html.replaceAll('\n', '')).toBe(
      '<p>a</p><p data-from="2">b</p><p data-from="2">c</p><ul data-from="3"><li>d</li></ul>',
    )
  })

  it('rise within lists and quotes, and stay for what follows', () => {
    const { slide } = slideOf('', '## T\n\n- a\n\n  <!-- step -->\n\n  b\n- c\n\n> q\n>\n> <!-- step -->\n>\n> r\n')
    expect(slide.steps).toBe(3)
    expect(slide.html.replaceAll('\n', '')).toBe(
      '<ul><li><p>a</p><p data-from="2">b</p></li><li data-from="2"><p>c</p></li></ul>' +
        '<blockquote data-from="2"><p>q</p><p data-from="3">r</p></blockquote>',
    )
  })

  it('reveal bare text of a tight list too', () => {
    const { slide } = slideOf('', '## T\n\n- a\n  <!-- step -->\n  b\n')
    expect(slide.html).toContain('<span data-from="2">b</span>')
  })

  it('go through a list item by item', () => {
    const { slide } = slideOf('steps: list', '## T\n\n- a\n- b\n  - c\n\n1. d\n')
    expect(slide.steps).toBe(5)
    expect([...slide.html.matchAll(/<li data-from="(\d)">\s*(\w)/g)].map(([, step, text]) => [step, text])).toEqual([
      ['2', 'a'],
      ['3', 'b'],
      ['4', 'c'],
      ['5', 'd'],
    ])
  })

  it('go through the groups of lines of code', () => {
    const { slide, problems } = slideOf(
      '',
      '## T\n\n<!-- step -->\n\n```sh {1|3-4,1}\na\nb\nc\nd\n```\n\n<!-- step -->\n\nend\n',
    )
    expect(problems).toEqual([])
    expect(slide.steps).toBe(4)
    expect(slide.html).toContain('<pre data-from="2" data-lit-from="2"><code class="hljs language-sh">')
    expect([...slide.html.matchAll(/<span data-line=""(?: data-lit="([\d ]+)")?/g)].map(([, lit]) => lit)).toEqual([
      // The last group stays lit to the end of the slide.
      '2 3 4',
      undefined,
      '3 4',
      '3 4',
    ])
    expect(slide.html).toContain('<p data-from="4">end</p>')
  })

  it('count one group of lines as no further step', () => {
    const { slide } = slideOf('', '## T\n\n```{2}\na\nb\n```\n')
    expect(slide.steps).toBe(1)
    expect(slide.html).toBe(
      '<pre data-lit-from="1"><code class="hljs"><span data-line="">a\n</span><span data-line="" data-lit="1">b\n</span></code></pre>',
    )
  })

  it('begin with those of the scene, in document order', () => {
    const body = '## T\n\na\n\n<!-- step -->\n\nb\n\n- c\n\n```sh {1|2}\nx\ny\n```\n'
    const { slide } = slideOf('diagram: vm-vs-container\nsteps: list\n', body)
    expect(slide.scene?.steps).toHaveLength(5)
    expect(slide.steps).toBe(5 + 1 + 1 + 1)
    expect(slide.html).toMatch(
      /<p>a<\/p>[^]*<p data-from="6">b<\/p>[^]*<li data-from="7">[^]*<pre data-from="7" data-lit-from="7">/,
    )
  })
})

describe('the scene of a slide', () => {
  it.each([
    ['no steps', '', ['VC-1', 'VC-2', 'VC-3', 'VC-4', 'VC-5']],
    ['one step', 'steps: VC-2', ['VC-2']],
    ['a range', 'steps: VC-2..VC-4', ['VC-2', 'VC-3', 'VC-4']],
    ['a list', 'steps: [VC-2, VC-5]', ['VC-2', 'VC-5']],
    ['a list with a range', 'steps: [VC-1, VC-3..VC-4]', ['VC-1', 'VC-3', 'VC-4']],
    ['at', 'at: VC-3', ['VC-3']],
    ['at beside a list', 'at: VC-3\nsteps: list', ['VC-3']],
  ])('plays %s', (_, keys, steps) => {
    const { slide, problems } = slideOf(`diagram: vm-vs-container\n${keys}`.trim(), '## T\n')
    expect(problems).toEqual([])
    expect(slide.layout).toBe('diagram')
    expect(slide.scene).toEqual({ id: 'vm-vs-container', steps })
    expect(slide.steps).toBe(steps.length)
  })

  it('asks before it answers, unless the slide says that it does not', () => {
    const keys = 'diagram: vm-vs-container\nsteps: [VC-4, VC-5]'
    const asks = (more: string) => {
      const { slide, problems } = slideOf(`${keys}${more}`, '## T\n')
      expect(problems).toEqual([])
      return slide.scene && askedSteps(slide.scene)
    }
    expect(asks('')).toEqual([2])
    expect(asks('\npredict: true')).toEqual([2])
    expect(asks('\npredict: false')).toEqual([])
  })
})

describe('layouts', () => {
  it('frames are its blocks and images, or what stands between ***, each at a step of its own', () => {
    const frames = (body: string): unknown[] => {
      const { slide, problems } = slideOf('layout: frames', `## T\n\n${body}`)
      expect(problems).toEqual([])
      const turns = slide.html.matchAll(/<div data-turn=""(?: data-from="(\d)")?(?: data-until="(\d)")?>/g)
      return [slide.steps, ...Array.from(turns, ([, from, until]) => `${from ?? ''}-${until ?? ''}`)]
    }
    expect(frames('a\n\n- b\n- c\n\n![d](d.png)\n![e](e.png){dark=f.png}\n')).toEqual([4, '-1', '2-2', '3-3', '4-'])
    expect(frames('<!-- note -->\n\na\n\n![b](b.png)\n\n***\n\nc\n\n***\n')).toEqual([2, '-1', '2-'])
    // A step within a frame comes before the next one, one between frames is that already.
    expect(frames('```sh {1|2}\na\nb\n```\n\n<!-- step -->\n\nc\n')).toEqual([3, '-2', '3-'])
    expect(frames('')).toEqual([1])
    expect(slideOf('layout: frames', '## T\n\na\n\n<!-- note -->\n\nb\n').slide.notes).toHaveLength(1)
  })

  it('columns are what stands between ***', () => {
    const { slide } = slideOf('layout: columns', '## T\n\na\n\n***\n\n<!-- step -->\n\nb\n\n***\n\nc\n')
    expect(slide.html.replaceAll('\n', '')).toBe(
      '<div data-column><p>a</p></div><div data-column><p data-from="2">b</p></div><div data-column><p data-from="2">c</p></div>'.replaceAll(
        'data-column',
        'data-column=""',
      ),
    )
  })

  it.each([
    ['ko', '### 오해\n\na\n\n### 사실\n\nb\n\n### 면접에서는\n\nc\n'],
    ['en', '### Myth\n\na\n\n### truth\n\nb\n\n### In an  interview\n\nc\n'],
  ])('a myth has its parts (%s)', (_, body) => {
    const { slide, problems } = slideOf('layout: myth', `## T\n\n${body}`)
    expect(problems).toEqual([])
    expect([...slide.html.matchAll(/data-part="(\w+)"><h3>/g)].map(([, part]) => part)).toEqual([
      'myth',
      'truth',
      'probe',
    ])
  })

  it('a myth without its truth is a problem', () => {
    expect(places(slideOf('layout: myth', '## T\n\n### 오해\n\na\n').problems)).toEqual(['missing-section@6:1'])
  })
})

describe('lists', () => {
  const listed = (items: string, layout = 'content') => slideOf(`layout: ${layout}\n`, `## T\n\n${items}\n`).slide.html

  it('of verbs, commands and sentences are rows of cells', () => {
    expect(listed('1. **Make** `docker build`: a *b*\n2. **Carry** `push`, `pull`: c')).toBe(
      '<ol data-rows="">\n' +
        '<li><span data-verb=""><strong>Make</strong></span> <span data-said="">a <em>b</em></span> <span data-command=""><code>docker build</code></span></li>\n' +
        '<li><span data-verb=""><strong>Carry</strong></span> <span data-said="">c</span> <span data-command=""><code>push</code>, <code>pull</code></span></li>\n' +
        '</ol>',
    )
    expect(listed('- **Make**: a\n- **Carry**: b', 'code')).not.toContain('data-rows')
  })

  it.each([
    '- **Make**: a\n- Carry: b',
    '- **Make** it: a\n- **Carry**: b',
    '- **Make**: a',
    '- **Make** a\n- **Carry** b',
    `- **${'long '.repeat(6)}**: a\n- **b**: c`,
    '- **Make** *it*: a\n- **Carry**: b',
    '- **Make**, **b**: a\n- **Carry**: b',
    '- **Make** `a`, : a\n- **Carry**: b',
  ])('stay as they are where they are something else: %j', (items) => {
    expect(listed(items)).not.toContain('data-rows')
  })
})

describe('code', () => {
  it('is coloured by classes', () => {
    const { slide } = slideOf('', '## T\n\n```dockerfile\nFROM alpine:3.24\n```\n')
    expect(slide.html).toContain('<span class="hljs-keyword">FROM</span>')
  })

  it('of a shell is coloured quietly: what is asked for and what is said, no command more than others', () => {
    const typed = "$ rm -rf /tmp/a && id --user \\\n    -n 'if (type)' # why\n  PID  -f"
    const coloured = (lang: string, text: string) => {
      const { slide } = slideOf('', `## T\n\n\`\`\`${lang}\n${text}\n\`\`\`\n`)
      return [...slide.html.matchAll(/<span class="hljs-(\w+)[^"]*">([^<]*)/g)].map(([, as, what]) => `${as} ${what}`)
    }
    const options = ['attr -rf', 'attr --user', 'attr -n', 'string &#x27;if (type)&#x27;', 'comment # why']
    const said = (found: string[]) => found.map((one) => one.replaceAll("'", '&#x27;'))
    expect(said(coloured('console', typed))).toEqual(['meta $ ', ...options])
    expect(said(coloured('sh', typed.slice(2)))).toEqual([...options, 'attr -f'])
    expect(coloured('bash', 'echo it\\\'s a-b $((3-x)) "$HOME"')).toEqual(['string "$HOME"'])
  })

  it('of an unknown language stays plain', () => {
    const { slide, problems } = slideOf('', '## T\n\n```klingon\na < b\n```\n')
    expect(problems).toEqual([])
    expect(slide.html).toBe('<pre><code class="hljs language-klingon">a &#x3C; b\n</code></pre>')
  })

  it('a language is one word, also where a blank in it is spelled out', () => {
    const { slide } = slideOf('', '## T\n\n```sh&Tab;window&#12;body\na\n```\n')
    expect(slide.html).toContain('<pre><code class="hljs language-sh">')
  })

  it('keeps colours that run over lines', () => {
    const { slide } = slideOf('', '## T\n\n```js {1|2}\n/* a\nb */\n```\n')
    expect(slide.html.match(/<span class="hljs-comment">/g)).toHaveLength(2)
  })
})

describe('speaker notes', () => {
  it('may stand in the heading, of which they are no part', () => {
    const { slide, problems } = slideOf('', '## What **it <!-- [1] first --> does** <!-- for all -->\n\na\n')
    expect(problems).toEqual([])
    expect([slide.title, slide.titleHtml]).toEqual(['What it  does', 'What <strong>it  does</strong>'])
    expect(noteSteps(slide)).toEqual([
      [1, '<p>first</p>'],
      [null, '<p>for all</p>'],
    ])
  })

  it('are the comments that mark no step, as Markdown', () => {
    const { slide } = slideOf('', '## T\n\n<!-- **one** -->\n\n<!-- step -->\n\n<!--\n- two\n-->\n')
    expect(noteSteps(slide)).toEqual([
      [null, '<p><strong>one</strong></p>'],
      [null, '<ul>\n<li>two</li>\n</ul>'],
    ])
    expect(slide.html).not.toContain('<!--')
  })

  it('bind what follows [2] to step 2', () => {
    const notes = '처음. [2] 둘째 **단계**\n\n여전히 둘째\n\n[1] 첫째\n[2] 다시 둘째\n\n- 목록\n- [1] 항목\n'
    const { slide, problems } = slideOf('', `## T\n\n<!-- step -->\n\na\n\n<!--\n${notes}-->\n`)
    expect(problems).toEqual([])
    expect(noteSteps(slide).map(([step, html]) => [step, String(html).replace(/<[^>]*>|\n/g, '')])).toEqual([
      [null, '처음.'],
      [2, '둘째 단계여전히 둘째'],
      [1, '첫째'],
      [2, '다시 둘째목록'],
      [1, '항목'],
    ])
  })

  it('keep their spaces beside what is marked up, and their numbers, where they are cut', () => {
    const notes = '**a** b. [1] c `d` e. [2] *f* g\n\n3. h\n4. i\n5. [1] j\n6. [2] **k** l\n'
    const { slide } = slideOf('', `## T\n\n<!-- step -->\n\na\n\n<!--\n${notes}-->\n`)
    expect(noteSteps(slide)).toEqual([
      [null, '<p><strong>a</strong> b.</p>'],
      [1, '<p>c <code>d</code> e.</p>'],
      [2, '<p><em>f</em> g</p>\n<ol start="3">\n<li>h</li>\n<li>i</li>\n</ol>'],
      [1, '<ol start="5">\n<li>j</li>\n</ol>'],
      [2, '<ol start="6">\n<li><strong>k</strong> l</li>\n</ol>'],
    ])
  })

  it('keep brackets that are text, code or links', () => {
    const { slide, problems } = slideOf(
      '',
      '## T\n\n<!--\nsee [3] here, a[4], `[5]`, \\[6] x, [7](https://a.b/)\n\n\\[8] y\n-->\n',
    )
    expect(problems).toEqual([])
    expect(slide.notes).toHaveLength(1)
    expect(slide.notes[0]?.html).toContain('see [3] here')
    expect(slide.notes[0]?.html).toContain('<p>[8] y</p>')
  })

  it('report a step that the slide has not', () => {
    const { problems } = slideOf('', '## T\n\n<!-- [2] a\n\n[3] b\nc. [0] d\n-->\n')
    expect(places(problems)).toEqual([
      'note-step-out-of-range@11:6',
      'note-step-out-of-range@13:1',
      'note-step-out-of-range@14:4',
    ])
  })

  it('are sanitised, and say where', () => {
    const { slide, problems } = slideOf('', '## T\n\n<!-- a\nb <b onclick="x">c</b> -->\n')
    expect(slide.notes[0]?.html).toBe('<p>a\nb <b>c</b></p>')
    expect(places(problems)).toEqual(['html-removed@12:3'])
  })
})

describe('a question slide', () => {
  it('that asks what the course does not have has its own heading and hint, and nothing to reveal', () => {
    for (const questions of [[], undefined]) {
      const { slide } = slideOf('layout: question\nasks: [q-gone]', '## 왜?\n\n힌트\n', questions)
      expect(slide).toMatchObject({ title: '왜?', html: '<p>힌트</p>', steps: 1, question: null, notes: [] })
    }
  })

  const own =
    '## 왜?\n\n### 한 줄\n\n짧게\n\n### 답변\n\n**길게**\n\n### 핵심\n\n- 하나\n- `둘`\n\n### 흔한 실수\n\n- 실수\n\n### 출처\n\n- [문서](https://a.b/)\n'

  it('reveals its own key points and speaks its own answer', () => {
    const { slide, problems } = slideOf('layout: question\ncore: [2]\nlevel: 기본', `${own}\n<!-- 덧붙임 -->\n`)
    expect(problems).toEqual([])
    expect(slide.steps).toBe(4)
    expect(slide.html).toBe(
      '<ul data-key-points><li data-from="2"><div>하나</div></li><li data-from="3" data-core><div><code>둘</code></div></li></ul>' +
        '<div data-answer data-from="4"><p>짧게</p></div>',
    )
    expect(noteSteps(slide)).toEqual([
      [null, '<p><strong>길게</strong></p>'],
      [null, '<p>덧붙임</p>'],
    ])
    expect(slide.question).toEqual({
      id: 'one',
      line: 6,
      text: '왜?',
      titleHtml: '왜?',
      level: '기본',
      oneLineHtml: '<p>짧게</p>',
      answerHtml: '<p><strong>길게</strong></p>',
      keyPoints: [
        { html: '하나', text: '하나', core: false },
        { html: '<code>둘</code>', text: '둘', core: true },
      ],
      mistakes: ['실수'],
      sources: ['<a href="https://a.b/">문서</a>'],
      followups: [],
      picture: null,
    })
  })

  it('shows a question of the course', () => {
    const question = slideOf('layout: question', own).slide.question
    if (question === null) throw new Error('no question')
    const { slide, problems } = slideOf('layout: question\nasks: [q-why]', '', [{ ...question, id: 'q-why' }])
    expect(problems).toEqual([])
    expect([slide.title, slide.steps, slide.question?.id]).toEqual(['왜?', 4, 'q-why'])
    // The answer comes with the question, as for every slide that asks one.
    expect(slide.notes).toEqual([])
  })

  it('keeps its answer in a line for the speaker where that is asked, or where there is none', () => {
    const quiet = slideOf('layout: question\nanswer: false', own)
    expect([codes(quiet.problems), quiet.slide.steps]).toEqual([[], 3])
    expect(quiet.slide.html).not.toContain('data-answer')
    expect(quiet.slide.question?.oneLineHtml).toBe('<p>짧게</p>')
    expect(slideOf('layout: question', own.replace('### 한 줄\n\n짧게\n\n', '')).slide.steps).toBe(3)
    expect(codes(slideOf('answer: false', '## T\n').problems)).toEqual(['misplaced-key'])
  })

  it('shows what stands before its parts with the first point: it may be a part of the answer', () => {
    const { slide } = slideOf('layout: question', own.replace('### 한 줄', '힌트\n\n### 한 줄'))
    expect(slide.html).toMatch(/^<div data-hint data-from="2"><p>힌트<\/p><\/div><ul data-key-points>/)
  })

  it('needs an answer and key points', () => {
    expect(codes(slideOf('layout: question', '## 왜?\n').problems)).toEqual(['missing-section', 'missing-section'])
  })
})

describe('a --- with text and no YAML', () => {
  const told = (body: string) => {
    const { deck, source } = parsed(`${header}---\nid: one\n---\n\n## One\n${body}`)
    return {
      slides: deck.slides.map(({ id, title, line }) => [id, title, line]),
      problems: places(deck.problems),
      source,
    }
  }

  it('begins a slide that is called by its heading, or by its first words', () => {
    const { slides, problems, source } = told(
      '\na\n\n---\n\n## 커널이란? `uname`\n\nb[^1]\n\n[^1]: c\n\n---\n그냥 **글**\n',
    )
    expect(slides).toEqual([
      ['one', 'One', 6],
      ['커널이란-uname', '커널이란? uname', 14],
      ['그냥-글', '그냥 글', 22],
    ])
    expect(problems).toEqual([])
    expect(sourceText(source)).toMatch(/---\n그냥 \*\*글\*\*\n$/)
  })

  it('gives way to ids that are written, and to its like before it', () => {
    const { slides, problems } = told('\n---\n\n## Two\n\n---\n\n## Two\n\n---\nid: two\n---\n\n## Three\n')
    expect(slides.map(([id]) => id)).toEqual(['one', 'two-2', 'two-2-2', 'two'])
    expect(problems).toEqual([])
  })

  it.each([
    ['right below a heading', '---\n\nb\n', 2, []],
    ['right below a comment', '\n<!-- note -->\n---\n\nb\n', 2, []],
    ['right below code', '\n```\na\n```\n---\n\nb\n', 2, []],
    ['of which no text follows', '\na\n\n---\n', 1, ['stray-thematic-break@14:1']],
    ['that underlines words', '\na\n---\n\nb\n', 1, ['stray-thematic-break@13:1']],
    ['within code', '\n```\n\n---\n\nb\n```\n', 1, []],
    ['that is indented', '\n- a\n\n  ---\n\n  b\n', 1, []],
  ])('%s', (_, body, count, problems) => {
    const read = told(body)
    expect(read.slides).toHaveLength(count)
    expect(read.problems).toEqual(problems)
  })

  it('is seen before its deck is read', () => {
    const text = `${header}---\nid: one\n---\n\n## One\n\n---\n\n## Two\n`
    expect(skimDeck(text, setting).slides.map(({ id }) => id)).toEqual(['one', 'two'])
  })
})
