/** How much room things take on a slide, by their text: near enough to know beforehand what one screen cannot hold. */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { toString } from 'hast-util-to-string'
import type { Layout } from '../../contract/deck.ts'

/** The place of a body, in pixels. */
export const bodyRoom = { width: 1168, height: 508 } as const
/** What stands between columns. */
const columnGap = 56
/** The smallest type of tables and code. */
export const smallestType = 18
/** A row of a table in that type: a line, and what is above and below it. */
export const tableRow = { line: 23.4, around: 7 } as const
/** A line of code in that type, and what is around a block of it. */
export const codeRow = { line: 22, around: 20 } as const
/** Of the usual text at its smallest. */
const textLine = 34
const textSize = 24
const betweenBlocks = 14
const pictureHeight = 200

const wide =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\p{Extended_Pictographic}]/u

/** The width of a text in its own size. */
export function emsOf(text: string): number {
  let sum = 0
  for (const character of text) sum += wide.test(character) ? 0.9 : character === ' ' ? 0.27 : 0.56
  return sum
}

/** How many cells of a fixed-width face a line of code takes. */
export function cellsOf(line: string): number {
  let cells = 0
  for (const character of line) cells += character === '\t' ? 4 - (cells % 4) : wide.test(character) ? 2 : 1
  return cells
}

/** How many cells of the smallest code fit beside each other. */
export const cellsIn = (width: number): number => Math.floor((width - 72) / (smallestType * 0.602))

/** How many lines a text takes at a width that is given in its own size. */
export const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(emsOf(line.trim()) / width)), 0)

/** Cuts a row of heights into as few stretches as have room, each about as high as the others. */
export function stretches(heights: readonly number[], room: number): [from: number, to: number][] {
  const within = (most: number): [number, number][] => {
    const found: [number, number][] = []
    let [from, sum] = [0, 0]
    for (const [at, height] of heights.entries()) {
      if (at > from && sum + height > most) {
        found.push([from, at])
        ;[from, sum] = [at, 0]
      }
      sum += height
    }
    return [...found, [from, heights.length]]
  }
  const fewest = within(room).length
  const all = heights.reduce((sum, height) => sum + height, 0)
  const step = Math.max(1, all / fewest / 16)
  for (let most = all / fewest; most < room; most += step) {
    const found = within(most)
    if (found.length <= fewest) return found
  }
  return within(room)
}

const isElement = (node: RootContent | ElementContent): node is Element => node.type === 'element'

/** About how high a block is at its smallest, what follows it included. */
function heightOf(node: Element, width: number): number {
  const inside = node.children.filter(isElement)
  switch (node.tagName) {
    case 'hr':
      return betweenBlocks
    case 'img':
      return pictureHeight
    case 'pre':
      return toString(node).split('\n').length * codeRow.line + codeRow.around + betweenBlocks
    case 'table':
      return tableLines(node) * (tableRow.line + tableRow.around) + betweenBlocks
    case 'ul':
    case 'ol':
    case 'div':
    case 'blockquote':
      return inside.reduce((sum, child) => sum + heightOf(child, width), 0)
    default: {
      if (inside.some(({ tagName }) => tagName === 'img')) return pictureHeight
      return linesIn(toString(node), width / textSize) * textLine + betweenBlocks
    }
  }
}

const tableLines = (table: Element): number =>
  table.children.filter(isElement).reduce((sum, part) => sum + part.children.filter(isElement).length, 0)

/** The place that a block has to itself, where all others are at their smallest. */
export interface Room {
  readonly width: number
  readonly height: number
}

/** At least so much of the height is given to a block whatever stands beside it. */
const leastHeight = 170

/** The blocks of a body that may need more than one screen, with the room of each. */
export function roomsIn(tree: Root, layout: Layout): Map<Element, Room> {
  const columns: Element[][] = [[]]
  for (const node of tree.children) {
    if (!isElement(node)) continue
    if (layout === 'columns' && node.tagName === 'hr') columns.push([])
    else columns.at(-1)?.push(node)
  }
  const width = (bodyRoom.width - columnGap * (columns.length - 1)) / columns.length
  const rooms = new Map<Element, Room>()
  for (const column of columns) {
    const large = column.filter(({ tagName }) => tagName === 'table' || tagName === 'pre')
    const others = column.filter((node) => !large.includes(node))
    const taken = others.reduce((sum, node) => sum + heightOf(node, width), 0)
    const free = bodyRoom.height - taken
    const needs = large.map((node) => heightOf(node, width))
    const all = needs.reduce((sum, need) => sum + need, 0)
    for (const [at, node] of large.entries()) {
      const need = needs[at] ?? 0
      const height = all <= free ? free - (all - need) : (free * need) / all
      rooms.set(node, { width, height: Math.max(leastHeight, height) })
    }
  }
  return rooms
}
