import type { Lang, Layout, Question, Slide } from '../../contract/deck.ts'
import { bodyPlace } from './body-place.ts'
import { layoutOf, type Ids } from './identity.ts'
import { nearest } from './nearest.ts'
import { withinDepth } from './nesting.ts'
import type { Report } from './report.ts'
import { sceneOf, type SceneCatalogue } from './scene-steps.ts'
import { questionOnlyKeys, slideSchema, type SlideBlock } from './schema.ts'
import type { Site } from './site.ts'
import { readSlideBody, type SlideBody, type SlideHead } from './slide-body.ts'
import type { SourceSection } from './source.ts'
import type { Targets } from './targets.ts'
import { aboutBlock, checkBlock, readYaml, type YamlBlock } from './yaml-block.ts'

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
  const said = aboutBlock(block, report)
  const keys = checkBlock(block, slideSchema, said)
  const id = setting.ids.take(block, said)
  const layout = layoutOf(block, said)
  const scene = sceneOf(keys, block, scenes, said)
  checkKeys(layout, keys, block, { ...setting, report: said })
  const site: Site = { lang, at: bodyPlace(section), report, targets, scope: id }
  const head: SlideHead = { id, layout, keys, block, scene, questions: setting.questions, site }
  const unread: SlideBody = { heading: null, html: '', steps: 1, notes: [], question: null }
  const body = withinDepth(() => readSlideBody(section.body, head), unread, site)
  const { heading, question } = body
  if (heading === null && question === null && body !== unread) report.add(block.at, 'title-missing')
  return {
    id,
    line: section.line,
    layout,
    title: heading?.text ?? question?.text ?? id,
    titleHtml: heading?.html ?? question?.titleHtml ?? id,
    html: body.html,
    steps: body.steps,
    scene,
    notes: body.notes,
    seconds: keys.seconds ?? null,
    covers: keys.covers ?? [],
    asks: keys.asks ?? [],
    question,
  }
}

function checkKeys(
  layout: Layout,
  keys: Partial<SlideBlock>,
  block: YamlBlock,
  { questions, report }: SlideSetting,
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
      if (questions.has(id)) continue
      report.add(block.valueAt(key, [index]), 'unknown-question', id, nearest(id, questions.keys()))
    }
  }
}
