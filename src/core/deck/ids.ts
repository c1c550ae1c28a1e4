import { layouts, type Layout } from '../../contract/deck.ts'
import type { Point } from './lines.ts'
import { nearest } from './nearest.ts'
import type { Report } from './problem-report.ts'
import { idLetters, idPattern } from './schema.ts'
import type { YamlBlock } from './yaml-block.ts'

/** An id as its author wrote it. */
export interface WrittenId {
  /** Null where there is none to use. */
  readonly id: string | null
  readonly isProper: boolean
  readonly at: Point
  readonly blockAt: Point
  /** Then the block has been reported already. */
  readonly isInBrokenBlock: boolean
  /** Nobody wrote it: it is made of the slide's heading. */
  readonly isMade?: true
}

export function writtenId(block: YamlBlock): WrittenId {
  const value = block.get('id')
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const id = text.trim().slice(0, 100)
  return {
    id: id === '' ? null : id,
    isProper: id === text && idPattern.test(id),
    at: block.valueAt('id'),
    blockAt: block.at,
    isInBrokenBlock: block.broken,
  }
}

/** Gives out ids that are unique in their file, whatever the author wrote. */
export interface Ids {
  /** @param firstLine the line of the file that the points of the written id count from */
  take(written: WrittenId, firstLine: number, report: Report): string
  /** Whether an id is given out. */
  has(id: string): boolean
}

/**
 * @param prefix what ids are called where the author gave none: `slide` makes `slide-3` of the third
 * @param isKept whether what has the id of another is kept, under an id of its own
 */
export function createIds(prefix: string, isKept = true): Ids {
  const lines = new Map<string, number>()
  let count = 0
  return {
    has: (id) => lines.has(id),
    take(written, firstLine, report) {
      count += 1
      const place = ({ line, column }: Point) => ({ line: line + firstLine - 1, column })
      const mute = written.isInBrokenBlock || written.isMade === true
      let id = written.id ?? `${prefix}-${count}`
      if (written.id === null && !mute) report.add(place(written.blockAt), 'missing-id', id)
      if (written.id !== null && !written.isProper && !mute) report.add(place(written.at), 'bad-id', id, kebab(id))
      const before = lines.get(id)
      if (before !== undefined) {
        if (written.id !== null && !mute) report.add(place(written.at), 'duplicate-id', id, before)
        if (!isKept) return id
        let number = 2
        while (lines.has(`${id}-${number}`)) number += 1
        id = `${id}-${number}`
      }
      lines.set(id, place(written.blockAt).line)
      return id
    },
  }
}

/** A proper id made of an improper one, or null where nothing is left of it. */
function kebab(id: string): string | null {
  const made = id
    .normalize('NFC')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(new RegExp(`[^${idLetters}]+`, 'g'), '-')
    .replace(/^-|-$/g, '')
  return made === '' ? null : made
}

/** The layout of a slide; one that is not known is reported and shown as `content`. */
export function layoutOf(block: YamlBlock, report: Report): Layout {
  if (!block.keys.includes('layout')) return block.keys.includes('diagram') ? 'diagram' : 'content'
  const written = block.get('layout')
  const known = layouts.find((layout) => layout === written)
  if (known !== undefined) return known
  const name = typeof written === 'string' ? written : JSON.stringify(written)
  report.add(block.valueAt('layout'), 'unknown-layout', name, nearest(name, layouts))
  return 'content'
}
