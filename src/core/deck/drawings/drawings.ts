/** Drawings in the text of a deck: an `<svg>` that is written there, and files of the folder whose groups have steps. */
import type { Comment, Element, Nodes, Properties, Root } from 'hast'
import rehypeRaw from 'rehype-raw'
import { unified } from 'unified'
import { eachNode } from '../each-node.ts'
import { nodeStart } from '../node-start.ts'
import type { Site } from '../site.ts'
import { imagePath } from '../targets.ts'
import { cleanDrawing } from './clean-drawing.ts'

/** No text holds this: Markdown and HTML both read NUL as another sign. */
const mark = '\0drawing:'

/** Takes the drawings out of a tree, each clean; comments keep their places while all else is sanitised. */
export function takeDrawings(tree: Root, { at, report }: Site): Element[] {
  const taken: Element[] = []
  eachNode<Nodes>(tree, (node, index, parent) => {
    if (node.type !== 'element' || node.tagName !== 'svg') return true
    const { svg, removed } = cleanDrawing(node, taken.length + 1)
    for (const what of removed) report.add(at(nodeStart(node)), 'html-removed', what)
    parent.children.splice(index, 1, { type: 'comment', value: mark + String(taken.length) } satisfies Comment)
    taken.push(svg)
    return false
  })
  return taken
}

/** Puts them back. */
export function putDrawings(tree: Root, taken: readonly Element[]): void {
  if (taken.length === 0) return
  eachNode<Nodes>(tree, (node, index, parent) => {
    if (node.type !== 'comment' || !node.value.startsWith(mark)) return true
    const svg = taken[Number(node.value.slice(mark.length))]
    if (svg) parent.children.splice(index, 1, svg)
    return false
  })
}

const parser = unified().use(rehypeRaw).freeze()

/** The drawing in a file; undefined where there is none. */
function svgOf(file: string): Element | undefined {
  let found: Element | undefined
  eachNode<Nodes>(parser.runSync({ type: 'root', children: [{ type: 'raw', value: file }] }), (node) => {
    if (found === undefined && node.type === 'element' && node.tagName === 'svg') found = node
    return found === undefined
  })
  return found
}

/** What an image says of itself, for the drawing in its place. */
function saidOf({ alt, title, width, height, dataFill, dataLook }: Properties): Properties {
  const isSized = width !== undefined || height !== undefined
  return {
    ...(typeof alt === 'string' && alt !== '' && { role: 'img', ariaLabel: alt }),
    ...(title !== undefined && { title }),
    ...(isSized && { width: width ?? undefined, height: height ?? undefined }),
    ...(dataFill !== undefined && { dataFill, preserveAspectRatio: 'xMidYMid slice' }),
    ...(dataLook !== undefined && { dataLook }),
  }
}

/**
 * Puts drawings in the places of images of files whose groups have steps: an image could neither show a part of itself nor
 * have our fonts.
 * @param first how many drawings the text has already
 */
export function drawFiles(tree: Root, first: number, { at, report, drawings }: Site): void {
  if (drawings === undefined || drawings.size === 0) return
  let number = first
  eachNode<Nodes>(tree, (node, index, parent) => {
    if (node.type !== 'element' || node.tagName !== 'img') return true
    const path = typeof node.properties['src'] === 'string' ? imagePath(node.properties['src']) : ''
    const file = drawings.get(path)
    const found = file === undefined ? undefined : svgOf(file)
    if (found === undefined) return true
    number += 1
    const { svg, removed } = cleanDrawing(found, number)
    for (const what of removed) report.add(at(nodeStart(node)), 'html-removed', `${path}: ${what}`)
    parent.children.splice(index, 1, { ...svg, properties: { ...svg.properties, ...saidOf(node.properties) } })
    return false
  })
}

/** Takes the steps of groups out of a drawing: `see` is told of each with its number. */
export function eachStepOf(svg: Element, see: (group: Element, step: number) => void): void {
  eachNode<Nodes>(svg, (node) => {
    if (node.type !== 'element') return false
    const step = node.properties['dataStep']
    delete node.properties['dataStep']
    if (typeof step === 'number' && step > 1) see(node, step)
    return true
  })
}
