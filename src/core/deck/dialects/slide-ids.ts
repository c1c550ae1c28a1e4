import { frees, headingOf, plainText } from './heading-rows.ts'
import { idLetters } from '../schema.ts'
import type { Row } from './rows.ts'

const notInIds = new RegExp(`[^${idLetters}]+`, 'g')

/** So long an id gets, in characters. */
const longest = 60

/** An id made of words: their letters and digits as they are, lower-case, joined by hyphens; empty where there are none. */
export function slug(words: string): string {
  const made = words.normalize('NFC').toLowerCase().replace(/['’]/g, '').replace(notInIds, '-')
  return Array.from(made)
    .slice(0, longest)
    .join('')
    .replace(/^-+|-+$/g, '')
}

/** What a slide is called by its first heading, else by the words that it begins with; empty where it has none. */
export function slideName(rows: readonly Row[]): string {
  const heading = headingOf(rows)
  if (heading !== null) return slug(heading.text)
  const first = frees(rows).find(({ text }) => slug(plainText(text)) !== '')
  return first === undefined ? '' : slug(plainText(first.text).split(/\s+/).slice(0, 6).join(' '))
}

/** A slide as far as its id goes. */
export interface Named {
  /** The id that is written, where one is. */
  readonly written: string | null
  readonly name: string
  readonly depth: number
}

/**
 * Gives each slide an id of its own. One that is written stands; slides of the same name are told apart by the heading
 * that they stand below, then by number.
 */
export function idsOf(slides: readonly Named[]): string[] {
  const taken = new Set(slides.flatMap(({ written }) => written ?? []))
  const given = new Set<string>()
  const above: { name: string; depth: number }[] = []
  return slides.map(({ written, name, depth }) => {
    while ((above.at(-1)?.depth ?? -1) >= depth) above.pop()
    const parent = above.at(-1)?.name ?? ''
    if (name !== '' && depth < 7) above.push({ name, depth })
    if (written !== null && !given.has(written)) {
      given.add(written)
      return written
    }
    const own = name === '' ? 'slide' : name
    const first = [own, ...(parent === '' ? [] : [`${parent}-${own}`])].find((id) => !taken.has(id))
    let id = first ?? own
    for (let number = 2; taken.has(id); number += 1) id = `${own}-${number}`
    taken.add(id)
    given.add(id)
    return id
  })
}

/**
 * The ids of slides of which some are written, with those of their twins for the others: by position, counted from the
 * nearest written id above that the twin has too. An id that is written is lent to no other slide.
 */
export function idsOfTwin(written: readonly (string | null)[], twin: readonly string[]): (string | null)[] {
  const own = new Set(written)
  const places = new Map(twin.map((id, at) => [id, at]))
  const met = new Set<string>()
  let ahead = 0
  return written.map((id, at) => {
    if (id !== null) {
      const place = met.has(id) ? undefined : places.get(id)
      met.add(id)
      if (place !== undefined) ahead = place - at
      return id
    }
    const lent = twin[at + ahead]
    return lent === undefined || own.has(lent) ? null : lent
  })
}
