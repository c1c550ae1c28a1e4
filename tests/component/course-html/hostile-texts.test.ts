/** Hostile texts in every place where words of a course are drawn: nothing runs, loads, leads away or looks like ours. */
import { fake as library } from '../library/fake-shell.ts'
import { fake as talk } from '../deck/fake-shell.ts'
import '../../../src/renderer/look/base.css'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cleanup, render } from 'vitest-browser-svelte'
import type { Deck as DeckData, GlossaryTerm, Problem, Question } from '../../../src/contract/deck.ts'
import { parseCourse, parseCoverage, parseDeck, parseGlossary, parseQuestions } from '../../../src/core/deck/index.ts'
import { ankiFile } from '../../../src/core/review/index.ts'
import { catalogue } from '../../../src/core/scenes/index.ts'
import DeckWindow from '../../../src/renderer/deck/Deck.svelte'
import GlossaryDialog from '../../../src/renderer/library/GlossaryDialog.svelte'
import { look } from '../../../src/renderer/look/look.svelte.ts'
import { fontsReady } from '../../../src/renderer/picture/ready.ts'
import Notes from '../../../src/renderer/presenter/Notes.svelte'
import { depths } from '../../../src/renderer/presenter/notes-depth.ts'
import Presenter from '../../../src/renderer/presenter/Presenter.svelte'
import { appendixOf } from '../../../src/renderer/print/appendix.ts'
import Print from '../../../src/renderer/print/Print.svelte'
import MockQuestionView from '../../../src/renderer/review/interview/MockQuestionView.svelte'
import { markTerms } from '../../../src/core/deck/mark-terms.ts'
import { withImages } from '../../../src/renderer/parts/course-images.ts'
import ProblemList from '../../../src/renderer/window/ProblemList.svelte'
import { hostileTexts, onOneLine, type HostileText } from '../../unit/deck/hostile-texts.ts'
import { rounds } from '../../unit/rounds.ts'
import { openLibrary } from '../library/open-library.ts'
import { courseOf, deckOf, libraryOf } from '../library/sample-library.ts'
import { onGuard, wrongWithHtml, wrongWithWindow } from './guarded.ts'

const every = rounds(31, 1)
const chosen = hostileTexts.filter((_, at) => at % every === 0)
const batchSize = 20
const batches = Array.from({ length: Math.ceil(chosen.length / batchSize) }, (_, at) =>
  chosen.slice(at * batchSize, (at + 1) * batchSize),
)

/** As a value of YAML. */
const value = (text: string): string => JSON.stringify(text)

function questionsWith(text: string): string {
  const line = onOneLine(text)
  return `---\nid: q-x\nlevel: ${value(line)}\n---\n\n## ${line}\n\n### In one line\n\n${text}\n
### Answer\n\n${text}\n\n### Key points\n\n- ${line}\n- two ${line}\n
### Common mistakes\n\n- ${line}\n\n### Sources\n\n- ${line}\n`
}

function deckWith(text: string): string {
  const line = onOneLine(text)
  const note = text.replaceAll('-->', '--&gt;')
  const slide = (id: string, layout: string, title: string, body: string, more = ''): string =>
    `---\nid: ${id}\nlayout: ${layout}\n${more}---\n\n## ${title}\n\n${body}\n\n`
  return [
    `---\ntitle: ${value(text)}\nlang: en\n---\n\n`,
    slide('a', 'content', line, `${text}\n\n<!--\n${note}\n\n[1] ${onOneLine(note)}\n-->`, 'asks: [q-x]\n'),
    slide(
      'b',
      'content',
      'parts',
      `- ${line}\n\n<!-- step -->\n\n> ${line}\n\n#### ${line}\n\n1. ${line}\n   - ${line}`,
    ),
    slide('c', 'columns', line, `### ${line}\n\n${text}\n\n***\n\n### two\n\n${line}`),
    slide(
      'd',
      'table',
      line,
      `| ${line.replaceAll('|', '\\|')} | b |\n| --- | --- |\n| ${line.replaceAll('|', '\\|')} | x |`,
    ),
    slide('e', 'code', line, `\`\`\`${line.replaceAll('`', '')}\n${text.replaceAll('```', '')}\n\`\`\``),
    slide('f', 'myth', line, `### Myth\n\n${line}\n\n### Fact\n\n${text}\n\n### In an interview\n\n${line}`),
    slide('g', 'title', line, line),
    slide('h', 'section', line, line),
    slide('i', 'question', line, '', 'asks: [q-x]\n'),
    slide('j', 'diagram', line, text, `diagram: ${value(line)}\nsteps: ${value(line)}\n`),
    slide('k', value(line), line, `![${line.replaceAll(']', '\\]')}](picture.png)`, `covers: [${value(line)}]\n`),
  ].join('')
}

interface Drawn {
  readonly name: string
  readonly deck: DeckData
  readonly questions: readonly Question[]
  readonly terms: readonly GlossaryTerm[]
  readonly problems: readonly Problem[]
}

/** Every file of a course with the text in every place. */
function courseWith({ name, text }: HostileText, number: number): Drawn {
  const line = onOneLine(text)
  const file = `${line}.en.md`
  const read = parseQuestions(questionsWith(text), { file, lang: 'en', scenes: catalogue })
  const ref = { course: 'docker', name: 'x', lang: 'en' } as const
  const { deck } = parseDeck(deckWith(text), { file, ref, scenes: catalogue, questions: read.questions })
  const both = `{ ko: ${value(text)}, en: ${value(text)} }`
  const glossary = parseGlossary(
    `terms:\n  - id: x-${number}\n    term: ${both}\n    definition: ${both}\n    slide: ${value(line)}\n  - id: ${value(line)}\n`,
    file,
  )
  const coverage = parseCoverage(`items:\n  ${value(line)}: ${both}\n  ${value(`${line} x`)}: 3\n`, file)
  const course = parseCourse(
    `title: ${both}\ndescription: ${both}\nlanguages: [${value(line)}]\ndecks: [${value(line)}]\n${value(line)}: x\npaths:\n  - id: x\n    title: ${both}\n    slides: [${value(line)}]\n`,
    file,
  )
  const problems = [deck, read, glossary, coverage, course].flatMap((one) => one.problems)
  return { name, deck, questions: read.questions, terms: glossary.terms, problems }
}

/** Every part of it that is drawn as HTML. */
const htmlOf = ({ deck, questions, terms }: Drawn): string[] => [
  ...deck.slides.flatMap(({ titleHtml, html, notes }) => [
    titleHtml,
    withImages(markTerms(html, terms), '/course/docker/'),
    ...notes.map((note) => note.html),
  ]),
  ...questions.flatMap(({ titleHtml, oneLineHtml, answerHtml, keyPoints, mistakes, sources }) => [
    ...[titleHtml, oneLineHtml, answerHtml, ...keyPoints.map(({ html }) => html), ...mistakes, ...sources],
  ]),
]

/** All slides of a batch as one deck, for windows that draw a deck. */
function together(courses: readonly Drawn[]): DeckData {
  const [first] = courses
  if (!first) throw new Error('an empty batch')
  const slides = courses.flatMap(({ deck }, at) =>
    deck.slides.map((slide) => ({
      ...slide,
      id: `${slide.id}-${at}`,
      ...(slide.question && { question: slide.question }),
    })),
  )
  return { ...first.deck, slides }
}

/** The rows of a file of fields with tabs between them, which may stand in quotes. */
const rowsOf = (text: string): string[][] =>
  text.split('\n').flatMap((line) => {
    const fields = [...line.matchAll(/(?:^|\t)(?:"((?:[^"]|"")*)"|([^\t]*))/g)]
    return line === '' ? [] : [fields.map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain)]
  })

const nothing = { ran: 0, asked: [], went: [] }

beforeAll(fontsReady)
beforeEach(async () => {
  talk.install()
  library.reset()
  await look.start()
})

describe.each(batches.map((texts) => [texts[0]?.name ?? '', texts] as const))('from “%s” on', (_, texts) => {
  const courses = texts.map(courseWith)

  test('the HTML of a course holds nothing but words, however often it is read', () => {
    for (const course of courses) {
      for (const html of htmlOf(course)) expect(wrongWithHtml(html), course.name).toEqual([])
    }
  })

  test('slides, pages and the glossary behind them', async () => {
    const guard = onGuard()
    const deck = together(courses)
    const glossary = courses.flatMap(({ terms }) => terms)
    const job = { deck, glossary, options: { theme: 'light', steps: 'final', glossary: true } } as const
    const pages = deck.slides.map((slide) => ({ slide, step: slide.steps, asking: false, first: true, last: true }))
    const appendix = appendixOf(job)
    const { container, component } = await render(Print, { job, pages, appendix })
    ;(component as unknown as { show: (count: number) => void }).show(pages.length + appendix.length)
    expect(container.querySelectorAll('.slide').length).toBeGreaterThanOrEqual(pages.length)
    expect(container.querySelectorAll('[data-glossary-entry]').length).toBe(glossary.length)
    expect(wrongWithWindow(container)).toEqual([])
    expect(await guard.stop()).toEqual(nothing)
  })

  test('notes, questions and what is wrong with the files', async () => {
    const guard = onGuard()
    const shown = { step: 1, lang: 'en', course: 'docker', scale: 1, onlink: () => undefined } as const
    for (const { deck, questions, problems, name } of courses) {
      const [slide] = deck.slides
      const [question] = questions
      if (!slide || !question) throw new Error(`${name}: nothing to draw`)
      for (const depth of depths) {
        const followUps = [{ question, answered: null }] as never
        const { container } = await render(Notes, { ...shown, slide, depth, asked: [question], followUps })
        expect(wrongWithWindow(container), name).toEqual([])
      }
      const mock = {
        interview: { kind: 'practice', lang: 'en', now: { phase: 'checking' }, questions: {}, before: [] },
        current: { card: 'docker/q-x', question, marks: [], hints: 0, after: null, ms: 0, targetMs: 60_000 },
        ...{ place: { at: 1, all: 1 }, point: 0, busy: false },
      }
      const reviewed = await render(MockQuestionView, { mock: mock as never, onend: () => undefined })
      expect(wrongWithWindow(reviewed.container), name).toEqual([])
      expect(problems.length, name).toBeGreaterThan(3)
      const listed = await render(ProblemList, { problems })
      expect(listed.container.querySelectorAll('li').length, name).toBe(problems.length)
      expect(wrongWithWindow(listed.container), name).toEqual([])
      cleanup()
    }
    expect(await guard.stop()).toEqual(nothing)
  })

  test('the windows of a talk', async () => {
    const guard = onGuard()
    talk.install()
    for (const { deck, questions, terms, name } of courses.slice(0, rounds(3, batchSize))) {
      talk.present(deck, questions, { slide: 'a', step: 1 }, terms)
      const audience = await render(DeckWindow)
      const presenter = await render(Presenter)
      await expect.poll(() => audience.container.querySelector('section.present [data-slide=a]')).not.toBeNull()
      await expect.poll(() => presenter.container.querySelector('.notes')).not.toBeNull()
      expect([...wrongWithWindow(audience.container), ...wrongWithWindow(presenter.container)], name).toEqual([])
      cleanup()
    }
    expect(await guard.stop()).toEqual(nothing)
  })

  test('the library: courses, decks, paths, folders, files and terms', async () => {
    const guard = onGuard()
    const lines = texts.map(({ text }) => onOneLine(text))
    const title = { ko: lines[0] ?? '', en: lines[0] ?? '' }
    const decks = lines.map((line, at) => deckOf(`deck-${at}`, line))
    const paths = lines.map((line, at) => deckOf(`path:${at}`, line))
    const course = courseOf({ title, description: title, folder: `/home/${title.ko}`, decks, paths, terms: 1 })
    const others = lines.map((line, at) =>
      courseOf({ id: `c${at}`, title: { ko: line, en: line }, folder: line, decks: [] }),
    )
    const state = libraryOf({
      courses: [course, ...others],
      recent: lines.map((line) => `/home/${line}`),
      unfinished: { deck: decks[0]?.ref ?? deckOf('x', 'x').ref, place: { slide: 'a', step: 1 }, title: title.ko },
      keptAside: lines.map((file) => ({ file, aside: `${file}.damaged` })),
    })
    const { container } = await openLibrary(state)
    await expect.poll(() => container.querySelectorAll('[name=deck]').length).toBeGreaterThanOrEqual(lines.length)
    expect(container.textContent).toContain(title.ko)
    expect(wrongWithWindow(container)).toEqual([])

    const terms = courses.flatMap((one) => one.terms)
    library.when('glossary:read', () => terms)
    await render(GlossaryDialog, { library: { state, deckLang: 'en', dialog: null } as never, course })
    await expect.poll(() => document.querySelectorAll('dialog dt, dialog li').length).toBeGreaterThan(0)
    expect(wrongWithWindow(document.body)).toEqual([])
    expect(await guard.stop()).toEqual(nothing)
  })

  test('a file for Anki', () => {
    for (const { questions, name } of courses) {
      const topics = [name]
      const asked = questions.map((question) => ({ question, topics }))
      const written = ankiFile({ course: 'docker', deck: name, lang: 'en', questions: asked })
      const notes = rowsOf(written).filter(([first]) => first?.startsWith('#') === false)
      expect(notes.length, name).toBe(questions.length)
      for (const [, , front = '', back = '', ...tags] of notes) {
        expect(tags, name).toHaveLength(1)
        expect([...wrongWithHtml(front), ...wrongWithHtml(back)], name).toEqual([])
      }
    }
  })
})

test('there are hundreds of them, and without a parser of ours they do what they are here for', async () => {
  expect(hostileTexts.length).toBeGreaterThan(400)
  const guard = onGuard()
  const box = document.createElement('div')
  document.body.append(box)
  const known = /^(?:onerror of|(?:web|javascript) in (?:image|link)$)/
  for (const { text } of hostileTexts.filter(({ name }) => known.test(name))) {
    box.innerHTML = text
    for (const link of box.querySelectorAll('a')) link.dispatchEvent(new MouseEvent('click', { cancelable: true }))
  }
  box.remove()
  await expect.poll(() => guard.seen.ran).toBeGreaterThan(1)
  const { asked, went } = await guard.stop()
  expect(asked.length).toBeGreaterThan(0)
  expect(went.length).toBeGreaterThan(0)
})
