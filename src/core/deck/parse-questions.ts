import type { Lang, Problem, Question } from '../../contract/deck.ts'
import { bodyPlace } from './body-place.ts'
import { partsOfFile, readHeader } from './header.ts'
import { createIds, writtenId, type Ids } from './ids.ts'
import type { Point } from './lines.ts'
import { nearest } from './nearest.ts'
import { withinDepth } from './nesting.ts'
import { parseMarkdown } from './markdown.ts'
import { paintedHtml } from './painted-html.ts'
import { buildQuestion } from './question.ts'
import { unlinkedQuestion } from './relink.ts'
import { createReport, muted, problemsInOrder, type Report } from './problem-report.ts'
import { playedScene, type SceneCatalogue } from './scene-steps.ts'
import { questionSchema } from './schema.ts'
import { partsOf, questionParts, takeHeading } from './sections.ts'
import type { Site } from './site.ts'
import { splitSource, type DeckSource, type SourceSection } from './source.ts'
import { reportStrayBreaks } from './stray-breaks.ts'
import type { Target, Targets } from './targets.ts'
import { readWithin, unbounded, type WithinBudget } from './within-budget.ts'
import { aboutBlock, checkBlock, readYamlWithin } from './yaml-block.ts'

export interface QuestionsSetting {
  /** What problems call the file. */
  readonly file: string
  readonly lang: Lang
  readonly scenes: SceneCatalogue
  /** How much time each part of the file gets. */
  readonly within?: WithinBudget
}

export interface ParsedQuestions {
  readonly questions: readonly Question[]
  readonly problems: readonly Problem[]
  readonly source: DeckSource
  readonly images: readonly Target[]
  /** The follow-ups that the file does not have, as its problems tell them: another file of the course may. */
  readonly elsewhere: readonly (Point & { readonly id: string })[]
}

/** Reads a file of questions; a block with `title` and `lang` at its top may be there. Never throws. */
export function parseQuestions(
  text: string,
  { file, lang, scenes, within = unbounded }: QuestionsSetting,
): ParsedQuestions {
  const source = splitSource(text)
  const report = createReport(file)
  const parts = partsOfFile(source, within)
  readHeader(parts, source, lang, report, within)
  const ids = createIds('question', false)
  const targets: Targets = { links: [], images: [] }
  const read = parts.rest.map((section) => readQuestion(section, { lang, scenes, ids, report, targets, within }))
  const known = new Set(read.map(({ question }) => question.id))
  const elsewhere: (Point & { readonly id: string })[] = []
  for (const { question, block } of read) {
    for (const [index, id] of question.followups.entries()) {
      if (known.has(id)) continue
      const at = block.valueAt('followups', [index])
      report.add(at, 'unknown-question', id, nearest(id, known))
      elsewhere.push({ ...at, id })
    }
  }
  for (const { to, at } of targets.links) report.add(at, 'bad-link', `#${to}`, null)
  for (const { kind, closing, line, column } of source.unclosed) {
    report.add({ line, column }, kind === 'fence' ? 'unclosed-fence' : 'unclosed-comment', closing)
  }
  // Of an id that stands twice the later one asks nothing: a card of its own would lose its history once that is mended.
  const questions = read.filter(({ isDouble }) => !isDouble).map(({ question }) => question)
  return {
    questions: targets.links.length > 0 ? questions.map(unlinkedQuestion) : questions,
    problems: problemsInOrder(report.problems),
    source,
    images: targets.images,
    elsewhere,
  }
}

interface Setting {
  readonly lang: Lang
  readonly scenes: SceneCatalogue
  readonly ids: Ids
  readonly report: Report
  readonly targets: Targets
  readonly within: WithinBudget
}

function readQuestion(section: SourceSection, { lang, scenes, ids, report, targets, within }: Setting) {
  const start = { line: section.line, column: 1 }
  const isOpen = section.close === ''
  if (isOpen) report.add(start, 'unclosed-block')
  const block = readYamlWithin(within, section.yaml, section.line + 1, start, isOpen ? muted(report) : report)
  const said = aboutBlock(block, report)
  const keys = checkBlock(block, questionSchema, said)
  const written = writtenId(block)
  const isDouble = written.id !== null && ids.has(written.id)
  const id = ids.take(written, 1, said)
  if (block.keys.includes('layout') && block.get('layout') !== 'question') {
    said.add(block.valueAt('layout'), 'unknown-layout', String(block.get('layout')), 'question')
  }
  const scene = playedScene({ diagram: keys.diagram, at: keys.at }, block, scenes, said)
  const site = { lang, at: bodyPlace(section), report, targets, scope: id }
  const unread: ReturnType<typeof readBody> = { heading: null, parts: new Map() }
  const readParts = () =>
    withinDepth(
      () => readBody(section.body, site),
      () => unread,
      site,
    )
  const part = { text: section.body, read: readParts, instead: () => unread }
  const { heading, parts } = readWithin(within, part, start, report)
  // Of what could not be read nothing is missing.
  const isRead = parts !== unread.parts
  if (heading === null && isRead && !isOpen) report.add(start, 'title-missing')
  const about = isRead ? site : { ...site, report: muted(report) }
  const question = buildQuestion({ id, block, keys, scene, heading, parts }, about)
  return { question, block, isDouble }
}

function readBody(text: string, site: Site) {
  const root = parseMarkdown(text, site)
  reportStrayBreaks(root, text, site)
  const { tree } = paintedHtml(root, text, site)
  const heading = takeHeading(tree)
  return { heading, parts: partsOf(tree, questionParts, site).parts }
}
