/** Marks in the HTML of a slide what appears at which step, in document order, and takes the comments out. */
import type { Comment, Element, ElementContent, Root, RootContent } from 'hast'
import { codeGroups, codeOf, isLong, lineCount, paintCode, screensOf, splitLines } from './code.ts'
import { eachStepOf } from './drawings/drawings.ts'
import { isStepMarker, placeKey, type SafeHtml } from './markdown.ts'
import type { Room } from './room.ts'
import type { Site } from './site.ts'

export interface Revealed {
  /** How many steps there are now: at least the given one. */
  readonly steps: number
  /** The steps of which the next one takes something away: without a page of their own it would be on none. */
  readonly screens: readonly number[]
  /** The author's comments that mark no step. */
  readonly comments: readonly Comment[]
}

export interface Reveal {
  /** The step at which the body stands when it begins: 1, or the last step of the slide's scene. */
  readonly from: number
  /** Whether each list item takes a step of its own. */
  readonly byItem: boolean
  /** The place of each block that may need more than one screen. */
  readonly rooms?: ReadonlyMap<Element, Room>
}

/** Marks a tree in place. */
export function revealed({ tree, codes }: SafeHtml, { from, byItem, rooms }: Reveal, { report }: Site): Revealed {
  let step = from
  /** The last step at which something of a drawing comes. */
  let drawn = from
  const screens = new Set<number>()
  const comments: Comment[] = []
  const lasting: { lines: Element[]; from: number }[] = []

  const walk = (parent: Root | Element, shown: number): void => {
    const kept: (RootContent | ElementContent)[] = []
    for (const child of parent.children) {
      if (child.type === 'comment') {
        if (isStepMarker(child.value)) step += 1
        else comments.push(child)
      } else if (child.type === 'element') {
        kept.push(child)
        if (byItem && child.tagName === 'li') step += 1
        const since = step
        if (since > shown) child.properties['dataFrom'] = since
        const code = codeOf(child)
        if (code !== null) lightCode(child, code)
        else if (child.tagName === 'svg') stepDrawing(child, since)
        else walk(child, since)
        if (child.properties['dataPages'] !== undefined) giveWay(child)
      } else if (child.type === 'text' && step > shown && child.value.trim() !== '') {
        kept.push({ type: 'element', tagName: 'span', properties: { dataFrom: step }, children: [child] })
      } else kept.push(child)
    }
    parent.children = kept
  }

  /** Groups of a drawing come at the steps that they name, with whatever else comes then. */
  const stepDrawing = (svg: Element, shown: number): void =>
    eachStepOf(svg, (group, at) => {
      if (at > shown) group.properties['dataFrom'] = at
      drawn = Math.max(drawn, at)
    })

  /** Each part is there until the next one comes. */
  const giveWay = (pages: Element): void => {
    for (const [index, page] of pages.children.entries()) {
      const next = pages.children[index + 1]
      if (page.type !== 'element' || next?.type !== 'element') continue
      const until = Number(next.properties['dataFrom']) - 1
      page.properties['dataUntil'] = until
      screens.add(until)
    }
  }

  const lightCode = (pre: Element, code: Element): void => {
    const fence = codes.get(placeKey(pre))
    paintCode(code, fence?.lang ?? null)
    const written = inBraces(fence?.meta ?? '')
    const count = lineCount(code)
    const groups = fence === undefined || written === '' ? null : codeGroups(written, count)
    if (fence !== undefined && written !== '' && groups === null) report.add(fence.at, 'bad-code-lines', written, count)
    const room = rooms?.get(pre)
    const shown = room === undefined ? [] : screensOf(code, room)
    if (shown.length > 1 && fence !== undefined) report.add(fence.at, 'long-code', count)
    if (groups !== null) light(pre, splitLines(code), groups)
    else if (shown.length > 1) {
      pre.properties['dataPaged'] = ''
      const first = step
      light(pre, splitLines(code), shown)
      for (let each = first; each < step; each += 1) screens.add(each)
    } else if (isLong(code)) splitLines(code)
  }

  const light = (pre: Element, lines: readonly Element[], groups: readonly (readonly number[])[]): void => {
    pre.properties['dataLitFrom'] = step
    let lit: Element[] = []
    for (const [index, group] of groups.entries()) {
      if (index > 0) step += 1
      lit = group.flatMap((number) => lines.slice(number - 1, number))
      for (const line of lit) addStep(line, step)
    }
    lasting.push({ lines: lit, from: step })
  }

  walk(tree, from)
  step = Math.max(step, drawn)
  // The last group stays lit while the slide goes on.
  for (const { lines, from: last } of lasting) {
    for (const line of lines) for (let later = last + 1; later <= step; later += 1) addStep(line, later)
  }
  return { steps: step, comments, screens: [...screens] }
}

/** From the first opening brace to the last closing one; empty where there are none. */
function inBraces(text: string): string {
  const [first, last] = [text.indexOf('{'), text.lastIndexOf('}')]
  return first < 0 ? '' : text.slice(first, last + 1)
}

function addStep(line: Element, step: number): void {
  const lit = line.properties['dataLit']
  line.properties['dataLit'] = typeof lit === 'string' ? `${lit} ${step}` : String(step)
}
