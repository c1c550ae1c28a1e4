import type { Element, ElementContent, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString } from 'hast-util-to-string'
import type { KeyPoint, Question, SlideScene } from '../../contract/deck.ts'
import type { Site } from './site.ts'
import type { QuestionBlock } from './schema.ts'
import { questionParts, type Part } from './sections.ts'
import type { YamlBlock } from './yaml-block.ts'

type PartName = keyof typeof questionParts

export interface QuestionSource {
  readonly id: string
  readonly block: YamlBlock
  readonly keys: Partial<Pick<QuestionBlock, 'level' | 'core' | 'followups'>>
  readonly scene: SlideScene | null
  readonly heading: Element | null
  readonly parts: ReadonlyMap<PartName, Part>
}

/** Builds a question from its block and the parts of its body; what is missing or does not fit is reported. */
export function buildQuestion({ id, block, keys, heading, parts, scene }: QuestionSource, site: Site): Question {
  const { report, lang } = site
  const html = (name: PartName) => toHtml(parts.get(name)?.nodes ?? []).trim()
  const points = items(parts.get('keyPoints'))
  const answerHtml = html('answer')
  if (answerHtml === '') report.add(block.at, 'missing-section', questionParts.answer[lang])
  if (points.length === 0) report.add(block.at, 'missing-section', questionParts.keyPoints[lang])
  const core = keys.core ?? []
  for (const [index, number] of core.entries()) {
    if (points.length > 0 && number > points.length) {
      report.add(block.valueAt('core', [index]), 'core-out-of-range', number, points.length)
    }
  }
  const [step] = scene?.steps ?? []
  return {
    id,
    line: block.at.line,
    text: heading === null ? id : toString(heading).trim(),
    titleHtml: heading === null ? id : toHtml(heading.children),
    level: keys.level ?? null,
    oneLineHtml: html('oneLine'),
    answerHtml,
    keyPoints: points.map((point, index): KeyPoint => ({
      html: toHtml(point),
      text: point.map(toString).join('').trim(),
      core: core.includes(index + 1),
    })),
    mistakes: items(parts.get('mistakes')).map((item) => toHtml(item)),
    sources: items(parts.get('sources')).map((item) => toHtml(item)),
    followups: keys.followups ?? [],
    picture: scene !== null && step !== undefined ? { scene: scene.id, step } : null,
  }
}

/** What the items of the lists of a part contain, without the paragraph around a single one. */
function items(part: Part | undefined): ElementContent[][] {
  return (part?.nodes ?? []).filter(isList).flatMap((list) =>
    list.children.filter(isElement).map(({ children }) => {
      const said = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
      const only = said.length === 1 ? said[0] : undefined
      const inner = only?.type === 'element' && only.tagName === 'p' ? only.children : children
      return trimmed(inner)
    }),
  )
}

const isElement = (node: RootContent | ElementContent): node is Element => node.type === 'element'
const isList = (node: RootContent): node is Element =>
  isElement(node) && (node.tagName === 'ul' || node.tagName === 'ol')

function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.filter((node, index) => {
    const isEdge = index === 0 || index === nodes.length - 1
    return !(isEdge && node.type === 'text' && node.value.trim() === '')
  })
}
