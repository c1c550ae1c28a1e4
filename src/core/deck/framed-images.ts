import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import rehypeRaw from 'rehype-raw'
import { unified } from 'unified'
import type { Question, Slide } from '../../contract/deck.ts'
import { eachNode } from './each-node.ts'
import { questionWith, slideWith } from './every-html.ts'
import { imagePath } from './targets.ts'

const parser = unified().use(rehypeRaw).freeze()

/**
 * Marks the images of a text that cannot be shown (`data-missing`), so that a frame with what they show stands in their
 * place. Where they were looked for is left out: it is nothing for an audience.
 */
function framed(html: string, missing: ReadonlySet<string>): string {
  if (!/<(?:img|video|audio)/.test(html)) return html
  const tree = parser.runSync({ type: 'root', children: [{ type: 'raw', value: html }] })
  eachNode<Root | Element | Root['children'][number]>(tree, (node) => {
    if (node.type !== 'element' || !['img', 'video', 'audio'].includes(node.tagName)) return true
    const { src, poster } = node.properties
    if (typeof poster === 'string' && missing.has(imagePath(poster))) delete node.properties['poster']
    const path = typeof src === 'string' ? imagePath(src) : null
    if (path === null || !missing.has(path)) return true
    delete node.properties['src']
    node.properties['dataMissing'] = ''
    return true
  })
  return toHtml(tree)
}

/** A slide with frames in the place of images that cannot be shown, wherever it has them. */
export const framedSlide = (slide: Slide, missing: ReadonlySet<string>): Slide =>
  slideWith(slide, (html) => framed(html, missing))

/** A question with frames in the place of images that cannot be shown. */
export const framedQuestion = (question: Question, missing: ReadonlySet<string>): Question =>
  questionWith(question, (html) => framed(html, missing))
