import type { Lang, Layout, Problem, Question, Slide } from '../../contract/deck.ts'
import { languageNames } from '../words/language-names.ts'
import { bareSlide } from './bare-slide.ts'
import { bodyPlace } from './body-place.ts'
import { layoutOf, writtenId, type WrittenId } from './ids.ts'
import { nearest } from './nearest.ts'
import { withinDepth } from './nesting.ts'
import { createReport, muted, type Report } from './problem-report.ts'
import { plainBody } from './plain-body.ts'
import { playedScene, type SceneCatalogue } from './scene-steps.ts'
import { questionOnlyKeys, slideSchema, type SlideBlock } from './schema.ts'
import type { Site } from './site.ts'
import { readSlideBody, type SlideBody, type SlideHead } from './slide-body.ts'
import type { SourceSection } from './source.ts'
import type { Targets } from './targets.ts'
import { readWithin, type WithinBudget } from './within-budget.ts'
import { aboutBlock, checkBlock, readYamlWithin, type YamlBlock } from './yaml-block.ts'

/** What a slide is read with. */
export interface SlideSetting {
  readonly file: string
  readonly lang: Lang
  readonly scenes: SceneCatalogue
  /** The questions of the course by id, or null where they are not known. */
  readonly questions: ReadonlyMap<string, Question> | null
  readonly within: WithinBudget
  /** See `Site`. */
  readonly drawings?: ReadonlyMap<string, string> | undefined
}

/** A slide by itself: its lines count from its own first one, and other slides may have its id. */
export interface SlideReading {
  readonly written: WrittenId
  readonly slide: Omit<Slide, 'id' | 'line' | 'problems' | 'title' | 'titleHtml'>
  readonly heading: { readonly text: string; readonly html: string } | null
  readonly problems: readonly Problem[]
  readonly targets: Targets
}

const start = { line: 1, column: 1 } as const

/** Whether a problem leaves a slide without anything that stands below its block. */
const isUnreadable = ({ code }: Problem): boolean => code === 'too-nested' || code === 'too-slow'

/** Reads one section as a slide. */
export function readSlide(where: SourceSection, setting: SlideSetting): SlideReading {
  const { file, lang, scenes, questions, within, drawings } = setting
  const section = { ...where, line: start.line }
  const report = createReport(file)
  const targets: Targets = { links: [], images: [] }
  // Where a block ends that is not closed is a guess: what would be wrong with it and below it has the same cause.
  const isOpen = section.close === '' && section.isBare !== true
  if (isOpen) report.add(start, 'unclosed-block')
  const block = readYamlWithin(within, section.yaml, 2, start, isOpen ? muted(report) : report)
  const said = aboutBlock(block, report)
  const keys = checkBlock(block, slideSchema, said)
  const bare = section.isBare ? bareSlide(section.body) : null
  const written: WrittenId = bare === null ? writtenId(block) : { ...writtenId(block), ...bare.written }
  const layout = layoutOf(block, said)
  const scene = playedScene(keys, block, scenes, said)
  checkKeys(layout, keys, block, questions, said)
  const id = written.id ?? 'slide'
  const site: Site = { lang, at: bodyPlace(section), report, targets, scope: id, drawings }
  const head: SlideHead = { id, layout, keys, block, scene, questions, site }
  const unread = (): SlideBody => ({ ...plainBody(section.body), steps: 1, notes: [], question: null })
  const readBody = () => withinDepth(() => readSlideBody(section.body, head), unread, site)
  const part = { text: section.body, read: readBody, instead: unread }
  const { heading, ...body } = readWithin(within, part, start, report)
  const name = keys.title ?? bare?.title
  const called = name === undefined ? null : { text: name, html: '' }
  const isTitled = heading !== null || body.question !== null || called !== null
  if (!isTitled && !isOpen && !report.problems.some(isUnreadable)) report.add(start, 'title-missing')
  return {
    written,
    slide: {
      ...body,
      layout,
      scene,
      seconds: keys.seconds ?? null,
      covers: keys.covers ?? [],
      asks: keys.asks ?? [],
      facts: keys.facts ?? [],
    },
    heading: heading ?? (body.question && { text: body.question.text, html: body.question.titleHtml }) ?? called,
    problems: report.problems,
    targets,
  }
}

function checkKeys(
  layout: Layout,
  keys: Partial<SlideBlock>,
  block: YamlBlock,
  questions: SlideSetting['questions'],
  report: Report,
): void {
  if (layout === 'diagram' && !block.keys.includes('diagram')) report.add(block.at, 'missing-key', 'diagram')
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
      const question = questions.get(id)
      const at = block.valueAt(key, [index])
      if (question === undefined) report.add(at, 'unknown-question', id, nearest(id, questions.keys()))
      else if (question.lang !== undefined) report.add(at, 'untranslated-question', id, languageNames[question.lang])
    }
  }
}
