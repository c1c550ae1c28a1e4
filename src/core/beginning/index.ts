/** New courses, decks and questions as the text of their files. */
import { langs, type Lang, type Text } from '../../contract/deck.ts'
import type { TemplateName } from '../../contract/beginning.ts'
import { slug } from '../deck/dialects/slide-ids.ts'
import type { DeckBlock } from '../deck/schema.ts'
import { sourceText } from '../deck/source.ts'
import { writeDeck, type WrittenSection } from '../deck/write-deck.ts'
import { t } from '../words/t.ts'
import { courseYaml } from './course-yaml.ts'
import type { QuestionDraft, SlideDraft, Template } from './template.ts'
import { codeWalk } from './templates/code-walk.ts'
import { compare } from './templates/compare.ts'
import { myth } from './templates/myth.ts'
import { qa } from './templates/qa.ts'
import { stages } from './templates/stages.ts'
import { summary } from './templates/summary.ts'

const templates: Readonly<Record<TemplateName, Template>> = {
  qa,
  compare,
  myth,
  code: codeWalk,
  steps: stages,
  summary,
}

/** A file of what is begun, by its path in the folder of the course. */
export interface BegunFile {
  readonly name: string
  readonly text: string
  readonly slides: number
  readonly questions: number
}

export interface Beginning {
  readonly title: string
  readonly template: TemplateName
  readonly languages: readonly Lang[]
}

/** The files of a new course: course.yaml, one deck, its questions, and the pictures that it shows. */
export function newCourseFiles({ title, template, languages }: Beginning): readonly BegunFile[] {
  const { questions } = templates[template]
  const deck = deckNameOf(title, [])
  return [
    { name: 'course.yaml', text: courseYaml(title, languages, deck), slides: 0, questions: 0 },
    ...inOrder(languages).flatMap((lang) => [
      deckFile(deck, title, template, lang, false),
      {
        name: `questions.${lang}.md`,
        text: written({ title, lang }, questions.map(questionSection(lang))),
        slides: 0,
        questions: questions.length,
      },
    ]),
    ...picturesOf(template),
  ]
}

/**
 * The files of a new deck in a course that is there. Its questions stand in the deck itself, so that nothing is written
 * into a file of somebody's.
 * @param names of the decks that the course has
 */
export function newDeckFiles(
  { title, template, languages }: Beginning,
  names: readonly string[],
): readonly BegunFile[] {
  const deck = deckNameOf(title, names)
  return [...inOrder(languages).map((lang) => deckFile(deck, title, template, lang, true)), ...picturesOf(template)]
}

/**
 * A new question as the text that is put at the end of a file of questions.
 * @param ids of the questions that the course has
 */
export function newQuestion(title: string, lang: Lang, ids: ReadonlySet<string>): { id: string; text: string } {
  const made = `q-${slug(title).slice(0, 50).replace(/-+$/, '') || 'new'}`
  let id = made
  for (let number = 2; ids.has(id); number += 1) id = `${made}-${number}`
  const body = answerToWrite[lang].trim()
  const keys = { id, layout: 'question' as const, core: [1] }
  return { id, text: written(null, [{ keys, body: `## ${inHeading(title)}\n\n${body}` }]) }
}

const answerToWrite = t(
  `
### 한 줄

답을 한 문장으로 쓰세요.

### 답변

소리 내어 말하듯 쓰세요. 결론부터 말하고 까닭을 붙입니다.

### 핵심

- 빠지면 안 되는 것부터 쓰세요
- 셋에서 여섯 개면 충분합니다
`,
  `
### In one line

Write the answer in one sentence.

### Answer

Write it as you would say it: the answer first, then why.

### Key points

- Begin with what must not be missing
- Three to six are enough
`,
)

/** The name of a new deck's files without language and ending, numbered as those that are there. */
function deckNameOf(title: string, names: readonly string[]): string {
  const numbers = names.flatMap((name) => /^(\d{1,3})-/.exec(name)?.[1] ?? [])
  const isNumbered = names.length === 0 || numbers.length > 0
  const width = Math.max(2, ...numbers.map(({ length }) => length))
  const number = String(Math.max(0, ...numbers.map(Number)) + 1).padStart(width, '0')
  const own = slug(title) || 'deck'
  const name = isNumbered ? `${number}-${own}` : own
  const taken = new Set(names)
  let free = name
  for (let more = 2; taken.has(free) || free === 'questions'; more += 1) free = `${name}-${more}`
  return free
}

const inOrder = (languages: readonly Lang[]): readonly Lang[] => langs.filter((lang) => languages.includes(lang))

const picturesOf = (template: TemplateName): readonly BegunFile[] =>
  (templates[template].pictures ?? []).map((picture) => ({ ...picture, slides: 0, questions: 0 }))

function deckFile(name: string, title: string, template: TemplateName, lang: Lang, hasQuestions: boolean): BegunFile {
  const { slides, questions } = templates[template]
  const asked = new Map(questions.map((question) => [question.keys.id, question]))
  const sections = slides.map((slide) => slideSection(slide, lang, hasQuestions ? asked : null))
  return { name: `${name}.${lang}.md`, text: written({ title, lang }, sections), slides: slides.length, questions: 0 }
}

/** @param asked the questions that are to stand in the deck, or null where the course has them */
function slideSection(
  { keys, body, notes }: SlideDraft,
  lang: Lang,
  asked: ReadonlyMap<string, QuestionDraft> | null,
): WrittenSection {
  const spoken = notes[lang].trim()
  const { asks, ...others } = keys
  const question = asked?.get(asks?.[0] ?? '')
  if (question === undefined) return { keys, body: textOf(body, lang), notes: spoken }
  const { level, core } = question.keys
  return {
    keys: { ...others, ...(level ? { level } : {}), ...(core ? { core } : {}) },
    body: textOf(question.body, lang),
    notes: spoken,
  }
}

const written = (header: DeckBlock | null, sections: readonly WrittenSection[]): string =>
  sourceText(writeDeck(header, sections))

const textOf = (body: Text, lang: Lang): string => body[lang].trim()

const questionSection =
  (lang: Lang) =>
  ({ keys, body }: QuestionDraft): WrittenSection => ({ keys, body: textOf(body, lang) })

/** A title as Markdown that says just that. */
function inHeading(title: string): string {
  return title.replace(/[\\`*_[\]<>~$&=#:|^]/g, '\\$&')
}
