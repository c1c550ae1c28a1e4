import { nearest } from './nearest.ts'
import { layouts, type Layout } from '../../contract/deck.ts'
import type { Report } from './report.ts'
import { idPattern } from './schema.ts'
import type { YamlBlock } from './yaml-block.ts'

/** Gives out ids that are unique in their file, whatever the author wrote. */
export interface Ids {
  take(block: YamlBlock, report: Report): string
}

/** @param prefix what ids are called where the author gave none: `slide` makes `slide-3` of the third. */
export function createIds(prefix: string): Ids {
  const lines = new Map<string, number>()
  let count = 0
  return {
    take(block, report) {
      count += 1
      const written = block.get('id')
      const usable = (typeof written === 'string' || typeof written === 'number') && String(written).trim() !== ''
      let id = usable ? String(written).trim().slice(0, 100) : `${prefix}-${count}`
      if (!usable) {
        report.add(block.at, 'missing-id', id)
      } else if (!idPattern.test(id) || id !== String(written)) {
        report.add(block.valueAt('id'), 'bad-id', id, kebab(id))
      }
      const before = lines.get(id)
      if (before !== undefined) {
        if (usable) report.add(block.valueAt('id'), 'duplicate-id', id, before)
        let number = 2
        while (lines.has(`${id}-${number}`)) number += 1
        id = `${id}-${number}`
      }
      lines.set(id, block.at.line)
      return id
    },
  }
}

/** A proper id made of an improper one, or null where nothing is left of it. */
function kebab(id: string): string | null {
  const made = id
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
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
