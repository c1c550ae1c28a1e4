import type { Comment, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString } from 'hast-util-to-string'
import type { Layout, Question, SlideScene, SpeakerNote } from '../../contract/deck.ts'
import { unfoldDetails } from './details.ts'
import { endFrames, intoColumns, intoFrames, intoMythParts } from './layouts.ts'
import { parseMarkdown, safeHtml } from './markdown.ts'
import { speakerNotes } from './notes.ts'
import { paintedHtml } from './painted-html.ts'
import { buildQuestion } from './question.ts'
import { pageTables } from './paged-tables.ts'
import { revealed } from './revealed.ts'
import { roomsIn } from './room.ts'
import { intoRows } from './list-rows.ts'
import type { SlideBlock } from './schema.ts'
import { partsOf, questionParts, takeHeading } from './sections.ts'
import type { Site } from './site.ts'
import { reportStrayBreaks } from './stray-breaks.ts'
import type { YamlBlock } from './yaml-block.ts'

/** What the block of a slide says, as far as its body needs it. */
export interface SlideHead {
  readonly id: string
  readonly layout: Layout
  readonly keys: Partial<SlideBlock>
  readonly block: YamlBlock
  readonly scene: SlideScene | null
  readonly questions: ReadonlyMap<string, Question> | null
  readonly site: Site
}

export interface SlideBody {
  readonly heading: { readonly text: string; readonly html: string } | null
  readonly html: string
  readonly steps: number
  readonly screens?: readonly number[]
  readonly notes: readonly SpeakerNote[]
  readonly question: Question | null
}

/** Reads what stands below the block of a slide. */
export function readSlideBody(text: string, head: SlideHead): SlideBody {
  const { site, layout } = head
  const root = parseMarkdown(text, site)
  reportStrayBreaks(root, text, site)
  const { notes, comments, heading, ...body } =
    layout === 'question' ? readQuestion(root, text, head) : readContent(root, text, head)
  return {
    ...body,
    heading: heading && { text: toString(heading).trim(), html: toHtml(heading.children).trim() },
    notes: [...notes, ...comments.flatMap((comment) => speakerNotes(comment, body.steps, site))],
  }
}

interface Read extends Omit<SlideBody, 'heading'> {
  readonly heading: ReturnType<typeof takeHeading>
  readonly comments: readonly Comment[]
}
type Parsed = ReturnType<typeof parseMarkdown>

/** The scene comes first: the body begins where it has been played. */
const stepsOf = (scene: SlideScene | null): number => scene?.steps.length ?? 1

/** The layouts whose body has its place to itself. */
const roomy: readonly Layout[] = ['content', 'table', 'code', 'columns']

function readContent(root: Parsed, text: string, { keys, layout, scene, site, block }: SlideHead): Read {
  const safe = safeHtml(root, text, site)
  const { tree } = safe
  const heading = takeHeading(tree)
  unfoldDetails(tree)
  if (layout === 'frames') intoFrames(tree)
  const rooms = scene === null && roomy.includes(layout) ? roomsIn(tree, layout) : undefined
  if (rooms) pageTables(tree, rooms, site)
  const reveal = { from: stepsOf(scene), byItem: keys.steps === 'list', ...(rooms ? { rooms } : {}) }
  const { steps, comments, screens } = revealed(safe, reveal, site)
  if (layout === 'content') intoRows(tree)
  if (layout === 'columns') intoColumns(tree)
  if (layout === 'frames') endFrames(tree)
  if (layout === 'myth') intoMythParts(tree, (name) => site.report.add(block.at, 'missing-section', name), site)
  const body = { heading, html: toHtml(tree).trim(), steps, comments, question: null, notes: [] }
  return screens.length === 0 ? body : { ...body, screens }
}

/** A question of the course, or one that the slide writes out itself: then its answer is among the notes. */
function readQuestion(root: Parsed, text: string, head: SlideHead): Read {
  const { id, keys, block, scene, site, questions } = head
  const { tree, comments } = paintedHtml(root, text, site)
  const heading = takeHeading(tree)
  const { before, parts } = partsOf(tree, questionParts, site)
  const asked = keys.asks?.[0]
  const isOwn = parts.size > 0 || asked === undefined
  const question = isOwn
    ? buildQuestion({ id, block, keys, heading, parts, scene }, site)
    : (questions?.get(asked) ?? null)
  const points = question?.keyPoints ?? []
  const from = stepsOf(scene)
  const list = points.map(
    ({ html, core }, index) => `<li data-from="${from + index + 1}"${core ? ' data-core' : ''}><div>${html}</div></li>`,
  )
  const shown = toHtml({ type: 'root', children: before } satisfies Root).trim()
  const oneLine = points.length === 0 || keys.answer === false ? '' : (question?.oneLineHtml ?? '')
  const steps = from + points.length + (oneLine === '' ? 0 : 1)
  const answer = isOwn ? (question?.answerHtml ?? '') : ''
  return {
    heading,
    // A hint may hold the answer: nobody sees it before the first point.
    html:
      (shown === '' || list.length === 0 ? shown : `<div data-hint data-from="${from + 1}">${shown}</div>`) +
      (list.length === 0 ? '' : `<ul data-key-points>${list.join('')}</ul>`) +
      (oneLine === '' ? '' : `<div data-answer data-from="${steps}">${oneLine}</div>`),
    steps,
    comments,
    question,
    notes: answer === '' ? [] : [{ step: null, html: answer }],
  }
}
