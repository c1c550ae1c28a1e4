/** Tables that one screen cannot hold, divided over steps of their slide. */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { toString } from 'hast-util-to-string'
import { nodeStart } from './node-start.ts'
import { linesIn, smallestType, stretches, tableRow, emsOf, type Room } from './room.ts'
import type { Site } from './site.ts'

const isElement = (node: RootContent | ElementContent): node is Element => node.type === 'element'
const childrenOf = (node: Element): Element[] => node.children.filter(isElement)
const element = (tagName: string, children: Element[], properties: Element['properties'] = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

/** Between cells, and the least and most that a column wants, in the size of the text. */
const gap = 1.2
const narrowest = 3
const wanted = 6
const widest = 14
/** Of the first column where others stand in turn beside it. */
const mostOfFirst = 0.3

interface Grid {
  readonly head: readonly Element[]
  readonly rows: readonly Element[]
}

/** The rows of a table, or null where its cells reach over others. */
function gridOf(table: Element): Grid | null {
  const parts = childrenOf(table)
  const rowsOf = (names: readonly string[]): Element[] =>
    parts.filter(({ tagName }) => names.includes(tagName)).flatMap(childrenOf)
  const grid = { head: rowsOf(['thead']), rows: rowsOf(['tbody', 'tfoot']) }
  const cells = [...grid.head, ...grid.rows].flatMap(childrenOf)
  const reaches = cells.some(
    ({ properties }) => properties['colSpan'] !== undefined || properties['rowSpan'] !== undefined,
  )
  return reaches ? null : grid
}

interface Column {
  /** Of its longest word, and of all in one line. */
  readonly least: number
  readonly most: number
}

function columnsOf({ head, rows }: Grid): Column[] {
  const columns: Column[] = []
  for (const row of [...head, ...rows]) {
    for (const [at, cell] of childrenOf(row).entries()) {
      const text = toString(cell)
      const before = columns[at] ?? { least: narrowest, most: narrowest }
      const word = Math.max(0, ...text.split(/\s+/).map(emsOf))
      columns[at] = {
        least: Math.max(before.least, Math.min(widest, word)),
        most: Math.max(before.most, emsOf(text)),
      }
    }
  }
  return columns
}

/** The columns that stand beside each other, by their places; the first one stands beside all others. */
function columnGroups(columns: readonly Column[], room: number): number[][] {
  const want = ({ least, most }: Column): number => Math.max(least, Math.min(most, wanted)) + gap
  const [first] = columns
  const all = columns.map((_, at) => at)
  if (first === undefined || columns.reduce((sum, column) => sum + want(column), -gap) <= room) return [all]
  const rest = room - Math.min(want(first), room * mostOfFirst)
  const groups: number[][] = []
  let free = 0
  for (const at of all.slice(1)) {
    const width = want(columns[at] as Column)
    if (groups.length === 0 || width > free) {
      groups.push([0])
      free = rest + gap
    }
    groups.at(-1)?.push(at)
    free -= width
  }
  return groups
}

/** How wide each of some columns is, as a share of all of them. */
function sharesOf(columns: readonly Column[], room: number): number[] {
  const free = room - gap * (columns.length - 1)
  const least = columns.reduce((sum, column) => sum + column.least, 0)
  const most = columns.reduce((sum, column) => sum + column.most, 0)
  const more = Math.max(0, free - least) / Math.max(1, most - least)
  const widths = columns.map((column) =>
    most <= free ? column.most : column.least + (column.most - column.least) * Math.min(1, more),
  )
  const sum = widths.reduce((all, width) => all + width, 0)
  return widths.map((width) => width / sum)
}

/** The tables that a table becomes; itself where one screen holds it. */
function pagesOf(table: Element, room: Room): Element[] {
  const grid = gridOf(table)
  if (grid === null) return [table]
  const columns = columnsOf(grid)
  const width = room.width / smallestType
  const groups = columnGroups(columns, width)
  const parts = groups.map((group) => {
    const shares = sharesOf(
      group.map((at) => columns[at] as Column),
      width,
    )
    const heightOf = (row: Element): number => {
      const cells = childrenOf(row)
      const lines = group.map((at, index) => {
        const cell = cells[at]
        return cell ? linesIn(toString(cell), Math.max(1, width * (shares[index] ?? 1) - gap)) : 1
      })
      return Math.max(1, ...lines) * tableRow.line + tableRow.around
    }
    return { group, shares, heightOf }
  })
  const highest = (row: Element): number => Math.max(...parts.map(({ heightOf }) => heightOf(row)))
  const head = grid.head.reduce((sum, row) => sum + highest(row), 0)
  const ranges = stretches(grid.rows.map(highest), Math.max(3 * tableRow.line, room.height - head))
  if (ranges.length * groups.length < 2) return [table]
  return ranges.flatMap(([from, to]) =>
    parts.map(({ group, shares }) => {
      const only = (row: Element): Element => {
        const cells = childrenOf(row)
        return { ...row, children: group.flatMap((at) => cells[at] ?? []) }
      }
      const cols = shares.map((share) => element('col', [], { width: `${(share * 100).toFixed(1)}%` }))
      return element('table', [
        element('colgroup', cols),
        ...(grid.head.length > 0 ? [element('thead', grid.head.map(only))] : []),
        element('tbody', grid.rows.slice(from, to).map(only)),
      ])
    }),
  )
}

/** Divides the tables of a body that have too little room; each part takes the place of the one before it, a step later. */
export function pageTables(tree: Root, rooms: ReadonlyMap<Element, Room>, { at, report }: Site): void {
  tree.children = tree.children.map((node) => {
    const room = isElement(node) && node.tagName === 'table' ? rooms.get(node) : undefined
    if (room === undefined) return node
    const table = node as Element
    const pages = pagesOf(table, room)
    if (pages.length < 2) return table
    report.add(at(nodeStart(table)), 'divided-table', pages.length)
    const marked = pages.flatMap((page, index): ElementContent[] =>
      index === 0 ? [page] : [{ type: 'comment', value: 'step' }, page],
    )
    return { type: 'element', tagName: 'div', properties: { dataPages: '' }, children: marked }
  })
}
