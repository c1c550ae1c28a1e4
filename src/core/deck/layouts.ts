/** What the layouts need of a body beside its steps: columns, the parts of a myth, the key points of a question. */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { isStepMarker } from './markdown.ts'
import type { Site } from './site.ts'
import { mythParts, partsOf } from './sections.ts'

const div = (properties: Element['properties'], children: readonly RootContent[]): Element => ({
  type: 'element',
  tagName: 'div',
  properties,
  children: children as ElementContent[],
})

/** Puts what stands between the `***` of a body into columns. */
export function intoColumns(tree: Root): void {
  const columns: RootContent[][] = [[]]
  for (const node of tree.children) {
    if (node.type === 'element' && node.tagName === 'hr') columns.push([])
    else columns.at(-1)?.push(node)
  }
  tree.children = columns.map((nodes) => div({ dataColumn: '' }, nodes))
}

const isStep = (node: RootContent): boolean => node.type === 'comment' && isStepMarker(node.value)
const isBlank = (node: RootContent): boolean => node.type === 'text' && node.value.trim() === ''

/** Images that stand alone in one paragraph, each in one of its own; that for the dark goes with the one before it. */
function imagesApart(node: RootContent): RootContent[] {
  if (node.type !== 'element' || node.tagName !== 'p') return [node]
  const images: Element[][] = []
  for (const child of node.children) {
    if (child.type === 'text' && child.value.trim() === '') continue
    if (child.type !== 'element' || !['img', 'svg'].includes(child.tagName)) return [node]
    if (child.properties['dataLook'] === 'dark') images.at(-1)?.push(child)
    else images.push([child])
  }
  return images.map((children): Element => ({ ...node, children }))
}

/**
 * Puts what replaces each other into frames: what stands between the `***` of a body, or without them each of its blocks and
 * images. Between them stand marks of steps.
 */
export function intoFrames(tree: Root): void {
  const isRule = (node: RootContent): boolean => node.type === 'element' && node.tagName === 'hr'
  const frames: RootContent[][] = [[]]
  if (tree.children.some(isRule)) {
    for (const node of tree.children) {
      if (isRule(node)) frames.push([])
      else frames.at(-1)?.push(node)
    }
  } else {
    for (const node of tree.children.flatMap(imagesApart)) {
      if (isStep(node) || isBlank(node)) continue
      if (node.type === 'comment') frames.at(-1)?.push(node)
      else frames.push([node])
    }
  }
  const filled = frames.filter((nodes) => nodes.some((node) => node.type !== 'comment' && !isBlank(node)))
  const left = frames.filter((nodes) => !filled.includes(nodes)).flat()
  const marks = filled.flatMap((nodes, index): RootContent[] => [
    ...(index === 0 ? [] : [{ type: 'comment', value: 'step' } as const]),
    div({ dataTurn: '' }, nodes),
  ])
  tree.children = [...left, ...marks]
}

/** Says of each frame up to which step it is shown: then the next one stands in its place. */
export function endFrames(tree: Root): void {
  const frames = tree.children.filter(
    (node): node is Element => node.type === 'element' && node.properties['dataTurn'] !== undefined,
  )
  for (const [index, frame] of frames.entries()) {
    const next = frames[index + 1]?.properties['dataFrom']
    if (next !== undefined) frame.properties['dataUntil'] = Number(next) - 1
  }
}

/** Puts the parts of a myth, each with its heading, into elements of their own. */
export function intoMythParts(tree: Root, isMissing: (heading: string) => void, site: Site): void {
  const { before, parts } = partsOf(tree, mythParts, site)
  for (const name of ['myth', 'truth'] as const) if (!parts.has(name)) isMissing(mythParts[name][site.lang])
  tree.children = [
    ...before,
    ...[...parts].map(([name, { heading, nodes }]) => div({ dataPart: name }, [heading, ...nodes])),
  ]
}
