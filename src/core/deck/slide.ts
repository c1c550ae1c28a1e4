import type { Comment, Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString } from 'hast-util-to-string'
import type { Lang, Layout, Question, Slide, SlideScene } from '../../contract/deck.ts'
import { intoColumns, intoMythParts } from './body.ts'
import { bodyPlace } from './body-place.ts'
import { layoutOf, type Ids } from './identity.ts'
import { parseMarkdown, safeHtml } from './markdown.ts'
import { nearest } from './nearest.ts'
import { speakerNotes } from './notes.ts'
import { paintedHtml } from './painted-html.ts'
import { questionOf } from './question.ts'
import type { Report } from './report.ts'
import { revealed } from './reveal.ts'
import { sceneOf, type SceneCatalogue } from './scene-steps.ts'
import { questionOnlyKeys, slideSchema, type SlideBlock } from './schema.ts'
import { partsOf, questionParts, takeHeading } from './sections.ts'
import type { Site } from './site.ts'
import type { SourceSection } from './source.ts'
import { reportStrayBreaks } from './stray-breaks.ts'
import type { Targets } from './targets.ts'
import { checkBlock, readYaml, type YamlBlock } from './yaml-block.ts'

/** What a slide is read with. */
export interface SlideSetting {
  readonly lang: Lang
  readonly scenes: SceneCatalogue
  /** The questions of the course by id, or null where they are not known. */
  readonly questions: ReadonlyMap<string, Question> | null
  readonly ids: Ids
  readonly report: Report
  readonly targets: Targets
}

/** Reads one section as a slide; its problems go to the report, and the slide itself says which are errors later. */
export function readSlide(section: SourceSection, setting: SlideSetting): Omit<Slide, 'problems'> {
  const { lang, report, targets, scenes } = setting
  const start = { line: section.line, column: 1 }
  const block = readYaml(section.yaml, section.line + 1, start, report)
  if (section.close === '') report.add(start, 'unclosed-block')
  const keys = checkBlock(block, slideSchema, report)
  const id = setting.ids.take(block, report)
  const layout = layoutOf(block, report)
  const scene = sceneOf(keys, block, scenes, report)
  checkKeys(layout, keys, block, setting)
  const site: Site = { lang, at: bodyPlace(section), report, targets, scope: id }
  const root = parseMarkdown(section.body)
  reportStrayBreaks(root, section.body, site)
  const read = layout === 'question' ? readQuestionBody : readBody
  const body = read(root, section.body, { ...setting, id, layout, keys, block, scene, site })
  if (body.heading === null && body.question === null) report.add(block.at, 'title-missing')
  const title = body.heading === null ? (body.question?.text ?? id) : toString(body.heading).trim()
  return {
    id,
    line: section.line,
    layout,
    title,
    titleHtml: body.heading === null ? (body.question?.titleHtml ?? id) : toHtml(body.heading.children),
    html: body.html,
    steps: body.steps,
    scene,
    notes: [
      ...body.answer.map((html) => ({ step: null, html })),
      ...body.comments.flatMap((comment) => speakerNotes(comment, body.steps, site)),
    ],
    seconds: keys.seconds ?? null,
    covers: keys.covers ?? [],
    asks: keys.asks ?? [],
    question: body.question,
  }
}

function checkKeys(
  layout: Layout,
  keys: Partial<SlideBlock>,
  block: YamlBlock,
  { questions, report }: SlideSetting,
): void {
  if (layout === 'diagram' && !block.keys.includes('diagram') && !block.broken)
    report.add(block.at, 'missing-key', 'diagram')
  for (const key of questionOnlyKeys) {
    if (layout === 'question' || !block.keys.includes(key)) continue
    report.add(block.keyAt(key), 'misplaced-key', key, {
      ko: '`layout: question`에서만 쓰여요.',
      en: 'Only the layout `question` uses it.',
    })
  }
  if (questions === null) return
  for (const key of ['asks', 'followups'] as const) {
    for (const [index, id] of (keys[key] ?? []).entries()) {
      if (questions.has(id)) continue
      report.add(block.valueAt(key, [index]), 'unknown-question', id, nearest(id, questions.keys()))
    }
  }
}

interface Head extends SlideSetting {
  readonly id: string
  readonly layout: Layout
  readonly keys: Partial<SlideBlock>
  readonly block: YamlBlock
  readonly scene: SlideScene | null
  readonly site: Site
}

interface ReadBody {
  readonly heading: Element | null
  readonly html: string
  readonly steps: number
  readonly comments: readonly Comment[]
  readonly question: Question | null
  /** The answer that is spoken here, where the slide has one of its own. */
  readonly answer: readonly string[]
}

type ParsedBody = ReturnType<typeof parseMarkdown>
const stepsOf = (scene: SlideScene | null) => scene?.steps.length ?? 1

function readBody(root: ParsedBody, text: string, { keys, layout, scene, site, block }: Head): ReadBody {
  const safe = safeHtml(root, text, site)
  const { tree } = safe
  const heading = takeHeading(tree)
  const { steps, comments } = revealed(safe, { from: stepsOf(scene), byItem: keys.steps === 'list' }, site)
  if (layout === 'columns') intoColumns(tree)
  if (layout === 'myth') intoMythParts(tree, (name) => site.report.add(block.at, 'missing-section', name), site)
  return { heading, html: toHtml(tree).trim(), steps, comments, question: null, answer: [] }
}

function readQuestionBody(root: ParsedBody, text: string, head: Head): ReadBody {
  const { id, keys, block, scene, site, questions } = head
  const { tree, comments } = paintedHtml(root, text, site)
  const heading = takeHeading(tree)
  const { before, parts } = partsOf(tree, questionParts, site)
  const asked = keys.asks?.[0]
  const isOwn = parts.size > 0 || asked === undefined
  const question = isOwn
    ? questionOf({ id, block, keys, heading, parts, scene }, site)
    : (questions?.get(asked) ?? null)
  const points = question?.keyPoints ?? []
  const from = stepsOf(scene)
  const list = points.map(
    ({ html, core }, index) => `<li data-from="${from + index + 1}"${core ? ' data-core' : ''}>${html}</li>`,
  )
  const shown: Root = { type: 'root', children: before }
  return {
    heading,
    html: toHtml(shown).trim() + (list.length > 0 ? `<ul data-key-points>${list.join('')}</ul>` : ''),
    steps: from + points.length,
    comments,
    question,
    answer: isOwn && question !== null && question.answerHtml !== '' ? [question.answerHtml] : [],
  }
}
