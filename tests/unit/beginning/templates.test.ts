import { expect, it, test } from 'vitest'
import { templateNames } from '../../../src/contract/beginning.ts'
import { langs, type Question } from '../../../src/contract/deck.ts'
import { newCourseFiles, newDeckFiles, newQuestion } from '../../../src/core/beginning/index.ts'
import { parseDeck, parseQuestions } from '../../../src/core/deck/index.ts'

/** What people call things, and what Markdown and YAML would make of it. */
const titles = [
  '네트워크 기초',
  'C# & C++: *pointers*',
  '# "quotes" & <b>tags</b> #',
  '2026',
  'List<String> | a_b_c ~~x~~ `code` [a](b)',
  '$5 and $10 ==mark== :smile: ![x](y.png)',
  '🙂',
  'true',
  '- [ ] ---',
]

const scenes = {}
const readDeck = (text: string, lang: 'ko' | 'en', questions?: readonly Question[]) =>
  parseDeck(text, { ref: { course: 'c', name: 'd', lang }, file: 'd', scenes, ...(questions ? { questions } : {}) })
const readQuestions = (text: string, lang: 'ko' | 'en') => parseQuestions(text, { file: 'q', lang, scenes })

test.each(templateNames)('the template %s gives a course without a problem, alike in both languages', (template) => {
  const files = newCourseFiles({ title: '제목', template, languages: langs })
  const shapes = langs.map((lang) => {
    const [deck, asked] = ['01-제목', 'questions'].map((name) => files.find((one) => one.name === `${name}.${lang}.md`))
    const questions = readQuestions(asked?.text ?? '', lang)

    const read = readDeck(deck?.text ?? '', lang, questions.questions)
    expect([...questions.problems, ...read.deck.problems]).toEqual([])
    // An answer can be told from a good one only where some of its points are core and others are not.
    for (const { id, keyPoints } of questions.questions)
      expect([id, new Set(keyPoints.map(({ core }) => core)).size]).toEqual([id, 2])
    expect([read.deck.slides.length, questions.questions.length]).toEqual([deck?.slides, asked?.questions])
    expect(read.images.map(({ to }) => to)).toEqual(
      files.filter(({ name }) => name.startsWith('pictures/')).map(({ name }) => name),
    )
    expect(deck?.text.normalize('NFC')).toBe(deck?.text)
    return read.deck.slides.map(({ id, layout, steps }) => [id, layout, steps])
  })
  expect(shapes[0]).toEqual(shapes[1])
})

test.each(templateNames)('a deck of the template %s has its questions in itself', (template) => {
  for (const { name, text } of newDeckFiles({ title: 'T', template, languages: ['en'] }, [])) {
    if (!name.endsWith('.md')) continue
    const { deck } = readDeck(text, 'en', [])
    expect(deck.problems).toEqual([])
    expect(text).not.toContain('asks')
    for (const slide of deck.slides) if (slide.layout === 'question') expect(slide.question).not.toBeNull()
  }
})

it.each(titles)('a course is called %s just so', (title) => {
  const [, deck] = newCourseFiles({ title, template: 'summary', languages: ['en'] })
  expect(readDeck(deck?.text ?? '', 'en').deck.title).toBe(title)
  const { text, id } = newQuestion(title, 'en', new Set())
  const { questions, problems } = readQuestions(text, 'en')
  expect(problems).toEqual([])
  expect(questions).toMatchObject([{ id, text: title }])
  expect(questions[0]?.titleHtml).not.toMatch(/<(?!\/?(?:em|code)>)/)
})

it('numbers a deck as those that are there are numbered, under a name that none has', () => {
  const name = (names: readonly string[], title = 'Disks') =>
    newDeckFiles({ title, template: 'summary', languages: ['en'] }, names)[0]?.name
  expect(name([])).toBe('01-disks.en.md')
  expect(name(['01-a', '07-b'])).toBe('08-disks.en.md')
  expect(name(['001-a'])).toBe('002-disks.en.md')
  expect(name(['a', 'disks'])).toBe('disks-2.en.md')
  expect(name(['notes'], 'Questions')).toBe('questions-2.en.md')
  expect(name([], '🙂')).toBe('01-deck.en.md')
})

it('gives a question an id that none has', () => {
  const made = newQuestion('커널이란 무엇인가요?', 'ko', new Set(['q-커널이란-무엇인가요']))
  expect(made.id).toBe('q-커널이란-무엇인가요-2')
})

it('asks of each question in a template what must be said, the first points and no others', () => {
  const core = templateNames.map((template) => {
    const files = newCourseFiles({ title: 'T', template, languages: ['en'] })
    const { questions } = readQuestions(files.find(({ name }) => name === 'questions.en.md')?.text ?? '', 'en')
    return [
      template,
      ...questions.map(({ id, keyPoints }) => `${id} ${keyPoints.map((one) => Number(one.core)).join('')}`),
    ]
  })
  expect(core).toMatchInlineSnapshot(`
    [
      [
        "qa",
        "q-tcp-order 110",
        "q-tcp-or-udp 100",
      ],
      [
        "compare",
        "q-process-thread 1100",
      ],
      [
        "myth",
        "q-index-cost 110",
      ],
      [
        "code",
        "q-binary-search 110",
      ],
      [
        "steps",
        "q-what-happens 1100",
      ],
      [
        "summary",
        "q-cache 110",
      ],
    ]
  `)
})
