import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import rehypeRaw from 'rehype-raw'
import { unified } from 'unified'
import { eachNode } from './each-node.ts'
import { imagePath } from './targets.ts'

const parser = unified().use(rehypeRaw).freeze()

/** Marks the images of a slide's HTML that are not there (`data-missing="path"`), so that a frame stands in their place. */
export function framedImages(html: string, missing: ReadonlySet<string>): string {
  const tree = parser.runSync({ type: 'root', children: [{ type: 'raw', value: html }] })
  eachNode<Root | Element | Root['children'][number]>(tree, (node) => {
    if (node.type !== 'element' || node.tagName !== 'img') return true
    const { src } = node.properties
    const path = typeof src === 'string' ? imagePath(src) : null
    if (path === null || !missing.has(path)) return true
    delete node.properties['src']
    node.properties['dataMissing'] = path
    return true
  })
  return toHtml(tree)
}
